"""The form and the paper beside it, with a bar between them that mouse and arrow keys move."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QSplitterHandle, QWidget

from ui.section.preview_room import BAR

_STEP = 16
_STEPS = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}
_DOT = 3
_DOTS = (-8, 0, 8)


class FormSplitter(QSplitter):
    """A form, and at its right what is set beside it."""

    # The new width in pixels.
    resized = Signal(int)

    def __init__(self, form: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(BAR)
        self.setChildrenCollapsible(False)
        self.addWidget(form)
        self._kept = QWidget()  # one for all times: a new one for each turn of a page would pile up
        self.setStretchFactor(0, 1)
        fill = QSizePolicy.Policy.Expanding  # or the wizard would leave room below it
        self.setSizePolicy(fill, fill)

    def stand_in(self) -> None:
        """Keep the room of what was beside the form, which is wanted elsewhere."""
        self.replaceWidget(1, self._kept)

    def set_beside(self, widget: QWidget) -> None:
        """Put a widget at the right of the form, into the room that was kept for it."""
        if self.count() == 1:
            self.addWidget(widget)
        elif self.widget(1) is not widget:
            self.replaceWidget(1, widget)

    def share_out(self, beside: int) -> None:
        """Give so many pixels to what is beside the form, and the rest to the form."""
        self.setSizes([self.width() - beside - BAR, beside])

    def createHandle(self) -> QSplitterHandle:
        """A bar that takes the focus."""
        return Bar(self.orientation(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new width, so that the form is laid out once, at what the sharing leaves it."""
        self.resized.emit(event.size().width())
        super().resizeEvent(event)


class Bar(QSplitterHandle):
    """The bar: three dots to take hold of."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("预览的宽度")
        self.setToolTip("左右拖动，改变预览的宽度；也可以用左右方向键")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move the bar."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moveSplitter(self.pos().x() + step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dots, and a ground while the arrow keys move it."""
        if not self.isEnabled():
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        roles = QPalette.ColorRole
        if self.hasFocus():
            painter.fillRect(self.rect(), self.palette().color(roles.Highlight))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(
            self.palette().color(roles.HighlightedText if self.hasFocus() else roles.Dark)
        )
        middle = self.rect().center()
        for down in _DOTS:
            painter.drawEllipse(QRectF(middle.x() - _DOT / 2 + 0.5, middle.y() + down, _DOT, _DOT))
