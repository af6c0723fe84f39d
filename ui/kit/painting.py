"""Shapes of which all our controls are painted: plates, rings, words with an icon."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.look import Colour, Icon, colour, draw_icon, line_width, scaled, tokens
from ui.look.tokens import FOCUS_WIDTH

# Pixels between an icon and the words beside it, at the usual size of texts.
ICON_GAP = 6


def painter_on(widget: QWidget) -> QPainter:
    """Return a painter on a widget whose curves are smooth."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def draw_plate(
    painter: QPainter,
    place: QRectF,
    radius: float,
    fill: QColor | None,
    edge: QColor | None = None,
    width: float | None = None,
) -> None:
    """Draw a plate with round corners; its edge stands within the place."""
    thick = (width if width is not None else line_width()) if edge is not None else 0
    painter.setPen(QPen(edge, thick) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    half = thick / 2
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), radius, radius)


def draw_lower_side(
    painter: QPainter, place: QRectF, radius: float, tone: Colour = Colour.EDGE
) -> None:
    """Draw the lower side of an entry or a button, by which it is made out."""
    painter.setPen(QPen(colour(tone), line_width()))
    y = place.bottom() - line_width() / 2
    painter.drawLine(QPointF(place.left() + radius, y), QPointF(place.right() - radius, y))


def draw_ring(painter: QPainter, place: QRectF, radius: float, tone: Colour = Colour.FOCUS) -> None:
    """Draw the ring round what has the keyboard."""
    draw_plate(painter, place, radius, None, colour(tone), FOCUS_WIDTH)


def words_width(widget: QWidget, words: str, icon: Icon | None, icon_size: int) -> int:
    """Return the pixels that words take with the icon before them."""
    wide = widget.fontMetrics().horizontalAdvance(words) if words else 0
    if icon is None:
        return wide
    return scaled(icon_size) + (scaled(ICON_GAP) + wide if words else 0)


def draw_words(
    painter: QPainter,
    place: QRectF,
    words: str,
    ink: QColor,
    icon: Icon | None = None,
    icon_size: int = 16,
    icon_ink: QColor | None = None,
    flags: int = 0,
) -> None:
    """Draw words with an icon before them in the middle of a place; mnemonics as `flags` say."""
    size = scaled(icon_size) if icon is not None else 0
    gap = scaled(ICON_GAP) if icon is not None and words else 0
    shown = words if not flags else words.replace("&&", "\0").replace("&", "").replace("\0", "&")
    wide = painter.fontMetrics().horizontalAdvance(shown) if words else 0
    left = place.left() + max((place.width() - size - gap - wide) / 2, 0)
    if icon is not None:
        square = QRectF(left, place.center().y() - size / 2, size, size)
        draw_icon(painter, square, icon, icon_ink or ink)
    painter.setPen(ink)
    room = QRectF(left + size + gap, place.top(), place.right() - left - size - gap, place.height())
    middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(room, int(middle) | flags, words)


def draw_line_entry(painter: QPainter, entry: QWidget) -> None:
    """Draw an entry that stands back while nobody is in it: a line, or an edge at the pointer."""
    place = QRectF(entry.rect())
    if entry.underMouse():
        draw_plate(painter, place, tokens.ENTRY_RADIUS, None, colour(Colour.EDGE))
        return
    painter.setPen(QPen(colour(Colour.SOFT_EDGE), line_width()))
    y = place.bottom() - line_width() / 2
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))


def draw_entry(painter: QPainter, entry: QWidget, *, focused: bool, refused: bool = False) -> None:
    """Draw the ground and edge of an entry as it stands."""
    place, radius = QRectF(entry.rect()), tokens.ENTRY_RADIUS
    if not entry.isEnabled():
        draw_plate(painter, place, radius, colour(Colour.WELL), colour(Colour.LINE))
        return
    fill = colour(Colour.ERROR_WASH if refused else Colour.SHEET)
    edge = Colour.EDGE if entry.underMouse() else Colour.SOFT_EDGE
    draw_plate(painter, place, radius, fill, colour(edge))
    if refused:
        draw_ring(painter, place, radius, Colour.ERROR)
        inside = place.adjusted(FOCUS_WIDTH, FOCUS_WIDTH, -FOCUS_WIDTH, -FOCUS_WIDTH)
        if focused:
            draw_ring(painter, inside, radius - 1)
    elif focused:
        draw_ring(painter, place, radius)
    else:
        draw_lower_side(painter, place, radius)
