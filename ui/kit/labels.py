"""Labels: the name of an entry, and short texts that change while the page stands still.

Qt lays a whole page out anew when one of its own labels gets another text, which costs more than
all else that a key sets going.
"""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.kit.theme import ENTRY_HEIGHT, HINT_SIZE, Tone, colour, set_size, set_tone

# Pixels below which nothing could be read.
_LEAST = 32

# Qt's largest size: no limit.
_FREE = 16777215

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


def hint_label(words: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return a label in the small letters and the quiet tone of hints."""
    label = QLabel(words, parent, wordWrap=wraps)
    set_size(label, HINT_SIZE)
    set_tone(label, Tone.HINT)
    return label


class Name(QLabel):
    """The name of an entry beside it or above it; a long one goes on in a second line."""

    def __init__(self, words: str, entry: QWidget, explanation: str = "") -> None:
        super().__init__(words)
        self.setWordWrap(True)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setToolTip(explanation)
        self.setBuddy(entry)

    def be_as_wide_as(self, pixels: int) -> None:
        """Take a width in pixels, so that all entries stand in one line; 0 is no limit."""
        self.setMinimumWidth(pixels)
        self.setMaximumWidth(pixels or _FREE)


class FixedSizeText(QLabel):
    """A text whose size is the same whatever it says; it wraps where it is narrow.

    It draws the text itself: a label of Qt's would set off a new layout of the page at each key.
    """

    def __init__(self, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft) -> None:
        super().__init__()
        self._text = ""
        self._alignment = alignment | Qt.AlignmentFlag.AlignVCenter
        set_size(self, HINT_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def text(self) -> str:
        """Return the text that is shown."""
        return self._text

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.setToolTip(text)
            self.update()

    def sizeHint(self) -> QSize:
        """Return a size in which two lines fit."""
        return QSize(_LEAST, max(2 * self.fontMetrics().height(), ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the usual size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text in the quiet tone of hints."""
        painter = QPainter(self)
        painter.setPen(colour(Tone.HINT, self.palette()))
        painter.drawText(self.rect(), int(self._alignment | _WRAPPED), self._text)


class FixedSizeLabel(QLabel):
    """A label of fixed size, which grows only for a text that would not fit."""

    def __init__(self, text: str, narrowest: int) -> None:
        super().__init__()
        self._narrowest = narrowest
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        self.setText(text)
        wanted = self.fontMetrics().horizontalAdvance(text)
        self.setFixedSize(max(self._narrowest, wanted), ENTRY_HEIGHT)
