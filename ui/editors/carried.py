"""The quiet line that says what was carried on from last year and is not yet confirmed."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.desk import Desk
from ui.kit import Label, small_button
from ui.look import Colour, set_size, set_tone
from ui.look.tokens import HINT_SIZE, INSIDE
from ui.words import say
from unionapp.draft import EditPath, Slot


class CarriedLine(QWidget):
    """The line 从上年带来，请确认 with a button; editing the answer above it confirms too."""

    def __init__(self, name: str, confirm: Callable[[], object]) -> None:
        super().__init__()
        words = Label(say("⚠ 从上年带来，请确认"))
        set_size(words, HINT_SIZE)
        set_tone(words, Colour.WARN)
        self.button = small_button(say("确认"), say("确认从上年带来的{name}", name=name), confirm)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(INSIDE)
        row.addWidget(words)
        row.addWidget(self.button)
        row.addStretch(1)


class Carried:
    """The mark 从上年带来 of one answer; its line is made only when there is a mark."""

    def __init__(
        self, id_: str, name: str, desk: Desk, insert: Callable[[QWidget], object]
    ) -> None:
        self._path = EditPath(Slot.CARRIED, id_)
        self._name = name
        self._desk = desk
        self._insert = insert
        self._line: CarriedLine | None = None

    def refresh(self) -> None:
        """Show the line while the mark stands."""
        marked = self._path in self._desk.figures.draft.answers
        if marked and self._line is None:
            self._line = CarriedLine(self._name, self._confirm)
            self._insert(self._line)
        if self._line is not None:
            self._line.setVisible(marked)

    def _confirm(self) -> None:
        """The focus goes on with the line, for its button vanishes under it."""
        if self._line is not None:
            self._line.focusNextChild()
        self._desk.put(self._path, None)
