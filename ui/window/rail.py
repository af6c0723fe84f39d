"""The rail: the map of a draft's sections, whose order is changed in it."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ui.look import tokens
from ui.window.page_list import PageList
from ui.window.page_rows import Row
from ui.words import say

_DIRECTIONS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Rail(PageList):
    """The first page and the sections in order; it asks for changes of their order."""

    # The id of a row, and where on the screen its menu is to open.
    menu_wanted = Signal(str, QPoint)

    # The id of a row whose heading is to be written anew.
    rename_wanted = Signal(str)

    # The id of a row, and -1 to move it up or 1 to move it down.
    move_wanted = Signal(str, int)

    # The id of a row, and its new place among those that can be moved.
    dropped = Signal(str, int)

    def __init__(self) -> None:
        super().__init__(say("各章"))
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row by Alt with an arrow, rename it by F2, open its menu by the menu key."""
        here = self.current_id()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in _DIRECTIONS:
            self.move_wanted.emit(here, _DIRECTIONS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_F2:
            self.rename_wanted.emit(here)
        elif event.key() == Qt.Key.Key_Menu or (shift and event.key() == Qt.Key.Key_F10):
            self._open_menu(self.currentItem())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu of the row under the pointer; the menu key has been heard already."""
        item = self.itemAt(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Mouse and item is not None:
            self.menu_wanted.emit(self._id_of(item), event.globalPos())

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the row; where it is dropped the draft decides, so Qt takes nothing away."""
        drag = QDrag(self)
        drag.setMimeData(self.mimeData([self.currentItem()]))
        drag.exec(Qt.DropAction.MoveAction)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for the row to be moved to where it was dropped."""
        here = self.current_id()
        height = event.position().toPoint().y()
        others = [index for index, row in enumerate(self._rows) if self._takes_place(row, here)]
        place = sum(self.visualItemRect(self.item(each)).center().y() < height for each in others)
        event.accept()
        self.dropped.emit(here, place)

    def _choose(self, item: QListWidgetItem) -> None:
        """Turn to the page; a section that is not written has a menu only."""
        if self._rows[self.row(item)].off:
            self._open_menu(item)
        else:
            super()._choose(item)

    def _open_menu(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            below = self.visualItemRect(item).bottomLeft() + QPoint(tokens.ICON_SIZE, 0)
            self.menu_wanted.emit(self._id_of(item), self.viewport().mapToGlobal(below))

    def _takes_place(self, row: Row, dragged: str) -> bool:
        return row.movable and row.page.id != dragged
