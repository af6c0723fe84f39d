"""Drafts in one SQLite file: the store, its tables and upgrades, and a damaged file put aside."""

from unionapp.storage.sqlite.file import reason_of_failure, tells_of_damage
from unionapp.storage.sqlite.recovery import put_aside
from unionapp.storage.sqlite.schema import BeforeUpgrade, format_of, newest_format
from unionapp.storage.sqlite.store import FILE_NAME, SqliteStore

__all__ = [
    "FILE_NAME",
    "BeforeUpgrade",
    "SqliteStore",
    "format_of",
    "newest_format",
    "put_aside",
    "reason_of_failure",
    "tells_of_damage",
]
