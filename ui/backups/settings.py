"""草稿和备份: the part of 设置 that says where they lie, and moves the backups elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import (
    Label,
    PathLabel,
    Sign,
    Told,
    file_dialog,
    group_title,
    open_backups,
    push_button,
)
from ui.look import Colour, Icon, tokens
from ui.runtime import run_quietly
from ui.words import say
from unionapp.errors import DamagedStoreError, UnionAppError
from unionapp.storage.backup import Backup, Taken, backups
from unionapp.system import data_folder, settings
from unionapp.text import time_in_words

_NO_BACKUP = say("每天用的时候自动备份一次")


class BackupSettings(QWidget):
    """The part of the settings on where drafts and backups lie, and how to change that."""

    # Backups go to another folder from now on.
    moved = Signal()
    # The `Backup` that was made just now.
    made = Signal(object)
    # The drafts themselves are damaged, so that no backup of them could be made.
    damaged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.last = Label(_NO_BACKUP, wraps=True)
        self.drafts_place = PathLabel()
        self.backups_place = PathLabel()
        self.message = Told()
        self._is_busy = False
        self.now_button = push_button(say("马上备份"), self.back_up)
        self._lay_out()

    def refresh(self) -> None:
        """Show where things lie, at once, and when the last backup was made, once that is known."""
        drafts, kept = str(data_folder()), str(settings.backup_folder())
        self.drafts_place.show_path(drafts, say("草稿存放在 {drafts}", drafts=drafts))
        self.backups_place.show_path(kept, say("每天自动备份到 {kept}", kept=kept))
        run_quietly(self, backups.last, self._show_last, self._complain)

    def back_up(self) -> None:
        """Make a backup now; the button stays as it is, for one that is shut loses the focus."""
        if self._is_busy:
            return
        self._is_busy = True
        run_quietly(self, backups.take_somewhere, self._show_taken, self._complain)

    def choose(self, place: Path) -> None:
        """Have backups go to another place, and make the first one there.

        Where the choice can't be kept, as on a full disk, that one is made there all the same.
        """
        try:
            chosen = backups.folder_in(place)
        except UnionAppError as error:
            self._complain(error)
            return
        try:
            backups.choose_folder(place)
        except UnionAppError as error:
            self._back_up_once(chosen, str(error))
            return
        self.moved.emit()
        self.refresh()
        self.back_up()

    def _back_up_once(self, place: Path, why: str) -> None:
        notice = say(
            "这一次备份到了“{place}”，并核对过；以后还是备份到原来的地方。{why}",
            place=place,
            why=why,
        )
        take = partial(backups.take, place)
        show = partial(self._show_made, notice)
        run_quietly(self, take, show, self._complain)

    def _show_made(self, notice: str, made: Backup) -> None:
        self._show_taken(Taken(made, notice))

    def _show_last(self, last: Backup | None) -> None:
        self.last.setText(
            say("{when} 已备份", when=time_in_words(last.made)) if last else _NO_BACKUP
        )

    def _show_taken(self, taken: Taken) -> None:
        self._is_busy = False
        tone = Colour.WARN if taken.notice else Colour.DONE
        self.message.tell(taken.notice or say("已备份，并核对过。"), tone)
        self._show_last(taken.backup)
        self.made.emit(taken.backup)

    def _complain(self, error: Exception) -> None:
        self._is_busy = False
        if not isinstance(error, UnionAppError):
            raise error
        self.message.tell(f"✕ {error}", Colour.ERROR)
        if isinstance(error, DamagedStoreError):
            self.damaged.emit()

    def _ask(self) -> None:
        dialog = file_dialog(self, say("备份放在哪里（U盘、移动硬盘、共享文件夹）"), self.choose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(group_title(say("草稿和备份")))
        column.addLayout(_row(Sign(Icon.SAVED, Colour.DONE), self.last))
        column.addLayout(_row(Sign(Icon.FOLDER), Label(say("草稿")), self.drafts_place))
        move = push_button(say("换地方…"), self._ask)
        column.addLayout(_row(Sign(Icon.ARCHIVE), Label(say("备份")), self.backups_place, move))
        open_ = push_button(say("打开备份文件夹"), open_backups)
        buttons = _row(self.now_button, open_)
        buttons.addStretch(1)
        column.addLayout(buttons)
        column.addWidget(self.message)


def _row(*parts: QWidget) -> QHBoxLayout:
    """Parts side by side; what is told of takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(tokens.INSIDE)
    for part in parts:
        told = isinstance(part, PathLabel) or (isinstance(part, Label) and part.wordWrap())
        row.addWidget(part, int(told))
    return row
