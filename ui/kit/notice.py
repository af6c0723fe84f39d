"""A line that tells in its place what was done or went wrong, with the way back beside it."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import Button
from ui.kit.keys import SKIPPED_BY_ENTER
from ui.kit.labels import Label
from ui.kit.menu import Action
from ui.kit.painting import draw_plate, painter_on
from ui.look import Colour, Icon, Look, colour, draw_icon, scaled, set_size, set_tone, theme, tokens
from ui.words import say

# Pixels of a band before its icon, its icon, and before its words.
_BEFORE, _ICON, _GAP = 11, 16, 8
# Pixels of a band above and below its words or buttons.
_ABOVE_WORDS = 5


class Mood(Enum):
    """How a band tells what it tells: its letters, ground, edge, and icon."""

    QUIET = (Colour.INK2, None, None, None)
    ERROR = (Colour.ERROR, Colour.ERROR_WASH, None, Icon.ERROR)
    WARNING = (Colour.WARN, Colour.WARN_WASH, Colour.WARN_LINE, Icon.WARNING)
    BLANK = (Colour.WARN, Colour.WARN_WASH, Colour.WARN_LINE, Icon.BLANK)
    LIVE = (Colour.LIVE, Colour.LIVE_WASH, Colour.LIVE_LINE, Icon.INFO)
    DONE = (Colour.DONE, Colour.DONE_WASH, None, Icon.STATE_DONE)


class Band(QWidget):
    """One sentence on a ground of its own, with what can be done about it at its right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.mood = Mood.QUIET
        self.words = Label(wraps=True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: tuple[Button, ...] = ()
        self._row = QHBoxLayout(self)
        self._row.setSpacing(tokens.INSIDE)
        self._row.addWidget(self.words, 1)

    def text(self) -> str:
        """Return the sentence that is told."""
        return self.words.text()

    def tell(self, sentence: str, mood: Mood, *remedies: Action) -> None:
        """Tell a sentence, with a button for each remedy."""
        self.mood = mood
        self.words.setText(sentence)
        quiet = mood is Mood.QUIET
        set_size(self.words, tokens.HINT_SIZE if quiet else tokens.SECOND_SIZE)
        set_tone(self.words, Colour.INK2 if quiet else Colour.INK)
        before = 0 if quiet else scaled(_BEFORE + _ICON + _GAP)
        above = 0 if quiet else _ABOVE_WORDS
        self._row.setContentsMargins(before, above, 0 if quiet else above, above)
        for button in self.buttons:
            button.hide()
            button.deleteLater()
        self.buttons = tuple(self._button(*each) for each in remedies)
        for button in self.buttons:
            self.add_button(button)
        self.setMinimumHeight(0 if quiet else scaled(tokens.SMALL_BUTTON_HEIGHT) + 2 * above)
        self.update()

    def add_button(self, button: QWidget) -> None:
        """Put a button at the right of the sentence."""
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        button.setVisible(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the icon."""
        tone, wash, edge, sign = self.mood.value
        if wash is None or sign is None:
            return
        painter, place = painter_on(self), QRectF(self.rect())
        if theme.look() is Look.HIGH_CONTRAST:
            edge = tone
        draw_plate(
            painter, place, tokens.BUTTON_RADIUS, colour(wash), colour(edge) if edge else None
        )
        size = scaled(_ICON)
        square = QRectF(scaled(_BEFORE), (self.height() - size) / 2, size, size)
        draw_icon(painter, square, sign, colour(tone))

    def _button(self, words: str, do: Callable[[], object]) -> Button:
        button = Button(words, name=say("{words}：{sentence}", words=words, sentence=self.text()))
        button.be_small()
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        button.clicked.connect(lambda _checked: do())
        button.setParent(self)
        return button


class Notice(Band):
    """A band with up to two buttons, which stays until it is closed or another comes."""

    # One of its buttons was pressed, and so the focus is free.
    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence that is shown; empty when none is."""
        return "" if self.isHidden() else self.text()

    def show_message(self, sentence: str, *actions: Action, mood: Mood = Mood.LIVE) -> None:
        """Show a sentence with a button for each action; without any it can be closed."""
        given = actions or ((say("知道了"), lambda: None),)
        self.tell(sentence, mood, *((words, partial(self._answer, do)) for words, do in given))
        self.show()
        self._read_out()

    def show_done(self, sentence: str, *actions: Action) -> None:
        """Show a sentence on what was done."""
        self.show_message(sentence, *actions, mood=Mood.DONE)

    def show_error(self, sentence: str) -> None:
        """Show a sentence on what could not be done."""
        self.show_message(sentence, mood=Mood.ERROR)

    def ask(self, question: str, yes: Action, no: str) -> None:
        """Ask a question in place, with the focus on the answer that does nothing."""
        self.show_message(question, yes, (no, lambda: None), mood=Mood.WARNING)
        self.buttons[-1].setFocus()

    def _answer(self, do: Callable[[], object]) -> None:
        self.hide()
        self.answered.emit()
        do()

    def _read_out(self) -> None:
        """Have a screen reader say it; what that takes is not loaded before there is a word."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self.words, QAccessible.Event.Alert))
