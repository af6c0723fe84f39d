"""Lists: what who draws a row is told, and a list of places in the draft that want a look."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QIcon, QPalette
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.kit.labels import Label, hint_label
from ui.kit.layouts import with_slim_bars
from ui.look import set_size, tokens

# A list takes the height that there is; a sentence alone takes its own.
_WIDE, _TALL = QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding
_LOW = QSizePolicy.Policy.Maximum


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

    def __init__(self, name: str, nothing: str, hint: str = "点一行，就翻到那里。") -> None:
        super().__init__()
        self._name = name
        self._help = hint
        self._heading = Label(name)
        set_size(self._heading, tokens.CARD_TITLE_SIZE, bold=True)
        self._list = QListWidget()
        self._list.setWordWrap(True)
        with_slim_bars(self._list)
        self._list.setSpacing(2)
        self._list.setAccessibleName(name)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        self._heading.setText(f"{self._name}（{len(links)}）" if links else self._name)
        self._list.clear()
        for link in links:
            item = QListWidgetItem(link.text)
            item.setData(Qt.ItemDataRole.UserRole, link.id)
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
        if id_ := item.data(Qt.ItemDataRole.UserRole):
            self.wanted.emit(id_)
