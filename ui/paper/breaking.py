"""A paragraph set into lines.

Greedy, as word processors do it: each line takes what fits, then goes back to a place where a line
may end. What counts as fitting follows the Word document: each character is condensed by the style,
except where the script changes; there a fifth of the size comes in between, unless one of the two
is a mark (measured in LibreOffice 7.4).
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

from ui.paper.kinsoku import chinese_break, western_break
from ui.paper.looks import Align, Look
from ui.paper.measuring import Widths
from ui.paper.pages import Line, Piece
from ui.paper.scripts import SHARED_MARKS, Script, changes, scripts
from unionapp.document import Run

AIR = 0.2
"""Between Chinese and Western characters, as a share of the size."""

TAB = 21.0
"""Default tab stops, in points."""

_TOLERANCE = 0.01
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
        ends: Where the ink room of each character ends.
        elastic: How many places before each character may grow to justify a line.
        faces: The face of each character.
        indicators: The indicator that each character belongs to.
    """

    text: str
    size: float
    scripts: Sequence[Script]
    starts: Sequence[float]
    ends: Sequence[float]
    elastic: Sequence[int]
    faces: Sequence[str]
    indicators: Sequence[str]


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
    chinese, western = widths.of(look.face), widths.of(look.latin)
    faces = _faces(text, found, look)
    advances = [
        (western if face is look.latin else chinese)[character] * look.size
        for character, face in zip(text, faces, strict=True)
    ]
    steps = [advance + look.condensed for advance in advances]
    for place in changes(found):
        air = AIR * look.size if text[place].isalnum() and text[place + 1].isalnum() else 0
        steps[place] = advances[place] + air
    starts = list(accumulate(steps, initial=0.0))
    return _Text(
        text,
        look.size,
        found,
        starts,
        [start + advance for start, advance in zip(starts, advances, strict=False)],
        list(accumulate(_growing(text, found), initial=0)),
        faces,
        [run.indicator for run in runs for _ in run.text],
    )


def _faces(text: str, found: Sequence[Script], look: Look) -> list[str]:
    faces = [look.latin if script is Script.WESTERN else look.face for script in found]
    if Script.WESTERN in found and not SHARED_MARKS.isdisjoint(text):
        for place, character in enumerate(text):
            if character in SHARED_MARKS:
                faces[place] = look.face
    return faces


def _growing(text: str, found: Sequence[Script]) -> Iterable[int]:
    """1 after each character where a justified line may grow: not inside words and figures."""
    western = Script.WESTERN
    if western not in found:
        return [1] * len(text)
    pairs = zip(found, [*found[1:], Script.CHINESE], text, strict=True)
    return [
        int(not (one is western and other is western) or character == " ")
        for one, other, character in pairs
    ]


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
    cut = bisect_right(text.ends, text.starts[start] + room + _TOLERANCE, lo=start)
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
    reach = room + _TOLERANCE
    if end - start > 1 and text.ends[end - 1] - text.starts[start] > reach:
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


def _pieces(text: _Text, start: int, end: int, xs: Sequence[float]) -> Iterator[Piece]:
    """The stretches of one face and indicator."""
    kinds = zip(text.faces[start:end], text.indicators[start:end], strict=True)
    place = 0
    for (face, indicator), group in groupby(kinds):
        stop = place + sum(1 for _ in group)
        letters = text.text[start + place : start + stop]
        yield Piece(letters, face, text.size, tuple(xs[place:stop]), indicator)
        place = stop
