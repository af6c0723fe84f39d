"""A paragraph set into lines.

Greedy, as word processors do it: each line takes what fits, then goes back to a place where a line
may end.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from unionapp.layout.pages.kinsoku import chinese_break, western_break
from unionapp.layout.pages.measuring import Widths
from unionapp.layout.pages.placing import SetLine, set_line
from unionapp.layout.pages.prepared import PreparedText, prepare
from unionapp.layout.pages.scripts import Script
from unionapp.layout.styles import Look
from unionapp.paper import Run

_CLEAR = 0.5
"""What must stay free at the end of a line, in points: LibreOffice rounds on the way there.

Of the values and roundings tried on six papers this one gave the fewest lines that differ.
"""

_SPACES = " \u3000"


def set_paragraph(
    runs: Sequence[Run], look: Look, width: float, widths: Widths
) -> tuple[SetLine, ...]:
    """The lines of a paragraph in a type area of this width; an empty one has one empty line."""
    return tuple(_lines(runs, look, width, widths))


def _lines(runs: Sequence[Run], look: Look, width: float, widths: Widths) -> Iterator[SetLine]:
    first = look.first
    for part in _split(runs):
        yield from _part_lines(prepare(part, look, widths), look, first, width)
        first = look.left


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


def _part_lines(text: PreparedText, look: Look, first: float, width: float) -> Iterator[SetLine]:
    start, edge = 0, first
    length = len(text.text)
    while start < length or (start == 0 and not length):
        end = _line_end(text, start, width - look.right - edge, hanging=look.hanging)
        last = end >= length
        yield set_line(text, start, end, look, edge, width, last=last)
        start, edge = _after_spaces(text.text, end), look.left
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
