"""What having the suggested text back would change, shown before it is done."""

from difflib import SequenceMatcher
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.kit import BETWEEN, HINT_SIZE, INSIDE, Tone, colour, push_button, set_size, set_tone

# Characters of a text that is compared letter by letter.
_LONGEST = 4000


class Restoring(QWidget):
    """The two texts in one, what would go struck out, and two buttons."""

    accepted = Signal()
    left = Signal()

    def __init__(self, now: str, suggested: str) -> None:
        super().__init__()
        words = QLabel("恢复后，划去的字会没有，加底线的字会补上：")
        set_size(words, HINT_SIZE)
        set_tone(words, Tone.HINT)
        self.shown = QLabel(marked(now, suggested, colour(Tone.ERROR, self.palette()).name()))
        self.shown.setTextFormat(Qt.TextFormat.RichText)
        self.shown.setWordWrap(True)
        self.shown.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.restore = push_button("恢复", self.accepted.emit)
        self.keep = push_button("不恢复", self.left.emit)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addWidget(self.keep)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(INSIDE)
        column.addWidget(words)
        column.addWidget(self.shown)
        column.addLayout(row)

    def showEvent(self, event: QShowEvent) -> None:
        """Its buttons are wanted in sight, once it has its place."""
        super().showEvent(event)
        QTimer.singleShot(0, self._come_into_sight)

    def _come_into_sight(self) -> None:
        around = self.parentWidget()
        while around is not None and not isinstance(around, QScrollArea):
            around = around.parentWidget()
        if around is not None:
            around.ensureWidgetVisible(self.restore, 0, BETWEEN)


def marked(now: str, then: str, ink: str) -> str:
    """What goes struck out in the ink, what comes underlined, the rest as it is; as rich text."""
    if max(len(now), len(then)) > _LONGEST:
        return _gone(now, ink) + _new(then)
    parts = []
    for _, now_from, now_to, then_from, then_to in SequenceMatcher(
        None, now, then, autojunk=False
    ).get_opcodes():
        gone, new = now[now_from:now_to], then[then_from:then_to]
        parts.append(escape(gone) if gone == new else _gone(gone, ink) + _new(new))
    return "".join(parts).replace("\n", "<br>")


def _gone(text: str, ink: str) -> str:
    return f'<s style="color:{ink}">{escape(text)}</s>' if text else ""


def _new(text: str) -> str:
    return f"<u>{escape(text)}</u>" if text else ""
