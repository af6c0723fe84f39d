"""The window on a disk that is full or read-only: everything is read, and what can't be is said."""

from collections.abc import Callable, Iterator
from pathlib import Path
from socket import gethostname

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.machine import Disk, can_make_disks, disk
from tests.support.samples import value
from tests.ui.runtime.test_app import run_with_file
from tests.ui.support.opened import type_into
from tests.ui.support.started import button, rows, shown, wizard_of
from ui.kit import Mood
from ui.start import StartWindow
from unionapp.storage import DraftStore, open_drafts, open_store
from unionapp.storage.sessions import Session, begin

pytestmark = pytest.mark.skipif(not can_make_disks(), reason="only root can make a disk")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    with disk(tmp_path / "disk") as place:
        monkeypatch.setenv("UNIONAPP_HOME", str(place.folder / "home"))
        (place.folder / "home").mkdir(mode=0o700)
        store = open_store(place.folder / "home")
        begin(store, "school", [value("unit", "甲校工会")])
        store.close()
        yield place


@pytest.fixture
def store(place: Disk) -> Iterator[DraftStore]:
    """The drafts on a disk that has no room."""
    place.fill()
    store = open_drafts(place.folder / "home")
    yield store
    store.close()


@pytest.fixture
def window(qtbot: QtBot, store: DraftStore) -> StartWindow:
    window = shown(qtbot, store)
    window.report_refusal()
    return window


def mood_of(window: StartWindow) -> Mood:
    return window.notice.mood


def test_the_window_says_that_nothing_can_be_saved_until_it_can(
    window: StartWindow, place: Disk
) -> None:
    assert window.notice.sentence.startswith("磁盘满了，草稿现在存不了")
    assert mood_of(window) is Mood.WARNING
    assert window.windowTitle() == "工会年度总结（现在存不了）"
    assert window.foot.saved.words == "现在存不了草稿"
    button(window, "再试一次").click()
    assert window.notice.sentence.startswith("磁盘满了，草稿现在存不了")
    place.make_room()
    button(window, "再试一次").click()
    assert window.notice.sentence == "现在能保存了，接着写就是。"
    assert mood_of(window) is Mood.DONE
    assert window.foot.saved.words == "写下的随时保存在这台电脑上"
    assert window.windowTitle() == "工会年度总结"


def test_what_begins_a_draft_is_refused_and_the_title_goes_on_saying_why(
    window: StartWindow,
) -> None:
    button(window, "打开示例").click()
    assert window.notice.mood is Mood.ERROR
    assert window.notice.sentence.startswith("磁盘满了，草稿现在存不了")
    window.report_backup("备份没有做成。")
    assert window.windowTitle() == "工会年度总结（现在存不了）"


def test_a_draft_is_opened_and_what_is_typed_is_held_and_saved_as_soon_as_there_is_room(
    qtbot: QtBot, window: StartWindow, place: Disk, store: DraftStore
) -> None:
    (row,) = store.drafts()
    window.open_draft(row.id)
    wizard = wizard_of(qtbot)
    assert wizard.status.sentence.startswith("没有保存：磁盘满了")
    wizard.desk.put_all([])  # as it is tried again and again
    assert wizard.status.sentence.startswith("没有保存：磁盘满了")
    type_into(wizard, "year", "2026")
    assert wizard.status.failing
    place.make_room()
    qtbot.waitUntil(lambda: wizard.status.sentence.startswith("已保存"))
    assert Session(store, row.id).figures.printed("year") == "2026年"
    wizard.close()
    assert rows(window)
    assert QApplication.activeModalWidget() is None
    assert window.windowTitle() == "工会年度总结"


@pytest.mark.parametrize(
    ("shut", "why"),
    [(Disk.forbid_writing, "草稿所在的磁盘是只读的"), (Disk.fill, "磁盘满了")],
    ids=["read-only", "full"],
)
def test_the_program_starts_although_one_that_was_killed_left_its_lock_behind(
    place: Disk, shut: Callable[[Disk], None], why: str
) -> None:
    home = place.folder / "home"
    (home / "running.lock").write_text(f"999999999\npython\n{gethostname()}\n")
    shut(place)
    told = run_with_file(home)
    assert told.startswith("StartWindow 工会年度总结（现在存不了）")
    assert f"{why}，草稿现在存不了" in told
