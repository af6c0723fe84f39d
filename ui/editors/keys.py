"""Keys that all entries share: undo belongs to the draft, Enter goes on like Tab."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

PASSED_OVER = "passed_over"
"""The property of a widget that Enter passes over and only Tab reaches."""

_WINDOW = frozenset(
    (
        *("F1", "F3", "Shift+F3", "F5", "F8", "Shift+F8"),
        *("Ctrl+E", "Ctrl+F", "Ctrl+H", "Ctrl+P"),
        *("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"),
        *("Ctrl+PgUp", "Ctrl+PgDown", "Ctrl+Return", "Ctrl+Enter"),
    )
)
"""Keys that belong to the window wherever the focus is; a desktop may have others to undo."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_HISTORY = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


def is_history_key(event: QEvent) -> bool:
    """Whether the key undoes or redoes: the draft does that, not a widget of its own."""
    return isinstance(event, QKeyEvent) and any(event.matches(key) for key in _HISTORY)


def is_history_override(event: QEvent) -> bool:
    """Whether Qt asks a widget to take undo or redo from the window's actions."""
    return event.type() == QEvent.Type.ShortcutOverride and is_history_key(event)


def is_window_override(event: QEvent) -> bool:
    """Whether Qt asks a widget to take a key that belongs to the window."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeySequence(QKeyCombination(plain, Qt.Key(event.key())))
    return is_history_key(event) or pressed.toString() in _WINDOW


def is_enter(event: QKeyEvent) -> bool:
    """Whether it is Enter alone; with Ctrl it turns the page."""
    return event.key() in _ENTER and event.modifiers() in _PLAIN


def go_on(widget: QWidget) -> None:
    """Move the focus to the next entry down the page; last year's column goes on in itself."""
    following = widget.nextInFocusChain()
    while following and following is not widget and not _takes_enter(widget, following):
        following = following.nextInFocusChain()
    if following:
        following.setFocus(Qt.FocusReason.TabFocusReason)


def _takes_enter(widget: QWidget, other: QWidget) -> bool:
    by_tab = bool(other.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    passed = bool(other.property(PASSED_OVER)) != bool(widget.property(PASSED_OVER))
    reachable = other.isEnabled() and other.isVisible() and not other.isAncestorOf(widget)
    return by_tab and reachable and not passed
