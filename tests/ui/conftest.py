"""Windows are drawn in memory, unless a real X screen is asked for by `UNIONAPP_TEST_XCB=1`."""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.patience import PATIENCE

os.environ["QT_QPA_PLATFORM"] = "xcb" if os.environ.get("UNIONAPP_TEST_XCB") else "offscreen"

from ui.preview.worker import finish_setting
from ui.runtime import Collector, finish_work
from unionapp.storage import DraftStore, open_store
from unionapp.system import data_folder


@pytest.fixture
def qtbot(qtbot: QtBot) -> QtBot:
    """A bot that waits on a busy machine too; of its own accord it would give up after 5 s."""
    for wait in ("waitUntil", "waitSignal", "waitActive", "waitExposed"):
        setattr(qtbot, wait, partial(getattr(qtbot, wait), timeout=PATIENCE * 1000))
    return qtbot


@pytest.fixture
def store() -> Iterator[DraftStore]:
    """The store of the test's own data folder."""
    store = open_store(data_folder())
    yield store
    store.close()


@pytest.fixture(autouse=True)
def _nothing_is_left(home: Path, _application: None) -> Iterator[None]:
    """No window, and no work on another thread, goes on into the next test and its data folder."""
    assert home
    yield
    for window in QApplication.topLevelWidgets():
        window.hide()
        window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    finish_work()
    finish_setting()
    QApplication.processEvents()


@pytest.fixture(autouse=True)
def _notices_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """A passing notice is still there when a busy machine comes to look at it."""
    monkeypatch.setattr("ui.window.status._READING_TIME", PATIENCE * 1000)


@pytest.fixture(scope="session", autouse=True)
def _plain_clipboard() -> Iterator[None]:
    """As the program itself does when it is closed."""
    yield
    from PySide6.QtWidgets import QApplication

    if QApplication.instance() is not None:
        from ui.editors.prose.clipboard import leave_plain

        leave_plain()


@pytest.fixture(autouse=True, scope="session")
def _application(qapp: QApplication) -> None:
    """One application with windows for all: whichever test comes first in a process makes it.

    Forgotten objects are collected as in the program itself, between two events and never else.
    """
    Collector(qapp)
