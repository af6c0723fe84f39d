"""The rail: the map of a draft and how far each page has come."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import QApplication, QListWidget, QListWidgetItem, QWidget

from ui import look
from unionapp.progress import Page, Progress

_WIDTH = 224
"""Pixels; a heading of two lines of eleven characters fits."""
_NARROW_WIDTH = 96
"""Pixels; a sign and a numeral fit."""
_SHORT = 2
"""Characters that stand for a heading without a numeral where there is little room."""

_AIR = 3
"""Pixels round each row."""
_TINT = 0.12
"""How much of the accent is in the ground of the page that is open."""

_SIGN = 16
_SHARPNESS = 2
"""Signs are drawn at twice their size, for fine screens."""

_TONES = {
    Progress.EMPTY: look.Tone.HINT,
    Progress.BEGUN: look.Tone.LIVE,
    Progress.COMPLETE: look.Tone.DONE,
    Progress.FAULTY: look.Tone.ERROR,
}


class Rail(QListWidget):
    """The pages in order; choosing one asks the wizard to turn to it."""

    chosen = Signal(str)
    """The id of the page that was clicked, or entered by the keyboard."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("各章")
        self.setWordWrap(True)
        self.setIconSize(QSize(_SIGN, _SIGN))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._narrow = False
        self._pages: tuple[Page, ...] = ()
        self.setFixedWidth(_WIDTH)
        self.setSpacing(_AIR)
        self._colour()
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_pages(self, pages: Sequence[Page]) -> None:
        """Show how the pages stand."""
        self._pages = tuple(pages)
        while self.count() < len(pages):
            self.addItem(QListWidgetItem())
        for row, page in enumerate(pages):
            _fill(self.item(row), page, self._label(page))
            self.item(row).setIcon(_icon(page.progress, self.palette()))

    def set_narrow(self, *, narrow: bool) -> None:
        """Show numerals alone where there is little room, or the headings again."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.setFixedWidth(_NARROW_WIDTH if narrow else _WIDTH)
            self.show_pages(self._pages)

    def _label(self, page: Page) -> str:
        if self._narrow:
            return page.number.rstrip("、") or page.title[:_SHORT]
        return page.number + page.title

    def mark(self, page_id: str) -> None:
        """Mark the page that is open."""
        for row in range(self.count()):
            if self.item(row).data(Qt.ItemDataRole.UserRole) == page_id:
                self.setCurrentRow(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the desktop from light to dark and back."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationPaletteChange:
            self._colour()

    def _colour(self) -> None:
        """Show the page that is open in the accent, on a ground that leaves every sign visible."""
        palette = QApplication.palette()
        accent = look.colour(look.Tone.ACCENT, palette)
        ground = look.blend(accent, palette.color(QPalette.ColorRole.Base), _TINT)
        palette.setColor(QPalette.ColorRole.Highlight, ground)
        palette.setColor(QPalette.ColorRole.HighlightedText, accent)
        self.setPalette(palette)

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


def _fill(item: QListWidgetItem, page: Page, label: str) -> None:
    name = f"{page.number}{page.title}"
    spoken = f"{name}，{page.progress.word}" if page.progress else name
    for role, content in (
        (Qt.ItemDataRole.UserRole, page.id),
        (Qt.ItemDataRole.DisplayRole, label),
        (Qt.ItemDataRole.ToolTipRole, spoken),
        (Qt.ItemDataRole.AccessibleTextRole, spoken),
    ):
        if item.data(role) != content:
            item.setData(role, content)


def _icon(progress: Progress | None, palette: QPalette) -> QIcon:
    sign = _sign(progress, palette)
    icon = QIcon(sign)
    icon.addPixmap(sign, QIcon.Mode.Selected)  # Qt would tint it with the ground
    return icon


def _sign(progress: Progress | None, palette: QPalette) -> QPixmap:
    """The sign of a state as a picture: a face may lack ◐, or draw it in another size."""
    picture = QPixmap(_SIGN * _SHARPNESS, _SIGN * _SHARPNESS)
    picture.setDevicePixelRatio(_SHARPNESS)
    picture.fill(Qt.GlobalColor.transparent)
    if progress is None:
        return picture
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _draw_sign(painter, progress, QPen(look.colour(_TONES[progress], palette), 1.6))
    painter.end()
    return picture


def _draw_sign(painter: QPainter, progress: Progress, pen: QPen) -> None:
    circle = QRectF(2, 2, _SIGN - 4, _SIGN - 4)
    painter.setPen(pen)
    match progress:
        case Progress.EMPTY:
            painter.drawEllipse(circle)
        case Progress.BEGUN:
            painter.drawEllipse(circle)
            painter.setBrush(pen.color())
            painter.drawPie(circle, 90 * 16, 180 * 16)
        case Progress.COMPLETE:
            painter.setBrush(pen.color())
            painter.drawEllipse(circle)
        case Progress.FAULTY:
            painter.setPen(QPen(pen.color(), 2.6, c=Qt.PenCapStyle.RoundCap))
            painter.drawLine(QPointF(8, 3), QPointF(8, 9))
            painter.drawPoint(QPointF(8, 13))
