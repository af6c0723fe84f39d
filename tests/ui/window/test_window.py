import os
import re
import signal
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMenu,
    QVBoxLayout,
    QWidget,
    QWizard,
)
from pytestqt.qtbot import QtBot

from tests.support.places import HOUSE
from tests.ui.support.desks import open_office
from tests.ui.support.opened import (
    KIND,
    begun,
    entry_of,
    focusable,
    foot_of,
    latin,
    opened,
    spoken_name,
    top_bar_of,
    type_into,
    visible_buttons,
)
from ui.editors.field import Entry, ValueEditor
from ui.kit import focus_first_entry
from ui.section import SectionPage
from ui.section.card import Card
from ui.section.foot import SectionFoot
from ui.section.grid import FigureGrid
from ui.section.outline import OutlineActions
from ui.window import SummaryWizard
from unionapp import template
from unionapp.draft import Slot
from unionapp.figures import FINISH, PROFILE
from unionapp.figures.progress import page_ids, page_of
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin
from unionapp.system import data_folder
from unionapp.values import Kind


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    return opened(qtbot, store, begun(store, unit="江州三中工会"))


def sections(wizard: SummaryWizard) -> list[str]:
    return [section.id for section in wizard.desk.template.sections]


def click_row(wizard: SummaryWizard, row: int) -> None:
    rail = wizard.rail
    place = rail.visualItemRect(rail.item(row)).center()
    QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def test_a_new_draft_opens_at_the_page_of_who_the_union_is(wizard: SummaryWizard) -> None:
    assert wizard.page_id() == PROFILE
    assert wizard.rail.currentRow() == 0
    assert entry_of(wizard, "unit").text() == "江州三中工会"


def test_a_click_in_the_rail_turns_the_page(wizard: SummaryWizard) -> None:
    click_row(wizard, 3)
    assert wizard.page_id() == sections(wizard)[2]
    assert wizard.currentPage().isVisible()


def test_enter_in_the_rail_turns_the_page(wizard: SummaryWizard) -> None:
    wizard.rail.setFocus()
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Down)
    QTest.keyClick(wizard.rail, Qt.Key.Key_Return)
    assert wizard.page_id() == sections(wizard)[1]


def test_back_after_a_jump_leads_to_the_page_before_not_to_where_one_came_from(
    wizard: SummaryWizard,
) -> None:
    click_row(wizard, 5)
    wizard.go_back()
    assert wizard.page_id() == sections(wizard)[3]


