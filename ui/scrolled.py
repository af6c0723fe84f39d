"""A page that scrolls up and down where a screen is too low for it, and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea


class Scrolled(QScrollArea):
    """Its content, as wide as it is itself."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Wide enough never to scroll sideways."""
        content, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        width = content.minimumSizeHint().width() + bar if content else 0
        return QSize(width, super().minimumSizeHint().height())
