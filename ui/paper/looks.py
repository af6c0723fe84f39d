"""The paragraph styles of the official layout, as the Word document's base file holds them.

Faces, sizes, indents and spaces are read from `resources/word/base.docx`, so that the pages drawn
here and the pages that Word draws come from the same numbers.
"""

import importlib.resources
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import resources
from unionapp.writers.official import Style

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TWIPS = 20
_HALF_POINTS = 2


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    BOTH = "both"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph of a style is set; lengths in points.

    Attributes:
        face: The face of Chinese characters.
        latin: The face of Western letters and digits.
        condensed: What is added to each character; negative.
        line: From baseline to baseline.
        left: The edge of all lines but the first.
        first: The edge of the first line.
        right: The room left free at the other side.
        hanging: Whether a mark may stand beyond the end of a full line.
    """

    face: str
    latin: str
    size: float
    condensed: float = 0
    align: Align = Align.BOTH
    line: float = 28.95
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    right: float = 0
    on_grid: bool = False
    keep_next: bool = False
    new_page: bool = False
    hanging: bool = True

    @property
    def baseline(self) -> float:
        """From the upper edge of a line to its baseline.

        On the grid a character stands in the middle of its line; off it, LibreOffice and Word put
        the baseline of an exact line at four fifths.
        """
        if self.on_grid:
            return (self.line - self.size) / 2 + 0.88 * self.size
        return 0.8 * self.line


@cache
def official() -> dict[Style, Look]:
    """The looks of all styles."""
    from lxml import etree

    base = importlib.resources.files(resources).joinpath("word", "base.docx")
    with zipfile.ZipFile(BytesIO(base.read_bytes())) as parts:
        root = etree.fromstring(parts.read("word/styles.xml"))
    return dict(_looks(root))


def _looks(root: "Element") -> Iterator[tuple[Style, Look]]:
    known = {style.value for style in Style}
    for element in root.iter(f"{_W}style"):
        identity = element.get(f"{_W}styleId")
        if identity in known:
            yield Style(identity), _look(element)


def _look(style: "Element") -> Look:
    left = _length(style, "w:pPr/w:ind", "left")
    first = _length(style, "w:pPr/w:ind", "firstLine")
    return Look(
        face=_text(style, "w:rPr/w:rFonts", "eastAsia"),
        latin=_text(style, "w:rPr/w:rFonts", "ascii"),
        size=float(_text(style, "w:rPr/w:sz", "val")) / _HALF_POINTS,
        condensed=_length(style, "w:rPr/w:spacing", "val"),
        align=Align(_text(style, "w:pPr/w:jc", "val")),
        line=_length(style, "w:pPr/w:spacing", "line"),
        before=_length(style, "w:pPr/w:spacing", "before"),
        after=_length(style, "w:pPr/w:spacing", "after"),
        left=left,
        first=left + first,
        right=_length(style, "w:pPr/w:ind", "right"),
        on_grid=_text(style, "w:pPr/w:snapToGrid", "val") != "0",
        keep_next=_has(style, "w:pPr/w:keepNext"),
        new_page=_has(style, "w:pPr/w:pageBreakBefore"),
        hanging=_text(style, "w:pPr/w:overflowPunct", "val") != "0",
    )


def _text(style: "Element", path: str, attribute: str) -> str:
    element = style.find(path.replace("w:", _W))
    return "" if element is None else element.get(_W + attribute, "")


def _length(style: "Element", path: str, attribute: str) -> float:
    return float(_text(style, path, attribute) or 0) / _TWIPS


def _has(style: "Element", path: str) -> bool:
    return style.find(path.replace("w:", _W)) is not None