def test_one_can_jump_back_again_and_again_from_where_the_draft_was_left(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    ids = sections(first)
    first.go_to_page(ids[5])
    first.close()
    wizard = opened(qtbot, store, id_)
    for there in (ids[5], ids[3], ids[1], ids[0], ids[4], ids[2]):
        wizard.go_to_page(there)
        assert wizard.page_id() == there
        assert wizard.currentPage().isVisible()


def test_the_button_turns_to_a_section_one_came_by_when_it_was_moved_ahead(
    wizard: SummaryWizard,
) -> None:
    following = foot_of(wizard).next
    passed, here = sections(wizard)[1:3]
    wizard.go_to_page(sections(wizard)[0])
    for _ in range(2):
        QTest.mouseClick(following, Qt.MouseButton.LeftButton)
    assert wizard.page_id() == here
    OutlineActions(wizard.desk).move(passed, 1)
    QTest.mouseClick(following, Qt.MouseButton.LeftButton)
    assert wizard.page_id() == passed


def test_one_can_walk_through_all_pages_and_back(wizard: SummaryWizard) -> None:
    ids = list(page_ids(wizard.desk.template))
    there = [wizard.page_id()]
    while wizard.page_id() != FINISH:
        QTest.mouseClick(foot_of(wizard).next, Qt.MouseButton.LeftButton)
        there.append(wizard.page_id())
    back = [wizard.page_id()]
    while wizard.page_id() != PROFILE:
        QTest.keyClick(wizard, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
        back.append(wizard.page_id())
    assert there == ids
    assert back == ids[::-1]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_with_control_turns_to_the_next_page(wizard: SummaryWizard, key: Qt.Key) -> None:
    QTest.keyClick(entry_of(wizard, "unit"), key, Qt.KeyboardModifier.ControlModifier)
    assert wizard.page_id() == sections(wizard)[0]


def test_enter_in_an_entry_goes_to_the_next_entry_and_not_to_the_next_page(
    wizard: SummaryWizard,
) -> None:
    unit = entry_of(wizard, "unit")
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert wizard.page_id() == PROFILE
    assert wizard.focusWidget() is entry_of(wizard, "year")


def test_a_page_whose_first_figure_is_worked_out_begins_in_the_first_that_is_typed(
    qtbot: QtBot,
) -> None:
    office = open_office(data_folder())
    ids = ("membership_rate", "workshops")
    page, grid = QWidget(), FigureGrid([office.indicator(each) for each in ids], office.desk)
    QVBoxLayout(page).addWidget(grid)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    focus_first_entry(page)
    assert page.focusWidget() is grid.rows[1].editor.focusProxy()


def test_enter_at_the_end_of_last_years_column_goes_on_to_what_stands_below(
    qtbot: QtBot, store: DraftStore
) -> None:
    wizard = opened(qtbot, store, begin(store, "enterprise", ()))
    wizard.go_to("organisation")
    text = wizard.focusWidget()
    card = wizard.currentPage().findChild(Card)
    assert isinstance(card, Card)
    last = [
        each for each in card.findChildren(ValueEditor) if each.target.path.slot is Slot.PREVIOUS
    ]
    last[0].entry.setFocus()
    for each in last:
        assert wizard.focusWidget() is each.entry
        QTest.keyClick(wizard.focusWidget(), Qt.Key.Key_Return)
    after = wizard.focusWidget()
    assert not isinstance(after, QAbstractButton)
    assert card.isAncestorOf(after)
    assert not isinstance(after.parentWidget(), ValueEditor) or after is text


def test_enter_on_the_button_of_a_card_opens_its_menu(qtbot: QtBot, store: DraftStore) -> None:
    wizard = opened(qtbot, store, begin(store, "enterprise", ()))
    wizard.go_to("organisation")
    card = wizard.currentPage().findChild(Card)
    assert isinstance(card, Card)
    QTest.keyClick(card.menu_button, Qt.Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


def test_escape_does_not_close_the_window(wizard: SummaryWizard) -> None:
    QTest.keyClick(entry_of(wizard, "unit"), Qt.Key.Key_Escape)
    assert wizard.isVisible()


def test_what_was_typed_stays_when_one_comes_back_to_the_page(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "2022")
    wizard.go_on()
    wizard.go_back()
    assert entry_of(wizard, "year").text() == "2022"


def test_undo_and_redo_say_what_they_change(wizard: SummaryWizard) -> None:
    year = type_into(wizard, "year", "2022")
    QTest.keyClick(year, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert year.text() == ""
    assert wizard.status.sentence == "已撤销：改“总结年度”（待填→2022）"
    QTest.keyClick(year, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert year.text() == "2022"
    assert wizard.status.sentence == "已恢复：改“总结年度”（待填→2022）"


def test_undo_goes_to_the_page_and_entry_that_it_changed(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "2022")
    wizard.go_to_page(FINISH)
    wizard.undo()
    assert wizard.page_id() == PROFILE
    assert wizard.focusWidget() is entry_of(wizard, "year")
    assert wizard.status.sentence == "已撤销：改“总结年度”（待填→2022）"


def test_what_is_told_outlasts_the_turn_of_a_page(wizard: SummaryWizard) -> None:
    wizard.status.show_notice("已取消")
    for _ in range(3):
        wizard.go_on()
        assert wizard.status.sentence == "已取消"


def test_redo_shows_an_entry_that_is_scrolled_out_of_sight(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.resize(900, 420)
    section = wizard.desk.template.sections[2]
    indicators = [each.id for item in section.items for each in item.indicators]
    last = next(each for each in reversed(indicators) if isinstance_entry(wizard, each))
    entry = type_into(wizard, last, "7")
    wizard.undo()
    wizard.go_to(indicators[0])
    qtbot.waitUntil(lambda: entry.visibleRegion().isEmpty())
    wizard.redo()
    assert entry.hasFocus()
    qtbot.waitUntil(lambda: not entry.visibleRegion().isEmpty())


def test_undo_leaves_one_where_one_is_if_that_is_in_sight(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "2022")
    unit = entry_of(wizard, "unit")
    wizard.undo()
    assert unit.hasFocus()


def test_on_a_new_draft_there_is_nothing_to_undo(wizard: SummaryWizard) -> None:
    undo = top_bar_of(wizard).undo
    assert not undo.isEnabled()
    wizard.undo()
    assert wizard.status.sentence == "没有可以撤销的修改"
    assert entry_of(wizard, "unit").text() == "江州三中工会"


def test_turning_pages_without_typing_saves_nothing_and_says_so(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    type_into(wizard, "year", "2022")
    with qtbot.assertNotEmitted(wizard.desk.saved, wait=300):
        for _ in range(3):
            wizard.go_on()
        wizard.desk.put_all([])
        entry_of(wizard, "year").edited.emit()


def isinstance_entry(wizard: SummaryWizard, id_: str) -> bool:
    """Whether a figure is typed in an entry."""
    wizard.go_to(id_)
    return isinstance(wizard.focusWidget(), Entry)


def test_redo_has_the_key_of_other_desktops_too(wizard: SummaryWizard) -> None:
    year = type_into(wizard, "year", "2022")
    wizard.undo()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(year, Qt.Key.Key_Z, both)
    assert year.text() == "2022"


def test_undo_reaches_back_over_a_restart(qtbot: QtBot, store: DraftStore) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    type_into(first, "year", "2022")
    first.close()
    second = opened(qtbot, store, id_)
    second.undo()
    assert entry_of(second, "year").text() == ""


def test_the_status_line_says_since_when_everything_is_saved(wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "2")
    assert re.fullmatch(r"已保存 \d\d:\d\d:\d\d", wizard.status.sentence)


def test_what_cleaning_took_away_is_told_in_passing(wizard: SummaryWizard) -> None:
    entry = entry_of(wizard, "unit")
    entry.selectAll()
    QApplication.clipboard().setText("江州\u200b四中")
    entry.paste()
    assert wizard.desk.figures.printed("unit") == "江州四中"
    assert wizard.status.sentence == "已清除 1 个不可见字符"


KILLED = """
import os, signal, sys
from PySide6.QtGui import QResizeEvent
from PySide6.QtTest import QTest
from tests.ui.support.opened import begun
from ui.app import make_application
from ui.window.window import SummaryWizard
from unionapp.storage import open_store
from unionapp.storage.sessions import Session
from unionapp.system import data_folder

application = make_application(sys.argv)
store = open_store(data_folder())
id_ = begun(store)
wizard = SummaryWizard(Session(store, id_))
wizard.show()
wizard.go_to(sys.argv[1])
QTest.keyClicks(wizard.focusWidget(), "2022")
print(id_, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_process_killed_while_typing_loses_nothing_and_resumes_where_it_was(
    qtbot: QtBot, store: DraftStore
) -> None:
    kind = template.load(KIND)
    count = next(each for each in kind.indicators if each.kind is Kind.COUNT)
    finished = subprocess.run(
        [sys.executable, "-c", KILLED, count.id],
        cwd=HOUSE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert finished.returncode == -signal.SIGKILL, finished.stderr
    wizard = opened(qtbot, store, finished.stdout.strip())
    assert wizard.page_id() == page_of(kind, count.id) != PROFILE
    assert entry_of(wizard, count.id).text() == "2022"


def test_the_page_that_comes_next_is_built_while_nobody_types(
    qtbot: QtBot, store: DraftStore
) -> None:
    wizard = SummaryWizard(Session(store, begun(store)))
    qtbot.addWidget(wizard, before_close_func=lambda shown: shown.hide())
    following = wizard.page(wizard.nextId())
    assert isinstance(following, SectionPage)
    assert following.cards == ()  # no loop has run yet in which anything could be built
    with qtbot.waitExposed(wizard):
        wizard.show()
    qtbot.waitUntil(lambda: following.findChild(SectionFoot) is not None)
    assert following.isHidden()


def test_the_rail_shows_an_unreadable_entry(qtbot: QtBot, wizard: SummaryWizard) -> None:
    type_into(wizard, "year", "abc")
    spoken = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: wizard.rail.item(0).data(spoken).startswith("工会概况，有问题"))


def test_every_button_of_every_page_speaks_chinese(wizard: SummaryWizard) -> None:
    for page in page_ids(wizard.desk.template):
        wizard.go_to_page(page)
        texts = [button.text() for button in visible_buttons(wizard)]
        assert [text for text in texts if latin(re.sub("Word|Excel|PDF", "", text))] == []


def test_everything_that_tab_reaches_has_a_name_to_be_read_out(wizard: SummaryWizard) -> None:
    for page in page_ids(wizard.desk.template):
        wizard.go_to_page(page)
        nameless = [widget for widget in focusable(wizard) if not spoken_name(widget)]
        assert nameless == []


def test_the_window_fits_a_small_screen_and_remembers_its_size(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    first = opened(qtbot, store, id_)
    small = QSize(1024, 536)  # what a screen of 1280 by 720 has at 125 %, less a frame
    first.resize(small)
    for page in page_ids(first.desk.template):
        first.go_to_page(page)
        assert first.size() == small
    first.resize(760, 560)
    first.close()
    assert opened(qtbot, store, id_).size() == QSize(760, 560)


def test_on_a_small_screen_the_rail_shrinks_to_numerals_and_still_tells_all(
    qtbot: QtBot, store: DraftStore
) -> None:
    wizard = opened(qtbot, store, begun(store, unit="江州三中工会"))
    wizard.resize(1200, 576)
    wide = wizard.rail.width()
    wizard.resize(960, 576)
    assert wizard.rail.width() < wide // 2
    assert wizard.rail.item(0).text() == "工会"
    assert wizard.rail.item(0).toolTip() == "工会概况，没填完，还差7项"
    wizard.resize(1200, 576)
    assert wizard.rail.item(0).text() == "工会概况"


def test_a_window_that_is_resized_while_it_is_set_up_opens(
    qtbot: QtBot, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a wizard takes its style by another size."""

    def resized(wizard: SummaryWizard, _style: QWizard.WizardStyle) -> None:
        size = QSize(900, 600)
        wizard.resizeEvent(QResizeEvent(size, size))

    monkeypatch.setattr(QWizard, "setWizardStyle", resized)
    assert opened(qtbot, store, begun(store)).isVisible()
