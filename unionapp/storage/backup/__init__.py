"""Backups: dated copies of the store, read back before they count, thinned, restored."""
