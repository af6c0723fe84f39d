"""Backups that are databases of something else, or of nothing, or set traps."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.hostile.samples import Sample
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME

_CHANGE = Change(EditPath(Slot.VALUE, "unit"), "甲校工会")

_TRAPS = {
    "a trigger": "CREATE TRIGGER t AFTER UPDATE ON draft BEGIN DELETE FROM edit; END",
    "a view": "CREATE VIEW v AS SELECT * FROM edit",
    "a view in the place of the edits": "DROP TABLE edit; CREATE VIEW edit AS SELECT 1 AS seq",
    "no drafts": "DROP TABLE draft",
    "no edits": "DELETE FROM edit",
    "a draft without a template": "DELETE FROM template",
    "a template of blanks": "UPDATE template SET source = ''",
    "a template of 30 MB": "UPDATE template SET source = printf('%.*c', 30000000, '#')",
    "texts of 30 MB": "UPDATE edit SET typed = '\"' || printf('%.*c', 30000000, 'x') || '\"'",
    "bytes for texts": "UPDATE edit SET typed = x'ff00ff', path = x'00'",
    "numbers for texts": "UPDATE edit SET typed = 5, path = 7, at = 9",
    "nothing for texts": "UPDATE draft SET unit = '', year = '', begun_at = ''",
    "texts for numbers": "UPDATE edit SET seq = 'x', step = 'y'",
    "numbers below zero": "UPDATE edit SET seq = -seq, step = -9223372036854775808",
    "numbers beyond": "UPDATE edit SET seq = 9223372036854775807, step = 1e300",
    "paths of nowhere": "UPDATE edit SET path = '../../etc/passwd'",
    "an act that nobody knows": "UPDATE edit SET action = 'explode'",
    "times of nowhere": "UPDATE edit SET at = 'yesterday'",
    "times of no calendar": "UPDATE edit SET at = '9999-99-99'",
    "nested without end": "UPDATE edit SET typed = printf('%.*c', 1000000, '[')",
    "an index on an expression": "CREATE INDEX i ON edit (abs(seq))",
    "an index that lies": "CREATE INDEX i ON edit (path) WHERE seq < 0",
    "a column that is worked out": "ALTER TABLE edit ADD COLUMN z AS (zeroblob(100000000))",
    "a check that takes long": "CREATE TABLE x (a CHECK (length(hex(zeroblob(400000000))) > a));"
    "PRAGMA ignore_check_constraints = ON; INSERT INTO x VALUES (1), (2), (3), (4), (5)",
    "an index that takes long": "CREATE TABLE x (a);"
    "CREATE INDEX i ON x (length(hex(zeroblob(a)))); INSERT INTO x VALUES (1), (2), (3), (4), (5);"
    "PRAGMA writable_schema = ON; UPDATE sqlite_master"
    " SET sql = replace(sql, 'zeroblob(a)', 'zeroblob(400000000 + a)') WHERE name = 'i'",
    "a table of its own": "CREATE TABLE other AS SELECT * FROM edit",
    "20,000 drafts": "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 20000)"
    " INSERT INTO draft (id, template, kind, unit, year, filled, asked, last_seq, last_at, chain,"
    " label, origin) SELECT 'd' || x, template, kind, unit, year, filled, asked, 0, last_at, chain,"
    " label, origin FROM draft, n",
    "names without end": "UPDATE draft SET label = hex(zeroblob(9000000)), unit = char(10, 8238)",
    "100 tables": ";".join(f"CREATE TABLE t{at} (a)" for at in range(100)),
    "a format of the future": "PRAGMA user_version = 99",
    "a format below zero": "PRAGMA user_version = -1",
    "another owner": "PRAGMA application_id = 12345",
    "a schema rewritten": "PRAGMA writable_schema = 1;"
    "UPDATE sqlite_master SET sql = 'CREATE TABLE x'",
    "a schema of nonsense": "PRAGMA writable_schema = 1;"
    "UPDATE sqlite_master SET rootpage = 1, sql = ''",
    "roots that circle": "PRAGMA writable_schema = 1; UPDATE sqlite_master SET rootpage = 2",
}


@cache
def sound() -> bytes:
    """A backup with nothing wrong: two drafts with some edits."""
    with TemporaryDirectory() as folder:
        store = open_store(Path(folder))
        for template in ("school", "enterprise"):
            session = Session(store, begin(store, template, [_CHANGE]))
            for count in range(5):
                session.edit(Change(EditPath(Slot.NARRATIVE, "overview"), f"第{count}稿。" * 50))
        store.close()
        return _plain(Path(folder) / FILE_NAME)


def _plain(file: Path) -> bytes:
    """The database in one file, as a backup is."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    return file.read_bytes()


def _trapped(script: str) -> bytes:
    """The sound backup after some statements, as far as its tables know what these name."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x"
        file.write_bytes(sound())
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            whole = [script] if "BEGIN" in script else script.split(";")
            for statement in whole:
                with suppress(sqlite3.Error):
                    connection.execute(statement)
        return file.read_bytes()


def _stranger(script: str) -> bytes:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "x"
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.executescript(script)
        return file.read_bytes()


def hostile_backups() -> Iterator[Sample]:
    """Backups: of other making, with traps, cut off, and of other kinds."""
    for name, script in _TRAPS.items():
        yield Sample(f"backup: {name}", partial(_trapped, script))
    yield Sample("backup: an empty database", partial(_stranger, "VACUUM"))
    yield Sample("backup: another database", partial(_stranger, "CREATE TABLE a (b); VACUUM"))
    for part in (1, 15, 16, 99, 100, 512, 4096, 4097, 8192):
        yield Sample(f"backup: its first {part} bytes", partial(_beginning, part))
    for at, value in (
        (16, 0),
        (16, 255),
        (18, 9),
        (19, 9),
        (20, 255),
        (21, 0),
        (28, 255),
        (44, 9),
        (56, 9),
        (100, 0),
        (105, 255),
    ):
        yield Sample(f"backup: byte {at} is {value}", partial(_with_byte, at, value))
    yield Sample("backup: nothing", bytes)
    yield Sample("backup: 1 MB of zeros", partial(bytes, 2**20))
    yield Sample("backup: a text", lambda: b"SQLite format 3\0" + b"x" * 100_000)


def _beginning(length: int) -> bytes:
    return sound()[:length]


def _with_byte(at: int, value: int) -> bytes:
    content = bytearray(sound())
    content[at] = value
    return bytes(content)
