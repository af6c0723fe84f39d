"""What is left of a window that was closed: widgets, and objects of our own."""

import gc
from collections import Counter

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.preview.worker import finish_setting
from ui.runtime import finish_work

# What has run on another thread waits here until the next piece of work.
_WAITING = {"_Runner", "_Messenger"}


def let_go() -> None:
    """Let all end that is about to: work on other threads, and what is to be deleted later."""
    finish_work()
    finish_setting()
    for _ in range(2):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def widgets() -> Counter[str]:
    """How many widgets there are, by their kinds; no collector has been round."""
    return Counter(type(widget).__name__ for widget in QApplication.allWidgets())


def objects() -> Counter[str]:
    """How many objects of our own there are, by their kinds, once the collector has been round."""
    gc.collect()
    kinds = map(type, gc.get_objects())
    own = (kind for kind in kinds if str(kind.__module__).split(".")[0] in {"ui", "unionapp"})
    return Counter(kind.__name__ for kind in own if kind.__name__ not in _WAITING)
