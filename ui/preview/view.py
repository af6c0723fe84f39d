"""The paper on the screen: the pages that will be printed, beside the work on them."""

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ui.kit import with_slim_bars
from ui.look import Colour, colour, theme, tokens
from ui.paper import Fonts
from ui.preview.arrangement import GAP, Arrangement, Figure, PlacedPage, arrange, end_of, figure_at
from ui.preview.page_images import PagePictures
from ui.words import say
from unionapp.layout import Typography
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import Document

# Steps of the zoom; 1 is the size on paper.
ZOOMS = (0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)

_POINTS_PER_INCH = 72
_BESIDE_TEXT = 10.0
_EMPTY = Pages("", "", ())
_NOTHING = (0, None)


class Preview(QAbstractScrollArea):
    """A paper page by page; a click on a figure asks for its entry."""

    # The id of the indicator whose figure was clicked.
    wanted = Signal(str)

    # The number of the page that is read now.
    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fonts = Fonts()
        self._layout = Layout(self._fonts.measure)
        self._paper = _EMPTY
        self._arrangement = Arrangement((), 0, 0)
        self._pictures = PagePictures(self._fonts)
        self._page = 1
        self._zoom: float | None = None
        self._facing = False
        self._cropped = 0.0
        self._hovered: tuple[int, Figure | None] = _NOTHING
        self._anchor = ""
        with_slim_bars(self)
        self.setAccessibleName(say("文稿预览"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # a bar that comes and goes changes the width, and so the height, for which it came
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)
        self.verticalScrollBar().setAccessibleName(say("上下滚动文稿"))
        self.horizontalScrollBar().setAccessibleName(say("左右滚动文稿"))
        self.verticalScrollBar().valueChanged.connect(self._note_page)

    @property
    def paper(self) -> Pages:
        """The pages that are shown."""
        return self._paper

    @property
    def fonts(self) -> Fonts:
        """The fonts that the pages are set in."""
        return self._fonts

    @property
    def page(self) -> int:
        """The number of the page that is read: it fills the upper part of the window."""
        return self._page

    @property
    def arrangement(self) -> Arrangement:
        """Where the pages lie."""
        return self._arrangement

    def follow(self, typography: Typography) -> None:
        """Set papers on these pages and in these styles from the next one on."""
        self._layout = Layout(self._fonts.measure, typography)

    def show_document(self, document: Document) -> None:
        """Show a paper; what did not change since the last one is not set again."""
        self.show_pages(self._layout.lay_out(document))

    def show_pages(self, paper: Pages) -> None:
        """Show a paper that has been set already."""
        self._paper = paper
        self._hovered = _NOTHING
        self.setAccessibleDescription(
            say("{title}，共{count}页", title=paper.title, count=len(paper.pages))
        )
        self._arrange()

    def go_to(self, anchor: str) -> bool:
        """Scroll to a section, item or attachment and mark it; return whether the paper has it."""
        found = self._paper.page_of(anchor)
        self._anchor = anchor if found else ""
        self.viewport().update()
        if found is None:
            return False
        page, mark = found
        place = self._arrangement.places[page.number - 1]
        top = (place.y + mark.y) * self.scale
        seen = self.viewport().height()
        bar = self.verticalScrollBar()
        if not bar.value() <= top <= bar.value() + seen * 2 // 3:
            bar.setValue(round(top - seen / 4))
        return True

    def go_to_page(self, number: int) -> None:
        """Scroll to the top of a page."""
        place = self._arrangement.places[number - 1]
        self.verticalScrollBar().setValue(round((place.y - GAP) * self.scale))
        self._turn_to(number)  # of two side by side it is this one; the last may stand low

    def _note_page(self) -> None:
        """Find which page is read; the one that was stays so while it fills the upper part."""
        bar = self.verticalScrollBar()
        line = (bar.value() + self.viewport().height() / 3) / self.scale
        read = [place.page.number for place in self._arrangement.between(line - GAP, line)]
        if read and self._page not in read:
            self._turn_to(read[0])

    def _turn_to(self, number: int) -> None:
        if number != self._page:
            self._page = number
            self.turned.emit(number)

    @property
    def scale(self) -> float:
        """Pixels of the window to a point of the paper."""
        if self._zoom is None:
            shown = self._arrangement.width - 2 * self._cropped
            return max(self.viewport().width(), 1) / max(shown, 1)
        return self._zoom * self.logicalDpiX() / _POINTS_PER_INCH

    def crop(self, points: float) -> None:
        """Leave out so much at either side, so that a narrow window shows larger letters."""
        self._cropped = points
        bars = Qt.ScrollBarPolicy
        self.setHorizontalScrollBarPolicy(
            bars.ScrollBarAlwaysOff if points else bars.ScrollBarAsNeeded
        )
        self._set_bars()

    def fit_width(self) -> None:
        """Zoom so that the pages fill the width, now and when it changes."""
        self._zoom = None
        self._set_bars()

    def set_zoom(self, zoom: float) -> None:
        """Zoom; 1 is the size on paper."""
        self._zoom = zoom
        self._set_bars()

    def zoom_in(self) -> None:
        """Zoom one step nearer."""
        current = self._current_zoom() * 1.01
        self.set_zoom(next((zoom for zoom in ZOOMS if zoom > current), ZOOMS[-1]))

    def zoom_out(self) -> None:
        """Zoom one step further away."""
        current = self._current_zoom() / 1.01
        self.set_zoom(next((zoom for zoom in reversed(ZOOMS) if zoom < current), ZOOMS[0]))

    def _current_zoom(self) -> float:
        return self.scale * _POINTS_PER_INCH / self.logicalDpiX()

    def set_facing(self, *, facing: bool) -> None:
        """Lay two pages side by side, as in a bound paper, or one below the other."""
        self._facing = facing
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return room for a page at half its size."""
        return QSize(420, 600)

    def _arrange(self) -> None:
        self._arrangement = arrange(self._paper.pages, facing=self._facing)
        self._set_bars()

    def _set_bars(self) -> None:
        """Let the bars reach over all pages; what stood in the middle stays there."""
        seen, scale = self.viewport().size(), self.scale
        bars = (self.horizontalScrollBar(), self.verticalScrollBar())
        lengths = (self._arrangement.width, self._arrangement.height)
        for bar, length, page in zip(bars, lengths, (seen.width(), seen.height()), strict=True):
            share = bar.value() / bar.maximum() if bar.maximum() else 0.0
            bar.setPageStep(page)
            bar.setSingleStep(max(page // 12, 1))
            bar.setRange(0, max(round(length * scale) - page, 0))
            bar.setValue(round(share * bar.maximum()))
        if self._cropped:
            self.horizontalScrollBar().setValue(round(self._cropped * scale))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the new width."""
        super().resizeEvent(event)
        self._set_bars()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pages that can be seen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = self.scale
        origin = self._origin()
        top = -origin.y() / scale
        seen = list(self._arrangement.between(top, top + self.viewport().height() / scale))
        self._pictures.keep_only({place.page.number for place in seen})
        ratio = self.devicePixelRatioF()
        for place in seen:
            corner = QPointF(place.x * scale, place.y * scale) + origin
            painter.drawPixmap(corner, self._pictures.picture(place.page, scale, ratio))
            self._draw_over(painter, place, corner, scale)
            painter.setPen(colour(Colour.LINE))
            painter.drawRect(QRectF(corner, QSizeF(place.page.width, place.page.height) * scale))

    def _origin(self) -> QPointF:
        """Return where the desk's corner is in the viewport; a narrow desk stands in the middle."""
        spare = self.viewport().width() - self._arrangement.width * self.scale
        x = spare / 2 if spare > 0 else -self.horizontalScrollBar().value()
        return QPointF(x, -self.verticalScrollBar().value())

    def _draw_over(
        self, painter: QPainter, place: PlacedPage, corner: QPointF, scale: float
    ) -> None:
        """Draw the mark of the current item, and the ground of the figure under the mouse."""
        marks = [mark for mark in place.page.marks if mark.anchor == self._anchor]
        if marks:
            first = min(marks, key=lambda mark: mark.y)
            end = max(end_of(place.page, mark) for mark in marks)
            self._draw_mark(painter, place, (first.y, end), corner, scale)
        number, figure = self._hovered
        if figure and number == place.page.number:
            ground = QColor(colour(Colour.LIVE))
            ground.setAlphaF(0.2)
            room = QRectF(figure.x, figure.y, figure.width, figure.height)
            painter.fillRect(_scaled(room, corner, scale), ground)

    def _draw_mark(
        self,
        painter: QPainter,
        place: PlacedPage,
        span: tuple[float, float],
        corner: QPointF,
        scale: float,
    ) -> None:
        """Draw a ground under the passage that is worked on, and a bar beside it."""
        top, end = span
        left = min(line.x for line in place.page.lines) - _BESIDE_TEXT
        ground = QRectF(left, top, place.page.width - 2 * left, end - top)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(_scaled(ground, corner, scale), colour(Colour.PAPER_MARK))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        bar = _scaled(QRectF(left, top, 0, end - top), corner, scale)
        bar.setWidth(tokens.MARK_WIDTH)
        painter.fillRect(bar, colour(Colour.LIVE if not theme.is_dark() else Colour.PAPER_INK))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that a figure can be clicked."""
        hovered = self._figure_at(event.position())
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()
        shapes = Qt.CursorShape
        self.viewport().setCursor(shapes.PointingHandCursor if hovered[1] else shapes.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for the entry of a figure."""
        _, figure = self._figure_at(event.position())
        if figure and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(figure.indicator)

    def _figure_at(self, point: QPointF) -> tuple[int, Figure | None]:
        """Return the figure under the mouse, with the number of its page."""
        moved, scale = point - self._origin(), self.scale
        x, y = moved.x() / scale, moved.y() / scale
        place = self._arrangement.at(x, y)
        if place is None:
            return _NOTHING
        figure = figure_at(place.page, x - place.x, y - place.y)
        return (place.page.number, figure) if figure else _NOTHING

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom with Ctrl and plus or minus; page and arrow keys scroll."""
        if event.matches(QKeySequence.StandardKey.ZoomIn):
            self.zoom_in()
        elif event.matches(QKeySequence.StandardKey.ZoomOut):
            self.zoom_out()
        elif event.key() == Qt.Key.Key_Home:
            self.verticalScrollBar().setValue(0)
        elif event.key() == Qt.Key.Key_End:
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        else:
            super().keyPressEvent(event)


def _scaled(room: QRectF, corner: QPointF, scale: float) -> QRectF:
    """Return a part of a page in pixels of the viewport."""
    return QRectF(room.topLeft() * scale + corner, room.size() * scale)
