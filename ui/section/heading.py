"""The head of a page or a card: a heading that can be written anew in its place, and 写作提示."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QToolButton, QWidget

from ui.editors import Hint
from ui.kit import Label, comes_back, is_enter, set_tip
from ui.look import Icon, icon, set_size
from ui.look.tokens import ENTRY_HEIGHT, INSIDE
from ui.section.outline import Renaming
from unionapp.system import settings

# Characters; no heading of a summary is longer.
_LONGEST = 100


class HeadingEntry(QLineEdit):
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
        self.pencil = QToolButton()
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
        self.pencil.setAccessibleName(f"改标题：{words}")
        if not self.is_written:  # what one writes in is not called otherwise meanwhile
            self.entry.setAccessibleName(f"标题“{words}”改为")

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
        self.entry.setPlaceholderText(f"空着就用“{first}”")
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

    def _take(self, words: str) -> None:
        if self._renaming is not None:
            self._renaming.hold(words, self.entry)

    def _withdraw(self) -> None:
        if self._renaming is not None:
            self._renaming.withdraw()
        self._leave()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the pencil anew on a dark ground or a light one."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationPaletteChange, QEvent.Type.PaletteChange):
            self.pencil.setIcon(icon(Icon.EDIT))

    def _set_up(self, size: int) -> None:
        self.pencil.setIcon(icon(Icon.EDIT))
        self.pencil.setAutoRaise(True)
        set_tip(self.pencil, "改标题（F2）")
        self.pencil.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_size(self.entry, size)
        self.entry.setMaxLength(_LONGEST)
        self.entry.setMinimumHeight(ENTRY_HEIGHT)
        self.entry.accepted.connect(self.flush)
        self.entry.left.connect(self._withdraw)
        self.entry.textEdited.connect(self._take)
        self.entry.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self.label)
        row.addWidget(self.pencil, 0, Qt.AlignmentFlag.AlignVCenter)
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
    """The guide 写作提示, which can be folded away."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setText("写作提示")
        self._button.setAutoRaise(True)
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._words = Hint(words)
        self._button.clicked.connect(lambda: self._show_words(shown=self._words.isHidden()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.fold(folded=settings.load().appearance.guides_folded)

    def fold(self, *, folded: bool) -> None:
        """Fold the words away, or open them."""
        self._show_words(shown=not folded)

    def _show_words(self, *, shown: bool) -> None:
        arrow = Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow
        self._button.setArrowType(arrow)
        self._words.setVisible(shown)
