"""This year beside last year: a table, and a picture of the main figures in bars."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import Label, set_tip, show_tip
from ui.look import Colour, colour, font, scale, set_size, set_tone, theme, tokens
from unionapp.figures import Comparison, main_figures
from unionapp.paper import year_cells

_HEADS = ("指标", "单位", "本年", "上年", "增减", "增减率")
_WHERE = Qt.ItemDataRole.UserRole
_HELP = "点一行，就翻到那里。百分率的增减是百分点；带“余”“约”等字样的数不计算增减。"
_NOTHING = "填了数字，再填上年数，这里就列出对照。"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

# Pixels of the picture, of a bar in it, and between two bars.
_BARS_WIDTH = 320
_BAR = 12
_GAP = 2

# The share of the width that is kept for the values beside the bars.
_VALUE_SHARE = 0.28


class ComparisonView(QWidget):
    """A table of the years with a bar chart of the main figures beside it."""

    # The id of the indicator that the person wants to see.
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Comparison, ...] = ()
        self._hint = Label(_NOTHING, wraps=True)
        self.table = _table()
        self.setFocusProxy(self.table)
        self.bars = Bars()
        self._picture = QScrollArea(widgetResizable=True)
        self._picture.setFrameShape(QFrame.Shape.NoFrame)
        self._picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._picture.setFixedWidth(_BARS_WIDTH)
        self._picture.setWidget(self.bars)
        self.bars.wanted.connect(self.wanted)
        self.table.itemClicked.connect(self._go)
        self.table.itemActivated.connect(self._go)
        self._lay_out()

    def show_comparisons(self, compared: Sequence[Comparison]) -> None:
        """Show these figures."""
        if tuple(compared) == self._shown:
            return
        self._shown = tuple(compared)
        self._hint.setText(_HELP if compared else _NOTHING)
        self.table.setRowCount(len(compared))
        for row, each in enumerate(compared):
            texts = (cell.text for cell in year_cells(each))
            for column, text in enumerate((each.indicator.name, each.indicator.unit, *texts)):
                self.table.setItem(row, column, _cell(each, column, text))
        chosen = main_figures(self._shown)
        self.bars.show_figures(chosen)
        self._picture.setVisible(bool(chosen))

    def _go(self, item: QTableWidgetItem) -> None:
        self.wanted.emit(item.data(_WHERE))

    def _lay_out(self) -> None:
        set_size(self._hint, tokens.HINT_SIZE)
        set_tone(self._hint, Colour.INK2)
        row = QHBoxLayout()
        row.setSpacing(tokens.BETWEEN)
        row.addWidget(self.table, 1)
        row.addWidget(self._picture)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(self._hint)
        column.addLayout(row, 1)


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
        self.setAccessibleName("主要指标的本年与上年")

    def show_figures(self, figures: Sequence[Comparison]) -> None:
        """Draw these figures."""
        self._figures = tuple(figures)
        self.setAccessibleDescription("；".join(map(_in_words, self._figures)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size high enough for all figures, one below the other."""
        return QSize(320, self._row_height() * len(self._figures) + self._head_height())

    def minimumSizeHint(self) -> QSize:
        """Return the whole height, for a picture that is cut tells nothing."""
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the legend and the figures."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
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
        return round((_BAR + _GAP) * scale())

    def _head_height(self) -> int:
        return self._line() + tokens.INSIDE

    def _row_height(self) -> int:
        return self._line() + 2 * self._pitch() + tokens.INSIDE

    def _draw_legend(self, painter: QPainter) -> None:
        left = 0.0
        for bar in _bars_of(None):
            square = QRectF(left, (self._line() - _BAR) / 2, _BAR, _BAR)
            painter.fillRect(square, colour(bar.tone))
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            place = QRectF(left + _BAR + 4, 0, 80, self._line())
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.word)
            left += _BAR + 4 + painter.fontMetrics().horizontalAdvance(bar.word) + tokens.BETWEEN
        rest = QRectF(left, 0, self.width() - left, self._line())
        painter.drawText(rest, Qt.AlignmentFlag.AlignRight, "各项自成比例")

    def _draw_figure(self, painter: QPainter, figure: Comparison, top: int) -> None:
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        elided = Qt.TextElideMode.ElideRight
        name = painter.fontMetrics().elidedText(figure.indicator.name, elided, self.width())
        painter.drawText(QRectF(0, top, self.width(), self._line()), name)
        for row, bar in enumerate(_bars_of(figure)):
            self._draw_bar(painter, bar, top + self._line() + row * self._pitch())

    def _draw_bar(self, painter: QPainter, bar: _Bar, top: int) -> None:
        room = self.width() * (1 - _VALUE_SHARE)
        length = max(room * bar.share, 1.0)
        thick = self._pitch() - _GAP
        painter.fillRect(QRectF(0, top, length, thick), colour(bar.tone))
        middle = top + thick / 2
        place = QRectF(length + 6, middle - self._line() / 2, self.width(), self._line())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, bar.text)


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setHorizontalHeaderLabels(list(_HEADS))
    table.setAccessibleName("本年与上年对照")
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setAlternatingRowColors(True)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setHighlightSections(False)
    return table


def _cell(compared: Comparison, column: int, text: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setData(_WHERE, compared.indicator.id)
    if column > 1:
        cell.setTextAlignment(_RIGHT)
    set_tip(cell, f"{compared.section}：{compared.indicator.name}")
    return cell


def _bars_of(figure: Comparison | None) -> tuple[_Bar, _Bar]:
    """Return last year's bar and this year's; without a figure, as the legend needs them."""
    last = (figure and figure.last.exact_amount) or Decimal()
    this = (figure and figure.this.exact_amount) or Decimal()
    longest = max(abs(last), abs(this)) or Decimal(1)
    cells = figure and year_cells(figure)
    return (
        _Bar("上年", cells.last.text if cells else "", float(abs(last) / longest), Colour.INK2),
        _Bar("本年", cells.this.text if cells else "", float(abs(this) / longest), Colour.LIVE),
    )


def _in_words(figure: Comparison) -> str:
    cells, indicator = year_cells(figure), figure.indicator
    return f"{indicator.name}：上年{cells.last.text}，本年{cells.this.text}（{indicator.unit}）"
