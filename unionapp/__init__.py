"""The program without a window: templates, values, drafts, documents and their writers."""
