"""What the contents of the window lie on: white sheets, bars, and the share that is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from ui.kit.painting import draw_plate, painter_on
from ui.look import Colour, colour, line_width, scaled, tokens
from ui.words import say


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


def draw_progress(painter: QPainter, place: QRectF, share: float) -> None:
    """Draw a bar that shows a share, 0.0 to 1.0, into a place."""
    radius = place.height() / 2
    draw_plate(painter, place, radius, colour(Colour.HOVER))
    if share > 0:
        done = QRectF(place)
        done.setWidth(max(place.width() * min(share, 1.0), place.height()))
        draw_plate(painter, done, radius, colour(Colour.INK2))
