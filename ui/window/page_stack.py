"""The pages of a draft in its window: which there are, in what order, and turning to them.

When the outline changes, the pages that did not change stay as they are, widgets, focus and all.

QWizard goes back along the way that one came. Its `setCurrentId` to a lower number takes a page off
that way even where one jumps, and crashes at its end (Qt 6.9); its `next` refuses a page that one
came by. Here a page has its place in an outline that changes, and one jumps. So whoever turns to a
page begins a new way there, by `restart`: the pages keep what they hold, and each its number.
"""

from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget, QWizard, QWizardPage

from ui.desk import Desk
from ui.look.tokens import ENTRY_HEIGHT
from ui.section import SectionPage
from unionapp.checks import Finding
from unionapp.draft import EditPath, Slot
from unionapp.figures import progress

# Milliseconds without an edit after which a part of the page that comes next is built.
_IDLE = 250

# Pixels from the corner of an entry where one looks whether it can be seen.
_INSIDE = 4


class DraftPage(Protocol):
    """A page of a draft as its window asks it."""

    def focus_first(self) -> None:
        """Put the focus where one begins."""

    def position(self) -> EditPath:
        """Return what one is typing in, or the beginning of the card or page that one is at."""

    def go_to(self, id_: str, slot: Slot, /) -> bool:
        """Put the focus into the entry of an id; return whether it is on this page."""

    def editor_of(self, id_: str, /) -> QWidget | None:
        """Return the editor of an id, if it is on this page."""

    def anchors(self) -> tuple[str, ...]:
        """Return the ids of what is in hand, the nearest first, by which the paper follows."""

    def isAncestorOf(self, child: QWidget, /) -> bool:
        """Tell whether a widget is on the page."""


class PageOrder:
    """The ids of the pages in order, and a number for each that is never given to another."""

    def __init__(self, ids: tuple[str, ...]) -> None:
        self._numbers: dict[str, int] = {}
        self._ids = ids
        self.put(ids)

    @property
    def ids(self) -> tuple[str, ...]:
        """The pages in order."""
        return self._ids

    def put(self, ids: tuple[str, ...]) -> None:
        """Take another order; a page that comes back has its old number."""
        self._ids = ids
        for id_ in ids:
            self._numbers.setdefault(id_, len(self._numbers))

    def number(self, id_: str) -> int:
        """Return the number of a page; of the first page for one that is not there."""
        return self.number_of(id_ if id_ in self._ids else self._ids[0])

    def number_of(self, id_: str) -> int:
        """Return the number of a page that is there or was."""
        return self._numbers[id_]

    def id_of(self, number: int) -> str:
        """Return the page of a number, even one just gone; the first for a strange number."""
        return next((id_ for id_, each in self._numbers.items() if each == number), self._ids[0])

    def beside(self, id_: str, step: int) -> str:
        """Return the page so many steps further, or the outermost one."""
        place = self._ids.index(id_) + step
        return self._ids[min(max(place, 0), len(self._ids) - 1)]

    def nearest(self, id_: str, ids: tuple[str, ...]) -> str:
        """Return the page itself if it is among the others, or the first after it that is."""
        place = self._ids.index(id_)
        return next((each for each in self._ids[place:] if each in ids), ids[-1])


