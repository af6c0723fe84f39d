"""The rail: the map of a draft and how far each page has come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDropEvent, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ui import look
from ui.rail_rows import ID_ROLE, Row, RowDelegate, fill, rows_of
from ui.signs import SIGN
from unionapp.outlining import Part
from unionapp.progress import Page

_WIDTH = 224
"""Pixels; a heading of two lines of eleven characters fits."""
_NARROW_WIDTH = 96
"""Pixels; a sign and a numeral fit."""
_AIR = 3
"""Pixels round each row."""

_DIRECTIONS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Rail(QListWidget):
    """The pages in order; it asks the wizard to turn to one, and for changes of their order."""

    chosen = Signal(str)
    """The id of the page that was clicked, or entered by the keyboard."""
    menu_wanted = Signal(str, QPoint)
    """The id of a row, and where on the screen its menu is to open."""
    rename_wanted = Signal(str)
    """The id of a row whose heading is to be written anew."""
    move_wanted = Signal(str, int)
    """The id of a row, and -1 to move it up or 1 to move it down."""
    dropped = Signal(str, int)
    """The id of a row, and its new place among those that can be moved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("各章")
        self.setWordWrap(True)
        self.setIconSize(QSize(SIGN, SIGN))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self._narrow = False
        self._rows: tuple[Row, ...] = ()
        self._look = RowDelegate(self)
        self.setItemDelegate(self._look)
        self.setFixedWidth(_WIDTH)
        self.setSpacing(_AIR)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_pages(self, pages: Sequence[Page], parts: Sequence[Part] = ()) -> None:
        """Show how the pages stand, and in their places the sections that are not written."""
        here = self.current_id()
        self._rows = tuple(rows_of(pages, parts))
        while self.count() < len(self._rows):
            self.addItem(QListWidgetItem())
        while self.count() > len(self._rows):
            self.takeItem(self.count() - 1)
        self._fill_all()
        self._put_keys_on(here)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numerals alone where there is little room, or the headings again."""
        self.setFixedWidth(rail_width(narrow=narrow))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.scheduleDelayedItemsLayout()
        self._fill_all()

    def current_id(self) -> str:
        """The id of the row that the keys are at, or nothing."""
        return self._id_of(self.currentItem())

    def mark(self, page_id: str) -> None:
        """Mark the page that is open."""
        self._look.open_page = page_id
        self.viewport().update()
        self._put_keys_on(page_id)

    @property
    def open_page(self) -> str:
        """The id of the page that is open."""
        return self._look.open_page

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again which page is open, unless it is the menu of a row that takes the keys."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._put_keys_on(self._look.open_page)

    def _put_keys_on(self, page_id: str) -> None:
        for index, row in enumerate(self._rows):
            if row.page.id == page_id and index != self.currentRow():
                self.setCurrentRow(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the row, F2 renames it, the menu key opens its menu."""
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
        """The menu of the row under the pointer; the menu key has been heard already."""
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

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._fill_all()

    def _fill_all(self) -> None:
        for index, row in enumerate(self._rows):
            fill(self.item(index), row, row.label(narrow=self._narrow), self.palette())

    def _choose(self, item: QListWidgetItem) -> None:
        """Turn to the page; a section that is not written has a menu only."""
        if self._rows[self.row(item)].off:
            self._open_menu(item)
        else:
            self.chosen.emit(self._id_of(item))

    def _open_menu(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            below = self.visualItemRect(item).bottomLeft() + QPoint(SIGN, 0)
            self.menu_wanted.emit(self._id_of(item), self.viewport().mapToGlobal(below))

    def _id_of(self, item: QListWidgetItem | None) -> str:
        return str(item.data(ID_ROLE)) if item is not None else ""

    def _takes_place(self, row: Row, dragged: str) -> bool:
        return row.movable and row.page.id != dragged


def rail_width(*, narrow: bool) -> int:
    """Pixels of the rail, with numerals alone or with the headings."""
    return round((_NARROW_WIDTH if narrow else _WIDTH) * look.scale())
