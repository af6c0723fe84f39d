"""The outline of the sections, edited in the rail as a person does: keys, menus, drag and drop."""

import os
import sqlite3

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import type_in
from tests.ui.support.menus import choose, shown_menu, words
from tests.ui.support.opened import begun, foot_of, last_pages, opened, type_into
from ui.section import SectionPage
from ui.section.heading import HeadingEntry
from ui.window import SummaryWizard
from ui.window.sidebar import Sidebar
from unionapp.draft import EditPath, Slot
from unionapp.figures import FINISH, PROFILE
from unionapp.figures.progress import page_ids
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session
from unionapp.storage.sqlite import FILE_NAME, SqliteStore
from unionapp.system import data_folder

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    wizard = opened(qtbot, store, begun(store, unit="江州三中工会"))
    wizard.resize(1366, 700)
    return wizard


def ids(wizard: SummaryWizard) -> list[str]:
    return [section.id for section in wizard.desk.template.sections]


def kept(wizard: SummaryWizard, store: DraftStore) -> list[str]:
    """The sections as a fresh reading of the store has them."""
    template = Session(store, wizard.desk.session.id).template
    return [section.id for section in template.sections]


def row_of(wizard: SummaryWizard, id_: str) -> int:
    rows = range(wizard.rail.count())
    role = Qt.ItemDataRole.UserRole
    return next(row for row in rows if wizard.rail.item(row).data(role) == id_)


def put_keys_on(wizard: SummaryWizard, id_: str) -> None:
    wizard.rail.setFocus()
    wizard.rail.setCurrentRow(row_of(wizard, id_))


def place_of(wizard: SummaryWizard, id_: str) -> QPoint:
    return wizard.rail.visualItemRect(wizard.rail.item(row_of(wizard, id_))).center()


def added_button(wizard: SummaryWizard) -> QPushButton:
    side = wizard.findChild(Sidebar)
    assert isinstance(side, Sidebar)
    return side.add


def open_menu(wizard: SummaryWizard, id_: str) -> QMenu:
    """Click with the right button on a row."""
    place = place_of(wizard, id_)
    viewport = wizard.rail.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    return shown_menu()


def write(text: str) -> None:
    """Write a heading in the entry that has the focus, and accept it."""
    entry = QApplication.focusWidget()
    assert isinstance(entry, HeadingEntry)
    entry.clear()
    type_in(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def test_alt_with_an_arrow_moves_a_section_and_the_keys_stay_on_it(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    before = ids(wizard)
    put_keys_on(wizard, before[1])
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    assert ids(wizard) == [before[0], before[2], before[3], before[1], *before[4:]]
    assert wizard.rail.current_id() == before[1]
    assert kept(wizard, store) == ids(wizard)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Up, ALT)
    assert ids(wizard)[2] == before[1]


def test_each_move_is_taken_back_by_one_undo_that_names_it(wizard: SummaryWizard) -> None:
    before = ids(wizard)
    put_keys_on(wizard, before[1])
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Z, CONTROL)
    assert ids(wizard)[2] == before[1]
    assert wizard.status.sentence == "已撤销：调整各章的顺序"
    QTest.keyClick(wizard.rail, Qt.Key.Key_Z, CONTROL)
    assert ids(wizard) == before


def test_the_pages_are_walked_in_the_new_order(wizard: SummaryWizard) -> None:
    put_keys_on(wizard, ids(wizard)[3])
    for _ in range(2):
        QTest.keyClick(wizard.rail, Qt.Key.Key_Up, ALT)
    there = [wizard.page_id()]
    while wizard.page_id() != FINISH:
        QTest.mouseClick(foot_of(wizard).next, Qt.MouseButton.LeftButton)
        there.append(wizard.page_id())
    assert there == list(page_ids(wizard.desk.template))
    assert not foot_of(wizard).next.isVisible()
    while wizard.page_id() != PROFILE:
        there.pop()
        QTest.keyClick(wizard, Qt.Key.Key_PageUp, CONTROL)
        assert wizard.page_id() == there[-1]


