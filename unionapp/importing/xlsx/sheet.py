"""One sheet of a workbook: its cells as a person sees them (ECMA-376, part 1, 18.3).

Where a row or a cell stands is taken from itself, never from what the sheet says of its size: a
wrong `dimension` has made readers lose rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from unionapp.importing.archive import EnoughError, Quiet, unescaped, whole_number
from unionapp.importing.sheets import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Merge,
    Row,
    Sheet,
    Spot,
)
from unionapp.importing.xlsx.formats import GENERAL, NumberFormat, iso_text, number_text
from unionapp.text import clean

_PLACE = re.compile("([A-Z]{1,3})([0-9]{1,7})", re.ASCII)
_MOST_MERGES = 5000
_MOST_NOTED = 10_000


@dataclass(frozen=True, slots=True)
class SharedParts:
    """What the cells of all sheets refer to: texts, number formats, the first day."""

    strings: Sequence[str]
    formats: Sequence[NumberFormat]
    from_1904: bool


@dataclass(slots=True)
class Allowance:
    """How many cells with something in them may still be read of the file."""

    cells: int = MOST_CELLS


@dataclass(slots=True)
class _Cell:
    """A cell that is being read."""

    column: int = 0
    kind: str = ""
    style: int = 0
    has_formula: bool = False
    value: str = ""


class SheetReader(Quiet):
    """Gathers the rows of a sheet from its elements."""

    def __init__(self, name: str, shared: SharedParts, allowance: Allowance) -> None:
        self._name = name
        self._shared_parts = shared
        self._allowance = allowance
        self._rows: dict[int, dict[int, str]] = {}
        self._merges: list[Merge] = []
        self._hidden: set[int] = set()
        self._number = 0
        self._column = -1
        self._cell: _Cell | None = None
        self._pieces: list[str] | None = None
        self._spoken = 0
        self._widest = 0
        self._unsaved: list[Spot] = []
        self._faulty: list[Spot] = []
        self._is_cut = False

    def sheet(self) -> Sheet:
        """Return the sheet as far as it was read."""
        rows = tuple(_row(number, cells) for number, cells in sorted(self._rows.items()))
        return Sheet(
            self._name,
            rows,
            tuple(self._merges),
            frozenset(self._hidden & self._rows.keys()),
            tuple(self._unsaved),
            tuple(self._faulty),
            tuple(self._remarks()),
        )

    def cut_off(self) -> None:
        """Note that the sheet goes on, but is not read any further."""
        self._is_cut = True

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell or something in it."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes)
        elif name == "mergeCell":
            self._note_merge(attributes.get("ref", ""))
        elif name == "rPh":
            self._spoken += 1
        elif self._cell is not None:
            if name == "f":
                self._cell.has_formula = True
            elif name in ("v", "t") and not self._spoken:
                self._pieces = []

    def end(self, name: str) -> None:
        """Complete a cell or its value."""
        if name in ("v", "t"):
            if self._pieces is not None and self._cell is not None:
                self._cell.value = (self._cell.value + "".join(self._pieces))[:LONGEST_CELL]
            self._pieces = None
        elif name == "rPh":
            self._spoken -= 1
        elif name == "c" and self._cell is not None:
            self._end_cell(self._cell)
            self._cell = None

    def text(self, text: str) -> None:
        """Take a piece of a value."""
        if self._pieces is not None:
            self._pieces.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self._number = whole_number(attributes.get("r", "")) or self._number + 1
        self._column = -1
        if attributes.get("hidden") in ("1", "true"):
            self._hidden.add(self._number)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = _place_of(attributes.get("r", ""))
        self._column = place[1] if place else self._column + 1
        style = whole_number(attributes.get("s", ""))
        self._cell = _Cell(self._column, attributes.get("t", "n"), style)

    def _end_cell(self, cell: _Cell) -> None:
        text = self._text_of(cell).strip()
        if not text:
            if cell.has_formula and not cell.value:
                self._note(self._unsaved, cell)
            return
        self._widest = max(self._widest, cell.column + 1)
        if cell.column >= MOST_COLUMNS:
            return
        if cell.kind == "e":
            self._note(self._faulty, cell)
        self._make_room()
        self._rows.setdefault(self._number, {})[cell.column] = text

    def _make_room(self) -> None:
        self._allowance.cells -= 1
        is_new = self._number not in self._rows
        if self._allowance.cells < 0 or (is_new and len(self._rows) == MOST_ROWS):
            self._is_cut = True
            raise EnoughError

    def _text_of(self, cell: _Cell) -> str:
        """The cell's text, cleaned; a text of its own has been cleaned when it was read."""
        formats, value = self._shared_parts.formats, cell.value
        shown = formats[cell.style] if cell.style < len(formats) else GENERAL
        match cell.kind:
            case "s":
                return self._shared(value)
            case "n":
                raw = value.strip()
                return clean(number_text(raw, shown, from_1904=self._shared_parts.from_1904)).text
            case "b":
                return {"1": "TRUE", "0": "FALSE"}.get(value.strip(), "")
            case "d":
                return clean(iso_text(value.strip(), shown)).text
            case _:
                return clean(unescaped(value)).text

    def _shared(self, value: str) -> str:
        index = value.strip()
        if not index.isascii() or not index.isdigit() or len(index) > 9:
            return ""
        strings = self._shared_parts.strings
        return strings[int(index)] if int(index) < len(strings) else ""

    def _note_merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, stop = _place_of(first), _place_of(last)
        if start and stop and start != stop and len(self._merges) < _MOST_MERGES:
            self._merges.append(Merge(*start, *stop))

    def _note(self, spots: list[Spot], cell: _Cell) -> None:
        if len(spots) < _MOST_NOTED:
            spots.append((self._number, cell.column))

    def _remarks(self) -> list[str]:
        remarks = []
        if self._is_cut:
            last = max(self._rows, default=0)
            remarks.append(f"这张工作表太长，只读到第{last}行。")
        if self._widest > MOST_COLUMNS:
            remarks.append(f"这张工作表有{self._widest}列，只读了前{MOST_COLUMNS}列。")
        return remarks


def _row(number: int, cells: dict[int, str]) -> Row:
    return Row(number, tuple(cells.get(column, "") for column in range(max(cells) + 1)))


def _place_of(reference: str) -> tuple[int, int] | None:
    """The row, from one, and the column, from zero, of a place such as B12."""
    found = _PLACE.fullmatch(reference)
    if found is None:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column - 1
