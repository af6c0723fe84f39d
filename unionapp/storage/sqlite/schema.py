"""The tables of the drafts, and how a file of an older program is brought up to them."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from unionapp.storage.sqlite.file import transaction

_TABLES = """
CREATE TABLE template (
    digest TEXT PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE draft (
    id TEXT PRIMARY KEY, template TEXT NOT NULL REFERENCES template (digest),
    kind TEXT NOT NULL, unit TEXT NOT NULL, year TEXT NOT NULL,
    filled INTEGER NOT NULL, asked INTEGER NOT NULL, begun_at TEXT NOT NULL,
    label TEXT NOT NULL, origin TEXT NOT NULL,
    page TEXT NOT NULL DEFAULT '', findings INTEGER NOT NULL DEFAULT 0,
    written_at TEXT NOT NULL DEFAULT '', written_seq INTEGER NOT NULL DEFAULT 0,
    binned_at TEXT NOT NULL DEFAULT '');
CREATE TABLE edit (
    draft TEXT NOT NULL REFERENCES draft (id), seq INTEGER NOT NULL, step INTEGER NOT NULL,
    action TEXT NOT NULL, path TEXT NOT NULL, typed TEXT NOT NULL,
    author TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (draft, seq));
"""

# What brings a file to the next format, the first from format 1 to 2. `_TABLES` are those of the
# newest format, so what one of these changes is changed there too.
Upgrade: TypeAlias = Callable[[sqlite3.Connection], object]
UPGRADES: tuple[Upgrade, ...] = ()

# How an SQLite file begins, the bytes of its header, and which of them are the format.
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_FORMAT = slice(60, 64)

# Called before a file of an older format is changed; what it raises leaves the file as it was.
BeforeUpgrade: TypeAlias = Callable[[], object]


def newest_format() -> int:
    """Return the format of this program's files; one with a higher format is of a newer program."""
    return 1 + len(UPGRADES)


def format_of(file: Path) -> int:
    """Return the format of a file as its header has it; 0 for one that is not there or has none.

    It is read past SQLite (File Format, 1.3.13), which would lay files beside it and leave them
    there where it may not write. What is still in the journal is not seen.
    """
    if not file.exists():
        return 0
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    return int.from_bytes(header[_FORMAT], "big") if header.startswith(_MAGIC) else 0


def format_in(connection: sqlite3.Connection) -> int:
    """Return the format of an opened file; 0 for one that has no tables yet."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def prepare(connection: sqlite3.Connection, before_upgrade: BeforeUpgrade) -> None:
    """Make the tables, or bring those of an older program up to this one's, all or none.

    Args:
        connection: The file of the drafts.
        before_upgrade: Called before anything is changed in a file that has drafts already.
    """
    newest = newest_format()
    if 0 < format_in(connection) < newest:
        before_upgrade()
    with transaction(connection):
        found = format_in(connection)
        if not found:
            _make_tables(connection)
        for upgrade in UPGRADES[found - 1 :] if found else ():
            upgrade(connection)
        if found < newest:
            connection.execute(f"PRAGMA user_version = {newest}")


def _make_tables(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";")[:-1]:
        connection.execute(statement)
