"""The start window: begin a draft, or go on with one.

It must stand there at once, so what only an opened draft needs (the wizard, its editors, the
templates) is imported when a draft is opened.
"""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import look
from ui.bin import Bin
from ui.draft_shelf import DraftShelf
from ui.draft_words import name_of
from ui.notice import Notice
from ui.places import Places
from ui.start_bar import StartBar
from ui.work import show_error
from unionapp.errors import UnionAppError
from unionapp.headline import DraftRow
from unionapp.store import Store

if TYPE_CHECKING:
    from ui.backups_panel import BackupsPanel
    from ui.help import HelpPanel
    from ui.panel import Panel
    from ui.settings_panel import SettingsPanel
    from ui.wizard import SummaryWizard
    from unionapp.backups import Backup
    from unionapp.backups_restoring import Fetched

_SIZE = QSize(800, 600)
_LOW = 440
"""Pixels of height below which every row of drafts counts."""

_FRAME = QSize(16, 56)
"""Pixels that a window's frame takes of the screen."""


class StartWindow(QWidget):
    """The drafts, and the ways to begin one."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._wizard: SummaryWizard | None = None
        self._help: HelpPanel | None = None
        self._settings: SettingsPanel | None = None
        self._backups: BackupsPanel | None = None
        self.setWindowTitle("工会年度总结")
        self.setAcceptDrops(True)
        self.resize(_SIZE.boundedTo(self.screen().availableSize() - _FRAME))
        self._shelf = DraftShelf()
        self._notice = Notice()
        self._bin = Bin(self._shelf.bin_list)
        self._bar = StartBar()
        self._places = Places()
        self._lay_out()
        self._connect()
        self._add_verbs()
        self.refresh()
        self._shelf.focus_list()

    @property
    def shelf(self) -> DraftShelf:
        """The drafts, or what stands there when there are none."""
        return self._shelf

    @property
    def bin(self) -> Bin:
        """The drafts that were put away."""
        return self._bin

    @property
    def notice(self) -> Notice:
        """What was done last, or went wrong."""
        return self._notice

    def refresh(self, marked: str = "") -> None:
        """Show the drafts as they are now."""
        drafts = self._store.drafts()
        self._shelf.show_drafts(drafts, marked)
        self._bar.set_drafts(any_=bool(drafts))
        self._bin.show_drafts(self._store.binned())

    def open_draft(self, id_: str) -> None:
        """Open a draft at the page where it was left; this window steps back meanwhile.

        While one is open, whatever asks again (a second double click) only brings it forward.
        """
        if self._wizard is not None:
            self._wizard.raise_()
            self._wizard.activateWindow()
            return
        from ui.wizard import SummaryWizard
        from unionapp.session import Session

        self._wizard = SummaryWizard(Session(self._store, id_))
        self._wizard.leaving.connect(self._come_back)
        self._wizard.show()
        self.hide()

    def open_file(self, path: Path) -> None:
        """Take a draft from a colleague's file and open it; what is wrong with it is told here."""
        from unionapp import exchange

        self._notice.hide()
        self._attempt(
            lambda: self.open_draft(exchange.unpack(self._store, exchange.read(path), path.name))
        )

    def show_help(self) -> None:
        """Open the manual beside the drafts."""
        if self._help is None:
            from ui.help import HelpPanel

            self._help = HelpPanel(self)
        self._show(self._help)

    def show_settings(self) -> None:
        """Open what can be chosen about the look of the program."""
        if self._settings is None:
            from ui.settings_panel import SettingsPanel

            self._settings = SettingsPanel(self)
            self._settings.backups.moved.connect(self._places.refresh)
        self._show(self._settings)

    def show_backups(self) -> None:
        """Open the backups, to bring a draft back."""
        if self._backups is None:
            from ui.backups_panel import BackupsPanel

            self._backups = BackupsPanel(self)
            self._backups.fetched.connect(self._bring_back)
        self._show(self._backups)

    def _show(self, panel: "Panel") -> None:
        """Open a panel in place of the one that is open."""
        for other in (self._help, self._settings, self._backups):
            if other is not None and other is not panel and other.isVisible():
                other.leave()
        panel.open()

    def show_last_backup(self, last: "Backup | None") -> None:
        """Say when the newest backup was made."""
        self._places.show_last(last)

    def tell_of_backup(self, sentence: str) -> None:
        """Say that a backup could not be made as it was wished; the work goes on."""
        self._notice.say(sentence, tone=look.Tone.WARNING)
        if self._wizard is not None:
            self._wizard.status.show_notice(sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window gives the room of its title to the drafts."""
        super().resizeEvent(event)
        low = event.size().height() < _LOW
        self._bar.set_low(low=low)
        self._places.setHidden(low)

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
        from unionapp import exchange

        try:
            id_ = exchange.unpack(self._store, exchange.read(path), path.name)
        except UnionAppError as error:
            show_error(opened, error)
            return
        opened.close()  # what was typed is saved; if it could not be, the person decides
        if self._wizard is None:
            self.open_draft(id_)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A draft's file can be let fall here."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file."""
        event.acceptProposedAction()
        self.open_file(_dropped(event)[0])

    def _come_back(self) -> None:
        opened = self._wizard
        self.show()
        self.refresh(opened.desk.session.id if opened else "")
        self._shelf.focus_list()
        if opened is not None:
            opened.deleteLater()
            self._wizard = None

    def _begin(self, kind: str) -> None:
        from unionapp.beginning import begin_like_last

        self._shelf.keep_office()
        self._attempt(lambda: self.open_draft(begin_like_last(self._store, kind)))

    def _begin_example(self) -> None:
        from unionapp import settings
        from unionapp.beginning import begin_example

        kind = settings.load().office.kind
        self._attempt(lambda: self.open_draft(begin_example(self._store, kind)))

    def _follow_on(self, row: DraftRow) -> None:
        self._attempt(lambda: self._begin_next_year(row))

    def _begin_next_year(self, row: DraftRow) -> None:
        from unionapp.beginning import begin_next_year

        begun = begin_next_year(self._store, row.id)
        self.open_draft(begun.id)
        if begun.left_behind and self._wizard is not None:
            names = "、".join(f"“{name}”" for name in begun.left_behind)
            sentence = (
                f"新版模板里已经没有{names}，这几处没有带到下一年；"
                f"原来的内容还在草稿“{name_of(row)}”里。"
            )
            self._wizard.status.show_notice(sentence)
            self._notice.say(sentence)  # found here again when the draft is closed

    def _put_away(self, row: DraftRow) -> None:
        def put_away() -> None:
            self._store.bin(row.id, datetime.now(UTC).isoformat())
            self.refresh()
            bring_back = ("恢复", partial(self._restore, row))
            self._notice.say(f"“{name_of(row)}”已移到回收站。", bring_back)

        self._attempt(put_away)
        self._shelf.focus_list()

    def _restore(self, row: DraftRow) -> None:
        self._notice.hide()
        self._attempt(lambda: self._store.restore(row.id))
        self.refresh(row.id)
        self._shelf.focus_list()

    def _bring_back(self, fetched: "Fetched") -> None:
        from unionapp.backups_restoring import bring_back

        def put_beside() -> None:
            self.refresh(bring_back(self._store, fetched))
            self._notice.say(f"已找回“{fetched.label}”，另成一份；原有的草稿没有改动。")

        if self._backups is not None:
            self._backups.leave()
        self._attempt(put_beside)
        self._shelf.focus_list()

    def _ask_to_delete(self, row: DraftRow) -> None:
        question = (
            f"彻底删除“{name_of(row)}”？里面的填报、文字和姓名都会抹掉，不能再恢复。"
            "以前的备份里还有它，不再需要的备份请到备份文件夹里删除。"
        )
        self._notice.ask(question, ("彻底删除", partial(self._delete, row)), "不删")

    def _delete(self, row: DraftRow) -> None:
        self._attempt(lambda: self._store.delete(row.id))
        self.refresh()

    def _rename(self, id_: str, label: str) -> None:
        self._attempt(lambda: self._store.rename(id_, label))

    def _export(self, row: DraftRow) -> None:
        from ui.draft_files import ask_where_to

        ask_where_to(self, name_of(row), partial(self._save_to, row))

    def _save_to(self, row: DraftRow, path: Path) -> None:
        from unionapp import exchange

        def save() -> None:
            exchange.save(self._store, row.id, path)
            self._notice.say(f"已导出“{path.name}”。里面是这份草稿的全部内容，只交给该看的人。")

        self._attempt(save)

    def _ask_for_file(self) -> None:
        from ui.draft_files import ask_for_draft

        ask_for_draft(self, self.open_file)

    def _attempt(self, do: Callable[[], object]) -> None:
        """Do something that may fail for a reason worth a sentence, told in place."""
        try:
            do()
        except UnionAppError as error:
            self._notice.complain(str(error))

    def _follow_marked(self) -> None:
        row = self._shelf.list.marked_draft()
        if row is not None:
            self._follow_on(row)

    def _connect(self) -> None:
        self._bar.settings_wanted.connect(self.show_settings)
        self._bar.help_wanted.connect(self.show_help)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self._bar.new_wanted.connect(self._begin)
        self._bar.next_year_wanted.connect(self._follow_marked)
        self._bar.file_wanted.connect(self._ask_for_file)
        self._bar.example_wanted.connect(self._begin_example)
        self._bar.office_wanted.connect(self._shelf.edit_office)
        self._places.restore_wanted.connect(self.show_backups)
        self._shelf.kind_chosen.connect(self._begin)
        self._shelf.failed.connect(self._notice.complain)
        self._notice.answered.connect(self._shelf.focus_list)
        self._bin.opened.connect(self._shelf.show_bin)
        self._bin.restored.connect(self._restore)
        self._bin.deleted.connect(self._ask_to_delete)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._shelf.start_search)

    def _add_verbs(self) -> None:
        """What can be done with a draft of the list."""
        drafts = self._shelf.list
        drafts.opened.connect(self.open_draft)
        drafts.drafts.renamed.connect(self._rename)
        drafts.add_verb("打开", lambda row: self.open_draft(row.id))
        drafts.add_verb("从它开始下一年", self._follow_on)
        drafts.add_verb("改名", lambda _row: drafts.rename(), Qt.Key.Key_F2)
        drafts.add_verb("移到回收站", self._put_away, Qt.Key.Key_Delete)
        drafts.add_verb("导出为文件…", self._export)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(look.AROUND, look.BETWEEN, look.AROUND, look.BETWEEN)
        column.setSpacing(look.BETWEEN)
        column.addWidget(self._bar)
        column.addWidget(self._shelf, 1)
        column.addWidget(self._notice)
        column.addWidget(self._bin)
        column.addWidget(self._places)


def _dropped(event: QDropEvent) -> list[Path]:
    """The drafts' files among what is held over the window."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix == ".ghzj"]
