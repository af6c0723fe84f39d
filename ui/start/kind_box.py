"""The list of kinds of union to choose from, made to be seen by whoever uses the keys."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QComboBox

from ui.kit import ENTRY_HEIGHT, Tone, colour, is_enter
from unionapp.template import union_kinds

_FRAME = 2
"""Pixels, as round an entry."""


class KindBox(QComboBox):
    """It shows that it has the focus, and always which line of its list the keys are at."""

    entered = Signal()
    """Enter was pressed, as in a line."""

    def __init__(self, chosen: str) -> None:
        super().__init__(placeholderText="请选择")
        self.setAccessibleName("哪一类工会")
        self.setMinimumHeight(ENTRY_HEIGHT)
        for kind in union_kinds():
            self.addItem(kind.name, kind.id)
        self.setCurrentIndex(self.findData(chosen))

    def showPopup(self) -> None:
        """Begin at the first line while nothing is chosen."""
        super().showPopup()
        if self.currentIndex() < 0:
            self.view().setCurrentIndex(self.model().index(0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on as in the lines below; the arrows and Alt with one choose."""
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame of an entry that has the focus; Fusion's own is hardly to be seen."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour(Tone.LIVE, QApplication.palette()), _FRAME))
            inset = _FRAME / 2
            inside = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inside, 3, 3)
