"""What is typed and held back: saved when typing pauses, in time if it never does, and before
anything else happens to the draft."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, open_office
from unionapp.draft import Change, EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage.sessions import Session

PATH = EditPath(Slot.NARRATIVE, "organisation")
OTHER = EditPath(Slot.VALUE, "unit")

# Milliseconds between two keys, far less than the pause after which typing is saved.
STEADY = 40


class Text(QLineEdit):
    """A text that is held back, with the focus in it."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        self.desk = office.desk

    def type(self, letter: str = "a") -> None:
        self.insert(letter)
        self.desk.hold(PATH, self.save, self)

    def save(self) -> None:
        self.desk.put(PATH, self.text())


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return open_office(tmp_path)


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    return page


@pytest.fixture
def text(qtbot: QtBot, page: QWidget, office: Office) -> Text:
    text = Text(office)
    text.setParent(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    text.setFocus()
    return text


@pytest.fixture
def typing(text: Text) -> Iterator[QTimer]:
    """Somebody who types on and on without a pause."""
    keys = QTimer(interval=STEADY)
    keys.timeout.connect(text.type)
    yield keys
    keys.stop()


def kept(office: Office) -> object:
    return office.kept(PATH.id, PATH.slot)


def test_it_is_saved_once_typing_pauses(qtbot: QtBot, office: Office, text: Text) -> None:
    with qtbot.waitSignal(office.desk.saved):
        for letter in "abc":
            text.type(letter)
        assert kept(office) is None
    assert kept(office) == "abc"


def test_it_is_saved_though_typing_never_pauses(
    qtbot: QtBot, office: Office, text: Text, typing: QTimer
) -> None:
    with qtbot.waitSignal(office.desk.saved):
        typing.start()
    first = kept(office)
    with qtbot.waitSignal(office.desk.saved):
        pass
    typing.stop()
    assert isinstance(first, str)
    assert text.text().startswith(str(kept(office)))
    assert str(kept(office)).startswith(first)
    assert str(kept(office)) != first


def test_a_key_saves_what_is_overdue_where_no_timer_comes_through(
    office: Office, text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    text.type("a")
    text.type("b")
    assert kept(office) is None
    monkeypatch.setattr("ui.desk.hold.LONGEST", 0)
    text.type("c")
    assert kept(office) == "abc"


def test_an_edit_elsewhere_saves_it_first(office: Office, text: Text) -> None:
    text.type()
    office.desk.put(OTHER, "甲工会")
    assert kept(office) == "a"
    assert office.desk.session.undo_paths == (OTHER,)


def test_undo_takes_back_what_was_typed_to_the_last_letter(office: Office, text: Text) -> None:
    office.put("unit", "甲工会")
    text.type()
    office.desk.undo()
    assert kept(office) is None
    assert office.kept("unit") == "甲工会"
    office.desk.redo()
    assert kept(office) == "a"


def test_it_is_saved_when_the_focus_goes_elsewhere(
    page: QWidget, office: Office, text: Text
) -> None:
    other = QLineEdit(page)
    other.show()
    text.type()
    other.setFocus()
    assert kept(office) == "a"


def test_from_cell_to_cell_of_one_table_it_is_held_on(
    page: QWidget, office: Office, text: Text
) -> None:
    other = QLineEdit(page)
    other.show()
    office.desk.hold(PATH, text.save, page)
    other.setFocus()
    assert office.desk.is_typing(PATH)


def test_what_is_taken_back_before_it_is_saved_is_not_saved(office: Office, text: Text) -> None:
    text.type()
    office.desk.let_go(PATH)
    office.desk.flush()
    assert kept(office) is None
    assert office.desk.waiting() == 0


def test_it_is_said_to_wait_until_it_is_on_disk(office: Office, text: Text) -> None:
    assert office.desk.waiting() == 0
    text.type()
    assert office.desk.waiting() > 0
    office.desk.flush()
    assert office.desk.waiting() == 0


def test_a_minute_of_steady_typing_is_one_step(office: Office, text: Text) -> None:
    office.put("unit", "甲工会")
    for _ in range(75):
        text.type()
        office.desk.flush()
        office.clock.wait(0.8)
    assert kept(office) == "a" * 75
    office.desk.undo()
    assert kept(office) is None
    assert office.kept("unit") == "甲工会"


def test_what_is_said_to_be_saved_is_what_was_typed_until_then(
    office: Office, text: Text, qtbot: QtBot
) -> None:
    """The time is taken before the save, which may last: keys may have been pressed meanwhile."""
    with qtbot.waitSignal(office.desk.saved):
        text.type()
        before = office.desk.saved_until
        office.desk.flush()
    assert office.desk.saved_until > before


def refuse(*_changes: object, **_how: object) -> None:
    raise StoreError("磁盘已满。")


def test_what_is_tried_again_takes_along_what_is_held(
    office: Office, text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as full:
        full.setattr(office.desk.session, "edit", refuse)
        office.desk.put(OTHER, "甲工会")
        text.type()
    office.desk.save()
    assert (office.kept("unit"), kept(office)) == ("甲工会", "a")
    assert office.desk.waiting() == 0


def test_nothing_is_called_saved_when_another_window_is_looked_for_and_the_disk_is_full(
    qtbot: QtBot, office: Office, text: Text, monkeypatch: pytest.MonkeyPatch
) -> None:
    Session(office.store, office.draft).edit(Change(OTHER, "甲工会"))
    monkeypatch.setattr(office.desk.session, "edit", refuse)
    text.type()
    with qtbot.assertNotEmitted(office.desk.saved):
        office.desk.look_around()
    assert office.desk.holds(PATH)
