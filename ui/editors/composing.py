"""What every widget that is typed in shares: an input method at work, and keys of the window."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from ui.kit import is_history_key, is_window_override

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object


class Composing(_Widget):
    """To be named before the Qt class of a widget.

    It keeps in mind what an input method has in hand, so that nobody writes there meanwhile, and
    leaves undo and the window's keys to the window.
    """

    # Sent when an input method has finished composing.
    composed: ClassVar[Signal]

    _preedit = ""

    def is_composing(self) -> bool:
        """Whether an input method has letters in it that are not text yet."""
        return bool(self._preedit)

    def hold_nothing_back(self) -> None:
        """Save what is not saved yet, for a key of the window is about to be pressed."""

    def event(self, event: QEvent) -> bool:
        """Leave the window's keys to the window; some desktops move the cursor by Ctrl+E."""
        if is_window_override(event):
            self.hold_nothing_back()
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
