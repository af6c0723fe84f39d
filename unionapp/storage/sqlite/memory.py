"""The drafts of a file that can't be written to, as they are, in memory."""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from unionapp.storage.sqlite.file import closing_unless
from unionapp.storage.sqlite.journal import image_of
from unionapp.storage.sqlite.store import FILE_NAME, SqliteStore
from unionapp.system import write_for_owner


class SqliteCopy(SqliteStore):
    """The drafts of a data folder, read past SQLite and held in memory: nothing here is kept.

    There are none where there is no file.
    """

    def _opened(self) -> sqlite3.Connection:
        return opened_in_memory(image_of(self._file) if self._file.exists() else b"")


def opened_in_memory(image: bytes) -> sqlite3.Connection:
    """Open the content of a file; raises `OSError` or `sqlite3.Error`.

    An SQLite as old as Debian 11's can't do that by itself, and is given a file for a moment.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    if image:
        closing_unless(connection, lambda: _fill(connection, image))
    return connection


def _fill(connection: sqlite3.Connection, image: bytes) -> None:
    if hasattr(connection, "deserialize"):
        connection.deserialize(image)
        return
    with tempfile.TemporaryDirectory() as folder:  # which nobody else can look into
        file = Path(folder) / FILE_NAME
        write_for_owner(file, image)
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection)
