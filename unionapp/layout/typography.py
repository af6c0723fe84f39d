"""The pages and styles that a paper is laid out with: the official ones, or an office's own."""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from types import MappingProxyType

from unionapp.layout.official import OFFICIAL, PageSetup, Style
from unionapp.layout.styles import ParagraphStyle, StyleSheet, styles_of
from unionapp.system import bundled


@dataclass(frozen=True, slots=True)
class Typography:
    """The pages and how paragraphs of each style are set.

    `not_followed` is one sentence on what stands in the Word document alone; empty when nothing
    does.
    """

    page_setup: PageSetup
    styles: Mapping[Style, ParagraphStyle]
    not_followed: str = ""


@cache
def official() -> Typography:
    """Return the official pages and styles."""
    with zipfile.ZipFile(BytesIO(bundled("word", "base.docx"))) as parts:
        sheet = StyleSheet.parsed(parts.read("word/styles.xml"))
    styles = styles_of(sheet, {each: each.value for each in Style}, OFFICIAL.portrait)
    return Typography(OFFICIAL, MappingProxyType(styles))
