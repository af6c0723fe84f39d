"""Whether the files that a store has open are still those which stand in its folder.

Cleaners, and programs that keep a folder alike on several PCs, take files away, put others in their
place or cut them off, and no error tells of it: whoever has them open writes on into what nobody
will find again (SQLite, How To Corrupt An SQLite Database File, 4.2). So they are looked at before
each save.
"""

import os
import sqlite3
from collections.abc import Iterator
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from unionapp.storage.sqlite.file import BESIDE


class Standing(Enum):
    """How a store's files stand."""

    WHOLE = auto()
    GONE = auto()  # some are away, or others stand in their place
    CUT = auto()  # some have lost their end


class _Seen(NamedTuple):
    """One file as it was seen: which it is, and its bytes."""

    device: int
    number: int
    size: int


class Presence:
    """The files of a store as they were when they were last looked at."""

    def __init__(self, file: Path, connection: sqlite3.Connection) -> None:
        """Look at the files of a store that has just been opened."""
        self._paths = tuple(os.fspath(file) + ending for ending in ("", *BESIDE))
        self._connection = connection
        self.note()

    def note(self) -> None:
        """Take the files as they are now to be whole."""
        self._seen, self._version = self._look(), self._version_now()

    def standing(self) -> Standing:
        """Return how the files stand, since they were looked at the last time.

        Raises:
            OSError: they can't be looked at; that does not mean that they are gone.
        """
        before, now = self._seen, self._look()
        if before == now:
            return Standing.WHOLE
        pairs = tuple(zip(before, now, strict=True))
        if any(old and (not new or old[:2] != new[:2]) for old, new in pairs):
            return Standing.GONE
        if self._are_cut(*(bool(old and new and new.size < old.size) for old, new in pairs)):
            return Standing.CUT
        self.note()
        return Standing.WHOLE

    def still_there(self) -> Iterator[Path]:
        """Give those of the files that still stand in their places."""
        for path, seen in zip(self._paths, self._seen, strict=True):
            now = _seen(path)
            if seen and now and seen[:2] == now[:2]:
                yield Path(path)

    def _are_cut(self, file: bool, journal: bool, index: bool) -> bool:  # noqa: FBT001 - a row
        """Tell whether what became shorter was not made so by SQLite.

        Whoever deletes a draft for good cuts the journal off, once all of it stands in the file.
        """
        if index:  # mapped into memory, where the missing part must not be touched
            os.truncate(self._paths[-1], self._seen[-1].size if self._seen[-1] else 0)
        if file or index:
            return True
        try:
            return journal and self._version == self._version_now()
        except sqlite3.Error:
            return True

    def _look(self) -> tuple[_Seen | None, ...]:
        return tuple(map(_seen, self._paths))

    def _version_now(self) -> int:
        """A number that is another one when somebody else has written (PRAGMA data_version)."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])


def _seen(path: str) -> _Seen | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - at each key: a Path costs twice as much
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _Seen(found.st_dev, found.st_ino, found.st_size)
