"""What widgets that are typed in share: an input method at work, keys of the window, Enter."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent

from ui.kit import REACHED_BY_ENTER, go_on, is_enter, is_history_key, is_window_override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

# Qt's keys from Shift to NumLock, which write nothing by themselves.
_MODIFIERS = range(0x01000020, 0x01000027)


class Composing(_Widget):
    """A mixin, named before the Qt class of a widget that is typed in.

    It keeps in mind what an input method has in hand, so that nobody writes there meanwhile, and
    leaves undo and the window's keys to the window.
    """

    # Sent when an input method has finished composing.
    composed: ClassVar[Signal]

    _preedit = ""

    def is_composing(self) -> bool:
        """Tell whether an input method has letters in it that are not text yet."""
        return bool(self._preedit)

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window; some desktops move the cursor by Ctrl+E."""
        if is_window_override(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave undo and redo to the draft."""
        if is_history_key(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep in mind what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if not self._preedit:
            self.composed.emit()


class EnterNavigation(_Widget):
    """A mixin, named before the Qt class of a text, that lets Enter go through it.

    An Enter that only goes on writes nothing: whoever came by Enter or Tab goes on by Enter,
    until a letter, an arrow or the mouse shows that something is to be written here.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note that Tab led here, as Enter does: out of a list there is no other way on."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.setProperty(REACHED_BY_ENTER, REACHED_BY_ENTER)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter as long as nothing else was pressed."""
        if is_enter(event) and self.property(REACHED_BY_ENTER):
            go_on(self)
            return
        if event.key() not in _MODIFIERS:
            self._stay()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Write what an input method brings, and stay."""
        if event.preeditString() or event.commitString():
            self._stay()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stay: whoever clicks into a text wants to write."""
        self._stay()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget by which way one came."""
        super().focusOutEvent(event)
        self._stay()

    def _stay(self) -> None:
        self.setProperty(REACHED_BY_ENTER, None)
