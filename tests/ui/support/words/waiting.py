"""Waiting for what follows, with nothing but the loop of the program itself."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QDeadlineTimer, QEvent, QEventLoop
from PySide6.QtWidgets import QWidget

from tests.support.patience import PATIENCE

_Widget = TypeVar("_Widget", bound=QWidget)


def until(done: Callable[[], object]) -> None:
    """Let the program go on until something is so."""
    patience = QDeadlineTimer(PATIENCE * 1000)
    while not done():
        assert not patience.hasExpired()
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def settle() -> None:
    """Let the program do what it has put off for a moment."""
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QCoreApplication.processEvents()


def shown_one(kind: type[_Widget]) -> _Widget:
    """The window of a kind that comes up next."""
    from PySide6.QtWidgets import QApplication

    def found() -> list[_Widget]:
        windows = QApplication.topLevelWidgets()
        return [each for each in windows if isinstance(each, kind) and each.isVisible()]

    until(found)
    return found()[0]
