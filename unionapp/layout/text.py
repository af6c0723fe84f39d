"""What both writers must know of a text: what a file can hold, and what a table prints."""

import re
from collections.abc import Iterator

from unionapp.paper import Table

# XML 1.0 has no place for these, and python-docx and openpyxl stop at them. Text is cleaned where
# it is typed; a document built in code may still hold some. A return comes back as a line feed.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def printable(text: str) -> str:
    """Return the text without the characters that no office file can hold."""
    return text if text.isprintable() else _UNWRITABLE.sub("", text)


def rows_of_text(table: Table) -> Iterator[list[str]]:
    """Yield what a table prints, row by row: its head, its rows and its totals."""
    yield [column.title for column in table.columns]
    for row in (*table.rows, table.totals):
        if row:
            yield [cell.text for cell in row]