class PageStack(QObject):
    """The pages in a wizard: one a section, before them who the union is, after them the papers."""

    # The page that is about to be shown.
    turning = Signal(QWizardPage)

    # The id of the page that is shown now.
    turned = Signal(str)

    # The page that was turned to stands there, laid out by QWizard.
    settled = Signal()

    # The outline has other sections than before, or in another order.
    rearranged = Signal()

    def __init__(self, wizard: QWizard, desk: Desk) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._desk = desk
        self._shown = desk.template
        self._others: dict[str, DraftPage] = {}
        self._sections: dict[str, SectionPage] = {}
        self._order = PageOrder(progress.page_ids(desk.template))
        self._show_sections()
        self._idle = QTimer(self, interval=_IDLE)
        self._idle.timeout.connect(self._prepare_next)
        wizard.currentIdChanged.connect(self._note_turn)
        desk.changed.connect(self._stand_back)
        desk.changed.connect(self._follow_outline)

    def add(self, id_: str, page: DraftPage) -> None:
        """Put in a page that is no section's."""
        self._others[id_] = page
        self._wizard.setPage(self._order.number(id_), cast("QWizardPage", page))

    @property
    def open_id(self) -> str:
        """The id of the page that is open."""
        return self._order.id_of(self._wizard.currentId())

    @property
    def open_page(self) -> DraftPage:
        """The page that is open."""
        return self._sections.get(self.open_id) or self._others[self.open_id]

    @property
    def focused(self) -> QWidget | None:
        """What one would type in, were the window in front."""
        return self._wizard.focusWidget()

    def number_after(self, number: int) -> int:
        """Return the number of the page that follows, or -1; numbers are in no order."""
        if number < 0:
            return -1
        following = self._order.number(self._order.beside(self._order.id_of(number), 1))
        return -1 if following == number else following

    def name_after(self, page_id: str) -> str:
        """Return the name of the page that follows, or nothing after the last."""
        following = self._order.beside(page_id, 1)
        if following == page_id:
            return ""
        titles = {each.id: each.title for each in self._desk.template.sections}
        return titles.get(following, "") or progress.NAMES[following]

    def turn_to(self, page_id: str) -> None:
        """Turn to a page; one that the template does not have leads to the first."""
        number = self._order.number(page_id)
        if number != self._wizard.currentId():
            self.turning.emit(self._wizard.page(number))
            self._wizard.setStartId(number)
            self._wizard.restart()
            self.settled.emit()
            self.open_page.focus_first()  # only now: QWizard hides the page until it has turned

    def turn_by(self, step: int) -> None:
        """Turn to the page so many steps further, or to the outermost one."""
        self.turn_to(self._order.beside(self.open_id, step))

    def go_to(self, id_: str, slot: Slot = Slot.VALUE) -> None:
        """Turn to the page of an indicator or item, and to its entry there."""
        self.turn_to(progress.page_of(self._desk.template, id_))
        self.open_page.go_to(id_, slot)

    def write_title(self, section: str) -> None:
        """Turn to a section and let its heading be written there."""
        if section in self._sections:  # what could not be saved yet is not there yet
            self.turn_to(section)
            self._sections[section].write_title()

    def is_in_sight(self, id_: str) -> bool:
        """Return whether one sees it where one is; of a section it is enough that it is open."""
        if progress.page_of(self._desk.template, id_) != self.open_id:
            return False
        editor = self.open_page.editor_of(id_)
        return id_ == self.open_id or (editor is not None and _is_seen(editor))

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Tell on the cards of the open section what was found there."""
        if self.open_id in self._sections:
            self._sections[self.open_id].show_findings(findings)

    def fold_guides(self, *, folded: bool) -> None:
        """Fold the guides of the sections away, or open them."""
        for page in self._sections.values():
            page.fold_guide(folded=folded)

    def _note_turn(self, number: int) -> None:
        """Tell which page is shown; -1 is the moment between two pages."""
        self._idle.start()
        if number >= 0:
            self.turned.emit(self.open_id)

    def _follow_outline(self) -> None:
        """Follow the outline; if the open page has gone, the next one is turned to."""
        template = self._desk.template
        if template is self._shown:
            return
        self._shown = template
        ids = progress.page_ids(template)
        still = self._order.nearest(self.open_id, ids)
        self._order.put(ids)
        self._show_sections()
        self.turn_to(still)
        for gone in self._sections.keys() - set(ids):
            self._drop(gone)
        self.rearranged.emit()

    def _stand_back(self) -> None:
        """Keep out of the way of somebody who types."""
        if self._idle.isActive():
            self._idle.start()

    def _prepare_next(self) -> None:
        """Build a part of the page that comes next, for that is where most people turn to."""
        number = self.number_after(self._wizard.currentId())
        page = self._sections.get(self._order.id_of(number)) if number >= 0 else None
        if page is None or not page.prepare():
            self._idle.stop()

    def _show_sections(self) -> None:
        for section in self._desk.template.sections:
            if section.id in self._sections:
                self._sections[section.id].show_section(section)
            else:
                page = self._sections[section.id] = SectionPage(section, self._desk)
                page.figure_asked.connect(self.go_to)
                self._wizard.setPage(self._order.number(section.id), page)

    def _drop(self, section: str) -> None:
        held = self._wizard.focusWidget()
        self._wizard.removePage(self._order.number_of(section))
        if held is not None and held is not self._wizard.focusWidget() and held.isVisible():
            held.setFocus(Qt.FocusReason.OtherFocusReason)  # QWizard hides all for a moment
        self._sections.pop(section).deleteLater()


def _is_seen(editor: QWidget) -> bool:
    """Return whether its first line is neither scrolled away nor cut."""
    seen = editor.visibleRegion()
    lowest = min(editor.height(), ENTRY_HEIGHT) - _INSIDE
    return seen.contains(QPoint(_INSIDE, _INSIDE)) and seen.contains(QPoint(_INSIDE, lowest))
