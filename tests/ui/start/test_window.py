import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, entry_of, focusable, latin, spoken_name, visible_buttons
from tests.ui.support.started import (
    begin_by_keyboard,
    button,
    drafts,
    menu_of,
    rows,
    shown,
    wizard_of,
)
from ui.start import StartWindow
from unionapp import template
from unionapp.figures import PROFILE
from unionapp.storage import DraftStore


@pytest.fixture
def start(qtbot: QtBot, store: DraftStore) -> StartWindow:
    return shown(qtbot, store)


def test_the_first_start_says_how_to_begin(start: StartWindow) -> None:
    words = " ".join(label.text() for label in start.findChildren(QLabel) if label.isVisible())
    assert "还没有草稿" in words
    assert "打开示例" in words
    assert not drafts(start).isVisible()


def test_a_new_draft_is_begun_by_the_keyboard_alone(qtbot: QtBot, start: StartWindow) -> None:
    wizard = begin_by_keyboard(qtbot, start, 2)
    assert wizard.desk.template.id == template.available()[1]
    assert wizard.page_id() == PROFILE
    assert wizard.focusWidget() is entry_of(wizard, "unit")
    assert not start.isVisible()
    wizard.close()


def test_control_and_n_opens_the_menu_of_kinds(qtbot: QtBot, start: StartWindow) -> None:
    QTest.keyClick(start, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    menu = menu_of(qtbot)
    texts = [action.text() for action in menu.actions()]
    assert texts == [template.load(id_).name for id_ in template.available()]
    menu.close()


def test_the_example_opens_filled(qtbot: QtBot, start: StartWindow) -> None:
    QTest.mouseClick(button(start, "打开示例"), Qt.MouseButton.LeftButton)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit")
    assert wizard.desk.figures.blank() == ()
    wizard.close()


def test_the_start_window_comes_back_with_what_was_done_meanwhile(
    qtbot: QtBot, start: StartWindow
) -> None:
    wizard = begin_by_keyboard(qtbot, start, 3)
    year = entry_of(wizard, "year")
    year.selectAll()
    QTest.keyClicks(year, "2022")
    wizard.close()
    qtbot.waitUntil(start.isVisible)
    assert rows(start) == ["（还没填工会名称） 2022年"]


def test_the_draft_that_was_worked_on_last_stands_first(qtbot: QtBot, store: DraftStore) -> None:
    begun(store, unit="甲校工会", year="2021")
    begun(store, unit="乙校工会", year="2022")
    assert rows(shown(qtbot, store)) == ["乙校工会 2022年", "甲校工会 2021年"]


def test_enter_resumes_the_marked_draft(qtbot: QtBot, store: DraftStore) -> None:
    begun(store, unit="甲校工会")
    begun(store, unit="乙校工会")
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_Down)
    QTest.keyClick(drafts(start), Qt.Key.Key_Return)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit") == "甲校工会"
    wizard.close()


def test_a_draft_is_read_out_with_all_that_its_row_shows(qtbot: QtBot, store: DraftStore) -> None:
    begun(store, unit="甲校工会", year="2022")
    index = drafts(shown(qtbot, store)).model().index(0, 0)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("甲校工会 2022年，中小学校工会，进行中，已填0%，今天 ")


def test_help_and_settings_stand_beside_the_drafts(start: StartWindow) -> None:
    QTest.keyClick(start, Qt.Key.Key_F1)
    (manual,) = [each for each in start.findChildren(QTextBrowser) if each.isVisible()]
    assert "随写随存" in manual.toPlainText()
    QTest.keyClick(manual, Qt.Key.Key_Escape)
    assert not manual.isVisible()
    next(each for each in visible_buttons(start) if each.text() == "设置").click()
    assert "文字大小" in [each.accessibleName() for each in focusable(start)]


def test_every_button_speaks_chinese_and_has_a_name(qtbot: QtBot, store: DraftStore) -> None:
    begun(store)
    start = shown(qtbot, store)
    assert not [each.text() for each in visible_buttons(start) if latin(each.text())]
    assert not [widget for widget in focusable(start) if not spoken_name(widget)]
