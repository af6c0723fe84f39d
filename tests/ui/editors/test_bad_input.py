"""What nobody means to paste: too much, too many lines, signs that no paper can hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office
from tests.ui.support.shown import show
from ui.editors import Hint, make_editor
from ui.editors.field.entry import MOST
from ui.editors.prose import NarrativeEditor
from ui.editors.prose.prose_edit import MOST as MOST_PROSE
from unionapp.draft import EditPath, Slot, paths_of

TEXTS = ("theme", "audit_opinion", "rule_titles", "donation_recipient", "repair")
ODD = "甲\u202e乙\x00丙\u200b丁😀𠮷䶮\ufeff戊"
CLEANED = "甲乙丙丁😀𠮷䶮戊"


def face_of(qtbot: QtBot, office: Office, id_: str) -> QWidget:
    """The widget in which one types, shown and with the focus in it."""
    editor: QWidget
    if id_ in office.desk.figures.indicators:
        editor = make_editor(office.indicator(id_), office.desk)
    else:
        editor = NarrativeEditor(office.item(id_), office.desk)
    show(qtbot, editor)
    face = editor.focusProxy()
    assert face is not None
    face.setFocus()
    return face


def paste(face: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    face.clearFocus()  # a text is saved when one leaves it


def kept(office: Office, id_: str) -> str:
    if id_ not in office.desk.figures.indicators:
        return str(office.kept(id_, Slot.NARRATIVE))
    path: EditPath = paths_of(office.indicator(id_))[0]
    typed = office.kept(id_, field_=path.field) or ""
    return typed if isinstance(typed, str) else "\n".join(map(str, typed))


def shown(face: QWidget) -> str:
    match face:
        case QLineEdit():
            return face.text()
        case QComboBox():
            return face.currentText()
        case QPlainTextEdit() | QTextEdit():
            return face.toPlainText()
        case _:
            raise AssertionError(face)


@pytest.mark.parametrize("id_", TEXTS)
def test_what_no_paper_can_hold_is_taken_out_and_told_and_rare_characters_stay(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    face = face_of(qtbot, office, id_)
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(face, ODD)
    assert "不可见字符" in told.args[0]
    assert kept(office, id_) == shown(face) == CLEANED


@pytest.mark.parametrize("id_", TEXTS)
def test_a_megabyte_is_cut_to_what_there_is_room_for_and_told(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    face = face_of(qtbot, office, id_)
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(face, "工会" * 500_000)
    assert "没有放入" in told.args[0]
    assert kept(office, id_) == shown(face)
    assert set(shown(face)) == {"工", "会"}


def test_what_stood_there_before_a_megabyte_still_does(qtbot: QtBot, office: Office) -> None:
    office.put("theme", "当好主人翁")
    face = face_of(qtbot, office, "theme")
    paste(face, "工会" * 500_000)
    assert kept(office, "theme").startswith("当好主人翁工会")
    assert len(kept(office, "theme")) == MOST


def test_ten_thousand_lines_are_so_many_entries_of_a_list(qtbot: QtBot, office: Office) -> None:
    face = face_of(qtbot, office, "rule_titles")
    paste(face, "\r\n".join(f"第{n}项制度" for n in range(10_000)))
    assert office.desk.figures.value("rule_titles").items[-1] == "第9999项制度"


@pytest.mark.parametrize("id_", ["theme", "donation_recipient"])
def test_ten_thousand_lines_become_one_in_an_entry_and_that_is_told(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    face = face_of(qtbot, office, id_)
    told: list[str] = []
    office.desk.noticed.connect(told.append)
    paste(face, "\n".join("甲" for _ in range(10_000)))
    assert "没有放入" in told[0]
    assert "\n" not in kept(office, id_)
    assert kept(office, id_) == shown(face)


def test_ten_thousand_lines_are_refused_where_one_word_is_chosen(
    qtbot: QtBot, office: Office
) -> None:
    face = face_of(qtbot, office, "audit_opinion")
    paste(face, "\n".join("甲" for _ in range(10_000)))
    assert (kept(office, "audit_opinion"), shown(face)) == ("", "")
    hints = face.window().findChildren(Hint)
    assert any("没有放入" in hint.text() for hint in hints)


def test_ten_thousand_lines_in_a_narrative_are_cut_and_told(qtbot: QtBot, office: Office) -> None:
    face = face_of(qtbot, office, "repair")
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(face, "\n".join(f"第{n}段。" for n in range(10_000)))
    assert f"最多{MOST_PROSE}字" in told.args[0]
    assert kept(office, "repair") == shown(face)
    office.desk.undo()
    assert office.kept("repair", Slot.NARRATIVE) is None
