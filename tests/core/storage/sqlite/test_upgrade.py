"""A file of an older format is brought up to a newer one, on a made-up step from 1 to 2."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.support.places import HOUSE
from tests.support.samples import value
from unionapp.draft import Edit
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, open_store
from unionapp.storage.backup import backups, restoring
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME, format_of, schema
from unionapp.system import data_folder, usual_backup_folder
from unionapp.system.worker import process

Kept: TypeAlias = tuple[str, tuple[Edit, ...]]


def add_district(connection: sqlite3.Connection) -> None:
    """The made-up step: a column more, and something else in one that was there."""
    connection.execute("ALTER TABLE draft ADD COLUMN district TEXT NOT NULL DEFAULT '翠竹'")
    connection.execute("UPDATE draft SET label = '已升级'")


@pytest.fixture
def older() -> Kept:
    """A draft in a file of today's format, and its edits."""
    store = open_store(data_folder())
    draft = begin(store, "school", [value("unit", "甲校工会"), value("year", "2022")])
    Session(store, draft).edit(value("teachers", "120"))
    edits = store.edits(draft)
    store.close()
    return draft, edits


@pytest.fixture
def newer_program(older: Kept, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """The same draft, when a program comes that knows the step."""
    monkeypatch.setattr(schema, "UPGRADES", (add_district,))
    return older


def opened() -> DraftStore:
    return open_store(data_folder(), backups.take_before_upgrade)


def columns(file: Path) -> set[str]:
    with closing(sqlite3.connect(file)) as connection:
        return {row[1] for row in connection.execute("PRAGMA table_info(draft)")}


def test_drafts_are_backed_up_as_they_were_before_their_format_is_changed(
    newer_program: Kept,
) -> None:
    draft, edits = newer_program
    store = opened()
    assert (store.edits(draft), store.listing(draft).label) == (edits, "已升级")
    store.close()
    file = data_folder() / FILE_NAME
    assert (format_of(file), "district" in columns(file)) == (2, True)
    (made,) = backups.found()
    assert (format_of(made.path), "district" in columns(made.path)) == (1, False)
    opened().close()
    assert len(backups.found()) == 1


def test_a_backup_of_the_older_format_still_gives_its_drafts_back(
    newer_program: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "command", lambda: [""])  # the step is known here alone
    draft, edits = newer_program
    store = opened()
    (made,) = backups.found()
    (kept,) = restoring.drafts_in(made.path)
    assert kept.row.label == "已升级"
    back = restoring.bring_back(store, restoring.fetch(made.path, kept))
    assert back != draft
    assert [each.change for each in store.edits(back)] == [each.change for each in edits]
    assert format_of(made.path) == 1


def test_without_a_backup_the_format_is_not_changed(
    newer_program: Kept,
) -> None:
    usual_backup_folder().write_text("a file is in the way")
    with pytest.raises(
        StoreError, match=r"升级草稿的格式以前要先备份。备份没有做成：.*再打开本程序"
    ):
        opened()
    assert format_of(data_folder() / FILE_NAME) == 1
    usual_backup_folder().unlink()
    assert opened().edits(newer_program[0]) == newer_program[1]


def test_a_step_that_fails_leaves_the_file_as_it_was(
    older: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sqlite3.Connection) -> None:
        add_district(connection)
        connection.execute("DELETE FROM nowhere")

    monkeypatch.setattr(schema, "UPGRADES", (fail,))
    with pytest.raises(StoreError, match="不能打开草稿"):
        opened()
    monkeypatch.setattr(schema, "UPGRADES", ())
    draft, edits = older
    store = opened()
    assert (store.edits(draft), store.listing(draft).label) == (edits, "")


KILLED = """
import os, sys
from pathlib import Path
from unionapp.storage import open_store
from unionapp.storage.sqlite import schema

def step(connection):
    connection.execute("ALTER TABLE draft ADD COLUMN district TEXT NOT NULL DEFAULT ''")
    connection.execute("DELETE FROM edit")
    print("half done", flush=True)
    os.kill(os.getpid(), 9)

schema.UPGRADES = (step,)
open_store(Path(sys.argv[1]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills by other means")
def test_a_program_that_is_killed_in_the_middle_loses_nothing(
    older: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, data_folder()],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (killed.stdout, killed.returncode) == ("half done\n", -signal.SIGKILL)
    assert format_of(data_folder() / FILE_NAME) == 1
    monkeypatch.setattr(schema, "UPGRADES", (add_district,))
    draft, edits = older
    store = opened()
    assert (store.edits(draft), store.listing(draft).label) == (edits, "已升级")


def test_several_steps_are_taken_in_order_each_by_those_files_alone_that_need_it(
    older: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    def name_after_district(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE draft SET label = label || district")

    for steps in ((add_district,), (add_district, name_after_district)):
        monkeypatch.setattr(schema, "UPGRADES", steps)
        store = opened()
        store.close()
    assert store_label(older[0]) == "已升级翠竹"
    assert format_of(data_folder() / FILE_NAME) == 3


def store_label(draft: str) -> str:
    return opened().listing(draft).label


@pytest.mark.usefixtures("older")
def test_a_file_of_the_newer_format_is_refused_by_this_program_and_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as newer:
        newer.setattr(schema, "UPGRADES", (add_district,))
        opened().close()
    before = (data_folder() / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match="是用更新版本的程序保存的，请升级本程序后再打开") as told:
        opened()
    assert str(told.value).count("。") == 1
    assert (data_folder() / FILE_NAME).read_bytes() == before
    assert len(backups.found()) == 1
