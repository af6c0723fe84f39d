"""Where drafts and backups lie, in words, and the way to the backups."""

from datetime import datetime
from pathlib import Path

from PySide6.QtWidgets import QSizePolicy

from ui.kit.dialogs import open_path, show_message
from ui.kit.labels import Label, hint_label
from ui.words import say
from unionapp.system import data_folder, is_folder, settings
from unionapp.text import time_in_words

# Where a long path may go on in the next line.
_BREAK = "\u200b"


def places_label() -> Label:
    """Return a label for a sentence with long paths in it."""
    label = hint_label(wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def describe_locations(last: datetime | None) -> str:
    """Return a sentence on where drafts and backups lie, and when the last backup was made."""
    when = say("，最近一次：{when}", when=time_in_words(last)) if last else ""
    return say(
        "草稿存放在 {drafts}；每天自动备份到 {backups}{when}。",
        drafts=_breakable(data_folder()),
        backups=_breakable(settings.backup_folder()),
        when=when,
    )


def open_backups() -> None:
    """Open the folder of the backups, if there is one yet."""
    folder = settings.backup_folder()
    if is_folder(folder):
        open_path(folder)
    else:
        show_message(
            None,
            say("文件夹“{folder}”还没有，或者不在这台电脑上；第一次备份时会建好。", folder=folder),
        )


def _breakable(path: Path) -> str:
    return str(path).replace("/", f"/{_BREAK}").replace("\\", f"\\{_BREAK}")
