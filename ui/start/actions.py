"""What can be done with the drafts of the start window; what goes wrong is told in its place."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from ui.kit import Mood, Notice, ask_for_draft, ask_where_to
from ui.runtime import Step, run_in_steps, run_quietly, show_error
from ui.start.beside import read_beside, taken_in, taken_in_beside
from ui.start.browser import DraftBrowser
from ui.words import say
from unionapp.errors import UnionAppError
from unionapp.storage import DraftListing, DraftStore, draft_name, sudden_end
from unionapp.system import settings
from unionapp.text import local_time

if TYPE_CHECKING:
    from unionapp.storage.backup import Fetched
    from unionapp.storage.sessions import DraftFile, TakenIn


# Edits of a draft that are read faster than anybody can see.
_SOON_READ = 2000


class DraftActions(QObject):
    """What can be done with drafts: they are begun, put away, exported and brought back.

    `open_draft` opens the draft of an id with something to tell there in passing, `refresh` shows
    the drafts as they are now and marks one of them. They are called, not sent as signals: what
    goes wrong in them is told here, too.
    """

    def __init__(
        self,
        store: DraftStore,
        browser: DraftBrowser,
        notice: Notice,
        open_draft: Callable[[str, str], None],
        refresh: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._browser = browser
        self._notice = notice
        self._open_draft = open_draft
        self._refresh = refresh
        self._window = parent
        self._add_to_list()

    def begin(self, kind: str) -> None:
        """Begin a draft for a kind of union, like the last one of that kind."""
        from unionapp.storage.starting import begin_like_last

        self._browser.keep_office()
        self._attempt(lambda: self._open(begin_like_last(self._store, kind)))

    def begin_example(self) -> None:
        """Begin a draft that is filled in, to look at."""
        from unionapp.storage.starting import begin_example

        kind = settings.load().office.kind
        self._attempt(lambda: self._open(begin_example(self._store, kind)))

    def follow_marked(self) -> None:
        """Begin the year after the marked draft."""
        row = self._browser.list.marked_draft()
        if row is not None:
            self._follow_on(row)

    def open_file(self, path: Path, *, anew: bool = False) -> None:
        """Open the draft of a colleague's file; what is wrong with the file is told here.

        One that was opened before is gone on with, unless another copy is wanted (`anew`). The
        file is read off the window's thread, which can be cancelled.
        """
        from unionapp.storage.sessions import exchange

        def read() -> None:
            known = frozenset() if anew else exchange.known_files(self._store)

            def job(step: Step) -> "DraftFile | TakenIn":
                file = exchange.read(path, known, lambda: step(say("正在打开草稿文件…")))
                step(say("正在存为草稿…"))
                return taken_in_beside(file)

            run_in_steps(
                self._window,
                job,
                partial(self._show_or_take_in, path),
                self._browser.focus_list,
                self._show_failure,
            )

        self._notice.hide()
        self._attempt(read)

    def _show_or_take_in(self, path: Path, found: "DraftFile | TakenIn") -> None:
        self._attempt(lambda: self.show_taken_in(path, taken_in(self._store, found)))

    def _show_failure(self, error: Exception) -> None:
        if isinstance(error, UnionAppError):
            self._notice.show_error(str(error))
        else:
            show_error(self._window, error)
        self._browser.focus_list()

    def show_taken_in(self, path: Path, taken: "TakenIn") -> None:
        """Open the draft that a file has become, and say in passing which it is.

        It is said here too, with the way to another copy, for when the draft is closed.
        """
        if taken.known:
            message = say("以前打开过，接着写原来那份草稿")
            self._open_draft(
                taken.id, say("这个文件{message}；另存一份请回开始窗口", message=message)
            )
            another = (say("另存为新的草稿"), partial(self.open_file, path, anew=True))
            self._notice.show_message(
                say("“{name}”{message}。", name=path.name, message=message),
                another,
                (say("知道了"), lambda: None),
            )
        else:
            message = say("已存为新的草稿；再打开这个文件，接着写的就是这一份")
            self._open_draft(taken.id, message)
            self._notice.show_done(say("“{name}”{message}。", name=path.name, message=message))

    def ask_for_file(self) -> None:
        """Let the person choose a colleague's file."""
        ask_for_draft(self._window, self.open_file)

    def restore(self, row: DraftListing) -> None:
        """Take a draft out of the bin again."""
        self._notice.hide()
        self._attempt(lambda: self._store.restore(row.id))
        self._refresh(row.id)
        self._browser.focus_list()

    def bring_back(self, fetched: "Fetched") -> None:
        """Put a draft from a backup beside the others."""
        from unionapp.storage.backup import bring_back

        def put_beside() -> None:
            self._refresh(bring_back(self._store, fetched))
            told = say("已找回“{name}”，另成一份；原有的草稿没有改动。", name=fetched.label)
            if not fetched.lack:
                self._notice.show_done(told)
                return
            lack = say("备份有损坏，这份{lack}。", lack=fetched.lack)
            self._notice.show_message(f"{told}{lack}", mood=Mood.WARNING)

        self._attempt(put_beside)
        self._browser.focus_list()

    def report_sudden_end(self, begun: datetime) -> None:
        """Say that the program was cut short that began then, and what there is of its work.

        The draft that was written in it is read first: nothing is promised that was not seen.
        """

        def report() -> None:
            row = next(iter(self._store.drafts()), None)
            if row is None:
                return
            read_here = partial(self._read_and_tell, row, begun)
            if row.edited_seq <= _SOON_READ:
                read_here()
                return
            tell = partial(self._tell_sudden_end, row, begun)
            run_quietly(
                self,
                partial(read_beside, row.id),
                lambda _: tell(),
                lambda _error: self._attempt(read_here),
            )

        self._attempt(report)

    def _read_and_tell(self, row: DraftListing, begun: datetime) -> None:
        self._store.edits(row.id)  # what is damaged is mended on the way
        self._tell_sudden_end(row, begun)

    def _tell_sudden_end(self, row: DraftListing, begun: datetime) -> None:
        """Say so, unless something else is told by now, or the person has begun to work."""
        if self._notice.sentence or not self._window.isVisible():
            return
        again = ((say("接着写"), partial(self._open, row.id)), (say("知道了"), lambda: None))
        written = local_time(row.edited_at) >= begun
        self._notice.show_message(sudden_end(row, written=written), *again[not written :])

    def ask_to_delete(self, row: DraftListing) -> None:
        """Ask before a draft of the bin is deleted for good."""
        question = say(
            "彻底删除“{name}”？里面的填报、文字和姓名都会抹掉，不能再恢复。"
            "以前的备份里还有它，不再需要的备份请到备份文件夹里删除。",
            name=draft_name(row),
        )
        self._notice.ask(question, (say("彻底删除"), partial(self._delete, row)), say("不删"))

    def _add_to_list(self) -> None:
        drafts = self._browser.list
        drafts.opened.connect(self._open)
        drafts.drafts.renamed.connect(self._rename)
        drafts.offer(say("打开"), lambda row: self._open(row.id))
        drafts.offer(say("从它开始下一年"), self._follow_on)
        drafts.offer(say("改名"), lambda _row: drafts.rename(), Qt.Key.Key_F2)
        drafts.offer(say("移到回收站"), self._put_away, Qt.Key.Key_Delete)
        drafts.offer(say("导出为文件…"), self._export)

    def _open(self, id_: str) -> None:
        self._open_draft(id_, "")

    def _follow_on(self, row: DraftListing) -> None:
        self._attempt(lambda: self._begin_next_year(row))

    def _begin_next_year(self, row: DraftListing) -> None:
        from unionapp.storage.starting import begin_next_year

        begun = begin_next_year(self._store, row.id)
        names = say("、").join(say("“{name}”", name=name) for name in begun.left_behind)
        sentence = say(
            "新版模板里已经没有{names}，这几处没有带到下一年；原来的内容还在草稿“{name}”里。",
            names=names,
            name=draft_name(row),
        )
        self._open_draft(begun.id, sentence if names else "")
        if names:
            self._notice.show_message(sentence)  # found here again when the draft is closed

    def _put_away(self, row: DraftListing) -> None:
        def put_away() -> None:
            self._store.bin(row.id, datetime.now(UTC).isoformat())
            self._refresh("")
            bring_back = (say("恢复"), partial(self.restore, row))
            self._notice.show_done(say("“{name}”已移到回收站。", name=draft_name(row)), bring_back)

        self._attempt(put_away)
        self._browser.focus_list()

    def _delete(self, row: DraftListing) -> None:
        self._attempt(lambda: self._store.delete(row.id))
        self._refresh("")

    def _rename(self, id_: str, label: str) -> None:
        self._attempt(lambda: self._store.rename(id_, label))

    def _export(self, row: DraftListing) -> None:
        from unionapp.writers import file_name

        ask_where_to(self._window, file_name(draft_name(row)), partial(self._save_to, row))

    def _save_to(self, row: DraftListing, path: Path) -> None:
        from unionapp.storage.sessions import exchange

        def save() -> None:
            kept = exchange.save(self._store, row.id, path)
            self._notice.show_done(
                say("已导出“{name}”。里面是这份草稿的全部内容，只交给该看的人。", name=path.name)
                + "".join(each.message for each in kept)
            )

        self._attempt(save)

    def _attempt(self, do: Callable[[], object]) -> None:
        """Do something that may fail for a reason worth a sentence, told in place."""
        try:
            do()
        except UnionAppError as error:
            self._notice.show_error(str(error))
