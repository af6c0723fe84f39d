"""How wide the columns of a table are, and whether it needs a page on its side.

A column asks for room by what stands in it: a figure stays on one line, a word of some characters
too, and a longer text is content with lines of that many. Where there is room, no text ends in a
line of one character.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, islice, pairwise

from unionapp.layout.lone_ends import Lengths, Measured, Ruler, without_lone_ends
from unionapp.layout.official import CELL_PADDING, Page
from unionapp.layout.text import rows_of_text
from unionapp.paper import CellFormat, Column, Table
from unionapp.text import cells

# 小四, the size of a table's text, in twips.
_CELL = 240

# At the sides of a cell, and a point that must stay clear.
_MARGINS = 2 * CELL_PADDING + 20

# Of that point, what no program needs: a line may take it, but not count on it.
_CLEAR = 10

# Two characters, and air.
_NARROWEST = 760

# Characters of a text that stay together, as of dates and most names; of a longer one, a line.
_WORD, _PART = 6.0, 5.0

# Between Chinese characters and figures.
_AIR = 0.2

_RULER = Ruler(_CELL, _MARGINS - _CLEAR, _CLEAR)

# Longer than this no figure is; such a cell holds a sentence.
_FIGURE = 10

# Texts whose width is remembered: those of the longest table that the window takes.
_REMEMBERED = 1 << 15

_DATE = re.compile(r"\d{4}年\d{1,2}月(?:\d{1,2}日)?")
_UNIT = re.compile(r"（[^（）]+）$")


def is_wide(table: Table, portrait: Page) -> bool:
    """Return whether the columns of a table ask for more than a portrait page has."""
    return sum(_needs(table)) > portrait.text_width


def column_widths(table: Table, whole: int) -> list[int]:
    """Divide a table's width by its columns' shares, each with the room that it asks for.

    They add up to the whole, without a twip left over. Where not all can have what they ask for,
    the narrowest still hold two characters.
    """
    asked = _needs(table)
    wished = [max(pair) for pair in zip(asked, _wishes(table), strict=True)]
    narrowest = [_NARROWEST] * len(wished)
    tries = (wished, asked, narrowest)
    needs = next((each for each in tries if sum(each) <= whole), narrowest)
    parts = _given(table.columns, needs, whole)
    parts = without_lone_ends(list(_measured(table, parts, needs)), _RULER)
    edges = [round(edge) for edge in accumulate(parts, initial=0.0)]
    edges = [edge * whole // max(edges[-1], 1) for edge in edges]
    return [right - left for left, right in pairwise(edges)]


def column_titles(table: Table, widths: Sequence[int]) -> list[str]:
    """Return the titles of the columns; a unit without room beside its name gets its own line."""
    pairs = zip(table.columns, widths, strict=True)
    return [_head(column.title, width - _MARGINS) for column, width in pairs]


def _head(title: str, room: int) -> str:
    name, unit = _named(title)
    fits = round(cells(title) * _CELL) <= room
    return title if fits or not (name and unit) else f"{name}\n{unit}"


def _named(title: str) -> tuple[str, str]:
    """A column's name and the unit that stands in brackets behind it, or nothing."""
    found = _UNIT.search(title)
    return (title[: found.start()], found[0]) if found else (title, "")


def _given(columns: Sequence[Column], needs: Sequence[int], whole: int) -> list[float]:
    """What each column gets: its share, or its need where that is more; the others pay for it."""
    short: set[int] = set()
    while True:
        rest = whole - sum(needs[place] for place in short)
        shares = sum(column.width for place, column in enumerate(columns) if place not in short)
        given = [
            float(needs[place]) if place in short else column.width * rest / shares
            for place, column in enumerate(columns)
        ]
        more = {place for place, part in enumerate(given) if part < needs[place]} - short
        if not more:
            return given
        short |= more


def _measured(table: Table, widths: Sequence[float], needs: Sequence[int]) -> Iterator[Measured]:
    """The columns with their texts; of one whose texts all fit only the widest is measured."""
    columns = zip(*islice(rows_of_text(table), 1, None), strict=True)
    texts = list(columns) or [()] * len(widths)
    for column, content, width, need in zip(table.columns, texts, widths, needs, strict=True):
        every = (*_head(column.title, int(width) - _MARGINS).split("\n"), *content)
        longest = _longest(every)
        fits = _RULER.width_for(longest) <= width
        yield Measured(width, need, Counter((longest,)) if fits else _lengths(every))


def _lengths(texts: Iterable[str]) -> Lengths:
    """How long the lines of texts are; each text is measured once."""
    lengths: Lengths = Counter()
    for text, count in Counter(texts).items():
        for line in text.split("\n"):
            lengths[_length(line)] += count
    return lengths


def _needs(table: Table) -> list[int]:
    return list(_need_of_each(table))


def _need_of_each(table: Table) -> Iterator[int]:
    rows = list(rows_of_text(table))
    for column, (title, *texts) in zip(table.columns, zip(*rows, strict=True), strict=True):
        figures = column.format is not CellFormat.TEXT
        longest = _longest(texts)
        content = min(longest, _FIGURE) if figures or longest <= _WORD else _PART
        name, unit = _named(title)
        half = min(cells(title) / 2, _PART)  # a long title stands on two lines
        head = max(half, min(cells(unit), _PART)) if name else half
        yield max(round(max(content, head) * _CELL) + _MARGINS, _NARROWEST)


def _wishes(table: Table) -> Iterator[int]:
    """What a column would like where the page has room: whole dates, and a short name whole."""
    for title, *texts in zip(*rows_of_text(table), strict=True):
        dates = _longest(text for text in texts if _DATE.fullmatch(text))
        name = cells(_named(title)[0])
        content = max(dates, name if name <= _PART else 0.0)
        yield round(content * _CELL) + _MARGINS


def _longest(texts: Iterable[str]) -> float:
    """The width of the widest text; what has fewer characters than that is not measured."""
    widest = 0.0
    for text in sorted(set(texts), key=len, reverse=True):
        if len(text) <= widest:
            break
        widest = max(widest, _length(text))
    return widest


@lru_cache(maxsize=_REMEMBERED)
def _length(text: str) -> float:
    """Remembered, for after each edit of a long table all but one of its texts are the same."""
    return cells(text) + _AIR * _changes(text)


def _changes(text: str) -> int:
    """How often the script changes."""
    return sum(1 for one, other in pairwise(text) if one.isascii() != other.isascii())
