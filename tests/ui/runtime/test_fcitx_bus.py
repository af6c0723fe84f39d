"""What goes over the bus, translated: letters with a cursor in bytes, keys by their numbers."""

from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent

from ui.runtime.fcitx.bus import service_name
from ui.runtime.fcitx.keys import forwarded_key
from ui.runtime.fcitx.text_input import letters_event

Kind = QInputMethodEvent.AttributeType
SHIFT, CONTROL, ALT = 1, 4, 8


def part(event: QInputMethodEvent, kind: Kind) -> Any:
    """What the event says of its letters; Qt's stubs know no fields of it."""
    parts: list[Any] = list(event.attributes())
    (found,) = (each for each in parts if each.type is kind)
    return found


@pytest.mark.parametrize(
    ("display", "name"),
    [
        (":0", "org.fcitx.Fcitx-0"),
        (":12.0", "org.fcitx.Fcitx-12"),
        ("host:3.1", "org.fcitx.Fcitx-3"),
        ("", "org.fcitx.Fcitx-0"),
    ],
)
def test_fcitx_bears_the_number_of_its_screen(
    monkeypatch: pytest.MonkeyPatch, display: str, name: str
) -> None:
    monkeypatch.setenv("DISPLAY", display)
    assert service_name() == name


@pytest.mark.parametrize(
    ("letters", "cursor", "place"),
    [("gong", 2, 2), ("工会", 3, 1), ("工hui", 0, 0), ("𠮷林", 4, 2)],
)
def test_the_cursor_stands_between_characters(letters: str, cursor: int, place: int) -> None:
    event = letters_event(letters, cursor)
    assert event.preeditString() == letters
    assert part(event, Kind.Cursor).start == place


def test_letters_that_are_not_text_yet_are_underlined_as_a_whole() -> None:
    line = part(letters_event("𠮷林", 0), Kind.TextFormat)
    assert (line.start, line.length) == (0, 3)
    assert line.value.fontUnderline()


@pytest.mark.parametrize(
    ("symbol", "key", "text"),
    [
        (0xFF08, Qt.Key.Key_Backspace, "\b"),
        (0xFF0D, Qt.Key.Key_Return, "\r"),
        (0xFF51, Qt.Key.Key_Left, ""),
        (ord("a"), Qt.Key.Key_A, "a"),
        (ord("5"), Qt.Key.Key_5, "5"),
        (0x0100_3002, Qt.Key.Key_unknown, "。"),
    ],
)
def test_a_key_is_known_by_its_number(symbol: int, key: Qt.Key, text: str) -> None:
    event = forwarded_key(symbol, 0, is_release=False)
    assert event is not None
    assert (event.type(), event.key(), event.text()) == (QEvent.Type.KeyPress, key, text)


def test_a_key_keeps_what_is_held_with_it_and_its_direction() -> None:
    event = forwarded_key(ord("s"), SHIFT | CONTROL | ALT, is_release=True)
    held = Qt.KeyboardModifier
    assert event is not None
    assert event.type() is QEvent.Type.KeyRelease
    assert event.modifiers() == held.ShiftModifier | held.ControlModifier | held.AltModifier


def test_a_key_that_writes_and_moves_nothing_is_no_event() -> None:
    caps_lock = 0xFFE5
    assert forwarded_key(caps_lock, 0, is_release=False) is None
