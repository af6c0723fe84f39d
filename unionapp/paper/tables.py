"""Tables of a draft as tables of a document: an ordinal column, typed cells, totals.

Where each cell stands is decided here once, as a clerk sets them; the writers and the pages only
follow. Ordinals, dates, units and other short words stand in the middle, sentences and names of
many lengths at the left, figures at the right, so that tens stand below tens.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from msgspec import structs

from unionapp.figures import Figures, sum_of
from unionapp.paper.document import Alignment, Cell, CellFormat, Column, Table
from unionapp.template import Column as TemplateColumn
from unionapp.template import Indicator
from unionapp.text import cells
from unionapp.values import (
    Kind,
    Measure,
    State,
    Value,
    printed,
    printed_in_column,
    printed_unit,
    unit_of,
)

_FORMATS = {
    Kind.COUNT: CellFormat.COUNT,
    Kind.MONEY: CellFormat.MONEY,
    Kind.RATE: CellFormat.PERCENT,
}
_EMPTY = Cell("")

# Under a column that does not add up; why not is told in the window, not on the paper.
_NO_SUM = "—"

# The head of the column that counts the rows; it is named, not added up.
ORDINAL = "序号"

# Characters of a word that looks well in the middle: names of persons, units, most dates.
_SHORT = 6.0

# Longer than this no figure is; among figures such a cell holds a sentence.
_FIGURE = 10

_DATE = re.compile(r"(?=.*?\d年)[\d年月日季度至起、，.\-—－~～]*+")


def table_of(figures: Figures, indicator: Indicator) -> Table:
    """Return the table that an indicator holds; a column that nobody filled is left out."""
    rows = figures.value(indicator.id).rows
    kept = [
        _in_its_words(column, [row[index] for row in rows])
        for index, column in enumerate(indicator.columns)
        if any(row[index].state is not State.BLANK for row in rows)
    ]
    head = (Column(ORDINAL, 3, CellFormat.COUNT), *(_column(column) for column, _ in kept))
    body = tuple(
        _row(number, [(column, values[number - 1]) for column, values in kept])
        for number in range(1, len(rows) + 1)
    )
    return aligned(Table(head, body, _totals(kept)))


def _in_its_words(
    column: TemplateColumn, values: list[Value]
) -> tuple[TemplateColumn, list[Value]]:
    """A column and its values; the head has the word in which all its figures were written."""
    words = {value.number.word for value in values if value.number is not None}
    if len(words) != 1 or "" in words:
        return column, values
    unit = unit_of(column.measure).in_words_of(words.pop()).printed
    return structs.replace(column, unit=unit), values


def _column(column: TemplateColumn) -> Column:
    unit = f"（{column.unit}）" if column.unit else ""
    return Column(f"{column.name}{unit}", column.width * 4, format_of(column.kind))


def _row(number: int, values: list[tuple[TemplateColumn, Value]]) -> tuple[Cell, ...]:
    ordinal = Cell(str(number), Decimal(number), CellFormat.COUNT)
    return (ordinal, *(_cell(column, value) for column, value in values))


def _cell(column: TemplateColumn, value: Value) -> Cell:
    if value.state is State.BLANK:
        return _EMPTY
    cell = cell_of(value, column.measure)
    word = value.number.word if value.number is not None else ""
    is_other = word and printed_unit(value, column.measure) != column.unit
    return replace(cell, text=printed(value, column.measure)) if is_other else cell


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
    """Return a value as a cell, without the unit that the head already names."""
    text = printed_in_column(value, measure)
    return Cell(text, value.exact_amount, format_of(measure.kind))


def format_of(kind: Kind) -> CellFormat:
    """Return the format of cells that hold values of a kind."""
    return _FORMATS.get(kind, CellFormat.TEXT)


def aligned(table: Table) -> Table:
    """Return the table with the place of each of its cells decided."""
    contents = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    columns = tuple(map(_aligned_column, table.columns, contents))
    return Table(
        columns,
        tuple(_aligned_row(columns, row) for row in table.rows),
        _aligned_row(columns, table.totals) if table.totals else (),
    )


def _aligned_column(column: Column, content: Sequence[Cell]) -> Column:
    return replace(column, alignment=_alignment(column, content))


def _alignment(column: Column, content: Sequence[Cell]) -> Alignment:
    if column.title == ORDINAL:
        return Alignment.CENTER
    if column.format is not CellFormat.TEXT:
        return Alignment.RIGHT
    return Alignment.CENTER if all(map(_is_short, _texts(content))) else Alignment.LEFT


def _texts(content: Sequence[Cell]) -> Iterator[str]:
    """Each text once: a column of a thousand dates has few of them."""
    return iter({cell.text for cell in content})


def _is_short(text: str) -> bool:
    return cells(text) <= _SHORT or _DATE.fullmatch(text) is not None


def _aligned_row(columns: Sequence[Column], row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(map(_aligned_cell, columns, row))


def _aligned_cell(column: Column, cell: Cell) -> Cell:
    """The cell, which stands left among figures when it is a sentence."""
    among_figures = column.alignment is Alignment.RIGHT and cell.number is None
    if among_figures and cells(cell.text) > _FIGURE:
        return replace(cell, alignment=Alignment.LEFT)
    return cell
