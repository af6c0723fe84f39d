"""Where drafts and backups lie: the foot of the start window, and a part of 设置."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.kit.buttons import push_button
from ui.kit.dialogs import open_path
from ui.kit.labels import Label, hint_label, set_tip
from ui.look import tokens
from ui.runtime import show_message
from unionapp.system import data_folder, is_folder, settings
from unionapp.text import time_in_words

# Where a long path may go on in the next line.
_BREAK = "\u200b"


class StorageLocations(QWidget):
    """Where drafts and backups lie, with buttons that open the backups and bring drafts back."""

    restore_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = places_label()
        self._last: datetime | None = None
        restore = push_button("从备份找回…", self.restore_wanted.emit)
        set_tip(restore, "把以前某一天的草稿找回来，另成一份；现有的草稿不动")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(tokens.INSIDE)
        row.addWidget(self.words, 1)
        row.addWidget(push_button("打开备份文件夹", open_backups))
        row.addWidget(restore)
        self.refresh()

    def show_last(self, last: datetime | None) -> None:
        """Show when the newest backup was made."""
        self._last = last
        self.refresh()

    def refresh(self) -> None:
        """Show where drafts and backups lie now."""
        self.words.setText(describe_locations(self._last))


def places_label() -> Label:
    """Return a label for a sentence with long paths in it."""
    label = hint_label(wraps=True)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    return label


def describe_locations(last: datetime | None) -> str:
    """Return a sentence on where drafts and backups lie, and when the last backup was made."""
    when = f"，最近一次：{time_in_words(last)}" if last else ""
    return (
        f"草稿存放在 {_breakable(data_folder())}；"
        f"每天自动备份到 {_breakable(settings.backup_folder())}{when}。"
    )


def open_backups() -> None:
    """Open the folder of the backups, if there is one yet."""
    folder = settings.backup_folder()
    if is_folder(folder):
        open_path(folder)
    else:
        show_message(None, f"文件夹“{folder}”还没有，或者不在这台电脑上；第一次备份时会建好。")


def _breakable(path: Path) -> str:
    return str(path).replace("/", f"/{_BREAK}").replace("\\", f"\\{_BREAK}")
