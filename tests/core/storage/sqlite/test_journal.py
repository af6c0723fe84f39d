"""The journal read past SQLite: what SQLite finds in both files, and never less or more."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from unionapp.storage.sqlite.journal import image_of, merged

Rows = list[tuple[int, str]]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A file with its journal, as a killed program leaves both: the connection stays open."""
    file = tmp_path / "kept.sqlite3"
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA wal_autocheckpoint = 0")
        connection.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, words TEXT)")
        write(connection, 40)
        connection.execute("PRAGMA wal_checkpoint(RESTART)")
        write(connection, 3)
        for number in range(60):
            connection.execute("DELETE FROM kept WHERE number = ?", (number * 7,))
            write(connection, 1 + number % 9)
        connection.execute("PRAGMA cache_size = 1")  # spills what is never committed
        connection.execute("BEGIN")
        write(connection, 100)
        yield file


def write(connection: sqlite3.Connection, rows: int) -> None:
    connection.executemany("INSERT INTO kept (words) VALUES (?)", [("字" * 500,)] * rows)


def as_sqlite_finds_it(file: Path, folder: Path) -> Rows:
    """The rows after SQLite's own recovery, of a copy."""
    folder.mkdir()
    for each in file.parent.glob(f"{file.name}*"):
        if each.suffix != ".sqlite3-shm":
            shutil.copy(each, folder)
    with closing(sqlite3.connect(folder / file.name)) as connection:
        return rows_in(connection)


def rows_in(connection: sqlite3.Connection) -> Rows:
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    return connection.execute("SELECT * FROM kept ORDER BY number").fetchall()


def as_read(image: bytes) -> Rows:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(image)
        return rows_in(connection)


def test_all_that_was_committed_is_there_and_nothing_else(file: Path, tmp_path: Path) -> None:
    here = as_read(image_of(file))
    assert here == as_sqlite_finds_it(file, tmp_path / "copy")
    assert 200 < len(here) < 400


def test_nothing_is_written_beside_what_is_read(file: Path) -> None:
    before = {each.name: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}
    image_of(file)
    after = {each.name: each.read_bytes() for each in file.parent.iterdir() if each.is_file()}
    assert after == before


@pytest.mark.parametrize("seed", range(8))
def test_a_journal_that_ends_or_is_spoiled_anywhere_is_read_as_far_as_sqlite_reads_it(
    file: Path, tmp_path: Path, seed: int
) -> None:
    chance = Random(seed)  # noqa: S311  # damage that can be drawn again
    broken = tmp_path / "broken"
    broken.mkdir()
    copy = Path(shutil.copy(file, broken))
    journal = bytearray(file.with_name(f"{file.name}-wal").read_bytes())
    if seed % 2:
        del journal[chance.randrange(len(journal)) :]
    else:
        journal[chance.randrange(len(journal))] ^= 1 << chance.randrange(8)
    copy.with_name(f"{copy.name}-wal").write_bytes(journal)
    assert as_read(image_of(copy)) == as_sqlite_finds_it(copy, tmp_path / "copy")


@pytest.mark.parametrize("journal", [b"", b"none", bytes(4096), b"\xff" * 100])
def test_what_is_no_journal_changes_nothing(file: Path, journal: bytes) -> None:
    content = file.read_bytes()
    assert merged(content, journal)[20:] == content[20:]


def test_a_file_without_a_journal_is_what_it_is(tmp_path: Path) -> None:
    file = tmp_path / "kept.sqlite3"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE kept (number INTEGER PRIMARY KEY, words TEXT)")
    assert image_of(file) == file.read_bytes()
