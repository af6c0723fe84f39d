"""The rows of the rail: what they say, and how they are drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QBrush, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ui.kit import Index, row_option, tip
from ui.look import Colour, Icon, colour, icon, theme, tokens
from unionapp.draft import Part
from unionapp.figures import FINISH, PROFILE, REVIEW, Page, Progress

# The role under which a row keeps the id of its page.
ID_ROLE = Qt.ItemDataRole.UserRole

# How far a page has come, as a sign.
_SIGNS = {
    Progress.EMPTY: Icon.STATE_EMPTY,
    Progress.BEGUN: Icon.STATE_BEGUN,
    Progress.COMPLETE: Icon.STATE_DONE,
    Progress.FAULTY: Icon.ERROR,
}

# Characters that stand for a heading without a numeral where there is little room.
_SHORT = 2

# How much of the accent is in the ground of the page that is open.
_TINT = 0.12

# Pixels of a row that Qt keeps free round its sign and its text, and that no heading passes.
_BESIDE, _ABOVE, _HIGHEST = 14, 6, 400

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
            return f"{name}，不写"
        return f"{name}，{self.page.progress.word}" if self.page.progress else name

    def label(self, *, narrow: bool) -> str:
        """Return what is to be read, a numeral alone where there is little room."""
        if narrow:
            return self.page.number.rstrip("、") or self.page.title[:_SHORT]
        return f"{self.page.title}（不写）" if self.off else self.page.number + self.page.title


class RowDelegate(QStyledItemDelegate):
    """The drawing of rows: a ground under the open page, a frame round the row of the keys.

    They are often the same row, but not while the keys, or a menu, are at another one.
    """

    def __init__(self, parent: QListWidget) -> None:
        super().__init__(parent)
        self._list = parent
        self.open_page = PROFILE

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of the whole heading: Qt reckons its lines as if there were no sign."""
        size = super().sizeHint(option, index)
        drawn = row_option(option)
        room = self._list.viewport().width() - 2 * self._list.spacing() - tokens.ICON_SIZE - _BESIDE
        lines = QRect(0, 0, room, _HIGHEST)
        heading = str(index.data(Qt.ItemDataRole.DisplayRole))
        text = drawn.fontMetrics.boundingRect(lines, Qt.TextFlag.TextWordWrap, heading)
        return QSize(size.width(), max(tokens.ICON_SIZE, text.height()) + _ABOVE)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Take the look of a selected row away, which is neither of the two."""
        super().initStyleOption(option, index)
        drawn = row_option(option)
        drawn.state &= ~(_State.State_Selected | _State.State_HasFocus)
        if index.data(ID_ROLE) == self.open_page:
            accent = colour(Colour.ACCENT)
            ground = drawn.palette.color(QPalette.ColorRole.Base)
            drawn.backgroundBrush = QBrush(theme.blend(accent, ground, _TINT))
            palette = drawn.palette
            palette.setColor(QPalette.ColorRole.Text, accent)
            drawn.palette = palette

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        super().paint(painter, option, index)
        drawn = row_option(option)
        here = bool(drawn.state & _State.State_Selected)
        if here and (index.data(ID_ROLE) != self.open_page or drawn.state & _State.State_HasFocus):
            painter.setPen(colour(Colour.INK2))
            painter.drawRect(drawn.rect.adjusted(0, 0, -1, -1))


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
    grey = colour(Colour.INK2) if row.off else None
    for role, content in (
        (ID_ROLE, row.page.id),
        (Qt.ItemDataRole.DisplayRole, label),
        (Qt.ItemDataRole.ToolTipRole, tip(row.spoken)),
        (Qt.ItemDataRole.AccessibleTextRole, row.spoken),
        (Qt.ItemDataRole.ForegroundRole, grey),
    ):
        if item.data(role) != content:
            item.setData(role, content)
    progress = None if row.off else row.page.progress
    item.setIcon(icon(_SIGNS[progress]) if progress else QIcon())
