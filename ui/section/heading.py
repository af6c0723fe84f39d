"""The head of a page or a card: a heading that can be written anew in its place, and 写作提示."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from ui.kit import Label, Line, comes_back, is_enter, painter_on, set_tip, tool_button
from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, set_tone
from ui.look.tokens import HAIR, INSIDE, SECOND_SIZE, TEXT_SIZE
from ui.section.outline import Renaming
from ui.words import say
from unionapp.system import settings

# Characters; no heading of a summary is longer.
_LONGEST = 100
# Pixels of the sign of what is to be mended.
_SIGN = 16


class HeadingEntry(Line):
    """The line in which a heading is written, accepted by Enter and left by Escape."""

    accepted = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Accept at Enter, and leave the heading as it was at Escape."""
        if is_enter(event):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Accept what was typed when one goes on elsewhere; no menu or other window is that."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.accepted.emit()


class Heading(QWidget):
    """A heading with a pencil, and in its place an entry while it is written."""

    def __init__(self, words: str, size: int) -> None:
        super().__init__()
        self.label = Label()
        self.label.setWordWrap(True)
        set_size(self.label, size, bold=True)
        self.pencil = tool_button("", icon=Icon.EDIT)
        self.entry = HeadingEntry()
        self._renaming: Renaming | None = None
        self._before: QWidget | None = None
        self._set_up(size)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Show another heading; one that is given back by an undo is not written on."""
        own = self._renaming is None or self._renaming.is_saving
        if not own and words != self.label.text():
            self._leave()
        self.label.setText(words)
        self.pencil.setAccessibleName(say("改标题：{words}", words=words))
        if not self.is_written:  # what one writes in is not called otherwise meanwhile
            self.entry.setAccessibleName(say("标题“{words}”改为", words=words))

    @property
    def is_written(self) -> bool:
        """Whether somebody is writing it."""
        return not self.entry.isHidden()

    def write(self, first: str, renaming: Renaming, then: QWidget | None = None) -> None:
        """Open the entry; left empty, the heading will be as it was `first`.

        The focus goes on to `then`, or back to where it was.
        """
        if self.is_written:
            return
        self._renaming = renaming
        self._before = then or QApplication.focusWidget()
        self.entry.setPlaceholderText(say("空着就用“{first}”", first=first))
        self.entry.setText(self.label.text())
        self._show_entry(shown=True)
        self.entry.selectAll()
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Take what is being written for the heading, as when one goes on elsewhere."""
        if not self.is_written or self._renaming is None:
            return
        words, renaming = self.entry.text(), self._renaming
        changed = words != self.label.text()
        self._leave()
        if changed:
            renaming.finish(words)

    def add_tool(self, tool: QWidget) -> None:
        """Put a tool after the heading."""
        self._row.insertWidget(2, tool, 0, Qt.AlignmentFlag.AlignVCenter)

    def _take(self, words: str) -> None:
        if self._renaming is not None:
            self._renaming.hold(words, self.entry)

    def _withdraw(self) -> None:
        if self._renaming is not None:
            self._renaming.withdraw()
        self._leave()

    def _set_up(self, size: int) -> None:
        set_tip(self.pencil, say("改标题（F2）"))
        self.pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_size(self.entry, size)
        self.entry.setMaxLength(_LONGEST)
        self.entry.accepted.connect(self.flush)
        self.entry.left.connect(self._withdraw)
        self.entry.textEdited.connect(self._take)
        self.entry.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self.label)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row = row
        row.addWidget(self.entry, 1)
        row.addStretch(0)

    def _leave(self) -> None:
        """Show the words again, with the focus where it was before they were written."""
        self._renaming = None
        focused = self.entry.hasFocus()
        before, self._before = self._before, None
        self._show_entry(shown=False)
        if focused and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_entry(self, *, shown: bool) -> None:
        self.entry.setVisible(shown)
        self.label.setVisible(not shown)
        self.pencil.setVisible(not shown)


class Guide(QWidget):
    """The guide 写作提示, one line under the heading; folded away it is a button that opens it."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._button = tool_button(
            say("写作提示"), lambda: self._show_words(shown=True), icon=Icon.INFO
        )
        self._words = Label(words, wraps=True)
        set_size(self._words, SECOND_SIZE)
        set_tone(self._words, Colour.INK2)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._words, 1)
        self.fold(folded=settings.load().appearance.guides_folded)

    def fold(self, *, folded: bool) -> None:
        """Fold the words away, or open them."""
        self._show_words(shown=not folded)

    def _show_words(self, *, shown: bool) -> None:
        self._button.setHidden(shown)
        self._words.setVisible(shown)


class Standing(QAbstractButton):
    """What is to be mended on a page, and how much of it is filled in; pressed, it leads there."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._to_mend = 0
        self._filled = ""
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by the keyboard F8 leads there
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        set_size(self, TEXT_SIZE)
        self.show_standing(0, 0, 0)

    def show_standing(self, to_mend: int, filled: int, asked: int) -> None:
        """Show how many places must be mended, and how many of those asked for are filled in."""
        words = say("已填 {filled}/{asked}", filled=filled, asked=asked) if asked else ""
        if (to_mend, words) == (self._to_mend, self._filled):
            return
        self._to_mend, self._filled = to_mend, words
        self.setAccessibleName(say("，").join(filter(None, (self._fault(), words))))
        set_tip(self, say("到要改的地方（F8）") if to_mend else "")
        shape = Qt.CursorShape.PointingHandCursor if to_mend else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of its words."""
        metrics = self.fontMetrics()
        wide = metrics.horizontalAdvance(self._filled) + self._fault_width()
        return QSize(wide, max(metrics.height() + HAIR, scaled(_SIGN)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is to be mended in the colour of errors, and how much is filled in."""
        painter, place = painter_on(self), QRectF(self.rect())
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        beside = self._fault_width()  # until it has its new width, nothing is drawn over another
        if self._to_mend:
            size = scaled(_SIGN)
            tone = colour(Colour.ERROR)
            draw_icon(painter, QRectF(0, (self.height() - size) / 2, size, size), Icon.ERROR, tone)
            painter.setPen(tone)
            painter.drawText(place.adjusted(size + 6, 0, 0, 0), middle, self._fault())
        painter.setPen(colour(Colour.INK2))
        painter.drawText(place.adjusted(beside, 0, 0, 0), middle, self._filled)

    def _fault_width(self) -> int:
        if not self._to_mend:
            return 0
        return scaled(_SIGN) + 6 + self.fontMetrics().horizontalAdvance(self._fault()) + INSIDE

    def _fault(self) -> str:
        return say("{count}处要改", count=self._to_mend) if self._to_mend else ""
