"""A person at the window, as a process of its own: fills in a draft from answers, letter by letter.

    python -m tests.ui.support.typist ANSWERS FOLDER [LETTERS]

A first call begins a new draft from the start window and, given a number of letters, is killed
with SIGKILL when it has typed so many. A further call resumes the draft from the start window,
types what is not there yet, and writes the papers on the last page.
"""

import faulthandler
import os
import signal
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from tests.ui.support.desks import type_in
from tests.ui.support.opened import write_button
from ui.app import make_application
from ui.editors import Binding
from ui.editors.field import Lines
from ui.editors.table.grid import Grid
from ui.pages import OutputPage
from ui.start import StartWindow
from ui.window import SummaryWizard
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import FINISH
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.system import data_folder
from unionapp.values import Typed


class Typist:
    """Types into the wizard, and is killed after so many letters (never, when none is said)."""

    def __init__(self, wizard: SummaryWizard, letters: int | None) -> None:
        self._wizard = wizard
        self._letters = letters
        self._typed = count(1)

    def fill_in(self, changes: tuple[Change, ...]) -> None:
        """Type every answer that is not in the draft yet."""
        for change in changes:
            if self._wizard.desk.figures.draft.answers.get(change.path) != change.typed:
                assert change.typed is not None
                self._answer(change.path, change.typed)

    def _answer(self, path: EditPath, typed: Typed) -> None:
        self._wizard.go_to(path.id)
        QApplication.processEvents()
        widget = self._widget(path)
        widget.setFocus()
        match widget, typed:
            case Grid(), tuple():
                self._fill_grid(widget, typed)
            case Lines(), tuple():
                self._type(widget, "\n".join(map(str, typed)))
            case _, str():
                self._type(widget, typed)
            case _:
                raise AssertionError(f"{path} has no place for {typed}")

    def _widget(self, path: EditPath) -> QWidget:
        """The widget on the open page in which a person answers this."""
        if path.slot is Slot.NARRATIVE:
            return self._wizard.focusWidget()
        bindings = self._wizard.currentPage().findChildren(Binding)
        face = next(binding for binding in bindings if binding.path == path).parent()
        assert isinstance(face, QWidget)
        return face

    def _fill_grid(self, grid: Grid, rows: Typed) -> None:
        for row, cells in enumerate(rows):
            for column, text in enumerate(cells):
                grid.setCurrentCell(row, column)
                grid.edit(grid.currentIndex())
                entry = grid.viewport().findChildren(QLineEdit)[-1]
                self._type(entry, text)
                QTest.keyClick(entry, Qt.Key.Key_Return)
                QTest.qWait(0)  # the entry of a cell that is left goes when the event loop turns

    def _type(self, widget: QWidget, text: str) -> None:
        """Type in place of what is there."""
        QTest.keyClick(widget, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(widget, Qt.Key.Key_Delete)
        for letter in text:
            if letter == "\n":
                QTest.keyClick(widget, Qt.Key.Key_Return)
            else:
                type_in(widget, letter)
            if next(self._typed) == self._letters:
                os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    """Do what the arguments say; a crash tells where."""
    faulthandler.enable()
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    letters = int(sys.argv[3]) if len(sys.argv) > 3 else None
    given = answers.load(source)
    application = make_application(sys.argv[:1])
    start = StartWindow(open_store(data_folder()))
    start.show()
    application.processEvents()
    wizard = _resumed(start) if folder.exists() else _begun(start, given.template.name)
    folder.mkdir(exist_ok=True)
    Typist(wizard, letters).fill_in(given.changes)
    _write_papers(wizard, folder)


def _begun(start: StartWindow, kind: str) -> SummaryWizard:
    """A new draft, chosen from the menu of kinds."""
    menu = next(menu for menu in start.findChildren(QMenu) if menu.title() == "")
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == kind).trigger()
    return _open_wizard()


def _resumed(start: StartWindow) -> SummaryWizard:
    """The draft that was worked on last, opened by Enter."""
    QTest.keyClick(start.browser.list, Qt.Key.Key_Return)
    return _open_wizard()


def _open_wizard() -> SummaryWizard:
    QApplication.processEvents()
    wizards: Iterator[SummaryWizard] = (
        each for each in QApplication.topLevelWidgets() if isinstance(each, SummaryWizard)
    )
    return next(wizards)


def _write_papers(wizard: SummaryWizard, folder: Path) -> None:
    wizard.go_to_page(FINISH)
    page = wizard.currentPage()
    assert isinstance(page, OutputPage)
    page.folder.entry.setText(str(folder))
    QTest.mouseClick(write_button(page), Qt.MouseButton.LeftButton)
    while len(list(folder.glob("*.*x"))) < 2:
        QTest.qWait(20)


if __name__ == "__main__":
    main()
