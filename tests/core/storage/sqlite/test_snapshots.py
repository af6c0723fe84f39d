"""Snapshots beside the edits: believed only where nothing is odd, and gone with their draft."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from tests.support.samples import TEMPLATE, value
from unionapp.draft import Action, Edit, History, Snapshot
from unionapp.errors import StoreError
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sqlite import FILE_NAME, SqliteStore
from unionapp.values import Typed

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)
TYPED: tuple[Typed, ...] = ("120", ("甲", "乙"), (("甲", "1"), ("乙", "2")), "王小宝")
EDITS = [
    Edit(seq, seq, Action.DO, value("found", typed, f"f{seq}"), "wang", f"{seq}")
    for seq, typed in enumerate(TYPED, 1)
]
SNAPSHOT = History(TEMPLATE, EDITS[:3]).snapshot()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    store = SqliteStore(tmp_path)
    yield store
    store.close()


@pytest.fixture
def draft(store: SqliteStore) -> str:
    draft = store.begin("source", SUMMARY, "1", EDITS)
    store.keep_snapshot(draft, SNAPSHOT)
    return draft


def test_a_snapshot_comes_back_as_it_was_kept(store: SqliteStore, draft: str) -> None:
    kept = store.snapshot(draft)
    assert kept == SNAPSHOT
    assert kept is not None
    assert list(kept.answers) == list(SNAPSHOT.answers)


def test_a_draft_has_its_newest_snapshot_alone(store: SqliteStore, draft: str) -> None:
    newer = History(TEMPLATE, EDITS).snapshot()
    store.keep_snapshot(draft, newer)
    assert store.snapshot(draft) == newer
    assert store.snapshot(store.begin("source", SUMMARY, "1")) is None


@pytest.mark.parametrize(
    "odd",
    [
        "UPDATE snapshot SET seq = 2",
        "UPDATE snapshot SET seq = 9",
        "UPDATE snapshot SET seq = 'three'",
        "UPDATE snapshot SET answers = CAST(REPLACE(answers, '120', '121') AS BLOB)",
        "UPDATE snapshot SET answers = CAST('[]' AS BLOB)",
        "UPDATE snapshot SET answers = 'text'",
        "UPDATE snapshot SET fingerprints = zeroblob(32)",
        "UPDATE snapshot SET fingerprints = 7",
        "UPDATE snapshot SET digest = zeroblob(32)",
        "UPDATE edit SET chain = zeroblob(16) WHERE seq = 3",
        "UPDATE edit SET chain = 'text' WHERE seq = 3",
        "DELETE FROM edit WHERE seq = 3",
        "DELETE FROM snapshot",
        "DROP TABLE snapshot",
        "ALTER TABLE snapshot RENAME COLUMN answers TO others",
    ],
)
def test_a_snapshot_with_anything_odd_about_it_is_none(
    store: SqliteStore, draft: str, tmp_path: Path, odd: str
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as connection:
        connection.execute(odd)
    assert store.snapshot(draft) is None


def test_a_snapshot_of_an_edit_that_is_not_there_is_not_kept(
    store: SqliteStore, draft: str
) -> None:
    with pytest.raises(StoreError):
        store.keep_snapshot(draft, Snapshot(9, {}, bytes(80)))
    assert store.snapshot(draft) == SNAPSHOT


def test_a_draft_that_was_deleted_leaves_nothing_of_its_snapshot(
    store: SqliteStore, draft: str, tmp_path: Path
) -> None:
    store.keep_snapshot(draft, History(TEMPLATE, EDITS).snapshot())
    assert "王小宝" in written_in(tmp_path)
    store.delete(draft)  # it is not in the bin
    assert store.snapshot(draft) is not None
    store.bin(draft, "2")
    store.delete(draft)
    assert store.snapshot(draft) is None
    assert "王小宝" not in written_in(tmp_path)


def written_in(folder: Path) -> str:
    """All bytes of all files of the store, as text."""
    return b"".join(file.read_bytes() for file in folder.iterdir()).decode(errors="replace")


KILLED = """
import os, sys
from pathlib import Path
from tests.core.storage.sqlite.test_snapshots import EDITS, TEMPLATE
from unionapp.draft import History
from unionapp.storage.sqlite import SqliteStore, snapshots

def die(*args):
    keep(*args)
    print("half done", flush=True)
    os.kill(os.getpid(), 9)

keep, snapshots.keep = snapshots.keep, die
SqliteStore(Path(sys.argv[1])).keep_snapshot(sys.argv[2], History(TEMPLATE, EDITS).snapshot())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows kills by other means")
def test_whoever_is_killed_while_a_snapshot_is_kept_loses_nothing(
    store: SqliteStore, draft: str, tmp_path: Path
) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, tmp_path, draft],
        cwd=HOUSE,
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert (killed.stdout, killed.returncode) == ("half done\n", -signal.SIGKILL)
    assert store.snapshot(draft) == SNAPSHOT
    assert store.edits(draft) == tuple(EDITS)
