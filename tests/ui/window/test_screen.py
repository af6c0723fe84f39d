"""On a real X screen: the clipboard of a spreadsheet, an input method, double size, a dark desktop.

`make test` runs them in a second call under Xvfb.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.places import HOUSE
from tests.ui.support.desks import Office, compose, open_office, type_in
from tests.ui.support.opened import entry_of, opened
from ui.editors import make_editor
from ui.editors.table import TableEditor
from unionapp.draft import EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import begin
from unionapp.system import data_folder

pytestmark = [
    pytest.mark.screen,
    pytest.mark.skipif("UNIONAPP_TEST_XCB" not in os.environ, reason="needs a real screen"),
]
LONGER_THAN_ALL_PAUSES = 700


@pytest.fixture
def office(tmp_path: Path, qapp: QApplication) -> Office:
    assert qapp
    return open_office(tmp_path)


def test_a_block_on_the_clipboard_of_a_spreadsheet_fills_rows(qtbot: QtBot, office: Office) -> None:
    editor = make_editor(office.indicator("competition_table"), office.desk)
    assert isinstance(editor, TableEditor)
    qtbot.addWidget(editor)
    with qtbot.waitExposed(editor):
        editor.show()
    block = QMimeData()
    block.setText("焊工比武\t2022年5月\t120\n安康知识竞赛\t2022年6月\t86\n")
    block.setHtml(
        "<html><body><table><tr><td>焊工比武</td><td>2022年5月</td><td>120</td></tr>"
        "<tr><td>安康知识竞赛</td><td>2022年6月</td><td>86</td></tr></table></body></html>"
    )
    QGuiApplication.clipboard().setMimeData(block)
    editor.grid.setCurrentCell(0, 0)
    QTest.keyClick(editor.grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert office.kept("competition_table") == (
        ("焊工比武", "2022年5月", "120"),
        ("安康知识竞赛", "2022年6月", "86"),
    )


def test_letters_of_an_input_method_outlive_saving_and_every_refresh(qtbot: QtBot) -> None:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, "enterprise", ()))
    entry = entry_of(wizard, "employees")
    type_in(entry, "1")
    compose(entry, "yu")
    wizard.desk.put(EditPath(Slot.VALUE, "members"), "9")
    wizard.desk.put(EditPath(Slot.PREVIOUS, "employees"), "8")
    QTest.qWait(LONGER_THAN_ALL_PAUSES)
    assert entry.is_composing()
    compose(entry, "", "余")
    path = EditPath(Slot.VALUE, "employees")
    assert wizard.desk.figures.draft.answers[path] == "1余"
    store.close()


def test_tab_goes_down_the_entries_of_a_card_in_order(qtbot: QtBot) -> None:
    store = open_store(data_folder())
    wizard = opened(qtbot, store, begin(store, "enterprise", ()))
    entry_of(wizard, "employees")
    names = []
    for _ in range(4):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QLineEdit)
        names.append(focused.accessibleName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert names == [
        "职工总数（人）",
        "上年职工总数（人）",
        "其中女职工（人）",
        "上年其中女职工（人）",
    ]
    store.close()


@pytest.mark.parametrize("template", ["enterprise", "federation"])
def test_at_double_size_on_a_dark_desktop_nothing_is_wider_than_the_window(
    template: str,
) -> None:
    command = [sys.executable, "-m", "tests.ui.support.double_size", template]
    environment = {**os.environ, "QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "xcb"}
    finished = subprocess.run(
        command, cwd=HOUSE, env=environment, capture_output=True, text=True, check=False
    )
    assert (finished.returncode, finished.stdout) == (0, ""), finished.stderr
