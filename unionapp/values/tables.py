"""Tables: rows of cells, each cell read by its column's measure."""

from collections.abc import Callable
from typing import TypeAlias

from unionapp.errors import UnreadableError
from unionapp.text import quoted
from unionapp.values.kinds import Kind
from unionapp.values.model import BLANK, Measure, Reading, Remark, State, Value

Cells: TypeAlias = tuple[tuple[str, ...], ...]
ReadCell: TypeAlias = Callable[[str, Measure], Reading]

_FREE_CELL = Measure(Kind.TEXT)


def read_table(rows: Cells, columns: tuple[Measure, ...], read_cell: ReadCell) -> Reading:
    """Read the rows of a table; short rows are filled up with blanks, blank rows dropped.

    Raises:
        UnreadableError: a cell cannot be read or a row is too long; the sentence names the place
            by the row and column as typed, both counted from one.
    """
    measures = columns or (_FREE_CELL,) * max(map(len, rows), default=0)
    readings = [_read_row(place, row, measures, read_cell) for place, row in enumerate(rows, 1)]
    kept = tuple(values for values, _ in readings if _is_filled(values))
    remarks = tuple(remark for _, told in readings for remark in told)
    return Reading(Value(State.GIVEN, rows=kept) if kept else BLANK, remarks)


def without_unreadable(rows: Cells, columns: tuple[Measure, ...], read_cell: ReadCell) -> Cells:
    """The rows with blanks where a cell cannot be read, and without what is beyond the columns."""
    return tuple(
        tuple(_or_blank(*cell, read_cell) for cell in zip(row, columns, strict=False))
        for row in rows
    )


def _or_blank(cell: str, measure: Measure, read_cell: ReadCell) -> str:
    try:
        read_cell(cell, measure)
    except UnreadableError:
        return ""
    return cell


def split_cells(text: str) -> Cells:
    """The cells of a table typed or pasted as one text: lines, and tabs between the cells."""
    return tuple(tuple(line.split("\t")) for line in text.splitlines())


def _is_filled(values: tuple[Value, ...]) -> bool:
    return any(value.state is not State.BLANK for value in values)


_Row: TypeAlias = tuple[tuple[Value, ...], tuple[Remark, ...]]


def _read_row(
    place: int, row: tuple[str, ...], measures: tuple[Measure, ...], read_cell: ReadCell
) -> _Row:
    _check_length(place, row, len(measures))
    cells = row[: len(measures)] + ("",) * (len(measures) - len(row))
    values: list[Value] = []
    remarks: list[Remark] = []
    for column, (cell, measure) in enumerate(zip(cells, measures, strict=True), 1):
        reading = _read_at((place, column), cell, measure, read_cell)
        values.append(reading.value)
        remarks.extend(reading.remarks)
    return tuple(values), tuple(remarks)


def _check_length(place: int, row: tuple[str, ...], width: int) -> None:
    surplus = [cell for cell in row[width:] if cell.strip()]
    if surplus:
        message = f"第{place}行有{len(row)}格，表只有{width}列，请去掉多出的{quoted(surplus[0])}。"
        raise UnreadableError(message)


def _read_at(place: tuple[int, int], cell: str, measure: Measure, read_cell: ReadCell) -> Reading:
    where = "第{}行第{}列"
    try:
        reading = read_cell(cell, measure)
    except UnreadableError as error:
        raise UnreadableError(f"{where.format(*place)}的{error}") from None
    if not reading.remarks:  # as with nearly all of the thousands of cells
        return reading
    where, cell_of = where.format(*place), tuple(map(str, place))
    placed = (
        Remark(told.rule, f"{where}的{told.message}", (*cell_of, *told.evidence))
        for told in reading.remarks
    )
    return Reading(reading.value, tuple(placed))
