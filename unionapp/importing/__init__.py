"""Rows for a table from a file of Excel, WPS or as text.

`read_book` turns a file into plain text, `plan_for` guesses what belongs where, and `import_of`
says what would come of it. Nothing here changes a draft.
"""

from unionapp.importing.matching import guessed_sources, headings_of
from unionapp.importing.plan import (
    Import,
    LeftOut,
    Misfit,
    Plan,
    import_of,
    plan_for,
    with_heading,
)
from unionapp.importing.read import SUFFIXES, read_book
from unionapp.importing.sheets import Book, Merge, Row, Sheet, Tick, column_letter

__all__ = [
    "SUFFIXES",
    "Book",
    "Import",
    "LeftOut",
    "Merge",
    "Misfit",
    "Plan",
    "Row",
    "Sheet",
    "Tick",
    "column_letter",
    "guessed_sources",
    "headings_of",
    "import_of",
    "plan_for",
    "read_book",
    "with_heading",
]
