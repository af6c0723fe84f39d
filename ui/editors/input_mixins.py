"""A text of several lines on the way of those who go on by Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent

from ui.kit import WALKED_TO, go_on, is_enter

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget as _Widget
else:
    _Widget = object

# Qt's keys from Shift to NumLock, which write nothing by themselves.
_MODIFIERS = range(0x01000020, 0x01000027)


class Walked(_Widget):
    """To be named before the Qt class of a text.

    An Enter that only walks on writes nothing: whoever came by Enter or Tab goes on by Enter,
    until a letter, an arrow or the mouse shows that something is to be written here.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab walks too: out of a list there is no other way on."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason:
            self.setProperty(WALKED_TO, WALKED_TO)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter as long as nothing else was pressed."""
        if is_enter(event) and self.property(WALKED_TO):
            go_on(self)
            return
        if event.key() not in _MODIFIERS:
            self._stay()
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method writes is written here."""
        if event.preeditString() or event.commitString():
            self._stay()
        super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Whoever clicks into it wants to write."""
        self._stay()
        super().mousePressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The next one may come another way."""
        super().focusOutEvent(event)
        self._stay()

    def _stay(self) -> None:
        self.setProperty(WALKED_TO, None)
