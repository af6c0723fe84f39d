"""The rail: the map of a draft and how far each page has come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDrag, QDropEvent, QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from ui import look
from ui.signs import SIGN, progress_icon
from unionapp.outlining import Part
from unionapp.progress import PROFILE, Page

_WIDTH = 224
"""Pixels; a heading of two lines of eleven characters fits."""
_NARROW_WIDTH = 96
"""Pixels; a sign and a numeral fit."""
_SHORT = 2
"""Characters that stand for a heading without a numeral where there is little room."""

_AIR = 3
"""Pixels round each row."""
_TINT = 0.12
"""How much of the accent is in the ground of the page that is open."""

_ID = Qt.ItemDataRole.UserRole
_DIRECTIONS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Row:
    """A page in the rail, or a section that is not written, which has no page."""

    page: Page
    off: bool = False
    movable: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        name = f"{self.page.number}{self.page.title}"
        if self.off:
            return f"{name}，不写"
        return f"{name}，{self.page.progress.word}" if self.page.progress else name

    def label(self, *, narrow: bool) -> str:
        """What is to be read, a numeral alone where there is little room."""
        if narrow:
            return self.page.number.rstrip("、") or self.page.title[:_SHORT]
        return f"{self.page.title}（不写）" if self.off else self.page.number + self.page.title


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
        self._open_page = PROFILE
        self.setFixedWidth(_WIDTH)
        self.setSpacing(_AIR)
        self._colour()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_pages(self, pages: Sequence[Page], parts: Sequence[Part] = ()) -> None:
        """Show how the pages stand, and in their places the sections that are not written."""
        here = self.current_id()
        self._rows = tuple(_rows(pages, parts))
        while self.count() < len(self._rows):
            self.addItem(QListWidgetItem())
        while self.count() > len(self._rows):
            self.takeItem(self.count() - 1)
        for index, row in enumerate(self._rows):
            _fill(self.item(index), row, row.label(narrow=self._narrow), self.palette())
        self._put_keys_on(here)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numerals alone where there is little room, or the headings again."""
        self.setFixedWidth(round((_NARROW_WIDTH if narrow else _WIDTH) * look.scale()))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for index, row in enumerate(self._rows):
            self.item(index).setText(row.label(narrow=narrow))

    def current_id(self) -> str:
        """The id of the row that the keys are at, or nothing."""
        return self._id_of(self.currentItem())

    def mark(self, page_id: str) -> None:
        """Mark the page that is open."""
        self._open_page = page_id
        self._put_keys_on(page_id)

    @property
    def open_page(self) -> str:
        """The id of the page that is open."""
        return self._open_page

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again which page is open, unless it is the menu of a row that takes the keys."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._put_keys_on(self._open_page)

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
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _colour(self) -> None:
        """Show the page that is open in the accent, on a ground that leaves every sign visible."""
        palette = QApplication.palette()
        accent = look.colour(look.Tone.ACCENT, palette)
        ground = look.blend(accent, palette.color(QPalette.ColorRole.Base), _TINT)
        palette.setColor(QPalette.ColorRole.Highlight, ground)
        palette.setColor(QPalette.ColorRole.HighlightedText, accent)
        self.setPalette(palette)

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
        return str(item.data(_ID)) if item is not None else ""

    def _takes_place(self, row: Row, dragged: str) -> bool:
        return row.movable and row.page.id != dragged


def _rows(pages: Sequence[Page], parts: Sequence[Part]) -> Iterator[Row]:
    """The first page, the sections in their order, and the pages after them."""
    known = {page.id: page for page in pages}
    sections = {part.id for part in parts}
    others = [Row(page) for page in pages if page.id not in sections]
    yield from (row for row in others if row.page.id == PROFILE)
    for part in parts:
        page = known.get(part.id) or Page(part.id, part.title, "", None)
        yield Row(page, off=part.off, movable=not part.fixed)
    yield from (row for row in others if row.page.id != PROFILE)


def _fill(item: QListWidgetItem, row: Row, label: str, palette: QPalette) -> None:
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if row.movable else flags)
    grey = look.colour(look.Tone.HINT, palette) if row.off else None
    for role, content in (
        (_ID, row.page.id),
        (Qt.ItemDataRole.DisplayRole, label),
        (Qt.ItemDataRole.ToolTipRole, row.spoken),
        (Qt.ItemDataRole.AccessibleTextRole, row.spoken),
        (Qt.ItemDataRole.ForegroundRole, grey),
    ):
        if item.data(role) != content:
            item.setData(role, content)
    item.setIcon(progress_icon(None if row.off else row.page.progress, palette))
