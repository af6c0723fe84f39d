"""The preview: the laid-out pages beside the form, in a window and on the printer."""
