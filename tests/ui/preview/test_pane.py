"""The paper beside the form."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QScrollBar
from pytestqt.qtbot import QtBot

from tests.support.offices import office_base
from tests.ui.support.opened import begun, entry_of, opened, top_bar_of
from ui.editors.field import Entry
from ui.look import tokens
from ui.paper import choose_base
from ui.preview import PreviewPane
from ui.preview import pane as preview_pane
from ui.preview.worker import set_paper
from ui.section.grid import FigureGrid
from ui.section.rows import FigureRow
from ui.window import SummaryWizard
from ui.window.frame import Divider
from unionapp.draft import EditPath, Slot
from unionapp.figures import FINISH, PROFILE, REVIEW
from unionapp.storage import open_store

WHO = {"unit": "城东初级中学工会", "year": "2022"}


@pytest.fixture
def wizard(qtbot: QtBot, tmp_path: Path) -> SummaryWizard:
    store = open_store(tmp_path)
    wizard = opened(qtbot, store, begun(store, **WHO))
    wizard.resize(1366, 740)
    wizard.go_to_page("congress")
    return wizard


def pane_of(qtbot: QtBot, wizard: SummaryWizard) -> PreviewPane:
    """The pane, once it stands beside the page."""
    qtbot.waitUntil(lambda: bool(wizard.findChildren(PreviewPane)))
    (pane,) = wizard.findChildren(PreviewPane)
    return pane


def set_pane_of(qtbot: QtBot, wizard: SummaryWizard) -> PreviewPane:
    """The pane, once the paper is set in it."""
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(lambda: bool(pane.preview.paper.pages))
    return pane


def left_edge(pane: PreviewPane) -> float:
    return min(line.x for line in pane.preview.paper.pages[0].lines)


def text_of(pane: PreviewPane) -> str:
    pages = pane.preview.paper.pages
    return "".join(placed.line.text for page in pages for placed in page.lines)


def bar_beside(wizard: SummaryWizard) -> Divider:
    bar = wizard.findChild(Divider)
    assert isinstance(bar, Divider)
    return bar


def sideways(wizard: SummaryWizard) -> QScrollBar:
    """The bar that a form which is too wide would have."""
    (area, *_) = [
        each
        for each in wizard.currentPage().findChildren(QScrollArea)
        if each.widget().findChildren(FigureGrid)
    ]
    return area.horizontalScrollBar()


def test_the_paper_stands_beside_the_form_and_follows_what_is_typed(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = set_pane_of(qtbot, wizard)
    assert "城东初级中学工会2022年度工作总结" in text_of(pane)
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "7")
    qtbot.waitUntil(lambda: "7次" in text_of(pane))


def test_what_is_typed_while_the_paper_is_set_is_in_it_too(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    path = EditPath(Slot.VALUE, "preparatory_meetings")
    wizard.desk.put(path, "7")
    with qtbot.waitSignal(wizard.desk.changed):
        pane.showEvent(QShowEvent())  # sets the paper, which takes a while
        wizard.desk.put(path, "8")
    qtbot.waitUntil(lambda: "8次" in text_of(pane))


def test_a_section_that_prints_nothing_yet_says_so_in_one_sentence(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.nothing.isVisible)
    assert "还没有可印的内容" in pane.nothing.text()
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "7")
    qtbot.waitUntil(lambda: not pane.nothing.isVisible())


def test_the_paper_is_beside_every_page(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    for page in (PROFILE, "congress", REVIEW, FINISH):
        wizard.go_to_page(page)
        assert pane.preview.isVisible()
        form = wizard.currentPage()
        assert form.mapTo(wizard, QPoint(form.width(), 0)).x() <= pane.x()


def test_the_head_says_which_of_how_many_pages_is_read(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = set_pane_of(qtbot, wizard)
    qtbot.waitUntil(lambda: pane.pages.text().startswith("第"))
    count = len(pane.preview.paper.pages)
    pane.preview.go_to_page(count)
    assert pane.pages.text() == f"第{count}页，共{count}页"


def test_the_paper_is_looked_at_without_its_margins_or_whole(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = set_pane_of(qtbot, wizard)
    near = pane.preview.scale
    pane.switch.part(1).click()
    assert pane.preview.scale < near * 0.8
    wizard.resize(1300, 700)
    assert pane.switch.current == 1
    pane.switch.part(0).click()
    assert pane.switch.current == 0


def test_the_preview_folds_away_and_comes_back(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.preview.isVisible)
    QTest.keyClick(entry_of(wizard, "preparatory_meetings"), Qt.Key.Key_F5)
    assert not pane.preview.isVisible()
    top_bar_of(wizard).paper.click()
    assert pane.preview.isVisible()
    QTest.mouseClick(pane.fold, Qt.MouseButton.LeftButton)
    assert not pane.preview.isVisible()


def test_a_window_with_no_room_shows_the_form_alone_and_offers_the_paper(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.isVisible)
    assert not top_bar_of(wizard).paper.isVisible()
    wizard.resize(1100, 700)
    qtbot.waitUntil(lambda: not pane.isVisible())
    assert top_bar_of(wizard).paper.isVisible()
    top_bar_of(wizard).paper.click()
    assert pane.preview.isVisible()


def test_where_both_do_not_fit_the_paper_takes_the_page_until_it_is_folded_again(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.resize(900, 500)
    qtbot.waitUntil(lambda: not pane.isVisible())
    entry = entry_of(wizard, "preparatory_meetings")
    QTest.keyClick(entry, Qt.Key.Key_F5)
    assert pane.preview.isVisible()
    assert not entry.isVisible()
    QTest.keyClick(pane.preview, Qt.Key.Key_F5)
    assert not pane.isVisible()
    assert entry.isVisible()
    assert isinstance(wizard.focusWidget(), Entry)


def test_the_paper_in_the_forms_place_stays_there_from_page_to_page(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.resize(900, 500)
    wizard.toggle_preview()
    wizard.go_on()
    qtbot.waitUntil(lambda: pane.preview.isVisible() and not wizard.currentPage().isVisible())


def test_a_window_that_becomes_wider_shows_form_and_paper(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.resize(900, 500)
    wizard.toggle_preview()
    wizard.resize(1366, 740)
    qtbot.waitUntil(lambda: pane.preview.isVisible() and wizard.currentPage().isVisible())


def test_a_figure_clicked_in_the_paper_uncovers_the_form(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    wizard.resize(900, 500)
    wizard.toggle_preview()
    pane.preview.wanted.emit("preparatory_meetings")
    assert entry_of(wizard, "preparatory_meetings").hasFocus()


def test_arrow_keys_on_the_bar_make_the_preview_wider_or_narrower(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    bar = bar_beside(wizard)
    before = pane.width()
    bar.setFocus()
    QTest.keyClick(bar, Qt.Key.Key_Left)
    assert pane.width() > before
    QTest.keyClick(bar, Qt.Key.Key_Right)
    assert pane.width() == before


def test_the_width_that_was_chosen_comes_back_at_the_next_start(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    wizard.resize(1900, 900)
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(lambda: pane.width() == 560)
    for _ in range(5):
        QTest.keyClick(bar_beside(wizard), Qt.Key.Key_Right)
    chosen = pane.width()
    wizard.close()
    second = opened(qtbot, open_store(tmp_path), wizard.desk.session.id)
    second.resize(1900, 900)
    second.go_to_page("congress")
    qtbot.waitUntil(lambda: pane_of(qtbot, second).width() == chosen)


def test_a_preview_that_was_folded_away_is_so_at_the_next_start(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    pane_of(qtbot, wizard)
    wizard.toggle_preview()
    wizard.close()
    second = opened(qtbot, open_store(tmp_path), wizard.desk.session.id)
    second.resize(1366, 740)
    second.go_to_page("congress")
    assert not pane_of(qtbot, second).preview.isVisible()


def test_at_1366_pixels_the_preview_can_be_read_and_every_figure_has_one_row(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    qtbot.waitUntil(pane.preview.isVisible)
    assert 370 <= pane.preview.width() <= 396
    assert not sideways(wizard).isVisible()
    rows = wizard.currentPage().findChildren(FigureRow)
    assert rows
    assert all(row.height() < 2 * tokens.ENTRY_HEIGHT for row in rows)


def test_a_click_on_a_figure_of_the_paper_leads_to_its_entry(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane = pane_of(qtbot, wizard)
    pane.preview.wanted.emit("notice_boards")
    assert wizard.page_id() == "open_affairs"


def test_a_narrow_pane_leaves_out_the_margins_for_larger_letters(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    preview = set_pane_of(qtbot, wizard).preview
    preview.crop(0)
    whole = preview.scale
    preview.crop(84)
    assert preview.scale > whole * 1.3
    assert preview.horizontalScrollBar().value() > 0


def test_a_menu_says_how_near_the_paper_is_looked_at(qtbot: QtBot, wizard: SummaryWizard) -> None:
    pane = set_pane_of(qtbot, wizard)
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


def test_the_paper_is_set_on_the_offices_own_base_and_what_it_cannot_show_is_said(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    pane = set_pane_of(qtbot, wizard)
    assert not pane.note.isVisible()
    before = left_edge(pane)
    file = tmp_path / "版式.docx"
    file.write_bytes(office_base())
    choose_base(file)
    pane.follow_base()
    qtbot.waitUntil(pane.note.isVisible)
    assert "只写进 Word 文稿" in pane.note.text()
    qtbot.waitUntil(lambda: left_edge(pane) > before)
    file.unlink()
    pane.follow_base()
    qtbot.waitUntil(lambda: "读不出来" in pane.note.text())
    qtbot.waitUntil(lambda: left_edge(pane) == before)


def test_a_base_that_is_chosen_while_the_paper_is_set_is_followed(
    qtbot: QtBot, wizard: SummaryWizard, tmp_path: Path
) -> None:
    pane = set_pane_of(qtbot, wizard)
    before = left_edge(pane)
    file = tmp_path / "版式.docx"
    file.write_bytes(office_base())
    choose_base(file)
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "7")
    pane._set_anew()
    pane.follow_base()
    qtbot.waitUntil(lambda: left_edge(pane) > before)
    assert "7次" in text_of(pane)


def test_a_paper_that_could_not_be_set_is_tried_again_with_what_was_typed_meanwhile(
    qtbot: QtBot, wizard: SummaryWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = set_pane_of(qtbot, wizard)

    def fail(*_given: object) -> None:
        monkeypatch.setattr(preview_pane, "set_paper", set_paper)
        raise ValueError

    monkeypatch.setattr(preview_pane, "set_paper", fail)
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "6")
    pane._set_anew()
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "7")
    qtbot.waitUntil(lambda: "7次" in text_of(pane))


def test_a_long_table_is_set_off_the_windows_thread(qtbot: QtBot, wizard: SummaryWizard) -> None:
    """The window is told of the pages only when its loop comes round."""
    pane = set_pane_of(qtbot, wizard)
    wizard.desk.put(EditPath(Slot.VALUE, "preparatory_meetings"), "7")
    pane._set_anew()
    assert "7次" not in text_of(pane)
    qtbot.waitUntil(lambda: "7次" in text_of(pane))


def test_turning_pages_to_and_fro_leaves_no_widgets_behind(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane_of(qtbot, wizard)

    def turn() -> int:
        """To and fro; how many widgets there are that stand nowhere."""
        for _ in range(3):
            wizard.go_on()
            wizard.go_back()
        return sum(each.parent() is None for each in QApplication.allWidgets())

    before = turn()
    assert turn() == before


def test_the_paper_stays_when_the_section_that_it_stood_beside_goes(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    last = wizard.desk.template.sections[-1].id
    wizard.go_to_page(last)
    pane = pane_of(qtbot, wizard)
    wizard.desk.put(EditPath(Slot.OFF, last), "1")
    qtbot.waitUntil(lambda: wizard.page_id() == REVIEW)
    wizard.go_to_page("congress")
    qtbot.waitUntil(pane.preview.isVisible)


def test_coming_back_to_a_page_one_types_in_its_first_entry_not_in_the_preview(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    pane_of(qtbot, wizard)
    first = wizard.focusWidget()
    assert isinstance(first, Entry)
    for _ in range(2):
        wizard.go_on()
        assert isinstance(wizard.focusWidget(), Entry)
        wizard.go_back()
        assert wizard.focusWidget() is first
