"""What is said about an answer beside its value, and the menu in which it is found."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, type_in
from tests.ui.support.shown import show
from ui.editors import make_editor
from ui.editors.field import Details, Entry, PersonalEditor, ValueEditor
from ui.editors.field.details import DetailsForm, Mark
from ui.editors.field.entry import Look
from ui.editors.prose.chip import tooltip_of
from ui.kit import Action
from ui.section.card import Card
from ui.section.columns import width_in_one_line
from ui.section.grid import FigureGrid
from unionapp.draft import Slot
from unionapp.template import Placeholder
from unionapp.values import State

STATES = ["待填（清空）", "无此项", "不公开"]
DETAILS = ["写备注…", "写数据截至…", "写来源…"]
ONE_OF_EACH = {
    "figure": "hazards_found",
    "text": "theme",
    "choice": "audit_opinion",
    "list": "rule_titles",
    "table": "competition_table",
    "personal": "donation_recipient",
}
every_kind = pytest.mark.parametrize("id_", ONE_OF_EACH.values(), ids=ONE_OF_EACH)


def shown_editor(qtbot: QtBot, office: Office, id_: str) -> QWidget:
    editor = make_editor(office.indicator(id_), office.desk)
    show(qtbot, editor)
    editor.setFocus()
    return editor


def focus_in(editor: QWidget) -> QWidget:
    focused = editor.window().focusWidget()
    assert focused is not None
    return focused


def actions_of(editor: QWidget) -> dict[str, Action]:
    if isinstance(editor, ValueEditor):  # which makes its menu when it is first wanted
        return {action[0]: action for action in editor.entry.menu_actions}
    details = editor.findChild(Details)
    assert isinstance(details, Details)
    return {action[0]: action for action in details.menu_actions}


def choose(editor: QWidget, words: str) -> None:
    actions_of(editor)[words][1]()


def form_of(editor: QWidget) -> DetailsForm:
    form = editor.findChild(DetailsForm)
    assert isinstance(form, DetailsForm)
    return form


@every_kind
def test_states_and_details_are_reached_by_one_key_in_every_kind_of_entry(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    editor = shown_editor(qtbot, office, id_)
    began = focus_in(editor)
    QTest.keyClick(began, Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == STATES + DETAILS
    assert menu.activeAction().text() == STATES[0]
    for _ in STATES:
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    for text in ("含外包单位", "12月7日", "安监部月报"):
        type_in(focus_in(editor), text)
        QTest.keyClick(focus_in(editor), Qt.Key.Key_Return)
    kept = [office.kept(id_, slot) for slot in (Slot.NOTE, Slot.AS_OF, Slot.SOURCE)]
    assert kept == ["含外包单位", "12月7日", "安监部月报"]
    assert not form_of(editor).isVisible()
    assert focus_in(editor) is began


def test_the_key_opens_the_menu_of_the_entry_that_has_the_focus_among_several(
    qtbot: QtBot, office: Office
) -> None:
    card = Card(office.item("organisation"), office.desk)
    show(qtbot, card)
    for id_ in ("women_employees", "members"):
        editor = card.editor(id_)
        assert editor is not None
        editor.setFocus()
        QTest.keyClick(card.windowHandle(), Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        assert menu.parent() is editor.focusProxy()
        menu.close()


@every_kind
def test_every_kind_of_entry_takes_a_state_from_its_menu_and_gives_it_back(
    id_: str, qtbot: QtBot, office: Office
) -> None:
    editor = shown_editor(qtbot, office, id_)
    states = []
    for words in ("无此项", "不公开", "待填（清空）"):
        choose(editor, words)
        states.append(office.desk.figures.state(office.indicator(id_)))
    assert states == [State.NOT_APPLICABLE, State.WITHHELD, State.BLANK]


def test_a_person_who_is_not_told_of_leaves_no_part_behind(qtbot: QtBot, office: Office) -> None:
    id_ = "donation_recipient"
    name, *others = [part.id for part in office.indicator(id_).fields]
    for field in (name, *others):
        office.put(id_, "甲", field_=field)
    editor = shown_editor(qtbot, office, id_)
    assert isinstance(editor, PersonalEditor)
    choose(editor, "不公开")
    assert office.kept(id_, field_=name) == "不公开"
    assert [office.kept(id_, field_=field) for field in others] == [None] * len(others)
    assert editor.entries[name].look is Look.STATE
    office.desk.undo()
    assert [entry.text() for entry in editor.entries.values()] == ["甲"] * (1 + len(others))


def test_what_is_said_about_an_answer_is_marked_and_told_on_hovering(
    qtbot: QtBot, office: Office
) -> None:
    editor = shown_editor(qtbot, office, "hazards_found")
    entry = editor.focusProxy()
    assert isinstance(entry, Entry)
    assert editor.findChild(Mark) is None
    office.put("hazards_found", "含外包单位", Slot.NOTE)
    office.put("hazards_found", "安监部月报", Slot.SOURCE)
    mark = editor.findChild(Mark)
    assert isinstance(mark, Mark)
    assert mark.isVisible()
    assert entry.tip() == "来源：安监部月报\n备注：含外包单位"
    again = shown_editor(qtbot, office, "hazards_found")
    assert again.findChild(Mark) is not None
    for slot in (Slot.NOTE, Slot.SOURCE):
        office.put("hazards_found", None, slot)
    assert not mark.isVisible()
    assert entry.tip() == ""


def test_escape_leaves_the_details_and_goes_back_to_the_entry(qtbot: QtBot, office: Office) -> None:
    editor = shown_editor(qtbot, office, "hazards_found")
    choose(editor, "写来源…")
    assert focus_in(editor) is form_of(editor).entries[Slot.SOURCE]
    QTest.keyClick(focus_in(editor), Qt.Key.Key_Escape)
    assert not form_of(editor).isVisible()
    assert focus_in(editor) is editor.focusProxy()


def test_a_figure_in_a_text_tells_its_own_date_and_source(office: Office) -> None:
    office.put("hazards_found", "118")
    office.put("hazards_found", "2022.11.30", Slot.AS_OF)
    office.put("hazards_found", "安监部月报", Slot.SOURCE)
    told = tooltip_of(office.desk, Placeholder("hazards_found"))
    assert "截至：2022年11月30日\n来源：安监部月报" in told


def test_writing_a_note_leaves_the_figures_of_the_card_side_by_side(
    qtbot: QtBot, office: Office
) -> None:
    card = Card(office.item("organisation"), office.desk)
    grid = card.findChild(FigureGrid)
    editor = card.editor("women_employees")
    assert isinstance(grid, FigureGrid)
    assert isinstance(editor, QWidget)
    show(qtbot, card)
    card.resize(width_in_one_line() + card.width() - grid.width(), card.height())
    QApplication.processEvents()
    before = editor.mapTo(card, QPoint()).x()
    choose(editor, "写备注…")
    QApplication.processEvents()
    assert editor.mapTo(card, QPoint()).x() == before > 0
