"""The little pictures of the window, drawn: a font may lack ◐ or ✎, or have them too small."""

from collections.abc import Callable
from enum import Enum
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QStyle

from ui.kit import theme

# Pixels; the size of every icon.
ICON_SIZE = 16

# Icons are drawn at twice their size, for fine screens.
_SHARPNESS = 2

_CIRCLE = QRectF(2, 2, ICON_SIZE - 4, ICON_SIZE - 4)


class Sign(Enum):
    """A sign for a state; its value is the tone in which it is drawn."""

    RING = theme.Tone.HINT
    HALF_DISC = theme.Tone.LIVE
    DISC = theme.Tone.DONE
    EXCLAMATION = theme.Tone.ERROR


def sign_icon(sign: Sign | None, palette: QPalette) -> QIcon:
    """Return the icon of a sign; None gives an empty one, so that texts stand in one line."""
    return _sign_icon(sign, theme.colour(sign.value, palette).rgba() if sign else 0)


def pencil_icon(palette: QPalette) -> QIcon:
    """Return the icon that stands for writing something anew."""
    return _pencil_icon(palette.color(QPalette.ColorRole.WindowText).rgba())


@lru_cache
def standard_icon(which: QStyle.StandardPixmap) -> QIcon:
    """Return an icon of Qt's own."""
    return QApplication.style().standardIcon(which)


# Each icon is made once: Qt keeps a copy, in the size of the screen, of each that it has not met
# before, and that copy stays when the last window with the icon is closed.
@lru_cache
def _sign_icon(sign: Sign | None, colour: int) -> QIcon:
    if sign is None:
        return _icon(lambda _painter: None)
    pen = QPen(QColor.fromRgba(colour), 1.6)
    return _icon(lambda painter: _draw_sign(painter, sign, pen))


@lru_cache
def _pencil_icon(colour: int) -> QIcon:
    pen = QPen(QColor.fromRgba(colour), 1.5, j=Qt.PenJoinStyle.RoundJoin)
    return _icon(lambda painter: _draw_pencil(painter, pen))


def _icon(draw: Callable[[QPainter], None]) -> QIcon:
    picture = QPixmap(ICON_SIZE * _SHARPNESS, ICON_SIZE * _SHARPNESS)
    picture.setDevicePixelRatio(_SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    icon = QIcon(picture)
    icon.addPixmap(picture, QIcon.Mode.Selected)  # Qt would tint it with the ground
    return icon


def _draw_pencil(painter: QPainter, pen: QPen) -> None:
    painter.setPen(pen)
    outline = ((3, 13), (4, 9.5), (11, 2.5), (13.5, 5), (6.5, 12))
    painter.drawPolygon([QPointF(*point) for point in outline])
    painter.drawLine(QPointF(9.5, 4), QPointF(12, 6.5))


def _draw_sign(painter: QPainter, sign: Sign, pen: QPen) -> None:
    painter.setPen(pen)
    match sign:
        case Sign.RING:
            painter.drawEllipse(_CIRCLE)
        case Sign.HALF_DISC:
            painter.drawEllipse(_CIRCLE)
            painter.setBrush(pen.color())
            painter.drawPie(_CIRCLE, 90 * 16, 180 * 16)
        case Sign.DISC:
            painter.setBrush(pen.color())
            painter.drawEllipse(_CIRCLE)
        case Sign.EXCLAMATION:
            painter.setPen(QPen(pen.color(), 2.6, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(8, 3), QPointF(8, 9))
            painter.drawPoint(QPointF(8, 13))
