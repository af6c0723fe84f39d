"""The line under an entry in which whatever is to be told about it has its room."""

from functools import lru_cache

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.editors.hint import Hint
from ui.kit import HINT_SIZE, INSIDE, set_size

# Pixels by which it is nearer to what it tells about than to the next entry.
_BELOW = 2


class ToldLine(QWidget):
    """A line high even while there is nothing to tell, so that what stands below stays there."""

    def __init__(self, hint: Hint | None = None) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, _BELOW)
        self._row.setSpacing(INSIDE)
        set_size(self, HINT_SIZE)
        if hint is not None:
            self.take(hint)

    def take(self, hint: Hint) -> None:
        """Tell about an answer; two in one row share the line."""
        self._row.addWidget(hint, 1)

    def put_first(self, widget: QWidget) -> None:
        """Have something else told; its room stays when it is gone."""
        kept = widget.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        widget.setSizePolicy(kept)
        self._row.insertWidget(0, widget)

    def event(self, event: QEvent) -> bool:
        """Another sentence needs other room."""
        taken = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._take_room()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow line breaks its sentences more often."""
        super().resizeEvent(event)
        self._take_room()

    def changeEvent(self, event: QEvent) -> None:
        """The room follows the size of the letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._take_room()

    def _take_room(self) -> None:
        """Ask for it outright: over several columns a grid goes by what it knew before."""
        needed = self._row.heightForWidth(self.width()) if self._row.hasHeightForWidth() else 0
        line = _line_height(self.font().toString()) + _BELOW
        if max(needed, line) != self.minimumHeight():
            self.setMinimumHeight(max(needed, line))


@lru_cache(maxsize=8)
def _line_height(face: str) -> int:
    """How high a line is with the signs in it, which other faces than the letters' draw."""
    font = QFont()
    font.fromString(face)
    heights = []
    for sign in "字✕⚠":
        label = QLabel(sign)
        label.setFont(font)
        heights.append(label.sizeHint().height())
    return max(heights)
