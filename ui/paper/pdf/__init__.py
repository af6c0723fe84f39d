"""A PDF of the drawn pages, with bookmarks and text that can be copied."""

from ui.paper.pdf import write
from ui.paper.pdf.write import page_layout

__all__ = [
    "page_layout",
    "write",
]
