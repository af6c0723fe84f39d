"""The first rows that an import would bring, as they would stand in the table."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from ui.editors.table.cell_editor import CellPainter
from ui.editors.table.grid_model import heading_of, look_of_cell
from ui.editors.table.header import dress_table
from ui.kit import Index
from ui.look import scaled
from ui.look.tokens import TABLE_HEAD_HEIGHT, TABLE_ROW_HEIGHT
from ui.words import say
from unionapp.importing import Row
from unionapp.template import Column

_Role = Qt.ItemDataRole
_NOWHERE = QModelIndex()
_SHOWN = 200


class _Rows(QAbstractTableModel):
    """The rows, red where they cannot be read; at their side the number in the file."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._columns = columns
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: tuple[Row, ...]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows = rows[:_SHOWN]
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return as many as are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return as many as the table has."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        """Return the text of a cell, or how it looks."""
        column = self._columns[index.column()]
        text = self._rows[index.row()].cell(index.column())
        match role:
            case _Role.DisplayRole:
                return text
            case _Role.AccessibleTextRole:
                return say("{name}：{text}", name=column.name, text=text or say("空"))
            case _:
                return look_of_cell(text, column, role)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        """Return the table's headings and the file's row numbers."""
        if role != _Role.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal:
            return heading_of(self._columns[section])
        return say("第{number}行", number=self._rows[section].number)


class ImportPreview(QTableView):
    """A table that is only looked at; Tab leaves it."""

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._shares = tuple(column.width for column in columns)
        self._rows = _Rows(columns)
        self.setModel(self._rows)
        self.setAccessibleName(say("导入后的样子（前几行）"))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        dress_table(self)
        self.setItemDelegate(CellPainter(self))
        self.setMinimumHeight(scaled(TABLE_HEAD_HEIGHT + 3 * TABLE_ROW_HEIGHT))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show the first of these rows."""
        self._rows.show(rows)

    def share_width(self, width: int) -> None:
        """Give each column its share of a width."""
        for at, share in enumerate(self._shares):
            self.setColumnWidth(at, width * share // sum(self._shares))
