"""The pages of a draft in a wizard: one a section, before them who it is, after them the papers.

When the outline changes, the pages that did not change stay as they are, widgets, focus and all.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWizard, QWizardPage

from ui.desk import Desk
from ui.section import SectionPage
from ui.window.page_order import PageOrder
from unionapp.figures import progress

_IDLE = 250
"""Milliseconds without an edit after which a part of the page that comes next is built."""


class DraftPages(QObject):
    """Keeps the wizard's pages in line with the outline."""

    figure_asked = Signal(str)
    """The id of an indicator that was clicked in a text and is on another page."""

    def __init__(self, wizard: QWizard, desk: Desk) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self._desk = desk
        self._shown = desk.template
        self._sections: dict[str, SectionPage] = {}
        self.order = PageOrder(progress.page_ids(desk.template))
        self._idle = QTimer(self, interval=_IDLE)
        self._idle.timeout.connect(self._prepare_next)
        wizard.currentIdChanged.connect(lambda _number: self._idle.start())
        desk.changed.connect(self._stand_back)

    def add(self, others: Mapping[str, QWizardPage]) -> None:
        """Put the pages into the wizard: those of the sections, and the others by their ids."""
        for id_, page in others.items():
            self._wizard.setPage(self.order.number(id_), page)
        self._show_sections()

    def number_after(self, number: int) -> int:
        """The number of the page that 下一步 leads to, or -1; numbers are in no order."""
        if number < 0:
            return -1
        following = self.order.number(self.order.beside(self.order.id_of(number), 1))
        return -1 if following == number else following

    def write_title(self, section: str) -> None:
        """Let the heading of a section be written on its page."""
        if section in self._sections:
            self._sections[section].write_title()

    def follow(self, here: str, turn_to: Callable[[str], None]) -> bool:
        """Follow the outline; says whether it has changed.

        The page `here` stays open; if it has gone, the next one is turned to.
        """
        template = self._desk.template
        if template is self._shown:
            return False
        self._shown = template
        ids = progress.page_ids(template)
        still = self.order.nearest(here, ids)
        self.order.put(ids)
        self._show_sections()
        turn_to(still)
        for gone in self._sections.keys() - set(ids):
            self._drop(gone)
        self._wizard.currentPage().completeChanged.emit()  # the buttons ask what comes next
        return True

    def _stand_back(self) -> None:
        """Keep out of the way of somebody who types."""
        if self._idle.isActive():
            self._idle.start()

    def _prepare_next(self) -> None:
        """Build a part of the page that comes next, for that is where most people turn to."""
        number = self.number_after(self._wizard.currentId())
        page = self._sections.get(self.order.id_of(number)) if number >= 0 else None
        if page is None or not page.prepare():
            self._idle.stop()

    def _show_sections(self) -> None:
        for section in self._desk.template.sections:
            if section.id in self._sections:
                self._sections[section.id].show_section(section)
            else:
                page = self._sections[section.id] = SectionPage(section, self._desk)
                page.figure_asked.connect(self.figure_asked)
                self._wizard.setPage(self.order.number(section.id), page)

    def _drop(self, section: str) -> None:
        self._wizard.removePage(self.order.number_of(section))
        self._sections.pop(section).deleteLater()
