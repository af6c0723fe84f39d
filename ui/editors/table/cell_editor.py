"""The entry inside a cell of a table, saved at every key like any other."""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.editors.field import Entry
from ui.kit import Index, draw_ring, is_enter
from ui.look import Colour, colour, line_width
from ui.look.tokens import CHIP_RADIUS, INSIDE
from ui.words import say

_TEXT = Qt.ItemDataRole.EditRole


class CellEntry(Entry):
    """An entry that hands a copied block to the table instead of taking it into one cell."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand a block on when it is pasted."""
        block = set(QApplication.clipboard().text().strip("\r\n")) & set("\t\n")
        if event.matches(QKeySequence.StandardKey.Paste) and block:
            self.block_pasted.emit(None)
        else:
            super().keyPressEvent(event)

    def leave(self) -> None:
        """Stay: the table moves on, not the entry."""


class CellPainter(QStyledItemDelegate):
    """The painter of cells on a sheet, with a hairline below each row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint a cell: its text, a hairline below it, and a ring while it is the current one."""
        states = QStyle.StateFlag
        place = QRect(option.rect)  # type: ignore[attr-defined]  # Qt's stubs do not tell of it
        state = option.state  # type: ignore[attr-defined]
        if state & states.State_Selected:
            painter.fillRect(place, colour(Colour.SELECT))
        _draw_cell(painter, index, place)
        thick = line_width()
        painter.fillRect(
            place.left(), place.bottom() + 1 - thick, place.width(), thick, colour(Colour.LINE)
        )
        if state & states.State_HasFocus:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_ring(painter, QRectF(place), CHIP_RADIUS)
            painter.restore()


class CellDelegate(CellPainter):
    """The maker of the entries in a table's cells."""

    block_pasted = Signal()
    # Tab or Enter in the last cell.
    left_behind = Signal()

    def __init__(self, parent: QWidget, is_last: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._is_last = is_last
        # Whether what is just being saved was pasted into the open cell.
        self.at_once = False

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return an entry that saves at every key."""
        entry = CellEntry(parent)
        entry.framed = False
        entry.setMinimumHeight(0)
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole)
        if alignment is not None:  # a row that is new has no items yet
            entry.setAlignment(Qt.AlignmentFlag(alignment))
        entry.setAccessibleName(
            index.data(Qt.ItemDataRole.AccessibleDescriptionRole) or say("单元格")
        )
        entry.edited.connect(lambda: self._save(entry))
        entry.block_pasted.connect(lambda _block: self.block_pasted.emit())
        return entry

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Write only what differs: Qt would move the cursor at each key."""
        entry = cast("Entry", editor)
        text = index.data(_TEXT) or ""
        if not entry.is_composing() and not entry.shows(text):
            entry.show_typed(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go on to the next cell at Enter as at Tab; both leave the table at its end."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            onward = is_enter(event) or event.key() == Qt.Key.Key_Tab
            if onward and isinstance(watched, Entry) and not watched.is_composing():
                self._go_on(watched)
                return True
        return super().eventFilter(watched, event)

    def _save(self, entry: CellEntry) -> None:
        self.at_once = entry.at_once
        self.commitData.emit(entry)
        self.at_once = False

    def _go_on(self, entry: Entry) -> None:
        hints = QAbstractItemDelegate.EndEditHint
        last = self._is_last()
        self.commitData.emit(entry)
        self.closeEditor.emit(entry, hints.NoHint if last else hints.EditNextItem)
        if last:
            self.left_behind.emit()


def _draw_cell(painter: QPainter, index: Index, place: QRect) -> None:
    refused = index.data(Qt.ItemDataRole.ForegroundRole)
    painter.setPen(refused.color() if isinstance(refused, QBrush) else colour(Colour.INK))
    room = place.adjusted(INSIDE, 0, -INSIDE, 0)
    words = " ".join(str(index.data() or "").split("\n"))
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    side = index.data(Qt.ItemDataRole.TextAlignmentRole)
    painter.drawText(room, int(side if side is not None else Qt.AlignmentFlag.AlignVCenter), cut)
