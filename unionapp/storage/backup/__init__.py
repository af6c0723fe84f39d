"""Backups: dated copies of the store, read back before they count, thinned, restored."""

from unionapp.storage.backup import backups, restoring
from unionapp.storage.backup.backups import Backup, Taken
from unionapp.storage.backup.restoring import Fetched, KeptDraft, bring_back

__all__ = [
    "Backup",
    "Fetched",
    "KeptDraft",
    "Taken",
    "backups",
    "bring_back",
    "restoring",
]
