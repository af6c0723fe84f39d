"""A line of small text that takes the room there is, and lets the page around it stand still."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.kit.theme import ENTRY_HEIGHT, HINT_SIZE, Tone, colour, set_size

# Pixels below which nothing could be read.
_LEAST = 32

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class QuietLine(QLabel):
    """It wraps where it is narrow; whatever is written in it, its size is the same.

    So a text that changes at each key sets off no new layout of the page; it writes the text
    itself, for that is what a label of Qt's would set off.
    """

    def __init__(self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self._text = ""
        self._alignment = alignment | Qt.AlignmentFlag.AlignVCenter
        set_size(self, HINT_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """What it says."""
        return self._text

    def show_text(self, text: str) -> None:
        """Say something else."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Two lines of it fit."""
        return QSize(_LEAST, max(2 * self.fontMetrics().height(), ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """As its usual size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the text in the quiet tone of hints."""
        painter = QPainter(self)
        painter.setPen(colour(Tone.HINT, self.palette()))
        painter.drawText(self.rect(), int(self._alignment | _WRAPPED), self._text)
