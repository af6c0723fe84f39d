"""The grid of a table: typed columns, and an empty row at the end for the next one."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView

from ui.editors.table.cell_editor import CellDelegate
from ui.editors.table.clipboard import clipboard_cells
from ui.editors.table.grid_model import CellModel
from ui.editors.table.header import (
    AROUND_HEADING,
    broken_headings,
    dress_table,
    shared_width,
)
from ui.editors.table.sorting import sorted_rows
from ui.kit import go_on, is_enter, is_history_key, leave_by_tab
from ui.look import scaled
from ui.look.tokens import TABLE_HEAD_HEIGHT, TABLE_ROW_HEIGHT
from unionapp.figures import read_or_refuse
from unionapp.importing import (
    Cells,
    Headed,
    cells_of,
    copied_text,
    headed,
    left_out,
    resembling,
    trimmed,
    with_block,
    with_row,
    with_row_moved,
    without_rows,
    without_totals,
)
from unionapp.template import Column
from unionapp.values import Kind, Measure, State, Typed

MOST_ROWS = 5000
# Rows from which on a table is not saved at each key.
_MANY_ROWS = 200

_WHOLE = Measure(Kind.TABLE)
_MOST_ROWS = 10


class Grid(QTableView):
    """The cells of a table, which a person types, pastes, moves and takes out."""

    edited = Signal()
    # Whole rows are about to be changed: what was typed before is a step of its own.
    left = Signal()
    composed = Signal()
    # A remark on what was pasted.
    remarked = Signal(str)
    # The `Plan` of a pasted block of which some column goes nowhere yet.
    columns_wanted = Signal(object)

    def __init__(self, name: str, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self._cells = CellModel(columns, self)
        self._cells.typed_in.connect(self._note_edit)
        self.setModel(self._cells)
        self.setAccessibleName(name)
        dress_table(self)
        self.verticalHeader().setFixedWidth(scaled(TABLE_ROW_HEIGHT))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        self._changing = False
        delegate = self._delegate = CellDelegate(self, self.is_at_end)
        delegate.block_pasted.connect(self.paste)
        delegate.left_behind.connect(lambda: go_on(self))
        self.setItemDelegate(delegate)
        self.show_typed("")

    def typed(self) -> Typed | None:
        """Return its rows without the empty ends, or a state word alone in it; None if empty."""
        cells = self.cells()
        lone = cells[0][0] if cells and len(cells) == len(cells[0]) == 1 else ""
        state = read_or_refuse(lone, _WHOLE)[0].value.state
        return lone if state in (State.NOT_APPLICABLE, State.WITHHELD) else cells or None

    @property
    def at_once(self) -> bool:
        """Whether whole rows are changed, or a cell by a paste, rather than typed in."""
        return self._changing or self._delegate.at_once

    @property
    def is_long(self) -> bool:
        """Whether it has so many rows that saving it at each key would be felt."""
        return self.rowCount() >= _MANY_ROWS

    def shows(self, typed: Typed) -> bool:
        """Tell whether it shows this already."""
        return self.cells() == trimmed(cells_of(typed))

    def show_typed(self, typed: Typed) -> None:
        """Write this into the cells; a cell that is open stays open."""
        self._cells.show(cells_of(typed))
        self._fit_height()

    def is_composing(self) -> bool:
        """Return False: a cell's entry sees to its own input method."""
        return False

    def cells(self) -> Cells:
        """Return what stands in it."""
        return self._cells.cells()

    def rowCount(self) -> int:
        """Return the number of rows, the empty one at the end too."""
        return self._cells.rowCount()

    def currentRow(self) -> int:
        """Return the row of the current cell, -1 if there is none."""
        return self.currentIndex().row()

    def currentColumn(self) -> int:
        """Return the column of the current cell, -1 if there is none."""
        return self.currentIndex().column()

    def setCurrentCell(self, row: int, column: int) -> None:
        """Make a cell the current one."""
        self.setCurrentIndex(self._cells.index(row, column))

    def is_at_end(self) -> bool:
        """Tell whether the current cell is the last one."""
        last_row = self.currentRow() == self.rowCount() - 1
        return last_row and self.currentColumn() == len(self._columns) - 1

    def insert_row(self) -> None:
        """Insert an empty row above the current one."""
        at = max(self.currentRow(), 0)
        self._change(with_row(self.cells(), at), at)

    def delete_rows(self) -> None:
        """Take out the rows in which something is selected."""
        taken = {index.row() for index in self.selectedIndexes()}
        self._change(without_rows(self.cells(), taken), min(taken, default=0))

    def move_row(self, by: int) -> None:
        """Move the current row up (-1) or down (1)."""
        at = self.currentRow()
        cells = with_row_moved(self.cells(), at, by)
        self._change(cells, min(max(at + by, 0), len(cells)))

    def paste(self) -> None:
        """Lay a copied block over the cells from the current one on, as one step."""
        block = clipboard_cells()
        if isinstance(block, str):
            self.remarked.emit(block)
            return
        if block and block[0] == tuple(column.name for column in self._columns):
            block = block[1:]
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        by_headings = headed(block, self._columns) if left == 0 else None
        if by_headings is not None and by_headings.is_doubtful:
            self.columns_wanted.emit(by_headings.plan)
            return
        if by_headings is None and left == 0 and (plan := resembling(block, self._columns)):
            self.columns_wanted.emit(plan)
            return
        block, remark = self._taken(block, by_headings, top)
        refused = left_out(block, MOST_ROWS - top, len(self._columns) - left)
        cells = with_block(self.cells(), block[: MOST_ROWS - top], top, left, len(self._columns))
        self._change(cells, top)
        if remark or refused:
            self.remarked.emit(remark + refused)

    def _taken(self, block: Cells, by_headings: Headed | None, top: int) -> tuple[Cells, str]:
        """What of a block goes in, and a sentence on the rest; headings tell the columns."""
        if by_headings is None:
            return without_totals(block)
        return by_headings.over(self.cells(), top), by_headings.told

    def sort(self) -> None:
        """Sort the rows by the current column, and backwards if they are in order already."""
        at = max(self.currentColumn(), 0)
        self._change(sorted_rows(self.cells(), at, self._columns[at].measure), 0)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        selection = self.selectionModel().selection()
        if selection.size():
            area = selection.at(0)
            texts = (self._cells.texts(row) for row in range(area.top(), area.bottom() + 1))
            block = tuple(row[area.left() : area.right() + 1] for row in texts)
            QApplication.clipboard().setText(copied_text(block))

    def clear_cells(self) -> None:
        """Empty the selected cells."""
        chosen = {(index.row(), index.column()) for index in self.selectedIndexes()}
        cells = tuple(
            tuple("" if (at, column) in chosen else text for column, text in enumerate(row))
            for at, row in enumerate(self.cells())
        )
        self._change(cells, self.currentRow())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy, paste and clear blocks; Tab and Enter leave at the end."""
        onward = is_enter(event) or event.key() == Qt.Key.Key_Tab
        if is_history_key(event):
            event.ignore()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() == Qt.Key.Key_F2:  # as in any table, and never a heading of the page
            self.edit(self.currentIndex())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif onward and (self.is_at_end() or not self.cells()):
            (go_on if is_enter(event) else leave_by_tab)(self)
        elif onward:
            super().keyPressEvent(QKeyEvent(event.type(), Qt.Key.Key_Tab, event.modifiers()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns as the template says."""
        super().resizeEvent(event)
        self._fit_headings()

    def changeEvent(self, event: QEvent) -> None:
        """Fit the headings to letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.verticalHeader().setFixedWidth(scaled(TABLE_ROW_HEIGHT))
            self.verticalHeader().setDefaultSectionSize(scaled(TABLE_ROW_HEIGHT))
            self._fit_headings()
            self._fit_height()

    def _change(self, cells: Cells, row: int) -> None:
        """Make a change of whole rows, and save it."""
        self.left.emit()
        column = max(self.currentColumn(), 0)
        self.show_typed(cells)
        self.setCurrentCell(min(row, self.rowCount() - 1), column)
        self._changing = True
        self.edited.emit()
        self._changing = False

    def _note_edit(self) -> None:
        self._fit_height()
        self.edited.emit()

    def _fit_headings(self) -> None:
        """Columns as wide as their headings ask for; what is still wider goes on below."""
        header = self.horizontalHeader()
        widths = shared_width(self._columns, self.viewport().width(), header.fontMetrics())
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width)
        headings = broken_headings(self._columns, widths, header.fontMetrics())
        self._cells.show_headings(headings)
        lines = max(heading.count("\n") for heading in headings) + 1
        spacing = header.fontMetrics().lineSpacing()
        height = max(scaled(TABLE_HEAD_HEIGHT), lines * spacing + AROUND_HEADING)
        if height != header.height():
            header.setFixedHeight(height)
            self._fit_height()

    def _fit_height(self) -> None:
        rows = min(self.rowCount(), _MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        self.setFixedHeight(rows + self.horizontalHeader().height() + 2 * self.frameWidth())
