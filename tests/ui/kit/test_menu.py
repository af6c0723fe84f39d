"""Menus that paint themselves."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.places import HOUSE
from tests.ui.support.menus import shown_menu, words
from ui.kit import Line, Menu, menu_of
from ui.look import Colour, Look, theme


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def opened_menu(qtbot: QtBot, menu: Menu) -> Menu:
    menu.popup(QPoint(0, 0))
    qtbot.waitUntil(menu.isVisible)
    return menu


def colours_in_row(menu: Menu, number: int) -> set[str]:
    place = menu.actionGeometry(menu.actions()[number])
    image = menu.grab(place).toImage()
    columns = range(0, image.width(), 2)
    return {image.pixelColor(x, image.height() // 2).name() for x in columns}


@pytest.mark.parametrize("look", Look)
def test_the_row_in_hand_has_a_ground_of_its_own_in_every_look(
    qtbot: QtBot, parent: QWidget, look: Look
) -> None:
    before = theme.look()
    theme.wear(look, theme.colours_of(look))
    try:
        actions = (("改标题\tF2", lambda: None), ("下移", lambda: None))
        menu = opened_menu(qtbot, menu_of(actions, parent))
        menu.setActiveAction(menu.actions()[1])
        hover, sheet = theme.colour(Colour.HOVER).name(), theme.colour(Colour.SHEET).name()
        assert hover in colours_in_row(menu, 1)
        assert hover not in colours_in_row(menu, 0)
        assert sheet in colours_in_row(menu, 0)
    finally:
        theme.wear(before, theme.colours_of(before))


def test_words_and_their_key_are_both_within_the_menu(qtbot: QtBot, parent: QWidget) -> None:
    menu = opened_menu(qtbot, menu_of(((f"{'长' * 30}\tCtrl+F2", lambda: None),), parent))
    needed = menu.fontMetrics().horizontalAdvance(f"{'长' * 30}Ctrl+F2")
    assert menu.actionGeometry(menu.actions()[0]).width() > needed


def test_a_line_offers_our_own_menu(qtbot: QtBot) -> None:
    line = Line(text="江州三中工会")
    qtbot.addWidget(line)
    line.show()
    place = QPoint(2, 2)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, line.mapToGlobal(place))
    QApplication.sendEvent(line, asked)
    menu = shown_menu()
    assert isinstance(menu, Menu)
    assert words(menu) == ["剪切", "复制", "粘贴", "全选"]


def test_no_menu_is_qts_own() -> None:
    sources = (HOUSE / "ui").rglob("*.py")
    assert [each.name for each in sources if "QMenu(" in each.read_text("utf-8")] == []
