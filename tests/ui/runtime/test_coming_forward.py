"""A draft's file double-clicked while the program runs."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.support.places import HOUSE
from tests.ui.support.opened import begun, visible_buttons
from tests.ui.support.started import button, shown, wizard_of
from ui.kit import Message
from ui.preview.window import PreviewWindow
from ui.runtime import Instance
from ui.window import SummaryWizard
from unionapp.figures import FINISH
from unionapp.storage import DraftStore, open_store
from unionapp.storage.sessions import exchange
from unionapp.system import data_folder


@pytest.fixture
def handed_over(tmp_path: Path) -> Path:
    """A colleague's file."""
    path = tmp_path / "交接 草稿.ghzj"
    (tmp_path / "colleague").mkdir()
    other = open_store(tmp_path / "colleague")
    exchange.save(other, begun(other, unit="甲校工会"), path)
    other.close()
    return path


def unit_of(wizard: SummaryWizard) -> str:
    return wizard.desk.figures.printed("unit")


def test_the_start_window_opens_the_file(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    shown(qtbot, store).come_forward(str(handed_over))
    wizard = wizard_of(qtbot)
    assert unit_of(wizard) == "甲校工会"
    wizard.close()


def test_the_file_is_opened_in_place_of_the_draft_that_is_open(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    start = shown(qtbot, store)
    start.open_draft(begun(store, unit="乙校工会"))
    wizard_of(qtbot)
    start.come_forward(str(handed_over))
    qtbot.waitUntil(lambda: unit_of(wizard_of(qtbot)) == "甲校工会")
    opened = [each for each in QApplication.topLevelWidgets() if isinstance(each, SummaryWizard)]
    assert len([each for each in opened if each.isVisible()]) == 1
    assert len(store.drafts()) == 2
    wizard_of(qtbot).close()


def test_a_preview_that_is_open_goes_with_its_draft(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    start = shown(qtbot, store)
    start.open_draft(begun(store, unit="乙校工会"))
    wizard = wizard_of(qtbot)
    wizard.go_to_page(FINISH)
    next(each for each in visible_buttons(wizard) if each.text() == "打印预览…").click()
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, PreviewWindow)
    start.come_forward(str(handed_over))
    qtbot.waitUntil(lambda: unit_of(wizard_of(qtbot)) == "甲校工会")
    qtbot.waitUntil(lambda: not isValid(preview))
    wizard_of(qtbot).close()


def test_the_same_file_again_goes_on_in_its_draft_and_offers_another_copy(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    start = shown(qtbot, store)
    start.come_forward(str(handed_over))
    wizard = wizard_of(qtbot)
    assert "已存为新的草稿" in wizard.status.sentence
    wizard.close()
    assert "已存为新的草稿" in start.notice.sentence
    start.come_forward(str(handed_over))
    again = wizard_of(qtbot)
    assert again.desk.session.id == wizard.desk.session.id
    assert "接着写原来那份草稿" in again.status.sentence
    again.close()
    assert len(store.drafts()) == 1
    button(start, "另存为新的草稿").click()
    another = wizard_of(qtbot)
    assert another.desk.session.id != wizard.desk.session.id
    another.close()
    assert len(store.drafts()) == 2


def test_the_file_of_the_draft_that_is_open_is_only_told(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    start = shown(qtbot, store)
    start.come_forward(str(handed_over))
    wizard = wizard_of(qtbot)
    start.come_forward(str(handed_over))
    assert wizard_of(qtbot) is wizard
    assert "就是这一份" in wizard.status.sentence
    assert len(store.drafts()) == 1
    wizard.close()


@pytest.mark.parametrize("content", [None, b"\x1f\x8b damaged"])
def test_a_file_that_is_gone_or_damaged_leaves_the_open_draft_open(
    qtbot: QtBot, store: DraftStore, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "坏的.ghzj"
    if content is not None:
        file.write_bytes(content)
    start = shown(qtbot, store)
    start.open_draft(begun(store, unit="乙校工会"))
    wizard = wizard_of(qtbot)
    start.come_forward(str(file))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Message))
    box = QApplication.activeModalWidget()
    assert isinstance(box, Message)
    assert "坏的.ghzj" in box.text()
    box.close()
    assert wizard.isVisible()
    assert len(store.drafts()) == 1
    wizard.close()


def test_a_second_start_brings_the_open_window_back(qtbot: QtBot, store: DraftStore) -> None:
    start = shown(qtbot, store)
    start.showMinimized()
    start.come_forward("")
    qtbot.waitUntil(lambda: not start.isMinimized())


def test_the_whole_program_started_again_ends_at_once(
    qtbot: QtBot, store: DraftStore, handed_over: Path
) -> None:
    start = shown(qtbot, store)
    instance = Instance(data_folder())
    assert instance.is_first(None)
    instance.asked.connect(start.come_forward)
    instance.listen()
    with subprocess.Popen(
        [sys.executable, "-m", "ui.app", handed_over.name],
        cwd=handed_over.parent,
        env={**os.environ, "PYTHONPATH": str(HOUSE), "UNIONAPP_HOME": str(data_folder())},
    ) as again:
        qtbot.waitUntil(lambda: again.poll() is not None)
        assert again.returncode == 0
    wizard = wizard_of(qtbot)
    assert unit_of(wizard) == "甲校工会"
    wizard.close()
