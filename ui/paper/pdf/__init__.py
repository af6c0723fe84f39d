"""A PDF of the drawn pages, with bookmarks and text that can be copied."""
