"""The start window: begin a draft, or go on with one.

It must stand there at once, so what only an opened draft needs (the wizard, its editors, the
templates) is imported when a draft is opened.
"""

from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.kit import Column, Mood, Notice
from ui.look import tokens
from ui.runtime import log_error, run_quietly, show_error
from ui.start.actions import DraftActions
from ui.start.beside import taken_in, taken_in_beside
from ui.start.browser import WIDEST, DraftBrowser
from ui.start.foot import StartFoot
from ui.start.header import StartBar
from ui.start.panel_host import StartPanels
from ui.start.recycle_bin import RecycleBin
from ui.words import say
from unionapp.errors import StoreError, UnionAppError
from unionapp.storage import DraftStore, Renewal

if TYPE_CHECKING:
    from ui.window import SummaryWizard
    from unionapp.storage.backup import Backup
    from unionapp.storage.sessions import DraftFile, TakenIn

_SIZE = QSize(1040, 680)

_TITLE = say("工会年度总结")
_ALL_THERE = say("上次没有正常关闭，存下的都在")

# How the names of files end that can be dropped: of drafts, and of papers to be proofread.
_DRAFTS, _PAPERS = (".ghzj",), (".docx", ".txt")

# Pixels that a window's frame takes of the screen.
_FRAME = QSize(16, 56)


