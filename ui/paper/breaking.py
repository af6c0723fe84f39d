"""A paragraph set into lines.

Greedy, as word processors do it: each line takes what fits, then goes back to a place where a line
may end. What counts as fitting follows the Word document: each character is condensed by the style,
except where the script changes; there a fifth of the size comes in between, unless one of the two
is a mark (measured in LibreOffice 7.4).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from operator import add

from ui.paper.kinsoku import chinese_break, western_break
from ui.paper.measuring import Widths
from ui.paper.pages import Line, Piece
from ui.paper.scripts import SHARED_MARKS, Script, changes, scripts
from unionapp.document import Run
from unionapp.writers.looks import Align, Look

AIR = 0.2
"""Between Chinese and Western characters, as a share of the size."""

DASH = "—"
"""It takes a whole character in Chinese text, in faces too that draw it narrower."""

TAB = 21.0
"""Default tab stops, in points."""

_CLEAR = 0.5
"""What must stay free at the end of a line, in points: LibreOffice rounds on the way there."""

_SPACES = " \u3000"


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line and how far from the left edge of the type area it begins."""

    x: float
    line: Line


@dataclass(frozen=True, slots=True)
class _Text:
    """A text made ready: what each character takes, and what may grow.

    Attributes:
        starts: Where each character begins, were all on one line; one more for the end.
        ends: Where the room of each character ends.
        elastic: How many places before each character may grow to justify a line.
        borders: Where the stretches of one face and indicator begin.
        stretches: The face and the indicator of each.
    """

    text: str
    size: float
    scripts: Sequence[Script]
    starts: Sequence[float]
    ends: Sequence[float]
    elastic: Sequence[int]
    borders: Sequence[int]
    stretches: Sequence[tuple[str, str]]


def set_paragraph(
    runs: Sequence[Run], look: Look, width: float, widths: Widths
) -> tuple[SetLine, ...]:
    """The lines of a paragraph in a type area of this width; an empty one has one empty line."""
    return tuple(_lines(runs, look, width, widths))


def _lines(runs: Sequence[Run], look: Look, width: float, widths: Widths) -> Iterator[SetLine]:
    first = look.first
    for part in _split(runs):
        yield from _part_lines(_prepare(part, look, widths), look, first, width)
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


def _prepare(runs: Sequence[Run], look: Look, widths: Widths) -> _Text:
    text = "".join(run.text for run in runs)
    found = scripts(text)
    advances = _advances(text, found, look, widths)
    edges = changes(found)
    steps = [advance + look.condensed for advance in advances]
    for edge in edges:
        airy = text[edge - 1].isalnum() and text[edge].isalnum()
        steps[edge - 1] = advances[edge - 1] + AIR * look.size * airy
    if DASH * 2 in text:  # drawn as one long dash, it is condensed once
        for place in range(len(text) - 1):
            if text[place : place + 2] == DASH * 2:
                steps[place] = advances[place]
    if "\t" in text:
        _widen_tabs(text, steps, advances, look)
    starts = list(accumulate(steps, initial=0.0))
    borders = _borders(text, found, edges, runs) if text else []
    return _Text(
        text,
        look.size,
        found,
        starts,
        list(map(add, starts, advances)),
        _elastic(text, found) if edges or Script.WESTERN in found[:1] else range(len(text) + 1),
        borders,
        _stretches(text, found, borders, runs, look),
    )


def _advances(text: str, found: Sequence[Script], look: Look, widths: Widths) -> list[float]:
    known = widths.of(look.face, look.latin, look.size)
    advances = list(map(known.__getitem__, text))
    if " " in text or DASH in text:
        western = widths.of(look.latin, look.latin, look.size)
        for place, character in enumerate(text):
            if character == " " and found[place] is Script.WESTERN:
                advances[place] = western[character]
            elif character == DASH and found[place] is Script.CHINESE:
                advances[place] = look.size
    return advances


