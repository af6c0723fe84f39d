"""The page of a section: cards of editors."""

from ui.section.explanation import ExplanationEntry
from ui.section.page import SectionPage
from ui.section.positions import order_of, start_of

__all__ = [
    "ExplanationEntry",
    "SectionPage",
    "order_of",
    "start_of",
]
