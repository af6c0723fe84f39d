"""Backups in the window: one a day of use, the panel that brings drafts back, their settings."""

from ui.backups.daily import DailyBackup
from ui.backups.panel import BackupsPanel
from ui.backups.settings import BackupSettings

__all__ = [
    "BackupSettings",
    "BackupsPanel",
    "DailyBackup",
]
