"""The end that comes from outside: whoever logs out or shuts down ends the program properly."""

import os
import signal
import sys

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

# What a system or a terminal sends before it ends a program by force, where it has that.
_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")


def quit_when_told(application: QApplication) -> None:
    """Close the windows when the system asks for it, as if the person had done so.

    Python answers a signal only when it is at work itself, so Qt is woken up by a pipe. Windows
    sends none: there Qt hears of the end of a session by itself.
    """
    if sys.platform == "win32":
        return
    reading, writing = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
    signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
    woken = QSocketNotifier(reading, QSocketNotifier.Type.Read, application)
    woken.activated.connect(lambda _fd: os.read(reading, 64))
    for name in _SIGNALS:
        signal.signal(getattr(signal, name), lambda _signal, _frame: application.quit())
