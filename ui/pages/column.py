"""The one column in which a page stands: with air round it, and no wider than can be read."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.kit import Label, scroll_area_around, set_tip
from ui.look import Colour, colour, scaled, tokens

# Pixels that are free below the last part of a page.
_FOOT = 20


class Column(QWidget):
    """The parts of a page one below the other, in the middle where there is room at the sides."""

    def __init__(self) -> None:
        super().__init__()
        self.parts = QVBoxLayout(self)
        self.parts.setSpacing(tokens.GROUP)
        self._keep_free(tokens.AROUND)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        area = scroll_area_around(self)
        bar = area.width() - self.width() if area is not None else 0
        side = max((self.width() + bar - scaled(tokens.WIDEST_FORM)) // 2, tokens.AROUND)
        self._keep_free(side, bar)

    def make_room(self) -> None:
        """Make room at once for a part that has grown by itself, lest the others be squeezed."""
        self.parts.activate()
        self.setMinimumHeight(self.parts.totalHeightForWidth(self.width()))
        self.setMinimumHeight(0)

    def _keep_free(self, side: int, bar: int = 0) -> None:
        """Keep both sides free; a scroll bar takes its room out of the right one."""
        self.parts.setContentsMargins(side, tokens.PAGE_TOP, max(side - bar, 0), _FOOT)


class FileName(Label):
    """The name of a file, cut in the middle where there is no room for it: its end tells it."""

    def __init__(self, name: str = "", tone: Colour = Colour.INK) -> None:
        super().__init__()
        self._tone = tone
        self.show_name(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_name(self, name: str) -> None:
        """Show another name."""
        self.setText(name)
        set_tip(self, name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the name, or what there is room for."""
        painter = QPainter(self)
        painter.setPen(colour(self._tone))
        mode = Qt.TextElideMode.ElideMiddle
        shown = painter.fontMetrics().elidedText(self.text(), mode, self.width())
        painter.drawText(self.rect(), int(self.alignment()), shown)
