"""The window's keys, pressed while one types in an entry of whatever kind."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import opened
from ui.editors.field import Details, ValueEditor
from ui.editors.input_mixins import Composing
from ui.editors.table.grid import Grid
from ui.kit import SHORTCUTS, Button, WindowAction, shortcut_of
from ui.kit.shortcuts import Shortcut
from ui.panels.help import key_rows
from ui.window import SummaryWizard
from ui.window.bars import TopBar
from unionapp.draft import Slot
from unionapp.figures import FINISH
from unionapp.storage import open_store
from unionapp.storage.sessions import begin
from unionapp.system import data_folder

# Entries in a row whose guide F1 opens.
GUIDED = ("figure", "last year", "details")

PAGES = {"PgDown": "PageDown", "PgUp": "PageUp"}
MODIFIERS = {
    "Ctrl": Qt.KeyboardModifier.ControlModifier,
    "Shift": Qt.KeyboardModifier.ShiftModifier,
}
Reach = Callable[[SummaryWizard], QWidget]


def reach(id_: str) -> Reach:
    def go(wizard: SummaryWizard) -> QWidget:
        wizard.go_to(id_)
        return focused(wizard)

    return go


def open_cell(wizard: SummaryWizard) -> QWidget:
    grid = reach("competition_table")(wizard)
    assert isinstance(grid, Grid)
    grid.setCurrentCell(0, 0)
    grid.edit(grid.currentIndex())
    return grid.viewport().findChildren(QLineEdit)[-1]


def last_year(wizard: SummaryWizard) -> QWidget:
    reach("employees")(wizard)
    entries = wizard.currentPage().findChildren(QLineEdit)
    entry = next(each for each in entries if each.accessibleName() == "上年职工总数（人）")
    entry.setFocus()
    return entry


def details(wizard: SummaryWizard) -> QWidget:
    editor = reach("employees")(wizard).parentWidget()
    assert isinstance(editor, ValueEditor)
    assert editor.entry.menu_actions  # what most never need is made when it is wanted
    found = editor.findChild(Details)
    assert isinstance(found, Details)
    found.write(Slot.SOURCE)
    return focused(wizard)


ENTRIES: dict[str, Reach] = {
    "figure": reach("employees"),
    "date": reach("organisation_as_of"),
    "text": reach("theme"),
    "choice": reach("audit_opinion"),
    "list": reach("rule_titles"),
    "table": reach("competition_table"),
    "cell": open_cell,
    "personal": reach("donation_recipient"),
    "narrative": reach("organisation"),
    "last year": last_year,
    "details": details,
}


def focused(wizard: SummaryWizard) -> QWidget:
    QApplication.processEvents()
    widget = wizard.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def wizard(qtbot: QtBot) -> SummaryWizard:
    store = open_store(data_folder())
    return opened(qtbot, store, begin(store, "enterprise", []))


def test_every_key_of_the_table_is_bound_once_and_no_other(wizard: SummaryWizard) -> None:
    assert sorted(key.toString() for key in keys_of(wizard)) == sorted(
        shortcut.key for shortcut in SHORTCUTS
    )


@pytest.mark.parametrize("shortcut", SHORTCUTS, ids=lambda each: each.key)
def test_every_key_of_the_table_is_listed_under_help(shortcut: Shortcut) -> None:
    rows = [meaning for keys, meaning in key_rows() if shortcut.label in keys.split("、")]
    assert rows == [shortcut.help]


def test_help_lists_each_key_once() -> None:
    listed = [key for keys, _ in key_rows() for key in keys.split("、")]
    assert len(listed) == len(set(listed))


def test_the_tools_in_the_bar_name_the_keys_of_the_table(wizard: SummaryWizard) -> None:
    bar = wizard.findChild(TopBar)
    assert bar is not None
    tips = [button.toolTip() for button in bar.findChildren(Button)]
    named = [tip[tip.index("（") + 1 : -1] for tip in tips if tip.endswith("）")]
    actions = (
        WindowAction.TOGGLE_PREVIEW,
        WindowAction.FIND,
        WindowAction.SHOW_HISTORY,
        WindowAction.SHOW_HELP,
    )
    expected = [shortcut_of(action).label for action in actions]
    assert sorted(named) == sorted(expected) == ["Ctrl+F", "Ctrl+H", "F1", "F5"]


@pytest.mark.parametrize("kind", ENTRIES)
def test_the_windows_keys_work_in_every_kind_of_entry(kind: str, wizard: SummaryWizard) -> None:
    entry = ENTRIES[kind](wizard)
    here = wizard.page_id()
    if kind in GUIDED:  # its guide comes first, the help of the window is one F1 further
        QTest.keyClick(entry, Qt.Key.Key_F1)
    for shortcut in keys_of(wizard):
        assert not taken_by(entry, shortcut), shortcut.toString()
    QTest.keyClick(entry, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert wizard.page_id() != here
    entry = ENTRIES[kind](wizard)
    QTest.keyClick(entry, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert wizard.page_id() == FINISH


def keys_of(wizard: SummaryWizard) -> list[QKeySequence]:
    shortcuts = wizard.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert len(shortcuts) > 15
    return [shortcut.key() for shortcut in shortcuts]


def taken_by(widget: QWidget, keys: QKeySequence) -> bool:
    """Whether a widget keeps a key from being the window's, as Qt asks before it presses one."""
    *modifiers, key = keys.toString().split("+")
    pressed = Qt.KeyboardModifier.NoModifier
    for name in modifiers:
        pressed |= MODIFIERS[name]
    event = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key[f"Key_{PAGES.get(key, key)}"], pressed)
    event.ignore()
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


class Greedy(QTextEdit):
    """A widget of a desktop whose own keys are as many as can be."""

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)


class Writing(Composing, Greedy):
    """The same as it is used here."""


def test_no_desktops_own_keys_keep_the_windows_from_it(qtbot: QtBot, wizard: SummaryWizard) -> None:
    plain, writing = Greedy(), Writing()
    for widget in (plain, writing):
        qtbot.addWidget(widget)
    keys = keys_of(wizard)
    assert all(taken_by(plain, key) for key in keys)
    assert not [key.toString() for key in keys if taken_by(writing, key)]


def test_a_text_keeps_the_keys_that_the_window_has_no_use_for(qtbot: QtBot) -> None:
    writing = Writing()
    qtbot.addWidget(writing)
    assert taken_by(writing, QKeySequence("Ctrl+A"))
