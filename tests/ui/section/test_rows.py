"""Rows of figures: painted, in columns that hold, and with a way out where something is wrong."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, open_office, type_in
from tests.ui.support.shown import show
from tests.ui.support.words import pieces_painted_on
from ui.editors.field import Entry, ValueEditor
from ui.editors.field.entry import Look
from ui.kit import Band, Button
from ui.look import tokens
from ui.section.card import Card
from ui.section.columns import columns, narrowest, width_in_one_line
from ui.section.heading import Standing
from ui.section.rows import FigureRow
from unionapp.draft import Slot

ITEM, FIGURE = "organisation", "women_employees"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    office = open_office(tmp_path)
    yield office
    office.store.close()


@pytest.fixture
def card(qtbot: QtBot, office: Office) -> Card:
    card = Card(office.item(ITEM), office.desk)
    card.resize(760, 900)
    show(qtbot, card)
    return card


def row_of(card: Card, id_: str = FIGURE) -> FigureRow:
    return next(row for row in card.findChildren(FigureRow) if row.indicator.id == id_)


def editor_of(card: Card, id_: str = FIGURE) -> ValueEditor:
    editor = row_of(card, id_).editor
    assert isinstance(editor, ValueEditor)
    return editor


def look_of(entry: Entry) -> Look:
    return entry.look


def buttons_in(row: FigureRow) -> list[Button]:
    bands = [each for each in row.findChildren(Band) if each.isVisible()]
    return [button for band in bands for button in band.buttons]


@given(st.integers(min_value=narrowest(), max_value=2000))
@example(narrowest())
@example(width_in_one_line() - 1)
@example(width_in_one_line())
def test_the_parts_of_a_row_overlap_at_no_width_and_none_is_cut(width: int) -> None:
    places = columns(width)
    parts = [
        places.name,
        places.value,
        places.automatic,
        places.last,
        places.change,
        places.menu,
    ]
    row = QRect(0, 0, width, places.height)
    assert all(row.contains(part) for part in parts)
    assert not [
        (one, other)
        for at, one in enumerate(parts)
        for other in parts[at + 1 :]
        if one.intersects(other)
    ]


def test_all_digits_of_a_card_end_at_one_edge_whatever_their_units(card: Card) -> None:
    rows = [row for row in card.findChildren(FigureRow) if isinstance(row.editor, ValueEditor)]
    numeric = [row for row in rows if row.indicator.kind.traits.is_numeric]
    rooms = {editor_of(card, row.indicator.id).entry.textMargins().right() for row in numeric}
    assert len(numeric) > 2
    assert len(rooms) == 1


def test_enter_goes_to_what_can_be_done_about_another_unit_and_that_mends_it(
    card: Card, office: Office
) -> None:
    entry = editor_of(card).entry
    entry.setFocus()
    type_in(entry, "41条")
    assert look_of(entry) is Look.REFUSED
    QTest.keyClick(entry, Qt.Key.Key_Return)
    remedy, other = buttons_in(row_of(card))
    assert QApplication.focusWidget() is remedy
    assert [remedy.text(), other.text()] == ["按“人”记", "单位改为“条”"]
    QTest.keyClick(remedy, Qt.Key.Key_Space)
    assert office.kept(FIGURE) == "41人"
    assert look_of(entry) is Look.PLAIN
    assert QApplication.focusWidget() is entry


def test_the_unit_of_the_figure_can_be_changed_instead(card: Card, office: Office) -> None:
    type_in(editor_of(card).entry, "41条")
    buttons_in(row_of(card))[1].click()
    assert office.kept(FIGURE, Slot.UNIT) == "条"
    assert office.desk.figures.printed(FIGURE) == "41条"


def test_enter_goes_on_where_nothing_can_be_done_at_once(card: Card) -> None:
    entry = editor_of(card).entry
    entry.setFocus()
    type_in(entry, "qqq")
    QTest.keyClick(entry, Qt.Key.Key_Return)
    assert buttons_in(row_of(card)) == []
    assert QApplication.focusWidget() is not entry


def test_a_state_is_a_pill_until_one_comes_there_and_a_button_takes_it_back(
    qtbot: QtBot, card: Card, office: Office
) -> None:
    editor, other = editor_of(card), editor_of(card, "employees")
    other.entry.setFocus()
    office.put(FIGURE, "不公开")
    (undo,) = [each for each in editor.findChildren(Button) if each.isVisible()]
    assert "改回待填" in undo.accessibleName()
    pill = editor.entry.grab().toImage()
    editor.entry.setFocus()
    qtbot.waitUntil(lambda: not undo.isVisible())
    assert editor.entry.grab().toImage() != pill
    other.entry.setFocus()
    qtbot.waitUntil(undo.isVisible)
    undo.click()
    assert office.kept(FIGURE) is None


def test_f1_opens_the_guide_below_the_row_and_once_it_is_open_the_help_of_the_window(
    card: Card,
) -> None:
    helped: list[str] = []
    QShortcut(QKeySequence("F1"), card, lambda: helped.append("help"))
    row = next(row for row in card.findChildren(FigureRow) if row.indicator.guide)
    entry = row.editor.focusProxy()
    assert isinstance(entry, QWidget)
    entry.setFocus()
    assert entry.accessibleDescription() == f"待填；{row.indicator.guide}"
    window = card.windowHandle()
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert shown_in(row) == [row.indicator.guide]
    assert helped == []
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert helped == ["help"]


def test_the_sign_behind_a_name_opens_its_guide_and_closes_it(card: Card) -> None:
    row = next(row for row in card.findChildren(FigureRow) if row.indicator.guide)
    words = row.fontMetrics().horizontalAdvance(row.indicator.name)
    sign = QPoint(words + tokens.INSIDE + 8, tokens.ENTRY_HEIGHT // 2)
    for told in ([row.indicator.guide], []):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=sign)
        assert shown_in(row) == told


def shown_in(row: FigureRow) -> list[str]:
    return [each.text() for each in row.findChildren(Band) if each.isVisible()]


def test_the_menu_of_a_row_is_where_the_focus_is(card: Card) -> None:
    row = row_of(card)
    grid = card.figures
    assert grid is not None
    for each in grid.rows:
        each.left.emit()  # the pointer stands wherever the test before left it
    editor_of(card).entry.setFocus()
    here = [each for each in grid.children() if isinstance(each, Button) and each.isVisible()]
    (menu,) = here
    assert menu.accessibleName().startswith(row.indicator.name)
    assert row.geometry().contains(menu.geometry().center())


def test_the_heads_are_the_years_of_the_draft(card: Card, office: Office) -> None:
    grid = card.figures
    assert grid is not None
    office.put("year", None)
    assert grid.heads == ("本年", "上年", "比上年")
    office.put("year", "2025")
    assert grid.heads == ("2025年", "2024年", "比上年")
    assert grid.accessibleName() == "2025年、2024年、比上年"


def test_what_is_to_be_mended_is_told_at_the_heading(qtbot: QtBot) -> None:
    page = QWidget()
    standing = Standing(page)
    qtbot.addWidget(page)
    standing.show_standing(1, 14, 16)
    assert standing.accessibleName() == "1处要改，已填 14/16"
    wide = standing.sizeHint().width()
    standing.show_standing(0, 14, 16)
    assert standing.accessibleName() == "已填 14/16"
    assert standing.sizeHint().width() < wide
    assert standing.mapTo(page, QPoint()) == QPoint()


def test_what_is_to_be_mended_and_what_is_filled_in_are_never_drawn_over_each_other(
    qtbot: QtBot,
) -> None:
    page = QWidget()
    standing = Standing(page)
    qtbot.addWidget(page)
    standing.show_standing(0, 12, 13)
    standing.resize(standing.sizeHint())
    standing.show_standing(9, 12, 13)  # before any layout gives it the room that it asks for
    fault, *filled = pieces_painted_on(standing)
    assert fault.words == "9处要改"
    assert all(fault.right < each.left for each in filled)
    standing.resize(standing.sizeHint())
    fault, filled_in = pieces_painted_on(standing)
    assert (fault.words, filled_in.words) == ("9处要改", "已填 12/13")
    assert fault.right < filled_in.left
