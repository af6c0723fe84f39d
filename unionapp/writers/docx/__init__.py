"""Documents as .docx files in official layout."""
