"""A text made ready for breaking: what each of its characters takes.

What counts as fitting follows the Word document: each character is condensed by the style, except
where the script changes; there a fifth of the size comes in between, unless one of the two is a
mark (measured in LibreOffice 7.4).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import add

from unionapp.layout.pages.measuring import SHARED_MARKS, Script, Widths, changes, scripts
from unionapp.layout.styles import ParagraphStyle
from unionapp.paper import Run

# Between Chinese and Western characters, as a share of the size.
AIR = 0.2

# It takes a whole character in Chinese text, in fonts too that draw it narrower.
DASH = "—"

# Default tab stops, in points.
TAB = 21.0


@dataclass(frozen=True, slots=True)
class PreparedText:
    """A text made ready: what each character takes, and what may grow.

    Attributes:
        starts: Where each character begins, were all on one line; one more for the end.
        ends: Where the room of each character ends.
        elastic: How many places before each character may grow to justify a line.
        borders: Where the stretches of one font and indicator begin.
        stretches: The font and the indicator of each.
    """

    text: str
    size: float
    scripts: Sequence[Script]
    starts: Sequence[float]
    ends: Sequence[float]
    elastic: Sequence[int]
    borders: Sequence[int]
    stretches: Sequence[tuple[str, str]]


def prepare(runs: Sequence[Run], style: ParagraphStyle, widths: Widths) -> PreparedText:
    """Prepare a stretch of runs without a line break for breaking into lines."""
    text = "".join(run.text for run in runs)
    found = scripts(text)
    advances = _advances(text, found, style, widths)
    edges = changes(found)
    steps = [advance + style.condensed for advance in advances]
    for edge in edges:
        airy = text[edge - 1].isalnum() and text[edge].isalnum()
        steps[edge - 1] = advances[edge - 1] + AIR * style.size * airy
    if DASH * 2 in text:  # drawn as one long dash, it is condensed once
        for place in range(len(text) - 1):
            if text[place : place + 2] == DASH * 2:
                steps[place] = advances[place]
    if "\t" in text:
        _widen_tabs(text, steps, advances, style)
    starts = list(accumulate(steps, initial=0.0))
    borders = _borders(text, found, edges, runs) if text else []
    return PreparedText(
        text,
        style.size,
        found,
        starts,
        list(map(add, starts, advances)),
        _elastic(text, found) if edges or Script.WESTERN in found[:1] else range(len(text) + 1),
        borders,
        _stretches(text, found, borders, runs, style),
    )


def _advances(
    text: str, found: Sequence[Script], style: ParagraphStyle, widths: Widths
) -> list[float]:
    known = widths.of(style.font, style.latin, style.size)
    advances = list(map(known.__getitem__, text))
    if " " in text or DASH in text:
        western = widths.of(style.latin, style.latin, style.size)
        for place, character in enumerate(text):
            if character == " " and found[place] is Script.WESTERN:
                advances[place] = western[character]
            elif character == DASH and found[place] is Script.CHINESE:
                advances[place] = style.size
    return advances


def _widen_tabs(
    text: str, steps: list[float], advances: list[float], style: ParagraphStyle
) -> None:
    """A tab of the first line goes to where the other lines begin, later ones to default stops."""
    place = style.first
    for index, character in enumerate(text):
        if character == "\t":
            stop = style.left if style.left > place else (place // TAB + 1) * TAB
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
    """Where font or indicator change; shared marks are set from the Chinese font."""
    western = Script.WESTERN
    places = {0, *edges, *accumulate(len(run.text) for run in runs)} - {len(text)}
    if western in found and not SHARED_MARKS.isdisjoint(text):
        pairs = enumerate(zip(text, found, strict=True))
        marks = [place for place, pair in pairs if pair[0] in SHARED_MARKS and pair[1] is western]
        places.update(marks, (mark + 1 for mark in marks if mark + 1 < len(text)))
    return sorted(places)


def _stretches(
    text: str,
    found: Sequence[Script],
    borders: Sequence[int],
    runs: Sequence[Run],
    style: ParagraphStyle,
) -> list[tuple[str, str]]:
    ends = list(accumulate(len(run.text) for run in runs))
    return [
        (_font(text[place], found[place], style), runs[bisect_right(ends, place)].indicator)
        for place in borders
    ]


def _font(character: str, script: Script, style: ParagraphStyle) -> str:
    western = script is Script.WESTERN and character not in SHARED_MARKS
    return style.latin if western else style.font
