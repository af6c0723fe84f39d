import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QWidget
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
from ui.kit import Role
from ui.start import StartWindow
from ui.start.ways import Way
from unionapp import template
from unionapp.figures import PROFILE
from unionapp.storage import DraftStore
from unionapp.system import Office, settings

# Pixels from the corner of a card.
CORNER = QPoint(9, -9)


@pytest.fixture
def start(qtbot: QtBot, store: DraftStore) -> StartWindow:
    return shown(qtbot, store)


def ways_of(start: StartWindow) -> list[Way]:
    return [way for way in start.findChildren(Way) if way.isVisible()]


def test_the_first_start_says_how_to_begin(start: StartWindow) -> None:
    words = " ".join(label.text() for label in start.findChildren(QLabel) if label.isVisible())
    assert "写今年的工会总结" in words
    assert "先记下本单位是谁" in words
    assert [way.button.text() for way in ways_of(start)] == ["打开文件…", "打开示例"]
    assert not drafts(start).isVisible()


def test_who_has_no_draft_is_led_by_three_ways_and_the_keys_are_at_the_first(
    qtbot: QtBot, store: DraftStore
) -> None:
    settings.remember_office(Office("school"))
    start = shown(qtbot, store)
    ways = ways_of(start)
    assert [way.button.text() for way in ways] == ["新建", "打开文件…", "打开示例"]
    assert QApplication.focusWidget() is ways[0].button
    assert [way.button.role is Role.PRIMARY for way in ways] == [True, False, False]
    for way in ways:
        (told,) = {label.text() for label in way.findChildren(QLabel)} - {title_of(way)}
        assert way.button.accessibleDescription() == f"{title_of(way)}：{told}"


def title_of(way: Way) -> str:
    return next(label.text() for label in way.findChildren(QLabel) if label.font().bold())


def test_a_way_can_be_pressed_anywhere(qtbot: QtBot, store: DraftStore) -> None:
    settings.remember_office(Office("school"))
    example = ways_of(shown(qtbot, store))[2]
    QTest.mouseClick(example, Qt.MouseButton.LeftButton, pos=example.rect().topRight() - CORNER)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.blank() == ()
    wizard.close()


@pytest.mark.parametrize("asked", [True, False])
def test_in_a_narrow_window_the_ways_stand_one_below_the_other(
    qtbot: QtBot, store: DraftStore, *, asked: bool
) -> None:
    if asked:
        settings.remember_office(Office("school"))
    start = shown(qtbot, store)
    start.resize(1024, 553)
    qtbot.waitUntil(lambda: len({way.x() for way in ways_of(start)}) == (3 if asked else 1))
    start.resize(600, 553)
    qtbot.waitUntil(lambda: {left_of(way) < 50 for way in ways_of(start)} == {True})


def left_of(way: Way) -> int:
    return way.mapTo(way.window(), QPoint()).x()


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
    named = [each.accessibleName() for each in start.findChildren(QWidget) if each.isVisible()]
    assert "文字大小" in named


def test_every_button_speaks_chinese_and_has_a_name(qtbot: QtBot, store: DraftStore) -> None:
    begun(store)
    start = shown(qtbot, store)
    assert not [each.text() for each in visible_buttons(start) if latin(each.text())]
    assert not [widget for widget in focusable(start) if not spoken_name(widget)]
