"""How one draft is drawn in a list, and renamed there."""

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.kit import Index, Line, RowOption, draw_plate, draw_progress, draw_ring, row_option
from ui.look import Colour, Icon, colour, draw_icon, font, line_width, scaled, theme, tokens
from ui.words import say
from unionapp.storage import (
    DraftListing,
    Stage,
    draft_name,
    kind_line,
    percent_filled,
    progress_line,
    stage_line,
    time_line,
    union_and_year,
)

# The role under which a model gives the whole `DraftListing`.
DRAFT_ROLE = Qt.ItemDataRole.UserRole

# Pixels at the sides of a row, of the sign of its menu, of the button that leads on with the air
# round it, of what is told of its standing, of a bar, and between a sign and what it is of.
_SIDE, _MENU, _LEAD, _STANDING, _BAR, _GAP = 20, 26, 130, 150, 96, 8
# Pixels of a row below which the button would leave too little room for the names.
_WITH_LEAD = 620
# Pixels of signs.
_SIGN, _DOTS = 16, 18

_LONGEST_NAME = 60

# The sign and the colour of each stage; its word says the same.
_STAGES = {
    Stage.IN_PROGRESS: (Icon.STATE_BEGUN, Colour.INK2),
    Stage.FAULTY: (Icon.WARNING, Colour.WARN),
    Stage.READY: (Icon.STATE_DONE, Colour.DONE),
    Stage.WRITTEN: (Icon.SEND, Colour.INK2),
}

