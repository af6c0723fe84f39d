"""What two windows have both changed is shown where it stands, with a button for the other."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, another_at, type_in
from tests.ui.support.shown import show
from ui.desk import Desk
from ui.editors import make_editor
from ui.editors.contested import ContestedLine, sentence_on
from ui.editors.field import ValueEditor
from ui.editors.prose import NarrativeEditor
from unionapp.draft import EditPath, Slot
from unionapp.storage.sessions import Contest

FIGURE = EditPath(Slot.VALUE, "hazards_found")


@pytest.fixture
def other(tmp_path: Path, office: Office) -> Iterator[Desk]:
    with another_at(office, tmp_path) as desk:
        yield desk


@pytest.fixture
def editor(qtbot: QtBot, office: Office) -> ValueEditor:
    editor = make_editor(office.indicator(FIGURE.id), office.desk)
    assert isinstance(editor, ValueEditor)
    show(qtbot, editor)
    return editor


def line_in(editor: QWidget) -> ContestedLine | None:
    """The line that is shown, if there is one."""
    return next((each for each in editor.findChildren(ContestedLine) if each.isVisible()), None)


def words_in(editor: QWidget) -> str:
    line = line_in(editor)
    return line.words.text() if line else ""


def test_both_answers_are_told_at_the_entry(other: Desk, editor: ValueEditor) -> None:
    other.put(FIGURE, "7")
    assert words_in(editor) == ""
    type_in(editor.entry, "18")
    assert editor.entry.text() == "18"
    assert words_in(editor) == "⚠ 另一个窗口也改了这里：那边写的是“7”，现在留的是您写的“18”。"


def test_the_other_window_is_told_too(office: Office, other: Desk, editor: ValueEditor) -> None:
    type_in(editor.entry, "18")
    other.put(FIGURE, "7")
    office.desk.look_around()
    assert editor.entry.text() == "7"
    assert words_in(editor) == "⚠ 另一个窗口也改了这里：您写的是“18”，现在留的是那边写的“7”。"


@pytest.mark.parametrize(
    ("button", "left"),
    [(lambda line: line.take, "7"), (lambda line: line.leave, "18")],
    ids=["take", "leave"],
)
def test_one_click_decides(
    office: Office,
    other: Desk,
    editor: ValueEditor,
    button: Callable[[ContestedLine], QWidget],
    left: str,
) -> None:
    other.put(FIGURE, "7")
    type_in(editor.entry, "18")
    line = line_in(editor)
    assert line is not None
    QTest.mouseClick(button(line), Qt.MouseButton.LeftButton)
    assert (line_in(editor), editor.entry.text(), office.kept(FIGURE.id)) == (None, left, left)
    assert office.desk.contests == {}
    office.desk.undo()
    assert editor.entry.text() == ("18" if left == "7" else "7")


def test_texts_and_notes_are_told_of_in_their_place(
    qtbot: QtBot, office: Office, other: Desk, editor: ValueEditor
) -> None:
    item = office.desk.template.sections[1].items[0]
    text = NarrativeEditor(item, office.desk)
    show(qtbot, text)
    path, note = EditPath(Slot.NARRATIVE, item.id), EditPath(Slot.NOTE, FIGURE.id)
    for at in (path, note):
        other.put(at, "那边写的")
        office.desk.put(at, None if at is note else "这边写的", joins=False)
        office.desk.put(at, "这边写的")
    assert "那边写的是“那边写的”，现在留的是您写的“这边写的”" in words_in(text)
    assert "另一个窗口也改了备注" in words_in(editor)


def test_of_rows_the_first_is_told_that_differs() -> None:
    path = EditPath(Slot.VALUE, "donations")
    rows = (("甲厂", "1"), ("乙厂", "2")), (("甲厂", "1"), ("丙厂", "3"))
    assert sentence_on(Contest(path, *rows, typed_here=True)) == (
        "⚠ 另一个窗口也改了这里：那边写的是2行（如“丙厂 3”），现在留的是您写的2行（如“乙厂 2”）。"
    )
    names = Contest(path, ("甲厂",), ("甲厂", "乙厂"), typed_here=False)
    assert "您写的是2行（如“乙厂”），现在留的是那边写的1行。" in sentence_on(names)
