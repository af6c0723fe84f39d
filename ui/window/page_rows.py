"""The rows of the rail: what they say, and how they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.kit import Index, draw_plate, draw_ring, row_option, tip
from ui.look import Colour, Icon, colour, draw_icon, font, scaled, tokens
from ui.words import say
from unionapp.draft import Part
from unionapp.figures import FINISH, PROFILE, REVIEW, Page, Progress

# The role under which a row keeps the id of its page.
ID_ROLE = Qt.ItemDataRole.UserRole
# The role under which it keeps the row itself, for who draws it.
_ROW_ROLE = Qt.ItemDataRole.UserRole + 1

# How far a page has come, as a sign.
_SIGNS = {
    Progress.EMPTY: Icon.STATE_EMPTY,
    Progress.BEGUN: Icon.STATE_BEGUN,
    Progress.COMPLETE: Icon.STATE_DONE,
    Progress.FAULTY: Icon.ERROR,
}
_INKS = {
    Icon.STATE_DONE: Colour.DONE,
    Icon.ERROR: Colour.ERROR,
    Icon.STATE_OFF: Colour.INK3,
    Icon.STATE_EMPTY: Colour.INK3,
}

_OF_LAST = {REVIEW: Icon.CHECKLIST, FINISH: Icon.PAPER}

# Characters that stand for a heading without a numeral where there is little room.
_SHORT = 2
# What ends the part of a heading that stands in the rail.
_ENDS = "，、；："

# Pixels: where a row's icon and its words begin, and where its count ends.
_ICON_AT, _WORDS_AT, _COUNT_END = 11, 38, 8
_NARROW_AT = (5, 24)
# Pixels of the plate of a row less than the row, above and below.
_AIR = 1
_BAR_INSET = 8

_State = QStyle.StateFlag


@dataclass(frozen=True, slots=True)
class Row:
    """A page in the rail, or a section that is not written, which has no page."""

    page: Page
    off: bool = False
    movable: bool = False

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        name = f"{self.page.number}{self.page.title}"
        if self.off:
            return say("{name}，不写", name=name)
        parts = [name]
        if self.page.progress:
            parts.append(self.page.progress.word)
        if self.page.found:
            parts.append(say("发现{count}处问题", count=self.page.found))
        if self.page.missing:
            parts.append(say("还差{count}项", count=self.page.missing))
        return say("，").join(parts)

    @property
    def icon(self) -> Icon | None:
        """The icon of its state."""
        if self.off:
            return Icon.STATE_OFF
        return _OF_LAST.get(self.page.id) or (
            _SIGNS[self.page.progress] if self.page.progress else None
        )

    def label(self, *, narrow: bool) -> str:
        """Return what is to be read, a numeral alone where there is little room."""
        page = self.page
        if narrow:
            return page.number.rstrip("、") or page.title[:_SHORT]
        heading = page.number + first_part(page.title)
        return say("{heading}（不写）", heading=heading) if self.off else heading


def first_part(heading: str) -> str:
    """Return what stands before the first comma of a heading."""
    ends = [at for at in map(heading.find, _ENDS) if at > 0]
    return heading[: min(ends, default=len(heading))]


def row_height() -> int:
    """Return the pixels of a row."""
    return scaled(tokens.RAIL_ROW_HEIGHT)


class RowDelegate(QStyledItemDelegate):
    """The drawing of rows: a white plate and a red bar for the open page, a ring for the keys.

    They are often the same row, but not while the keys, or a menu, are at another one.
    """

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self.open_page = PROFILE
        self.narrow = False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return one line."""
        return QSize(0, row_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        drawn = row_option(option)
        row: Row = index.data(_ROW_ROLE)
        open_ = row.page.id == self.open_page
        place = QRectF(drawn.rect).adjusted(0, _AIR, 0, -_AIR)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_plate(painter, place, drawn.state, open_=open_)
        right = place.right() if self.narrow else _draw_count(painter, place, row)
        self._draw_words(painter, place, row, right, open_=open_)
        painter.restore()

    def _draw_plate(
        self, painter: QPainter, place: QRectF, state: QStyle.StateFlag, *, open_: bool
    ) -> None:
        radius = tokens.BUTTON_RADIUS
        if open_:
            draw_plate(painter, place, radius, colour(Colour.SHEET), colour(Colour.LINE))
            inset = scaled(_BAR_INSET)
            bar = QRectF(place.left(), place.top() + inset, tokens.CURRENT_WIDTH, 0)
            bar.setBottom(place.bottom() - inset)
            painter.fillRect(bar, colour(Colour.ACCENT))
        elif state & _State.State_MouseOver:
            draw_plate(painter, place, radius, colour(Colour.HOVER))
        here = bool(state & _State.State_Selected)
        if here and (state & _State.State_HasFocus or not open_):
            draw_ring(painter, place, radius)

    def _draw_words(
        self, painter: QPainter, place: QRectF, row: Row, right: float, *, open_: bool
    ) -> None:
        size = scaled(tokens.ICON_SIZE)
        icon_at, words_at = _NARROW_AT if self.narrow else (_ICON_AT, _WORDS_AT)
        at = place.left() + scaled(icon_at)
        if row.icon is not None:
            square = QRectF(at, place.center().y() - size / 2, size, size)
            draw_icon(painter, square, row.icon, colour(_INKS.get(row.icon, Colour.INK2)))
        if self.narrow and row.page.id in _OF_LAST:
            return  # its icon says it
        painter.setFont(font(tokens.TEXT_SIZE, bold=open_))
        painter.setPen(colour(Colour.INK3 if row.off else Colour.INK))
        left = place.left() + scaled(words_at)
        room = QRectF(left, place.top(), right - left, place.height())
        words = row.label(narrow=self.narrow)
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _draw_count(painter: QPainter, place: QRectF, row: Row) -> float:
    """Draw how much was found, or is missing; return where the words must end."""
    end = place.right() - scaled(_COUNT_END)
    number = row.page.found or row.page.missing
    if not number or row.off:
        return end
    painter.setFont(font(tokens.HINT_SIZE, bold=bool(row.page.found)))
    words = str(number)
    high = scaled(tokens.PILL_HEIGHT - tokens.HAIR)
    wide = max(painter.fontMetrics().horizontalAdvance(words) + scaled(tokens.GROUP), high)
    pill = QRectF(end - wide, place.center().y() - high / 2, wide, high)
    if row.page.found:
        wash, ink = _wash_of(row)
        draw_plate(painter, pill, high / 2, colour(wash))
    else:
        ink = Colour.INK3
    painter.setPen(colour(ink))
    painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), words)
    return pill.left() - scaled(tokens.HAIR)


