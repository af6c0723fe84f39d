"""Whoever writes at the foot of the window sees what is written."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, opened
from ui.section import SectionPage
from ui.window import SummaryWizard
from unionapp.storage import DraftStore


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    wizard = opened(qtbot, store, begun(store, unit="江州三中工会"))
    wizard.resize(1000, 560)
    return wizard


def test_the_line_one_writes_in_stays_in_sight_while_the_text_grows(
    qtbot: QtBot, wizard: SummaryWizard
) -> None:
    item = wizard.desk.template.sections[2].items[0]
    wizard.go_to(item.id)
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    edit = page.cards[0].narrative.edit
    area = page.findChildren(QScrollArea)[0]
    QTest.keyClick(edit, Qt.Key.Key_End)
    for _ in range(9):
        QTest.keyClick(edit, Qt.Key.Key_Return)
        QTest.keyClick(edit, Qt.Key.Key_A)

    def is_in_sight() -> bool:
        place = edit.viewport().mapTo(area.viewport(), edit.cursorRect().bottomLeft())
        return area.viewport().rect().contains(QPoint(5, place.y()))

    qtbot.waitUntil(is_in_sight)
