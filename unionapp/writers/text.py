"""What both writers must know of a text: what a file can hold, and where it stands in a cell."""

import re
from collections.abc import Iterator

from unionapp.document import Cell, CellFormat, Column, Table
from unionapp.widths import cells

# XML 1.0 has no place for these, and python-docx and openpyxl stop at them. Text is cleaned where
# it is typed; a document built in code may still hold some. A return comes back as a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")

_SHORT = 10


def printable(text: str) -> str:
    """The text without the characters that no office file can hold."""
    return _UNWRITABLE.sub("", text)


def rows_of_text(table: Table) -> Iterator[list[str]]:
    """What a table prints, row by row: its head, its rows and its totals."""
    yield [column.title for column in table.columns]
    for row in (*table.rows, table.totals):
        if row:
            yield [cell.text for cell in row]


def stands_right(cell: Cell, column: Column) -> bool:
    """Whether a cell is read as a figure: 36002, and under it 近300 or 待填, but no sentence."""
    beside_figures = column.format is not CellFormat.TEXT and cells(cell.text) <= _SHORT
    return cell.number is not None or beside_figures
