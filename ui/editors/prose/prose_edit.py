"""A text in which figures stand as chips: one character to step over, take out or move."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from ui.desk import Desk
from ui.editors.input_mixins import Composing, EnterNavigation
from ui.editors.prose.chip import ChipPainter, label_of, name_of, short_label_of, tooltip_of
from ui.editors.prose.clipboard import copied, pasted
from ui.editors.prose.document import (
    CHIP,
    OBJECT,
    atoms,
    atoms_of,
    chip_format,
    insert,
    place_of,
    places_in,
    text_of,
)
from ui.editors.prose.hanging import hang_closing_marks
from ui.editors.text_diff import difference, width
from ui.kit import (
    Action,
    clear_ground,
    draw_entry,
    editing_actions,
    is_enter,
    menu_of,
    painter_on,
    show_tip,
    with_slim_bars,
)
from ui.look import font, scaled
from ui.look.tokens import NARRATIVE_LINE_HEIGHT, NARRATIVE_SIZE
from ui.words import say
from unionapp.template import Placeholder
from unionapp.text import Cleaned, joined

_ASKS_FOR_FIGURE = frozenset({"{", "【", "｛"})
# Pixels round a text, in which a closing mark may hang.
_AROUND_TEXT = 10
# Characters of one text; a whole summary has fewer.
MOST = 20_000


class ProseEdit(EnterNavigation, Composing, QTextEdit):
    """A text of several lines in which places stand as live chips."""

    # The person has changed the text.
    typed_on = Signal()
    # A figure or what was copied has been put in, rather than typed.
    put_in = Signal()
    # Something was pasted with lines that a PDF seems to have broken: it, and with them joined.
    broken_pasted = Signal(str, str)
    # An input method has finished composing.
    composed = Signal()
    # Something is about to be put in: what was typed before is a step of its own.
    left = Signal()
    # The person typed what opens the list of figures; what it was.
    figure_wanted = Signal(str)
    # The `Placeholder` of a chip that was clicked.
    figure_clicked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text = ""
        self._labels: list[str] = []
        self._described: tuple[str, ...] = ()
        self._is_hanging = False
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.viewport().setMouseTracking(True)
        self.document().documentLayout().registerHandler(CHIP, ChipPainter(desk, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        clear_ground(self)
        with_slim_bars(self)
        self.verticalScrollBar().valueChanged.connect(self.viewport().update)
        self.cursorPositionChanged.connect(self.viewport().update)
        self._space_lines()
        self.textChanged.connect(self._note_edit)

    @property
    def text(self) -> str:
        """The text, its places in braces."""
        return self._text

    def show_text(self, text: str) -> None:
        """Write only what differs, so that the cursor stays."""
        known = self._desk.figures.knows
        old, new = atoms_of(self.document()), atoms(text, known)  # what is known may have changed
        start, old_end, new_end = difference(old, new)
        self._text = text
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one change: what stands in between is not what anybody typed
        cursor.setPosition(_positions(old[:start]))
        cursor.setPosition(_positions(old[:old_end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        insert(cursor, "".join(new[start:new_end]), known)
        cursor.endEditBlock()
        self.refresh_chips()

    def refresh_chips(self) -> None:
        """Measure and draw the chips anew if what they show has changed."""
        labels = [short_label_of(self._desk, place) for place in places_in(self.document())]
        if labels != self._labels:
            self._labels = labels
            document = self.document()
            document.markContentsDirty(0, document.characterCount())
            self._hang()
            self.viewport().update()
        self._describe()

    def _describe(self) -> None:
        """Have a screen reader say the figures too: to Qt a chip is a picture without words."""
        shown = (self._text, *self._labels)
        if shown == self._described:
            return
        self._described = shown
        words = "" if self._text else self.placeholderText()
        if self._labels:
            words = text_of(self.document(), partial(label_of, self._desk))
        self.setAccessibleDescription(words)

    def insert_place(self, place: Placeholder) -> None:
        """Put a figure in at the cursor."""
        self.left.emit()
        self.textCursor().insertText(OBJECT, chip_format(place))
        self.refresh_chips()
        self.put_in.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list of figures at a brace."""
        if event.text() in _ASKS_FOR_FIGURE:
            self.figure_wanted.emit(event.text())
        elif is_enter(event) and (place := self._selected_place()) is not None:
            self.figure_clicked.emit(place)
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Open the list of figures at a brace of an input method, too."""
        mark = event.commitString()
        wanted = mark in _ASKS_FOR_FIGURE
        super().inputMethodEvent(QInputMethodEvent() if wanted else event)
        if wanted:
            self.figure_wanted.emit(mark)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor there; with Ctrl, go to the entry of a chip."""
        ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        place = place_at(self, event.position().toPoint()) if ctrl else None
        super().mousePressEvent(event)
        if place is not None and event.button() == Qt.MouseButton.LeftButton:
            self.figure_clicked.emit(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the entry of a chip; elsewhere select a word."""
        place = place_at(self, event.position().toPoint())
        super().mouseDoubleClickEvent(event)
        if place is not None:
            self.figure_clicked.emit(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over a chip while Ctrl is held, for it can be clicked then."""
        super().mouseMoveEvent(event)
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        over = ctrl and place_at(self, event.position().toPoint()) is not None
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self.viewport().setCursor(shape)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep closing marks with the line before at another width, too."""
        super().resizeEvent(event)
        self._hang()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground and edge of an entry, and the text on it."""
        painter = painter_on(self.viewport())
        draw_entry(painter, self.viewport(), focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Take letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationFontChange:
            self._space_lines()

    def _hang(self) -> None:
        if not self._is_hanging:
            self._is_hanging = True
            hang_closing_marks(self.document())
            self._is_hanging = False

    def viewportEvent(self, event: QEvent) -> bool:
        """Show on hovering what the chip under the pointer stands for."""
        if isinstance(event, QHelpEvent):
            place = place_at(self, event.pos())
            words = tooltip_of(self._desk, place) if place else ""
            show_tip(event.globalPos(), words, self)
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open a menu of the usual actions, and for a chip the way to its entry."""
        place = place_at(self, event.pos()) or self._selected_place()
        asked: tuple[Action, ...] = ()
        if place is not None:
            words = say("去填“{name}”", name=name_of(self._desk, place))
            asked = ((words, lambda: self.figure_clicked.emit(place)),)
        menu_of((*asked, *editing_actions(self)), self).popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selection with its values for other programs, and live for this one."""
        return copied(self.textCursor(), self._desk)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Tell whether it is text, and so can be taken in."""
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take in text without formatting, cleaned; figures cut from a narrative stay live."""
        cleaned, live = pasted(source)
        room = max(MOST - self.document().characterCount(), 0)
        if sentence := _describe_paste(cleaned, dressed=source.hasHtml() and not live, room=room):
            self._desk.noticed.emit(sentence)
        self.left.emit()
        known = self._desk.figures.knows if live else _nothing
        insert(self.textCursor(), cleaned.text[:room], known)
        self.put_in.emit()
        self.refresh_chips()
        self.ensureCursorVisible()
        if not live and len(cleaned.text) <= room and (whole := joined(source.text())):
            self.broken_pasted.emit(cleaned.text, whole)

    def _selected_place(self) -> Placeholder | None:
        """The place of a chip that is selected alone, as Shift and an arrow do."""
        selected = self.textCursor()
        if selected.selectedText() != OBJECT:
            return None
        after = QTextCursor(self.document())
        after.setPosition(selected.selectionEnd())
        return place_of(after.charFormat())

    def _space_lines(self) -> None:
        """Lines as high as on paper of an office, paragraphs indented by two letters."""
        document = self.document()
        document.setDefaultFont(font(NARRATIVE_SIZE))
        document.setDocumentMargin(_AROUND_TEXT)
        spaced = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
        spaced.setLineHeight(scaled(NARRATIVE_LINE_HEIGHT), fixed)
        spaced.setTextIndent(2 * scaled(NARRATIVE_SIZE))
        whole = QTextCursor(document)
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(spaced)

    def _note_edit(self) -> None:
        """Qt also calls an input method's letters and a new layout a change of the text."""
        text = text_of(self.document())
        if text != self._text:
            self._text = text
            self._hang()
            self.typed_on.emit()


def place_at(edit: QTextEdit, point: QPoint) -> Placeholder | None:
    """Return the place whose chip is at a point of the viewport."""
    position = edit.cursorForPosition(point).position()
    for start in (position, position - 1):
        if start >= 0 and (place := _place_after(edit, start, point)) is not None:
            return place
    return None


def _place_after(edit: QTextEdit, position: int, point: QPoint) -> Placeholder | None:
    """The place of the character after a position, if the point is on it."""
    start = QTextCursor(edit.document())
    start.setPosition(position)
    end = QTextCursor(start)
    if not end.movePosition(QTextCursor.MoveOperation.NextCharacter):
        return None
    left, right = edit.cursorRect(start), edit.cursorRect(end)
    in_line = left.top() <= point.y() <= left.bottom()
    over = in_line and left.left() <= point.x() <= right.left()
    return place_of(end.charFormat()) if over else None


def _positions(parts: list[str]) -> int:
    return sum(1 if len(part) > 1 else width(part) for part in parts)


def _describe_paste(cleaned: Cleaned, *, dressed: bool, room: int) -> str:
    """What was done to a pasted text, in one sentence."""
    parts = [cleaned.message] if cleaned.message else []
    if dressed:
        parts.append(say("已去掉粘贴文字的格式"))
    if len(cleaned.text) > room:
        parts.append(
            say(
                "正文最多{most}字，多出的{over}字没有放入", most=MOST, over=len(cleaned.text) - room
            )
        )
    return say("；").join(parts)


def _nothing(_place: Placeholder) -> bool:
    return False
