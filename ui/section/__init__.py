"""The page of a section: cards of editors."""

from ui.section.explanation import ExplanationEntry
from ui.section.page import SectionPage
from ui.section.positions import order_of, start_of
from ui.section.splitter import NARROWEST, FormSplitter, PreviewWidth, form_width

__all__ = [
    "NARROWEST",
    "ExplanationEntry",
    "FormSplitter",
    "PreviewWidth",
    "SectionPage",
    "form_width",
    "order_of",
    "start_of",
]
