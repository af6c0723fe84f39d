"""Pages: a document broken into placed lines, ready to be drawn."""
