"""The grid of a table: typed columns, and an empty row at the end for the next one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableWidget, QTableWidgetItem

from ui.editors.cell_editor import CellDelegate
from ui.editors.cells import (
    Cells,
    cells_of,
    copied_text,
    pasted_cells,
    trimmed,
    with_block,
    with_row,
    with_row_moved,
    without_rows,
)
from ui.editors.keys import go_on, is_enter, is_history_key
from ui.look import ENTRY_HEIGHT, Tone, colour
from unionapp.cleaning import clean
from unionapp.derive import read_or_refuse
from unionapp.template import Column
from unionapp.values import NUMERIC, Kind, Measure, State, Typed

_WHOLE = Measure(Kind.TABLE)
_MOST_ROWS = 10
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Grid(QTableWidget):
    """Cells that a person types, pastes, moves and takes out."""

    edited = Signal()
    composed = Signal()
    told = Signal(str)
    """Something to tell about what was pasted."""

    def __init__(self, name: str, columns: tuple[Column, ...]) -> None:
        super().__init__(0, len(columns))
        self._columns = columns
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([heading_of(column) for column in columns])
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setFixedHeight(ENTRY_HEIGHT)
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().setFixedWidth(ENTRY_HEIGHT)
        self.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self.verticalHeader().setDefaultSectionSize(ENTRY_HEIGHT)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.SelectedClicked
        )
        delegate = CellDelegate(self, self.is_at_end)
        delegate.block_pasted.connect(self.paste)
        delegate.left_behind.connect(lambda: go_on(self))
        self.setItemDelegate(delegate)
        self.itemChanged.connect(self._note_edit)
        self.show_typed("")

    def typed(self) -> Typed | None:
        """Its rows, without the empty ends; None when it is empty, a state word if it is alone."""
        cells = self.cells()
        lone = cells[0][0] if cells and len(cells) == len(cells[0]) == 1 else ""
        state = read_or_refuse(lone, _WHOLE)[0].value.state
        return lone if state in (State.NOT_APPLICABLE, State.WITHHELD) else cells or None

    def shows(self, typed: Typed) -> bool:
        """Whether it shows this already."""
        return self.cells() == trimmed(cells_of(typed))

    def show_typed(self, typed: Typed) -> None:
        """Write this into the cells; a cell that is open stays open."""
        cells = cells_of(typed)
        self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self._set_rows(len(cells) + 1)
        for row, texts in enumerate((*cells, ())):
            padded = (*texts, *[""] * len(self._columns))
            for column, text in enumerate(padded[: len(self._columns)]):
                self._write(row, column, text)
        self.blockSignals(False)  # noqa: FBT003
        self.viewport().update()

    def is_composing(self) -> bool:
        """The entry of a cell looks after its own input method."""
        return False

    def cells(self) -> Cells:
        """What stands in it."""
        return trimmed(tuple(self._texts(row) for row in range(self.rowCount())))

    def is_at_end(self) -> bool:
        """Whether the current cell is the last one."""
        last_row = self.currentRow() == self.rowCount() - 1
        return last_row and self.currentColumn() == self.columnCount() - 1

    def insert_row(self) -> None:
        """An empty row above the current one."""
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
        block = pasted_cells(clean(QApplication.clipboard().text()).text)
        if block and block[0] == tuple(column.name for column in self._columns):
            block = block[1:]
        top, left = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        room = len(self._columns) - left
        if any(cell for row in block for cell in row[room:]):
            width = max(map(len, block))
            self.told.emit(f"粘贴的内容有{width}列，从这一格起只放得下{room}列，多出的没有放入。")
        cells = with_block(self.cells(), block, top, left, len(self._columns))
        self._change(cells, top)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        for area in self.selectedRanges()[:1]:
            rows = range(area.topRow(), area.bottomRow() + 1)
            texts = (self._texts(row) for row in rows)
            block = tuple(row[area.leftColumn() : area.rightColumn() + 1] for row in texts)
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
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif onward and (self.is_at_end() or not self.cells()):
            go_on(self)
        elif onward:
            super().keyPressEvent(QKeyEvent(event.type(), Qt.Key.Key_Tab, event.modifiers()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out among the columns as the template says."""
        super().resizeEvent(event)
        shares = sum(column.width for column in self._columns)
        for at, column in enumerate(self._columns):
            self.setColumnWidth(at, self.viewport().width() * column.width // shares)

    def _change(self, cells: Cells, row: int) -> None:
        """Make a change of whole rows, and save it."""
        column = max(self.currentColumn(), 0)
        self.show_typed(cells)
        self.setCurrentCell(min(row, self.rowCount() - 1), column)
        self.edited.emit()

    def _note_edit(self, item: QTableWidgetItem) -> None:
        """A cell was typed in: a full last row gets an empty one below it."""
        self.blockSignals(True)  # noqa: FBT003
        self._write(item.row(), item.column(), item.text())
        self.blockSignals(False)  # noqa: FBT003
        if item.text() and item.row() == self.rowCount() - 1:
            self._set_rows(self.rowCount() + 1)
        self.edited.emit()

    def _write(self, row: int, column: int, text: str) -> None:
        """Write a cell, red and with the reason when it cannot be read."""
        item = self.item(row, column)
        if item is None:
            item = QTableWidgetItem()
            self.setItem(row, column, item)
        kind, unit = self._columns[column].kind, self._columns[column].unit
        _, refusal = read_or_refuse(text, Measure(kind, unit))
        item.setText(text)
        item.setTextAlignment(_RIGHT if kind in NUMERIC else _LEFT)
        item.setToolTip(refusal)
        item.setForeground(colour(Tone.ERROR, self.palette()) if refusal else QBrush())
        name = f"{self._columns[column].name}，第{row + 1}行"
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)

    def _texts(self, row: int) -> tuple[str, ...]:
        items = (self.item(row, column) for column in range(self.columnCount()))
        return tuple(item.text() if item else "" for item in items)

    def _set_rows(self, count: int) -> None:
        self.setRowCount(count)
        shown = min(count, _MOST_ROWS) + 1
        self.setFixedHeight(shown * ENTRY_HEIGHT + 2 * self.frameWidth())


def heading_of(column: Column) -> str:
    """What stands over a column."""
    return f"{column.name}（{column.unit}）" if column.unit else column.name
