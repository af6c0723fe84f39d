"""Labels and tips: the name of an entry, and short texts that change while the page stands still.

All of them show a text as it stands. Left to itself, Qt takes what looks like HTML for HTML, and
a lone & for the mark of a key: a union's own words may hold both.

Qt lays a whole page out anew when one of its own labels gets another text, which costs more than
all else that a key sets going.
"""

from html import escape
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip, QWidget

from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, set_tone
from ui.look.tokens import ENTRY_HEIGHT, HINT_SIZE, ICON_SIZE, PAGE_TITLE_SIZE

# Pixels below which nothing could be read.
_LEAST = 32

# The property of an entry that keeps its hint.
_HINT = "hint"

# Qt's largest size: no limit.
_FREE = 16777215

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere


class HasTip(Protocol):
    """A widget, or a row or a cell of one."""

    def setToolTip(self, words: str, /) -> None:
        """Take a tip as Qt shows it."""


class Label(QLabel):
    """A label that draws its text as it stands, whatever it looks like."""

    def __init__(
        self, words: str = "", parent: QWidget | None = None, *, wraps: bool = False
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setText(words)


def hint_label(words: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> Label:
    """Return a label in the small letters and the quiet tone of hints."""
    label = Label(words, parent, wraps=wraps)
    set_size(label, HINT_SIZE)
    set_tone(label, Colour.INK2)
    return label


def page_title(words: str) -> Label:
    """Return a label for the heading of a page."""
    label = Label(words)
    set_size(label, PAGE_TITLE_SIZE, bold=True)
    return label


def without_keys(words: str) -> str:
    """Return words for a button, a menu or the label of an entry, with each & as it stands."""
    return words.replace("&", "&&")


def tip(words: str) -> str:
    """Return the words of a tip as Qt shows them as they stand; plain ones are left alone."""
    if not RichText.mightBeRichText(words):
        return words
    return f'<span style="white-space: pre-wrap">{escape(words)}</span>'


def set_tip(part: HasTip, words: str) -> None:
    """Show words as they stand while the pointer rests on a widget, or on a row of a list."""
    part.setToolTip(tip(words))


def show_tip(place: QPoint, words: str, widget: QWidget) -> None:
    """Show words as they stand at a place of the screen now, until the pointer leaves a widget."""
    QToolTip.showText(place, tip(words), widget)


def set_hint(entry: QWidget, words: str) -> None:
    """Say what helps with an entry: shown at the foot of the window while one is in it."""
    entry.setProperty(_HINT, words)


def hint_of(entry: QWidget) -> str:
    """Return what helps with an entry, or nothing."""
    return str(entry.property(_HINT) or "")


class Name(Label):
    """The name of an entry beside it or above it; a long one goes on in a second line."""

    def __init__(self, words: str, entry: QWidget, explanation: str = "") -> None:
        super().__init__(without_keys(words), wraps=True)
        self.setMinimumHeight(ENTRY_HEIGHT)
        set_tip(self, explanation)
        self.setBuddy(entry)

    def be_as_wide_as(self, pixels: int) -> None:
        """Take a width in pixels, so that all entries stand in one line; 0 is no limit."""
        self.setMinimumWidth(pixels)
        self.setMaximumWidth(pixels or _FREE)


class Sign(QWidget):
    """An icon beside words that say what it means."""

    def __init__(self, icon: Icon, tone: Colour = Colour.INK2, size: int = ICON_SIZE) -> None:
        super().__init__()
        self._icon, self._tone, self._size = icon, tone, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the icon."""
        return QSize(scaled(self._size), scaled(self._size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        draw_icon(QPainter(self), self.rect().toRectF(), self._icon, colour(self._tone))


class PathLabel(Label):
    """A path, elided in its middle where there is no room for all of it; its tip is whole."""

    _path = ""  # setting up changes the font

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @property
    def path(self) -> str:
        """The whole path."""
        return self._path

    def show_path(self, path: str, spoken: str) -> None:
        """Show a path; a screen reader says what is to be spoken."""
        self._path = path
        self.setAccessibleName(spoken)
        set_tip(self, path)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the path as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        """Elide anew in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideMiddle
        self.setText(self.fontMetrics().elidedText(self._path, mode, self.width()))


class FixedSizeText(Label):
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
            set_tip(self, text)
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
        painter.setPen(colour(Colour.INK2))
        painter.drawText(self.rect(), int(self._alignment | _WRAPPED), self._text)


class FixedSizeLabel(Label):
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