def _wash_of(row: Row) -> tuple[Colour, Colour]:
    if row.page.id == REVIEW:
        return Colour.WARN_WASH, Colour.WARN
    return Colour.ERROR_WASH, Colour.ERROR


def rows_of(pages: Sequence[Page], parts: Sequence[Part]) -> Iterator[Row]:
    """Yield the first page and the sections in order, those that are not written among them."""
    known = {page.id: page for page in pages}
    yield from (Row(page) for page in pages if page.id == PROFILE)
    for part in parts:
        page = known.get(part.id) or Page(part.id, part.title, "", None)
        yield Row(page, off=part.off, movable=not part.fixed)


def last_rows(pages: Sequence[Page]) -> Iterator[Row]:
    """Yield the pages that come after all sections."""
    return (Row(page) for page in pages if page.id in (REVIEW, FINISH))


def fill(item: QListWidgetItem, row: Row, label: str) -> None:
    """Write a row into its item, as far as it says something else already."""
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled if row.movable else flags)
    for role, content in (
        (ID_ROLE, row.page.id),
        (_ROW_ROLE, row),
        (Qt.ItemDataRole.DisplayRole, label),
        (Qt.ItemDataRole.ToolTipRole, tip(row.spoken)),
        (Qt.ItemDataRole.AccessibleTextRole, row.spoken),
    ):
        if item.data(role) != content:
            item.setData(role, content)
