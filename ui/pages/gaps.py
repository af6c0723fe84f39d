"""What is still blank, grouped by section; each row leads to its entry."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ui.kit import Label
from ui.look import Colour, set_size, set_tone, tokens
from unionapp.figures import Gap

_WHERE = Qt.ItemDataRole.UserRole
_HELP = "点一行，就翻到那里。确实没有的，在那里填“无此项”；不对外公布的，填“不公开”。"
_NOTHING = "都填好了。"


class GapsView(QWidget):
    """A tree of two levels: sections, and the names of what is blank in them."""

    # The id of the indicator that the person wants to fill in.
    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._gaps: tuple[Gap, ...] = ()
        self._hint = Label(_HELP, wraps=True)
        set_size(self._hint, tokens.HINT_SIZE)
        set_tone(self._hint, Colour.INK2)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName("待填的")
        self.setFocusProxy(self.tree)
        self.tree.itemClicked.connect(self._go)
        self.tree.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(self._hint)
        column.addWidget(self.tree, 1)

    def show_gaps(self, gaps: Sequence[Gap], titles: Mapping[str, str]) -> None:
        """Show what is blank; `titles` name the pages."""
        if tuple(gaps) == self._gaps:
            return
        self._gaps = tuple(gaps)
        self._hint.setText(_HELP if gaps else _NOTHING)
        self.tree.clear()
        for page, group in groupby(gaps, key=lambda gap: gap.page):
            self.tree.addTopLevelItem(_branch(titles.get(page, ""), list(group)))
        self.tree.expandAll()
        self.tree.setCurrentIndex(self.tree.model().index(0, 0))

    def _go(self, item: QTreeWidgetItem) -> None:
        if where := item.data(0, _WHERE):
            self.wanted.emit(where)


def _branch(title: str, gaps: list[Gap]) -> QTreeWidgetItem:
    branch = QTreeWidgetItem([f"{title}（{len(gaps)}）"])
    for gap in gaps:
        leaf = QTreeWidgetItem(branch, [gap.name])
        leaf.setData(0, _WHERE, gap.id)
    return branch
