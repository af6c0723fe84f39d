"""What came from last year's draft waits to be confirmed, in the place where it stands."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, open_office, type_in
from tests.ui.support.shown import show
from ui.editors import make_editor
from ui.editors.field import ListEditor, ValueEditor
from ui.editors.prose import NarrativeEditor
from unionapp.draft import Change, EditPath, Slot

WORDS = "⚠ 从上年带来，请确认"


def carried(id_: str, typed: str | tuple[str, ...], slot: Slot = Slot.VALUE) -> tuple[Change, ...]:
    return Change(EditPath(slot, id_), typed), Change(EditPath(Slot.CARRIED, id_), "1")


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return open_office(
        tmp_path,
        "enterprise",
        *carried("workshops", "12"),
        *carried("pledge_chain", ("厂与车间", "车间与班组")),
        *carried("repair", "继续修旧利废。", Slot.NARRATIVE),
    )


def shown(qtbot: QtBot, widget: QWidget) -> QWidget:
    show(qtbot, widget)
    return widget


def value_editor(qtbot: QtBot, office: Office, id_: str) -> ValueEditor:
    editor = shown(qtbot, make_editor(office.indicator(id_), office.desk))
    assert isinstance(editor, ValueEditor)
    return editor


def says_so(editor: QWidget) -> bool:
    return any(label.isVisible() and label.text() == WORDS for label in editor.findChildren(QLabel))


def confirm_button(editor: QWidget) -> QPushButton:
    return next(each for each in editor.findChildren(QPushButton) if each.text() == "确认")


def test_a_carried_figure_says_so_until_the_button_confirms_it(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "workshops")
    assert says_so(editor)
    assert confirm_button(editor).accessibleName().startswith("确认从上年带来的")
    confirm_button(editor).setFocus()
    QTest.keyClick(confirm_button(editor), Qt.Key.Key_Return)
    assert not says_so(editor)
    assert office.kept("workshops", Slot.CARRIED) is None
    assert office.kept("workshops") == "12"


def test_typing_confirms_too_and_undo_takes_back_both(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "workshops")
    editor.setFocus()
    type_in(editor.entry, "34")
    assert (office.kept("workshops"), says_so(editor)) == ("1234", False)
    office.desk.undo()
    assert (office.kept("workshops"), says_so(editor)) == ("12", True)


def test_a_figure_of_this_year_has_no_such_line(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "teams")
    assert not says_so(editor)
    assert not [each for each in editor.findChildren(QPushButton) if each.text()]


def test_a_carried_list_is_confirmed_by_adding_to_it(qtbot: QtBot, office: Office) -> None:
    editor = shown(qtbot, make_editor(office.indicator("pledge_chain"), office.desk))
    assert isinstance(editor, ListEditor)
    assert says_so(editor)
    editor.lines.moveCursor(editor.lines.textCursor().MoveOperation.End)
    type_in(editor.lines, "长")
    assert not says_so(editor)


def test_a_carried_text_is_confirmed_by_its_button_or_by_editing(
    qtbot: QtBot, office: Office
) -> None:
    editor = NarrativeEditor(office.item("repair"), office.desk)
    shown(qtbot, editor)
    assert says_so(editor)
    confirm_button(editor).click()
    assert not says_so(editor)
    office.desk.undo()
    assert says_so(editor)
    type_in(editor.edit, "今年")
    office.desk.flush()
    assert not says_so(editor)
    assert office.kept("repair", Slot.NARRATIVE) == "继续修旧利废。今年"
