"""What is still blank, grouped by section; each row leads to its entry."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QFrame,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit import (
    Index,
    Sheet,
    clear_ground,
    draw_plate,
    draw_ring,
    hint_label,
    row_option,
    set_hint,
    with_slim_bars,
)
from ui.look import Colour, Icon, colour, draw_icon, font, scaled, tokens
from ui.words import say
from unionapp.figures import Gap

_WHERE = Qt.ItemDataRole.UserRole
_HELP = say("点一行，就翻到那里。确实没有的填“无此项”，不公布的填“不公开”。")
_NOTHING = say("都填好了。")

# Pixels from the edge of a row to its sign, of the sign, and from the edge to the name.
_SIGN_AT, _SIGN, _NAME_AT = 12, 16, 36
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class GapsView(QWidget):
    """A tree of two levels on one sheet: sections, and the names of what is blank in them."""

    # The id of the indicator that the person wants to fill in.
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._gaps: tuple[Gap, ...] = ()
        self._nothing = hint_label(_NOTHING)
        self.tree = _tree()
        set_hint(self.tree, _HELP)
        self.setFocusProxy(self.tree)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        self._sheet = Sheet()
        within = QVBoxLayout(self._sheet)
        within.setContentsMargins(tokens.HAIR, tokens.INSIDE, tokens.HAIR, tokens.INSIDE)
        within.addWidget(self.tree)
        self._sheet.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._nothing)
        column.addWidget(self._sheet, 1)
        column.addStretch()
        self._sheet.hide()

    def show_gaps(self, gaps: Sequence[Gap], titles: Mapping[str, str]) -> None:
        """Show what is blank; `titles` name the pages."""
        if tuple(gaps) == self._gaps:
            return
        self._gaps = tuple(gaps)
        self._nothing.setHidden(bool(gaps))
        self._sheet.setVisible(bool(gaps))
        self.tree.clear()
        for page, group in groupby(gaps, key=lambda gap: gap.page):
            self.tree.addTopLevelItem(_branch(titles.get(page, ""), list(group)))
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))
        self.tree.updateGeometry()

    def _go(self, item: QTreeWidgetItem) -> None:
        if where := item.data(0, _WHERE):
            self.wanted.emit(where)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setIndentation(0)
    tree.setUniformRowHeights(True)
    tree.setMouseTracking(True)
    tree.setAccessibleName(say("待填的"))
    tree.setFrameShape(QFrame.Shape.NoFrame)
    with_slim_bars(tree)
    clear_ground(tree)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustToContents)
    tree.setItemDelegate(_Rows(tree))
    return tree


class _Rows(QStyledItemDelegate):
    """Paints the headings of sections, and below each what is blank in it."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(0, scaled(tokens.TABLE_ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_option(option)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(row.rect)
        leads = index.data(_WHERE) is not None
        if leads and row.state & QStyle.StateFlag.State_MouseOver:
            draw_plate(painter, place, tokens.BUTTON_RADIUS, colour(Colour.WELL))
        if row.state & QStyle.StateFlag.State_HasFocus:
            draw_ring(painter, place, tokens.BUTTON_RADIUS)
        if leads:
            self._paint_gap(painter, place, str(index.data()))
        else:
            self._paint_heading(painter, place, str(index.data()))
        painter.restore()

    def _paint_gap(self, painter: QPainter, place: QRectF, name: str) -> None:
        size = scaled(_SIGN)
        for left, icon, tone in (
            (place.left() + scaled(_SIGN_AT), Icon.STATE_EMPTY, Colour.INK3),
            (place.right() - scaled(_SIGN_AT) - size, Icon.CHEVRON_RIGHT, Colour.INK3),
        ):
            box = QRectF(left, place.center().y() - size / 2, size, size)
            draw_icon(painter, box, icon, colour(tone))
        self._write(painter, place.adjusted(0, 0, -size - scaled(_SIGN_AT), 0), name)

    def _paint_heading(self, painter: QPainter, place: QRectF, title: str) -> None:
        painter.setFont(font(tokens.SECOND_SIZE, bold=True))
        left = scaled(_NAME_AT - _SIGN_AT)
        self._write(painter, place.adjusted(-left, 0, 0, 0), title)

    def _write(self, painter: QPainter, place: QRectF, words: str) -> None:
        room = place.adjusted(scaled(_NAME_AT), 0, -tokens.INSIDE, 0)
        painter.setPen(colour(Colour.INK))
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(room.width())
        )
        painter.drawText(room, int(_LEFT), shown)


def _branch(title: str, gaps: list[Gap]) -> QTreeWidgetItem:
    branch = QTreeWidgetItem([say("{title}（{count}）", title=title, count=len(gaps))])
    for gap in gaps:
        leaf = QTreeWidgetItem(branch, [gap.name])
        leaf.setData(0, _WHERE, gap.id)
    return branch
