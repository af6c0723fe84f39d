"""A row of what was found: where it stands, and what stands there with the words marked."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit import Index, RowOption, row_option
from ui.look import Colour, colour, font, theme, tokens
from unionapp.figures import Hit, fold

# The role under which a row keeps its `Hit`.
HIT_ROLE = Qt.ItemDataRole.UserRole

# How much of a colour is in the ground of the chosen row, and of what was looked for.
_TINT = 0.14
_MARK = 0.3

_NOWHERE = QModelIndex()


class HitModel(QAbstractListModel):
    """The hits as a list asks for them: nothing is made for rows that nobody sees."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: tuple[Hit, ...]) -> None:
        """List these instead of the ones before."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return how many there are; a hit has none below it."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the hit, or its words for a screen reader."""
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        return f"{hit.place}：{hit.excerpt}" if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """The painter of hits, two lines each; `words` gives what is being looked for."""

    def __init__(self, parent: QWidget, words: Callable[[], str]) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines and a little space, at any width."""
        del option, index
        lines = theme.font_height(tokens.HINT_SIZE) + theme.font_height(tokens.TEXT_SIZE)
        return QSize(0, lines + tokens.INSIDE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        hit: Hit = index.data(HIT_ROLE)
        row = row_option(option)
        painter.save()
        _paint_ground(painter, row)
        room = row.rect.adjusted(tokens.INSIDE, tokens.INSIDE // 2, -tokens.INSIDE, 0)
        painter.setFont(font(tokens.HINT_SIZE))
        painter.setPen(colour(Colour.INK2))
        _write(painter, room, hit.place)
        room.adjust(0, painter.fontMetrics().height(), 0, 0)
        painter.setFont(font(tokens.TEXT_SIZE))
        self._paint_mark(painter, row, room, hit)
        painter.setPen(row.palette.color(QPalette.ColorRole.Text))
        _write(painter, room, hit.excerpt)
        painter.restore()

    def _paint_mark(self, painter: QPainter, row: RowOption, room: QRect, hit: Hit) -> None:
        """Put a ground of its own under the first of the words."""
        wanted = fold(self._words()).split()
        if not wanted:
            return
        text, at = hit.excerpt, hit.mark
        metrics = painter.fontMetrics()
        left = room.left() + metrics.horizontalAdvance(text[:at])
        width = metrics.horizontalAdvance(text[at : at + len(wanted[0])])
        ground = QRect(left, room.top(), width, metrics.height()).intersected(room)
        warning = colour(Colour.WARN)
        painter.fillRect(ground, theme.blend(warning, _base(row), _MARK))


def _base(row: RowOption) -> QColor:
    return row.palette.color(QPalette.ColorRole.Base)


def _paint_ground(painter: QPainter, row: RowOption) -> None:
    """A tint marks the chosen row; on a full colour the marked words could not be told."""
    if row.state & QStyle.StateFlag.State_Selected:
        chosen = row.palette.color(QPalette.ColorRole.Highlight)
        painter.fillRect(row.rect, theme.blend(chosen, _base(row), _TINT))
        edge = QRect(row.rect)
        edge.setWidth(3)
        painter.fillRect(edge, chosen)


def _write(painter: QPainter, room: QRect, text: str) -> None:
    elided = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, elided)
