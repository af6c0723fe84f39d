"""Backups: dated copies of the store, read back before they count, thinned, restored."""

from unionapp.storage.backup import backups, restoring
from unionapp.storage.backup.backups import Backup, Taken
from unionapp.storage.backup.contents import LISTS, KeptDraft
from unionapp.storage.backup.restoring import Fetched, bring_back
from unionapp.storage.backup.traces import sentence_on_missing_drafts

__all__ = [
    "LISTS",
    "Backup",
    "Fetched",
    "KeptDraft",
    "Taken",
    "backups",
    "bring_back",
    "restoring",
    "sentence_on_missing_drafts",
]
