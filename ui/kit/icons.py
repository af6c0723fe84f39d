"""The little pictures of the window, drawn: a font may lack ◐ or ✎, or have them too small."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap

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
    if sign is None:
        return _icon(lambda _painter: None)
    pen = QPen(theme.colour(sign.value, palette), 1.6)
    return _icon(lambda painter: _draw_sign(painter, sign, pen))


def pencil_icon(palette: QPalette) -> QIcon:
    """Return the icon that stands for writing something anew."""
    pen = QPen(palette.color(QPalette.ColorRole.WindowText), 1.5, j=Qt.PenJoinStyle.RoundJoin)
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
