"""A list of pages: which is open, and how far each has come."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from ui.kit import clear_ground, with_slim_bars
from ui.window.page_rows import ID_ROLE, Row, RowDelegate, fill, row_height
from ui.words import say

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class PageList(QListWidget):
    """A list of pages in order; it asks to turn to one."""

    # The id of the page that was clicked, or entered by the keyboard.
    chosen = Signal(str)

    # An arrow led past the first row (-1) or past the last (1).
    passed = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        with_slim_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        clear_ground(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._narrow = False
        self._rows: tuple[Row, ...] = ()
        self._look = RowDelegate(self)
        self.setItemDelegate(self._look)
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows; the keys stay at the page that they were at."""
        here = self.current_id()
        self._rows = tuple(rows)
        while self.count() < len(self._rows):
            self.addItem(QListWidgetItem())
        while self.count() > len(self._rows):
            self.takeItem(self.count() - 1)
        self._fill_all()
        self._put_keys_on(here)

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numerals alone where there is little room, or the headings again."""
        if narrow == self._narrow:
            return
        self._narrow = self._look.narrow = narrow
        bars = Qt.ScrollBarPolicy  # beside numerals there is no room for one
        self.setVerticalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if narrow else bars.ScrollBarAsNeeded
        )
        self.scheduleDelayedItemsLayout()
        self._fill_all()

    def current_id(self) -> str:
        """Return the id of the row that the keys are at, or nothing."""
        return self._id_of(self.currentItem())

    def mark(self, page_id: str) -> None:
        """Mark the page that is open, which may be in another list."""
        self._look.open_page = page_id
        self.viewport().update()
        self._put_keys_on_open_page()

    @property
    def open_page(self) -> str:
        """The id of the page that is open."""
        return self._look.open_page

    def enter(self, step: int) -> None:
        """Take the keys from the list above (1) at the first row, from below at the last."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentRow(0 if step > 0 else self.count() - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show again which page is open, unless it is the menu of a row that takes the keys."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._put_keys_on_open_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let an arrow at the end of the list lead into the next one."""
        step = _STEPS.get(Qt.Key(event.key()), 0) if not event.modifiers() else 0
        if step and not 0 <= self.currentRow() + step < self.count():
            self.passed.emit(step)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()

    def _put_keys_on_open_page(self) -> None:
        if all(row.page.id != self.open_page for row in self._rows):
            self.setCurrentRow(-1)
        self._put_keys_on(self.open_page)

    def _put_keys_on(self, page_id: str) -> None:
        for index, row in enumerate(self._rows):
            if row.page.id == page_id and index != self.currentRow():
                self.setCurrentRow(index)

    def _fill_all(self) -> None:
        for index, row in enumerate(self._rows):
            fill(self.item(index), row, row.label(narrow=self._narrow))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._id_of(item))

    def _id_of(self, item: QListWidgetItem | None) -> str:
        return str(item.data(ID_ROLE)) if item is not None else ""


class LastPages(PageList):
    """The pages that stand under all sections, always in sight: as high as its rows."""

    def __init__(self) -> None:
        super().__init__(say("核对和出稿"))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show these rows, and be as high as they are."""
        super().show_rows(rows)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the texts."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.count() * row_height())
