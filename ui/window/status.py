"""The line that says whether everything is saved, at the foot of the wizard."""

from math import ceil

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from ui.desk import Desk
from ui.kit import set_tip, without_keys
from ui.look import Colour, set_size, set_tone, tokens
from ui.runtime import show_message

# Milliseconds for which a passing notice is shown.
_READING_TIME = 6000

# Milliseconds for which something typed may wait to be saved before the line says so.
_PATIENCE = 1000


class StatusLine(QPushButton):
    """One line of text; when saving failed, pressing it shows the whole sentence.

    已保存 and a time say that all is on disk that was typed until then. What is typed on changes
    no word of it, unless it waits for longer than a second or can't be saved. It is a button
    because a wizard's lowest row holds nothing else.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setFlat(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("text-align: left; border: none;")
        set_size(self, tokens.TEXT_SIZE)
        self._failure = ""
        self._state = "写下的内容随时自动保存"
        self._shown = ""
        self._timer = QTimer(self, interval=_READING_TIME, singleShot=True)
        self._timer.timeout.connect(self._show_state)
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._look_at_waiting)
        self.clicked.connect(self._explain)
        desk.saved.connect(self._show_saved)
        desk.failed.connect(self._show_failure)
        desk.noticed.connect(self.show_notice)
        desk.held.connect(self._note_held)
        self._show_state()

    @property
    def failing(self) -> bool:
        """Whether something typed is not on disk."""
        return bool(self._failure)

    @property
    def sentence(self) -> str:
        """What the line says, however little of it there is room for."""
        return self._shown

    def show_notice(self, sentence: str) -> None:
        """Say something in passing; a failure is more important and stays."""
        if self._failure:
            return
        self._show(sentence)
        self._timer.start()

    def withdraw(self, sentence: str) -> None:
        """Say no more what was said in passing: it is settled."""
        if sentence and sentence == self._shown and not self._failure:
            self._show_state()

    def show_again(self) -> None:
        """Say it again: at each page turned to, a wizard gives its buttons their words anew."""
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the sentence to the new width."""
        super().resizeEvent(event)
        self._elide()

    def sizeHint(self) -> QSize:
        """Return no width: it takes the room that the other buttons leave."""
        return QSize(0, tokens.ENTRY_HEIGHT)

    def _show_saved(self) -> None:
        """Say that everything is on disk, and until when; a notice is left its time."""
        self._failure = ""
        self._say(f"已保存 {self._desk.saved_until:%H:%M:%S}")

    def _show_failure(self, sentence: str) -> None:
        """Say that something is not on disk, and why, until it is."""
        self._failure = sentence
        self._state = f"⚠ 没有保存：{sentence}"
        self._show_state()

    def _note_held(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start(_PATIENCE)

    def _look_at_waiting(self) -> None:
        """Say that something waits, if it has waited for long; else look again when it has."""
        left = _PATIENCE - 1000 * self._desk.waiting()
        if left <= 0 and not self._failure:
            self._say("正在保存……")
        elif 0 < left < _PATIENCE:
            self._waiting.start(ceil(left))

    def _say(self, state: str) -> None:
        self._state = state
        if not self._timer.isActive():
            self._show_state()

    def _show_state(self) -> None:
        self._timer.stop()
        self._show(self._state)

    def _show(self, sentence: str) -> None:
        self._shown = sentence
        set_tone(self, Colour.ERROR if self._failure else Colour.INK2)
        self.setAccessibleName(sentence)
        set_tip(self, self._failure)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - tokens.BETWEEN
        shown = self.fontMetrics().elidedText(self._shown, Qt.TextElideMode.ElideRight, room)
        self.setText(without_keys(shown))

    def _explain(self) -> None:
        if self._failure:
            show_message(self.window(), self._failure)
