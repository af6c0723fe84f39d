"""Widths of columns that leave no character alone on the last line of a cell.

A column takes a few characters more where that saves such a line; columns that are wider than
their texts give them up.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import TypeAlias

# Characters that a column may take.
_MORE = (1, 2, 3)

# How long the texts of a column are, in characters, and how many are so long.
Lengths: TypeAlias = "Counter[float]"


@dataclass(frozen=True, slots=True)
class Ruler:
    """What a character of a table takes, and the sides of a cell; `clear` is left to be sure."""

    character: float
    margins: float
    clear: float

    def holds(self, width: float) -> int:
        """Return the number of characters on a line of a column so wide."""
        return max(int((width - self.margins) // self.character), 1)

    def width_for(self, characters: float) -> float:
        """Return the width of a column with lines of so many characters."""
        return characters * self.character + self.margins + self.clear


@dataclass(frozen=True, slots=True)
class Measured:
    """A column: its width, the least that it must keep whatever its texts are, and its texts."""

    width: float
    least: float
    lengths: Lengths


def without_lone_ends(columns: Sequence[Measured], ruler: Ruler) -> list[float]:
    """Return widths that avoid lone last characters; they add up to as much as before."""
    taken = list(columns)
    for place in range(len(taken)):
        _widen(taken, place, ruler)
    return [column.width for column in taken]


def _widen(columns: list[Measured], place: int, ruler: Ruler) -> None:
    """Give one column the best width for which the others have room."""
    spare = [
        0.0 if other == place else _spare(columns[other], ruler) for other in range(len(columns))
    ]
    for width in _wished(columns[place], ruler):
        more = width - columns[place].width
        if more <= sum(spare):
            for other, room in enumerate(spare):
                given = more * room / sum(spare)
                columns[other] = replace(columns[other], width=columns[other].width - given)
            columns[place] = replace(columns[place], width=width)
            return


def _wished(column: Measured, ruler: Ruler) -> list[float]:
    """The greater widths at which fewer texts end in a single character, the best first."""
    now = ruler.holds(column.width)
    lone = _ends(column.lengths, now)[0]
    tries = [(_ends(column.lengths, now + more), now + more) for more in _MORE if lone]
    return [ruler.width_for(held) for ends, held in sorted(tries) if ends[0] < lone]


def _spare(column: Measured, ruler: Ruler) -> float:
    """What a column can give up without breaking a line more or leaving another lone end."""
    held = ruler.holds(column.width)
    lone, lines = _ends(column.lengths, held)
    for fewer in range(held - 1, 0, -1):
        ends = _ends(column.lengths, fewer)
        if ends[0] > lone or ends[1] > lines:
            break
        held = fewer
    used = ruler.width_for(min(max(column.lengths, default=0.0), held))
    return max(column.width - max(used, column.least), 0.0)


def _ends(lengths: Lengths, held: int) -> tuple[int, int]:
    """How many texts end in a single character, and how many lines all take."""
    counted = [(count, *_lines(length, held)) for length, count in lengths.items()]
    lone = sum(count for count, lines, last in counted if lines > 1 and last <= 1)
    return lone, sum(count * lines for count, lines, _ in counted)


def _lines(length: float, held: int) -> tuple[int, float]:
    """How many lines of so many characters a text takes, and how long the last is."""
    lines = max(ceil(length / held), 1)
    return lines, length - (lines - 1) * held
