"""Other people's files: tables of Excel, WPS or text, blocks of the clipboard, answers by hand.

`read_book` turns a file into plain text, `plan_for` guesses what belongs where, and `import_of`
says what would come of it. Nothing here changes a draft. A further format of files with tables
has its row in `read.FORMATS` and its own module beside `xlsx`; a file from which a whole draft is
begun gives `Change`s, as `answers` does.
"""

from unionapp.importing import answers
from unionapp.importing.cell_block import (
    Cells,
    block_in,
    cells_of,
    copied_text,
    left_out,
    pasted_cells,
    trimmed,
    with_block,
    with_row,
    with_row_moved,
    without_rows,
    without_totals,
)
from unionapp.importing.pasted import Headed, headed, resembling
from unionapp.importing.plan import Import, LeftOut, Misfit, Plan, import_of, plan_for, with_heading
from unionapp.importing.prose import PAPERS, read_prose
from unionapp.importing.read import BOOKS, SUFFIXES, read_book
from unionapp.importing.report import (
    column_words,
    describe_import,
    heading_words,
    is_any_chosen,
    result_of,
    summary_of,
    title_of,
)
from unionapp.importing.sheets import Book, Merge, Row, Sheet

__all__ = [
    "BOOKS",
    "PAPERS",
    "SUFFIXES",
    "Book",
    "Cells",
    "Headed",
    "Import",
    "LeftOut",
    "Merge",
    "Misfit",
    "Plan",
    "Row",
    "Sheet",
    "answers",
    "block_in",
    "cells_of",
    "column_words",
    "copied_text",
    "describe_import",
    "headed",
    "heading_words",
    "import_of",
    "is_any_chosen",
    "left_out",
    "pasted_cells",
    "plan_for",
    "read_book",
    "read_prose",
    "resembling",
    "result_of",
    "summary_of",
    "title_of",
    "trimmed",
    "with_block",
    "with_heading",
    "with_row",
    "with_row_moved",
    "without_rows",
    "without_totals",
]
