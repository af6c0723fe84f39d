"""Rows for a table from a file: asking which file, reading it, and the form that shows what comes.

What is imported enters the draft by the same door as a paste: as one edit.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.editors.table.import_target import ImportTarget
from ui.kit import file_dialog
from ui.runtime import Step, run_in_steps
from ui.words import say
from unionapp.importing import BOOKS, SUFFIXES, Cells
from unionapp.template import Column

if TYPE_CHECKING:
    from unionapp.importing import Book, Plan

# The last two are refused with the way out, instead of being nowhere to be seen.
_KINDS = say(
    "表格文件 ({kinds})", kinds=" ".join(f"*{suffix}" for suffix in (*SUFFIXES, ".xls", ".et"))
)
# What stands in the place of a file's name.
_PASTED = say("粘贴的内容")

# Takes all rows of the table as they are to stand, and a sentence about what came.
Put = Callable[[Cells, str], object]


def ask_and_import(starter: QWidget, target: Callable[[], ImportTarget], put: Put) -> None:
    """Ask for a file, then what of it goes where.

    Args:
        starter: The button; it can't be pressed again while the file is read.
        target: Where the rows go, as it stands when the file has been read.
        put: What is done with them; left out when the person cancels.
    """

    def chosen(path: Path) -> None:
        import_file(starter, path, target, put)

    title = say("导入到“{name}”", name=target().name)
    file_dialog(starter, title, chosen, kinds=_KINDS, reader=BOOKS).open()


def import_file(starter: QWidget, path: Path, target: Callable[[], ImportTarget], put: Put) -> None:
    """Read a file off the window's thread, then show what of it would go where."""

    def show(read: "tuple[Book, Plan]") -> None:
        _show(starter, read, target(), put)

    run_in_steps(starter, partial(_read, path, target().columns), show, _nothing)


def choose_columns(starter: QWidget, plan: "Plan", target: ImportTarget, put: Put) -> None:
    """Show what of a pasted block would go where, as it is done with a file."""
    from unionapp.importing import Book

    _show(starter, (Book(_PASTED, (plan.sheet,)), plan), target, put)


def _show(starter: QWidget, read: "tuple[Book, Plan]", target: ImportTarget, put: Put) -> None:
    from ui.editors.table.import_form import ImportForm

    form = ImportForm(*read, target, starter.window())
    form.accepted.connect(lambda: put(form.cells(), form.result_sentence()))
    form.finished.connect(form.deleteLater)
    form.open()


def _read(path: Path, columns: tuple[Column, ...], step: Step) -> "tuple[Book, Plan]":
    from unionapp.importing import import_of, plan_for, read_book

    book = read_book(path, lambda: step(say("正在读取表格文件…")))
    plan = plan_for(book.sheets[0], columns)
    # Thousands of cells are read here, so that they are known already when the form asks for them.
    import_of(plan, columns)
    return book, plan


def _nothing() -> None:
    """What follows when the person stops the reading."""
