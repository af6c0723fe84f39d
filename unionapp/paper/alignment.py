"""Where the cells of a table stand, as a clerk sets them.

Ordinals, dates, units and other short words stand in the middle, sentences and names of many
lengths at the left, figures at the right, so that tens stand below tens. It is decided here once;
the writers and the pages only follow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unionapp.paper.document import Alignment, Cell, CellFormat, Column, Table
from unionapp.text import cells

ORDINAL = "序号"
"""The head of the column that counts the rows; it is named, not added up."""

_SHORT = 6.0
"""Characters of a word that looks well in the middle: names of persons, units, most dates."""

_FIGURE = 10
"""Longer than this no figure is; among figures such a cell holds a sentence."""

_DATE = re.compile(r"[\d年月日季度至起、，.\-—－~～]*\d年[\d年月日季度至起、，.\-—－~～]*")


def aligned(table: Table) -> Table:
    """The table with the place of each of its cells decided."""
    contents = list(zip(*table.rows, strict=True)) or [()] * len(table.columns)
    columns = tuple(map(_column, table.columns, contents))
    return Table(
        columns,
        tuple(_row(columns, row) for row in table.rows),
        _row(columns, table.totals) if table.totals else (),
    )


def _column(column: Column, content: Sequence[Cell]) -> Column:
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


def _row(columns: Sequence[Column], row: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(map(_cell, columns, row))


def _cell(column: Column, cell: Cell) -> Cell:
    """The cell, which stands left among figures when it is a sentence."""
    among_figures = column.alignment is Alignment.RIGHT and cell.number is None
    if among_figures and cells(cell.text) > _FIGURE:
        return replace(cell, alignment=Alignment.LEFT)
    return cell
