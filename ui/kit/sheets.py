"""What the contents of the window lie on: white sheets, bars, and the share that is done."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QWidget

from ui.kit.painting import draw_plate, painter_on
from ui.look import Colour, colour, line_width, scaled, tokens
from ui.words import say

# Milliseconds after which the part of a bar that goes round goes on, how far it goes then, and
# how much of the bar it is.
_TICK, _STEP, _PART = 50, 0.04, 0.3


class Sheet(QFrame):
    """A white sheet with a hairline round it and round corners."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet."""
        place = QRectF(self.rect())
        draw_plate(
            painter_on(self),
            place,
            tokens.CARD_RADIUS,
            colour(Colour.SHEET),
            colour(Colour.LINE),
        )


class Ground(QWidget):
    """A plain ground of one colour, with a hairline at those of its sides that end it."""

    def __init__(self, ground: Colour, *ends: Qt.Edge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ground = ground
        self._ends = ends

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and its ends."""
        painter = painter_on(self)
        painter.fillRect(self.rect(), colour(self._ground))
        thick, line = line_width(), colour(Colour.LINE)
        wide, high = self.width(), self.height()
        sides = {
            Qt.Edge.TopEdge: (0, 0, wide, thick),
            Qt.Edge.BottomEdge: (0, high - thick, wide, thick),
            Qt.Edge.LeftEdge: (0, 0, thick, high),
            Qt.Edge.RightEdge: (wide - thick, 0, thick, high),
        }
        for end in self._ends:
            painter.fillRect(*sides[end], line)


class Progress(QWidget):
    """A bar that shows a share; the words beside it say it too."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Show a share, 0.0 to 1.0."""
        self._share = share
        self.setAccessibleName(say("已填{share:.0%}", share=share))
        self.update()

    def sizeHint(self) -> QSize:
        """Return a low bar's size."""
        return QSize(scaled(tokens.RAIL_WIDTH) // 2, scaled(tokens.PROGRESS_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar."""
        painter, place = painter_on(self), QRectF(self.rect())
        draw_progress(painter, place, self._share)


class Busy(QProgressBar):
    """A bar of work of which nobody knows how long it takes: a part of it goes round."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 0)
        self.setTextVisible(False)
        self._at = 0.0
        self._clock = QTimer(self, interval=_TICK)
        self._clock.timeout.connect(self._go_on)

    def sizeHint(self) -> QSize:
        """Return a low bar's size."""
        return QSize(scaled(tokens.RAIL_WIDTH), scaled(tokens.PROGRESS_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on while it is seen."""
        super().showEvent(event)
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody sees it."""
        super().hideEvent(event)
        self._clock.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the trough, and the part that goes through it from left to right."""
        high = scaled(tokens.PROGRESS_HEIGHT)
        place = QRectF(0, (self.height() - high) / 2, self.width(), high)
        painter = painter_on(self)
        draw_plate(painter, place, high / 2, colour(Colour.HOVER))
        wide = place.width() * _PART
        left = (place.width() - wide) * self._at
        part = QRectF(left, place.top(), wide, high)
        draw_plate(painter, part, high / 2, colour(Colour.INK2))

    def _go_on(self) -> None:
        self._at = (self._at + _STEP) % 1.0
        self.update()


def draw_progress(painter: QPainter, place: QRectF, share: float) -> None:
    """Draw a bar that shows a share, 0.0 to 1.0, into a place."""
    radius = place.height() / 2
    draw_plate(painter, place, radius, colour(Colour.HOVER))
    if share > 0:
        done = QRectF(place)
        done.setWidth(max(place.width() * min(share, 1.0), place.height()))
        draw_plate(painter, done, radius, colour(Colour.INK2))
