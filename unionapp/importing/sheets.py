"""A file with tables as plain text: its sheets and their rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from typing import TypeAlias

# Rows with something in them that are read of one sheet.
MOST_ROWS = 10_000
MOST_COLUMNS = 256
# Cells with something in them that are read of one file.
MOST_CELLS = 1_000_000
# Characters that Excel allows in a cell.
LONGEST_CELL = 32_767
# Bytes that a file may have.
MOST_BYTES = 32 * 2**20
_MOST_MERGED = 200_000

# A cell: its row's number, from one, and its column, from zero.
Spot: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with something in it; `number` is the one that Excel shows beside it, from one."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int) -> str:
        """Return the text in a column, counted from zero; empty beyond the row's end."""
        return self.cells[column] if 0 <= column < len(self.cells) else ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Merged cells: row numbers from one, columns from zero, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def is_tall(self) -> bool:
        """Whether it reaches over several rows."""
        return self.bottom > self.top


@dataclass(frozen=True)
class Sheet:
    """The rows of a sheet that have something in them, in order.

    `hidden` are the numbers of rows that Excel does not show. `unsaved` are the formulas without a
    result in the file, which read as nothing, and `faulty` those whose result is an error; each is
    a row number and a column. `remarks` are sentences about the sheet as a whole.
    """

    name: str
    rows: tuple[Row, ...]
    merges: tuple[Merge, ...] = ()
    hidden: frozenset[int] = frozenset()
    unsaved: tuple[Spot, ...] = ()
    faulty: tuple[Spot, ...] = ()
    remarks: tuple[str, ...] = ()

    @cached_property
    def width(self) -> int:
        """How many columns it has."""
        return max((len(row.cells) for row in self.rows), default=0)

    @cached_property
    def _by_number(self) -> dict[int, Row]:
        return {row.number: row for row in self.rows}

    def cell(self, number: int, column: int) -> str:
        """Return the text of a cell."""
        row = self._by_number.get(number)
        return row.cell(column) if row else ""

    def merge_at(self, number: int, column: int) -> Merge | None:
        """Return the merged cells that a cell belongs to."""
        return self._merged.get((number, column))

    def shown(self, number: int, column: int) -> str:
        """Return the text of a cell, or of the merged cells that it belongs to."""
        text = self.cell(number, column)
        if text or (merge := self.merge_at(number, column)) is None:
            return text
        return self.cell(merge.top, merge.left)

    @cached_property
    def _merged(self) -> dict[Spot, Merge]:
        """The merged cells by place, as far as there are rows and columns, and bounds."""
        last = self.rows[-1].number if self.rows else 0
        return dict(islice(self._merged_places(last), _MOST_MERGED))

    def _merged_places(self, last: int) -> Iterator[tuple[Spot, Merge]]:
        for merge in self.merges:
            for number in range(merge.top, min(merge.bottom, last) + 1):
                for column in range(merge.left, min(merge.right + 1, self.width)):
                    yield (number, column), merge


@dataclass(frozen=True, slots=True)
class Book:
    """A file that was read: its name and its sheets, each with at least one row."""

    name: str
    sheets: tuple[Sheet, ...]


def column_letter(column: int) -> str:
    """Return what Excel calls a column, counted from zero: A, B, … Z, AA."""
    before, last = divmod(column, 26)
    return (column_letter(before - 1) if before else "") + chr(ord("A") + last)
