"""The pages of all templates, and one of them in use."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, open_office, type_in
from tests.ui.support.shown import show
from ui.editors.field import Entry
from ui.editors.prose import NarrativeEditor
from ui.editors.table.grid import Grid
from ui.section import SectionPage
from ui.section.card import Card
from ui.section.foot import SectionFoot
from ui.section.rows import FigureRow
from unionapp.draft import Slot

# What a rail and the margins of a wizard leave of the smallest screen.
PAGE_WIDTH = 1366 - 200 - 24


def page_of(qtbot: QtBot, office: Office, item: str) -> SectionPage:
    sections = office.desk.template.sections
    section = next(s for s in sections if item in {each.id for each in s.items})
    page = SectionPage(section, office.desk)
    page.resize(PAGE_WIDTH, 620)
    show(qtbot, page)
    return page


def focusable(page: QWidget) -> Iterator[QWidget]:
    for widget in page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield widget


@pytest.mark.parametrize("template", ["enterprise", "school", "subdistrict"])
def test_every_page_names_its_widgets_and_fits_the_width(
    template: str, tmp_path: Path, qtbot: QtBot
) -> None:
    office = open_office(tmp_path, template)
    for section in office.desk.template.sections:
        page = SectionPage(section, office.desk)
        page.resize(PAGE_WIDTH, 620)
        qtbot.addWidget(page)
        page.show()
        qtbot.waitUntil(partial(_is_whole, page))
        nameless = [widget for widget in focusable(page) if not spoken_name(widget)]
        assert nameless == []
        scroll = page.findChild(QScrollArea)
        assert scroll is not None
        assert scroll.widget().minimumSizeHint().width() <= PAGE_WIDTH
        assert len(page.findChildren(Card)) == len(section.items)
        page.hide()


def _is_whole(page: SectionPage) -> bool:
    return page.findChild(SectionFoot) is not None


def spoken_name(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return widget.accessibleName() or str(text())


def test_a_page_costs_nothing_until_it_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    page = SectionPage(office.desk.template.sections[3], office.desk)
    qtbot.addWidget(page)
    assert page.findChildren(Card) == []
    page.initializePage()
    assert page.findChildren(Card) != []


def test_a_page_is_built_card_by_card_and_at_once_where_one_goes(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    section = max(office.desk.template.sections, key=lambda each: len(each.items))
    page = SectionPage(section, office.desk)
    qtbot.addWidget(page)
    page.show()
    assert len(page.findChildren(Card)) < len(section.items)
    assert page.go_to(section.items[-1].id)
    assert [card.item for card in page.findChildren(Card)] == list(section.items)


def test_a_page_can_be_built_ahead_in_small_parts(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    section = max(office.desk.template.sections, key=lambda each: len(each.items))
    page = SectionPage(section, office.desk)
    qtbot.addWidget(page)
    built = []
    while page.prepare():
        built.append(len(page.findChildren(Card)))
    assert built == list(range(len(section.items) + 1))
    assert page.isHidden()


def test_a_page_that_is_left_is_built_on_when_one_comes_back(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    section = max(office.desk.template.sections, key=lambda each: len(each.items))
    page, other = (SectionPage(section, office.desk) for _ in range(2))
    for each in (page, other):
        qtbot.addWidget(each)
    page.show()
    page.hide()
    built = len(page.findChildren(Card))
    other.show()
    qtbot.waitUntil(partial(_is_whole, other))
    assert len(page.findChildren(Card)) == built < len(section.items)
    page.show()
    qtbot.waitUntil(partial(_is_whole, page))


class _Windows(QObject):
    """Counts what opens as a window of its own, if only for a moment."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(type(watched).__name__)
        return False


