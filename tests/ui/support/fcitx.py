"""A stand-in for the program's place in Fcitx, and keys as an X screen sends them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QWindow

from ui.runtime.fcitx.context import Context, Stroke

_CODES = {letter: 24 + number for number, letter in enumerate("qwertyuiopasdfghjklzxcvbnm 123456")}
Answer = Callable[[Stroke], bool]


class StandIn(Context):
    """Keeps what it was told, and answers as the test wants."""

    def __init__(self, answer: Answer = lambda _stroke: False) -> None:
        super().__init__()
        self.answer = answer
        self.strokes: list[Stroke] = []
        self.told: list[str] = []
        self.cursor = QRect()

    @property
    def pressed(self) -> str:
        """The letters that it was asked about."""
        return "".join(chr(each.symbol) for each in self.strokes if not each.is_release)

    def takes(self, stroke: Stroke) -> bool:
        self.strokes.append(stroke)
        return self.answer(stroke)

    def come_in(self) -> None:
        self.told.append("come in")

    def go_out(self) -> None:
        self.told.append("go out")

    def forget(self) -> None:
        self.told.append("forget")

    def stand_at(self, cursor: QRect) -> None:
        self.cursor = cursor


def press(window: QWindow, letters: str) -> None:
    """Each key as Qt gives it to a window: looked up as a shortcut, pressed, let go."""
    for letter in letters:
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(window, _event(kind, letter))


def _event(kind: QEvent.Type, letter: str) -> QKeyEvent:
    key, none = Qt.Key(ord(letter.upper())), Qt.KeyboardModifier.NoModifier
    return QKeyEvent(kind, key, none, _CODES[letter], ord(letter), 0, letter)
