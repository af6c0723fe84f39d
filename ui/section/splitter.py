"""The form and the preview beside it: how a page's width is shared, and the bar between them."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSplitter, QSplitterHandle, QWidget

from ui.kit import set_tip
from ui.look import tokens
from ui.section.figure_grid import width_in_one_row, width_in_two

# Pixels below which the preview could not be read.
NARROWEST = 220

# Pixels of the preview, unless the person chose others: usually, and where it crowds the form.
_USUAL = 560
_CROWDING = 300

# Pixels of a card beside its figures.
_ROUND_FIGURES = 2 * tokens.BETWEEN + 2

# Pixels of the bar at which a form is scrolled, and of the one between form and preview.
_SCROLL_BAR = 16
BAR = 8

# Pixels that an arrow key moves the bar.
_STEP = 16
_STEPS = {Qt.Key.Key_Left: -_STEP, Qt.Key.Key_Right: _STEP}

# Pixels of the dots on the bar, and where they stand from its middle.
_DOT = 3
_DOTS = (-8, 0, 8)


def form_width() -> int:
    """Return the pixels that a form needs to show each figure in one row."""
    return width_in_one_row() + _ROUND_FIGURES + 2 * tokens.AROUND + _SCROLL_BAR + BAR


def least_form_width() -> int:
    """Return the pixels below which a form would be cut."""
    return width_in_two() + _ROUND_FIGURES + 2 * tokens.INSIDE + _SCROLL_BAR + BAR


@dataclass(slots=True)
class PreviewWidth:
    """The width of the preview beside the form, as the person wants it.

    `wished` is its width in pixels, 0 while nobody has chosen one; `crowding` says that it is
    wanted although the form then has to break its rows.
    """

    wished: int = 0
    folded: bool = False
    crowding: bool = False

    def width(self, page: int) -> int:
        """Return the pixels of the preview on a page of this width; 0 when it is folded away.

        Where form and preview do not fit side by side, one that is wanted takes the whole page.
        """
        spare = page - (least_form_width() if self.crowding else form_width())
        if self.folded or (spare < NARROWEST and not self.crowding):
            return 0
        if spare < NARROWEST:
            return page
        usual = _CROWDING if self.crowding else _USUAL
        return max(min(self.wished or usual, spare), NARROWEST)

    def has_room(self, page: int) -> bool:
        """Tell whether the preview fits on a page of this width without crowding the form."""
        return page - form_width() >= NARROWEST

    def toggle(self, page: int) -> None:
        """Fold the preview away, or open it, crowding the form if it must be."""
        shown = self.width(page) > 0
        self.folded = shown and self.has_room(page)
        self.crowding = not shown and not self.has_room(page)

    def choose(self, width: int, page: int) -> None:
        """Keep the width that the person gave the preview on a page of that width."""
        self.wished = width
        self.crowding = page - width < form_width()

    def suit(self, page: int) -> None:
        """Follow a page that has become this wide: no form is crowded without need, or hidden."""
        needless = (self.wished or _CROWDING) <= page - form_width()
        if needless or page - least_form_width() < NARROWEST:
            self.crowding = False


class FormSplitter(QSplitter):
    """A splitter with a form, and at its right what is set beside it."""

    # The new width in pixels.
    resized = Signal(int)

    def __init__(self, form: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(BAR)
        self.setChildrenCollapsible(False)
        self.addWidget(form)
        self._kept = QWidget()  # one for all times: a new one for each turn of a page would pile up
        self.destroyed.connect(self._kept.deleteLater)  # it stands nowhere while it is not needed
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
        """Return a bar that takes the focus."""
        return Bar(self.orientation(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new width, so that the form is laid out once, at what the sharing leaves it."""
        self.resized.emit(event.size().width())
        super().resizeEvent(event)


class Bar(QSplitterHandle):
    """The bar between form and preview, which the mouse and the arrow keys move."""

    def __init__(self, orientation: Qt.Orientation, parent: QSplitter) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("预览的宽度")
        set_tip(self, "左右拖动，改变预览的宽度；也可以用左右方向键")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the bar by the arrow keys."""
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
