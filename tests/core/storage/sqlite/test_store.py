"""Drafts on disk."""

import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.samples import value
from unionapp.draft import Action, Edit
from unionapp.errors import StoreError
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sqlite import FILE_NAME, SqliteStore, newest_format

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)
BEGUN = "2022-12-07T08:00:00+00:00"


def edit(seq: int, typed: str) -> Edit:
    return Edit(
        seq, seq, Action.DO, value("found", typed), "wang", f"2022-12-07T10:00:0{seq}+00:00"
    )


def test_an_edit_is_there_for_the_next_one_who_opens_the_folder(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, "2022-12-07T09:00:00+00:00")
    store.append(draft, [edit(1, "118"), edit(2, "119")], SUMMARY)
    assert SqliteStore(tmp_path).edits(draft) == (edit(1, "118"), edit(2, "119"))


def test_two_windows_on_one_draft_collide_visibly(tmp_path: Path) -> None:
    store, other = SqliteStore(tmp_path), SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, BEGUN)
    store.append(draft, [edit(1, "118")], SUMMARY)
    with pytest.raises(StoreError, match="另一个窗口"):
        other.append(draft, [edit(1, "200")], SUMMARY)
    assert store.edits(draft) == (edit(1, "118"),)


def test_a_store_that_is_opened_once_more_here_is_still_seen_to_be_open_elsewhere(
    tmp_path: Path,
) -> None:
    store = SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, BEGUN)
    SqliteStore(tmp_path).close()  # as whoever writes papers does, beside the window
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT * FROM draft')"
    other = [sys.executable, "-c", f"{look}.fetchall(); c.close()", str(tmp_path / FILE_NAME)]
    subprocess.run(other, check=True)  # the last one who closes the file takes its journal away
    store.append(draft, [edit(1, "118")], SUMMARY)
    assert store.renewal is None


@pytest.mark.parametrize("journal", ["WAL", "DELETE"])
def test_a_file_of_a_newer_program_is_left_alone(tmp_path: Path, journal: str) -> None:
    SqliteStore(tmp_path).close()
    connection = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    connection.execute(f"PRAGMA journal_mode = {journal}")
    connection.execute("ALTER TABLE draft ADD COLUMN of_later TEXT")
    connection.execute(f"PRAGMA user_version = {newest_format() + 1}")
    connection.close()
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="更新版本") as told:
        SqliteStore(tmp_path, lambda: pytest.fail("nothing is to be upgraded"))
    assert str(told.value).count("。") == 1
    assert [each.name for each in tmp_path.iterdir()] == [FILE_NAME]
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_a_newer_format_that_is_still_in_the_journal_is_seen(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    newer = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    newer.execute("ALTER TABLE draft ADD COLUMN of_later TEXT")
    newer.execute(f"PRAGMA user_version = {newest_format() + 1}")
    with pytest.raises(StoreError, match="更新版本"):
        SqliteStore(tmp_path)
    newer.close()
    store.close()


def test_a_file_that_is_no_store_is_told_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all" * 99)
    with pytest.raises(StoreError, match="不能打开草稿：文件有损坏"):
        SqliteStore(tmp_path)
    assert (tmp_path / FILE_NAME).read_bytes().startswith(b"not a database")


def test_only_the_owner_can_read_the_drafts(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    store.begin("source", SUMMARY, BEGUN)
    modes = {stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    assert modes == {0o600}


def test_the_page_where_one_left_is_kept_and_is_no_edit(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, BEGUN)
    store.leave_at(draft, "safety")
    assert (SqliteStore(tmp_path).page(draft), store.edits(draft)) == ("safety", ())


def test_a_draft_that_was_deleted_leaves_nothing_on_the_disk(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, BEGUN, [edit(1, "患重病的王小宝")])
    assert "患重病的王小宝" in written_in(tmp_path)
    store.bin(draft, BEGUN)
    store.delete(draft)
    assert "患重病的王小宝" not in written_in(tmp_path)


def written_in(folder: Path) -> str:
    """All bytes of all files of the store, as text."""
    return b"".join(file.read_bytes() for file in folder.iterdir()).decode(errors="replace")


def test_a_file_that_another_program_holds_is_told_in_chinese(tmp_path: Path) -> None:
    store = SqliteStore(tmp_path)
    draft = store.begin("source", SUMMARY, BEGUN)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="不能保存草稿：文件正被另一个程序占用"):
        store.append(draft, [edit(1, "118")])
    other.execute("ROLLBACK")
    other.close()
    store.append(draft, [edit(1, "118")])
    assert store.edits(draft) == (edit(1, "118"),)
