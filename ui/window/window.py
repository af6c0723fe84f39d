"""The wizard: one window on one draft, its pages in the template's order.

QWizard keeps the way one came and walks back on it; here a page has its place in an order, and
the rail jumps. So every move restarts the wizard at the wanted page (`restart` forgets the way,
pages keep what they hold), and 上一步 is a button of our own.
"""

from contextlib import suppress

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWizard

from ui.desk import Desk
from ui.kit import push_button
from ui.pages import FinishPage, ProfilePage, ReviewPage
from ui.preview import Beside
from ui.section import SectionPage, form_width, start_of
from ui.section.outline import OutlineActions
from ui.window import geometry
from ui.window.geometry import focus_first_entry, remember_size, wants_to_lose
from ui.window.page_stack import DraftPages
from ui.window.panel_host import Panels
from ui.window.rail import Rail
from ui.window.rail_menu import RailMenu
from ui.window.sidebar import Side, usual_width
from ui.window.status import StatusLine
from ui.window.undo import Steps
from ui.window.wizard_keys import set_up_keys
from unionapp.checks import Finding, still_open
from unionapp.draft import EditPath, Slot, outline_edits
from unionapp.errors import StoreError
from unionapp.figures import progress
from unionapp.paper import title_of
from unionapp.storage import Session

_PAUSE = 200
"""Milliseconds without an edit after which the rail is drawn anew."""
_RETRY = 2000
"""Milliseconds after which what could not be saved is tried again."""


