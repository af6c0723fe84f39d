"""The small line under an entry: what to write there, or what is wrong with what was written."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit import Label, comes_back
from ui.look import Colour, set_size, set_tone
from ui.look.tokens import HINT_SIZE, INSIDE
from unionapp.figures import Entry

# Pixels by which the line is nearer to what it tells about than to the next entry.
_BELOW = 2


class Hint(Label):
    """The hint to one entry: its guide, until something has to be said about it.

    `of` names the entry where another one is nearer to the line; it then stands at the right.
    """

    def __init__(self, guide: str, parent: QWidget | None = None, *, of: str = "") -> None:
        super().__init__(parent=parent, wraps=True)
        self._guide = guide
        self._of = f"{of}：" if of else ""
        if of:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown: tuple[str, Colour] | None = None
        self._usual = (guide, Colour.INK2)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_size(self, HINT_SIZE)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        """Show why an entry could not be read, what was noticed in reading it, or the guide."""
        if entry and entry.refusal:
            self._usual = (f"✕ {self._of}{entry.refusal}", Colour.ERROR)
        elif entry and entry.remarks:
            messages = "；".join(remark.message.rstrip("。") for remark in entry.remarks)
            self._usual = (f"⚠ {self._of}{messages}。", Colour.WARN)
        else:
            self._usual = (self._guide, Colour.INK2)
        self._show(*self._usual)

    def show_refusal(self, sentence: str, entry: QWidget) -> None:
        """Show why something was not done, until the entry is edited or left."""
        self._show(f"✕ {self._of}{sentence}", Colour.ERROR)
        entry.installEventFilter(self)

    def show_note(self, sentence: str) -> None:
        """Show what became of what was pasted, until the entry is edited."""
        self._show(f"⚠ {self._of}{sentence}", Colour.WARN)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the usual again once the entry is left."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and not comes_back(event):
            watched.removeEventFilter(self)
            self._show(*self._usual)
        return super().eventFilter(watched, event)

    def _show(self, text: str, tone: Colour) -> None:
        if (text, tone) == self._shown:
            return
        self._shown = (text, tone)
        self.setText(text)
        set_tone(self, tone)
        if not text or self.parentWidget() is not None:  # alone, it would open a window of its own
            self.setVisible(bool(text))


class HintLine(QWidget):
    """The line that hints stand in; it keeps its room, so that what is below stays there."""

    def __init__(self, hint: Hint | None = None) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, _BELOW)
        self._row.setSpacing(INSIDE)
        set_size(self, HINT_SIZE)
        if hint is not None:
            self.take(hint)

    def take(self, hint: Hint) -> None:
        """Take a hint into the line; two in one row share it."""
        self._row.addWidget(hint, 1)

    def put_first(self, widget: QWidget) -> None:
        """Show a widget before the hints; its room stays when it is gone."""
        kept = widget.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(kept)
        self._row.insertWidget(0, widget)

    def event(self, event: QEvent) -> bool:
        """Take other room for another sentence."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_room()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take more room where the line is narrow and its sentences wrap."""
        super().resizeEvent(event)
        self._take_room()

    def changeEvent(self, event: QEvent) -> None:
        """Take other room for letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_room()

    def _take_room(self) -> None:
        """Ask for it outright: over several columns a grid goes by what it knew before."""
        needed = self._row.heightForWidth(self.width()) if self._row.hasHeightForWidth() else 0
        line = _line_height(self.font().toString()) + _BELOW
        if max(needed, line) != self.minimumHeight():
            self.setMinimumHeight(max(needed, line))


@lru_cache(maxsize=8)
def _line_height(font_text: str) -> int:
    """How high a line is with the signs in it, which other faces than the letters' draw."""
    font = QFont()
    font.fromString(font_text)
    heights = []
    for sign in "字✕⚠":
        label = Label(sign)
        label.setFont(font)
        heights.append(label.sizeHint().height())
    return max(heights)
