"""What the window says in words: whether everything is saved, and in passing what was done."""

from math import ceil

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.desk import Desk
from ui.kit import Button, Role, painter_on, set_tip, show_message, without_keys
from ui.look import Colour, Icon, colour, draw_icon, scaled, set_size, tokens
from ui.words import say

# Milliseconds for which a passing notice is shown.
_READING_TIME = 6000

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere

# Pixels that the words on saving take at most.
_WIDEST = 320

# Milliseconds for which something typed may wait to be saved before the words say so.
_PATIENCE = 1000


class Status(QObject):
    """What is said now; when saving failed, nothing else is.

    已保存 and a time say that all is on disk that was typed until then. What is typed on changes
    no word of it, unless it waits for longer than a second or can't be saved.
    """

    # Whether everything is saved, in other words than before.
    stated = Signal(str)
    # A notice that stands for some seconds; empty when it is over.
    noticed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._failure = ""
        self._state = say("写下的内容随时自动保存")
        self._notice = ""
        self._timer = QTimer(self, interval=_READING_TIME, singleShot=True)
        self._timer.timeout.connect(lambda: self._pass(""))
        self._waiting = QTimer(self, singleShot=True)
        self._waiting.timeout.connect(self._look_at_waiting)
        desk.saved.connect(self._show_saved)
        desk.failed.connect(self._show_failure)
        desk.noticed.connect(self.show_notice)
        desk.held.connect(self._note_held)

    @property
    def failing(self) -> bool:
        """Whether something typed is not on disk."""
        return bool(self._failure)

    @property
    def failure(self) -> str:
        """Why something typed is not on disk; empty when everything is."""
        return self._failure

    @property
    def state(self) -> str:
        """Whether everything is saved."""
        return self._state

    @property
    def sentence(self) -> str:
        """What is said: a notice while it stands, else whether everything is saved."""
        return self._notice or self._state

    def show_notice(self, sentence: str) -> None:
        """Say something in passing; a failure is more important and stays."""
        if not self._failure:
            self._pass(sentence)
            self._timer.start()

    def withdraw(self, sentence: str) -> None:
        """Say no more what was said in passing: it is settled."""
        if sentence and sentence == self._notice:
            self._pass("")

    def _show_saved(self) -> None:
        """Say that everything is on disk, and until when; a notice is left its time."""
        self._failure = ""
        self._show(say("已保存 {time:%H:%M:%S}", time=self._desk.saved_until))

    def _show_failure(self, sentence: str) -> None:
        """Say that something is not on disk, and why, until it is."""
        self._failure = sentence
        self._pass("")
        self._show(say("没有保存：{sentence}", sentence=sentence))

    def _note_held(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start(_PATIENCE)

    def _look_at_waiting(self) -> None:
        """Say that something waits, if it has waited for long; else look again when it has."""
        left = _PATIENCE - 1000 * self._desk.waiting()
        if left <= 0 and not self._failure:
            self._show(say("正在保存……"))
        elif 0 < left < _PATIENCE:
            self._waiting.start(ceil(left))

    def _show(self, state: str) -> None:
        self._state = state
        self.stated.emit(state)

    def _pass(self, notice: str) -> None:
        self._timer.stop()
        self._notice = notice
        self.noticed.emit(notice)


class SavedSign(Button):
    """Whether everything is saved, at a glance; after a failure, pressing it tells all of it."""

    def __init__(self, status: Status) -> None:
        self._status = status  # first: setting up writes the words
        self._narrow = False
        super().__init__("", Role.QUIET, icon=Icon.SAVED)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_size(self, tokens.HINT_SIZE)
        self.clicked.connect(self._explain)
        status.stated.connect(self._show)
        self._show(status.state)

    def changeEvent(self, event: QEvent) -> None:
        """Elide anew in letters of another size."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def set_narrow(self, *, narrow: bool) -> None:
        """Show the sign alone while all is well, or the words again."""
        self._narrow = narrow
        self._show(self._status.state)

    def sizeHint(self) -> QSize:
        """Return the size of all that is said, as far as there may be room for it."""
        words = self.fontMetrics().horizontalAdvance(self._words) + 2
        wide = min(words, scaled(_WIDEST)) + self._around()
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return the usual size, that of the sign alone when a long sentence is said."""
        if not self._status.failing:
            return self.sizeHint()
        return QSize(self._around(), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of a long sentence as there is room for."""
        super().resizeEvent(event)
        self._elide()

    def _show(self, state: str) -> None:
        failing = self._status.failing
        self.set_sign(Icon.ERROR if failing else Icon.SAVED)
        self.set_ink(Colour.ERROR if failing else None)
        self.setAccessibleName(state)
        set_tip(self, self._status.failure or state)
        self.updateGeometry()
        self._elide()

    @property
    def _words(self) -> str:
        return self._status.state if not self._narrow or self._status.failing else ""

    def _around(self) -> int:
        """The pixels of the sign, and of the air round it and the words."""
        return scaled(2 * tokens.INSIDE + tokens.ICON_SIZE + tokens.INSIDE)

    def _elide(self) -> None:
        room = self.width() - self._around()
        mode = Qt.TextElideMode.ElideRight
        self.setText(without_keys(self.fontMetrics().elidedText(self._words, mode, room)))

    def _explain(self) -> None:
        if self._status.failing:
            show_message(self.window(), self._status.failure)


class Hints(QWidget):
    """One line at the foot: a notice in passing, else the hint to the entry that one is in."""

    def __init__(self, status: Status) -> None:
        super().__init__()
        self._notice = ""
        self._hint = ""
        set_size(self, tokens.HINT_SIZE)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        status.noticed.connect(self._show_notice)

    @property
    def words(self) -> str:
        """What the line says."""
        return self._notice or self._hint

    def show_hint(self, hint: str) -> None:
        """Show the hint to the entry that one is in, or none."""
        if hint != self._hint:
            self._hint = hint
            self._say()

    def sizeHint(self) -> QSize:
        """Return the height of two lines: a long hint goes on in a second one."""
        return QSize(0, 2 * self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bulb and the words."""
        if not self.words:
            return
        painter = painter_on(self)
        size = scaled(tokens.SMALL_ICON)
        top = (self.height() - size) / 2
        sign = Icon.INFO if self._notice else Icon.HINT
        draw_icon(painter, QRectF(0, top, size, size), sign, colour(Colour.INK2))
        room = self.rect().adjusted(size + scaled(tokens.INSIDE), 0, 0, 0)
        painter.setPen(colour(Colour.INK if self._notice else Colour.INK2))
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(_WRAPPED)
        whole = painter.boundingRect(room, flags, self.words)
        if whole.height() <= self.height():
            painter.drawText(room, flags, self.words)
        else:  # the tip says all of it
            mode = Qt.TextElideMode.ElideRight
            shown = painter.fontMetrics().elidedText(self.words, mode, room.width())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _show_notice(self, notice: str) -> None:
        self._notice = notice
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(self.words)
        set_tip(self, self.words)
        self.update()