def _widen_tabs(text: str, steps: list[float], advances: list[float], look: Look) -> None:
    """A tab of the first line goes to where the other lines begin, later ones to default stops."""
    place = look.first
    for index, character in enumerate(text):
        if character == "\t":
            stop = look.left if look.left > place else (place // TAB + 1) * TAB
            steps[index], advances[index] = stop - place, 0.0
        place += steps[index]


def _elastic(text: str, found: Sequence[Script]) -> Sequence[int]:
    """A justified line grows after each character, but not inside words and figures."""
    western = Script.WESTERN
    pairs = zip(found, [*found[1:], Script.CHINESE], text, strict=True)
    growing = (
        not (one is western and other is western) or character == " "
        for one, other, character in pairs
    )
    return list(accumulate(growing, initial=0))


def _borders(
    text: str, found: Sequence[Script], edges: Sequence[int], runs: Sequence[Run]
) -> list[int]:
    """Where face or indicator change; shared marks are set from the Chinese face."""
    western = Script.WESTERN
    places = {0, *edges, *accumulate(len(run.text) for run in runs)} - {len(text)}
    if western in found and not SHARED_MARKS.isdisjoint(text):
        pairs = enumerate(zip(text, found, strict=True))
        marks = [place for place, pair in pairs if pair[0] in SHARED_MARKS and pair[1] is western]
        places.update(marks, (mark + 1 for mark in marks if mark + 1 < len(text)))
    return sorted(places)


def _stretches(
    text: str, found: Sequence[Script], borders: Sequence[int], runs: Sequence[Run], look: Look
) -> list[tuple[str, str]]:
    ends = list(accumulate(len(run.text) for run in runs))
    return [
        (_face(text[place], found[place], look), runs[bisect_right(ends, place)].indicator)
        for place in borders
    ]


def _face(character: str, script: Script, look: Look) -> str:
    western = script is Script.WESTERN and character not in SHARED_MARKS
    return look.latin if western else look.face


def _part_lines(text: _Text, look: Look, first: float, width: float) -> Iterator[SetLine]:
    start, edge = 0, first
    length = len(text.text)
    while start < length or (start == 0 and not length):
        end = _line_end(text, start, width - look.right - edge, hanging=look.hanging)
        last = end >= length
        yield _set_line(text, start, end, look, edge, width, last=last)
        start, edge = _after_spaces(text.text, end), look.left
        if last:
            return


def _after_spaces(text: str, place: int) -> int:
    """Spaces at the end of a line hang there; none begins the next one."""
    if 0 < place < len(text) and text[place] in _SPACES:
        return place + len(text[place:]) - len(text[place:].lstrip(_SPACES))
    return place


def _line_end(text: _Text, start: int, room: float, *, hanging: bool) -> int:
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


def _is_close(text: _Text, place: int, edge: float) -> bool:
    """Whether a character inside Chinese would end too near the edge."""
    inside = text.scripts[place] is text.scripts[place - 1] is Script.CHINESE
    return inside and text.ends[place] > edge - _CLEAR


def _is_western(text: _Text, cut: int, start: int) -> bool:
    """Whether the last letter or digit up to the cut is: 2025 stays whole inside Chinese."""
    place = cut
    while place > start and not text.text[place].isalnum():
        place -= 1
    return text.scripts[place] is Script.WESTERN


def _set_line(
    text: _Text, start: int, end: int, look: Look, edge: float, width: float, *, last: bool
) -> SetLine:
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


def _slack(text: _Text, start: int, end: int, room: float) -> tuple[float, int]:
    """What a line leaves free, and at how many places it may grow; a hung mark does not count."""
    if end - start > 1 and text.ends[end - 1] - text.starts[start] > room:
        end -= 1
    natural = text.ends[end - 1] - text.starts[start]
    return max(room - natural, 0.0), text.elastic[end - 1] - text.elastic[start]


def _places(text: _Text, start: int, end: int, stretch: float) -> list[float]:
    base, grown = text.starts[start], text.elastic[start]
    if not stretch:
        return [begin - base for begin in text.starts[start:end]]
    pairs = zip(text.starts[start:end], text.elastic[start:end], strict=True)
    return [begin - base + stretch * (count - grown) for begin, count in pairs]


def _shift(align: Align, slack: float) -> float:
    if align is Align.CENTER:
        return slack / 2
    return slack if align is Align.RIGHT else 0.0


def _pieces(text: _Text, start: int, end: int, xs: list[float]) -> Iterator[Piece]:
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
