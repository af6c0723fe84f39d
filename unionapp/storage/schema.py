"""The tables of the drafts, and how a file that a former program made is brought up to them."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

FORMAT = 3
"""The version of the file; one with a higher one belongs to a newer program.

1 knew neither sources nor explanations, 2 no place of the next year in a template: a program of
their time stops at what goes there, and so it must not take such a file for one of its own.
"""

_TABLES = """
CREATE TABLE template (
    digest TEXT PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE draft (
    id TEXT PRIMARY KEY, template TEXT NOT NULL REFERENCES template (digest),
    kind TEXT NOT NULL, unit TEXT NOT NULL, year TEXT NOT NULL,
    filled INTEGER NOT NULL, asked INTEGER NOT NULL, begun_at TEXT NOT NULL,
    label TEXT NOT NULL DEFAULT '', page TEXT NOT NULL DEFAULT '',
    findings INTEGER NOT NULL DEFAULT 0,
    written_at TEXT NOT NULL DEFAULT '', binned_at TEXT NOT NULL DEFAULT '',
    written_seq INTEGER NOT NULL DEFAULT 0, origin TEXT NOT NULL DEFAULT '');
CREATE TABLE edit (
    draft TEXT NOT NULL REFERENCES draft (id), seq INTEGER NOT NULL, step INTEGER NOT NULL,
    action TEXT NOT NULL, path TEXT NOT NULL, typed TEXT NOT NULL,
    author TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (draft, seq));
"""

_ADDED = {"written_seq": "INTEGER NOT NULL DEFAULT 0", "origin": "TEXT NOT NULL DEFAULT ''"}
"""Columns of `draft` that files of a former program may still lack."""

_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_VERSION = slice(60, 64)
"""How an SQLite file begins, the bytes of its header, and which of them are the version."""

Upgrading = Callable[[], object]


def format_of(file: Path) -> int:
    """The version of a file as its header has it; 0 for one that is not there or has none.

    It is read past SQLite (File Format, 1.3.13), which would lay files beside it and leave them
    there where it may not write. What is still in the journal is not seen.
    """
    if not file.exists():
        return 0
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    return int.from_bytes(header[_VERSION], "big") if header.startswith(_MAGIC) else 0


def format_in(connection: sqlite3.Connection) -> int:
    """The version of an opened file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def prepare(connection: sqlite3.Connection, before_upgrade: Upgrading) -> None:
    """Make the tables, or add what a former program did not have.

    Args:
        connection: The file of the drafts.
        before_upgrade: Called before anything is changed in a file that has drafts already; what
            it raises leaves the file as it was.
    """
    if 0 < format_in(connection) < FORMAT or (format_in(connection) and _missing(connection)):
        before_upgrade()
    with transaction(connection):
        if not format_in(connection):
            for statement in _TABLES.split(";")[:-1]:
                connection.execute(statement)
        if format_in(connection) < FORMAT:
            connection.execute(f"PRAGMA user_version = {FORMAT}")
        for column in _missing(connection):
            connection.execute(f"ALTER TABLE draft ADD COLUMN {column} {_ADDED[column]}")


def _missing(connection: sqlite3.Connection) -> list[str]:
    """What came later than the tables of the file."""
    known = {row[1] for row in connection.execute("PRAGMA table_info(draft)")}
    return [column for column in _ADDED if column not in known]


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is done within, or nothing of it; others who write wait meanwhile."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
