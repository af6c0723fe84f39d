"""The longest table there may be, in its page: turning to it, a key in it, pasting it."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.bench.spans import (
    PAUSE,
    Measured,
    Span,
    longest_hold_up,
    middle,
    running_application,
    settle,
    slow,
    span,
)
from ui.editors.table.grid import MOST_ROWS, Grid
from ui.window import SummaryWizard
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

_TEMPLATE = "enterprise"
_TABLE = "competition_table"
_ROUNDS = 5
_KEYS = 200
_CELLS = 40
_TYPED = (*(Qt.Key.Key_1, Qt.Key.Key_2), *[Qt.Key.Key_Backspace] * 2)

# Seconds; whoever pastes thousands of rows expects to wait for a moment.
_LONGEST_PASTE = 1.0


def measure_long_table(folder: Path) -> Iterator[str]:
    """The rows, one after another"""
    application = running_application()
    store = open_store(folder)
    change = Change(EditPath(Slot.VALUE, _TABLE), _rows())
    wizard = SummaryWizard(Session(store, begin(store, _TEMPLATE, (change,))))
    wizard.show()
    wizard.go_on()
    QTest.qWait(PAUSE)
    name = f"table of {MOST_ROWS:,} rows"
    yield str(Measured(f"{name}: turning to its page first", _turn(wizard), 0.100))
    yield str(Measured(f"{name}: turning to it again, median", _turns(wizard), 0.100))
    grid = next(each for each in wizard.currentPage().findChildren(Grid) if each.rowCount() > 1)
    yield str(Measured(f"{name}: a key in a cell, 95th", _keys(grid), 0.008))
    yield str(Measured(f"{name}: leaving a cell that was changed, 95th", _cells(grid), 0.016))
    yield str(Measured(f"{name}: saving it after a pause", longest_hold_up(), 0.100))
    yield str(Measured(f"{name}: pasting all of it, median", _pastes(grid), _LONGEST_PASTE))
    wizard.close()
    settle()
    store.close()
    del application


def _rows() -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"技能比武第{row}场", "2022年5月", str(100 + row), "选出状元3名")
        for row in range(MOST_ROWS)
    )


def _turn(wizard: SummaryWizard) -> Span:
    return span(lambda: wizard.go_to(_TABLE))


def _turns(wizard: SummaryWizard) -> Span:
    spans = []
    for _ in range(_ROUNDS):
        QTest.qWait(PAUSE)
        wizard.go_back()
        QTest.qWait(PAUSE)
        spans.append(_turn(wizard))
    QTest.qWait(PAUSE)
    return middle(spans)


def _keys(grid: Grid) -> Span:
    """Typing in one cell in the middle; the cell's entry takes the keys."""
    entry = _entry(grid, MOST_ROWS // 2)
    keys = islice(cycle(_TYPED), _KEYS)
    spans = [span(partial(QTest.keyClick, entry, key)) for key in keys]
    QTest.keyClick(entry, Qt.Key.Key_Escape)
    settle()
    return slow(spans)


def _cells(grid: Grid) -> Span:
    """From the key that leaves a cell until the next can be typed in."""
    spans = []
    for row in range(_CELLS):
        entry = _entry(grid, row * 100)
        QTest.keyClicks(entry, "12")
        spans.append(span(partial(QTest.keyClick, entry, Qt.Key.Key_Tab)))
    return slow(spans)


def _entry(grid: Grid, row: int) -> QLineEdit:
    grid.setCurrentCell(row, 2)
    grid.edit(grid.currentIndex())
    settle()
    return grid.viewport().findChildren(QLineEdit)[-1]


def _pastes(grid: Grid) -> Span:
    spans = []
    for round_ in range(_ROUNDS):
        lines = ("\t".join((f"{round_}", *row[1:])) for row in _rows())
        QGuiApplication.clipboard().setText("\n".join(lines))
        grid.setCurrentCell(0, 0)
        spans.append(span(grid.paste))
        QTest.qWait(PAUSE)
    return middle(spans)
