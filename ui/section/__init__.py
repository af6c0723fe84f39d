"""The page of a section: cards of editors."""