class SummaryWizard(QWizard):
    """The window in which a draft is written."""

    leaving = Signal()
    """The wizard is about to close."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._open: tuple[Finding, ...] = ()
        self._told: tuple[Finding, str] | None = None
        self._desk = Desk(session, self)
        self._pages = DraftPages(self, self._desk)
        self._beside = Beside(self._desk)
        self._side = Side()
        self._status = StatusLine()
        self._steps = Steps(self)
        self._back = push_button("上一步", self.go_back)
        geometry.set_up(self)
        self._add_pages()
        geometry.set_up_row(self, self._status, self._back)
        self.setSideWidget(self._side)
        self.fit()
        set_up_keys(self)
        self._panels = Panels(self, self._side.tools)
        self._listen()
        self._refresh()
        self.go_to_page(session.page or progress.PROFILE)

    @property
    def desk(self) -> Desk:
        """The desk that the pages work on."""
        return self._desk

    @property
    def rail(self) -> Rail:
        """The list of pages at the side."""
        return self._side.rail

    @property
    def panels(self) -> Panels:
        """What can be opened beside the work: find, history, settings, help."""
        return self._panels

    @property
    def status(self) -> StatusLine:
        """The line that says whether everything is saved."""
        return self._status

    def page_id(self) -> str:
        """The id of the page that is open."""
        return self._pages.order.id_of(self.currentId())

    def go_to_page(self, page_id: str) -> None:
        """Turn to a page; one that the template does not have leads to the first."""
        number = self._pages.order.number(page_id)
        if number != self.currentId():
            self._beside.go_ahead(self.page(number))
            self.setStartId(number)
            self.restart()

    def go_to(self, id_: str, slot: Slot = Slot.VALUE) -> None:
        """Turn to the page of an indicator or item, and to its entry there."""
        self.go_to_page(progress.page_of(self._session.template, id_))
        page = self.currentPage()
        if isinstance(page, SectionPage):
            page.go_to(id_, slot)
        elif isinstance(page, ProfilePage):
            page.go_to(id_)

    def look_at(self, id_: str) -> None:
        """Go to a place, and say what was found there, if anything was."""
        self._refresh()
        found = next((each for each in self._open if each.where.id == id_), None)
        if found is not None:
            self.look_at_finding(found)
        else:
            self.go_to(id_)

    def look_at_finding(self, finding: Finding, which: str = "") -> None:
        """Go to the entry that it is about, and say what it is, there and in the status.

        A figure is chosen as by Tab: what one types takes its place.
        """
        where = finding.where
        self.go_to(where.id, where.slot)
        self._refresh()
        page = self.currentPage()
        if isinstance(page, SectionPage):
            page.go_to(where.id, where.slot)  # the note above the entry has come only now
        focused = self.focusWidget()
        if isinstance(focused, QLineEdit):
            focused.selectAll()
        self._told = (finding, f"{which}：{finding.message}" if which else finding.message)
        self._status.show_notice(self._told[1])

    def place(self) -> EditPath:
        """What one is typing in, or the beginning of the card or page that one is at."""
        page = self.currentPage()
        if isinstance(page, SectionPage | ProfilePage):
            return page.place()
        return start_of(self.page_id())

    def go_back(self) -> None:
        """Turn to the page before this one in the template's order."""
        self.go_to_page(self._pages.order.beside(self.page_id(), -1))

    def go_on(self) -> None:
        """Turn to the page after this one."""
        self.go_to_page(self._pages.order.beside(self.page_id(), 1))

    def nextId(self) -> int:
        """The number of the page that 下一步 leads to; it may be lower than that of this page."""
        return self._pages.number_after(self.currentId())

    def write_title(self, section: str) -> None:
        """Turn to a section and let its heading be written."""
        if section in self._pages.order.ids:  # what could not be saved yet is not there yet
            self.go_to_page(section)
            self._pages.write_title(section)

    def undo(self) -> None:
        """Take back the last step."""
        self._steps.undo()

    def redo(self) -> None:
        """Make again the step that was taken back."""
        self._steps.redo()

    def toggle_preview(self) -> None:
        """Fold the preview away, or open it."""
        self._beside.toggle(self.currentPage())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter turns no page and Escape closes nothing, wherever they are pressed."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page the room of the rail's headings where it is needed."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share out the room; the preview goes first, then the headings of the rail."""
        self._side.set_narrow(narrow=self.width() < form_width() + usual_width())

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the page, not in its buttons; one that was only put down keeps its focus."""
        super().showEvent(event)
        if not event.spontaneous():
            focus_first_entry(self.currentPage())
            QTimer.singleShot(0, self._go_on_where_left)

    def done(self, result: int) -> None:
        """Close, unless the person wants to keep what could not be saved."""
        page = self.currentPage()
        if isinstance(page, SectionPage):
            page.flush()
        if not self._desk.settle() and not wants_to_lose(self, self._status.sentence):
            return
        remember_size(self)
        self._beside.remember()
        self.leaving.emit()
        super().done(result)

    def _add_pages(self) -> None:
        review, finish = ReviewPage(self._desk), FinishPage(self._desk)
        review.wanted.connect(self.look_at)
        review.finding_wanted.connect(self.look_at_finding)
        finish.wanted.connect(self.go_to)
        self._pages.figure_asked.connect(self.go_to)
        profile = ProfilePage(self._desk)
        self._pages.add(
            {progress.PROFILE: profile, progress.REVIEW: review, progress.FINISH: finish}
        )

    def _listen(self) -> None:
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._refresh)
        self._retry = QTimer(self, interval=_RETRY)
        self._retry.timeout.connect(self._save_again)
        self._desk.changed.connect(self._pause.start)
        self._side.undo_wanted.connect(self.undo)
        self._side.redo_wanted.connect(self.redo)
        self._desk.saved.connect(self._show_saved)
        self._desk.failed.connect(self._show_failure)
        self._desk.noticed.connect(self._status.show_notice)
        self._side.page_wanted.connect(self.go_to_page)
        self._desk.changed.connect(self._follow_outline)
        RailMenu(self._side, OutlineActions(self._desk)).title_wanted.connect(self.write_title)
        self.currentIdChanged.connect(self._turned)
        self._beside.wanted.connect(self.go_to)

    def _go_on_where_left(self) -> None:
        """Go to what was changed last, if it is on the page that was left."""
        place = self._session.last_place
        if place and progress.page_of(self._session.template, place) == self.page_id():
            self.go_to(place)

    def _show_saved(self) -> None:
        self._retry.stop()
        self._status.show_saved()
        self._show_steps()

    def _show_failure(self, sentence: str) -> None:
        self._status.show_failure(sentence)
        self._retry.start()

    def _save_again(self) -> None:
        self._desk.put_all([])

    def _turned(self, number: int) -> None:
        """Remember the page; -1 is the moment between two pages."""
        if number < 0:
            return
        self._side.mark(self.page_id())
        self._status.show_again()
        self._back.setEnabled(self.page_id() != progress.PROFILE)
        focus_first_entry(self.currentPage())
        QTimer.singleShot(0, self._show_beside)
        self._pause.start()
        try:
            self._session.leave_at(self.page_id())
        except StoreError as error:
            self._desk.failed.emit(str(error))

    def _show_beside(self) -> None:
        """Bring the preview along, once the page itself stands there."""
        self._beside.show_beside(self.currentPage())

    def _follow_outline(self) -> None:
        if self._pages.follow(self.page_id(), self.go_to_page):
            self._refresh()

    def _refresh(self) -> None:
        """Bring the rail and the buttons of undo and redo up to date."""
        figures = self._desk.figures
        left = still_open(figures, self._desk.findings)
        self._open = (*left.problems, *left.hints)
        found = [each.where.id for each in left.problems]
        pages = progress.pages(figures, found)
        self._side.show_pages(pages, outline_edits.sections(figures.draft))
        page = self.currentPage()
        if isinstance(page, SectionPage):
            page.show_findings(left.problems)
        if self._told is not None and self._told[0] not in self._open:
            self._status.withdraw(self._told[1])
        with suppress(StoreError):  # what the list of drafts says is no reason to hold anybody up
            self._session.note_findings(len(found))
        self.setWindowTitle(title_of(figures))
        self._show_steps()

    def _show_steps(self) -> None:
        self._side.show_steps(self._session.next_undo, self._session.next_redo)
