"""The Qt face of the program: it shows drafts and sends edits, and owns no data."""
