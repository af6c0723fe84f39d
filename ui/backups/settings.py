"""草稿和备份: the part of 设置 that says where they lie, and moves the backups elsewhere."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import Label, describe_locations, file_dialog, open_backups, places_label, push_button
from ui.look import Colour, set_tone, tokens
from ui.runtime import run_quietly
from unionapp.errors import DamagedStoreError, UnionAppError
from unionapp.storage.backup import Backup, Taken, backups


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
        self.words = places_label()
        self.message = places_label()
        self.message.hide()
        self._is_busy = False
        self.now_button = push_button("马上备份", self.back_up)
        self._lay_out()

    def refresh(self) -> None:
        """Show where things lie, at once, and when the last backup was made, once that is known."""
        self.words.setText(describe_locations(None))
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
        notice = f"这一次备份到了“{place}”，并核对过；以后还是备份到原来的地方。{why}"
        take = partial(backups.take, place)
        show = partial(self._show_made, notice)
        run_quietly(self, take, show, self._complain)

    def _show_made(self, notice: str, made: Backup) -> None:
        self._show_taken(Taken(made, notice))

    def _show_last(self, last: Backup | None) -> None:
        self.words.setText(describe_locations(last.made if last else None))

    def _show_taken(self, taken: Taken) -> None:
        self._is_busy = False
        self._show_message(
            taken.notice or "已备份，并核对过。", Colour.WARN if taken.notice else None
        )
        self._show_last(taken.backup)
        self.made.emit(taken.backup)

    def _complain(self, error: Exception) -> None:
        self._is_busy = False
        if not isinstance(error, UnionAppError):
            raise error
        self._show_message(f"✕ {error}", Colour.ERROR)
        if isinstance(error, DamagedStoreError):
            self.damaged.emit()

    def _show_message(self, sentence: str, tone: Colour | None) -> None:
        self.message.setText(sentence)
        set_tone(self.message, tone)
        self.message.show()

    def _ask(self) -> None:
        dialog = file_dialog(self, "备份放在哪里（U盘、移动硬盘、共享文件夹）", self.choose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.open()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.INSIDE)
        for button in (
            self.now_button,
            push_button("换一个文件夹…", self._ask),
            push_button("打开备份文件夹", open_backups),
        ):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(Label("草稿和备份"))
        column.addWidget(self.words)
        column.addLayout(buttons)
        column.addWidget(self.message)
