"""Nothing flashes: while one works there is one window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.places import EXAMPLES
from ui.window import SummaryWizard
from unionapp.figures.progress import page_ids
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin


class Watcher(QObject):
    """Notes every widget that becomes a window."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(repr(watched))
        return False


@pytest.mark.parametrize("template", ["school", "subdistrict"])
def test_turning_through_all_pages_opens_no_other_window(
    qtbot: QtBot, tmp_path: Path, template: str
) -> None:
    store, given = open_store(tmp_path), answers.load(EXAMPLES / f"{template}.toml")
    wizard = SummaryWizard(Session(store, begin(store, template, given.changes)))
    qtbot.addWidget(wizard, before_close_func=lambda shown: shown.hide())
    wizard.resize(1366, 740)
    watcher, application = Watcher(), QApplication.instance()
    assert application is not None
    wizard.show()
    application.installEventFilter(watcher)
    for page in page_ids(given.template):
        wizard.go_to_page(page)
        QTest.qWait(0)
    application.removeEventFilter(watcher)
    assert watcher.windows == []
