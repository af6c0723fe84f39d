"""打印预览: the pages large, and small in a column beside them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.preview.test_view import long_document
from tests.ui.support.opened import focusable, latin, spoken_name, visible_buttons
from ui.preview.window import PreviewWindow


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def shown(qtbot: QtBot, parent: QWidget, pages: int) -> PreviewWindow:
    window = PreviewWindow(parent, long_document(pages))
    window.resize(760, 700)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def window(qtbot: QtBot, parent: QWidget) -> Iterator[PreviewWindow]:
    window = shown(qtbot, parent, 24)
    yield window
    window.hide()


def current(window: PreviewWindow) -> int:
    return window.thumbnails.currentIndex().row() + 1


def click_page(window: PreviewWindow, number: int) -> None:
    thumbnails = window.thumbnails
    index = thumbnails.model().index(number - 1, 0)
    place = thumbnails.visualRect(index).center()
    QTest.mouseClick(thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))


def top_of(window: PreviewWindow, number: int) -> float:
    """How far below the upper edge of the window a page begins, in pixels."""
    preview = window.preview
    place = preview.arrangement.places[number - 1]
    return place.y * preview.scale - preview.verticalScrollBar().value()


def test_every_page_has_its_small_picture_and_the_first_is_marked(window: PreviewWindow) -> None:
    assert window.thumbnails.model().rowCount() == len(window.preview.paper.pages) >= 24
    assert current(window) == 1


def test_a_click_on_a_small_page_goes_to_the_page(window: PreviewWindow) -> None:
    click_page(window, 4)
    assert 0 <= top_of(window, 4) < 40
    assert window.number.value() == 4


def test_the_arrow_keys_go_from_page_to_page(window: PreviewWindow) -> None:
    window.thumbnails.setFocus()
    QTest.keyClick(window.thumbnails, Qt.Key.Key_Down)
    QTest.keyClick(window.thumbnails, Qt.Key.Key_Down)
    assert 0 <= top_of(window, 3) < 40
    QTest.keyClick(window.thumbnails, Qt.Key.Key_End)
    assert window.preview.page == len(window.preview.paper.pages)


def test_the_page_that_is_read_is_marked_and_in_sight_among_the_small_ones(
    window: PreviewWindow,
) -> None:
    bar = window.preview.verticalScrollBar()
    bar.setValue(bar.maximum() * 3 // 4)
    assert current(window) == window.preview.page > 12
    index = window.thumbnails.currentIndex()
    seen = window.thumbnails.viewport().rect()
    assert window.thumbnails.visualRect(index).intersects(seen)


def test_of_two_facing_pages_the_one_that_was_clicked_stays_marked(window: PreviewWindow) -> None:
    window.facing.click()
    click_page(window, 3)
    assert current(window) == 3
    assert window.number.value() == 3


def test_only_pages_in_sight_are_drawn_however_many_there_are(
    qtbot: QtBot, parent: QWidget
) -> None:
    window = shown(qtbot, parent, 200)
    thumbnails = window.thumbnails
    qtbot.waitUntil(lambda: thumbnails.drawn >= 4)
    assert thumbnails.drawn < 12
    for _ in range(20):
        QTest.keyClick(thumbnails, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: thumbnails.drawn >= 8)
    assert thumbnails.drawn < 50
    window.hide()


def test_the_column_folds_away_and_leaves_its_room_to_the_pages(
    qtbot: QtBot, window: PreviewWindow
) -> None:
    before = window.preview.width()
    QTest.keyClick(window, Qt.Key.Key_F4)
    assert not window.thumbnails.isVisible()
    qtbot.waitUntil(lambda: window.preview.width() > before)
    window.fold.click()
    assert window.thumbnails.isVisible()


def test_a_number_that_is_typed_leads_to_its_page(window: PreviewWindow) -> None:
    window.number.setFocus()
    window.number.selectAll()
    QTest.keyClicks(window.number, "17")
    QTest.keyClick(window.number, Qt.Key.Key_Tab)
    assert 0 <= top_of(window, 17) < 40


def test_everything_in_the_window_is_named_in_chinese(window: PreviewWindow) -> None:
    for widget in focusable(window):
        assert spoken_name(widget)
    for button in visible_buttons(window):
        assert not latin(button.text())
