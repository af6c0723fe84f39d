"""The editor of an item's text, with its figures as chips."""
