"""The list from which a figure is put into a text."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.editors.prose.chip import label_of, name_of
from ui.kit import ButtonRole, Line, primary_button, push_button, row_list, set_tip
from ui.look.tokens import AROUND, BETWEEN, INSIDE
from ui.words import say
from unionapp.draft import paths_of
from unionapp.template import Indicator, Item, Placeholder

# Beyond the roles that rows have for themselves.
_PLACE, _SOURCE = Qt.ItemDataRole.UserRole + 10, Qt.ItemDataRole.UserRole + 11
_SIZE = (440, 480)


class FigurePicker(QDialog):
    """A list of all figures by name and value, those of the item first; typing narrows it down.

    It is a window of its own rather than a popup, for input methods do not reach popups.
    """

    chosen = Signal(object)

    def __init__(self, item: Item, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("插入数字"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.search = Line(hint=say("输入名称查找，如“入会”"))
        self.search.setAccessibleName(say("查找要插入的数字"))
        self.search.textChanged.connect(self._narrow)
        self.list = row_list(say("可以插入的数字"))
        self.list.itemActivated.connect(lambda _item: self.accept())
        for place, source in offered(item, desk):
            self._add(place, source, desk)
        self.list.setCurrentRow(0)
        self._lay_out()
        self.accepted.connect(self._choose)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list by the arrows while the search has the focus."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        insert = primary_button(say("插入"), self.accept)
        buttons.addButton(insert, ButtonRole.AcceptRole)
        buttons.addButton(push_button(say("取消"), self.reject), ButtonRole.RejectRole)
        column = QVBoxLayout(self)
        column.setContentsMargins(AROUND, BETWEEN, AROUND, BETWEEN)
        column.setSpacing(INSIDE)
        for widget in (self.search, self.list, buttons):
            column.addWidget(widget)
        insert.setDefault(True)  # only now: a button outside a dialog leads none

    def _add(self, place: Placeholder, source: str, desk: Desk) -> None:
        name = name_of(desk, place)
        entry = QListWidgetItem(
            say("{name}　{value}", name=name, value=label_of(desk, place).removesuffix(f"·{name}"))
        )
        set_tip(entry, source)
        entry.setData(_PLACE, place)
        entry.setData(_SOURCE, source)
        self.list.addItem(entry)

    def _narrow(self, words: str) -> None:
        """Show what has the words in its name or comes from there."""
        for row in range(self.list.count()):
            entry = self.list.item(row)
            entry.setHidden(words.strip() not in f"{entry.data(_SOURCE)} {entry.text()}")
        shown = self._shown_rows()
        self.list.setCurrentRow(shown[0] if shown else -1)

    def _step(self, by: int) -> None:
        shown = self._shown_rows()
        if not shown:
            return
        current = self.list.currentRow()
        place = shown.index(current) + by if current in shown else 0
        self.list.setCurrentRow(shown[max(0, min(place, len(shown) - 1))])

    def _shown_rows(self) -> list[int]:
        return [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]

    def _choose(self) -> None:
        entry = self.list.currentItem()
        if entry is not None and not entry.isHidden():
            self.chosen.emit(entry.data(_PLACE))


def offered(item: Item, desk: Desk) -> Iterator[tuple[Placeholder, str]]:
    """Yield the places that may be put in, each with where it comes from: this item's first."""
    template = desk.template
    others = [other for other in template.items if other.id != item.id]
    for source in (item, *others):
        yield from ((place, source.title) for place in _places(source.indicators))
    yield from ((place, say("单位信息")) for place in _places(template.profile))


def _places(indicators: tuple[Indicator, ...]) -> Iterator[Placeholder]:
    for indicator in indicators:
        for path in paths_of(indicator):
            yield Placeholder(path.id, path.field)
