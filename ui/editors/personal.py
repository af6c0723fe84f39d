"""The personal editor: one entry a part (name, workplace, illness)."""

from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.entry import Entry
from ui.editors.hint import Hint
from ui.editors.name import Name
from ui.look import INSIDE
from unionapp.draft import EditPath, Room, paths_of
from unionapp.template import Indicator
from unionapp.values import State

_WIDTH = 240


class PersonalEditor(QWidget):
    """The parts of what is known about one person; the public edition masks them."""

    def __init__(self, indicator: Indicator, desk: Desk, room: Room = Room.VALUE) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(INSIDE)
        grid.setColumnStretch(2, 1)
        self.entries: dict[str, Entry] = {}
        names = [part.name for part in indicator.fields] or [indicator.name]
        for row, (name, path) in enumerate(zip(names, paths_of(indicator, room), strict=True)):
            entry = self._entry(desk, path, f"{indicator.name}：{name}")
            self.entries[path.field] = entry
            grid.addWidget(Name(name, entry), row, 0)
            grid.addWidget(entry, row, 1)
            if row == 0:
                self.setFocusProxy(entry)
        grid.addWidget(Hint(indicator.guide), len(names), 1, 1, 2)

    def _entry(self, desk: Desk, path: EditPath, name: str) -> Entry:
        entry = Entry()
        entry.setAccessibleName(name)
        entry.setPlaceholderText(State.BLANK.value)
        entry.setFixedWidth(_WIDTH)
        Binding(desk, path, entry).refresh()
        return entry