_TO_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class DraftDelegate(QStyledItemDelegate):
    """The drawing of a draft in two lines: what it is at the left, how far it is at the right."""

    def __init__(self, drafts: QListView) -> None:
        super().__init__(drafts)
        self._drafts = drafts

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return two lines and the space round them; a row takes the width that there is."""
        del option, index
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: DraftListing = index.data(DRAFT_ROLE)
        drawn = row_option(option)
        marked = index.row() == self._drafts.currentIndex().row()
        width = self._drafts.width()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, drawn, index, marked=marked)
        _paint_names(painter, names_place(drawn.rect, width), row)
        _paint_standing(painter, standing_place(drawn.rect, width), row)
        lit = marked or bool(drawn.state & QStyle.StateFlag.State_MouseOver)
        dots = QRectF(menu_place(drawn.rect, width))
        ink = colour(Colour.INK if lit else Colour.INK3)
        draw_icon(painter, _middle(dots, scaled(_DOTS)), Icon.MORE, ink)
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a line to write the draft's own name in."""
        del option
        line = Line(parent, hint=union_and_year(index.data(DRAFT_ROLE).summary))
        line.setMaxLength(_LONGEST_NAME)
        line.setAccessibleName(say("这份草稿的名称，留空就用工会名称和年度"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with the name that it has."""
        cast("Line", editor).setText(index.data(Qt.ItemDataRole.EditRole))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take the name over."""
        model.setData(index, cast("Line", editor).text(), Qt.ItemDataRole.EditRole)

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Put the line where the name stood, its letters where they were."""
        del index
        room = names_place(row_option(option).rect, self._drafts.width())
        height = editor.fontMetrics().height() + tokens.INSIDE
        top = room.top() + (room.height() // 2 - height) // 2 - 1
        left = room.left() - tokens.INSIDE
        editor.setGeometry(left, top, room.right() - left, height)

    def _paint_ground(
        self, painter: QPainter, drawn: RowOption, index: Index, *, marked: bool
    ) -> None:
        """Draw a wash under the marked row, a ring while it has the keys, lines between others."""
        place, radius = QRectF(drawn.rect), tokens.CARD_RADIUS - 1
        if marked:
            draw_plate(painter, place, radius, colour(Colour.LIVE_WASH))
            if self._drafts.hasFocus():
                draw_ring(painter, place, radius)
            return
        if drawn.state & QStyle.StateFlag.State_MouseOver:
            draw_plate(painter, place, radius, colour(Colour.WELL))
        below = index.row() + 1
        model = self._drafts.model()
        if below < model.rowCount() and below != self._drafts.currentIndex().row():
            right = menu_place(drawn.rect, self._drafts.width()).right() - place.left()
            side = scaled(_SIDE)
            thick = line_width()
            line = QRectF(place.left() + side, place.bottom() - thick, right - side, thick)
            painter.fillRect(line, colour(Colour.LINE))


def row_height() -> int:
    """Return the pixels of two lines and the space round them."""
    lines = theme.font_height(tokens.NARRATIVE_SIZE) + theme.font_height(tokens.SECOND_SIZE)
    return max(scaled(tokens.DRAFT_ROW_HEIGHT), lines + tokens.BETWEEN)


def menu_place(row: QRect, width: int) -> QRect:
    """Return where the sign of a row's menu is, in a list of a width in pixels.

    It is the same whether the list has a scroll bar or not.
    """
    right = row.left() + width - tokens.SCROLL_BAR_WIDTH - 1
    return QRect(right - scaled(_MENU), row.top(), scaled(_MENU), row.height())


def lead_place(row: QRect, size: QSize, width: int) -> QRect | None:
    """Return where a row's button is, if there is room for it."""
    if width < scaled(_WITH_LEAD):
        return None
    right = menu_place(row, width).left() - scaled(_GAP)
    top = row.top() + (row.height() - size.height()) // 2
    return QRect(right - size.width(), top, size.width(), size.height())


def standing_place(row: QRect, width: int) -> QRect:
    """Return where the standing of a draft is told."""
    lead = scaled(_LEAD) if width >= scaled(_WITH_LEAD) else scaled(_GAP)
    right = menu_place(row, width).left() - lead
    return _in_lines(QRect(right - scaled(_STANDING), row.top(), scaled(_STANDING), row.height()))


def names_place(row: QRect, width: int) -> QRect:
    """Return where it is told what draft it is."""
    left = row.left() + scaled(_SIDE)
    right = standing_place(row, width).left() - scaled(_SIDE)
    return _in_lines(QRect(left, row.top(), max(right - left, 0), row.height()))


def _in_lines(place: QRect) -> QRect:
    lines = theme.font_height(tokens.NARRATIVE_SIZE) + theme.font_height(tokens.SECOND_SIZE)
    air = max((place.height() - lines) // 2, 0)
    return place.adjusted(0, air, 0, -air)


def _middle(place: QRectF, size: float) -> QRectF:
    square = QRectF(0, 0, size, size)
    square.moveCenter(place.center())
    return square


def _paint_names(painter: QPainter, room: QRect, row: DraftListing) -> None:
    half = room.height() // 2
    _paint_union(painter, room.adjusted(0, 0, 0, -half), row)
    painter.setFont(font(tokens.SECOND_SIZE))
    painter.setPen(colour(Colour.INK2))
    shown = shown_origin(row, painter.fontMetrics(), room.width())
    painter.drawText(room.adjusted(0, half, 0, 0), _TO_LEFT, shown)


def _paint_union(painter: QPainter, room: QRect, row: DraftListing) -> None:
    """Write the name in bold and the year quietly; a long name is cut, the year is not."""
    year = "" if row.label else row.summary.year
    name = draft_name(row).removesuffix(year).rstrip()
    quiet = font(tokens.NARRATIVE_SIZE)
    wide = QFontMetrics(quiet).horizontalAdvance(year) + scaled(_GAP) if year else 0
    painter.setFont(font(tokens.NARRATIVE_SIZE, bold=True))
    painter.setPen(colour(Colour.INK))
    metrics = painter.fontMetrics()
    left = max(room.width() - wide, 0)
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left)
    painter.drawText(room, _TO_LEFT, shown)
    painter.setFont(quiet)
    painter.setPen(colour(Colour.INK2))
    beside = metrics.horizontalAdvance(shown) + scaled(_GAP)
    painter.drawText(room.adjusted(beside, 0, 0, 0), _TO_LEFT, year)


def shown_origin(row: DraftListing, metrics: QFontMetrics, room: int) -> str:
    """Return the second line of a row in so many pixels: the time is never cut."""
    when = f" · {time_line(row)}"
    left = max(room - metrics.horizontalAdvance(when), 0)
    return metrics.elidedText(kind_line(row), Qt.TextElideMode.ElideRight, left) + when


def _paint_standing(painter: QPainter, room: QRect, row: DraftListing) -> None:
    half = room.height() // 2
    above, below = room.adjusted(0, 0, 0, -half), room.adjusted(0, half, 0, 0)
    sign, tone = _STAGES[row.stage]
    size = scaled(_SIGN)
    square = QRectF(above.left(), above.center().y() - size / 2 + 1, size, size)
    draw_icon(painter, square, sign, colour(tone))
    painter.setFont(font(tokens.TEXT_SIZE))
    painter.setPen(colour(tone))
    painter.drawText(above.adjusted(size + scaled(_GAP), 0, 0, 0), _TO_LEFT, stage_line(row))
    left = _paint_bar(painter, below, row)
    painter.setFont(font(tokens.HINT_SIZE))
    painter.setPen(colour(Colour.INK2))
    painter.drawText(left, _TO_LEFT, progress_line(row))


def _paint_bar(painter: QPainter, room: QRect, row: DraftListing) -> QRect:
    """Draw how much is filled in while something is not; return the room that is left for words."""
    if row.stage not in (Stage.IN_PROGRESS, Stage.FAULTY):
        return room
    high = scaled(tokens.PROGRESS_HEIGHT)
    bar = QRectF(room.left(), room.center().y() - high / 2 + 1, scaled(_BAR), high)
    draw_progress(painter, bar, percent_filled(row.summary) / 100)
    return room.adjusted(scaled(_BAR + _GAP), 0, 0, 0)
