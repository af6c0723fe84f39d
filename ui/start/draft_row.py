"""How one draft is drawn in a list, and renamed there."""

from typing import cast

from PySide6.QtCore import (
    QAbstractItemModel,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.kit import Index, RowOption, row_option
from ui.look import Colour, colour, font, scale, theme, tokens
from unionapp.storage import (
    DraftListing,
    Stage,
    draft_name,
    kind_line,
    percent_filled,
    progress_line,
    time_line,
    union_and_year,
)

# The role under which a model gives the whole `DraftListing`.
DRAFT_ROLE = Qt.ItemDataRole.UserRole

ROW_HEIGHT = 72

# Pixels for the stage and the share at the right of a row, at the usual size of texts.
_RIGHT = 184

_BAR = QSize(120, 4)
_EDGE = 4

# How much of the colour of selected things is in the ground of the selected row.
_TINT = 0.16

_LONGEST_NAME = 60

# The sign and the colour of each stage; its word says the same.
_STAGES = {
    Stage.IN_PROGRESS: ("◐", Colour.INK2),
    Stage.FAULTY: ("!", Colour.WARN),
    Stage.READY: ("●", Colour.LIVE),
    Stage.WRITTEN: ("✓", Colour.DONE),
}

_TO_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_TO_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class DraftDelegate(QStyledItemDelegate):
    """The drawing of a draft in two lines: what it is at the left, how far it is at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines and the space round them; a row takes the width that there is."""
        del option, index
        lines = theme.font_height(tokens.CARD_TITLE_SIZE) + theme.font_height(tokens.TEXT_SIZE)
        return QSize(0, max(ROW_HEIGHT, lines + tokens.BETWEEN))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: DraftListing = index.data(DRAFT_ROLE)
        drawn = row_option(option)
        painter.save()
        _paint_ground(painter, drawn)
        room = _inside(drawn.rect)
        right = _right()
        _paint_names(painter, room.adjusted(0, 0, -right - tokens.BETWEEN, 0), row, drawn)
        _paint_standing(painter, room.adjusted(room.width() - right, 0, 0, 0), row, drawn)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line to write the draft's own name in."""
        del option
        line = QLineEdit(parent)
        line.setMaxLength(_LONGEST_NAME)
        line.setPlaceholderText(union_and_year(index.data(DRAFT_ROLE).summary))
        line.setAccessibleName("这份草稿的名称，留空就用工会名称和年度")
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the name that it has."""
        cast("QLineEdit", editor).setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the name over."""
        model.setData(index, cast("QLineEdit", editor).text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line where the name stood."""
        del index
        room = _inside(row_option(option).rect)
        width = room.width() - _right() - tokens.BETWEEN
        editor.setGeometry(room.left(), room.top() - 2, width, tokens.ENTRY_HEIGHT)


def _right() -> int:
    return round(_RIGHT * scale())


def _inside(rect: QRect) -> QRect:
    return rect.adjusted(tokens.BETWEEN, tokens.INSIDE, -tokens.BETWEEN, -tokens.INSIDE)


def _ink(drawn: RowOption, tone: Colour | None = None) -> QColor:
    if tone is None:
        return drawn.palette.color(QPalette.ColorRole.Text)
    return colour(tone)


def _paint_ground(painter: QPainter, drawn: RowOption) -> None:
    """Mark the selected row by a tint and an edge; a full colour would drown the stages."""
    if not drawn.state & QStyle.StateFlag.State_Selected:
        return
    roles = QPalette.ColorRole
    mark, ground = drawn.palette.color(roles.Highlight), drawn.palette.color(roles.Base)
    painter.fillRect(drawn.rect, theme.blend(mark, ground, _TINT))
    edge = QRect(drawn.rect)
    edge.setWidth(_EDGE)
    painter.fillRect(edge, mark)
    if drawn.state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(mark)
        painter.drawRect(drawn.rect.adjusted(0, 0, -1, -1))


def _paint_names(painter: QPainter, room: QRect, row: DraftListing, drawn: RowOption) -> None:
    half = room.height() // 2
    painter.setPen(_ink(drawn))
    _write(painter, room.adjusted(0, 0, 0, -half), draft_name(row), tokens.CARD_TITLE_SIZE)
    painter.setPen(_ink(drawn, Colour.INK2))
    _write_origin(painter, room.adjusted(0, half, 0, 0), row)


def _write_origin(painter: QPainter, room: QRect, row: DraftListing) -> None:
    """Write whose draft it is, cut where room is short, and when it was edited, which never is."""
    painter.setFont(font(tokens.TEXT_SIZE))
    shown = shown_origin(row, painter.fontMetrics(), room.width())
    _write(painter, room, shown, tokens.TEXT_SIZE)


def shown_origin(row: DraftListing, metrics: QFontMetrics, room: int) -> str:
    """Return the second line of a row in so many pixels."""
    when = f" · {time_line(row)}"
    left = max(room - metrics.horizontalAdvance(when), 0)
    return metrics.elidedText(kind_line(row), Qt.TextElideMode.ElideRight, left) + when


def _paint_standing(painter: QPainter, room: QRect, row: DraftListing, drawn: RowOption) -> None:
    half = room.height() // 2
    sign, tone = _STAGES[row.stage]
    painter.setPen(_ink(drawn, tone))
    stage = f"{sign} {row.stage.value}"
    _write(painter, room.adjusted(0, 0, 0, -half), stage, tokens.TEXT_SIZE, _TO_RIGHT)
    painter.setPen(_ink(drawn, Colour.INK2))
    below = room.adjusted(0, half - 2, 0, -_BAR.height() - 2)
    _write(painter, below, progress_line(row), tokens.HINT_SIZE, _TO_RIGHT)
    _paint_bar(painter, room, percent_filled(row.summary), drawn)


def _paint_bar(painter: QPainter, room: QRect, share: int, drawn: RowOption) -> None:
    left, top = room.right() + 1 - _BAR.width(), room.bottom() + 1 - _BAR.height()
    bar = QRect(left, top, _BAR.width(), _BAR.height())
    painter.fillRect(bar, drawn.palette.color(QPalette.ColorRole.Midlight))
    bar.setWidth(_BAR.width() * share // 100)
    painter.fillRect(bar, _ink(drawn, Colour.INK2))


def _write(
    painter: QPainter,
    room: QRect,
    text: str,
    size: int,
    to: Qt.AlignmentFlag = _TO_LEFT,
) -> None:
    painter.setFont(font(size))
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, to, shown)
