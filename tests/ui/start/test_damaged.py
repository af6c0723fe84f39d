"""Damaged drafts as the person at the start window meets them."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun
from tests.ui.support.started import drafts, shown, wizard_of
from ui.backups import BackupsPanel, DailyBackup
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, open_drafts
from unionapp.storage.backup import backups
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder


@pytest.fixture
def lasting() -> Iterator[DraftStore]:
    with closing(open_drafts(data_folder())) as store:
        yield store


@pytest.fixture
def bad(lasting: DraftStore) -> str:
    """A draft with an edit that is to be spoiled, beside a good one."""
    begun(lasting, unit="乙校工会", year="2022")
    return begun(lasting, unit="甲校工会", year="2022")


def spoil(draft: str, statement: str = "UPDATE edit SET typed = '{' WHERE seq = 2") -> None:
    """Somebody writes something into the file, past the program."""
    with closing(sqlite3.connect(data_folder() / FILE_NAME, isolation_level=None)) as connection:
        connection.execute(f"{statement} AND draft = ?", (draft,))


def words_of(window: QWidget) -> str:
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())


def test_a_damaged_draft_opens_with_what_is_left_of_it_and_that_is_said(
    qtbot: QtBot, lasting: DraftStore, bad: str
) -> None:
    start = shown(qtbot, lasting)
    spoil(bad)
    start.open_draft(bad)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit") == "甲校工会"
    assert "救出来 2 份草稿，其中“甲校工会 2022年”少了 1 处修改" in start.notice.sentence
    assert "少了 1 处修改" in wizard.status.sentence
    assert not start.findChildren(BackupsPanel)
    wizard.close()
    assert drafts(start).drafts.rowCount() == 2
    (panel,) = start.findChildren(BackupsPanel)
    assert "请在这里选一份备份，把缺少的找回来。" in panel.why.text()


def test_where_the_drafts_cannot_be_read_when_one_is_closed_it_is_said_and_others_open(
    qtbot: QtBot, lasting: DraftStore, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise StoreError("不能读取草稿：磁盘读写出错。")

    start = shown(qtbot, lasting)
    start.open_draft(bad)
    with monkeypatch.context() as patched:
        patched.setattr(lasting, "drafts", fail)
        wizard_of(qtbot).close()
    assert "磁盘读写出错" in start.notice.sentence
    other = next(row.id for row in lasting.drafts() if row.id != bad)
    start.open_draft(other)
    assert wizard_of(qtbot).desk.session.id == other


def test_where_something_is_missing_the_backups_are_opened(
    qtbot: QtBot, lasting: DraftStore, bad: str
) -> None:
    backups.take()
    spoil(bad)
    start = shown(qtbot, lasting)
    lasting.mend()
    start.refresh()
    (panel,) = start.findChildren(BackupsPanel)
    assert "请在这里选一份备份，把缺少的找回来。" in panel.why.text()
    qtbot.waitUntil(lambda: panel.drafts.count() == 2)


def test_where_nothing_is_missing_it_is_only_said(
    qtbot: QtBot, lasting: DraftStore, bad: str
) -> None:
    start = shown(qtbot, lasting)
    spoil(bad, "UPDATE edit SET chain = X'00' WHERE seq = 1")
    start.open_draft(bad)
    assert "里面的 2 份草稿都救了出来，没有发现缺少" in start.notice.sentence
    wizard_of(qtbot).close()
    assert not start.findChildren(BackupsPanel)


def test_what_a_backup_finds_to_be_damaged_is_mended_and_backed_up(
    qtbot: QtBot, lasting: DraftStore, bad: str
) -> None:
    start = shown(qtbot, lasting)
    spoil(bad)
    daily = DailyBackup(start)
    daily.damaged.connect(start.mend)
    with qtbot.waitSignal(daily.seen):
        daily.look()
    assert "少了 1 处修改" in start.notice.sentence
    assert len(backups.found()) == 1
