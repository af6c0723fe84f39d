"""What is left of a window that was closed: widgets, objects of our own, and what Qt holds."""

import ctypes
import gc
from collections import Counter

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication

from ui.preview.worker import finish_setting
from ui.runtime import finish_work

# What has run on another thread waits here until the next piece of work.
_WAITING = {"_Runner", "_Messenger"}

# The numbers that glibc's `mallinfo2` returns; the eighth is the bytes that are in use.
_NUMBERS, _IN_USE = 10, 7


class _Malloc(ctypes.Structure):
    _fields_ = (("numbers", ctypes.c_size_t * _NUMBERS),)


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


def held() -> int:
    """How many bytes there are that were asked of the system's allocator and not given back.

    That is what Qt holds, and Python's larger tables; how the memory that is free lies about has
    no part in it. The drawn parts that Qt keeps for the next window, up to a bound, are dropped.
    """
    gc.collect()
    QPixmapCache.clear()
    count = ctypes.CDLL(None).mallinfo2
    count.restype = _Malloc
    return int(count().numbers[_IN_USE])
