"""A line of a prepared text, with a place for each of its characters."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from unionapp.layout.pages.model import Line, Piece
from unionapp.layout.pages.prepared import PreparedText
from unionapp.layout.styles import Align, Look


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and how far from the left edge of the type area it begins."""

    x: float
    line: Line


def set_line(
    text: PreparedText, start: int, end: int, look: Look, edge: float, width: float, *, last: bool
) -> SetLine:
    """The characters from `start` up to `end` as a line that begins at `edge`.

    All but the last line of a justified paragraph reach from edge to edge.
    """
    while end > start and text.text[end - 1] == " ":
        end -= 1
    if end == start:
        return SetLine(edge, Line((), 0))
    room = width - look.right - edge
    slack, places = _slack(text, start, end, room)
    stretch = slack / places if look.align is Align.BOTH and not last and places else 0.0
    xs = _places(text, start, end, stretch)
    line = Line(tuple(_pieces(text, start, end, xs)), room - slack + stretch * places)
    return SetLine(edge + _shift(look.align, slack), line)


def _slack(text: PreparedText, start: int, end: int, room: float) -> tuple[float, int]:
    """What a line leaves free, and at how many places it may grow; a hung mark does not count."""
    if end - start > 1 and text.ends[end - 1] - text.starts[start] > room:
        end -= 1
    natural = text.ends[end - 1] - text.starts[start]
    return max(room - natural, 0.0), text.elastic[end - 1] - text.elastic[start]


def _places(text: PreparedText, start: int, end: int, stretch: float) -> list[float]:
    base, grown = text.starts[start], text.elastic[start]
    if not stretch:
        return [begin - base for begin in text.starts[start:end]]
    pairs = zip(text.starts[start:end], text.elastic[start:end], strict=True)
    return [begin - base + stretch * (count - grown) for begin, count in pairs]


def _shift(align: Align, slack: float) -> float:
    if align is Align.CENTER:
        return slack / 2
    return slack if align is Align.RIGHT else 0.0


def _pieces(text: PreparedText, start: int, end: int, xs: list[float]) -> Iterator[Piece]:
    """The stretches of a line."""
    first = bisect_right(text.borders, start) - 1
    last = bisect_left(text.borders, end)
    if last - first == 1:
        face, indicator = text.stretches[first]
        yield Piece(text.text[start:end], face, text.size, tuple(xs), indicator)
        return
    borders = [start, *text.borders[first + 1 : last], end]
    inside = text.stretches[first:last]
    for (left, right), (face, indicator) in zip(pairwise(borders), inside, strict=True):
        places = tuple(xs[left - start : right - start])
        yield Piece(text.text[left:right], face, text.size, places, indicator)
