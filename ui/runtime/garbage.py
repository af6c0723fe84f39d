"""When Python looks for forgotten objects: between two events of the window, and never else.

Left to itself, Python does so whenever something is made, on whatever thread. It may end widgets
on a worker's thread, or in the middle of Qt's own ending of another one, which then waits for
itself for ever: Qt does not survive either.
"""

import gc

from PySide6.QtCore import QObject, QTimer

# Milliseconds between two looks; each is free until much has been made.
_EVERY = 500

# The generation of what lives long.
_OLDEST = 2
_GROWTH = 1.25


class Collector(QObject):
    """The collector of forgotten objects, on the window's thread and by Python's own bounds."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._lived = 0
        self._timer = QTimer(self, interval=_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, if anything was made meanwhile."""
        made = zip(gc.get_count(), gc.get_threshold(), strict=True)
        due = [generation for generation, (count, bound) in enumerate(made) if count > bound]
        if not due or due[0]:
            return
        if due[-1] < _OLDEST or not self._has_grown():
            gc.collect(min(due[-1], _OLDEST - 1))
        else:
            gc.collect()
            self._lived = len(gc.get_objects(_OLDEST))

    def _has_grown(self) -> bool:
        """Whether a quarter more lives long than after the last look at all of it.

        Python asks the same: going through a large draft takes longer than a key may.
        """
        return len(gc.get_objects(_OLDEST)) > self._lived * _GROWTH
