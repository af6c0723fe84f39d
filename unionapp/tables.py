"""Tables of a draft as tables of a document: an ordinal column, typed cells, totals."""

from decimal import Decimal

from unionapp.derive import Figures
from unionapp.document import Cell, CellFormat, Column, Table
from unionapp.template import Column as TemplateColumn
from unionapp.template import Indicator
from unionapp.values import Kind, Measure, Number, State, Value, printed

_FORMATS = {
    Kind.COUNT: CellFormat.COUNT,
    Kind.MONEY: CellFormat.MONEY,
    Kind.RATE: CellFormat.PERCENT,
}
_SUMMED = frozenset({Kind.COUNT, Kind.MONEY})
_EMPTY = Cell("")


def table_of(figures: Figures, indicator: Indicator) -> Table:
    """The table that an indicator of kind table holds."""
    rows = figures.value(indicator.id).rows
    head = (Column("序号", 2, CellFormat.COUNT), *map(_column, indicator.columns))
    body = tuple(_row(number, row, indicator) for number, row in enumerate(rows, 1))
    return Table(head, body, _totals(rows, indicator))


def _column(column: TemplateColumn) -> Column:
    unit = f"（{column.unit}）" if column.unit else ""
    return Column(f"{column.name}{unit}", column.width * 4, format_of(column.kind))


def _row(number: int, row: tuple[Value, ...], indicator: Indicator) -> tuple[Cell, ...]:
    cells = (
        cell_of(value, column.kind) if value.state is not State.BLANK else _EMPTY
        for value, column in zip(row, indicator.columns, strict=True)
    )
    return (Cell(str(number), Decimal(number), CellFormat.COUNT), *cells)


def _totals(rows: tuple[tuple[Value, ...], ...], indicator: Indicator) -> tuple[Cell, ...]:
    """合计, under the columns whose every cell is exact; empty when there is no such column."""
    totals = [
        _total([row[index] for row in rows], column)
        for index, column in enumerate(indicator.columns)
    ]
    return (Cell("合计"), *totals) if any(cell.text for cell in totals) else ()


def _total(values: list[Value], column: TemplateColumn) -> Cell:
    amounts = [value.exact_amount for value in values if value.state is not State.BLANK]
    exact = [amount for amount in amounts if amount is not None]
    if column.kind not in _SUMMED or not exact or len(exact) < len(amounts):
        return _EMPTY
    return cell_of(Value(State.GIVEN, Number(sum(exact, Decimal()))), column.kind)


def cell_of(value: Value, kind: Kind) -> Cell:
    """A value as a cell, without the unit that the head already names."""
    return Cell(printed(value, Measure(kind)), value.exact_amount, format_of(kind))


def format_of(kind: Kind) -> CellFormat:
    """How cells of a kind stand."""
    return _FORMATS.get(kind, CellFormat.TEXT)
