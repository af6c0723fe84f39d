"""Data of the program: templates, base documents, icons and examples."""
