"""A key that an input method wants typed as it is, told by the numbers of the X screen."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

_Key = Qt.Key
_NAMED = {
    0xFF08: (_Key.Key_Backspace, "\b"),
    0xFF09: (_Key.Key_Tab, "\t"),
    0xFF0D: (_Key.Key_Return, "\r"),
    0xFF1B: (_Key.Key_Escape, "\x1b"),
    0xFFFF: (_Key.Key_Delete, "\x7f"),
    0xFF50: (_Key.Key_Home, ""),
    0xFF51: (_Key.Key_Left, ""),
    0xFF52: (_Key.Key_Up, ""),
    0xFF53: (_Key.Key_Right, ""),
    0xFF54: (_Key.Key_Down, ""),
    0xFF55: (_Key.Key_PageUp, ""),
    0xFF56: (_Key.Key_PageDown, ""),
    0xFF57: (_Key.Key_End, ""),
}
_SHIFT, _CONTROL, _ALT = 1 << 0, 1 << 2, 1 << 3
_LATIN = range(0x20, 0x100)
_UNICODE = range(0x0100_0100, 0x0111_0000)


def forwarded_key(symbol: int, state: int, *, is_release: bool) -> QKeyEvent | None:
    """Return Qt's event for a forwarded key; None if it is no text and moves nothing."""
    if symbol in _NAMED:
        key, text = _NAMED[symbol]
    elif symbol in _LATIN or symbol in _UNICODE:
        text = chr(symbol if symbol in _LATIN else symbol - 0x0100_0000)
        key = _Key(ord(text.upper())) if text.isascii() else _Key.Key_unknown
    else:
        return None
    kind = QEvent.Type.KeyRelease if is_release else QEvent.Type.KeyPress
    return QKeyEvent(kind, key, _modifiers(state), text)


def _modifiers(state: int) -> Qt.KeyboardModifier:
    modifier = Qt.KeyboardModifier
    held = modifier.NoModifier
    for bit, each in (
        (_SHIFT, modifier.ShiftModifier),
        (_CONTROL, modifier.ControlModifier),
        (_ALT, modifier.AltModifier),
    ):
        if state & bit:
            held |= each
    return held
