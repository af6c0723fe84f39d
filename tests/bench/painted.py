"""End a process as soon as its window can be used: painted once, and the event loop idle again."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget


class _FirstPaint(QObject):
    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False


def run_until_painted(application: QApplication, window: QWidget) -> int:
    """Show the window, wait for its first paint, end."""
    watcher = _FirstPaint(window)
    application.installEventFilter(watcher)
    window.show()
    return application.exec()
