"""A paragraph set into lines, with a place for each of its characters.

Greedy, as word processors do it: each line takes what fits, then goes back to a place where a line
may end.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from unionapp.layout.pages.kinsoku import chinese_break, western_break
from unionapp.layout.pages.measuring import Script, Widths
from unionapp.layout.pages.model import Line, Piece
from unionapp.layout.pages.prepared import PreparedText, prepare
from unionapp.layout.styles import Align, ParagraphStyle
from unionapp.paper import Run

# What must stay free at the end of a line, in points: LibreOffice rounds on the way there. Of the
# values and roundings tried on six papers this one gave the fewest lines that differ.
_CLEAR = 0.5

_SPACES = " \u3000"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and how far from the left edge of the type area it begins."""

    x: float
    line: Line


def set_paragraph(
    runs: Sequence[Run], style: ParagraphStyle, width: float, widths: Widths
) -> tuple[SetLine, ...]:
    """Break a paragraph into lines of a type area's width; an empty one has one empty line."""
    return tuple(_lines(runs, style, width, widths))


def _lines(
    runs: Sequence[Run], style: ParagraphStyle, width: float, widths: Widths
) -> Iterator[SetLine]:
    first = style.first
    for part in _split(runs):
        yield from _part_lines(prepare(part, style, widths), style, first, width)
        first = style.left


def _split(runs: Sequence[Run]) -> Iterator[tuple[Run, ...]]:
    """The runs between line breaks."""
    part: list[Run] = []
    for run in runs:
        head, *rest = run.text.split("\n")
        part.append(Run(head, run.indicator))
        for text in rest:
            yield tuple(part)
            part = [Run(text, run.indicator)]
    yield tuple(part)


def _part_lines(
    text: PreparedText, style: ParagraphStyle, first: float, width: float
) -> Iterator[SetLine]:
    start, edge = 0, first
    length = len(text.text)
    while start < length or (start == 0 and not length):
        end = _line_end(text, start, width - style.right - edge, hanging=style.hanging)
        last = end >= length
        yield set_line(text, start, end, style, edge, width, last=last)
        start, edge = _after_spaces(text.text, end), style.left
        if last:
            return


def _after_spaces(text: str, place: int) -> int:
    """Spaces at the end of a line hang there; none begins the next one."""
    if 0 < place < len(text) and text[place] in _SPACES:
        return place + len(text[place:]) - len(text[place:].lstrip(_SPACES))
    return place


def _line_end(text: PreparedText, start: int, room: float, *, hanging: bool) -> int:
    """The end of the line that begins at `start`."""
    edge = text.starts[start] + room
    cut = bisect_right(text.ends, edge, lo=start)
    if cut > start and _is_close(text, cut - 1, edge):
        cut -= 1
    if cut >= len(text.text):
        return len(text.text)
    if cut <= start:
        return start + 1
    if text.text[cut] in _SPACES:
        return cut
    if _is_western(text, cut, start):
        end = western_break(text.text, cut, start)
    else:
        end = chinese_break(text.text, cut, start, hanging=hanging)
    return end if end > start else cut


def _is_close(text: PreparedText, place: int, edge: float) -> bool:
    """Whether a character inside Chinese would end too near the edge."""
    inside = text.scripts[place] is text.scripts[place - 1] is Script.CHINESE
    return inside and text.ends[place] > edge - _CLEAR


def _is_western(text: PreparedText, cut: int, start: int) -> bool:
    """Whether the last letter or digit up to the cut is: 2025 stays whole inside Chinese."""
    place = cut
    while place > start and not text.text[place].isalnum():
        place -= 1
    return text.scripts[place] is Script.WESTERN


def set_line(
    text: PreparedText,
    start: int,
    end: int,
    style: ParagraphStyle,
    edge: float,
    width: float,
    *,
    last: bool,
) -> SetLine:
    """Set the characters from `start` up to `end` as a line that begins at `edge`.

    All but the last line of a justified paragraph reach from edge to edge.
    """
    while end > start and text.text[end - 1] == " ":
        end -= 1
    if end == start:
        return SetLine(edge, Line((), 0))
    room = width - style.right - edge
    slack, places = _slack(text, start, end, room)
    stretch = slack / places if style.align is Align.BOTH and not last and places else 0.0
    xs = _places(text, start, end, stretch)
    line = Line(tuple(_pieces(text, start, end, xs)), room - slack + stretch * places)
    return SetLine(edge + _shift(style.align, slack), line)


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
        font, indicator = text.stretches[first]
        yield Piece(text.text[start:end], font, text.size, tuple(xs), indicator)
        return
    borders = [start, *text.borders[first + 1 : last], end]
    inside = text.stretches[first:last]
    for (left, right), (font, indicator) in zip(pairwise(borders), inside, strict=True):
        places = tuple(xs[left - start : right - start])
        yield Piece(text.text[left:right], font, text.size, places, indicator)
