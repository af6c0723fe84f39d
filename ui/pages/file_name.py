"""The name of a file, where there may be too little room for it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from ui.kit import Label, set_tip
from ui.look import Colour, colour


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
