"""The page layout: a Document laid out on pages, which screen, printer and PDF all draw."""

from ui.paper.base import choose_base, chosen_base, chosen_typography
from ui.paper.draw_pdf import draw
from ui.paper.drawing import draw_page
from ui.paper.fonts import Fonts
from ui.paper.missing_fonts import told_missing

__all__ = [
    "Fonts",
    "choose_base",
    "chosen_base",
    "chosen_typography",
    "draw",
    "draw_page",
    "told_missing",
]
