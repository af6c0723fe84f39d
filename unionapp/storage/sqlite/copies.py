"""Copies of the drafts' file: taken of one moment, and checked.

A copy is taken by SQLite's online backup, so it is of one moment even while somebody writes.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from unionapp.storage.sqlite.chain import SpoiledError
from unionapp.storage.sqlite.file import (
    DAMAGED,
    Connection,
    moment,
    opened_in_memory,
    reason_of_failure,
    tells_of_damage,
)
from unionapp.storage.sqlite.journal import image_of
from unionapp.storage.sqlite.schema import is_older

# In the header of an SQLite file, what makes it one that is read without a journal beside it
# (File Format, 1.3.3).
_VERSIONS = slice(18, 20)
_PLAIN = b"\x01\x01"

# What our drafts never have: what does something when it is read, and what is reckoned anew from
# other columns by whoever checks a file, for as long and with as much memory as it was made to.
_SCHEMA = "SELECT type, coalesce(sql, '') FROM sqlite_master"
_RECKONED = re.compile(r"\b(?:AS|CHECK|VIRTUAL|WHERE)\b", re.ASCII | re.IGNORECASE)


class Counted(NamedTuple):
    """How much a file holds."""

    drafts: int
    edits: int


class DamagedCopyError(Exception):
    """A copy that is not whole, or not of our making; it never leaves the rooms of the backups."""


class UnusableFileError(Exception):
    """The drafts' file cannot be used: why, in Chinese, and whether it is damaged itself."""

    def __init__(self, reason: str, *, damaged: bool) -> None:
        super().__init__(reason)
        self.reason = reason
        self.damaged = damaged


def checked(copy: Path) -> Counted:
    """Return how much a copy of our own holds.

    Every template and every edit in it is read; in one of an older format only its pages are.

    Raises:
        DamagedCopyError: it is not whole.
        UnusableFileError: the disk does not let it be read now; nothing is said of the copy.
    """
    try:
        with closing(_opened(copy)) as connection:
            return count_checked(connection)
    except SpoiledError as error:
        raise DamagedCopyError from error
    except sqlite3.Error as error:
        if not tells_of_damage(error):
            raise UnusableFileError(reason_of_failure(error), damaged=False) from error
        raise DamagedCopyError from error


def count_checked(connection: sqlite3.Connection) -> Counted:
    """Return how much an opened file of ours holds, when every template and edit has been read.

    In one of an older format only its pages are.

    Raises:
        sqlite3.Error: it can't be read.
        SpoiledError: something in it is not as it was written.
    """
    from unionapp.storage.sqlite.rows import count_all  # a list of drafts needs no edits

    refuse_strange(connection)
    if not (_has_sound_pages(connection) or _has_sound_pages(connection)):
        raise SpoiledError
    if is_older(connection):
        return _count(connection)
    return Counted(*count_all(connection))


def refuse_strange(connection: sqlite3.Connection) -> None:
    """Make sure that nothing in an opened file does anything when it is read; `SpoiledError`."""
    connection.execute("PRAGMA trusted_schema = OFF")
    if any(_is_strange(*each) for each in connection.execute(_SCHEMA)):
        raise SpoiledError


def _is_strange(type_: str, statement: str) -> bool:
    """Tell whether a part of the schema is none that we make; an index has columns alone."""
    if type_ == "index" and statement.count("(") > 1:
        return True
    return type_ not in {"table", "index"} or bool(_RECKONED.search(statement))


def _has_sound_pages(connection: sqlite3.Connection) -> bool:
    """Tell whether no page is damaged; asked twice, for one that can't be read now counts as that.

    SQLite raises nothing here where a disk gives an error once, as a bad cable does.
    """
    return bool(connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)])


def copied(file: Path, copy: Path) -> bytes:
    """Copy the drafts as they stand at one moment, and return the content of the checked copy.

    Raises:
        OSError: the file is not there, or one may not write to it.
        UnusableFileError: SQLite can't read it, or it is damaged itself.
        DamagedCopyError: the copy does not hold what the file does.
    """
    with _translated_errors(), closing(_writable(file)) as drafts:
        copy_out(drafts, copy)
    return copy.read_bytes()


def copy_out(drafts: sqlite3.Connection, copy: Path) -> None:
    """Copy the drafts of an opened file, and read the copy back, edit by edit.

    Raises:
        sqlite3.Error: the opened file can't be read, or the copy not be written.
        SpoiledError: it is damaged itself.
        DamagedCopyError: the copy does not hold what it does.
        UnusableFileError: the copy can't be read back now.
    """
    with moment(drafts):
        there = _count(drafts)
        with closing(_opened(copy)) as target:
            drafts.backup(target)
        with copy.open("r+b") as stream:
            stream.seek(_VERSIONS.start)
            stream.write(_PLAIN)
        try:
            same = checked(copy) == there
        except DamagedCopyError:
            count_checked(drafts)  # is it the drafts themselves that are damaged?
            raise
    if not same:
        raise DamagedCopyError


def copied_in_memory(file: Path) -> bytes:
    """Return the content of a checked copy for which no other file is needed.

    It is what is left where no room is beside the drafts, or no right to write there.

    Raises:
        OSError: the file can't be read.
        UnusableFileError: it is damaged.
    """
    image = _image(file)
    with _translated_errors(), closing(opened_in_memory(image)) as connection:
        count_checked(connection)
    return image


def _image(file: Path) -> bytes:
    """The drafts of one moment: through SQLite where it can open them, else past it.

    A window that has them open holds locks on them, and these go when anybody here closes the
    file past SQLite (POSIX, fcntl); but where a window could open them SQLite can do so again.
    """
    try:
        with closing(_writable(file)) as drafts, closing(sqlite3.connect(":memory:")) as target:
            drafts.backup(target)
            image = bytearray(target.serialize())
    except (sqlite3.Error, OSError, AttributeError):  # an old SQLite hands no content out
        return image_of(file)
    image[_VERSIONS] = _PLAIN
    return bytes(image)


def counted(file: Path) -> Counted:
    """Return how much there is to be kept; raises `OSError` or `UnusableFileError`."""
    if not file.exists():
        return Counted(0, 0)
    try:
        with closing(_writable(file)) as drafts:
            return _count(drafts)
    except (sqlite3.Error, OSError):
        with _translated_errors(), closing(opened_in_memory(_image(file))) as drafts:
            return _count(drafts)


def _count(connection: sqlite3.Connection) -> Counted:
    row = connection.execute(
        "SELECT (SELECT COUNT(*) FROM draft), (SELECT COUNT(*) FROM edit)"
    ).fetchone()
    return Counted(*row)


def _writable(file: Path) -> sqlite3.Connection:
    """The drafts, if one may write to them; else SQLite would lay files beside them that stay.

    Only asked, never opened past SQLite: closing the file again would take away the locks that
    the window's own connection has on it (POSIX, fcntl).
    """
    if not os.access(file, os.W_OK):
        raise OSError(errno.EACCES if file.exists() else errno.ENOENT, "")
    return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None, factory=Connection)


@contextmanager
def _translated_errors() -> Iterator[None]:
    try:
        yield
    except SpoiledError as error:
        raise UnusableFileError(DAMAGED, damaged=True) from error
    except sqlite3.Error as error:
        raise UnusableFileError(reason_of_failure(error), damaged=tells_of_damage(error)) from error
