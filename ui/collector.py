"""When Python looks for forgotten objects: between two events of the window, and never else.

Left to itself, Python does so whenever something is made, on whatever thread. It may end widgets
on a worker's thread, or in the middle of Qt's own ending of another one, which then waits for
itself for ever: Qt does not survive either.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY = 500
"""Milliseconds between two looks; each is free until much has been made."""


class Collector(QObject):
    """Collects on the window's thread, by the same bounds that Python has for itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, if any is."""
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, bound) in enumerate(made) if count > bound]
        if due:
            gc.collect(due[-1])
