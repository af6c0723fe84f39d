"""The page layout: a Document laid out on pages, which screen, printer and PDF all draw."""
