"""All pages of a paper in a column, small: a map of the paper, and the way to each page."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from ui.kit import Index, draw_plate, draw_ring, row_option, with_slim_bars
from ui.look import Colour, colour
from ui.paper import Fonts
from ui.preview.page_images import PagePictures
from ui.words import say
from unionapp.layout.pages import Page

# Pixels that a portrait page is wide and high, those round each page, and those of the column.
_ACROSS = 84
_HIGH = 119
_AROUND = 12
_WIDTH = 136

# Pages whose pictures are kept; what is drawn again costs a few milliseconds.
_KEPT = 48


class PageList(QAbstractListModel):
    """A list of pages by their numbers."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pages: tuple[Page, ...] = ()

    def show_pages(self, pages: Sequence[Page]) -> None:
        """List these pages."""
        self.beginResetModel()
        self.pages = tuple(pages)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        """Return how many pages there are."""
        return 0 if parent.isValid() else len(self.pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the number of a page, for the eye and the ear."""
        if role == Qt.ItemDataRole.DisplayRole:
            return str(self.pages[index.row()].number)
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return say("第{number}页", number=self.pages[index.row()].number)
        return None


class Thumbnails(QListView):
    """A column of small pages: those in sight are drawn, one at a time between two events."""

    # The number of the page that was clicked, or come to with the arrow keys.
    wanted = Signal(int)

    def __init__(self, fonts: Fonts) -> None:
        super().__init__()
        self._list = PageList(self)
        self._pictures = PagePictures(fonts)
        self._missing: list[Page] = []
        self._marking = False
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._draw_one)
        self.setModel(self._list)
        self.setItemDelegate(_Drawer(self))
        self.setUniformItemSizes(True)
        self.setFixedWidth(_WIDTH)
        with_slim_bars(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("各页缩略图"))
        self.verticalScrollBar().setAccessibleName(say("上下滚动缩略图"))
        self.selectionModel().currentChanged.connect(self._ask)

    @property
    def drawn(self) -> int:
        """How many pages have been drawn and are kept."""
        return len(self._pictures)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show these pages."""
        self._missing.clear()
        self._marking = True
        self._list.show_pages(pages)
        self._marking = False

    def mark(self, number: int) -> None:
        """Mark the page that is being read, and bring it in sight."""
        index = self._list.index(number - 1)
        if index.isValid() and index != self.currentIndex():
            self._marking = True
            self.setCurrentIndex(index)
            self._marking = False

    def picture(self, page: Page) -> QPixmap | None:
        """Return the page small, or nothing yet; then it is drawn as soon as there is time."""
        known = self._pictures.known(page, _scale(page))
        if known is None and page not in self._missing:
            self._missing.append(page)
            self._timer.start()
        return known

    def changeEvent(self, event: QEvent) -> None:
        """Take the ground of the desk on which the paper lies."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.viewport().setBackgroundRole(QPalette.ColorRole.Window)

    def _ask(self, current: QModelIndex) -> None:
        if not self._marking and current.isValid():
            self.wanted.emit(self._list.pages[current.row()].number)

    def _draw_one(self) -> None:
        """Draw a page that is in sight; those that were scrolled past are left out."""
        while self._missing:
            page = self._missing.pop()
            place = self.visualRect(self._list.index(page.number - 1))
            if place.intersects(self.viewport().rect()):
                self._pictures.picture(page, _scale(page), self.devicePixelRatioF())
                self.viewport().update(place)
                break
        if not self._missing:
            self._timer.stop()
        if len(self._pictures) > _KEPT:
            self._pictures.keep_only(self._in_sight())

    def _in_sight(self) -> set[int]:
        first = self.indexAt(self.viewport().rect().topLeft()).row()
        return set(range(first, first + self.viewport().height() // _HIGH + 3))


class _Drawer(QStyledItemDelegate):
    """A page with its number below; the one that is read has a frame."""

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(thumbnails)
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return a page, its number, and some air."""
        return QSize(_ACROSS, _HIGH + row_option(option).fontMetrics.height() + _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the page, or white paper until it is drawn."""
        model = index.model()
        if not isinstance(model, PageList):
            return
        room = row_option(option).rect
        page = model.pages[index.row()]
        paper = QRect(0, 0, round(page.width * _scale(page)), round(page.height * _scale(page)))
        paper.moveCenter(room.center())
        paper.moveTop(room.top() + _AROUND // 2)
        painter.fillRect(paper, Qt.GlobalColor.white)
        picture = self._thumbnails.picture(page)
        if picture is not None:
            painter.drawPixmap(paper.topLeft(), picture)
        current = index.row() == self._thumbnails.currentIndex().row()
        self._frame(painter, paper, current=current)
        below = QRect(
            room.left(), paper.top() + _HIGH, room.width(), room.bottom() - paper.top() - _HIGH
        )
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(page.number))

    def _frame(self, painter: QPainter, paper: QRect, *, current: bool) -> None:
        """Leave the pen with the colour of the number."""
        edge = QRectF(paper).adjusted(-1, -1, 1, 1)
        draw_plate(painter, edge, 0, None, colour(Colour.SOFT_EDGE))
        if current:
            draw_ring(painter, edge.adjusted(-2, -2, 2, 2), 2)
        painter.setPen(colour(Colour.INK if current else Colour.INK2))


def _scale(page: Page) -> float:
    """Return pixels to a point: portrait and landscape pages take the same room."""
    return min(_ACROSS / page.width, _HIGH / page.height)
