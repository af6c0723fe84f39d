"""Lists: rows without frames, all drawn alike, and a list of places in the draft to look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.labels import Label, hint_label, set_tip
from ui.kit.layouts import with_slim_bars
from ui.kit.painting import draw_plate, draw_ring
from ui.look import Colour, colour, font, scaled, set_size, tokens
from ui.words import say

# A list takes the height that there is; a sentence alone takes its own.
_WIDE, _TALL = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding
_LOW = QSizePolicy.Policy.Maximum

# The roles under which an item keeps the id that it leads to, and the note to its words.
_WHERE = Qt.ItemDataRole.UserRole
_NOTE = Qt.ItemDataRole.UserRole + 1

# Pixels above and below the lines of a row, and between an icon and the words.
_ABOVE, _GAP = 5, 8
# More lines than any row has.
_HIGHEST = 10000

_START = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere)


Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowOption(Protocol):
    """What a delegate is told of the row that it draws."""

    rect: QRect
    palette: QPalette
    state: QStyle.StateFlag
    fontMetrics: QFontMetrics  # noqa: N815 - Qt's own name
    backgroundBrush: QBrush  # noqa: N815 - Qt's own name


def row_option(option: QStyleOptionViewItem) -> RowOption:
    """Return the option with its attributes, which Qt's stubs leave out."""
    return cast("RowOption", option)


class Rows(QStyledItemDelegate):
    """The painter of rows: the words of each, and in small letters a note below or above them."""

    def __init__(self, view: QListView, *, note_above: bool = False, wraps: bool = False) -> None:
        super().__init__(view)
        self._view = view
        self._note_above = note_above
        self._wraps = wraps

    def words(self, index: Index) -> str:
        """Return the words of a row."""
        return str(index.data(_WORDS_ONLY) or index.data())

    def note(self, index: Index) -> str:
        """Return the note to them, or nothing."""
        return str(index.data(_NOTE) or "")

    def ink(self, index: Index) -> Colour:
        """Return the colour of the words: what leads to another place is a link."""
        return Colour.LIVE if index.data(_WHERE) else Colour.INK

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the lines with air round them, at any width."""
        high = self._height(self.words(index), tokens.TEXT_SIZE, index)
        if note := self.note(index):
            high += self._height(note, tokens.HINT_SIZE, index)
        return QSize(0, max(high + 2 * _ABOVE, scaled(tokens.TABLE_ROW_HEIGHT)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row = row_option(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, row)
        room = self._paint_icon(
            painter, row.rect.adjusted(tokens.INSIDE, 0, -tokens.INSIDE, 0), index
        )
        lines = [(self.words(index), tokens.TEXT_SIZE, self.ink(index))]
        if note := self.note(index):
            at = 0 if self._note_above else 1
            lines.insert(at, (note, tokens.HINT_SIZE, Colour.INK2))
        heights = [self._height(words, size, index) for words, size, _ in lines]
        top = room.top() + (room.height() - sum(heights)) // 2
        for (words, size, ink), high in zip(lines, heights, strict=True):
            place = QRect(room.left(), top, room.width(), high)
            painter.setFont(font(size))
            if size == tokens.TEXT_SIZE:
                self.paint_mark(painter, place, index)
            painter.setPen(colour(ink))
            self._write(painter, place, words)
            top += high
        painter.restore()

    def paint_mark(self, painter: QPainter, place: QRect, index: Index) -> None:
        """Paint what lies below the words of a row; usually nothing."""

    def _paint_ground(self, painter: QPainter, row: RowOption) -> None:
        place = row.rect.adjusted(0, 1, 0, -1).toRectF()
        states = QStyle.StateFlag
        if row.state & states.State_Selected:
            edge = colour(Colour.LIVE_LINE)
            draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.LIVE_WASH), edge)
            if self._view.hasFocus():
                draw_ring(painter, place, tokens.BUTTON_RADIUS)
        elif row.state & states.State_MouseOver:
            draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.WELL))

    def _paint_icon(self, painter: QPainter, room: QRect, index: Index) -> QRect:
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if not isinstance(icon, QIcon):
            return room
        size = scaled(tokens.SMALL_ICON)
        icon.paint(painter, QRect(room.left(), room.top(), size, room.height()))
        return room.adjusted(size + scaled(_GAP), 0, 0, 0)

    def _height(self, words: str, size: int, index: Index) -> int:
        metrics = QFontMetrics(font(size))
        if not self._wraps:
            return metrics.height()
        wide = self._view.viewport().width() - 2 * tokens.INSIDE
        if isinstance(index.data(Qt.ItemDataRole.DecorationRole), QIcon):
            wide -= scaled(tokens.SMALL_ICON) + scaled(_GAP)
        room = QRect(0, 0, max(wide, 1), _HIGHEST)
        return max(metrics.boundingRect(room, _WRAPPED, words).height(), metrics.height())

    def _write(self, painter: QPainter, place: QRect, words: str) -> None:
        if self._wraps:
            painter.drawText(place, _START | _WRAPPED, words)
            return
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, _START, shown)


# The role of the words of an item whose text, as it is read out, says more than they do.
_WORDS_ONLY = Qt.ItemDataRole.UserRole + 2


def row_item(words: str, note: str, spoken: str = "") -> QListWidgetItem:
    """Return a row of words and a note; a screen reader says both, or what is to be spoken."""
    item = QListWidgetItem(spoken or say("{words}　{note}", words=words, note=note))
    item.setData(_WORDS_ONLY, words)
    item.setData(_NOTE, note)
    set_tip(item, item.text())
    return item


def dress_list(view: QListView, name: str) -> None:
    """Take Fusion's frame and bars from a list; it never scrolls sideways."""
    view.setAccessibleName(name)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setMouseTracking(True)
    with_slim_bars(view)


