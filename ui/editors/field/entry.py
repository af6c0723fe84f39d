"""The entry: one line of free typing."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.editors.field.paste_down import filled_cells
from ui.editors.input_mixins import Composing
from ui.kit import (
    Action,
    be_inked,
    be_painted,
    comes_back,
    draw_entry,
    draw_line_entry,
    draw_plate,
    editing_actions,
    entry_height,
    go_on,
    is_enter,
    menu_of,
    painter_on,
    show_tip,
)
from ui.look import Colour, Icon, colour, draw_icon, font, scale, scaled, set_size, tokens
from ui.words import say
from unionapp.figures import Entry as Answer
from unionapp.importing import block_in
from unionapp.text import clean_cell
from unionapp.values import State, Typed

# Characters of one entry.
MOST = 10_000

# Pixels of an entry's width that its text leaves free.
_AROUND_TEXT = 12
# Pixels beside the text, before the unit, and that Qt itself leaves beside a text.
BESIDE_TEXT, BEFORE_UNIT, OF_QT = 8, 4, 2
# Pixels from the right edge of last year's figure to its digits.
_BESIDE_QUIET = 10
# Pixels of the icon of a state, and round it.
_SIGN, _ROUND_SIGN = 14, 9
# Characters of one line on hovering, and of all that is shown there.
_TIP_LINE, _LONGEST_TIP = 40, 800


class Look(Enum):
    """The state of an answer as its entry shows it at a glance."""

    PLAIN = "plain"
    REFUSED = "refused"
    STATE = "state"


_SIGNS = {State.WITHHELD.value: Icon.WITHHELD}


class Entry(Composing, QLineEdit):
    """A line of free typing that leaves undo to the draft, and goes on at Enter."""

    edited = Signal()
    composed = Signal()
    # Somebody has come to it, or gone elsewhere.
    entered = Signal()
    rested = Signal()
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
        self.offer: Callable[[], tuple[Action, ...]] = tuple
        # Where Enter goes rather than to the next entry, if anywhere.
        self.detour: Callable[[], QWidget | None] = lambda: None
        self.unit = ""
        # What may be typed in its place.
        self.words_for_unit: tuple[str, ...] = ()
        # Pixels at its right for the unit, as of all entries in its column.
        self.unit_room = 0
        # Whether it stands back as a line until somebody is in it.
        self.is_quiet = False
        self.at_once = False
        self.is_long = False
        # Pixels that it takes where there is room, at the usual size of texts; 0 for Qt's own.
        self.usual_width = 0
        # Whether a block of cells is handed on rather than made one line.
        self.takes_one_cell = False
        # Whether it stands on a ground of its own, with an edge.
        self.framed = True
        self._inks = (Colour.INK, Colour.INK3)
        be_painted(self)
        self.setMaxLength(MOST)
        self.textEdited.connect(self.edited)

    @property
    def menu_actions(self) -> tuple[Action, ...]:
        """What its menu offers about the answer."""
        return self.offer()

    def be_quiet(self) -> None:
        """Stand back as a line until somebody is in it."""
        self.is_quiet = True
        self.be_written(Colour.INK2, Colour.INK3)
        set_size(self, tokens.SECOND_SIZE)
        self._keep_margins(_BESIDE_QUIET)

    def be_written(self, letters: Colour, hint: Colour) -> None:
        """Write the text, and what is asked for while there is none, in these colours."""
        self._inks = (letters, hint)
        be_inked(self, letters, hint)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look that is worn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            be_inked(self, *self._inks)

    def show_unit(self, unit: str, room: int) -> None:
        """Show a unit within the frame, in a room of so many pixels at the right."""
        self.unit, self.unit_room = unit, room
        self._suit_unit()

    def _suit_unit(self) -> None:
        """Keep room for the unit; one that is typed stands in that room itself."""
        if self.unit_room:
            room = self.unit_room + OF_QT
            if typed := self._typed_unit():
                room -= self.fontMetrics().horizontalAdvance(typed)
            self._keep_margins(max(room, BESIDE_TEXT))

    def _typed_unit(self) -> str:
        """The unit that stands in the text itself, in whichever word."""
        text = self.text()
        words = (self.unit, *self.words_for_unit) if self.unit else ()
        return next((word for word in words if word and text.endswith(word)), "")

    def _keep_margins(self, right: int) -> None:
        margins = self.textMargins()
        if margins.right() != right:
            self.setTextMargins(margins.left(), 0, right, 0)

    def sizeHint(self) -> QSize:
        """Return the size that it takes where there is room: its usual width, if it has one."""
        size = super().sizeHint()
        return QSize(round(self.usual_width * scale()) or size.width(), entry_height(self))

    def minimumSizeHint(self) -> QSize:
        """Return Qt's size, as high as an entry."""
        return QSize(super().minimumSizeHint().width(), entry_height(self))

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
        self._suit_unit()

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
        """Show another look; a state is a pill with its sign until somebody is in it."""
        self._suit_unit()
        if look is not self._look:
            self._look = look
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
        cell = clean_cell(copied)
        filled = filled_cells(block)
        if self.takes_one_cell and len(filled) > 1:
            self.block_pasted.emit(block)
            return
        text = " ".join(filled) if block else cell.text
        room = MOST - len(self.text()) + len(self.selectedText())
        self.at_once = True
        self.insert(text)
        self.at_once = False
        if len(text) > room:
            self.remarked.emit(
                say("一格最多{most}字，多出的{over}字没有放入。", most=MOST, over=len(text) - room)
            )
        elif len(filled) > 1:
            self.remarked.emit(say("粘贴的{count}格已合成一行", count=len(filled)))
        elif cell.message:
            self.remarked.emit(cell.message)

    def leave(self) -> None:
        """Go on to what can be done about it, or to the next entry."""
        detour = self.detour()
        if detour is not None:
            detour.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            go_on(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Put the cursor back where it was."""
        if not self.hasSelectedText() and self.cursorPosition() == 0:
            self.setCursorPosition(self._resting_at)
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show where a long text begins, unless the focus will be back at once."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self._rest()
            self.rested.emit()

    def event(self, event: QEvent) -> bool:
        """Tell on hovering what does not fit, and what is said about it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.tip(), self)
            return True
        return super().event(event)

    def tip(self) -> str:
        """Return the whole text if it is cut, and what is said about the answer."""
        room = self.width() - _AROUND_TEXT - self.unit_room
        cut = self.fontMetrics().horizontalAdvance(self.text()) > room
        parts = (self.text() if cut else "", self._hover_text)
        return "\n".join(_folded(part) for part in parts if part)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu of the usual actions, without Qt's own undo, and those of the answer."""
        menu_of((*editing_actions(self), *self.menu_actions), self).popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and edge of an entry as it stands, its text, and its unit."""
        if not self.framed:
            super().paintEvent(event)
            return
        focused, painter = self.hasFocus(), painter_on(self)
        if self._look is Look.STATE and not focused:
            self._paint_state(painter)
            return
        refused = self._look is Look.REFUSED
        if self.is_quiet and not focused and not refused:
            draw_line_entry(painter, self)
        else:
            draw_entry(painter, self, focused=focused, refused=refused)
        stamped = self._look is Look.STATE
        if self.unit and not stamped and not self._typed_unit():
            self._paint_unit(painter)
        painter.end()
        super().paintEvent(event)

    def _paint_unit(self, painter: QPainter) -> None:
        place = QRectF(self.rect())
        place.setLeft(place.right() - self.unit_room + BEFORE_UNIT)
        painter.setFont(font(tokens.SECOND_SIZE))
        painter.setPen(colour(Colour.INK2))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), self.unit)

    def _paint_state(self, painter: QPainter) -> None:
        """A pill of the words with their sign."""
        words, size, around = self.text(), scaled(_SIGN), scaled(_ROUND_SIGN)
        high = scaled(tokens.STATE_PILL_HEIGHT)
        wide = self.fontMetrics().horizontalAdvance(words) + size + 2 * around + 6
        place = QRectF(0, (self.height() - high) / 2, min(wide, self.width()), high)
        high_edge = colour(Colour.LINE) if colour(Colour.WELL) == colour(Colour.SHEET) else None
        draw_plate(painter, place, high / 2, colour(Colour.WELL), high_edge)
        square = QRectF(around, (self.height() - size) / 2, size, size)
        draw_icon(painter, square, _SIGNS.get(words, Icon.STATE_OFF), colour(Colour.INK2))
        painter.setPen(colour(Colour.INK2))
        room = place.adjusted(around + size + 6, 0, 0, 0)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)

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
    return say("、").join(part if isinstance(part, str) else " ".join(part) for part in typed)


def look_of(entry: Answer | None) -> Look:
    """Return how the entry of an answer looks."""
    if entry is None:
        return Look.PLAIN
    if entry.refusal:
        return Look.REFUSED
    stamped = entry.value.state in (State.NOT_APPLICABLE, State.WITHHELD)
    return Look.STATE if stamped else Look.PLAIN
