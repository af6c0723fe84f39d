"""The focus: a frame round what has it, for Fusion's own is hardly to be seen, and when it goes."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.kit.painting import draw_ring, painter_on
from ui.look import tokens

# Pixels of the sides in which the ring is seen: its corners are round.
_THICK = tokens.ENTRY_RADIUS


# The property of a widget without a frame that is ringed all the same while it has the focus.
_RINGED = "ringed"

# The focus that goes for these reasons comes back by itself.
_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


def comes_back(event: QFocusEvent) -> bool:
    """Tell whether the focus goes only for a menu or another window, and so comes back."""
    return event.reason() in _PASSING


def show_ring(widget: QWidget) -> None:
    """Let a widget that has no frame have a ring while it has the focus."""
    widget.setProperty(_RINGED, _RINGED)


class FocusFrames(QObject):
    """The frame that follows the focus in the whole program."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._frame: FocusFrame | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = FocusFrame(now) if _wants_frame(now) else None


class FocusFrame(QWidget):
    """A frame as large as the widget round which it stands; the mouse goes through it."""

    def __init__(self, framed: QWidget | None) -> None:
        super().__init__(framed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._fit()
        if framed is not None:
            framed.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow and shrink with what it is round."""
        if event.type() == QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the frame."""
        draw_ring(painter_on(self), self.rect().toRectF(), tokens.ENTRY_RADIUS)

    def _fit(self) -> None:
        framed = self.parentWidget()
        if framed is not None:
            self.setGeometry(framed.rect())
            inside = self.rect().adjusted(_THICK, _THICK, -_THICK, -_THICK)
            self.setMask(QRegion(self.rect()).subtracted(QRegion(inside)))


def _wants_frame(widget: QWidget | None) -> bool:
    """Whether it is a list, a table or a text that Fusion frames; what pops up is in sight."""
    kinds = (QAbstractItemView, QTextEdit, QPlainTextEdit)
    return (
        isinstance(widget, kinds)
        and isinstance(widget, QAbstractScrollArea)
        and (widget.frameShape() is not QFrame.Shape.NoFrame or bool(widget.property(_RINGED)))
        and widget.window().windowType() is not Qt.WindowType.Popup
    )
