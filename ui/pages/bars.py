"""A small picture: each figure of last year and this year as two bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from ui.kit import theme
from unionapp.paper import Comparison

_BAR = 12
_GAP = 2
_VALUE_SHARE = 0.28
"""The share of the width that is kept for the values beside the bars."""


@dataclass(frozen=True, slots=True)
class _Bar:
    word: str
    text: str
    share: float
    """Of the longer of the two bars."""
    tone: theme.Tone


class Bars(QWidget):
    """Every figure is drawn on its own scale, for persons and yuan have none in common."""

    wanted = Signal(str)
    """The id of the figure that was clicked."""

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[Comparison, ...] = ()
        self.setMouseTracking(True)
        self.setAccessibleName("主要指标的本年与上年")

    def show_figures(self, figures: Sequence[Comparison]) -> None:
        """Draw these."""
        self._figures = tuple(figures)
        self.setAccessibleDescription("；".join(map(_told, self._figures)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """High enough for all figures, one below the other."""
        return QSize(320, self._row_height() * len(self._figures) + self._head_height())

    def minimumSizeHint(self) -> QSize:
        """A picture that is cut tells nothing."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the legend and the figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.HINT_SIZE))
        self._draw_legend(painter)
        for row, figure in enumerate(self._figures):
            self._draw_figure(painter, figure, self._head_height() + row * self._row_height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click leads to the figure."""
        if figure := self._figure_at(event.position()):
            self.wanted.emit(figure.where)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a figure can be clicked."""
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._figure_at(event.position()) else arrow)

    def event(self, event: QEvent) -> bool:
        """Tell a figure in full where the picture has no room for it."""
        if isinstance(event, QHelpEvent):
            figure = self._figure_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), _told(figure) if figure else "", self)
            return True
        return super().event(event)

    def _figure_at(self, point: QPointF) -> Comparison | None:
        row = int(point.y() - self._head_height()) // self._row_height()
        inside = point.y() >= self._head_height() and row < len(self._figures)
        return self._figures[row] if inside else None

    def _line(self) -> int:
        return theme.font_height(theme.HINT_SIZE)

    def _pitch(self) -> int:
        """From one bar to the next: no less than the line of its value needs."""
        return round((_BAR + _GAP) * theme.scale())

    def _head_height(self) -> int:
        return self._line() + theme.INSIDE

    def _row_height(self) -> int:
        return self._line() + 2 * self._pitch() + theme.INSIDE

    def _draw_legend(self, painter: QPainter) -> None:
        left = 0.0
        for bar in _bars_of(None):
            square = QRectF(left, (self._line() - _BAR) / 2, _BAR, _BAR)
            painter.fillRect(square, theme.colour(bar.tone, self.palette()))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            place = QRectF(left + _BAR + 4, 0, 80, self._line())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.word)
            left += _BAR + 4 + painter.fontMetrics().horizontalAdvance(bar.word) + theme.BETWEEN
        rest = QRectF(left, 0, self.width() - left, self._line())
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight, "各项自成比例")

    def _draw_figure(self, painter: QPainter, figure: Comparison, top: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        elided = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(figure.name, elided, self.width())
        painter.drawText(QRectF(0, top, self.width(), self._line()), name)
        for row, bar in enumerate(_bars_of(figure)):
            self._draw_bar(painter, bar, top + self._line() + row * self._pitch())

    def _draw_bar(self, painter: QPainter, bar: _Bar, top: int) -> None:
        room = self.width() * (1 - _VALUE_SHARE)
        length = max(room * bar.share, 1.0)
        thick = self._pitch() - _GAP
        painter.fillRect(QRectF(0, top, length, thick), theme.colour(bar.tone, self.palette()))
        middle = top + thick / 2
        place = QRectF(length + 6, middle - self._line() / 2, self.width(), self._line())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.text)


def _bars_of(figure: Comparison | None) -> tuple[_Bar, _Bar]:
    """Last year's bar and this year's; without a figure, as the legend needs them."""
    last = (figure and figure.last_amount) or Decimal()
    this = (figure and figure.this_amount) or Decimal()
    longest = max(abs(last), abs(this)) or Decimal(1)
    return (
        _Bar("上年", figure.last if figure else "", float(abs(last) / longest), theme.Tone.HINT),
        _Bar("本年", figure.this if figure else "", float(abs(this) / longest), theme.Tone.LIVE),
    )


def _told(figure: Comparison) -> str:
    return f"{figure.name}：上年{figure.last}，本年{figure.this}（{figure.unit}）"
