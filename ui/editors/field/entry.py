"""The entry: one line of free typing."""

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.editors.field.paste_down import filled_cells
from ui.editors.input_mixins import Composing
from ui.kit import (
    Action,
    be_painted,
    comes_back,
    draw_entry,
    editing_actions,
    go_on,
    is_enter,
    menu_of,
    painter_on,
    show_tip,
)
from ui.look import scale
from ui.look.tokens import ENTRY_HEIGHT
from unionapp.figures import Entry as Answer
from unionapp.importing import block_in
from unionapp.values import State, Typed

# Characters of one entry.
MOST = 10_000

# Pixels of an entry's width that its text leaves free.
_AROUND_TEXT = 12
# Characters of one line on hovering, and of all that is shown there.
_TIP_LINE, _LONGEST_TIP = 40, 800


class Look(Enum):
    """The state of an answer as its entry shows it at a glance."""

    PLAIN = "plain"
    REFUSED = "refused"
    STATE = "state"


class Entry(Composing, QLineEdit):
    """A line of free typing that leaves undo to the draft, and goes on at Enter."""

    edited = Signal()
    composed = Signal()
    # A remark on what was pasted.
    remarked = Signal(str)
    # The `Cells` of a spreadsheet, where only one of them would fit.
    block_pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look.PLAIN
        self._alignment = self.alignment()
        self._hover_text = ""
        self._resting_at = 0
        self.menu_actions: tuple[Action, ...] = ()
        self.at_once = False
        self.is_long = False
        # Pixels that it takes where there is room, at the usual size of texts; 0 for Qt's own.
        self.usual_width = 0
        # Whether a block of cells is handed on rather than made one line.
        self.takes_one_cell = False
        # Whether it stands on a ground of its own, with an edge.
        self.framed = True
        self.setMinimumHeight(ENTRY_HEIGHT)
        be_painted(self)
        self.setMaxLength(MOST)
        self.textEdited.connect(self.edited)

    def sizeHint(self) -> QSize:
        """Return the size that it takes where there is room: its usual width, if it has one."""
        size = super().sizeHint()
        return QSize(round(self.usual_width * scale()) or size.width(), size.height())

    def typed(self) -> Typed | None:
        """Return what it shows; None when it is empty."""
        return self.text() or None

    def shows(self, typed: Typed) -> bool:
        """Tell whether it shows this already."""
        return self.text() == _line(typed)

    def show_typed(self, typed: Typed) -> None:
        """Show this, with the cursor where it was as far as can be."""
        position = self.cursorPosition()
        from_end = len(self.text()) - position
        line = _line(typed)
        self.setMaxLength(max(MOST, len(line)))  # what came from elsewhere is never cut
        self.setText(line)
        self.setCursorPosition(position if from_end else len(self.text()))
        if not self.hasFocus():
            self._rest()

    def align(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the text at a side, where it stays while the entry is plain."""
        self._alignment = alignment | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(self._alignment)

    def set_hover_text(self, text: str) -> None:
        """Show this about the answer on hovering."""
        self._hover_text = text

    @property
    def look(self) -> Look:
        """The state of the answer as it is shown at a glance."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Show another look; a state stands in the middle of a grey ground, like a stamp."""
        if look is self._look:
            return
        self._look = look
        middle = Qt.AlignmentFlag.AlignCenter
        self.setAlignment(middle if look is Look.STATE else self._alignment)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter; Qt would press the wizard's default button."""
        if is_enter(event):
            self.leave()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        else:
            super().keyPressEvent(event)

    def paste(self) -> None:
        """Paste in one line, and say what found no room; hand on what is no single cell."""
        copied = QApplication.clipboard().text()
        block = block_in(copied)
        filled = filled_cells(block)
        if self.takes_one_cell and len(filled) > 1:
            self.block_pasted.emit(block)
            return
        text = " ".join(filled) if block else copied
        room = MOST - len(self.text()) + len(self.selectedText())
        self.at_once = True
        self.insert(text)
        self.at_once = False
        if len(text) > room:
            self.remarked.emit(f"一格最多{MOST}字，多出的{len(text) - room}字没有放入。")
        elif len(filled) > 1:
            self.remarked.emit(f"粘贴的{len(filled)}格已合成一行")

    def leave(self) -> None:
        """Go on to the next entry."""
        go_on(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor back where it was."""
        if not self.hasSelectedText() and self.cursorPosition() == 0:
            self.setCursorPosition(self._resting_at)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where a long text begins, unless the focus will be back at once."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self._rest()

    def event(self, event: QEvent) -> bool:
        """Tell on hovering what does not fit, and what is said about it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def tip(self) -> str:
        """Return the whole text if it is cut, and what is said about the answer."""
        room = self.width() - _AROUND_TEXT
        cut = self.fontMetrics().horizontalAdvance(self.text()) > room
        parts = (self.text() if cut else "", self._hover_text)
        return "\n".join(_folded(part) for part in parts if part)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu of the usual actions, without Qt's own undo, and those of the answer."""
        menu_of((*editing_actions(self), *self.menu_actions), self).popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and edge of an entry as it stands, and the text on it."""
        if self.framed:
            refused = self._look is Look.REFUSED
            draw_entry(painter_on(self), self, focused=self.hasFocus(), refused=refused)
        super().paintEvent(event)

    def _rest(self) -> None:
        self._resting_at = self.cursorPosition()
        self.setCursorPosition(0)


def _folded(text: str) -> str:
    """A long text in lines that a screen has room for."""
    shown = text if len(text) <= _LONGEST_TIP else f"{text[:_LONGEST_TIP]}……"
    return "\n".join(
        line[at : at + _TIP_LINE]
        for line in shown.split("\n")
        for at in range(0, max(len(line), 1), _TIP_LINE)
    )


def _line(typed: Typed) -> str:
    """What was typed as one line; only an import could have brought a list here."""
    if isinstance(typed, str):
        return typed
    return "、".join(part if isinstance(part, str) else " ".join(part) for part in typed)


def look_of(entry: Answer | None) -> Look:
    """Return how the entry of an answer looks."""
    if entry is None:
        return Look.PLAIN
    if entry.refusal:
        return Look.REFUSED
    stamped = entry.value.state in (State.NOT_APPLICABLE, State.WITHHELD)
    return Look.STATE if stamped else Look.PLAIN
