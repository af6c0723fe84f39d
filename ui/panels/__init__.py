"""Panels beside the pages: find, history, help, settings."""

from ui.panels.find import FindPanel
from ui.panels.find_select import choose_found
from ui.panels.help import HelpPanel, help_on
from ui.panels.history import HistoryPanel
from ui.panels.settings import SettingsPanel

__all__ = [
    "FindPanel",
    "HelpPanel",
    "HistoryPanel",
    "SettingsPanel",
    "choose_found",
    "help_on",
]
