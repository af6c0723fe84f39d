"""Editors in use: typed into like a person types, over a real store."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, compose, open_office, type_in
from tests.ui.support.shown import show
from ui.editors import EDITORS, Hint, make_editor
from ui.editors.field import (
    DerivedValue,
    ListEditor,
    MenuButton,
    PersonalEditor,
    ValueEditor,
)
from ui.editors.field.entry import MOST, Look
from unionapp import template
from unionapp.draft import Slot
from unionapp.storage import open_store
from unionapp.values import Kind


def value_editor(qtbot: QtBot, office: Office, id_: str, slot: Slot = Slot.VALUE) -> ValueEditor:
    editor = make_editor(office.indicator(id_), office.desk, slot)
    assert isinstance(editor, ValueEditor)
    show(qtbot, editor)
    return editor


def test_every_kind_has_an_editor() -> None:
    assert set(EDITORS) == set(Kind)


@pytest.mark.parametrize("id_", ["enterprise", "school", "subdistrict"])
def test_every_indicator_of_every_template_gets_a_widget(
    id_: str, tmp_path: Path, qtbot: QtBot
) -> None:
    office = open_office(tmp_path, id_)
    for indicator in (*office.desk.template.profile, *office.desk.template.indicators):
        widget = make_editor(indicator, office.desk)
        qtbot.addWidget(widget)
        assert isinstance(widget, DerivedValue) == (indicator.derive is not None)


def test_each_key_is_in_the_store_before_the_next(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    for key, kept in (("1", "1"), ("1", "11"), ("8", "118"), ("余", "118余")):
        type_in(editor.entry, key)
        assert office.kept("hazards_found") == kept


def test_fast_typing_is_one_step_to_undo_and_undo_reaches_the_entry(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "118")
    office.desk.undo()
    assert editor.entry.text() == ""
    office.desk.redo()
    assert editor.entry.text() == "118"


def test_how_it_was_read_stands_below_it_at_once(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "donation_amount")
    type_in(editor.entry, "3.68万")
    assert editor.reading == "读作 36800元"
    assert editor.entry.accessibleDescription() == "读作 36800元"
    office.put("donation_amount", "36800")
    assert (editor.reading, editor.entry.unit) == ("", "元")


def test_an_unreadable_entry_is_kept_as_typed_and_told_why(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "十来个吧")
    assert office.kept("hazards_found") == "十来个吧"
    assert editor.entry.text() == "十来个吧"
    assert editor.entry.look is Look.REFUSED
    refusal = office.desk.figures.entries[editor.binding.path].refusal
    assert refusal in editor.hint.text()
    assert editor.hint.isVisible()
    assert editor.entry.accessibleDescription() == refusal


def test_a_mended_entry_is_no_longer_red(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "3.5")
    assert editor.entry.look is Look.REFUSED
    QTest.keyClick(editor.entry, Qt.Key.Key_Backspace)
    QTest.keyClick(editor.entry, Qt.Key.Key_Backspace)
    assert (office.kept("hazards_found"), editor.entry.look) == ("3", Look.PLAIN)


def test_an_emptied_entry_takes_its_answer_away(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "1")
    QTest.keyClick(editor.entry, Qt.Key.Key_Backspace)
    assert office.kept("hazards_found") is None


def test_a_state_of_the_menu_is_an_answer_like_any_other(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    words = dict(editor.entry.menu_actions)
    words["无此项"]()
    assert office.kept("hazards_found") == "无此项"
    assert (editor.entry.text(), editor.entry.look) == ("无此项", Look.STATE)
    words["待填（清空）"]()
    assert office.kept("hazards_found") is None
    assert (editor.entry.text(), editor.entry.look) == ("", Look.PLAIN)


def test_the_menu_button_offers_the_states(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    button = editor.findChild(MenuButton)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    offered = [action.text() for action in menu.actions()]
    assert offered[:3] == ["待填（清空）", "无此项", "不公开"]
    menu.actions()[2].trigger()
    menu.close()
    assert office.kept("hazards_found") == "不公开"


def test_a_change_from_elsewhere_does_not_cut_what_is_being_composed(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "safety_period")
    editor.entry.setFocus()
    type_in(editor.entry, "2022")
    compose(editor.entry, "nian")
    seen = editor.entry.grab().toImage()
    office.put("hazards_found", "3")
    office.put("safety_period", "2021年")
    assert editor.entry.grab().toImage() == seen
    assert editor.entry.text() == "2022"
    compose(editor.entry, "", "年")
    assert office.kept("safety_period") == "2022年"


def test_letters_of_an_input_method_are_not_saved_before_they_are_text(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "safety_period")
    compose(editor.entry, "quan'nian")
    assert office.kept("safety_period") is None
    compose(editor.entry, "", "全年")
    assert office.kept("safety_period") == "全年"


def test_a_change_elsewhere_leaves_the_cursor_where_it_is(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "118")
    editor.entry.setCursorPosition(1)
    office.put("hazards_fixed", "5")
    assert editor.entry.cursorPosition() == 1


def test_what_no_paper_can_hold_is_taken_out_and_the_cursor_stays(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    with qtbot.waitSignal(office.desk.noticed):
        QApplication.clipboard().setText("11\x00\u200b8")
        editor.entry.paste()
    assert (office.kept("hazards_found"), editor.entry.text()) == ("118", "118")


def test_undo_keys_are_left_to_the_draft(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    type_in(editor.entry, "118")
    QTest.keyClick(editor.entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.entry.text() == "118"


def test_enter_goes_on_to_the_next_entry_of_this_year(qtbot: QtBot, office: Office) -> None:
    window = QWidget()
    column = QVBoxLayout(window)
    ids = ("hazards_found", "hazards_fixed")
    rows = [
        (
            make_editor(office.indicator(id_), office.desk),
            make_editor(office.indicator(id_), office.desk, Slot.PREVIOUS),
        )
        for id_ in ids
    ]
    for row in rows:
        for editor in row:
            column.addWidget(editor)
    show(qtbot, window)
    first, second = rows[0][0].focusProxy(), rows[1][0].focusProxy()
    assert first is not None
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is second
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is rows[0][1].focusProxy()


def test_last_year_has_a_slot_of_its_own(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found", Slot.PREVIOUS)
    type_in(editor.entry, "131")
    assert office.kept("hazards_found", Slot.PREVIOUS) == "131"
    assert office.kept("hazards_found") is None
    assert editor.entry.accessibleName() == "上年查出隐患（项）"


def test_a_derived_value_follows_and_says_from_what(qtbot: QtBot, office: Office) -> None:
    editor = make_editor(office.indicator("membership_rate"), office.desk)
    assert isinstance(editor, DerivedValue)
    show(qtbot, editor)
    assert editor.text() == "待填"
    office.put("employees", "200")
    office.put("members", "150")
    assert editor.text() == "75%"
    assert "会员总数 ÷ 职工总数" in editor.toolTip()
    office.put("employees", None)
    assert editor.text() == "待填"
    office.put("employees", "200余")
    assert editor.text() == "含概数，不计算"


def test_a_total_that_an_estimate_keeps_from_being_reckoned_can_be_typed_over(
    qtbot: QtBot, office: Office
) -> None:
    editor = make_editor(office.indicator("cadres_total"), office.desk)
    assert isinstance(editor, DerivedValue)
    show(qtbot, editor)
    office.put("full_time_cadres", "12")
    office.put("part_time_cadres", "88")
    assert (editor.text(), editor.entry) == ("100人", None)
    office.put("part_time_cadres", "近100")
    assert editor.entry is not None
    assert editor.entry.isVisible()
    assert editor.focusProxy() is editor.entry
    type_in(editor.entry, "110余")
    assert office.kept("cadres_total") == "110余"
    assert (editor.text(), editor.accessibleName()) == ("110余人", "工会干部合计（手填）")
    office.put("part_time_cadres", "98")
    assert (editor.text(), editor.accessibleName()) == ("110人", "工会干部合计（自动）")
    assert editor.entry.isVisible()
    office.put("cadres_total", None)
    assert not editor.entry.isVisible()


def test_every_way_to_derive_is_explained(qtbot: QtBot, tmp_path: Path) -> None:
    for id_ in ("enterprise", "school", "subdistrict"):
        office = open_office(tmp_path, id_)
        for indicator in template.load(id_).indicators:
            if indicator.derive is not None:
                widget = make_editor(indicator, office.desk)
                qtbot.addWidget(widget)
                assert not widget.toolTip().startswith("自动算出：。")


def test_a_choice_is_chosen_or_typed(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "audit_opinion")
    box = editor.findChild(QComboBox)
    assert box is not None
    box.setCurrentIndex(1)
    box.textActivated.emit("基本规范")
    assert office.kept("audit_opinion") == "基本规范"
    editor.entry.selectAll()
    type_in(box, "很好")
    assert office.kept("audit_opinion") == "很好"
    assert editor.entry.look is Look.REFUSED


def test_a_list_is_one_entry_a_line(qtbot: QtBot, office: Office) -> None:
    editor = make_editor(office.indicator("textbooks"), office.desk)
    assert isinstance(editor, ListEditor)
    show(qtbot, editor)
    type_in(editor.lines, "《甲》")
    QTest.keyClick(editor.lines, Qt.Key.Key_Return)
    type_in(editor.lines, "《乙》")
    assert office.kept("textbooks") == ("《甲》", "《乙》")
    assert editor.count.text() == "共 2 种"
    office.desk.undo()
    assert editor.lines.toPlainText() == ""


def test_a_list_from_elsewhere_leaves_the_cursor_and_the_composing(
    qtbot: QtBot, office: Office
) -> None:
    editor = make_editor(office.indicator("textbooks"), office.desk)
    assert isinstance(editor, ListEditor)
    show(qtbot, editor)
    type_in(editor.lines, "甲")
    compose(editor.lines, "yi")
    office.put("textbooks", ("丙",))
    assert editor.lines.toPlainText() == "甲"
    assert editor.lines.textCursor().block().layout().preeditAreaText() == "yi"
    compose(editor.lines, "", "乙")
    assert office.kept("textbooks") == ("甲乙",)


def test_a_list_that_does_not_apply_says_so(qtbot: QtBot, office: Office) -> None:
    editor = make_editor(office.indicator("textbooks"), office.desk)
    assert isinstance(editor, ListEditor)
    show(qtbot, editor)
    office.put("textbooks", "无此项")
    assert editor.lines.toPlainText() == "无此项"
    assert editor.count.text() == ""


def test_the_parts_of_a_person_are_kept_apart(qtbot: QtBot, office: Office) -> None:
    editor = make_editor(office.indicator("donation_recipient"), office.desk)
    assert isinstance(editor, PersonalEditor)
    show(qtbot, editor)
    fields = office.indicator("donation_recipient").fields
    for part in fields:
        entry = editor.entries[part.id]
        type_in(entry, part.name)
    for part in fields:
        assert office.kept("donation_recipient", field_=part.id) == part.name


def test_what_could_not_be_saved_stays_in_the_entry(
    qtbot: QtBot, office: Office, tmp_path: Path
) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    with open_store(tmp_path).writing():
        type_in(editor.entry, "9")
        assert office.desk.waiting()
        assert editor.entry.text() == "9"


def test_a_key_reaches_only_the_editors_that_it_concerns(qtbot: QtBot, office: Office) -> None:
    editor, other = (value_editor(qtbot, office, id_) for id_ in ("employees", "teams"))
    told: list[str] = []
    editor.binding.refreshed.connect(lambda: told.append("employees"))
    other.binding.refreshed.connect(lambda: told.append("teams"))
    type_in(editor.entry, "12")
    assert told == ["employees", "employees"]


def test_a_hint_opens_no_window_of_its_own(qtbot: QtBot, office: Office) -> None:
    value_editor(qtbot, office, "employees")
    hints = [each for each in QApplication.topLevelWidgets() if isinstance(each, Hint)]
    assert not hints
    assert not Hint("写清底数。").isVisible()


BAD_INPUT = {
    "bidi": ("123\u202e456", "123456"),
    "control": ("1\x002\x0e3", "123"),
    "rare": ("𠮷䶮", "𠮷䶮"),
    "emoji": ("好😀", "好😀"),
}


@pytest.mark.parametrize("kind", BAD_INPUT)
@pytest.mark.parametrize("id_", ["hazards_found", "organisation_as_of", "rule_titles"])
def test_what_no_paper_can_hold_is_taken_out_of_every_editor(
    kind: str, id_: str, qtbot: QtBot, office: Office
) -> None:
    editor = make_editor(office.indicator(id_), office.desk)
    show(qtbot, editor)
    pasted, wanted = BAD_INPUT[kind]
    QApplication.clipboard().setText(pasted)
    face = editor.focusProxy()
    assert face is not None
    QTest.keyClick(face, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    typed = office.kept(id_)
    assert typed in (wanted, (wanted,))


def test_a_megabyte_in_an_entry_is_cut_and_told(qtbot: QtBot, office: Office) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    QApplication.clipboard().setText("9" * 1_000_000)
    with qtbot.waitSignal(office.desk.noticed) as told:
        QTest.keyClick(editor.entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert f"最多{MOST}字" in told.args[0]
    assert office.kept("hazards_found") == "9" * MOST


def test_another_word_for_the_unit_is_taken_and_offered_to_the_whole_family_at_once(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    office.put("hazards_fixed", "100")
    type_in(editor.entry, "127条")
    assert office.desk.figures.printed("hazards_found") == "127条"
    assert editor.entry.look is Look.PLAIN
    (offer,) = editor.hint.buttons
    assert offer.text() == "按“条”记"
    assert office.desk.figures.printed("hazards_fixed") == "100项"
    offer.click()
    assert office.desk.figures.printed("hazards_fixed") == "100条"
    assert office.desk.figures.printed("hazards_found") == "127条"
    assert not editor.hint.buttons
    office.desk.undo()
    assert office.desk.figures.printed("hazards_fixed") == "100项"


def test_what_is_pasted_into_an_entry_has_spaces_in_place_of_odd_line_ends(
    qtbot: QtBot, office: Office
) -> None:
    editor = value_editor(qtbot, office, "hazards_found")
    QApplication.clipboard().setText("\u2f17\x0b")
    editor.entry.paste()
    assert office.kept("hazards_found") == "十 "
    assert "特殊" in editor.hint.text()
