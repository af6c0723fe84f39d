"""What passes between the program and its place in an input method, whatever carries it."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QKeyEvent


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key that went down or up, in the numbers of the X screen."""

    symbol: int
    code: int
    state: int
    is_release: bool
    time: int


def stroke_of(event: QKeyEvent) -> Stroke:
    """Return the key of an event as the screen named it."""
    return Stroke(
        event.nativeVirtualKey(),
        event.nativeScanCode(),
        event.nativeModifiers(),
        event.type() is QEvent.Type.KeyRelease,
        event.timestamp(),
    )


class Context(QObject):
    """The program as an input method knows it: one context for all of its windows."""

    # A text that is to stand where one types.
    committed = Signal(str)
    # Letters that are not text yet, and where in them the cursor is, in bytes of UTF-8.
    composing = Signal(str, int)
    # A key that is to be typed as it is: its symbol, state, whether it went up.
    forwarded = Signal(int, int, bool)
    # It doesn't answer; what follows is typed without it until it does.
    fell_silent = Signal()

    def takes(self, stroke: Stroke) -> bool:
        """Tell whether it keeps a key for itself; what it commits for it has been sent by then."""
        raise NotImplementedError

    def come_in(self) -> None:
        """Tell it that a place for text has the keys."""
        raise NotImplementedError

    def go_out(self) -> None:
        """Tell it that no place for text has the keys any more."""
        raise NotImplementedError

    def forget(self) -> None:
        """Drop the letters that are composed."""
        raise NotImplementedError

    def stand_at(self, cursor: QRect) -> None:
        """Tell it where the cursor is, in pixels of the screen: the candidates go there."""
        raise NotImplementedError
