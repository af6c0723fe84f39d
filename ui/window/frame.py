"""How the window of a draft is shared out: bar, rail, form with its foot, and the paper beside.

QWizard lays out its side widget and its page; what stands around them stands in the margins that
are left free for it there.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget, QWizard

from ui.kit import draw_ring, painter_on, set_tip
from ui.look import Colour, colour, line_width, scaled, tokens
from ui.words import say

# Pixels of the bar between form and paper, and that an arrow key moves it.
_DIVIDER, _STEP = 6, 16
_STEPS = {Qt.Key.Key_Left: _STEP, Qt.Key.Key_Right: -_STEP}
# Pixels of the rulers that QWizard draws.
_RULER = 4
# Pixels below which a paper could not be read, and a form not be filled in.
_NARROWEST_PAPER, _NARROWEST_FORM = 300, 560


@dataclass(slots=True)
class PaperRoom:
    """The room of the paper, as the person wants it.

    `wished` is its width in pixels, 0 while nobody has chosen one. `folded` says that it is away
    though there would be room beside the form; `swapped`, that it stands in the form's place
    where there is none. `inside` is the width of the window's inside in pixels.
    """

    wished: int = 0
    folded: bool = False
    swapped: bool = False

    def fits(self, inside: int) -> bool:
        """Tell whether form and paper fit side by side."""
        return inside >= scaled(tokens.PAPER_FROM)

    def beside(self, inside: int) -> int:
        """Return the pixels of the paper beside the form; 0 where it is not there."""
        if self.folded or not self.fits(inside):
            return 0
        most = inside - scaled(tokens.RAIL_WIDTH) - scaled(_NARROWEST_FORM)
        return min(max(self.wished or _usual(inside), scaled(_NARROWEST_PAPER)), most)

    def covers(self, inside: int) -> bool:
        """Tell whether the paper stands in the form's place."""
        return self.swapped and not self.fits(inside)

    def toggle(self, inside: int) -> None:
        """Fold the paper away or open it; where both have no room, swap form and paper."""
        if self.fits(inside):
            self.folded = not self.folded
        else:
            self.swapped = not self.swapped


def _usual(inside: int) -> int:
    """The paper's width while nobody has chosen one: so wide that its letters can be read."""
    if inside >= scaled(tokens.WHOLE_PAGE_FROM):
        return scaled(tokens.WIDE_PAPER_WIDTH)
    narrow = inside < scaled(tokens.WIDER_PAPER_FROM)
    return scaled(tokens.NARROW_PAPER_WIDTH if narrow else tokens.PAPER_WIDTH)


class Frame:
    """The parts around the page of a wizard, and their places."""

    def __init__(self, wizard: QWizard, top: QWidget, rail: QWidget, foot: QWidget) -> None:
        self._wizard = wizard
        self._top, self._rail, self._foot = top, rail, foot
        self._paper: QWidget | None = None
        self.room = PaperRoom()
        self.divider = Divider(wizard)
        self.divider.moved.connect(self._widen)
        self.divider.hide()
        for part in (top, foot):
            part.setParent(wizard)
            part.show()

    @property
    def is_narrow(self) -> bool:
        """Whether there is room for little more than the form."""
        return self._wizard.width() < scaled(tokens.RAIL_FROM)

    def take_paper(self, paper: QWidget) -> None:
        """Take what stands beside the form."""
        self._paper = paper
        paper.setParent(self._wizard)
        self.arrange()

    def toggle_paper(self) -> None:
        """Fold the paper away or open it."""
        self.room.toggle(self._wizard.width())
        self.arrange()

    @property
    def covers_form(self) -> bool:
        """Whether the paper stands in the form's place."""
        return self._paper is not None and self.room.covers(self._wizard.width())

    @property
    def shows_paper(self) -> bool:
        """Whether the paper is in sight, beside the form or in its place."""
        inside = self._wizard.width()
        return self.room.beside(inside) > 0 or self.room.covers(inside)

    def arrange(self) -> None:
        """Share out the window's room."""
        inside, height = self._wizard.width(), self._wizard.height()
        above, below = self._top.sizeHint().height(), self._foot.sizeHint().height()
        beside = self.room.beside(inside) if self._paper is not None else 0
        rail = self._rail.sizeHint().width()
        self._top.setGeometry(0, 0, inside, above)
        self._foot.setGeometry(rail, height - below, inside - beside - rail, below)
        self._leave_room(above, beside, below)
        self._place_paper(QRect(inside - beside, above, beside, height - above), rail)
        for part in (self._top, self._foot):
            part.raise_()

    def _leave_room(self, above: int, beside: int, below: int) -> None:
        """Let QWizard lay out rail and page close to each other, and leave the rest free."""
        held = self._rail.parentWidget()
        body = held.parentWidget() if held is not None else None
        if held is None or body is None:
            return  # the rail has no place there yet
        body.setContentsMargins(0, above, beside, 0)
        page = self._wizard.currentPage()
        if page is not None and (sheet := page.parentWidget()) is not None:
            sheet.setContentsMargins(0, 0, 0, below)
        _close_up(held.layout())
        _close_up(body.layout())
        for each in body.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if type(each) is QWidget and each.height() <= _RULER:
                each.hide()  # the ruler above the row of buttons
        if (layout := body.layout()) is not None:
            layout.activate()  # at once: the page is not painted in two places

    def _place_paper(self, beside: QRect, rail: int) -> None:
        if self._paper is None:
            return
        inside = self._wizard.width()
        covers = self.room.covers(inside)
        foot = self._foot.sizeHint().height()
        cover = QRect(rail, beside.top(), inside - rail, beside.height() - foot)
        self._paper.setGeometry(cover if covers else beside)
        self._paper.setVisible(covers or beside.width() > 0)
        self.divider.setVisible(not covers and beside.width() > 0)
        self.divider.setGeometry(
            beside.left() - _DIVIDER // 2, beside.top(), _DIVIDER, beside.height()
        )
        page = self._wizard.currentPage()
        if page is not None:
            page.setVisible(not covers)
        self._paper.raise_()
        self.divider.raise_()

    def _widen(self, left: int) -> None:
        self.room.wished = max(self._wizard.width() - left, 1)
        self.arrange()


def _close_up(layout: QLayout | None) -> None:
    """Take the air out of what QWizard lays out, and out of its empty row of buttons."""
    if layout is None:
        return
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    if isinstance(layout, QGridLayout):
        for row in range(layout.rowCount()):
            layout.setRowMinimumHeight(row, 0)
    for item in filter(None, map(layout.itemAt, range(layout.count()))):
        _close_up(item.layout())


class Divider(QWidget):
    """The line between form and paper, which the mouse and the arrow keys move."""

    # Where it is to stand, in pixels from the left of the window.
    moved = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(say("文稿的宽度"))
        set_tip(self, say("左右拖动，改变文稿的宽度；也可以用左右方向键"))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        self.moved.emit(round(self.mapToParent(event.position().toPoint()).x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by the arrow keys."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(self.x() + self.width() // 2 - step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hairline, and a ring while the arrow keys move it."""
        painter = painter_on(self)
        middle = self.width() // 2
        painter.fillRect(QRect(middle, 0, line_width(), self.height()), colour(Colour.LINE))
        if self.hasFocus():
            draw_ring(painter, QRectF(self.rect()), 1)
