"""The list of drafts: what a draft is, how far it has come, when it was last worked on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import look
from unionapp.headline import DraftRow, Headline

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT = 68
_BAR = QSize(120, 4)

DRAFT_ROLE = Qt.ItemDataRole.UserRole
"""The role under which the model gives the whole `DraftRow`."""


class _Place(Protocol):
    """What a delegate is told of the row it draws; Qt's stubs leave it out."""

    rect: QRect
    palette: QPalette
    state: QStyle.StateFlag
    widget: QWidget | None


class DraftModel(QAbstractListModel):
    """The drafts of the store, the one edited last first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[DraftRow, ...] = ()

    def show_drafts(self, rows: Sequence[DraftRow]) -> None:
        """Show other drafts than before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        """One row a draft."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A draft in words, or whole."""
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.UserRole:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return name_of(row.headline)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return "，".join((name_of(row.headline), *_details(row)))
        return None


class DraftDelegate(QStyledItemDelegate):
    """Draws a draft in two lines, with the share filled at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines of text and the space round them."""
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        row: DraftRow = index.data(DRAFT_ROLE)
        place = cast("_Place", option)
        painter.save()
        _paint_ground(painter, option, place.widget)
        room = place.rect.adjusted(look.BETWEEN, look.INSIDE, -look.BETWEEN, -look.INSIDE)
        share = room.adjusted(room.width() - _BAR.width(), 0, 0, 0)
        texts = room.adjusted(0, 0, -_BAR.width() - look.BETWEEN, 0)
        _paint_texts(painter, texts, row, _ink(place))
        _paint_share(painter, share, share_of(row.headline), place.palette, _ink(place))
        painter.restore()


def name_of(headline: Headline) -> str:
    """The union and the year: 翠竹街道总工会 2022年."""
    return f"{headline.unit or '（还没填工会名称）'} {headline.year}".rstrip()


def share_of(headline: Headline) -> int:
    """The share filled in whole percent; 100 only when nothing is left."""
    return headline.filled * 100 // headline.asked if headline.asked else 0


def when(at: datetime, now: datetime) -> str:
    """A time as one says it in an office: 今天 10:31, 昨天 16:02, 11月20日, 2025年11月20日."""
    days = (now.date() - at.date()).days
    if days in (0, 1):
        return f"{'昨天' if days else '今天'} {at:%H:%M}"
    year = "" if at.year == now.year else f"{at.year}年"
    return f"{year}{at.month}月{at.day}日"


def _details(row: DraftRow) -> tuple[str, str, str]:
    edited = datetime.fromisoformat(row.edited_at).astimezone()
    share = f"已填{share_of(row.headline)}%"
    return row.headline.kind, when(edited, datetime.now().astimezone()), share


def _ink(place: _Place) -> QColor:
    selected = bool(place.state & QStyle.StateFlag.State_Selected)
    roles = QPalette.ColorRole
    return place.palette.color(roles.HighlightedText if selected else roles.Text)


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, widget: QWidget | None) -> None:
    style = widget.style() if widget else QApplication.style()
    style.drawPrimitive(QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, widget)


def _paint_texts(painter: QPainter, room: QRect, row: DraftRow, ink: QColor) -> None:
    kind, edited, _ = _details(row)
    half = room.height() // 2
    painter.setPen(ink)
    _paint_line(painter, room.adjusted(0, 0, 0, -half), name_of(row.headline), 16)
    _paint_line(painter, room.adjusted(0, half, 0, 0), f"{kind} · {edited}", look.TEXT_SIZE)


def _paint_line(painter: QPainter, room: QRect, text: str, size: int) -> None:
    painter.setFont(look.font(size))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _paint_share(
    painter: QPainter, room: QRect, share: int, palette: QPalette, ink: QColor
) -> None:
    half = room.height() // 2
    painter.setFont(look.font(look.TEXT_SIZE))
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
    painter.drawText(room.adjusted(0, 0, 0, -half), flags, f"{share}%")
    bar = QRect(room.left(), room.top() + half + half // 2, _BAR.width(), _BAR.height())
    painter.fillRect(bar, palette.color(QPalette.ColorRole.Midlight))
    bar.setWidth(_BAR.width() * share // 100)
    painter.fillRect(bar, ink)
