from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMenu,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.ui.support.fcitx import StandIn, press
from ui.runtime.fcitx.client import FcitxClient
from ui.runtime.fcitx.context import Stroke


class Entry(QLineEdit):
    """Shows what an input method has in hand there."""

    letters = ""

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.letters = event.preeditString()
        super().inputMethodEvent(event)


@dataclass
class Desk:
    """A window with places that take text, a client, and who answers."""

    window: QWidget
    entry: Entry
    other: Entry
    button: QPushButton
    client: FcitxClient
    fcitx: StandIn

    @property
    def handle(self) -> QWindow:
        handle = self.window.windowHandle()
        assert handle is not None
        return handle

    def add(self, widget: QWidget) -> None:
        layout = self.window.layout()
        assert layout is not None
        layout.addWidget(widget)
        widget.show()

    def type(self, letters: str) -> None:
        press(self.handle, letters)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window, entry, other, button = QWidget(), Entry(), Entry(), QPushButton("关闭")
    layout = QVBoxLayout(window)
    for each in (entry, other, button):
        layout.addWidget(each)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    entry.setFocus()
    desk = Desk(window, entry, other, button, FcitxClient(application), StandIn())
    desk.client.take(desk.fcitx)
    yield desk
    desk.client.let_go()
    desk.client.setParent(None)
    desk.client.deleteLater()


def pinyin(desk: Desk) -> None:
    """Letters are kept and shown, a space makes them a text, all else is let through."""
    desk.fcitx.answer = lambda stroke: _pinyin(desk.fcitx, stroke)


def _pinyin(fcitx: StandIn, stroke: Stroke) -> bool:
    letter = chr(stroke.symbol)
    if stroke.is_release or not (letter.isalpha() or letter == " "):
        return False
    if letter == " ":
        fcitx.committed.emit("工会")
        fcitx.composing.emit("", 0)
    else:
        fcitx.composing.emit("工" * len(fcitx.pressed), 0)
    return True


def test_letters_that_are_kept_are_shown_and_become_the_text_that_is_chosen(desk: Desk) -> None:
    pinyin(desk)
    desk.type("gh")
    assert (desk.entry.text(), desk.entry.letters) == ("", "工工")
    desk.type(" ")
    assert (desk.entry.text(), desk.entry.letters) == ("工会", "")


def test_keys_that_are_not_kept_are_typed_as_ever(desk: Desk) -> None:
    desk.type("gh1")
    assert desk.entry.text() == "gh1"


def test_what_a_key_commits_stands_before_the_key_itself(desk: Desk) -> None:
    def commit_before_digit(stroke: Stroke) -> bool:
        if not stroke.is_release:
            desk.fcitx.committed.emit("约")
        return False

    desk.fcitx.answer = commit_before_digit
    desk.type("12")
    assert desk.entry.text() == "约1约2"


def test_a_key_is_asked_about_once_when_it_goes_down_and_once_when_it_goes_up(desk: Desk) -> None:
    desk.type("gg")
    assert [each.is_release for each in desk.fcitx.strokes] == [False, True, False, True]


def test_a_key_is_told_by_the_numbers_of_the_screen(desk: Desk) -> None:
    desk.type("q")
    assert desk.fcitx.strokes[0] == Stroke(ord("q"), 24, 0, is_release=False, time=0)


def test_a_key_that_is_kept_calls_no_shortcut_and_others_do(desk: Desk, qtbot: QtBot) -> None:
    called: list[str] = []
    for keys in ("Esc", "Ctrl+S"):
        shortcut = QShortcut(QKeySequence(keys), desk.window)
        shortcut.activated.connect(lambda keys=keys: called.append(keys))
    desk.fcitx.answer = lambda _stroke: True
    QTest.keyClick(desk.handle, Qt.Key.Key_Escape)
    assert called == []
    desk.fcitx.answer = lambda _stroke: False
    QTest.keyClick(desk.handle, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk.handle, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: called == ["Ctrl+S", "Esc"])


@pytest.mark.parametrize("kind", ["password", "read only", "button"])
def test_where_no_text_is_written_nothing_is_asked(desk: Desk, kind: str) -> None:
    place: QWidget = desk.other
    if kind == "password":
        desk.other.setEchoMode(QLineEdit.EchoMode.Password)
    elif kind == "read only":
        desk.other.setReadOnly(True)
    else:
        place = desk.button
    place.setFocus()
    desk.type("gh")
    assert desk.fcitx.strokes == []
    assert desk.other.text() == ("gh" if kind == "password" else "")


