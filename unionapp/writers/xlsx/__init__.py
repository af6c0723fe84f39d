"""Tables of a document as .xlsx files."""
