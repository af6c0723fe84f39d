"""The last page: which papers, for whom, where to; and what changed since the last time."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui.desk import Desk
from ui.kit import (
    Column,
    Label,
    Link,
    LinkList,
    ScrollingPage,
    Sheet,
    Sign,
    clear_ground,
    hint_label,
    link_button,
    page_title,
    primary_button,
    push_button,
    put_in_tab_order,
    set_tip,
    tool_button,
)
from ui.look import Colour, Icon, scaled, tokens
from ui.pages.output_job import Order, write
from ui.pages.output_options import OutputFolder, OutputOptions
from ui.pages.output_results import ChangesSinceOutput, OutputResults
from ui.paper import told_missing
from ui.preview import ask_and_print, show_preview
from ui.runtime import log_error, run_in_steps, run_quietly, show_error
from ui.section import start_of
from ui.words import say
from unionapp.checks import open_findings
from unionapp.draft import EditPath, Slot
from unionapp.errors import StoreError, UnionAppError
from unionapp.figures import FINISH, Figures
from unionapp.paper import WHAT_IS_MASKED, Document, Edition, Paper, paper_of
from unionapp.system import settings
from unionapp.writers import FileFormat, Written, sheets_of

_TITLE = say("出稿")

_WRITE = say("出稿")


class OutputPage(QWizardPage):
    """The page from which the papers are written."""

    # The id of an indicator or item that the person wants to see.
    wanted = Signal(str)

    # The person wants to look at what was found.
    review_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(_TITLE)
        self.setFinalPage(True)
        self._desk = desk
        self._composed_of: Figures | None = None
        self._composed: Paper
        self._looked_at: Document | None = None
        self._scroll = ScrollingPage()
        self.options = OutputOptions()
        self.folder = OutputFolder()
        self._pages = 0
        self._written: Document | None = None
        self._write = primary_button(_WRITE, self._start_writing)
        self._write.be_large()
        self._print = push_button(say("打印…"), self.print_paper)
        self._print.set_sign(Icon.PRINT)
        self._preview = tool_button(say("打印预览…"), self._preview_paper)
        self.results = OutputResults()
        self.results.print_wanted.connect(self._print_written)
        self.open_points = Label(wraps=True)
        self._look = link_button(say("去看看"), self.review_wanted.emit, Icon.NEXT)
        self.faces = hint_label(wraps=True)
        self.masked = LinkList(
            say("公示稿里遮住的内容"),
            say("没有遮住什么。{masked}", masked=WHAT_IS_MASKED),
            WHAT_IS_MASKED,
        )
        self.changes = ChangesSinceOutput(desk)
        self.changes.wanted.connect(self.wanted)
        self.options.changed.connect(self._refresh)
        self.folder.changed.connect(self._refresh)
        self.folder.named.connect(self.options.show_names)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the draft anew whenever the page is opened."""
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._refresh()
        self._show_open_points()
        self._look_for_faces()
        self.changes.refresh()
        self._put_in_order()
        self.focus_first()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the files again when one comes back from Word or from the folder."""
        if event.type() == QEvent.Type.WindowActivate and self.isVisible():
            self.folder.look_again()
            self.changes.look_again()
        return super().eventFilter(watched, event)

    def focus_first(self) -> None:
        """Put the focus where most people go on: on writing the papers."""
        self._write.setFocus()

    def position(self) -> EditPath:
        """Return the beginning of the page: nothing of the draft is typed here."""
        return start_of(FINISH)

    def go_to(self, _id: str, _slot: Slot) -> bool:
        """Return False: no entry is here."""
        return False

    def anchors(self) -> tuple[str, ...]:
        """Return nothing: the paper stays where it was."""
        return ()

    def editor_of(self, _id: str) -> QWidget | None:
        """Return None: no entry is here."""
        return None

    def print_paper(self) -> None:
        """Print the paper in the edition that is chosen."""
        self._put_on_paper(self._print, ask_and_print)

    def _paper(self) -> Paper:
        """Return the paper as it is chosen, composed anew only when something has changed."""
        figures, edition = self._desk.figures, self.options.edition
        if self._composed_of is not figures or self._composed.edition is not edition:
            draft, history = self._desk.session.id, self._history()
            self._composed_of = figures
            self._composed = paper_of(figures, edition, draft, history)
        return self._composed

    def _history(self) -> tuple[tuple[str, str], ...]:
        """Return what was changed when, as far as the chosen edition tells it."""
        return self._desk.session.history_lines() if self.options.edition is Edition.FILE else ()

    def _refresh(self) -> None:
        """Show what would be written as it is chosen."""
        paper = self._paper()
        self.folder.show_names(paper, self.options.forms, self._desk.session.papers)
        self.options.show_sizes(self._sizes())
        count = len(self.options.forms)
        self._write.setText(say("出 {count} 份稿", count=count) if count else _WRITE)
        self._write.setAccessibleName(self._write.text())
        self._masked_sheet.setVisible(paper.edition is Edition.PUBLIC)
        self.masked.show_links(
            [
                Link(
                    say(
                        "“{found}”→“{shown}”（{where}）",
                        found=each.found,
                        shown=each.shown,
                        where=each.where,
                    )
                )
                for each in paper.masked
            ]
        )

    def show_pages(self, count: int) -> None:
        """Take how many pages the paper for the superior has, which the one beside counts."""
        self._pages = count
        if self.isVisible():
            self.options.show_sizes(self._sizes())

    def _sizes(self) -> dict[FileFormat, str]:
        """Return how much each form of the chosen edition is, as far as that is known."""
        sizes = {FileFormat.XLSX: say("{count}张表", count=sheets_of(self._paper().document))}
        if self._pages and self.options.edition is Edition.REPORT:
            sizes |= dict.fromkeys(
                (FileFormat.DOCX, FileFormat.PDF), say("{count}页", count=self._pages)
            )
        return sizes

    def _show_open_points(self) -> None:
        """Say what is still open; it stops nobody from writing."""
        count = len(open_findings(self._desk.figures, self._desk.findings).problems)
        self.open_points.setText(say("“检查核对”里还有{count}处问题没有处理", count=count))
        set_tip(self.open_points, say("不处理也可以出稿"))
        self._open.setHidden(not count)

    def _look_for_faces(self) -> None:
        """Find out what this PC lacks to show the paper as it should look; the form goes on."""
        document = self._paper().document
        if document is not self._looked_at:
            self._looked_at = document
            run_quietly(self, partial(told_missing, document), self._tell_faces, log_error)

    def _tell_faces(self, words: str) -> None:
        self.faces.setText(words)
        self.faces.setHidden(not words)
        self._column.make_room()

    def _start_writing(self) -> None:
        forms, folder = self.options.forms, self.folder.folder
        if folder is None or not forms:
            self._tell_failed(say("请先选好要出哪种文稿、放在哪个文件夹。"))
            return
        self.results.clear()
        self._written = self._paper().document
        figures, session = self._desk.figures, self._desk.session
        order = Order(self.options.edition, forms, folder, session.id, self._history())
        run_in_steps(
            self._write,
            partial(write, figures, order),
            partial(
                self._show_written,
                figures,
                session.last_seq,
                self.options.edition_name,
                self._sizes(),
            ),
            self._tell_stopped,
            self._follow_failure,
        )

    def _show_written(
        self,
        figures: Figures,
        seq: int,
        edition: str,
        sizes: dict[FileFormat, str],
        written: Written,
    ) -> None:
        self.results.show_written(written, edition, sizes)
        with suppress(StoreError):  # the papers are there; a habit forgotten is no bad news
            settings.remember_folder(written.files[0].parent)
            settings.remember_forms(form.value for form in self.options.forms)
        with suppress(StoreError):
            self._desk.session.note_written(seq)
            self.changes.note_written(figures)
        self._refresh()
        self.changes.refresh()
        self._lead_to_results()

    def _follow_failure(self, error: Exception) -> None:
        """Say in the place of the papers what could not be done; nothing was written."""
        if not isinstance(error, UnionAppError):
            show_error(self.window(), error)
            return
        self._tell_failed(str(error))

    def _tell_failed(self, sentence: str) -> None:
        self.results.show_failure(
            sentence, (say("换地方…"), self.folder.choose), (say("再试一次"), self._start_writing)
        )
        self._lead_to_results()

    def _lead_to_results(self) -> None:
        self._put_in_order()
        if self.isVisible():
            self.results.setFocus()
            QTimer.singleShot(0, partial(self._scroll.ensureWidgetVisible, self.results))

    def _print_written(self) -> None:
        """Print what was written, whatever is chosen now."""
        if self._written is not None:
            self._put_on_paper(self._print, ask_and_print, self._written)

    def _preview_paper(self) -> None:
        self._put_on_paper(self._preview, show_preview)

    def _put_on_paper(
        self,
        starter: QWidget,
        put: Callable[[QWidget, Document], object],
        document: Document | None = None,
    ) -> None:
        try:
            put(starter, document or self._paper().document)
        except UnionAppError as error:
            show_error(self.window(), error)

    def _tell_stopped(self) -> None:
        self._desk.noticed.emit(say("已取消，没有出稿"))

    def _put_in_order(self) -> None:
        """Let Tab go down the page."""
        buttons = (self._write, self._print, self._preview, self._look)
        for one, next_ in pairwise(buttons):
            QWidget.setTabOrder(one, next_)
        parts = (self.options, self.folder, self._actions, self.results)
        put_in_tab_order((*parts, self._masked_sheet, self._changes_sheet))

    def _lay_out(self) -> None:
        """Lay out what is chosen and pressed, which keeps its place, and below what comes of it."""
        self._open = _in_a_row(Sign(Icon.WARNING, Colour.WARN), self.open_points, self._look)
        self._actions = QWidget()
        actions = QHBoxLayout(self._actions)
        actions.setContentsMargins(0, 0, 0, 0)
        actions.setSpacing(tokens.INSIDE)
        for button in (self._write, self._print, self._preview):
            actions.addWidget(button)
        actions.addWidget(self._open, 1)
        actions.addStretch()
        self._masked_sheet, self._changes_sheet = _sheet_of(self.masked), _sheet_of(self.changes)
        column = self._column = Column()
        column.rows.addWidget(page_title(_TITLE))
        for part in (
            self.options,
            self.folder,
            self._actions,
            self.results,
            self._masked_sheet,
            self._changes_sheet,
            self.faces,
        ):
            column.rows.addWidget(part)
        column.rows.addStretch()
        self._scroll.setWidget(column)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)


def _in_a_row(sign: QWidget, words: QWidget, button: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(tokens.INSIDE, 0, 0, 0)
    row.setSpacing(tokens.INSIDE)
    row.addWidget(sign)
    row.addWidget(words, 1)
    row.addWidget(button)
    return holder


def _sheet_of(links: LinkList) -> Sheet:
    """Return a sheet with links, as high as they are and no higher than can be overlooked."""
    clear_ground(links.list)
    links.list.setFrameShape(QFrame.Shape.NoFrame)
    links.list.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
    links.list.setMaximumHeight(scaled(tokens.WAY_HEIGHT))
    sheet = Sheet()
    column = QVBoxLayout(sheet)
    column.setContentsMargins(tokens.BETWEEN, tokens.GROUP, tokens.BETWEEN, tokens.GROUP)
    column.addWidget(links)
    sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return sheet
