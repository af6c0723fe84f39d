"""The pages under all sections: always in sight, and one list with the rail for whoever walks."""

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, last_pages, opened
from ui.look import appearance
from ui.window import SummaryWizard
from ui.window.page_list import LastPages
from ui.window.sidebar import Sidebar
from unionapp.draft import EditPath, Slot
from unionapp.figures import FINISH, REVIEW
from unionapp.storage import DraftStore
from unionapp.system import Appearance

# What a screen of 1366 by 768 has at 125 %, less the frame of a window and the task bar.
SMALL = QSize(1085, 560)


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    return opened(qtbot, store, begun(store, unit="江州三中工会", year="2022"))


def row_of(last: LastPages, id_: str) -> int:
    role = Qt.ItemDataRole.UserRole
    return next(row for row in range(last.count()) if last.item(row).data(role) == id_)


def click(last: LastPages, id_: str) -> None:
    place = last.visualItemRect(last.item(row_of(last, id_))).center()
    QTest.mouseClick(last.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_on_a_small_screen_both_are_in_sight_under_the_rail(wizard: SummaryWizard) -> None:
    wizard.resize(SMALL)
    QApplication.processEvents()
    last = last_pages(wizard)
    for row in range(last.count()):
        place = last.visualItemRect(last.item(row))
        assert last.viewport().rect().contains(place)
    foot = last.mapTo(wizard, QPoint(0, last.height())).y()
    assert wizard.rail.mapTo(wizard, QPoint(0, wizard.rail.height())).y() < foot < SMALL.height()


def test_at_double_size_nothing_at_the_side_lies_over_anything_else(
    wizard: SummaryWizard,
) -> None:
    appearance.apply(Appearance())  # the letters of the program itself
    wizard.resize(683, 340)
    QApplication.processEvents()
    side = last_pages(wizard).parentWidget()
    assert isinstance(side, Sidebar)
    parts = [side.progress, side.rail, side.add, side.last]
    feet = [part.geometry().bottom() for part in parts]
    tops = [part.geometry().top() for part in parts[1:]]
    assert all(foot < top for foot, top in zip(feet, tops, strict=False))
    assert feet[-1] <= side.height()


def test_a_click_turns_to_the_page_and_marks_no_section(wizard: SummaryWizard) -> None:
    for id_ in (REVIEW, FINISH):
        click(last_pages(wizard), id_)
        assert wizard.page_id() == id_
        assert last_pages(wizard).current_id() == id_
        assert wizard.rail.current_id() == ""


def test_back_in_a_section_neither_of_them_is_marked(wizard: SummaryWizard) -> None:
    section = wizard.desk.template.sections[1].id
    click(last_pages(wizard), FINISH)
    wizard.go_to_page(section)
    assert last_pages(wizard).current_id() == ""
    assert wizard.rail.current_id() == section


def test_the_arrows_lead_from_the_last_section_to_them_and_back(wizard: SummaryWizard) -> None:
    rail, last = wizard.rail, last_pages(wizard)
    rail.setFocus()
    rail.setCurrentRow(rail.count() - 1)
    QTest.keyClick(rail, Qt.Key.Key_Down)
    assert (QApplication.focusWidget(), last.current_id()) == (last, REVIEW)
    QTest.keyClick(last, Qt.Key.Key_Down)
    QTest.keyClick(last, Qt.Key.Key_Down)
    assert last.current_id() == FINISH
    QTest.keyClick(last, Qt.Key.Key_Return)
    assert wizard.page_id() == FINISH
    last.setFocus()
    for _ in range(2):
        QTest.keyClick(last, Qt.Key.Key_Up)
    assert QApplication.focusWidget() is rail
    assert rail.currentRow() == rail.count() - 1


def test_they_say_how_much_was_found(qtbot: QtBot, wizard: SummaryWizard) -> None:
    wizard.resize(1366, 700)
    pair = next(
        relation.pair
        for section in wizard.desk.template.sections
        for relation in section.relations
        if relation.pair
    )
    wizard.desk.put(EditPath(Slot.VALUE, pair.persons), "5")
    shown = last_pages(wizard).item(0)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: "发现1处问题" in shown.data(spoken))


def test_larger_texts_find_their_room(wizard: SummaryWizard) -> None:
    last = last_pages(wizard)
    before = last.height()
    appearance.apply(Appearance(text_percent=200))
    try:
        QApplication.processEvents()
        assert last.height() > before
        assert last.viewport().rect().contains(last.visualItemRect(last.item(1)))
    finally:
        appearance.apply(Appearance())
