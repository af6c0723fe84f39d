"""The text of a paper to be read, with lines under the words of which something is remarked."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from ui.kit import menu_of, painter_on, show_ring, show_tip, with_slim_bars
from ui.look import Colour, colour, scale, scaled, set_size, tokens
from ui.panels.proof.marks import WEIGHTS, Mark, draw_line
from ui.words import say

# Letters from which a text is not broken into lines anew at each step of a window that is drawn
# larger, and milliseconds after the last step when it is.
_LONG, _PAUSE = 50_000, 120
# Pixels round the text, from the feet of letters to the line below them, and the least of a line.
_AROUND, _BELOW, _LEAST = 24, 4, 6
# The part of the height above the place that is gone to.
_ABOVE_PLACE = 0.3
# The lightest first: of two lines at one place the heavier is seen.
_LIGHTEST_FIRST = tuple(reversed(WEIGHTS))


class ProofText(QTextEdit):
    """A text with its marks; the cursor goes through it, and nothing can be written."""

    # The person has come to a mark, by the mouse or the cursor: which of those that are shown.
    reached = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._marks: tuple[Mark, ...] = ()
        # Of each paragraph that has any: which of the marks.
        self._of_block: dict[int, list[int]] = {}
        self._current: int | None = None
        self._is_led = False
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._fit_lines)
        self.setAccessibleName(say("文稿"))
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)  # what is dropped is for the window
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        with_slim_bars(self)
        show_ring(self)
        set_size(self, tokens.NARRATIVE_SIZE)
        self.cursorPositionChanged.connect(self._tell_reached)

    def show_text(self, text: str, marks: Sequence[Mark]) -> None:
        """Show another text with its marks, from its beginning."""
        self._is_led = True
        self._forget_marks()
        self._set_wrapping(is_long=len(text) > _LONG)
        self.clear()
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(_spaces())
        cursor.insertText(text)
        self.setTextCursor(QTextCursor(self.document()))
        self._is_led = False
        self.show_marks(marks)

    def show_marks(self, marks: Sequence[Mark]) -> None:
        """Show these marks in place of those before."""
        self._forget_marks()
        self._marks = tuple(marks)
        document = self.document()
        found: dict[int, list[int]] = defaultdict(list)
        for number, mark in enumerate(self._marks):
            block = document.findBlock(mark.start)
            while block.isValid() and block.position() < mark.end:
                found[block.blockNumber()].append(number)
                block = block.next()
        self._of_block = dict(found)
        self.viewport().update()

    def go_to(self, number: int | None) -> None:
        """Bring a mark into sight, with the cursor before it, and show that it is meant."""
        self._current = number
        if number is None:
            self.setExtraSelections([])
            return
        mark = self._marks[number]
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        self._is_led = True
        self.setTextCursor(cursor)
        self._is_led = False
        bar, top = self.verticalScrollBar(), self.cursorRect().top()
        bar.setValue(bar.value() + round(top - self.viewport().height() * _ABOVE_PLACE))
        self._show_current()

    def number_from_cursor(self, by: int) -> int:
        """Return which mark is the next one from the cursor, or the one before; past the ends too.

        From the mark that is meant, with the cursor still before it, that is its neighbour.
        """
        here = self.textCursor().position()
        if self._current is not None and self._marks[self._current].start == here:
            return self._current + by
        before = sum(mark.start < here for mark in self._marks)
        return before if by > 0 else before - 1

    def place_of(self, number: int) -> QPoint:
        """Return where the first letter of a mark stands in the viewport, for the pointer."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._marks[number].start)
        return self.cursorRect(cursor).center() + QPoint(2, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the lines under what is in sight of it."""
        super().paintEvent(event)
        if not self._marks:
            return
        painter = painter_on(self.viewport())
        scrolled = self.verticalScrollBar().value()
        painter.translate(0, -scrolled)
        seen = QRectF(self.viewport().rect()).translated(0, scrolled)
        layout = self.document().documentLayout()
        at = max(layout.hitTest(seen.topLeft(), Qt.HitTestAccuracy.FuzzyHit), 0)
        block = self.document().findBlock(at)
        while block.isValid() and layout.blockBoundingRect(block).top() <= seen.bottom():
            numbers = self._of_block.get(block.blockNumber(), ())
            _draw_marks(painter, block, [self._marks[each] for each in numbers], seen)
            block = block.next()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what is remarked of the words under the pointer while it rests on them."""
        if isinstance(event, QHelpEvent):
            numbers = self._numbers_at(self._position_at(event.pos()))
            told = "\n".join(self._marks[number].sentence for number in numbers)
            show_tip(event.globalPos(), told, self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break a long text into lines once the window has its size."""
        super().resizeEvent(event)
        if self.lineWrapMode() is QTextEdit.LineWrapMode.FixedPixelWidth:
            self._pause.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; Qt would also enlarge the letters of a text that is only read."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of texts, and the look that is worn."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            cursor = QTextCursor(self.document())
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.setBlockFormat(_spaces())
        if event.type() == QEvent.Type.PaletteChange:
            self._show_current()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to take the text elsewhere."""
        actions = ((say("复制"), self.copy), (say("全选"), self.selectAll))
        menu_of(actions, self).popup(event.globalPos())

    def _set_wrapping(self, *, is_long: bool) -> None:
        modes = QTextEdit.LineWrapMode
        self.setLineWrapMode(modes.FixedPixelWidth if is_long else modes.WidgetWidth)
        self.document().setDocumentMargin(scaled(_AROUND))
        self._fit_lines()

    def _fit_lines(self) -> None:
        if self.lineWrapMode() is QTextEdit.LineWrapMode.FixedPixelWidth:
            self.setLineWrapColumnOrWidth(self.viewport().width())

    def _forget_marks(self) -> None:
        self._marks, self._of_block, self._current = (), {}, None
        self.setExtraSelections([])

    def _show_current(self) -> None:
        """Lay a ground under the mark that is meant."""
        if self._current is None:
            return
        mark = self._marks[self._current]
        cursor = QTextCursor(self.document())
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, QTextCursor.MoveMode.KeepAnchor)
        ground = QTextCharFormat()
        ground.setBackground(colour(Colour.SELECT))
        meant: Any = QTextEdit.ExtraSelection()  # whose parts Qt's stubs leave out
        meant.cursor, meant.format = cursor, ground
        self.setExtraSelections([meant])

    def _tell_reached(self) -> None:
        if self._is_led:
            return
        numbers = self._numbers_at(self.textCursor().position())
        if numbers and self._current not in numbers:
            self._current = numbers[0]
            self._show_current()
            self.reached.emit(numbers[0])

    def _position_at(self, point: QPoint) -> int:
        """The letter under a point of the viewport; -1 for none."""
        bar = self.verticalScrollBar()
        place = QPointF(point) + QPointF(0, bar.value())
        return self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)

    def _numbers_at(self, position: int) -> list[int]:
        if position < 0:
            return []
        within = self._of_block.get(self.document().findBlock(position).blockNumber(), [])
        of = self._marks
        inside = [each for each in within if of[each].start <= position < of[each].end]
        return inside or [each for each in within if of[each].end == position]


