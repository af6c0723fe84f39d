"""What the start window says after the program before it came to no end of its own."""

from datetime import UTC, datetime, timedelta
from threading import Thread, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.support.samples import value
from tests.ui.support.opened import begun
from tests.ui.support.started import button, shown, wizard_of
from ui.kit import Mood
from ui.start import StartWindow, actions
from unionapp.errors import StoreError
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session
from unionapp.storage.sqlite import SqliteStore


def ago(**time: float) -> datetime:
    return datetime.now(UTC) - timedelta(**time)


def answers(window: StartWindow) -> list[str]:
    return [each.text() for each in window.notice.findChildren(QAbstractButton)]


def test_the_draft_that_was_written_is_named_with_its_time_and_opened_by_one_click(
    qtbot: QtBot, store: DraftStore
) -> None:
    begun(store, unit="甲校工会")
    id_ = begun(store, unit="乙校工会")
    Session(store, id_).edit(value("year", "2026"))
    window = shown(qtbot, store)
    window.report_sudden_end(ago(days=1))
    assert window.notice.sentence.startswith("上次没有正常关闭")
    assert "“乙校工会 2026年”最后一次修改是今天 " in window.notice.sentence
    assert window.notice.sentence.count("。") == 2
    button(window, "接着写").click()
    assert wizard_of(qtbot).desk.session.id == id_


def test_where_nothing_was_written_no_draft_is_named(qtbot: QtBot, store: DraftStore) -> None:
    begun(store, unit="甲校工会")
    window = shown(qtbot, store)
    window.report_sudden_end(ago(days=-1))
    assert window.notice.sentence.startswith("上次没有正常关闭")
    assert "甲校工会" not in window.notice.sentence
    assert answers(window) == ["知道了"]


def test_without_drafts_there_is_nothing_to_say(qtbot: QtBot, store: DraftStore) -> None:
    window = shown(qtbot, store)
    window.report_sudden_end(ago(days=1))
    assert window.notice.sentence == ""


def test_whoever_has_opened_a_file_at_once_is_told_in_passing(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store, unit="甲校工会")
    window = shown(qtbot, store)
    window.open_draft(id_)
    wizard = wizard_of(qtbot)
    window.report_sudden_end(ago(days=1))
    assert wizard.status.sentence == "上次没有正常关闭，存下的都在"


def test_nothing_is_promised_of_a_draft_that_can_not_be_read(
    qtbot: QtBot, store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise StoreError("草稿读不出来。")

    begun(store, unit="甲校工会")
    window = shown(qtbot, store)
    monkeypatch.setattr(SqliteStore, "edits", fail)
    window.report_sudden_end(ago(days=1))
    assert window.notice.sentence == "草稿读不出来。"
    assert window.notice.mood is Mood.ERROR


@pytest.mark.parametrize("can_be_opened_again", [True, False])
def test_a_long_draft_is_read_beside_the_window_which_can_be_used_meanwhile(
    qtbot: QtBot,
    store: DraftStore,
    monkeypatch: pytest.MonkeyPatch,
    *,
    can_be_opened_again: bool,
) -> None:
    threads: list[Thread] = []
    edits = SqliteStore.edits

    def noted(store: SqliteStore, draft: str, *place: int) -> object:
        threads.append(current_thread())
        if not can_be_opened_again and current_thread() is not main_thread():
            raise StoreError("草稿文件正被另一个程序占用。")
        return edits(store, draft, *place)

    begun(store, unit="甲校工会")
    window = shown(qtbot, store)
    monkeypatch.setattr(actions, "_SOON_READ", 0)
    monkeypatch.setattr(SqliteStore, "edits", noted)
    window.report_sudden_end(ago(days=1))
    assert window.notice.sentence == ""
    qtbot.waitUntil(lambda: window.notice.sentence.startswith("上次没有正常关闭"))
    assert (main_thread() in threads) is not can_be_opened_again
