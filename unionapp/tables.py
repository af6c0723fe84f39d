"""Tables of a draft as tables of a document: an ordinal column, typed cells, totals."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from unionapp.derivation import sum_of
from unionapp.derive import Figures
from unionapp.document import Cell, CellFormat, Column, Table
from unionapp.template import Column as TemplateColumn
from unionapp.template import Indicator
from unionapp.values import Kind, Measure, State, Value, printed_in_column

_FORMATS = {
    Kind.COUNT: CellFormat.COUNT,
    Kind.MONEY: CellFormat.MONEY,
    Kind.RATE: CellFormat.PERCENT,
}
_SUMMED = frozenset({Kind.COUNT, Kind.MONEY})
_EMPTY = Cell("")


def table_of(figures: Figures, indicator: Indicator) -> Table:
    """The table that an indicator of kind table holds; a column that nobody filled is left out."""
    rows = figures.value(indicator.id).rows
    kept = [
        (column, [row[index] for row in rows])
        for index, column in enumerate(indicator.columns)
        if any(row[index].state is not State.BLANK for row in rows)
    ]
    head = (Column("序号", 3, CellFormat.COUNT), *(_column(column) for column, _ in kept))
    body = tuple(
        _row(number, [(column, values[number - 1]) for column, values in kept])
        for number in range(1, len(rows) + 1)
    )
    return Table(head, body, _totals(kept))


def _column(column: TemplateColumn) -> Column:
    unit = f"（{column.unit}）" if column.unit else ""
    return Column(f"{column.name}{unit}", column.width * 4, format_of(column.kind))


def _row(number: int, values: list[tuple[TemplateColumn, Value]]) -> tuple[Cell, ...]:
    ordinal = Cell(str(number), Decimal(number), CellFormat.COUNT)
    return (ordinal, *(_cell(column, value) for column, value in values))


def _cell(column: TemplateColumn, value: Value) -> Cell:
    return _EMPTY if value.state is State.BLANK else cell_of(value, column.measure)


def _totals(kept: list[tuple[TemplateColumn, list[Value]]]) -> tuple[Cell, ...]:
    """合计, under the columns that add up; empty when there is no such column."""
    totals = [_total(values, column) for column, values in kept]
    return (Cell("合计"), *totals) if any(cell.text for cell in totals) else ()


def totals_of(
    rows: Sequence[Sequence[Value]], columns: Sequence[TemplateColumn]
) -> Iterator[tuple[str, str]]:
    """The name and the total, with its unit, of each column that adds up."""
    for index, column in enumerate(columns):
        if total := _total([row[index] for row in rows], column).text:
            yield column.name, f"{total}{column.unit}"


def _total(values: list[Value], column: TemplateColumn) -> Cell:
    total = sum_of(values)
    if column.kind not in _SUMMED or not total.given:
        return _EMPTY
    return cell_of(total, column.measure)


def cell_of(value: Value, measure: Measure) -> Cell:
    """A value as a cell, without the unit that the head already names."""
    text = printed_in_column(value, measure)
    return Cell(text, value.exact_amount, format_of(measure.kind))


def format_of(kind: Kind) -> CellFormat:
    """How cells of a kind stand."""
    return _FORMATS.get(kind, CellFormat.TEXT)
