"""This year beside last year as a picture: the main figures in bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.kit import draw_plate, painter_on, show_tip
from ui.look import Colour, colour, font, scaled, theme, tokens
from ui.words import say
from unionapp.figures import Comparison
from unionapp.paper import year_cells

# Pixels of the picture at its narrowest, of a bar in it, and between two bars.
_NARROWEST = 200
_BAR = 10
_GAP = 4
# The radius of the ends of a bar.
_ROUND = 2

# The share of the width that is kept for the values beside the bars.
_VALUE_SHARE = 0.32
_EACH_ON_ITS_OWN = say("各项自成比例")


@dataclass(frozen=True, slots=True)
class _Bar:
    word: str
    text: str
    # Of the longer of the two bars.
    share: float
    tone: Colour


class Bars(QWidget):
    """A bar chart of figures, each on its own scale: persons and yuan have none in common."""

    # The id of the figure that was clicked.
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._figures: tuple[Comparison, ...] = ()
        self.setMouseTracking(True)
        self.setAccessibleName(say("主要指标的本年与上年"))

    def show_figures(self, figures: Sequence[Comparison]) -> None:
        """Draw these figures."""
        self._figures = tuple(figures)
        self.setAccessibleDescription(
            say("；").join((*map(_in_words, self._figures), _EACH_ON_ITS_OWN))
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size high enough for all figures, one below the other."""
        return QSize(
            scaled(_NARROWEST), self._row_height() * len(self._figures) + self._head_height()
        )

    def minimumSizeHint(self) -> QSize:
        """Return the whole height, for a picture that is cut tells nothing."""
        return QSize(scaled(_NARROWEST), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the legend and the figures."""
        painter = painter_on(self)
        painter.setFont(font(tokens.HINT_SIZE))
        self._draw_legend(painter)
        for row, figure in enumerate(self._figures):
            self._draw_figure(painter, figure, self._head_height() + row * self._row_height())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the figure that was clicked."""
        if figure := self._figure_at(event.position()):
            self.wanted.emit(figure.indicator.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a figure can be clicked."""
        hand, arrow = Qt.CursorShape.PointingHandCursor, Qt.CursorShape.ArrowCursor
        self.setCursor(hand if self._figure_at(event.position()) else arrow)

    def event(self, event: QEvent) -> bool:
        """Tell a figure in full where the picture has no room for it."""
        if isinstance(event, QHelpEvent):
            figure = self._figure_at(QPointF(event.pos()))
            show_tip(event.globalPos(), _in_words(figure) if figure else "", self)
            return True
        return super().event(event)

    def _figure_at(self, point: QPointF) -> Comparison | None:
        row = int(point.y() - self._head_height()) // self._row_height()
        inside = point.y() >= self._head_height() and row < len(self._figures)
        return self._figures[row] if inside else None

    def _line(self) -> int:
        return theme.font_height(tokens.HINT_SIZE)

    def _pitch(self) -> int:
        """Return the pixels from one bar to the next: no less than the line of its value needs."""
        return scaled(_BAR + _GAP)

    def _head_height(self) -> int:
        return 2 * self._line() + tokens.INSIDE

    def _row_height(self) -> int:
        return self._line() + 2 * self._pitch() + tokens.GROUP

    def _draw_legend(self, painter: QPainter) -> None:
        left = 0.0
        for bar in _bars_of(None):
            square = QRectF(left, (self._line() - _BAR) / 2, _BAR, _BAR)
            draw_plate(painter, square, _ROUND, colour(bar.tone))
            painter.setPen(colour(Colour.INK2))
            place = QRectF(left + _BAR + 4, 0, 80, self._line())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.word)
            left += _BAR + 4 + painter.fontMetrics().horizontalAdvance(bar.word) + tokens.BETWEEN
        rest = QRectF(0, self._line(), self.width(), self._line())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, _EACH_ON_ITS_OWN)

    def _draw_figure(self, painter: QPainter, figure: Comparison, top: int) -> None:
        painter.setPen(colour(Colour.INK))
        elided = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(figure.indicator.name, elided, self.width())
        painter.drawText(QRectF(0, top, self.width(), self._line()), name)
        for row, bar in enumerate(_bars_of(figure)):
            self._draw_bar(painter, bar, top + self._line() + row * self._pitch())

    def _draw_bar(self, painter: QPainter, bar: _Bar, top: int) -> None:
        room = self.width() * (1 - _VALUE_SHARE)
        length = max(room * bar.share, 1.0)
        thick = scaled(_BAR)
        draw_plate(painter, QRectF(0, top, length, thick), _ROUND, colour(bar.tone))
        painter.setPen(colour(Colour.INK))
        middle = top + thick / 2
        place = QRectF(length + 6, middle - self._line() / 2, self.width(), self._line())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.text)


def _bars_of(figure: Comparison | None) -> tuple[_Bar, _Bar]:
    """Return last year's bar and this year's; without a figure, as the legend needs them."""
    last = (figure and figure.last.exact_amount) or Decimal()
    this = (figure and figure.this.exact_amount) or Decimal()
    longest = max(abs(last), abs(this)) or Decimal(1)
    cells = figure and year_cells(figure)
    return (
        _Bar(
            say("上年"), cells.last.text if cells else "", float(abs(last) / longest), Colour.INK2
        ),
        _Bar(
            say("本年"), cells.this.text if cells else "", float(abs(this) / longest), Colour.LIVE
        ),
    )


def _in_words(figure: Comparison) -> str:
    cells, indicator = year_cells(figure), figure.indicator
    return say(
        "{name}：上年{last}，本年{this}（{unit}）",
        name=indicator.name,
        last=cells.last.text,
        this=cells.this.text,
        unit=indicator.unit,
    )
