"""What the columns of a table add up to, and what keeps one from adding up."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unionapp.figures.formulas import sum_of
from unionapp.template import Column
from unionapp.values import State, Value, printed_in_column

# What is told in place of a total that a figure such as 20余 keeps from being one.
NO_TOTAL = "含概数，不合计"
_INCOMPLETE = "有空格，不合计"


@dataclass(frozen=True, slots=True)
class MissingAddend:
    """The first cell for which a column does not add up; `row` counts from 1."""

    column: Column
    row: int
    # What the row is about: its first text.
    called: str
    value: Value

    @property
    def inexact(self) -> bool:
        """Whether it is a figure such as 20余, rather than none."""
        return self.value.given


def missing_addends(
    rows: Sequence[Sequence[Value]], columns: Sequence[Column]
) -> Iterator[MissingAddend]:
    """Yield what keeps each column that is to add up from it; a withheld figure does not."""
    for index, column in _summed(columns):
        if sum_of(values := [row[index] for row in rows]).state is State.BLANK:
            yield from _missing_addend(rows, values, column)


def _summed(columns: Sequence[Column]) -> Iterator[tuple[int, Column]]:
    """Yield the columns that are added up, each with its place."""
    return ((at, each) for at, each in enumerate(columns) if each.kind.traits.is_summed)


def _missing_addend(
    rows: Sequence[Sequence[Value]], values: Sequence[Value], column: Column
) -> Iterator[MissingAddend]:
    """The first cell without an exact figure, a qualified one before one that is missing."""
    if not any(value.given for value in values):
        return
    lacking = (at for at, value in enumerate(values) if _lacks_amount(value))
    first = min(lacking, key=lambda at: not values[at].given)
    yield MissingAddend(column, first + 1, rows[first][0].text, values[first])


def _lacks_amount(value: Value) -> bool:
    return value.exact_amount is None and value.state is not State.NOT_APPLICABLE


def totals_of(
    rows: Sequence[Sequence[Value]], columns: Sequence[Column]
) -> Iterator[tuple[str, str]]:
    """Yield the name of each column with its total and unit, or why it has none."""
    for index, column in _summed(columns):
        values = [row[index] for row in rows]
        total = sum_of(values)
        if total.given:
            yield column.name, f"{printed_in_column(total, column.measure)}{column.unit}"
        elif total.state is State.BLANK:
            for missing in _missing_addend(rows, values, column):
                reason = NO_TOTAL if missing.inexact else _INCOMPLETE
                yield column.name, f"{reason}（第{missing.row}行）"
