"""Pages that are long: a table of thousands of rows, a section of many figures."""
