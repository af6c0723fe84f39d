"""How wide the columns of a sheet are: as wide as their texts, together as wide as a page of A4.

So all sheets are printed in one size. Widths are in digits of Excel's standard letter; a
Chinese character of the table (10 pt) is as wide as so many digits.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from math import ceil

from unionapp.layout import Lengths, Measured, Ruler, rows_of_text, without_lone_ends
from unionapp.paper import Table
from unionapp.text import cells

# What an A4 page holds at its full size, between Excel's usual margins.
PORTRAIT_WIDTH, LANDSCAPE_WIDTH = 92, 137

# Points: of a line, of the space round the lines of a row, and of Excel's highest row.
LINE_HEIGHT, AIR, HIGHEST = 14, 6, 409

_NARROWEST, _PRESSED, _WIDEST = 8, 14, 40
_CHARACTER = 1.95
_PADDING = 3
_RULER = Ruler(_CHARACTER, _PADDING, 0)
_UTMOST_WIDTH, _STEP = 240, 5

# What widths that fill a page may be wider than it.
_ROUNDED = 0.01

# What breaking a figure would cost, counted in lines.
_UNBROKEN = 1000

_MOST_LINES = (HIGHEST - AIR) // LINE_HEIGHT


def widths_of(table: Table) -> list[float]:
    """Return each column's width by its longest text; some give way until a page holds all.

    They fill the page, portrait or on its side. A column with a text that the highest row could
    not show is made wider still: the page is then printed smaller, but nothing on it is cut off.
    """
    columns = list(zip(*rows_of_text(table), strict=True))
    widths = _without_lone_ends(_filling(_within_a_page(columns), columns), columns)
    spare = _UTMOST_WIDTH - sum(widths)
    missing = [
        _width_for(texts, width) - width for texts, width in zip(columns, widths, strict=True)
    ]
    share = min(spare / sum(missing), 1) if spare > 0 and any(missing) else 0
    return [width + more * share for width, more in zip(widths, missing, strict=True)]


def is_wide(widths: Sequence[float]) -> bool:
    """Return whether columns need a page on its side; those that fill a portrait one do not."""
    return sum(widths) > PORTRAIT_WIDTH + _ROUNDED


def _wished(texts: Sequence[str]) -> float:
    longest = max(cells(line) for text in texts for line in text.split("\n"))
    return max(longest * _CHARACTER + _PADDING, _NARROWEST)


def _width_for(texts: Sequence[str], width: float) -> float:
    """The width, or a greater one at which each of the texts fits into the highest row.

    A text with more lines of its own than that is not made shorter by any width.
    """
    long = [text for text in texts if lines_in(text, width) > _MOST_LINES]
    while width < _UTMOST_WIDTH and any(_is_broken_too_often(text, width) for text in long):
        width += _STEP
    return width


def _is_broken_too_often(text: str, width: float) -> bool:
    return lines_in(text, width) > max(_MOST_LINES, 1 + text.count("\n"))


def _within_a_page(columns: Sequence[Sequence[str]]) -> list[float]:
    """Take from the columns where it breaks the fewest lines, until a page holds them all."""
    widths = [min(_wished(texts), _WIDEST) for texts in columns]
    lengths = [Counter(_line_lengths(texts)) for texts in columns]
    while sum(widths) > LANDSCAPE_WIDTH:
        costs = [
            (_all_lines(length, width - 1) - _all_lines(length, width), -width, place)
            for place, (length, width) in enumerate(zip(lengths, widths, strict=True))
            if width > _PRESSED
        ]
        if not costs:
            break
        widths[min(costs)[-1]] -= 1
    return widths


def _filling(widths: Sequence[float], columns: Sequence[Sequence[str]]) -> list[float]:
    """The widths made to fill their page: first what texts still wish, then all in proportion."""
    page = LANDSCAPE_WIDTH if is_wide(widths) else PORTRAIT_WIDTH
    lacking = [max(_wished(texts) - width, 0) for texts, width in zip(columns, widths, strict=True)]
    share = min(max(page - sum(widths), 0) / sum(lacking), 1) if any(lacking) else 0
    served = [width + more * share for width, more in zip(widths, lacking, strict=True)]
    return [width * max(page / sum(served), 1) for width in served]


def _without_lone_ends(widths: Sequence[float], columns: Sequence[Sequence[str]]) -> list[float]:
    """The widths with as few lines of one character as the page has room for."""
    measured = [
        Measured(width, _NARROWEST, _lengths(texts))
        for width, texts in zip(widths, columns, strict=True)
    ]
    return without_lone_ends(measured, _RULER)


def _lengths(texts: Sequence[str]) -> Lengths:
    return Counter(cells(line) for text in texts for line in text.split("\n"))


def _line_lengths(texts: Sequence[str]) -> Iterator[tuple[float, bool]]:
    """How long each line is, and whether it can be broken, as figures cannot."""
    for text in texts:
        for line in text.split("\n"):
            yield cells(line) * _CHARACTER, not line.isascii()


def _all_lines(lengths: "Counter[tuple[float, bool]]", width: float) -> int:
    """How many lines these take in a column; what cannot be broken must not have to be."""
    room = width - _PADDING + 0.5
    return sum(
        count * (max(ceil(length / room), 1) if breaks or length <= room else _UNBROKEN)
        for (length, breaks), count in lengths.items()
    )


def lines_in(text: str, width: float) -> int:
    """Return how many lines a text takes in a column; it may have lines of its own."""
    room = width - _PADDING + 0.5
    return sum(max(ceil(cells(line) * _CHARACTER / room), 1) for line in text.split("\n"))
