"""A choice that is a small sheet: a round box, an icon, a title and a line below it."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kit import Choice, draw_plate, draw_ring, painter_on
from ui.look import Colour, Icon, colour, draw_icon, font, scaled, tokens
from ui.words import say

# Pixels beside the parts of the sheet, and of the icon.
_BESIDE, _GAP, _ICON = 12, 10, 22
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Pick(Choice):
    """One of several that exclude each other; its words are a title and a line below it."""

    def __init__(self, title: str, line: str, icon: Icon) -> None:
        super().__init__(say("{title}（{line}）", title=title, line=line))
        self._icon = icon
        self.title, self._line = title, line
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the box, the icon and the longer of title and line."""
        title, line = self._lines()
        wide = max(title.horizontalAdvance(self.title), line.horizontalAdvance(self._line))
        beside = 2 * _BESIDE + 2 * _GAP + tokens.TICK_HEIGHT + _ICON
        high = title.height() + line.height() + tokens.GROUP
        return QSize(wide + scaled(beside) + 2, max(scaled(tokens.CHOICE_HEIGHT), high))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sheet and what is on it."""
        painter, place = painter_on(self), QRectF(self.rect())
        chosen = self.isChecked()
        fill = colour(Colour.LIVE_WASH if chosen else Colour.SHEET)
        over = Colour.EDGE if self.underMouse() else Colour.LINE
        edge = colour(Colour.LIVE if chosen else over)
        draw_plate(painter, place, tokens.CARD_RADIUS, fill, edge)
        if self.hasFocus():
            draw_ring(painter, place, tokens.CARD_RADIUS)
        left = self._paint_mark(painter, scaled(_BESIDE))
        size = scaled(_ICON)
        square = QRectF(left, (self.height() - size) / 2, size, size)
        draw_icon(painter, square, self._icon, colour(Colour.INK2))
        left += size + scaled(_GAP)
        title, line = self._lines()
        top = (self.height() - title.height() - line.height()) / 2
        room = QRectF(left, top, self.width() - left - scaled(_BESIDE), title.height())
        painter.setPen(colour(Colour.INK))
        painter.setFont(font(tokens.TEXT_SIZE, bold=True))
        painter.drawText(room, int(_LEFT), self.title)
        painter.setPen(colour(Colour.INK2))
        painter.setFont(font(tokens.HINT_SIZE))
        below = QRectF(left, room.bottom(), room.width(), line.height())
        painter.drawText(below, int(_LEFT), self._line)

    def _paint_mark(self, painter: QPainter, left: int) -> int:
        """Paint the round box; return where what follows begins."""
        size = scaled(tokens.TICK_HEIGHT)
        box = QRectF(left, (self.height() - size) // 2, size, size)
        if self.isChecked():
            draw_plate(painter, box, size / 2, colour(Colour.FOCUS))
            third = size * 0.3
            dot = box.adjusted(third, third, -third, -third)
            draw_plate(painter, dot, dot.height() / 2, colour(Colour.SHEET))
        else:
            draw_plate(painter, box, size / 2, colour(Colour.SHEET), colour(Colour.EDGE))
        return left + size + scaled(_GAP)

    def _lines(self) -> tuple[QFontMetrics, QFontMetrics]:
        title = QFontMetrics(font(tokens.TEXT_SIZE, bold=True))
        return title, QFontMetrics(font(tokens.HINT_SIZE))
