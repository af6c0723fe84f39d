"""What is typed and not saved yet: for a pause between two keys, and never for long.

Where a save at each key would be felt, as of a long text or table, typing is held back here. It is
saved when it pauses, when the focus goes elsewhere, and in any case in time: whatever happens to
the program, no more than a second of typing is lost.
"""

from collections.abc import Callable
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from unionapp.draft import EditPath

# Milliseconds without a key after which what was typed is saved.
PAUSE = 400

# Milliseconds after the first key that is held back when it is saved, typing or not: the longest
# table takes its time to be on disk, and all is to be there within a second.
LONGEST = 800


class _Held(NamedTuple):
    save: Callable[[], object]
    widget: QWidget
    since: float


class Hold(QObject):
    """What was typed in one window and is held back, with the way to save it."""

    # Something is held back where nothing was.
    begun = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: dict[EditPath, _Held] = {}
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        self._longest.setTimerType(Qt.TimerType.PreciseTimer)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.flush)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)
            application.aboutToQuit.connect(self.flush)

    def keep(self, path: EditPath, save: Callable[[], object], widget: QWidget) -> None:
        """Hold back what was just typed at a path in a widget, or go on doing so.

        `save` is called once, when it is time; an input method may be composing then.
        """
        if not self._held:
            self._longest.start()
            self.begun.emit()
        self._held.setdefault(path, _Held(save, widget, monotonic()))
        if self.age() * 1000 < LONGEST:
            self._pause.start()
        else:  # a timer comes late where there is always something else to do
            self.flush()

    def flush(self) -> None:
        """Save all that is held back, in the order in which it was typed."""
        for path in tuple(self._held):
            if path in self._held:  # saving one may have brought the others along
                held = self._held[path]
                self.drop(path)
                if isValid(held.widget):
                    held.save()

    def drop(self, path: EditPath) -> None:
        """Hold nothing back at a path any more: it is saved otherwise, or was taken back."""
        self._held.pop(path, None)
        if not self._held:
            self._pause.stop()
            self._longest.stop()

    def has(self, path: EditPath) -> bool:
        """Tell whether something typed at a path is held back."""
        return path in self._held

    def age(self) -> float:
        """Return for how many seconds the oldest of it has been held back; 0 for nothing."""
        first = min((held.since for held in self._held.values()), default=None)
        return 0 if first is None else monotonic() - first

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Save when one goes on elsewhere; from cell to cell of a table is not elsewhere."""
        if not all(_is_within(now, held.widget) for held in self._held.values()):
            self.flush()


def _is_within(widget: QWidget | None, other: QWidget) -> bool:
    return widget is not None and isValid(other) and (widget is other or other.isAncestorOf(widget))
