"""Columns of widgets that scroll where a screen is low, and never sideways."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class ScrollingPage(QScrollArea):
    """A whole page, as wide and as high as there is room for it."""

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


class Scrolled(ScrollingPage):
    """Its content, all of it wherever there is room, and no higher than that."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """As high as the content is at this width; wrapped texts are higher where it is narrow."""
        content, width = self.widget(), self.viewport().width()
        whole = content.sizeHint()
        height = content.heightForWidth(width) if content.hasHeightForWidth() else whole.height()
        return QSize(whole.width(), max(height, whole.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width may want another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
