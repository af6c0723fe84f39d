"""The drafts of a file that can't be written to, as they are, in memory."""

import sqlite3

from unionapp.storage.sqlite.file import opened_in_memory
from unionapp.storage.sqlite.journal import image_of
from unionapp.storage.sqlite.store import SqliteStore


class SqliteCopy(SqliteStore):
    """The drafts of a data folder, read past SQLite and held in memory: nothing here is kept.

    There are none where there is no file.
    """

    def _opened(self) -> sqlite3.Connection:
        return opened_in_memory(image_of(self._file) if self._file.exists() else b"")

    def _watched(self) -> None:
        return None
