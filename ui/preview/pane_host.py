"""The paper of a draft's window, made once the first page stands there."""

from PySide6.QtCore import QObject, Qt, Signal

from ui.desk import Desk
from ui.preview.pane import PaperPlace, PreviewPane


class PreviewHost(QObject):
    """The one paper of a draft's window, which follows from page to page."""

    # The id of the indicator whose figure was clicked in the paper.
    wanted = Signal(str)
    # It is to be folded away.
    fold_wanted = Signal()
    # How many pages it has.
    counted = Signal(int)
    # It is there now.
    made = Signal(PreviewPane)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._pane: PreviewPane | None = None

    def follow(self, page: PaperPlace) -> None:
        """Show what a page is about."""
        if self._pane is None:
            self._pane = PreviewPane(self._desk)
            self._pane.wanted.connect(self.wanted)
            self._pane.fold_wanted.connect(self.fold_wanted)
            self._pane.counted.connect(self.counted)
            self.made.emit(self._pane)
        self._pane.go_along(page)

    def look_again(self) -> None:
        """Show what the page that is open is about now."""
        if self._pane is not None:
            self._pane.go_to_item()

    def follow_base(self) -> None:
        """Lay out the pages anew with the base that was chosen."""
        if self._pane is not None:
            self._pane.follow_base()

    def take_focus(self) -> None:
        """Take the keys, while there is nothing else to work in."""
        if self._pane is not None:
            self._pane.preview.setFocus(Qt.FocusReason.OtherFocusReason)
