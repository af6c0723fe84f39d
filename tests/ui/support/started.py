"""The start window as a person stands before it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu
from pytestqt.qtbot import QtBot

from ui.start import StartWindow
from ui.start.draft_list import DraftList
from ui.window import SummaryWizard
from unionapp.storage import DraftStore


def shown(qtbot: QtBot, store: DraftStore) -> StartWindow:
    window = StartWindow(store)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


def button(window: StartWindow, text: str) -> QAbstractButton:
    return next(each for each in window.findChildren(QAbstractButton) if each.text() == text)


def drafts(window: StartWindow) -> DraftList:
    return window.browser.list


def rows(window: StartWindow) -> list[str]:
    model = drafts(window).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def wizard_of(qtbot: QtBot) -> SummaryWizard:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), SummaryWizard))
    found = QApplication.activeWindow()
    assert isinstance(found, SummaryWizard)
    return found


def menu_of(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def begin_by_keyboard(qtbot: QtBot, window: StartWindow, down: int) -> SummaryWizard:
    """Open the menu of kinds and take the entry that many rows down."""
    QTest.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    menu = menu_of(qtbot)
    for _ in range(down):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    return wizard_of(qtbot)


def context_menu(qtbot: QtBot, view: DraftList) -> QMenu:
    """What the menu key opens at the marked row."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.viewport(), event)
    return menu_of(qtbot)


def choose(qtbot: QtBot, view: DraftList, words: str) -> None:
    """Take an entry of the menu of the marked row."""
    menu = context_menu(qtbot, view)
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()
