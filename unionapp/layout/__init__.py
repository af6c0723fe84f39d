"""Layout: how blocks stand on official pages, the same in every file and on the screen."""

from unionapp.layout.columns import column_widths, heads, is_wide
from unionapp.layout.ending import Place, kept_with_signature, signature_places
from unionapp.layout.lone_ends import Lengths, Measured, Ruler, without_lone_ends
from unionapp.layout.official import (
    CELL,
    CONDENSED,
    HAIRLINE,
    HEADINGS,
    LANDSCAPE,
    LINE,
    OFFICIAL,
    PORTRAIT,
    TABLE_STYLE,
    TITLE_CELL,
    Frame,
    Page,
    Style,
    section_properties,
    turned,
)
from unionapp.layout.styles import BOLD, looks_of
from unionapp.layout.styles_more import StyleSheet
from unionapp.layout.text import printable, rows_of_text
from unionapp.layout.typography import Typography, official

__all__ = [
    "BOLD",
    "CELL",
    "CONDENSED",
    "HAIRLINE",
    "HEADINGS",
    "LANDSCAPE",
    "LINE",
    "OFFICIAL",
    "PORTRAIT",
    "TABLE_STYLE",
    "TITLE_CELL",
    "Frame",
    "Lengths",
    "Measured",
    "Page",
    "Place",
    "Ruler",
    "Style",
    "StyleSheet",
    "Typography",
    "column_widths",
    "heads",
    "is_wide",
    "kept_with_signature",
    "looks_of",
    "official",
    "printable",
    "rows_of_text",
    "section_properties",
    "signature_places",
    "turned",
    "without_lone_ends",
]
