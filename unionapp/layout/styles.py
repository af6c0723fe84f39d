"""How paragraphs of a style are set, as a Word document's styles say it.

Fonts, sizes, indents and spaces are read from the file that Word reads, so that the pages drawn by
this program and the pages that Word draws come from the same numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from unionapp.layout.official import LINE, Page, Style

_TWIPS = 20
_HALF_POINTS = 2
_SINGLE = 240

# The line of a Chinese font, as a share of its size, where the style leaves it to the font.
_NATURAL = 1.3

# Put behind the name of a font that is set in its bold weight.
BOLD = ":bold"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# Word itself follows no longer chain of styles.
_DEEPEST = 20

_FALLBACK = {"eastAsia": "宋体", "ascii": "Times New Roman"}
_OFF = frozenset({"0", "false", "off"})


class Align(StrEnum):
    """How the lines of a paragraph stand between its edges."""

    BOTH = "both"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


_ALIGNS = {
    "center": Align.CENTER,
    "right": Align.RIGHT,
    "end": Align.RIGHT,
    "both": Align.BOTH,
    "distribute": Align.BOTH,
}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How a paragraph of a style is set; lengths in points.

    Attributes:
        font: The font of Chinese characters.
        latin: The font of Western letters and digits.
        condensed: What is added to each character; most often negative.
        line: From baseline to baseline.
        left: The edge of all lines but the first.
        first: The edge of the first line.
        right: The room left free at the other side.
        hanging: Whether a mark may stand beyond the end of a full line.
        widows: Whether no line of the paragraph stands alone on a page.
    """

    font: str
    latin: str
    size: float
    condensed: float = 0
    align: Align = Align.BOTH
    line: float = LINE / _TWIPS
    before: float = 0
    after: float = 0
    left: float = 0
    first: float = 0
    right: float = 0
    on_grid: bool = False
    keep_next: bool = False
    new_page: bool = False
    hanging: bool = True
    widows: bool = False

    @property
    def baseline(self) -> float:
        """From the upper edge of a line to its baseline.

        On the grid a character stands in the middle of its line; off it, LibreOffice and Word put
        the baseline of an exact line at four fifths.
        """
        if self.on_grid:
            return (self.line - self.size) / 2 + 0.88 * self.size
        return 0.8 * self.line


@dataclass(frozen=True, slots=True)
class Properties:
    """What holds for a style: of its own elements and its ancestors' the nearest counts."""

    chain: Sequence[Element]
    theme: Element | None = None

    def text(self, path: str, attribute: str) -> str:
        """Return an attribute of an element; empty where no style of the chain gives it."""
        return next(self._texts(path, attribute), "")

    def _texts(self, path: str, attribute: str) -> Iterator[str]:
        for element in self._found(path):
            if text := element.get(_W + attribute):
                yield text

    def _found(self, path: str) -> Iterator[Element]:
        for style in self.chain:
            if (element := style.find(path.replace("w:", _W))) is not None:
                yield element

    def is_on(self, path: str, *, default: bool = False) -> bool:
        """Return whether a property that is either on or off is on."""
        nearest = next(self._found(path), None)
        return default if nearest is None else nearest.get(f"{_W}val", "1") not in _OFF

    def font(self, slot: str) -> str:
        """Return the font in a slot, `eastAsia` or `ascii`; the theme's goes before a name."""
        for fonts in self._found("w:rPr/w:rFonts"):
            of_theme = self._of_theme(fonts.get(f"{_W}{slot}Theme", ""))
            if name := of_theme or fonts.get(_W + slot):
                return name
        return _FALLBACK[slot]

    def _of_theme(self, name: str) -> str:
        """The font that a theme gives for minorEastAsia and the like."""
        if self.theme is None or not name:
            return ""
        kind = "majorFont" if name.startswith("major") else "minorFont"
        fonts = next(self.theme.iter(_A + kind), None)
        if fonts is None:
            return ""
        if not name.endswith("EastAsia"):
            return _typeface(fonts.find(f"{_A}latin"))
        chinese = fonts.find(f"{_A}font[@script='Hans']")
        return _typeface(fonts.find(f"{_A}ea")) or _typeface(chinese)


