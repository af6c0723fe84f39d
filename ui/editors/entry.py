"""The entry: one line of free typing."""

from enum import Enum

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.editors.keys import go_on, is_enter, is_history_key, is_history_override
from ui.editors.menu import Verb, menu_of
from ui.look import ENTRY_HEIGHT, Tone, colour, is_dark
from unionapp.values import Typed

MOST = 10_000
"""Characters of one entry."""


class Look(Enum):
    """What an entry tells at a glance."""

    PLAIN = "plain"
    REFUSED = "refused"
    STATE = "state"


class Entry(QLineEdit):
    """A line that says when it was edited, leaves undo to the draft, and goes on at Enter."""

    edited = Signal()
    composed = Signal()
    told = Signal(str)
    """Something to tell about what was pasted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preedit = ""
        self._look = Look.PLAIN
        self._alignment = self.alignment()
        self.verbs: tuple[Verb, ...] = ()
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setMaxLength(MOST)
        self.textEdited.connect(self.edited)

    def typed(self) -> Typed | None:
        """What it shows; None when it is empty."""
        return self.text() or None

    def shows(self, typed: Typed) -> bool:
        """Whether it shows this already."""
        return self.text() == _line(typed)

    def show_typed(self, typed: Typed) -> None:
        """Show this, with the cursor where it was as far as can be."""
        position = self.cursorPosition()
        from_end = len(self.text()) - position
        line = _line(typed)
        self.setMaxLength(max(MOST, len(line)))  # what came from elsewhere is never cut
        self.setText(line)
        self.setCursorPosition(position if from_end else len(self.text()))

    def is_composing(self) -> bool:
        """Whether an input method has letters in it that are not text yet."""
        return bool(self._preedit)

    def align(self, alignment: Qt.AlignmentFlag) -> None:
        """Put the text at a side, where it stays while the entry is plain."""
        self._alignment = alignment | Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(self._alignment)

    @property
    def look(self) -> Look:
        """What it tells at a glance."""
        return self._look

    def set_look(self, look: Look) -> None:
        """Show another look; a state stands in the middle of a grey ground, like a stamp."""
        if look is self._look:
            return
        self._look = look
        palette = QPalette()
        if look is Look.STATE:
            ground = QApplication.palette().color(QPalette.ColorRole.Button)
            palette.setColor(QPalette.ColorRole.Base, ground)
        self.setPalette(palette)
        middle = Qt.AlignmentFlag.AlignCenter
        self.setAlignment(middle if look is Look.STATE else self._alignment)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the window's actions."""
        if is_history_override(event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on at Enter; Qt would press the wizard's default button."""
        if is_history_key(event):
            event.ignore()
        elif is_enter(event):
            self.leave()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste_text()
        else:
            super().keyPressEvent(event)

    def paste_text(self) -> None:
        """Paste, and say what found no room."""
        pasted = len(QApplication.clipboard().text())
        room = MOST - len(self.text()) + len(self.selectedText())
        self.paste()
        if pasted > room:
            self.told.emit(f"一格最多{MOST}字，多出的{pasted - room}字没有放入。")

    def leave(self) -> None:
        """Go on to the next entry."""
        go_on(self)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Keep in mind what is being composed."""
        self._preedit = event.preeditString()
        super().inputMethodEvent(event)
        if not self._preedit:
            self.composed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual verbs, without Qt's own undo, and those of the entry."""
        usual: tuple[Verb, ...] = (
            ("剪切", self.cut),
            ("复制", self.copy),
            ("粘贴", self.paste_text),
            ("全选", self.selectAll),
        )
        menu_of((*usual, *self.verbs), self).popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a frame in red round what could not be read, and one that dark grounds show."""
        super().paintEvent(event)
        palette = QApplication.palette()
        if self._look is Look.REFUSED:
            self._frame(QPen(colour(Tone.ERROR, palette), 2))
        elif is_dark(palette) and not self.hasFocus():  # where Fusion's own frame is lost
            self._frame(QPen(palette.color(QPalette.ColorRole.Light), 1))

    def _frame(self, pen: QPen) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)


def _line(typed: Typed) -> str:
    """What was typed as one line; only an import could have brought a list here."""
    if isinstance(typed, str):
        return typed
    return "、".join(part if isinstance(part, str) else " ".join(part) for part in typed)