def row_list(name: str, *, note_above: bool = False, wraps: bool = False) -> QListWidget:
    """Return an empty list of such rows."""
    rows = QListWidget()
    dress_list(rows, name)
    rows.setUniformItemSizes(not wraps)
    rows.setItemDelegate(Rows(rows, note_above=note_above, wraps=wraps))
    return rows


@dataclass(frozen=True, slots=True)
class Link:
    """A row of a link list: its text, the id that it leads to, if any, and its icon, if any."""

    text: str
    id: str = ""
    icon: QIcon | None = None


class LinkList(QWidget):
    """A list of links under a heading; without any, a sentence that says why there are none."""

    # The id of the row that was clicked, or entered by the keyboard.
    wanted = Signal(str)

    def __init__(self, name: str, nothing: str, hint: str = say("点一行，就翻到那里。")) -> None:
        super().__init__()
        self._name = name
        self._help = hint
        self._heading = Label(name)
        set_size(self._heading, tokens.CARD_TITLE_SIZE, bold=True)
        self._list = row_list(name, wraps=True)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._hint = hint_label(wraps=True)
        self._nothing = nothing
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.addWidget(self._list, 1)
        self.show_links(())

    @property
    def list(self) -> QListWidget:
        """The list widget with the rows."""
        return self._list

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these links in place of those before."""
        self._heading.setText(
            say("{name}（{count}）", name=self._name, count=len(links)) if links else self._name
        )
        self._list.clear()
        for link in links:
            item = QListWidgetItem(link.text)
            item.setData(_WHERE, link.id)
            if link.icon is not None:
                item.setIcon(link.icon)
            self._list.addItem(item)
        self._list.setHidden(not links)  # an empty box would ask to be filled
        self._hint.setText(self._help if links else self._nothing)
        self.setSizePolicy(_WIDE, _TALL if links else _LOW)

    def set_nothing(self, sentence: str) -> None:
        """Replace the sentence that stands there when there is no link."""
        self._nothing = sentence

    def _choose(self, item: QListWidgetItem) -> None:
        if id_ := item.data(_WHERE):
            self.wanted.emit(id_)
