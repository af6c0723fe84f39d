"""Drafts in one SQLite file: the store, its tables and upgrades, what to do with a damaged file."""

from unionapp.storage.sqlite.file import reason_of_failure, tells_of_damage
from unionapp.storage.sqlite.recovery import Opened, open_drafts
from unionapp.storage.sqlite.schema import format_of, newest_format
from unionapp.storage.sqlite.store import FILE_NAME, Store

__all__ = [
    "FILE_NAME",
    "Opened",
    "Store",
    "format_of",
    "newest_format",
    "open_drafts",
    "reason_of_failure",
    "tells_of_damage",
]
