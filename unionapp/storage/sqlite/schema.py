"""The tables of the drafts, whose file it is, and how an older one is brought up to them."""

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unionapp.storage.sqlite.file import is_open_here, opened_to_read, transaction

_TABLES = """
CREATE TABLE template (
    digest TEXT PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE draft (
    id TEXT PRIMARY KEY, template TEXT NOT NULL REFERENCES template (digest),
    kind TEXT NOT NULL, unit TEXT NOT NULL, year TEXT NOT NULL,
    filled INTEGER NOT NULL, asked INTEGER NOT NULL,
    last_seq INTEGER NOT NULL, last_at TEXT NOT NULL, chain BLOB NOT NULL,
    label TEXT NOT NULL, origin TEXT NOT NULL,
    page TEXT NOT NULL DEFAULT '', findings INTEGER NOT NULL DEFAULT 0,
    written_at TEXT NOT NULL DEFAULT '', written_seq INTEGER NOT NULL DEFAULT 0,
    binned_at TEXT NOT NULL DEFAULT '');
CREATE TABLE edit (
    draft TEXT NOT NULL REFERENCES draft (id), seq INTEGER NOT NULL, step INTEGER NOT NULL,
    action TEXT NOT NULL, path TEXT NOT NULL, typed TEXT NOT NULL,
    author TEXT NOT NULL, at TEXT NOT NULL, chain BLOB NOT NULL, PRIMARY KEY (draft, seq));
CREATE TABLE snapshot (
    draft TEXT PRIMARY KEY REFERENCES draft (id), seq INTEGER NOT NULL,
    answers BLOB NOT NULL, fingerprints BLOB NOT NULL, digest BLOB NOT NULL);
CREATE TABLE paper (
    source TEXT NOT NULL, path BLOB NOT NULL, size INTEGER NOT NULL, sha256 TEXT NOT NULL,
    at TEXT NOT NULL, is_written INTEGER NOT NULL);
CREATE INDEX paper_of ON paper (source, path);
"""

# What brings a file to the next format, the first from format 1 to 2. `_TABLES` are those of the
# newest format, so what one of these changes is changed there too.
Upgrade: TypeAlias = Callable[[sqlite3.Connection], object]
UPGRADES: tuple[Upgrade, ...] = ()

# The tables by which drafts are known that were kept by a program which was never handed out.
_TABLES_OF_A_TRIAL = frozenset({"template", "draft", "edit"})

# What tells our files from those of other programs (SQLite, PRAGMA application_id).
_OURS = int.from_bytes(b"GHZJ", "big")

# How an SQLite file begins, the bytes of its header, and which of them are how it is written and
# read (with a rollback journal or another one), the format and the program that it belongs to.
_MAGIC = b"SQLite format 3\0"
_HEADER = 100
_VERSIONS = slice(18, 20)
_FORMAT = slice(60, 64)
_APPLICATION = slice(68, 72)
_JOURNALS = frozenset(b"\x01\x02")

# Called before a file of an older format is changed; what it raises leaves the file as it was.
BeforeUpgrade: TypeAlias = Callable[[], object]

# The columns of a file by table.
_Columns: TypeAlias = Mapping[str, frozenset[str]]

_COLUMNS = """
SELECT m.name, p.name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS p
WHERE m.type = 'table'
"""


class Whose(Enum):
    """Whose file it is, by its header and its tables."""

    NOBODYS = auto()  # nothing is in it yet
    OURS = auto()
    DAMAGED = auto()  # the tables are ours, what the header says of them is not
    NEWER = auto()  # ours, of a later format
    TRIAL = auto()  # drafts as no program keeps them that was ever handed out
    FOREIGN = auto()


class _Header(NamedTuple):
    """What a file says of itself: whose it is, of which format, and its ways of being written."""

    application: int
    format: int
    journals: frozenset[int]


