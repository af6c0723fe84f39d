"""Pages: a document broken into placed lines, ready to be drawn."""

from unionapp.layout.pages.layout import Layout
from unionapp.layout.pages.model import Mark, Page, Pages, Piece, PlacedLine
from unionapp.layout.pages.prepared import DASH
from unionapp.layout.pages.tables import BORDER

__all__ = [
    "BORDER",
    "DASH",
    "Layout",
    "Mark",
    "Page",
    "Pages",
    "Piece",
    "PlacedLine",
]
