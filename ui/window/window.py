"""The window of one draft: its pages in the template's order, the rail beside them."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget, QWizard
from shiboken6 import isValid

from ui.desk import Desk
from ui.kit import SHORTCUTS, WindowAction, hint_of
from ui.pages import OutputPage, ProfilePage, ReviewPage
from ui.preview import PreviewHost
from ui.section.outline import OutlineActions
from ui.window import geometry
from ui.window.bars import Foot, TopBar
from ui.window.finding_cursor import FindingActions
from ui.window.frame import Frame
from ui.window.geometry import remember_size
from ui.window.leaving import wants_to_lose
from ui.window.page_stack import PageStack
from ui.window.panel_host import Panels
from ui.window.rail import Rail
from ui.window.sidebar import RailMenu, Sidebar
from ui.window.status import Status
from ui.window.undo import UndoActions
from unionapp.checks import Finding, open_findings
from unionapp.draft import EditPath, Slot, outline_edits
from unionapp.errors import BusyStoreError, StoreError
from unionapp.figures import FINISH, PROFILE, REVIEW, progress
from unionapp.paper import title_of
from unionapp.storage.sessions import Session
from unionapp.system import settings

# Milliseconds without an edit after which the rail is drawn anew.
_PAUSE = 200


class SummaryWizard(QWizard):
    """The window in which a draft is written."""

    # The window is about to close.
    leaving = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._left: QWidget | None = None
        self._desk = Desk(session, self)
        self._status = Status(self._desk)
        # before all else: on Windows, setting up resizes the window at once
        self._top, self._foot = TopBar(self._status), Foot(self._status)
        self._sidebar = Sidebar()
        self._frame = Frame(self, self._top, self._sidebar, self._foot)
        geometry.set_up(self)
        self._review, self._output = ReviewPage(self._desk), OutputPage(self._desk)
        self._pages = PageStack(self, self._desk)
        self._pages.add(PROFILE, ProfilePage(self._desk))
        self._pages.add(REVIEW, self._review)
        self._pages.add(FINISH, self._output)
        self._preview = PreviewHost(self._desk)
        self._undo = UndoActions(self._desk, self._pages, self._status)
        self._findings = FindingActions(self._desk, self._pages, self._status, self._refresh)
        self.setSideWidget(self._sidebar)
        self._take_room()
        self._panels = Panels(self, self._desk, self._pages, self._status)
        self._bind_keys()
        self._listen()
        self._refresh()
        self.go_to_page(session.page or PROFILE)

    @property
    def desk(self) -> Desk:
        """The desk that the pages work on."""
        return self._desk

    @property
    def rail(self) -> Rail:
        """The list of pages at the side."""
        return self._sidebar.rail

    @property
    def panels(self) -> Panels:
        """What can be opened beside the work: find, history, settings, help."""
        return self._panels

    @property
    def status(self) -> Status:
        """What is said: whether everything is saved, and what was done."""
        return self._status

    def page_id(self) -> str:
        """Return the id of the page that is open."""
        return self._pages.open_id

    def position(self) -> EditPath:
        """Return what one is typing in, or the beginning of the card or page that one is at."""
        return self._pages.open_page.position()

    def go_to_page(self, page_id: str) -> None:
        """Turn to a page; one that the template does not have leads to the first."""
        self._pages.turn_to(page_id)

    def go_to(self, id_: str, slot: Slot = Slot.VALUE) -> None:
        """Turn to the page of an indicator or item, and to its entry there."""
        self._pages.go_to(id_, slot)

    def look_at(self, id_: str) -> None:
        """Go to a place, and say what was found there, if anything was."""
        self._findings.go_to_place(id_)

    def go_back(self) -> None:
        """Turn to the page before this one in the template's order."""
        self._pages.turn_by(-1)

    def go_on(self) -> None:
        """Turn to the page after this one."""
        self._pages.turn_by(1)

    def nextId(self) -> int:
        """Return the number of the page that 下一步 leads to; it may be the lower one."""
        return self._pages.number_after(self.currentId())

    def undo(self) -> None:
        """Take back the last step."""
        self._undo.undo()

    def redo(self) -> None:
        """Make again the step that was taken back."""
        self._undo.redo()

    def print_paper(self) -> None:
        """Turn to the last page, and print from there."""
        self.go_to_page(FINISH)
        self._output.print_paper()

    def toggle_preview(self) -> None:
        """Fold the paper away, or open it; where both have no room, swap form and paper.

        The keys stay in what can be seen, and come back to where they were.
        """
        covered = self._frame.covers_form
        focused = self.focusWidget()
        self._frame.toggle_paper()
        self._preview.follow(self._pages.open_page)
        if self._frame.covers_form:
            self._left = focused
            self._preview.take_focus()
        elif covered:
            self._come_back()
        self._tell_of_paper()

    def _come_back(self) -> None:
        left, self._left = self._left, None
        if left is not None and isValid(left) and left.isVisible():
            left.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._pages.open_page.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter turn no page and Escape close nothing, wherever they are pressed."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share out the new room: on a small screen the rail shows numerals, the bar icons."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share out the room, after the window or the texts have another size."""
        narrow = self._frame.is_narrow
        self._sidebar.set_narrow(narrow=narrow)
        self._top.set_narrow(narrow=narrow)
        self._frame.arrange()
        self._tell_of_paper()

    def _take_room(self) -> None:
        kept = settings.load()
        self._frame.room.wished = kept.preview_width
        self._frame.room.folded = kept.preview_folded
        self.fit()

    def _tell_of_paper(self) -> None:
        self._top.offer_paper(offered=not self._frame.shows_paper)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the page, not in its buttons; one that was only put down keeps its focus."""
        super().showEvent(event)
        if not event.spontaneous():
            self._pages.open_page.focus_first()
            QTimer.singleShot(0, self._go_on_where_left)

    def done(self, result: int) -> None:
        """Close, unless the person wants to keep what could not be saved."""
        if not self._desk.settle() and not wants_to_lose(self, self._desk, self._status.sentence):
            return
        remember_size(self)
        self._remember_paper()
        self.leaving.emit()
        super().done(result)

    def _remember_paper(self) -> None:
        room = self._frame.room
        with suppress(StoreError):  # a habit that is forgotten is no reason to hold anybody up
            settings.remember_preview(room.wished, folded=room.folded)

    def _bind_keys(self) -> None:
        """Let the keys work wherever the focus is in the window."""
        actions: dict[WindowAction, Callable[[], object]] = {
            WindowAction.NEXT_PAGE: self.go_on,
            WindowAction.PREVIOUS_PAGE: self.go_back,
            WindowAction.FIND: self._panels.show_find,
            WindowAction.NEXT_FOUND: lambda: self._panels.find.go_to_next(1),
            WindowAction.PREVIOUS_FOUND: lambda: self._panels.find.go_to_next(-1),
            WindowAction.NEXT_FINDING: lambda: self._findings.step(1),
            WindowAction.PREVIOUS_FINDING: lambda: self._findings.step(-1),
            WindowAction.UNDO: self.undo,
            WindowAction.REDO: self.redo,
            WindowAction.SHOW_HISTORY: self._panels.show_history,
            WindowAction.TOGGLE_PREVIEW: self.toggle_preview,
            WindowAction.GO_TO_OUTPUT: lambda: self.go_to_page(FINISH),
            WindowAction.PRINT: self.print_paper,
            WindowAction.SHOW_HELP: self._panels.show_help,
        }
        for each in SHORTCUTS:
            QShortcut(QKeySequence(each.key), self, partial(self._act, actions[each.action]))

    def _act(self, action: Callable[[], object]) -> None:
        """Do what a key of the window asks for, once all that was typed before it is saved."""
        self._desk.flush()
        action()

    def _listen(self) -> None:
        self._pause = QTimer(self, interval=_PAUSE, singleShot=True)
        self._pause.timeout.connect(self._refresh)
        self._desk.changed.connect(self._pause.start)
        self._desk.saved.connect(self._show_steps)
        self._pages.turned.connect(self._follow_turn)
        self._pages.settled.connect(self._frame.arrange)
        self._pages.rearranged.connect(self._refresh)
        self._preview.made.connect(self._frame.take_paper)
        self._preview.wanted.connect(self._go_to_figure)
        self._preview.fold_wanted.connect(self.toggle_preview)
        self._review.wanted.connect(self.look_at)
        self._review.finding_wanted.connect(self._findings.go_to)
        self._review.moved.connect(self._preview.look_again)
        self._review.finished.connect(self.go_on)
        self._output.wanted.connect(self.go_to)
        self._output.review_wanted.connect(partial(self.go_to_page, REVIEW))
        self._preview.counted.connect(self._output.show_pages)
        self._panels.resized.connect(self.fit)
        self._panels.base_changed.connect(self._preview.follow_base)
        self._listen_to_side()

    def _listen_to_side(self) -> None:
        self._sidebar.page_wanted.connect(self.go_to_page)
        top, foot = self._top, self._foot
        top.left.connect(self.close)
        top.undo_wanted.connect(self.undo)
        top.redo_wanted.connect(self.redo)
        top.paper_wanted.connect(self.toggle_preview)
        top.find_wanted.connect(self._panels.show_find)
        top.history_wanted.connect(self._panels.show_history)
        top.settings_wanted.connect(self._panels.show_settings)
        top.help_wanted.connect(self._panels.show_help)
        foot.back_wanted.connect(self.go_back)
        foot.next_wanted.connect(self.go_on)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._show_hint)
        menu = RailMenu(self._sidebar, OutlineActions(self._desk))
        menu.title_wanted.connect(self._pages.write_title)

    def _go_on_where_left(self) -> None:
        """Go to what was changed last, if it is on the page that was left."""
        place = self._session.last_place
        if place and progress.page_of(self._session.template, place) == self.page_id():
            self.go_to(place)

    def _follow_turn(self, page_id: str) -> None:
        """Begin on the page that is open now, and remember it."""
        self._sidebar.mark(page_id)
        self._show_ways()
        QTimer.singleShot(0, self._show_beside)
        self._pause.start()
        try:
            with suppress(BusyStoreError):  # where one stands is no edit, and nobody waits for it
                self._session.leave_at(page_id)
        except StoreError as error:
            self._desk.failed.emit(str(error))

    def _show_beside(self) -> None:
        """Let the paper follow, once the page itself stands there."""
        self._preview.follow(self._pages.open_page)
        self._frame.arrange()

    def _go_to_figure(self, id_: str) -> None:
        """Go to the entry of a figure in the paper; where that covers the form, uncover it."""
        if self._frame.covers_form:
            self.toggle_preview()
        self.go_to(id_)

    def _show_hint(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show at the foot what helps with the entry that one has come to."""
        if now is not None and self.isAncestorOf(now):
            self._foot.hints.show_hint(hint_of(now))

    def _show_ways(self) -> None:
        page_id = self.page_id()
        following = self._pages.name_after(page_id)
        self._foot.show_ways(first=page_id == PROFILE, following=following)

    def _refresh(self) -> Sequence[Finding]:
        """Bring up to date what tells of the whole draft; return what is open, hints and all."""
        figures = self._desk.figures
        left = open_findings(figures, self._desk.findings)
        found = [each.where.id for each in left.problems]
        pages = progress.pages(figures, found)
        self._sidebar.show_pages(pages, outline_edits.sections(figures.draft))
        self._sidebar.show_progress(len(figures.filled), len(figures.draft.template.asked))
        self._pages.show_findings(left.problems)
        with suppress(StoreError):  # what the list of drafts says is no reason to hold anybody up
            self._session.note_findings(len(found))
        self.setWindowTitle(title_of(figures))
        self._top.show_title(title_of(figures))
        self._show_ways()
        self._show_steps()
        open_ = (*left.problems, *left.hints)
        self._findings.withdraw_settled(open_)
        return open_

    def _show_steps(self) -> None:
        self._top.show_steps(self._session.next_undo, self._session.next_redo)
