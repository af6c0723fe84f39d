"""The rows of a table in the order of one of its columns."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from unionapp.figures import read_or_refuse
from unionapp.importing import Cells
from unionapp.values import Kind, Measure, order_of_date

_Rank: TypeAlias = Decimal | tuple[int, ...] | str
_Row: TypeAlias = tuple[str, ...]


def sorted_rows(cells: Cells, column: int, measure: Measure) -> Cells:
    """Return the rows in the order of a column, backwards if they are in that order already.

    What cannot be read as figure or date follows as it stood, and blanks go last.
    """
    ranked = [(_rank(_text(row, column), measure), row) for row in cells]
    readable = [(rank, row) for rank, row in ranked if rank is not None]
    rest = [row for rank, row in ranked if rank is None and _text(row, column)]
    empty = [row for row in cells if not _text(row, column)]
    upwards = (*_in_order(readable), *rest, *empty)
    return upwards if upwards != cells else (*_in_order(readable, backwards=True), *rest, *empty)


def _in_order(readable: Sequence[tuple[_Rank, _Row]], *, backwards: bool = False) -> list[_Row]:
    """Rows that are equal there keep their order both ways."""
    ordered = sorted(readable, key=lambda each: each[0], reverse=backwards)
    return [row for _, row in ordered]


def _text(row: _Row, column: int) -> str:
    return row[column].strip() if len(row) > column else ""


def _rank(text: str, measure: Measure) -> _Rank | None:
    """A figure goes by its size, a date by the calendar, words by themselves."""
    if not text:
        return None
    if not measure.kind.traits.is_normalized:
        return text
    value = read_or_refuse(text, measure)[0].value
    if measure.kind is Kind.DATE:
        return order_of_date(value.text)
    return value.number.amount if value.number else None
