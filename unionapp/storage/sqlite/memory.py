"""The drafts of a file that is only read: one that can't be written to, or a backup."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from unionapp.storage.sqlite.chain import SpoiledError
from unionapp.storage.sqlite.copies import count_checked, refuse_strange
from unionapp.storage.sqlite.file import opened_in_memory, opened_to_read
from unionapp.storage.sqlite.journal import image_of
from unionapp.storage.sqlite.recovery import keep, lacks_of, salvaged
from unionapp.storage.sqlite.schema import format_of, newest_format
from unionapp.storage.sqlite.store import SqliteStore


class SqliteCopy(SqliteStore):
    """The drafts of a data folder, read past SQLite and held in memory: nothing here is kept.

    There are none where there is no file.
    """

    def _opened(self) -> sqlite3.Connection:
        return opened_in_memory(image_of(self._file) if self._file.exists() else b"")

    def _watched(self) -> None:
        return None


class SqliteBackup(SqliteStore):
    """The drafts of a backup, read where it lies: nothing is written, there or beside it.

    One of an older format is brought up to this program's in memory.
    """

    def __init__(self, file: Path) -> None:
        """Open a file of ours; raises `StoreError`, a `DamagedStoreError` where it is damaged."""
        super().__init__(file.parent, name=file.name)

    @property
    def lacks(self) -> Mapping[str, str]:
        """What is known to be missing of drafts, in a few words, by their ids."""
        return MappingProxyType({})

    def prove(self) -> None:
        """Read every edit; raises `DamagedStoreError` where one is not as it was written."""
        with self._at_work("读取"):
            count_checked(self._connection)

    def _opened(self) -> sqlite3.Connection:
        format_ = format_of(self._file)
        if not format_:  # there are no drafts in it
            raise SpoiledError
        if format_ < newest_format():
            return opened_in_memory(self._file.read_bytes())
        return opened_to_read(self._file)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        refuse_strange(connection)
        super()._prepare(connection)

    def _watched(self) -> None:
        return None


class SqliteRemains(SqliteBackup):
    """What can be read of a damaged backup, row by row, in memory."""

    def __init__(self, file: Path) -> None:
        """Read a file of whatever content; raises `OSError`."""
        self._salvaged = salvaged(file.read_bytes())
        super().__init__(file)

    @property
    def lacks(self) -> Mapping[str, str]:
        """What is missing of the drafts that could be read."""
        return lacks_of(self._salvaged)

    def _connected(self) -> sqlite3.Connection:
        connection = opened_in_memory(b"")
        keep(connection, self._salvaged)
        return connection
