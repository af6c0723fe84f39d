"""Widgets in columns and rows, scrolled where a screen is low, and the order in which Tab goes."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from ui.kit.labels import Label
from ui.look import Colour, colour, scaled, set_tone, tokens

# Pixels that are free below the last part of a page.
_PAGE_FOOT = 20


def stacked(parts: Sequence[QWidget], *, stretches: bool) -> QWidget:
    """Return a widget that holds others in a column; `stretches` lets them share its height."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.BETWEEN)
    for part in parts:
        column.addWidget(part, int(stretches))
    column.addStretch()
    return holder


def across(*widgets: QWidget) -> QWidget:
    """Return a widget that holds others in a row, with the free room at the right."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(tokens.INSIDE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def take_all_out(layout: QLayout) -> list[QWidget]:
    """Empty a layout of widgets alone, and return them; they still stand in its parent.

    The places are deleted here, for what `takeAt` has given to Python nobody else frees.
    """
    places = [layout.takeAt(0) for _ in range(layout.count())]
    widgets = [place.widget() for place in places]
    for place in places:
        delete(place)
    return widgets


def scroll_area_around(widget: QWidget) -> QScrollArea | None:
    """Return the scroll area in which a widget stands, if it stands in one."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


class ScrollingPage(QScrollArea):
    """A scroll area for a whole page, which takes all the room there is."""

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        with_slim_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def minimumSizeHint(self) -> QSize:
        """Return a size wide enough never to scroll sideways."""
        content, bar = self.widget(), self.verticalScrollBar().sizeHint().width()
        width = content.minimumSizeHint().width() + bar if content else 0
        return QSize(width, super().minimumSizeHint().height())


class Scrolled(ScrollingPage):
    """A scroll area that shows all of its content where there is room, and is no higher."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setWidget(content)

    def sizeHint(self) -> QSize:
        """Return the size of the content at this width: wrapped texts are higher where narrow."""
        content, width = self.widget(), self.viewport().width()
        whole = content.sizeHint()
        height = content.heightForWidth(width) if content.hasHeightForWidth() else whole.height()
        least = content.minimumSizeHint().height()  # wrapped texts may ask for more than they take
        return QSize(whole.width(), max(height, whole.height(), least))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the content wants one."""
        taken = super().eventFilter(watched, event)
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return taken

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class Column(QWidget):
    """Parts one below the other, in the middle where there is more room than one reads with ease.

    `rows` takes them. `widest` is what they take at most, in pixels at the usual size of texts;
    `above` and `below` are free at the ends.
    """

    def __init__(
        self,
        widest: int = tokens.WIDEST_FORM,
        *,
        above: int = tokens.PAGE_TOP,
        below: int = _PAGE_FOOT,
    ) -> None:
        super().__init__()
        self._widest = widest
        self._ends = (above, below)
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(tokens.GROUP)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay in the middle."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Grow with the size of texts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def event(self, event: QEvent) -> bool:
        """Take no room at the ends while nothing is shown between them."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def make_room(self) -> None:
        """Make room at once for a part that has grown by itself, lest the others be squeezed."""
        self.rows.activate()
        self.setMinimumHeight(self.rows.totalHeightForWidth(self.width()))
        self.setMinimumHeight(0)

    def _fit(self) -> None:
        """Keep both sides free; a scroll bar takes its room out of the right one."""
        area = scroll_area_around(self)
        bar = area.width() - self.width() if area is not None else 0
        side = max((self.width() + bar - scaled(self._widest)) // 2, tokens.AROUND)
        above, below = (0, 0) if self.rows.isEmpty() else self._ends
        self.rows.setContentsMargins(side, above, max(side - bar, 0), below)


class Told(Label):
    """A sentence on what was done or went wrong; where it stands is scrolled to as it comes."""

    def __init__(self) -> None:
        super().__init__(wraps=True)
        self.hide()

    def tell(self, sentence: str, tone: Colour | None = None) -> None:
        """Tell a sentence."""
        self.setText(sentence)
        set_tone(self, tone)
        self.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Come into sight, once all round it has its place."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        area = scroll_area_around(self)
        if area is not None and self.isVisible():
            area.ensureWidgetVisible(self, 0, tokens.INSIDE)


def put_in_tab_order(parts: Sequence[QWidget]) -> None:
    """Let Tab go through parts of a window one after the other, and in each as before."""
    if not parts:
        return
    reached = list(_chain_from(parts[0]))  # once round, for a window has thousands of widgets
    chain = [each for part in parts for each in reached if part.isAncestorOf(each)]
    for first, second in pairwise(chain):
        QWidget.setTabOrder(first, second)


def _chain_from(start: QWidget) -> Iterator[QWidget]:
    """Yield what Tab reaches in the window, in order."""
    widget = start.nextInFocusChain()
    while widget is not None and widget is not start:
        by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if by_tab and widget.focusProxy() is None:
            yield widget
        widget = widget.nextInFocusChain()


class ScrollBar(QScrollBar):
    """A scroll bar of one quiet thumb; a sheet of its own, for Fusion's has arrows and a trough."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget | None = None) -> None:
        super().__init__(orientation, parent)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the look that is worn."""
        super().changeEvent(event)
        if event.type() in (
            QEvent.Type.ApplicationPaletteChange,
            QEvent.Type.ApplicationFontChange,
        ):
            self._dress()

    def _dress(self) -> None:
        side = "width" if self.orientation() is Qt.Orientation.Vertical else "height"
        size, inset = tokens.SCROLL_BAR_WIDTH, (tokens.SCROLL_BAR_WIDTH - 6) // 2
        thumb, lit = colour(Colour.EDGE).name(), colour(Colour.INK2).name()
        self.setStyleSheet(
            f"QScrollBar {{ {side}: {size}px; background: transparent; border: none; }}"
            f"QScrollBar::handle {{ background: {thumb}; border-radius: 3px; margin: {inset}px;"
            f" min-height: 32px; min-width: 32px; }}"
            f"QScrollBar::handle:hover {{ background: {lit}; }}"
            "QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }"
            "QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }"
        )


def with_slim_bars(area: QAbstractScrollArea) -> None:
    """Give an area scroll bars of our own."""
    area.setVerticalScrollBar(ScrollBar(Qt.Orientation.Vertical))
    area.setHorizontalScrollBar(ScrollBar(Qt.Orientation.Horizontal))