def _typeface(font: Element | None) -> str:
    return "" if font is None else font.get("typeface", "")


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles part of a Word document, and the theme that it may take fonts from."""

    root: Element
    theme: Element | None = None

    @classmethod
    def parsed(cls, styles: bytes, theme: bytes | None = None) -> "StyleSheet":
        """Parse the parts of a document: our own, or one that was found to declare no entities."""
        parse = ElementTree.fromstring
        return cls(parse(styles), None if theme is None else parse(theme))

    def properties(self, identity: str) -> Properties:
        """Return the properties that hold for a style of this id."""
        return Properties((*self._ancestry(identity), *self._defaults()), self.theme)

    def _ancestry(self, identity: str) -> Iterator[Element]:
        """The style and those that it is based on; a ring of them ends somewhere."""
        styles = {each.get(f"{_W}styleId", ""): each for each in self.root.iter(f"{_W}style")}
        for _ in range(_DEEPEST):
            style = styles.get(identity)
            if style is None:
                return
            yield style
            parent = style.find(f"{_W}basedOn")
            identity = "" if parent is None else parent.get(f"{_W}val", "")

    def _defaults(self) -> Iterator[Element]:
        for tag in ("rPrDefault", "pPrDefault"):
            yield from self.root.iter(_W + tag)


def styles_of(sheet: StyleSheet, ids: dict[Style, str], page: Page) -> dict[Style, ParagraphStyle]:
    """Return how paragraphs of styles are set on a page, each by the id that it has in a sheet."""
    return {style: _style(sheet.properties(identity), page) for style, identity in ids.items()}


def _style(given: Properties, page: Page) -> ParagraphStyle:
    size = float(given.text("w:rPr/w:sz", "val") or 20) / _HALF_POINTS
    left = _indent(given, "left", "start", size)
    on_grid = page.pitch > 0 and given.is_on("w:pPr/w:snapToGrid", default=True)
    weight = BOLD if given.is_on("w:rPr/w:b") else ""
    return ParagraphStyle(
        font=given.font("eastAsia") + weight,
        latin=given.font("ascii") + weight,
        size=size,
        condensed=_length(given, "w:rPr/w:spacing", "val") + page.stretch * on_grid,
        align=_ALIGNS.get(given.text("w:pPr/w:jc", "val"), Align.LEFT),
        line=_line(given, size, page, on_grid=on_grid),
        before=_length(given, "w:pPr/w:spacing", "before"),
        after=_length(given, "w:pPr/w:spacing", "after"),
        left=left,
        first=left + _first(given, size),
        right=_indent(given, "right", "end", size),
        on_grid=on_grid,
        keep_next=given.is_on("w:pPr/w:keepNext"),
        new_page=given.is_on("w:pPr/w:pageBreakBefore"),
        hanging=given.is_on("w:pPr/w:overflowPunct", default=True),
        widows=given.is_on("w:pPr/w:widowControl", default=True),
    )


def _line(given: Properties, size: float, page: Page, *, on_grid: bool) -> float:
    """The height of a line: said outright, or that of the font in lines of the grid."""
    said = float(given.text("w:pPr/w:spacing", "line") or _SINGLE)
    rule = given.text("w:pPr/w:spacing", "lineRule") or "auto"
    if rule == "exact":
        return said / _TWIPS
    natural = _NATURAL * size
    if on_grid:
        pitch = page.pitch / _TWIPS
        natural = ceil(size / pitch) * pitch
    return max(natural, said / _TWIPS) if rule == "atLeast" else natural * said / _SINGLE


def _first(given: Properties, size: float) -> float:
    """How far the first line begins behind the others."""
    hanging = _length(given, "w:pPr/w:ind", "hanging") or _cells(given, "hangingChars", size)
    first = _length(given, "w:pPr/w:ind", "firstLine") or _cells(given, "firstLineChars", size)
    return first - hanging


def _indent(given: Properties, side: str, later: str, size: float) -> float:
    """An indent; later editions of the format call left start, and right end."""
    path = "w:pPr/w:ind"
    length = _length(given, path, side) or _length(given, path, later)
    return length or _cells(given, f"{side}Chars", size)


def _cells(given: Properties, attribute: str, size: float) -> float:
    """A length given in hundredths of a character."""
    return float(given.text("w:pPr/w:ind", attribute) or 0) / 100 * size


def _length(given: Properties, path: str, attribute: str) -> float:
    return float(given.text(path, attribute) or 0) / _TWIPS
