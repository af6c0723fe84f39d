"""Drafts in one SQLite file: the store, upgrades of its tables, copies, a damaged file."""

from unionapp.storage.sqlite.copies import (
    Counted,
    DamagedCopyError,
    UnusableFileError,
    checked,
    copied,
    copied_in_memory,
    counted,
)
from unionapp.storage.sqlite.file import FILE_NAME, reason_behind
from unionapp.storage.sqlite.memory import SqliteBackup, SqliteCopy, SqliteRemains
from unionapp.storage.sqlite.recovery import (
    finish,
    has_content,
    has_journal,
    is_sound,
    rescue,
    salvaged,
)
from unionapp.storage.sqlite.renewal import clear, take_up
from unionapp.storage.sqlite.schema import BeforeUpgrade, Whose, format_of, newest_format, owner_of
from unionapp.storage.sqlite.store import SqliteStore

__all__ = [
    "FILE_NAME",
    "BeforeUpgrade",
    "Counted",
    "DamagedCopyError",
    "SqliteBackup",
    "SqliteCopy",
    "SqliteRemains",
    "SqliteStore",
    "UnusableFileError",
    "Whose",
    "checked",
    "clear",
    "copied",
    "copied_in_memory",
    "counted",
    "finish",
    "format_of",
    "has_content",
    "has_journal",
    "is_sound",
    "newest_format",
    "owner_of",
    "reason_behind",
    "rescue",
    "salvaged",
    "take_up",
]