@pytest.mark.parametrize("template", ["enterprise", "federation"])
def test_a_page_that_is_built_opens_no_window(
    template: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    office = open_office(tmp_path, template)
    pages = [SectionPage(section, office.desk) for section in office.desk.template.sections]
    windows = _Windows()
    qapp.installEventFilter(windows)
    for page in pages:
        qtbot.addWidget(page)
        page.go_to("")
    qapp.removeEventFilter(windows)
    assert windows.opened == []


def test_going_to_a_figure_focuses_its_entry_and_brings_it_into_sight(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = page_of(qtbot, open_office(tmp_path), "repair")
    assert page.go_to("saving_value")
    entry = QApplication.focusWidget()
    assert entry is not None
    assert entry.accessibleName() == "节能降耗节约费用（万元）"
    assert not entry.visibleRegion().isEmpty()
    assert not page.go_to("hazards_found")


def test_going_to_an_item_focuses_its_text(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, open_office(tmp_path), "repair")
    assert page.go_to("repair")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "修旧利废和节约降耗正文"


def test_an_entry_reached_by_tab_is_scrolled_into_sight(qtbot: QtBot, tmp_path: Path) -> None:
    page = page_of(qtbot, open_office(tmp_path), "repair")
    page.go_to("competitions")
    for _ in range(40):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None
        assert not now.visibleRegion().isEmpty()


def test_the_change_from_last_year_stands_beside_the_figure(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    page = page_of(qtbot, office, "repair")
    card = page.findChildren(Card)[0]
    office.put("competitions", "11")
    office.put("competitions", "10", Slot.PREVIOUS)
    row = row_of(card, "competitions")
    assert (row.change, row.accessibleDescription()) == ("10.0%", "比上年增加10.0%")
    office.put("competitions", "10")
    assert row.change == "持平"
    office.put("competitions", "1100")
    assert row.change == "超过10倍"
    office.put("competitions", "近10")
    assert (row.change, row.accessibleDescription()) == ("", "")


def row_of(card: Card, id_: str) -> FigureRow:
    return next(row for row in card.findChildren(FigureRow) if row.indicator.id == id_)


def test_turning_the_page_saves_what_is_in_hand(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    page = page_of(qtbot, office, "repair")
    text = page.findChildren(NarrativeEditor)[0]
    type_in(text.edit, "旧物再用")
    page.hide()
    assert office.kept("competition", Slot.NARRATIVE) == "旧物再用"


def test_a_figure_of_another_page_is_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    page = page_of(qtbot, office, "repair")
    text = page.findChildren(NarrativeEditor)[0]
    with qtbot.waitSignal(page.figure_asked) as asked:
        text.figure_asked.emit("hazards_found")
    assert asked.args == ["hazards_found"]
    text.figure_asked.emit("innovations")
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "技术改进成果（项）"


def test_undo_of_the_window_takes_back_what_was_just_typed(qtbot: QtBot, tmp_path: Path) -> None:
    office = open_office(tmp_path)
    page = page_of(qtbot, office, "repair")
    undo = QAction(page)
    undo.setShortcut(QKeySequence.StandardKey.Undo)
    undo.triggered.connect(office.desk.undo)
    page.addAction(undo)
    text = page.findChildren(NarrativeEditor)[0].edit
    text.setFocus()
    type_in(text, "abc")
    QTest.keyClick(text, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert text.text == ""
    page.go_to("competitions")
    entry = QApplication.focusWidget()
    assert isinstance(entry, Entry)
    type_in(entry, "12")
    QTest.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert entry.text() == ""
    assert office.kept("competitions") is None


def test_f2_in_a_table_writes_in_the_cell_and_not_in_a_heading(
    qtbot: QtBot, tmp_path: Path
) -> None:
    office = open_office(tmp_path)
    table = next(each for each in office.desk.template.indicators if each.columns)
    item = next(each for each in office.desk.template.items if table in each.indicators)
    page = page_of(qtbot, office, item.id)
    page.go_to(table.id)
    grid = page.findChild(Grid)
    assert isinstance(grid, Grid)
    grid.setCurrentCell(0, 0)
    for _ in range(2):  # the second time, a cell is being written in
        held = QApplication.focusWidget()
        assert held is not None
        QTest.keyClick(held, Qt.Key.Key_F2)
        writing = QApplication.focusWidget()
        assert isinstance(writing, QLineEdit)
        assert grid.isAncestorOf(writing)
