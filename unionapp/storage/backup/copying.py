"""One copy of the drafts: taken of one moment, checked, carried to its place and read back.

A copy is taken by SQLite's online backup, so it is of one moment even while somebody writes. It
is made and checked in the data folder and only then carried over as plain bytes: a stick or a
share needs to be no place where SQLite can work.
"""

import errno
import os
import secrets
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder, write_for_owner

PART = ".part"
"""What the name of a copy ends with until it has been read back."""

_SCRATCH = "backup-"
_LEFT_OVER = 3600
"""Seconds after which something half done was left by a program that was killed."""

_VERSIONS = slice(18, 20)
_PLAIN = b"\x01\x01"
"""In the header of an SQLite file: it is read without a journal beside it (File Format, 1.3.3)."""


class Counted(NamedTuple):
    """How much a copy holds."""

    drafts: int
    edits: int


class DamagedError(Exception):
    """A copy is not whole, or not of our making; it never leaves the rooms of the backups."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder for a copy while it is made or read, beside the drafts and as closed as they."""
    home = data_folder()
    for left in home.glob(f"{_SCRATCH}*"):
        if is_left_over(left):
            shutil.rmtree(left, ignore_errors=True)
    made = home / f"{_SCRATCH}{secrets.token_hex(8)}"
    made.mkdir(mode=0o700)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def checked(file: Path) -> Counted:
    """How much a copy in our own scratch holds; raises `DamagedError` if it is not whole."""
    try:
        with closing(sqlite3.connect(file, isolation_level=None)) as connection:
            connection.execute("PRAGMA trusted_schema = OFF")
            if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
                raise DamagedError
            if connection.execute(_STRANGE).fetchone() != (0,):
                raise DamagedError
            return _count(connection)
    except sqlite3.Error as error:
        raise DamagedError from error


_STRANGE = "SELECT COUNT(*) FROM sqlite_master WHERE type NOT IN ('table', 'index')"
"""What our drafts never have, and what would do something when it is read."""


def _count(connection: sqlite3.Connection) -> Counted:
    row = connection.execute(
        "SELECT (SELECT COUNT(*) FROM draft), (SELECT COUNT(*) FROM edit)"
    ).fetchone()
    return Counted(*row)


def copied(file: Path) -> bytes:
    """The drafts as they stand at one moment, checked, as the content of a file."""
    with closing(_drafts()) as drafts, closing(_opened(file)) as copy:
        drafts.execute("BEGIN")
        there = _count(drafts)
        drafts.backup(copy)
    with file.open("r+b") as stream:
        stream.seek(_VERSIONS.start)
        stream.write(_PLAIN)
    if checked(file) != there:
        raise DamagedError
    return file.read_bytes()


def _drafts() -> sqlite3.Connection:
    """The drafts, if one may write to them; else SQLite would lay files beside them that stay.

    Only asked, never opened past SQLite: closing the file again would take away the locks that
    the window's own connection has on it (POSIX, fcntl).
    """
    file = data_folder() / FILE_NAME
    if not os.access(file, os.W_OK):
        raise OSError(errno.EACCES if file.exists() else errno.ENOENT, "")
    return _opened(file)


def _opened(file: Path) -> sqlite3.Connection:
    return sqlite3.connect(file, isolation_level=None)


def carry(content: bytes, path: Path) -> None:
    """Put the copy in its place, under its name only when it has been read back."""
    part = path.with_name(path.name + PART)
    try:
        write_for_owner(part, content)
        if part.read_bytes() != content:
            raise DamagedError
        part.replace(path)
        _settle(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _settle(place: Path) -> None:
    """Have the new name on the disk too, where the system can do that for a folder."""
    with suppress(OSError):
        entry = os.open(place, os.O_RDONLY)
        try:
            os.fsync(entry)
        finally:
            os.close(entry)


def is_left_over(path: Path) -> bool:
    """Whether something half done is so old that nobody can still be at it."""
    try:
        return time.time() - path.lstat().st_mtime > _LEFT_OVER
    except FileNotFoundError:  # whoever was at it has finished meanwhile
        return False


def holds_drafts() -> bool:
    """Whether there is any draft to be kept."""
    if not (data_folder() / FILE_NAME).exists():
        return False
    with closing(_drafts()) as drafts:
        return _count(drafts).drafts > 0
