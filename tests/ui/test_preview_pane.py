"""The paper beside the form."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.opened import begun, entry_of, opened
from ui.preview_pane import PreviewPane
from ui.wizard import SummaryWizard
from unionapp.draft import EditPath, Room
from unionapp.store import Store

WHO = {"unit": "城东初级中学工会", "year": "2022"}


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> SummaryWizard:
    store = Store(tmp_path)
    wizard = opened(qtbot, store, begun(store, **WHO))
    wizard.resize(1366, 740)
    wizard.go_to_page("congress")
    return wizard


def pane_of(qtbot: QtBot, wizard: SummaryWizard) -> PreviewPane:
    """The pane, once it stands beside the page."""
    qtbot.waitUntil(lambda: bool(wizard.findChildren(PreviewPane)))
    (pane,) = wizard.findChildren(PreviewPane)
    return pane


def text_of(pane: PreviewPane) -> str:
    pages = pane.preview.paper.pages
    return "".join(placed.line.text for page in pages for placed in page.lines)


def test_the_paper_stands_beside_the_form_and_follows_what_is_typed(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    assert "城东初级中学工会2022年度工作总结" in text_of(pane)
    wizard.desk.put(EditPath(Room.VALUE, "preparatory_meetings"), "7")
    qtbot.waitUntil(lambda: "7次" in text_of(pane))


def test_the_preview_moves_along_to_the_next_page(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.go_on()
    qtbot.waitUntil(lambda: wizard.currentPage().isAncestorOf(pane))


def test_the_preview_folds_away_and_comes_back(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.preview.isVisible)
    QTest.keyClick(entry_of(wizard, "preparatory_meetings"), Qt.Key.Key_F5)
    assert not pane.preview.isVisible()
    QTest.mouseClick(pane.fold, Qt.MouseButton.LeftButton)
    assert pane.preview.isVisible()


def test_a_window_with_no_room_shows_the_form_alone(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.resize(1000, 700)
    qtbot.waitUntil(lambda: not pane.preview.isVisible())
    assert not pane.fold.isEnabled()


def test_a_click_on_a_figure_of_the_paper_leads_to_its_entry(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    pane.preview.wanted.emit("notice_boards")
    assert wizard.page_id() == "open_affairs"


def test_a_narrow_pane_leaves_out_the_margins_for_larger_letters(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    preview = pane_of(qtbot, wizard).preview
    qtbot.waitUntil(preview.isVisible)
    preview.crop(0)
    whole = preview.scale
    preview.crop(84)
    assert preview.scale > whole * 1.3
    assert preview.horizontalScrollBar().value() > 0


def test_a_menu_says_how_near_the_paper_is_looked_at(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.preview.isVisible)
    before = pane.preview.scale
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(pane, QContextMenuEvent(reason, QPoint(9, 9), QPoint(9, 9)))
    (menu,) = pane.findChildren(QMenu)
    actions = {action.text(): action for action in menu.actions()}
    actions["放大"].trigger()
    assert pane.preview.scale > before
    actions["双页"].trigger()
    assert pane.preview.arrangement.width > 1000
    menu.close()
