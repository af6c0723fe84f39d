"""Menus as a person uses them by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWizard

from tests.support.patience import PATIENCE


def shown_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words(menu: QMenu) -> list[str]:
    """What a menu offers."""
    return [action.text().split("\t")[0] for action in menu.actions()]


def choose(menu: QMenu, *verbs: str) -> None:
    """Choose a verb by the arrow keys and Enter; of a menu in a menu, one after the other."""
    for verb in verbs:
        action = next(each for each in menu.actions() if each.text().split("\t")[0] == verb)
        for _ in menu.actions():
            if menu.activeAction() is not action:
                QTest.keyClick(menu, Qt.Key.Key_Down)
        QTest.keyClick(menu, Qt.Key.Key_Return)
        inner = QApplication.activePopupWidget()
        if isinstance(inner, QMenu):
            menu = inner
    window = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QWizard))
    window.activateWindow()  # a menu in memory takes the activity along when it goes
    QTest.qWaitForWindowActive(window, PATIENCE * 1000)
