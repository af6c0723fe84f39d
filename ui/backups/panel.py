"""从备份找回: the backups, the drafts in each, and the way back for one of them."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QWidget

from ui.kit import (
    Panel,
    file_dialog,
    group_title,
    note,
    push_button,
    row_item,
    row_list,
)
from ui.look import Colour, set_tone, tokens
from ui.runtime import run_quietly
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.storage import draft_name, origin_line
from unionapp.storage.backup import LISTS, Backup, Fetched, KeptDraft, backups, restoring
from unionapp.system import settings
from unionapp.text import time_in_words

# Pixels of the sheet: a place of a backup is a long word.
_WIDTH = 440
_HELP = say("先选一份备份，再选里面的草稿。找回的草稿另成一份，现有的草稿一个字都不会改。")
_NOTHING = say("还没有备份。打开程序的日子，每天自动备份一次；备份在别处的，点“选备份文件…”。")
_ELSEWHERE = say("这里没有别的备份；备份在别处的，点“选备份文件…”。")
_EMPTY = say("这份备份里没有草稿。")
_READING = say("正在读取…")


class BackupsPanel(Panel):
    """The panel of the backups and the drafts in them; they are read beside the work."""

    # A `Fetched` draft, to be put among the others.
    fetched = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(say("从备份找回"), window, _WIDTH)
        self._files: tuple[Path, ...] = ()
        self._drafts: tuple[KeptDraft, ...] = ()
        self.why = note()
        self.why.hide()
        self.out_of_sight = note()
        self.out_of_sight.hide()
        self.message = note()
        self.list = row_list(say("备份"))
        self.drafts = row_list(say("备份里的草稿"), wraps=True)
        self.fetch_button = push_button(say("找回这份草稿"), self.fetch)
        self.list.currentRowChanged.connect(self._read)
        self.drafts.itemActivated.connect(self.fetch)
        self._headings = (group_title(say("备份")), group_title(say("里面的草稿")))
        self._lay_out_lists()
        self._show_parts()

    def explain(self, sentence: str) -> None:
        """Show, above all else, why a draft has to be brought back."""
        self.why.setText(sentence)
        set_tone(self.why, Colour.WARN)
        self.why.show()

    def leave(self) -> None:
        """Close the panel; opened again, it is opened for another reason."""
        super().leave()
        self.why.hide()

    def make_ready(self) -> None:
        """Look for the backups there are now."""
        self.list.clear()
        self._fill(())
        self._show_message(_READING)
        run_quietly(self, _looked_for, self._show_backups, self._complain)

    def begin(self) -> None:
        """Put the focus on the backups, so that the arrows choose one at once."""
        self.list.setFocus()

    def show_file(self, file: Path) -> None:
        """Show a backup that lies elsewhere, above the others; one of the list is only marked."""
        if file not in self._files:
            self._files = (file, *self._files)
            self.list.insertItem(0, _row_of(file.name, file))
            self._show_parts()
        self.list.setCurrentRow(self._files.index(file))

    def fetch(self) -> None:
        """Read the marked draft from its backup; the window puts it among the others."""
        row, file = self.drafts.currentRow(), self._file()
        if file is None or row < 0:
            return
        self.fetch_button.setEnabled(False)
        run_quietly(
            self, partial(_fetched, file, self._drafts[row]), self.fetched.emit, self._complain
        )

    def _file(self) -> Path | None:
        row = self.list.currentRow()
        return self._files[row] if 0 <= row < len(self._files) else None

    def _show_backups(self, looked_for: tuple[Sequence[Backup], str]) -> None:
        found, out_of_sight = looked_for
        self.out_of_sight.setText(out_of_sight)
        set_tone(self.out_of_sight, Colour.WARN)
        self.out_of_sight.setVisible(bool(out_of_sight))
        self._files = tuple(each.path for each in found)
        self.list.clear()
        for each in found:
            self.list.addItem(_row_of(time_in_words(each.made), each.path))
        self.list.setCurrentRow(0 if found else -1)
        self._show_parts()
        if not found:
            self._show_message(_ELSEWHERE if out_of_sight else _NOTHING)

    def _read(self) -> None:
        file = self._file()
        self._fill(())
        if file is not None:
            self._show_message(_READING)
            show = partial(self._show_drafts, file)
            run_quietly(
                self, partial(restoring.drafts_in, file), show, partial(self._complain_of, file)
            )

    def _show_drafts(self, file: Path, kept: Sequence[KeptDraft]) -> None:
        """Show what a backup holds, unless another one has been marked meanwhile."""
        if file == self._file():
            self._fill(kept)
            self._show_message(_HELP if kept else _EMPTY)

    def _fill(self, kept: Sequence[KeptDraft]) -> None:
        self._drafts = tuple(kept)
        self.drafts.clear()
        for each in kept:
            self.drafts.addItem(_row_of_draft(each))
        self.drafts.setCurrentRow(0 if kept else -1)
        self.fetch_button.setEnabled(bool(kept))

    def _show_message(self, sentence: str) -> None:
        self.message.setText(sentence)
        set_tone(self.message, Colour.INK2)

    def _complain_of(self, file: Path, error: Exception) -> None:
        if file == self._file():
            self._complain(error)

    def _complain(self, error: Exception) -> None:
        self.fetch_button.setEnabled(bool(self._drafts))
        if not isinstance(error, UnionAppError):
            raise error
        self.message.setText(f"✕ {error}")
        set_tone(self.message, Colour.ERROR)

    def _ask_for_file(self) -> None:
        folder, kinds = settings.backup_folder(), say("备份 (*{suffix})", suffix=backups.SUFFIX)
        file_dialog(
            self,
            say("选备份文件"),
            self.show_file,
            kinds=kinds,
            folder=folder,
            reader=LISTS,
        ).open()

    def _lay_out_lists(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(tokens.INSIDE)
        buttons.addWidget(self.fetch_button)
        buttons.addStretch(1)
        buttons.addWidget(push_button(say("选备份文件…"), self._ask_for_file))
        self.body.addWidget(self.why)
        self.body.addWidget(self.out_of_sight)
        self.body.addWidget(self.message)
        for heading, rows, share in zip(
            self._headings, (self.list, self.drafts), (3, 2), strict=True
        ):
            self.body.addWidget(heading)
            self.body.addWidget(rows, share)
        self.body.addStretch()
        self.body.addLayout(buttons)

    def _show_parts(self) -> None:
        """Show no heading over nothing: without any backup only what is said stands there."""
        for part in (*self._headings, self.list, self.drafts, self.fetch_button):
            part.setVisible(bool(self._files))


def _looked_for() -> tuple[Sequence[Backup], str]:
    """The backups there are, and which folders can't be looked into."""
    return backups.found(), backups.out_of_sight()


def _row_of(words: str, file: Path) -> QListWidgetItem:
    return row_item(
        words, str(file.parent), say("{words}　（{parent}）", words=words, parent=file.parent)
    )


def _row_of_draft(kept: KeptDraft) -> QListWidgetItem:
    binned = say("（在回收站里）") if kept.row.binned_at else ""
    lack = say("（备份有损坏，{lack}）", lack=kept.lack) if kept.lack else ""
    name = f"{draft_name(kept.row)}{binned}"
    return row_item(
        name,
        say(
            "{origin}　{count} 次修改{lack}",
            origin=origin_line(kept.row),
            count=kept.edits,
            lack=lack,
        ),
    )


def _fetched(file: Path, kept: KeptDraft) -> Fetched:
    """The draft, read before anything else is done; then the present ones are backed up too."""
    fetched = restoring.fetch(file, kept)
    backups.take_before_restoring()
    return fetched