def test_a_section_that_moves_to_the_end_still_leads_on_to_the_review(
    wizard: SummaryWizard,
) -> None:
    first, last = ids(wizard)[1], ids(wizard)[-1]
    wizard.go_to_page(last)
    put_keys_on(wizard, first)
    for _ in ids(wizard):
        QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    assert ids(wizard)[-1] == first
    QTest.keyClick(wizard, Qt.Key.Key_PageDown, CONTROL)
    assert wizard.page_id() == first


def test_the_first_and_the_last_pages_do_not_move(wizard: SummaryWizard) -> None:
    before = list(page_ids(wizard.desk.template))
    for fixed in (PROFILE, before[1]):
        put_keys_on(wizard, fixed)
        QTest.keyClick(wizard.rail, Qt.Key.Key_Up, ALT)
        QTest.keyClick(wizard.rail, Qt.Key.Key_Down, ALT)
    last = last_pages(wizard)
    last.enter(1)
    QTest.keyClick(last, Qt.Key.Key_Down, ALT)
    assert list(page_ids(wizard.desk.template)) == before


def drop(wizard: SummaryWizard, id_: str, place: QPoint) -> None:
    """What reaches the rail when a row is let go of."""
    put_keys_on(wizard, id_)
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    carried = wizard.rail.mimeData([wizard.rail.currentItem()])
    event = QDropEvent(QPointF(place), Qt.DropAction.MoveAction, carried, left, none)
    wizard.rail.dropEvent(event)  # Qt gives it to nobody outside a drag of the real screen


def below(wizard: SummaryWizard, id_: str) -> QPoint:
    row = wizard.rail.visualItemRect(wizard.rail.item(row_of(wizard, id_)))
    return row.bottomLeft() + QPoint(60, -2)


