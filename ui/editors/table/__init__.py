"""The editor of a table, and its import from a file."""