def _spaces() -> QTextBlockFormat:
    spaces = QTextBlockFormat()
    fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
    spaces.setLineHeight(scaled(tokens.NARRATIVE_LINE_HEIGHT), fixed)
    return spaces


def _draw_marks(painter: QPainter, block: QTextBlock, marks: Sequence[Mark], seen: QRectF) -> None:
    """Draw the lines under the words of a paragraph, as far as they are seen."""
    layout = block.layout()
    for mark in sorted(marks, key=lambda each: _LIGHTEST_FIRST.index(each.severity)):
        first = max(mark.start - block.position(), 0)
        last = max(min(mark.end - block.position(), block.length() - 1), first + 1)
        at = layout.lineForTextPosition(first).lineNumber()
        to = layout.lineForTextPosition(last - 1).lineNumber()
        for line in map(layout.lineAt, range(at, to + 1)):
            y = layout.position().y() + line.y() + line.ascent() + _BELOW * scale()
            if seen.top() <= y <= seen.bottom() + line.height():
                left, right = (_x(line, place) for place in (first, last))
                right = max(right, left + scaled(_LEAST))
                away = layout.position().x()
                draw_line(painter, mark.weight, away + left, away + right, y)


def _x(line: QTextLine, at: int) -> float:
    """Where a place stands in a line of text, or that end of the line that is nearer to it."""
    begin = line.textStart()
    found: Any = line.cursorToX(min(max(at, begin), begin + line.textLength()))
    return float(found[0])  # it comes with the place, other than Qt's stubs have it