def newest_format() -> int:
    """Return the format of this program's files; one with a higher format is of a newer program."""
    return 1 + len(UPGRADES)


def format_of(file: Path) -> int:
    """Return the format of a file as its header has it; 0 for one that is not there or has none.

    What is still in the journal is not seen.
    """
    header = _header(file)
    return header.format if header else 0


def owner_of(file: Path) -> Whose:
    """Return whose file it is, as far as that can be told without changing anything beside it.

    It is read past SQLite's journal, which would be laid beside the file and left there where one
    may not write. What is still in it is not seen, and a file that SQLite can't read at all is
    nobody's: both show when it is opened. One that is open here was looked at before.
    """
    if is_open_here(file):
        return Whose.OURS
    header = _header(file)
    if header is None:
        return Whose.NOBODYS
    application, format_ = header.application, header.format
    if _is_ours(application, format_):
        return Whose.OURS if header.journals <= _JOURNALS else Whose.DAMAGED
    try:
        with closing(opened_to_read(file)) as connection:
            return _owner(application, format_, _columns(connection))
    except sqlite3.Error:
        return Whose.NOBODYS


def owner_in(connection: sqlite3.Connection) -> Whose:
    """Return whose file it is that was opened."""
    application, format_ = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("application_id", "user_version")
    )
    if _is_ours(application, format_):
        return Whose.OURS
    return _owner(application, format_, _columns(connection))


def is_older(connection: sqlite3.Connection) -> bool:
    """Tell whether a file is still of an older format."""
    return _format_in(connection) < newest_format()


def prepare(connection: sqlite3.Connection, before_upgrade: BeforeUpgrade) -> None:
    """Make the tables, or bring those of an older program up to this one's, all or none.

    Args:
        connection: The file of the drafts, ours or nobody's.
        before_upgrade: Called before anything is changed in a file that has drafts already.
    """
    newest = newest_format()
    if _format_in(connection) == newest:  # nobody who writes just now is waited for
        return
    if _format_in(connection):
        before_upgrade()
    with transaction(connection):
        found = _format_in(connection)
        if not found:
            _make_tables(connection)
        for upgrade in UPGRADES[found - 1 :] if found else ():
            upgrade(connection)
        if found < newest:
            connection.execute(f"PRAGMA user_version = {newest}")


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {_OURS}")
    for statement in _TABLES.split(";")[:-1]:
        connection.execute(statement)


def _format_in(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _header(file: Path) -> _Header | None:
    """The header of a file, if it has one (File Format, 1.3)."""
    if not file.exists():
        return None
    with file.open("rb") as stream:
        header = stream.read(_HEADER)
    if len(header) < _HEADER or not header.startswith(_MAGIC):
        return None
    application, format_ = (int.from_bytes(header[part], "big") for part in (_APPLICATION, _FORMAT))
    return _Header(application, format_, frozenset(header[_VERSIONS]))


def _is_ours(application: int, format_: int) -> bool:
    return application == _OURS and 0 < format_ <= newest_format()


def _owner(application: int, format_: int, columns: _Columns) -> Whose:
    """Whose file it is that does not say in its header that it is ours and not newer."""
    ours = _columns_of_ours()
    if columns.items() >= ours.items():
        return Whose.DAMAGED
    if application == _OURS:
        return Whose.NEWER if format_ > newest_format() else Whose.DAMAGED
    if not columns and application == format_ == 0:
        return Whose.NOBODYS
    return Whose.TRIAL if columns.keys() >= _TABLES_OF_A_TRIAL else Whose.FOREIGN


def _columns(connection: sqlite3.Connection) -> _Columns:
    columns: dict[str, frozenset[str]] = {}
    for table, column in connection.execute(_COLUMNS):
        columns[table] = columns.get(table, frozenset()) | {column}
    return columns


def _columns_of_ours() -> _Columns:
    with closing(sqlite3.connect(":memory:")) as connection:
        _make_tables(connection)
        return _columns(connection)