def test_keys_for_a_menu_are_not_composed_in_the_entry_behind_it(desk: Desk, qtbot: QtBot) -> None:
    menu = QMenu(desk.window)
    qtbot.addWidget(menu)
    menu.addAction("复制")
    menu.popup(desk.window.mapToGlobal(QPoint(5, 5)))
    desk.type("g")
    menu.close()
    assert desk.fcitx.strokes == []
    desk.type("g")
    assert desk.fcitx.pressed == "g"


def test_a_place_that_is_left_keeps_its_letters_as_text(desk: Desk) -> None:
    pinyin(desk)
    desk.type("gh")
    desk.other.setFocus()
    assert (desk.entry.text(), desk.entry.letters) == ("工工", "")
    assert desk.other.text() == ""
    assert desk.fcitx.told[-1] == "forget"


def test_a_press_of_the_mouse_leaves_the_letters_as_text_where_they_are(desk: Desk) -> None:
    pinyin(desk)
    desk.type("g")
    QTest.mousePress(desk.handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    QTest.mouseRelease(desk.handle, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    assert (desk.entry.text(), desk.entry.letters) == ("工", "")
    assert desk.fcitx.told[-1] == "forget"


def test_when_the_input_method_goes_its_letters_stay_and_plain_ones_follow(desk: Desk) -> None:
    pinyin(desk)
    desk.type("g")
    desk.client.let_go()
    desk.type("h1")
    assert (desk.entry.text(), desk.entry.letters) == ("工h1", "")


def test_an_input_method_that_is_started_anew_is_typed_with_at_once(desk: Desk) -> None:
    desk.client.let_go()
    desk.fcitx = StandIn()
    desk.client.take(desk.fcitx)
    assert desk.fcitx.told == ["come in"]
    pinyin(desk)
    desk.type("g ")
    assert desk.entry.text() == "工会"


def test_when_it_falls_silent_its_letters_stay_and_later_keys_still_ask(desk: Desk) -> None:
    pinyin(desk)
    desk.type("g")
    desk.fcitx.fell_silent.emit()
    assert (desk.entry.text(), desk.entry.letters) == ("工", "")
    desk.type("h ")
    assert desk.entry.text() == "工工会"


def test_it_knows_whether_text_is_written_at_all(desk: Desk) -> None:
    desk.other.setFocus()
    desk.button.setFocus()
    desk.entry.setFocus()
    assert desk.fcitx.told == ["come in", "go out", "come in"]


def test_its_candidates_follow_the_cursor_of_the_entry(desk: Desk) -> None:
    pinyin(desk)
    first = desk.fcitx.cursor
    inside = desk.entry.rect().translated(desk.entry.mapToGlobal(QPoint()))
    assert inside.contains(first.center())
    desk.type("g ")
    assert desk.fcitx.cursor.left() > first.left()


def test_a_choice_that_is_clicked_between_keys_is_written_too(desk: Desk) -> None:
    pinyin(desk)
    desk.type("g")
    desk.fcitx.committed.emit("公会")
    assert (desk.entry.text(), desk.entry.letters) == ("公会", "")


def test_a_key_that_comes_back_is_typed_without_being_asked_about(desk: Desk) -> None:
    desk.entry.setText("工会")
    backspace = 0xFF08
    desk.fcitx.forwarded.emit(backspace, 0, False)
    desk.fcitx.forwarded.emit(ord("a"), 0, False)
    assert desk.entry.text() == "工a"
    assert desk.fcitx.strokes == []


def test_a_cell_of_a_table_opens_for_the_letters_and_keeps_the_text(desk: Desk) -> None:
    table = QTableWidget(1, 2)
    table.setItem(0, 0, QTableWidgetItem("旧"))
    desk.add(table)
    table.setCurrentCell(0, 0)
    table.setFocus()
    pinyin(desk)
    desk.type("gh ")
    desk.button.setFocus()
    item = table.item(0, 0)
    assert item is not None
    assert item.text() == "工会"


def test_letters_are_composed_in_the_middle_of_a_text(desk: Desk) -> None:
    text = QTextEdit()
    desk.add(text)
    text.setPlainText("全年")
    text.setFocus()
    pinyin(desk)
    desk.type("g ")
    assert text.toPlainText() == "工会全年"


def test_nothing_is_watched_of_a_window_but_keys_and_the_mouse(desk: Desk) -> None:
    assert not desk.client.eventFilter(desk.handle, QEvent(QEvent.Type.UpdateRequest))
