"""Tables of a draft as tables of a document: an ordinal column, typed cells, totals."""

from decimal import Decimal

from unionapp.figures import Figures, sum_of
from unionapp.paper.alignment import ORDINAL, aligned
from unionapp.paper.document import Cell, CellFormat, Column, Table
from unionapp.template import Column as TemplateColumn
from unionapp.template import Indicator
from unionapp.values import Kind, Measure, State, Value, printed_in_column

_FORMATS = {
    Kind.COUNT: CellFormat.COUNT,
    Kind.MONEY: CellFormat.MONEY,
    Kind.RATE: CellFormat.PERCENT,
}
_EMPTY = Cell("")
_NO_SUM = "—"
"""Under a column that does not add up; why not is told in the window, not on the paper."""


def table_of(figures: Figures, indicator: Indicator) -> Table:
    """The table that an indicator of kind table holds; a column that nobody filled is left out."""
    rows = figures.value(indicator.id).rows
    kept = [
        (column, [row[index] for row in rows])
        for index, column in enumerate(indicator.columns)
        if any(row[index].state is not State.BLANK for row in rows)
    ]
    head = (Column(ORDINAL, 3, CellFormat.COUNT), *(_column(column) for column, _ in kept))
    body = tuple(
        _row(number, [(column, values[number - 1]) for column, values in kept])
        for number in range(1, len(rows) + 1)
    )
    return aligned(Table(head, body, _totals(kept)))


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
    adds_up = any(cell.number is not None for cell in totals)
    return (Cell("合计"), *totals) if adds_up else ()


def _total(values: list[Value], column: TemplateColumn) -> Cell:
    """The sum under a column, or a stroke where a missing or qualified figure keeps it from one."""
    total = sum_of(values)
    if not column.kind.traits.is_summed or total.state is State.NOT_APPLICABLE:
        return _EMPTY
    return cell_of(total, column.measure) if total.given else _no_sum(column)


def _no_sum(column: TemplateColumn) -> Cell:
    return Cell(_NO_SUM, None, format_of(column.kind))


def cell_of(value: Value, measure: Measure) -> Cell:
    """A value as a cell, without the unit that the head already names."""
    text = printed_in_column(value, measure)
    return Cell(text, value.exact_amount, format_of(measure.kind))


def format_of(kind: Kind) -> CellFormat:
    """How cells of a kind stand."""
    return _FORMATS.get(kind, CellFormat.TEXT)
