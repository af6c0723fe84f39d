"""Laid-out pages: what stands where, in points, before anything is drawn.

A line is set once and placed often: it knows nothing of its page, so that an edit elsewhere leaves
it as it is. Places on a page are counted from its upper left corner; y is that of the baseline.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one font and size; `places` holds the x of each, from the line's beginning.

    `font` is the font that the official layout names, whether it is installed or not.
    `indicator` is the id of the indicator that the piece shows, or empty.
    """

    text: str
    font: str
    size: float
    places: tuple[float, ...]
    indicator: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A set line and its width."""

    pieces: tuple[Piece, ...]
    width: float

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line with its beginning on the baseline; a turned one reads downwards."""

    x: float
    y: float
    line: Line
    turned: bool = False

    def moved(self, x: float, y: float) -> "PlacedLine":
        """Return the same line further right and down."""
        return PlacedLine(self.x + x, self.y + y, self.line, self.turned)

    @property
    def end(self) -> tuple[float, float]:
        """Where it ends on the baseline."""
        if self.turned:
            return self.x, self.y + self.line.width
        return self.x + self.line.width, self.y


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin straight line of a table."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, x: float, y: float) -> "Rule":
        """Return the same rule further right and down."""
        return Rule(self.left + x, self.top + y, self.right + x, self.bottom + y)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place that can be gone to.

    `anchor` is the id of a section, item or table. `level` is that of a heading, whose `text` is
    then its bookmark; 0 stands for a place without a bookmark. `y` is the upper edge of the line.
    """

    anchor: str
    text: str
    level: int
    y: float

    def moved(self, y: float) -> "Mark":
        """Return the same mark further down."""
        return Mark(self.anchor, self.text, self.level, self.y + y)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `footer` is its page number."""

    number: int
    width: float
    height: float
    lines: tuple[PlacedLine, ...]
    rules: tuple[Rule, ...]
    marks: tuple[Mark, ...]
    footer: PlacedLine

    @property
    def landscape(self) -> bool:
        """Whether it lies on its side."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class Pages:
    """A paper laid out."""

    title: str
    unit: str
    pages: tuple[Page, ...]

    def page_of(self, anchor: str) -> tuple[Page, Mark] | None:
        """Return where an anchor stands first, or None if it is not in the paper."""
        return next(
            ((page, mark) for page in self.pages for mark in page.marks if mark.anchor == anchor),
            None,
        )
