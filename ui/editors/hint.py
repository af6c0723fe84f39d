"""The small line under an entry: what to write there, or what is wrong with what was written."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit import HINT_SIZE, Tone, set_size, set_tone
from unionapp.figures import Entry

_PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Hint(QLabel):
    """A guide, until something has to be said about the entry.

    `of` names the entry where another one is nearer to the line; it then stands at the right.
    """

    def __init__(self, guide: str, parent: QWidget | None = None, *, of: str = "") -> None:
        super().__init__(parent)
        self._guide = guide
        self._of = f"{of}：" if of else ""
        if of:
            self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._shown: tuple[str, Tone] | None = None
        self._usual = (guide, Tone.HINT)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_size(self, HINT_SIZE)
        self.tell(None)

    def tell(self, entry: Entry | None) -> None:
        """Say why the entry could not be read, what was noticed in reading it, or the guide."""
        if entry and entry.refusal:
            self._usual = (f"✕ {self._of}{entry.refusal}", Tone.ERROR)
        elif entry and entry.remarks:
            messages = "；".join(remark.message.rstrip("。") for remark in entry.remarks)
            self._usual = (f"⚠ {self._of}{messages}。", Tone.WARNING)
        else:
            self._usual = (self._guide, Tone.HINT)
        self._show(*self._usual)

    def say(self, sentence: str, entry: QWidget) -> None:
        """Say why something was not done, until the entry is edited or left."""
        self._show(f"✕ {self._of}{sentence}", Tone.ERROR)
        entry.installEventFilter(self)

    def note(self, sentence: str) -> None:
        """Say what became of what was pasted, until the entry is edited."""
        self._show(f"⚠ {self._of}{sentence}", Tone.WARNING)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A menu over the window, or another window, is no leave."""
        lost = event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent)
        if lost and cast("QFocusEvent", event).reason() not in _PASSING:
            watched.removeEventFilter(self)
            self._show(*self._usual)
        return super().eventFilter(watched, event)

    def _show(self, text: str, tone: Tone) -> None:
        if (text, tone) == self._shown:
            return
        self._shown = (text, tone)
        self.setText(text)
        set_tone(self, tone)
        if not text or self.parentWidget() is not None:  # alone, it would open a window of its own
            self.setVisible(bool(text))
