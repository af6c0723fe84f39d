"""What is copied from a spreadsheet or a paper and pasted where one answer belongs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, type_in
from tests.ui.support.shown import show
from ui.editors import Hint, make_editor
from ui.editors.field import Entry, ValueEditor
from ui.section.card import Card
from unionapp.draft import Slot

PREVIOUS = Slot.PREVIOUS


def shown_editor(qtbot: QtBot, office: Office, id_: str) -> ValueEditor:
    editor = make_editor(office.indicator(id_), office.desk)
    assert isinstance(editor, ValueEditor)
    show(qtbot, editor)
    return editor


def shown_figures(
    qtbot: QtBot, office: Office, item: str, slot: Slot = Slot.VALUE
) -> dict[str, ValueEditor]:
    """The figures of an item, or last year's, as its card shows them."""
    card = Card(office.item(item), office.desk)
    show(qtbot, card)
    targets = {each.target.path: each for each in card.findChildren(ValueEditor)}
    return {path.id: each for path, each in targets.items() if path.slot is slot}


def paste_into(widget: QWidget, text: str) -> None:
    QApplication.clipboard().setText(text)
    QTest.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_one_cell_copied_from_a_spreadsheet_is_taken_without_its_surroundings(
    qtbot: QtBot, office: Office
) -> None:
    editor = shown_editor(qtbot, office, "hazards_found")
    paste_into(editor.entry, "\t118\t\n\t\t\n")
    assert (editor.entry.text(), office.kept("hazards_found")) == ("118", "118")


def test_a_block_of_cells_is_refused_in_place_and_nothing_is_lost(
    qtbot: QtBot, office: Office
) -> None:
    editor = shown_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "7")
    paste_into(editor.entry, "1\t2\n3\t4\n5\t6\n")
    assert (editor.entry.text(), office.kept("hazards_found")) == ("7", "7")
    assert "粘贴的是3行2列" in editor.hint.text()
    type_in(editor.entry, "8")
    assert "粘贴" not in editor.hint.text()


def test_a_column_goes_down_the_figures_as_one_step(qtbot: QtBot, office: Office) -> None:
    editors = shown_figures(qtbot, office, "organisation")
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste_into(editors["employees"].entry, "3.68万\n\n30000\n")
    assert "已从“职工总数”往下填到“会员总数”，共2项" in told.args[0]
    ids = ("employees", "women_employees", "members")
    assert [office.kept(id_) for id_ in ids] == ["3.68万", None, "30000"]
    assert editors["members"].entry.text() == "30000"
    office.desk.undo()
    assert [office.kept(id_) for id_ in ids] == [None] * 3


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ("1\n2\n3\n4\n5", "往下只有4项"),
        ("1\n二十\n人数", "“人数”里没有读得懂的数"),
        ("1\n2\n3\n4", "“其中女会员”已经填了"),
    ],
)
def test_a_column_that_does_not_go_there_changes_nothing(
    column: str, said: str, qtbot: QtBot, office: Office
) -> None:
    office.put("women_members", "9")
    editors = shown_figures(qtbot, office, "organisation")
    before = office.desk.figures
    paste_into(editors["employees"].entry, column)
    assert said in editors["employees"].hint.text()
    assert office.desk.figures is before


def test_a_column_of_last_year_stays_in_last_years_column(qtbot: QtBot, office: Office) -> None:
    last = shown_figures(qtbot, office, "organisation", PREVIOUS)
    paste_into(last["employees"].entry, "1\n2\n3\n4\n81.5")
    kept = office.desk.figures.draft.answers
    assert {path.slot for path in kept} == {PREVIOUS}
    wanted = ["employees", "women_employees", "members", "women_members", "membership_rate"]
    assert [path.id for path in kept] == wanted


def test_lines_pasted_into_a_text_become_one(qtbot: QtBot, office: Office) -> None:
    editor = shown_editor(qtbot, office, "theme")
    with qtbot.waitSignal(office.desk.noticed):
        paste_into(editor.entry, "安全\r\n生产\t月\n")
    assert office.kept("theme") == "安全 生产 月"


def test_a_refused_paste_is_told_until_the_entry_is_left(qtbot: QtBot, office: Office) -> None:
    editors = shown_figures(qtbot, office, "organisation")
    editor, other = editors["employees"], editors["members"]
    editor.entry.setFocus()
    guide = editor.hint.text()
    paste_into(editor.entry, "1\t2\n3\t4")
    assert "没有放入" in editor.hint.text()
    other.entry.setFocus()
    assert editor.hint.text() == guide


@pytest.mark.parametrize("id_", ["theme", "rule_titles"], ids=["text", "list"])
def test_what_of_a_paste_found_no_room_is_told_beside_the_entry_until_the_next_edit(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    editor = make_editor(office.indicator(id_), office.desk)
    show(qtbot, editor)
    face, hint = editor.focusProxy(), editor.findChild(Hint)
    assert isinstance(face, QWidget)
    assert isinstance(hint, Hint)
    paste_into(face, "长" * 100_001)
    assert "没有放入" in hint.text()
    face.clearFocus()
    assert "没有放入" in hint.text()
    QTest.keyClick(face, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(face, Qt.Key.Key_Delete)
    office.desk.flush()
    assert "没有放入" not in hint.text()


@pytest.mark.parametrize("id_", ["theme", "rule_titles"], ids=["text", "list"])
def test_a_paste_between_typing_is_a_step_of_its_own(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    editor = make_editor(office.indicator(id_), office.desk)
    show(qtbot, editor)
    face = editor.focusProxy()
    assert face is not None
    type_in(face, "a")
    paste_into(face, "bc")
    type_in(face, "de")
    found = []
    while office.desk.session.next_undo:
        found.append(office.kept(id_))
        office.desk.undo()
    assert found in (["abcde", "abc", "a"], [("abcde",), ("abc",), ("a",)])


def test_a_long_text_shows_its_beginning_and_is_told_whole_on_hovering(
    qtbot: QtBot, office: Office
) -> None:
    long = "认真学习贯彻" * 20
    office.put("theme", long)
    both = QWidget()
    column = QVBoxLayout(both)
    editor, other = (make_editor(office.indicator(id_), office.desk) for id_ in ("theme", "party"))
    column.addWidget(editor)
    column.addWidget(other)
    show(qtbot, both)
    entry, short = editor.focusProxy(), other.focusProxy()
    assert isinstance(entry, Entry)
    assert isinstance(short, Entry)
    for _ in range(2):
        short.setFocus(Qt.FocusReason.OtherFocusReason)
        assert entry.cursorPosition() == 0
        entry.setFocus(Qt.FocusReason.OtherFocusReason)
        assert entry.cursorPosition() == len(long)
    assert entry.tip().replace("\n", "") == long
    assert short.tip() == ""