class StartWindow(QWidget):
    """The drafts, and the ways to begin one."""

    def __init__(self, store: DraftStore) -> None:
        super().__init__()
        self._store = store
        self._renewal: Renewal | None = None
        # What was told of drafts in which something may be missing, until backups are offered.
        self._lacking = ""
        self._wizard: SummaryWizard | None = None
        self.setAcceptDrops(True)
        self._place = self._first_place()
        self.setGeometry(self._place)
        self._browser = DraftBrowser()
        self._notice = Notice()
        self._bar = StartBar()
        self._foot = StartFoot(self._browser.bin)
        self._panels = StartPanels(self)
        self._actions = DraftActions(
            store, self._browser, self._notice, self.open_draft, self.refresh, self
        )
        self._lay_out()
        self._connect()
        self._show_drafts()
        self._browser.focus_list()

    @property
    def browser(self) -> DraftBrowser:
        """The drafts, or what stands there when there are none."""
        return self._browser

    @property
    def recycle_bin(self) -> RecycleBin:
        """The drafts that were put away."""
        return self._browser.bin

    @property
    def foot(self) -> StartFoot:
        """Whether all is saved, and the ways back to what is past."""
        return self._foot

    @property
    def notice(self) -> Notice:
        """What was done last, or went wrong."""
        return self._notice

    @property
    def panels(self) -> StartPanels:
        """What can be opened beside the drafts."""
        return self._panels

    def refresh(self, marked: str = "") -> None:
        """Show the drafts as they are now, and say so if they were damaged."""
        self._show_drafts(marked)
        self.report_renewal()

    def _show_drafts(self, marked: str = "") -> None:
        self._browser.show_drafts(self._store.drafts(), marked)
        self._show_whether_it_saves()
        self._browser.bin.show_drafts(self._store.binned())

    def open_draft(self, id_: str, notice: str = "") -> None:
        """Open a draft at the page where it was left; this window steps back meanwhile.

        `notice` is something to tell there in passing. While a draft is open, whatever asks again
        (a second double click) only brings it forward.
        """
        if self._wizard is not None:
            self._wizard.raise_()
            self._wizard.activateWindow()
            return
        try:
            self._wizard = _open_wizard(self._store, id_)
        except StoreError:
            self.refresh()  # it may be another one since it was rescued
            raise
        self._wizard.leaving.connect(self._come_back)
        self._place = self.geometry()
        self._wizard.show()
        self.hide()
        if notice:
            self._wizard.status.show_notice(notice)
        self.report_renewal()

    def open_file(self, path: Path) -> None:
        """Open the draft of a colleague's file."""
        self._actions.open_file(path)

    def proofread(self, path: Path | None = None) -> None:
        """Open the window in which any paper is proofread, with this one if one is given."""
        from ui.panels.proof import show_proof

        show_proof(self, path)

    def show_last_backup(self, last: "Backup | None") -> None:
        """Say when the newest backup was made."""
        self._foot.show_last(last.made if last else None)

    def report_renewal(self) -> bool:
        """Say what became of damaged drafts, if that was not said yet; returns whether it is so.

        Where something may be missing, the backups from which it comes back are opened; where a
        draft is open, as soon as it is closed.
        """
        renewal = self._store.renewal
        if renewal is None or renewal is self._renewal:
            return False
        self._renewal = renewal
        self._notice.show_message(  # still there without the panel
            renewal.sentence, mood=Mood.WARNING
        )
        self._lacking = "" if renewal.whole else renewal.sentence
        if self._wizard is not None:
            self._wizard.status.show_notice(renewal.sentence)
        else:
            self._offer_backups()
        return True

    def _offer_backups(self) -> None:
        """Open the backups if something may be missing, once."""
        why, self._lacking = self._lacking, ""
        if why:
            self._panels.show_backups(say("{why}请在这里选一份备份，把缺少的找回来。", why=why))

    def mend(self) -> None:
        """Rescue what can be read of drafts that a backup found to be damaged."""
        try:
            self._store.mend()
            self.refresh()
        except UnionAppError as error:
            self.report_backup(str(error))

    def report_refusal(self) -> None:
        """Say why nothing can be saved, if that is so, and offer to try it again."""
        if self._store.refusal:
            ways = ((say("再试一次"), self._try_again), (say("先看草稿"), lambda: None))
            self._notice.show_message(self._store.refusal, *ways, mood=Mood.WARNING)

    def _try_again(self) -> None:
        try:
            self._store.try_again()
        except UnionAppError:
            self.report_refusal()
            return
        self.refresh()
        self._notice.show_done(say("现在能保存了，接着写就是。"))

    def _show_whether_it_saves(self) -> None:
        """Let title and foot say so as long as nothing can be saved, whatever else is told."""
        self.setWindowTitle(
            say("{title}（现在存不了）", title=_TITLE) if self._store.refusal else _TITLE
        )
        self._foot.show_refusal(self._store.refusal)

    def report_sudden_end(self, begun: datetime) -> None:
        """Say what is there of work that was cut short, with the way back to it.

        What else is told at the start goes before: it says so of itself, or comes of a file that
        the person has just opened.
        """
        if self._wizard is not None:
            self._wizard.status.show_notice(_ALL_THERE)
        elif not self._notice.sentence:
            self._actions.report_sudden_end(begun)

    def report_backup(self, sentence: str) -> None:
        """Say that a backup could not be made as it was wished; the work goes on."""
        if not self._store.refusal:  # which says more, and offers a way out
            self._notice.show_message(sentence, mood=Mood.WARNING)
        if self._wizard is not None:
            self._wizard.status.show_notice(sentence)

    def come_forward(self, file: str) -> None:
        """Do what a later start of the program asks: open a file, or only be seen."""
        if file and self._wizard is None:
            self.open_file(Path(file))
        elif file and self._wizard is not None:
            self._open_instead(Path(file), self._wizard)
        shown = self._wizard or self
        shown.setWindowState(shown.windowState() & ~Qt.WindowState.WindowMinimized)
        shown.raise_()
        shown.activateWindow()

    def _open_instead(self, path: Path, opened: "SummaryWizard") -> None:
        """Open a file in place of the draft that is open, which stays so if the file is no good."""
        from unionapp.storage.sessions import exchange

        try:
            known = exchange.known_files(self._store)
        except UnionAppError as error:
            show_error(opened, error)
            return
        take_in = partial(self._take_in_instead, path, opened)
        run_quietly(
            opened,
            lambda: taken_in_beside(exchange.read(path, known)),
            take_in,
            partial(show_error, opened),
        )

    def _take_in_instead(
        self, path: Path, opened: "SummaryWizard", found: "DraftFile | TakenIn"
    ) -> None:
        try:
            taken = taken_in(self._store, found)
        except UnionAppError as error:
            show_error(opened, error)
            return
        if taken.id == opened.desk.session.id:
            opened.status.show_notice(say("“{name}”的草稿已经打开，就是这一份", name=path.name))
            return
        opened.close()  # what was typed is saved; if it could not be, the person decides
        if self._wizard is None:
            self._actions.show_taken_in(path, taken)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let a draft's file be dropped here, or a paper that is to be proofread."""
        from unionapp.importing import PAPERS
        from unionapp.storage.sessions import exchange
        from unionapp.system.worker import make_ready

        for kinds, reader in ((_DRAFTS, exchange.DRAFT_FILES), (_PAPERS, PAPERS)):
            if _dropped(event, kinds):
                event.acceptProposedAction()
                make_ready(reader)
                return

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget a file that was not let go here."""
        from unionapp.system.worker import dismiss

        super().dragLeaveEvent(event)
        dismiss()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file, or proofread it."""
        event.acceptProposedAction()
        if drafts := _dropped(event, _DRAFTS):
            self.open_file(drafts[0])
        elif papers := _dropped(event, _PAPERS):
            self.proofread(papers[0])

    def _come_back(self) -> None:
        """Be there again; where the drafts can't be read just now, those of before are listed."""
        opened, self._wizard = self._wizard, None
        if not self.isMaximized():
            self.setGeometry(self._place)  # a window that was hidden is put anywhere otherwise
        self.show()
        self._look_for_backup()
        if opened is not None:
            opened.deleteLater()
        try:
            self.refresh(opened.desk.session.id if opened else "")
        except StoreError as error:
            self._notice.show_error(str(error))
        self._browser.focus_list()
        self._offer_backups()

    def _first_place(self) -> QRect:
        """Return a place in the middle of the screen."""
        room = self.screen().availableGeometry()
        place = QRect(QPoint(), _SIZE.boundedTo(room.size() - _FRAME))
        place.moveCenter(room.center())
        return place

    def _look_for_backup(self) -> None:
        """Look for the newest backup: one may have been made while a draft was open."""
        from unionapp.storage.backup import backups

        run_quietly(self, backups.last, self.show_last_backup, log_error)

    def _connect(self) -> None:
        self._bar.settings_wanted.connect(self._panels.show_settings)
        self._bar.help_wanted.connect(self._panels.show_help)
        QShortcut(QKeySequence("F1"), self, self._panels.show_help)
        self._bar.file_wanted.connect(self._actions.ask_for_file)
        self._bar.proof_wanted.connect(self.proofread)
        self._bar.office_wanted.connect(self._browser.edit_office)
        self._browser.file_wanted.connect(self._actions.ask_for_file)
        self._browser.next_year_wanted.connect(self._actions.follow_marked)
        self._browser.example_wanted.connect(self._actions.begin_example)
        self._foot.restore_wanted.connect(lambda: self._panels.show_backups())
        self._panels.backups_moved.connect(self._foot.refresh)
        self._panels.backed_up.connect(self.show_last_backup)
        self._panels.damaged.connect(self.mend)
        self._panels.fetched.connect(self._actions.bring_back)
        self._browser.kind_chosen.connect(self._actions.begin)
        self._browser.failed.connect(self._notice.show_error)
        self._notice.answered.connect(self._browser.focus_list)
        self._browser.bin.restored.connect(self._actions.restore)
        self._browser.bin.deleted.connect(self._actions.ask_to_delete)
        keys = QKeySequence.StandardKey
        QShortcut(QKeySequence(keys.Find), self, self._browser.start_search)
        QShortcut(QKeySequence(keys.New), self, self._browser.offer_kinds)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        middle = QVBoxLayout()
        middle.setContentsMargins(0, 0, 0, tokens.GROUP)
        middle.setSpacing(0)
        told = Column(WIDEST, above=tokens.GROUP, below=0)
        told.rows.addWidget(self._notice)
        middle.addWidget(self._browser, 1)
        middle.addWidget(told)
        column.addWidget(self._bar)
        column.addLayout(middle, 1)
        column.addWidget(self._foot)


def _open_wizard(store: DraftStore, id_: str) -> "SummaryWizard":
    """Return the window of a draft; it is loaded when the first draft is opened."""
    from ui.window import SummaryWizard
    from unionapp.storage.sessions import Session

    return SummaryWizard(Session(store, id_))


def _dropped(event: QDropEvent, kinds: tuple[str, ...]) -> list[Path]:
    """Return the files of some kinds among what is held over the window."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in kinds]
