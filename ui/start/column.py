"""Contents of the start window: in the middle, and no wider than one reads with ease."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.look import scaled, tokens

# Pixels of what stands between the margins.
WIDEST = tokens.WIDEST_START - 2 * tokens.AROUND

# What the middle takes of the room, as against each of the sides, before it is widest.
_MIDDLE, _SIDE = 1000, 1


class Column(QWidget):
    """A column in the middle of its room; `rows` takes what stands in it."""

    def __init__(self, widest: int) -> None:
        super().__init__()
        self._widest = widest
        self._middle = QWidget()
        self.rows = QVBoxLayout(self._middle)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(tokens.GROUP)
        self.setLayout(in_the_middle(self._middle))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._middle.setMaximumWidth(scaled(self._widest))


def in_the_middle(widget: QWidget) -> QHBoxLayout:
    """Return a row in which a widget takes the middle, up to its greatest width."""
    row = QHBoxLayout()
    row.setContentsMargins(tokens.AROUND, 0, tokens.AROUND, 0)
    row.setSpacing(0)
    row.addStretch(_SIDE)
    row.addWidget(widget, _MIDDLE)
    row.addStretch(_SIDE)
    return row
