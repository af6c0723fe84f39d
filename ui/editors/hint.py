"""The small line under an entry: what to write there, or what is wrong with what was written."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.look import HINT_SIZE, Tone, set_size, set_tone
from unionapp.derive import Entry


class Hint(QLabel):
    """A guide, until something has to be said about the entry."""

    def __init__(self, guide: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._guide = guide
        self._shown: tuple[str, Tone] | None = None
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        set_size(self, HINT_SIZE)
        self.tell(None)

    def tell(self, entry: Entry | None) -> None:
        """Say why the entry could not be read, what was noticed in reading it, or the guide."""
        if entry and entry.refusal:
            self._show(f"✕ {entry.refusal}", Tone.ERROR)
        elif entry and entry.remarks:
            messages = "；".join(remark.message.rstrip("。") for remark in entry.remarks)
            self._show(f"⚠ {messages}。", Tone.WARNING)
        else:
            self._show(self._guide, Tone.HINT)

    def say(self, sentence: str) -> None:
        """Say why something was not done, until the entry has something to tell again."""
        self._show(f"✕ {sentence}", Tone.ERROR)

    def _show(self, text: str, tone: Tone) -> None:
        if (text, tone) == self._shown:
            return
        self._shown = (text, tone)
        self.setText(text)
        set_tone(self, tone)
        if not text or self.parentWidget() is not None:  # alone, it would open a window of its own
            self.setVisible(bool(text))
