"""How pages lie on the desk of the preview, and what stands at a point of it.

Lengths in points. Facing pages lie as in a bound paper: odd ones on the right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unionapp.layout.pages import Mark, Page, Piece

# Between pages, and around them.
GAP = 14.0


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page on the desk, and where its upper left corner lies."""

    page: Page
    x: float
    y: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the desk is on the page."""
        page = self.page
        return self.x <= x < self.x + page.width and self.y <= y < self.y + page.height


@dataclass(frozen=True, slots=True)
class Arrangement:
    """All pages on the desk, and the size of the desk."""

    places: tuple[PlacedPage, ...]
    width: float
    height: float

    def at(self, x: float, y: float) -> PlacedPage | None:
        """Return the page at a point."""
        return next((place for place in self.places if place.holds(x, y)), None)

    def between(self, top: float, bottom: float) -> Iterator[PlacedPage]:
        """Yield the pages of which something can be seen."""
        for place in self.places:
            if place.y < bottom and place.y + place.page.height > top:
                yield place


def arrange(pages: Sequence[Page], *, facing: bool) -> Arrangement:
    """Lay pages below each other, one or two side by side."""
    rows = list(_pairs(pages)) if facing else [(page,) for page in pages]
    half = max((page.width for page in pages), default=0.0)
    width = 2 * half + 3 * GAP if facing else half + 2 * GAP
    places: list[PlacedPage] = []
    y = GAP
    for row in rows:
        places += (PlacedPage(page, _x(page, width, facing=facing), y) for page in row)
        y += max(page.height for page in row) + GAP
    return Arrangement(tuple(places), width, y)


def _pairs(pages: Sequence[Page]) -> Iterator[tuple[Page, ...]]:
    """Yield the first page alone, which lies on the right, then two and two."""
    if pages:
        yield (pages[0],)
    for first in range(1, len(pages), 2):
        yield tuple(pages[first : first + 2])


def _x(page: Page, width: float, *, facing: bool) -> float:
    if not facing:
        return (width - page.width) / 2
    return (width + GAP) / 2 if page.number % 2 else (width - GAP) / 2 - page.width


@dataclass(frozen=True, slots=True)
class Figure:
    """A live figure on a page, and the room it takes."""

    indicator: str
    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Return whether a point of the page is on it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


def figures(page: Page) -> Iterator[Figure]:
    """Yield the live figures of a page."""
    for placed in page.lines:
        for piece in placed.line.pieces:
            if piece.indicator:
                begin, end = piece.places[0], _end(piece)
                top = placed.y - piece.size
                height = 1.25 * piece.size
                yield Figure(piece.indicator, placed.x + begin, top, end - begin, height)


def _end(piece: Piece) -> float:
    """Return where the last character ends: it is about as wide as the others."""
    places = piece.places
    last = places[-1] - places[-2] if len(places) > 1 else piece.size
    return places[-1] + last


def figure_at(page: Page, x: float, y: float) -> Figure | None:
    """Return the live figure at a point of a page."""
    return next((figure for figure in figures(page) if figure.holds(x, y)), None)


def end_of(page: Page, mark: Mark) -> float:
    """Return where what a mark begins ends on its page."""
    later = [other.y for other in page.marks if other.y > mark.y and other.anchor != mark.anchor]
    lowest = max((line.y for line in page.lines), default=mark.y) + GAP / 2
    return min(later, default=lowest)
