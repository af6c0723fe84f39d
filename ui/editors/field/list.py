"""The list editor: one entry a line."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.field.details import Details, MenuButton
from ui.editors.hint import Hint
from ui.editors.input_mixins import Composing, EnterNavigation
from ui.editors.text_diff import difference, width
from ui.kit import (
    Action,
    Label,
    be_inked,
    clear_ground,
    draw_entry,
    editing_actions,
    menu_of,
    painter_on,
    set_tip,
    with_slim_bars,
)
from ui.look import Colour, set_size
from ui.look.tokens import HINT_SIZE
from ui.words import say
from unionapp.draft import EditPath, Slot
from unionapp.template import Indicator
from unionapp.values import Typed

_FEWEST, _MOST = 2, 10
# Pixels round the lines.
_AROUND_TEXT = 7
# Characters of all entries together.
_LONGEST = 100_000
# Characters from which on it is not saved at each key.
_LONG = 5_000


class Lines(EnterNavigation, Composing, QPlainTextEdit):
    """A text of which every line is an item of a list; it grows with them."""

    edited = Signal()
    # Something is about to be pasted: what was typed before is a step of its own.
    left = Signal()
    composed = Signal()
    # A remark on what was pasted.
    remarked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu_actions: tuple[Action, ...] = ()
        self._text = ""
        self.at_once = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setPlaceholderText(say("待填：一行写一项"))
        self.setAccessibleDescription(self.placeholderText())
        self.textChanged.connect(self._note_edit)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        clear_ground(self)
        be_inked(self, Colour.INK, Colour.WARN)
        with_slim_bars(self)
        self.document().setDocumentMargin(_AROUND_TEXT)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look that is worn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            be_inked(self, Colour.INK, Colour.WARN)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and edge of an entry, and the text on it."""
        painter = painter_on(self.viewport())
        draw_entry(painter, self.viewport(), focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    @property
    def is_long(self) -> bool:
        """Whether so much stands in it that saving it at each key would be felt."""
        return len(self._text) >= _LONG

    def typed(self) -> Typed | None:
        """Return its lines; None when it is empty."""
        return tuple(self._text.split("\n")) if self._text else None

    def shows(self, typed: Typed) -> bool:
        """Tell whether it shows this already."""
        return self._text == _text(typed)

    def show_typed(self, typed: Typed) -> None:
        """Write only what differs, so that the cursor stays."""
        old, new = self._text, _text(typed)
        start, old_end, new_end = difference(old, new)
        self._text = new
        cursor = QTextCursor(self.document())
        cursor.setPosition(width(old[:start]))
        cursor.setPosition(width(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(new[start:new_end])
        self._grow()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu of the usual actions, without Qt's own undo, and those of the answer."""
        menu_of((*editing_actions(self), *self.menu_actions), self).popup(event.globalPos())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in text, and say what found no room."""
        text = source.text()
        room = max(_LONGEST - len(self._text), 0)
        self.left.emit()
        self.at_once = True
        self.insertPlainText(text[:room])
        self.at_once = False
        if len(text) > room:
            self.remarked.emit(
                say(
                    "一处最多{longest}字，多出的{over}字没有放入。",
                    longest=_LONGEST,
                    over=len(text) - room,
                )
            )

    def _note_edit(self) -> None:
        text = self.toPlainText()
        if text != self._text:
            self._text = text
            self._grow()
            self.edited.emit()

    def _grow(self) -> None:
        lines = min(max(self.blockCount(), _FEWEST), _MOST)
        around = 2 * (self.frameWidth() + int(self.document().documentMargin()) + 4)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)
        policy = Qt.ScrollBarPolicy
        fits = self.blockCount() <= _MOST
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
        )


class ListEditor(QWidget):
    """The editor of a list: its lines, how many they are, and a hint."""

    def __init__(self, indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> None:
        super().__init__()
        self._unit = indicator.unit or say("项")
        self.lines = Lines()
        self.lines.setAccessibleName(say("{name}（一行一项）", name=indicator.name))
        self.setFocusProxy(self.lines)
        self.count = Label()
        set_size(self.count, HINT_SIZE)
        self.hint = Hint(indicator.guide)
        self._details = Details(
            indicator, desk, self, self._insert, self._choose, partial(set_tip, self.lines)
        )
        self.lines.menu_actions = self._details.menu_actions
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.lines)
        column.addLayout(self._foot(indicator.name))
        self._carried = Carried(indicator.id, indicator.name, desk, column.addWidget)
        self._contested = Contested(indicator.id, indicator.name, desk, column.addWidget)
        self.binding = Binding(desk, EditPath(slot, indicator.id), self.lines)
        self.binding.refreshed.connect(self._show_answer)
        self.lines.remarked.connect(self.hint.show_note)
        self.lines.left.connect(desk.flush)
        self.binding.refresh()

    def _foot(self, name: str) -> QHBoxLayout:
        """How many entries there are, what to write, and the states."""
        row = QHBoxLayout()
        row.addWidget(self.count)
        row.addWidget(self.hint, 1)
        row.addStretch()
        row.addWidget(MenuButton(name, lambda: self._details.menu_actions))
        return row

    def _insert(self, form: QWidget) -> None:
        self._column.insertWidget(1, form)

    def _choose(self, typed: str | None) -> None:
        self.binding.put(typed)
        self.lines.setFocus()

    def _show_answer(self) -> None:
        entry = self.binding.entry
        items = entry.value.items if entry else ()
        self.count.setText(
            say("共 {count} {unit}", count=len(items), unit=self._unit) if items else ""
        )
        self.count.setVisible(bool(items))
        self.hint.show_entry(entry)
        self._carried.refresh()
        self._contested.refresh()
        self._details.refresh()


def _text(typed: Typed) -> str:
    """What was typed as lines; a row that an import brought here is one line."""
    if isinstance(typed, str):
        return typed
    return "\n".join(part if isinstance(part, str) else "\t".join(part) for part in typed)
