"""The little pictures of the window, drawn: a face may lack ◐ or ✎, or have them too small."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap

from ui.kit import theme
from unionapp.figures import Progress

# Pixels; the size of every sign.
SIGN = 16
# Signs are drawn at twice their size, for fine screens.
_SHARPNESS = 2

_TONES = {
    Progress.EMPTY: theme.Tone.HINT,
    Progress.BEGUN: theme.Tone.LIVE,
    Progress.COMPLETE: theme.Tone.DONE,
    Progress.FAULTY: theme.Tone.ERROR,
}


def progress_icon(progress: Progress | None, palette: QPalette) -> QIcon:
    """The sign of a state; nothing for a page without one."""
    if progress is None:
        return _icon(lambda _painter: None)
    pen = QPen(theme.colour(_TONES[progress], palette), 1.6)
    return _icon(lambda painter: _draw_progress(painter, progress, pen))


def pencil_icon(palette: QPalette) -> QIcon:
    """What stands for writing something anew."""
    pen = QPen(palette.color(QPalette.ColorRole.WindowText), 1.5, j=Qt.PenJoinStyle.RoundJoin)
    return _icon(lambda painter: _draw_pencil(painter, pen))


def _icon(draw: Callable[[QPainter], None]) -> QIcon:
    picture = QPixmap(SIGN * _SHARPNESS, SIGN * _SHARPNESS)
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


def _draw_progress(painter: QPainter, progress: Progress, pen: QPen) -> None:
    circle = QRectF(2, 2, SIGN - 4, SIGN - 4)
    painter.setPen(pen)
    match progress:
        case Progress.EMPTY:
            painter.drawEllipse(circle)
        case Progress.BEGUN:
            painter.drawEllipse(circle)
            painter.setBrush(pen.color())
            painter.drawPie(circle, 90 * 16, 180 * 16)
        case Progress.COMPLETE:
            painter.setBrush(pen.color())
            painter.drawEllipse(circle)
        case Progress.FAULTY:
            painter.setPen(QPen(pen.color(), 2.6, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(8, 3), QPointF(8, 9))
            painter.drawPoint(QPointF(8, 13))
