"""This year beside last year: a table, and a picture of the main figures in bars."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QHeaderView,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import (
    Index,
    Sheet,
    clear_ground,
    draw_ring,
    hint_label,
    row_option,
    set_hint,
    set_tip,
    with_slim_bars,
)
from ui.look import Colour, colour, font, line_width, scaled, theme, tokens
from ui.pages.bars import Bars
from ui.words import say
from unionapp.figures import Comparison, main_figures
from unionapp.paper import year_cells

_HEADS = (say("指标"), say("单位"), say("本年"), say("上年"), say("增减"), say("增减率"))
_WHERE = Qt.ItemDataRole.UserRole
_HELP = say("点一行，就翻到那里。百分率的增减是百分点；带“余”“约”等字样的数不计算增减。")
_NOTHING = say("填了数字，再填上年数，这里就列出对照。")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

# Pixels of the picture beside the table, of a table that can still be read beside it, and in a
# cell beside its words.
_BARS_WIDTH, _NARROWEST_TABLE, _BESIDE = 216, 460, 10
# Pixels of the picture below the table, and of both, below which the table stands alone.
_BARS_HEIGHT, _LOWEST = 160, 360


class ComparisonView(QWidget):
    """A table of the years with a bar chart of the main figures beside or below it."""

    # The id of the indicator that the person wants to see.
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Comparison, ...] = ()
        self._has_room = True
        self._nothing = hint_label(_NOTHING, wraps=True)
        self.table = _table()
        set_hint(self.table, _HELP)
        self.setFocusProxy(self.table)
        self._sheet = _sheet_around(self.table, 0)
        self.bars = Bars()
        self._picture = QScrollArea(widgetResizable=True)
        self._picture.setFrameShape(QFrame.Shape.NoFrame)
        self._picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._picture.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        with_slim_bars(self._picture)
        self._picture.setWidget(self.bars)
        self._picture.viewport().setAutoFillBackground(False)
        self.bars.setAutoFillBackground(False)
        self._picture_sheet = _sheet_around(self._picture, tokens.GROUP)
        self.bars.wanted.connect(self.wanted)
        self.table.itemClicked.connect(self._go)
        self.table.itemActivated.connect(self._go)
        self._lay_out()

    def show_comparisons(self, compared: Sequence[Comparison]) -> None:
        """Show these figures."""
        if tuple(compared) == self._shown:
            return
        self._shown = tuple(compared)
        self._nothing.setHidden(bool(compared))
        self.table.setRowCount(len(compared))
        for row, each in enumerate(compared):
            texts = (cell.text for cell in year_cells(each))
            for column, text in enumerate((each.indicator.name, each.indicator.unit, *texts)):
                self.table.setItem(row, column, _cell(each, column, text))
        self._sheet.setVisible(bool(compared))
        self.bars.show_figures(main_figures(self._shown))
        self._show_picture()
        self.table.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the picture beside the table where both can be read there."""
        super().resizeEvent(event)
        beside = event.size().width() >= scaled(_NARROWEST_TABLE + _BARS_WIDTH) + tokens.GROUP
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        sheet, free = self._picture_sheet, tokens.WIDEST_FORM * 4
        sheet.setFixedWidth(scaled(_BARS_WIDTH)) if beside else sheet.setMaximumWidth(free)
        sheet.setMaximumHeight(free if beside else scaled(_BARS_HEIGHT))
        if not beside:
            sheet.setMinimumWidth(0)
        self._has_room = beside or event.size().height() >= scaled(_LOWEST)
        self._show_picture()

    def _show_picture(self) -> None:
        self._picture_sheet.setVisible(self._has_room and bool(main_figures(self._shown)))

    def _go(self, item: QTableWidgetItem) -> None:
        self.wanted.emit(item.data(_WHERE))

    def _lay_out(self) -> None:
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(tokens.GROUP)
        for sheet, stretch in ((self._sheet, 1), (self._picture_sheet, 0)):
            sheet.hide()
            self._row.addWidget(sheet, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addLayout(self._row)
        column.addStretch()


def _sheet_around(widget: QWidget, inside: int) -> Sheet:
    """Return a sheet that is no higher than what it holds."""
    sheet = Sheet()
    column = QVBoxLayout(sheet)
    edge = max(inside, line_width())
    column.setContentsMargins(edge, edge, edge, edge)
    column.addWidget(widget)
    sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return sheet


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_HEADS))
    table.setHorizontalHeader(_Head(table))
    table.setHorizontalHeaderLabels(list(_HEADS))
    table.setAccessibleName(say("本年与上年对照"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setTabKeyNavigation(False)
    table.setMouseTracking(True)
    table.setShowGrid(False)
    table.setFrameShape(QFrame.Shape.NoFrame)
    with_slim_bars(table)
    clear_ground(table)
    table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
    table.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    table.setItemDelegate(_Rows(table))
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(scaled(tokens.TABLE_ROW_HEIGHT))
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    return table


class _Head(QHeaderView):
    """The heads of the columns: small letters on a quiet ground, and no lines between them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        """Return the height of the heads."""
        letters = theme.font_height(tokens.HINT_SIZE) + tokens.INSIDE
        return QSize(super().sizeHint().width(), max(scaled(tokens.TABLE_HEAD_HEIGHT), letters))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint a head where its column is written."""
        painter.fillRect(rect, colour(Colour.WELL))
        painter.setFont(font(tokens.HINT_SIZE))
        painter.setPen(colour(Colour.INK2))
        beside = scaled(_BESIDE)
        words = str(self.model().headerData(section, self.orientation()))
        side = _LEFT if section < 2 else _RIGHT
        painter.drawText(rect.adjusted(beside, 0, -beside, 0), int(side), words)


class _Rows(QStyledItemDelegate):
    """Paints the cells: nothing but hairlines between the rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = row_option(option).fontMetrics.horizontalAdvance(str(index.data()))
        return QSize(wide + 2 * scaled(_BESIDE), scaled(tokens.TABLE_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_option(option)
        painter.save()
        place = row.rect
        if row.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(place, colour(Colour.LIVE_WASH))
        thick = line_width()
        foot = QRect(place.left(), place.bottom() + 1 - thick, place.width(), thick)
        painter.fillRect(foot, colour(Colour.LINE))
        if row.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, QRectF(place), 1)
        beside = scaled(_BESIDE)
        room = place.adjusted(beside, 0, -beside, 0)
        painter.setPen(colour(Colour.INK if index.column() in (0, 2) else Colour.INK2))
        words = row.fontMetrics.elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, int(_LEFT if index.column() < 2 else _RIGHT), words)
        painter.restore()


def _cell(compared: Comparison, column: int, text: str) -> QTableWidgetItem:
    cell = QTableWidgetItem(text)
    cell.setData(_WHERE, compared.indicator.id)
    if column > 1:
        cell.setTextAlignment(_RIGHT)
    set_tip(cell, say("{section}：{name}", section=compared.section, name=compared.indicator.name))
    return cell
