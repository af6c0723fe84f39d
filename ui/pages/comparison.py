"""This year beside last year: a table, and a small picture of the main figures."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import theme
from ui.pages.bars import Bars
from unionapp.paper import Comparison, main_figures

_HEADS = ("指标", "单位", "本年", "上年", "增减", "增减率")
_WHERE = Qt.ItemDataRole.UserRole
_HELP = "点一行，就翻到那里。百分率的增减是百分点；带“余”“约”等字样的数不计算增减。"
_NOTHING = "填了数字，再填上年数，这里就列出对照。"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_BARS_WIDTH = 320


class ComparedView(QWidget):
    """The table takes the room that the picture leaves."""

    wanted = Signal(str)
    """The id of the indicator that the person wants to see."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Comparison, ...] = ()
        self._hint = QLabel(_NOTHING, wordWrap=True)
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
        """Show these."""
        if tuple(compared) == self._shown:
            return
        self._shown = tuple(compared)
        self._hint.setText(_HELP if compared else _NOTHING)
        self.table.setRowCount(len(compared))
        for row, each in enumerate(compared):
            texts = (each.name, each.unit, each.this, each.last, each.change, each.rate)
            for column, text in enumerate(texts):
                self.table.setItem(row, column, _cell(each, column, text))
        chosen = main_figures(self._shown)
        self.bars.show_figures(chosen)
        self._picture.setVisible(bool(chosen))

    def _go(self, item: QTableWidgetItem) -> None:
        self.wanted.emit(item.data(_WHERE))

    def _lay_out(self) -> None:
        theme.set_size(self._hint, theme.HINT_SIZE)
        theme.set_tone(self._hint, theme.Tone.HINT)
        row = QHBoxLayout()
        row.setSpacing(theme.BETWEEN)
        row.addWidget(self.table, 1)
        row.addWidget(self._picture)
        column = QVBoxLayout(self)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self._hint)
        column.addLayout(row, 1)


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
    cell.setData(_WHERE, compared.where)
    if column > 1:
        cell.setTextAlignment(_RIGHT)
    cell.setToolTip(f"{compared.section}：{compared.name}")
    return cell
