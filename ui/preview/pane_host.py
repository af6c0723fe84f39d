"""The preview beside the open section, made when the first section is turned to."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui.desk import Desk
from ui.preview.pane import PreviewPane
from ui.section import SectionPage
from unionapp.errors import StoreError
from unionapp.system import settings

_NOT_HERE = "这一页旁边没有预览；翻到任何一章，就能看到"


class PreviewHost(QObject):
    """The one preview of a draft's window, brought along from section to section."""

    # The id of the indicator whose figure was clicked in the paper.
    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pane: PreviewPane | None = None

    def show_beside(self, page: QWidget) -> None:
        """Let the preview stand beside a page, if it is a section's."""
        if not isinstance(page, SectionPage):
            return
        if self._pane is None or not isValid(self._pane):  # it goes with the page it stands on
            self._pane = PreviewPane(self._desk)
            self._pane.wanted.connect(self.wanted)
        self._pane.go_along(page)

    def go_ahead(self, page: QWidget) -> None:
        """Stand beside a page that is about to be shown, so that it is laid out once."""
        if self._pane is not None:  # the first time, the page comes first
            self.show_beside(page)

    def toggle(self, page: QWidget) -> None:
        """Fold the preview away, or open it; where there is none, say where there is."""
        if self._pane is not None and isValid(self._pane) and page.isAncestorOf(self._pane):
            self._pane.toggle()
        else:
            self._desk.noticed.emit(_NOT_HERE)

    def follow_base(self) -> None:
        """Lay out the pages anew with the base that was chosen."""
        if self._pane is not None and isValid(self._pane):
            self._pane.follow_base()

    def remember(self) -> None:
        """Keep how wide the preview is, and whether it is folded, for the next start."""
        if self._pane is not None and isValid(self._pane):
            room = self._pane.room
            with suppress(StoreError):  # a habit that is forgotten is no reason to hold anybody up
                settings.remember_preview(room.wished, folded=room.folded)
