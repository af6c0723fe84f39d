"""A line that tells in its place what was done or went wrong, with the way back beside it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from ui.kit.buttons import push_button
from ui.kit.labels import Label
from ui.kit.menu import Action
from ui.look import Colour, set_tone, tokens


class Notice(QFrame):
    """A sentence with up to two buttons, which stays until it is closed or another comes."""

    # One of its buttons was pressed, and so the focus is free.
    answered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._words = Label(wraps=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(tokens.BETWEEN, tokens.INSIDE, tokens.INSIDE, tokens.INSIDE)
        self._row.setSpacing(tokens.INSIDE)
        self._row.addWidget(self._words, 1)
        self.hide()

    @property
    def sentence(self) -> str:
        """The sentence that is shown; empty when none is."""
        return "" if self.isHidden() else self._words.text()

    def show_message(self, sentence: str, *actions: Action, tone: Colour | None = None) -> None:
        """Show a sentence with a button for each action; without any it can be closed."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = [self._button(*action) for action in actions or (("知道了", lambda: None),)]
        self._words.setText(sentence)
        set_tone(self._words, tone)
        self.show()
        self._read_out()

    def show_error(self, sentence: str) -> None:
        """Show a sentence on what could not be done."""
        self.show_message(f"✕ {sentence}", tone=Colour.ERROR)

    def ask(self, question: str, yes: Action, no: str) -> None:
        """Ask a question in place, with the focus on the answer that does nothing."""
        self.show_message(question, yes, (no, lambda: None), tone=Colour.WARN)
        self._buttons[-1].setFocus()

    def _read_out(self) -> None:
        """Have a screen reader say it; what that takes is not loaded before there is a word."""
        from PySide6.QtGui import QAccessible, QAccessibleEvent

        QAccessible.updateAccessibility(QAccessibleEvent(self._words, QAccessible.Event.Alert))

    def _button(self, words: str, do: Callable[[], object]) -> QPushButton:
        def press() -> None:
            self.hide()
            self.answered.emit()
            do()

        button = push_button(words, press)
        self._row.addWidget(button)
        return button