def test_a_section_that_is_dropped_takes_that_place_and_keeps_its_row(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    before, rows = ids(wizard), wizard.rail.count()
    drop(wizard, before[1], below(wizard, before[4]))
    assert ids(wizard) == [before[0], *before[2:5], before[1], *before[5:]]
    assert kept(wizard, store) == ids(wizard)
    assert wizard.rail.count() == rows
    assert wizard.rail.current_id() == before[1]
    wizard.undo()
    assert ids(wizard) == before


def test_a_section_dropped_above_the_preamble_comes_after_it(wizard: SummaryWizard) -> None:
    before = ids(wizard)
    drop(wizard, before[3], QPoint(60, 4))
    assert ids(wizard)[:3] == [before[0], before[3], before[1]]


def test_a_section_dropped_where_it_is_changes_nothing(wizard: SummaryWizard) -> None:
    before = wizard.desk.session.next_undo
    drop(wizard, ids(wizard)[3], place_of(wizard, ids(wizard)[3]))
    assert wizard.desk.session.next_undo == before


@pytest.mark.screen
@pytest.mark.skipif("UNIONAPP_TEST_XCB" not in os.environ, reason="needs a real screen to drag on")
def test_a_section_is_dragged_with_the_mouse(qtbot: QtBot, store: DraftStore) -> None:
    wizard = SummaryWizard(Session(store, begun(store)))
    qtbot.addWidget(wizard, before_close_func=lambda shown: shown.hide())
    with qtbot.waitExposed(wizard):
        wizard.show()
    before = ids(wizard)
    drag(wizard, before[1], below(wizard, before[4]))
    qtbot.waitUntil(lambda: ids(wizard) != before)
    assert ids(wizard) == [before[0], *before[2:5], before[1], *before[5:]]


def drag(wizard: SummaryWizard, id_: str, target: QPoint) -> None:
    """Press on a row, move the pointer, let go; a drag runs a loop of its own meanwhile."""
    window, viewport = wizard.windowHandle(), wizard.rail.viewport()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    start = viewport.mapTo(wizard, place_of(wizard, id_))
    end = viewport.mapTo(wizard, target)
    way = [end - QPoint(0, 6), end - QPoint(0, 3), end]

    def go_on() -> None:
        if way:
            QTest.mouseMove(window, way.pop(0))
            QTimer.singleShot(20, go_on)
        else:
            QTest.mouseRelease(window, left, none, end)

    QTest.mousePress(window, left, none, start)
    QTimer.singleShot(100, go_on)
    for step in (3, 40):
        QTest.mouseMove(window, start + QPoint(0, step))
        QApplication.processEvents()


def test_the_menu_key_opens_the_menu_of_the_row(wizard: SummaryWizard) -> None:
    put_keys_on(wizard, ids(wizard)[1])
    none, shift = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier in ((Qt.Key.Key_Menu, none), (Qt.Key.Key_F10, shift)):
        QTest.keyClick(wizard.rail, key, modifier)
        menu = shown_menu()
        assert words(menu) == ["改标题", "下移", "不写这一章", "加一章"]
        assert menu.activeAction() is menu.actions()[0]
        QTest.keyClick(menu, Qt.Key.Key_Escape)


def test_a_preamble_can_be_left_out_but_neither_moved_nor_renamed(wizard: SummaryWizard) -> None:
    assert words(open_menu(wizard, ids(wizard)[0])) == ["不写这一章", "加一章"]


def test_a_section_that_is_not_written_stays_grey_in_its_place_and_numbers_follow(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    for section in wizard.desk.template.sections:
        for item in section.items:
            wizard.desk.put(EditPath(Slot.NARRATIVE, item.id), "有。")
    off, following = ids(wizard)[1], ids(wizard)[2]
    choose(open_menu(wizard, off), "不写这一章")
    row = wizard.rail.item(row_of(wizard, off))
    assert row.text().endswith("（不写）")
    assert row.data(Qt.ItemDataRole.AccessibleTextRole).endswith("，不写")
    assert row_of(wizard, off) == row_of(wizard, following) - 1
    assert wizard.rail.item(row_of(wizard, following)).text().startswith("一、")
    assert off not in kept(wizard, store)
    QTest.mouseClick(wizard.rail.viewport(), Qt.MouseButton.LeftButton, pos=place_of(wizard, off))
    choose(shown_menu(), "重新写这一章")
    assert wizard.rail.item(row_of(wizard, off)).text().startswith("一、")
    assert wizard.rail.item(row_of(wizard, following)).text().startswith("二、")


def test_when_the_open_section_is_left_out_the_next_one_opens(wizard: SummaryWizard) -> None:
    here, following = ids(wizard)[2], ids(wizard)[3]
    wizard.go_to_page(here)
    choose(open_menu(wizard, here), "不写这一章")
    assert wizard.page_id() == following
    assert wizard.currentPage().isVisible()
    wizard.undo()
    assert wizard.page_id() == here
    assert wizard.currentPage().isVisible()


def test_the_open_page_keeps_its_widgets_and_focus_when_others_change(
    wizard: SummaryWizard,
) -> None:
    entry = type_into(wizard, "study_sessions", "320")
    page = wizard.currentPage()
    others = [id_ for id_ in ids(wizard)[1:] if id_ != wizard.page_id()]
    choose(open_menu(wizard, others[0]), "不写这一章")
    choose(open_menu(wizard, others[2]), "上移")
    assert wizard.currentPage() is page
    assert wizard.focusWidget() is entry
    QTest.keyClicks(entry, "5")
    assert wizard.desk.figures.draft.text(Slot.VALUE, "study_sessions") == "3205"


def test_f2_in_the_rail_lets_the_heading_be_written_on_its_page(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    section = ids(wizard)[2]
    put_keys_on(wizard, section)
    QTest.keyClick(wizard.rail, Qt.Key.Key_F2)
    assert wizard.page_id() == section
    write("凝聚人心")
    assert "凝聚人心" in wizard.rail.item(row_of(wizard, section)).text()
    fresh = Session(store, wizard.desk.session.id).template
    assert fresh.sections[2].title == "凝聚人心"


def test_the_open_page_is_marked_again_when_the_keys_leave_the_rail(wizard: SummaryWizard) -> None:
    wizard.go_to_page(ids(wizard)[1])
    put_keys_on(wizard, ids(wizard)[4])
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    page.go_to("study_sessions")
    assert wizard.rail.current_id() == ids(wizard)[1]


def test_a_section_is_added_after_the_open_one_and_named_at_once(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    before = ids(wizard)
    wizard.go_to_page(before[1])
    QTest.mouseClick(added_button(wizard), Qt.MouseButton.LeftButton)
    assert ids(wizard) == [*before[:2], "custom_1", *before[2:]]
    assert wizard.page_id() == "custom_1"
    write("志愿服务")
    assert kept(wizard, store) == ids(wizard)
    assert "志愿服务" in wizard.rail.item(row_of(wizard, "custom_1")).text()
    for _ in range(2):
        wizard.undo()
    assert ids(wizard) == before
    assert wizard.page_id() == before[2]
    wizard.redo()
    assert ids(wizard)[2] == "custom_1"


def test_a_section_that_cannot_be_saved_comes_when_it_can(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.desk.desk._LONG", 0)
    here = ids(wizard)[2]
    wizard.go_to_page(here)
    assert isinstance(store, SqliteStore)
    store._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(data_folder() / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    QTest.mouseClick(added_button(wizard), Qt.MouseButton.LeftButton)
    assert wizard.status.failing
    assert wizard.page_id() == here
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: "custom_1" in ids(wizard))
    assert wizard.page_id() == here
    assert kept(wizard, store) == ids(wizard)


def test_a_custom_section_can_be_taken_away_again(wizard: SummaryWizard, store: DraftStore) -> None:
    before = ids(wizard)
    choose(open_menu(wizard, before[1]), "加一章")
    write("志愿服务")
    choose(open_menu(wizard, "custom_1"), "删去这一章")
    assert ids(wizard) == before == kept(wizard, store)
    assert wizard.status.sentence == "已删去“志愿服务”，按 Ctrl+Z 可以恢复"
    wizard.undo()
    assert "custom_1" in ids(wizard)


def test_only_custom_sections_can_be_taken_away(wizard: SummaryWizard) -> None:
    assert "删去这一章" not in words(open_menu(wizard, ids(wizard)[1]))


def test_pages_that_come_and_go_leave_nothing_behind(wizard: SummaryWizard) -> None:
    section = ids(wizard)[1]
    pages = len(wizard.findChildren(SectionPage))
    for _ in range(10):
        choose(open_menu(wizard, section), "不写这一章")
        wizard.undo()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert len(wizard.findChildren(SectionPage)) == pages


def ground_of(wizard: SummaryWizard, id_: str) -> str:
    """The colour of a row inside its frame, where no letter and no sign stands."""
    row = wizard.rail.visualItemRect(wizard.rail.item(row_of(wizard, id_)))
    shown = wizard.rail.viewport().grab(row).toImage()
    return shown.pixelColor(2, 2).name()


def test_the_open_page_stays_marked_when_another_section_is_left_out(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    open_page, other, plain = ids(wizard)[2:5]
    wizard.go_to_page(open_page)
    place = place_of(wizard, other)
    QTest.mouseClick(wizard.rail.viewport(), Qt.MouseButton.RightButton, pos=place)
    choose(open_menu(wizard, other), "不写这一章")
    qtbot.waitUntil(lambda: other not in ids(wizard))
    assert wizard.page_id() == open_page
    assert ground_of(wizard, open_page) != ground_of(wizard, other) == ground_of(wizard, plain)


def test_a_heading_of_two_lines_is_never_cut_in_the_rail(wizard: SummaryWizard) -> None:
    metrics = wizard.rail.fontMetrics()
    for row in range(wizard.rail.count()):
        item = wizard.rail.item(row)
        room = wizard.rail.visualItemRect(item).adjusted(26, 0, -4, 0)
        text = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, item.text())
        assert text.height() <= room.height(), item.text()
