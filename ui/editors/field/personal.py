"""The personal editor: one entry a part (name, workplace, illness)."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.field.details import Details, MenuButton
from ui.editors.field.entry import Entry, look_of
from ui.editors.hint import Hint
from ui.kit import Name
from ui.look import Colour, scale
from ui.look.tokens import INSIDE
from ui.words import say
from unionapp.draft import Change, EditPath, Slot, paths_of
from unionapp.template import Indicator
from unionapp.values import State

_WIDTH = 240
_NAME_WIDTH = 136


class PersonalEditor(QWidget):
    """The editor of what is known about one person, an entry a part.

    A state of the whole stands in the first part, and the others are empty then.
    """

    def __init__(self, indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> None:
        super().__init__()
        self._desk = desk
        self._paths = paths_of(indicator, slot)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(INSIDE)
        self._grid.setColumnStretch(3, 1)
        self.entries: dict[str, Entry] = {}
        names = [part.name for part in indicator.fields] or [indicator.name]
        for name, path in zip(names, self._paths, strict=True):
            self._add(indicator.name, name, path)
        self._first = next(iter(self.entries.values()))
        self.setFocusProxy(self._first)
        rows = len(names)
        self._grid.addWidget(Hint(indicator.guide), rows, 1, 1, 3)
        self._carried = Carried(indicator.id, indicator.name, desk, self._under(rows + 2))
        self._contested = Contested(indicator.id, indicator.name, desk, self._under(rows + 3))
        self._details = Details(
            indicator, desk, self, self._under(rows + 1), self._choose, self._first.set_hover_text
        )
        self._grid.addWidget(MenuButton(indicator.name, lambda: self._details.menu_actions), 0, 2)
        for entry in self.entries.values():
            entry.offer = lambda: self._details.menu_actions
        desk.changes_of(indicator.id).connect(self._show_answer)
        self._show_answer()

    def _add(self, whose: str, name: str, path: EditPath) -> None:
        entry = Entry()
        entry.setAccessibleName(say("{whose}：{name}", whose=whose, name=name))
        entry.setPlaceholderText(State.BLANK.value)
        entry.be_written(Colour.INK, Colour.WARN)
        entry.setFixedWidth(_WIDTH)
        row = len(self.entries)
        self.entries[path.field] = entry
        label = Name(name, entry)
        label.be_as_wide_as(round(_NAME_WIDTH * scale()))
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(entry, row, 1)
        Binding(self._desk, path, entry).refresh()

    def _under(self, row: int) -> Callable[[QWidget], object]:
        return lambda widget: self._grid.addWidget(widget, row, 1, 1, 3)

    def _choose(self, typed: str | None) -> None:
        """One step: the state in the first part, nothing in the others."""
        first, *others = self._paths
        emptied = (Change(path, None) for path in others)
        self._desk.put_all([Change(first, typed), *emptied], joins=False)
        self._first.setFocus()

    def _show_answer(self) -> None:
        read = self._desk.figures.entries
        for path in self._paths:
            self.entries[path.field].set_look(look_of(read.get(path)))
        self._carried.refresh()
        self._contested.refresh()
        self._details.refresh()
