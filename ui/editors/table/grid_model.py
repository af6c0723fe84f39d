"""The cells of a table as Qt asks for them: only what is in sight is read and coloured."""

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QBrush

from ui.kit import Index, tip
from ui.look import Colour, colour
from ui.words import say
from unionapp.figures import read_or_refuse
from unionapp.importing import Cells, trimmed
from unionapp.template import Column

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
# What is said of a cell in which nothing stands.
_BLANK = say("空")
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_EDITABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


class CellModel(QAbstractTableModel):
    """The rows of a table, with an empty one at the end for the next."""

    # A person has changed a cell.
    typed_in = Signal()

    def __init__(self, columns: tuple[Column, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._columns = columns
        self._headings = tuple(map(heading_of, columns))
        self._rows: list[list[str]] = [self._empty()]

    def cells(self) -> Cells:
        """Return what stands in it, without the empty ends."""
        return trimmed(tuple(map(tuple, self._rows)))

    def texts(self, row: int) -> tuple[str, ...]:
        """Return the cells of one row."""
        return tuple(self._rows[row])

    def show(self, cells: Cells) -> None:
        """Write these cells; a cell that is open stays open."""
        width = len(self._columns)
        rows = [[*row, *[""] * width][:width] for row in cells]
        self._set_height(len(rows) + 1)
        self._rows = [*rows, self._empty()]
        self.dataChanged.emit(self.index(0, 0), self.index(len(rows), width - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, the empty one at the end too."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return as many as the template says."""
        return 0 if parent.isValid() else len(self._columns)

    def flags(self, _index: Index) -> Qt.ItemFlag:
        """Return that every cell can be typed in."""
        return _EDITABLE

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the text of a cell, or how it looks."""
        column = self._columns[index.column()]
        text = self._rows[index.row()][index.column()]
        match role:
            case _Role.DisplayRole | _Role.EditRole:
                return text
            case _Role.AccessibleTextRole:
                return text or _BLANK
            case _Role.AccessibleDescriptionRole:
                return say("{name}，第{row}行", name=column.name, row=index.row() + 1)
            case _:
                return look_of_cell(text, column, role)

    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        """Take what was typed into a cell; a last row that is begun gets an empty one below it."""
        row, column, text = index.row(), index.column(), str(value)
        if role != _Role.EditRole or self._rows[row][column] == text:
            return False
        self._rows[row][column] = text
        if text and row == len(self._rows) - 1:
            self._set_height(len(self._rows) + 1)
        self.dataChanged.emit(index, index)
        self.typed_in.emit()
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the columns' headings and the rows' numbers."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1)
        return self._headings[section]

    def show_headings(self, headings: tuple[str, ...]) -> None:
        """Show the headings broken into lines like this."""
        self._headings = headings
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def _set_height(self, height: int) -> None:
        """Take rows in or out at the end, as Qt wants it announced."""
        now = len(self._rows)
        if height > now:
            self.beginInsertRows(_NOWHERE, now, height - 1)
            self._rows += [self._empty() for _ in range(height - now)]
            self.endInsertRows()
        elif height < now:
            self.beginRemoveRows(_NOWHERE, height, now - 1)
            del self._rows[height:]
            self.endRemoveRows()

    def _empty(self) -> list[str]:
        return [""] * len(self._columns)


def heading_of(column: Column) -> str:
    """Return what stands over a column."""
    return (
        say("{name}（{unit}）", name=column.name, unit=column.unit) if column.unit else column.name
    )


def look_of_cell(text: str, column: Column, role: int) -> object:
    """Return what Qt asks about the look of a cell: its side, and why it cannot be read, in red."""
    match role:
        case _Role.TextAlignmentRole:
            return _RIGHT if column.kind.traits.is_numeric else _LEFT
        case _Role.ToolTipRole:
            return tip(read_or_refuse(text, column.measure)[1])
        case _Role.ForegroundRole if text and read_or_refuse(text, column.measure)[1]:
            return QBrush(colour(Colour.ERROR))
        case _:
            return None
