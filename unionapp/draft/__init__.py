"""A draft: the log of edits over a template, with its outline."""
