"""One saved edit beside a raw SQLite commit of the same row with the same pragmas."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path

from tests.bench.timing import Comparison, compare
from unionapp.draft import Change, EditPath, Slot
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

PATH = EditPath(Slot.VALUE, "migrant_members_done")


# A saved edit takes as many times as long as a raw commit, or so many seconds, whichever is more.
_TIMES = 3
_SECONDS = 0.0005


def compare_edits(folder: Path, example: Path) -> Comparison:
    """An edit in a draft that is filled in, in the thousands."""
    found = compare(
        "one saved edit / a raw SQLite commit",
        _edits(folder, example),
        _raw_commits(folder),
        promised=_TIMES,
        runs=2000,
    )
    return replace(found, promised=max(_TIMES, _SECONDS / found.theirs))


def _edits(folder: Path, example: Path) -> Callable[[], object]:
    store = open_store(folder)
    given = answers.load(example)
    session = Session(store, begin(store, given.template.id, given.changes))
    numbers = count(1)
    return lambda: session.edit(Change(PATH, str(next(numbers))))


def _raw_commits(folder: Path) -> Callable[[], object]:
    connection = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE edit (draft TEXT, seq INTEGER, step INTEGER, action TEXT, path TEXT,"
        " typed TEXT, author TEXT, at TEXT, PRIMARY KEY (draft, seq))"
    )
    numbers = count(1)

    def commit() -> None:
        seq = next(numbers)
        row = ("0123456789ab", seq, seq, "do", str(PATH), f'"{seq}"', "user", "2022-12-07T10:00:00")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")

    return commit
