"""The note of an indicator: made once there is one, or when it is asked for."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.entry import Entry
from ui.editors.keys import PASSED_OVER
from ui.look import HINT_SIZE, set_size
from unionapp.draft import EditPath, Room
from unionapp.template import Indicator


class Note(QWidget):
    """A line for a remark of the secretary's own; the sheet of figures prints it."""

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__()
        self.entry = Entry()
        self.entry.setAccessibleName(f"{indicator.name}的备注")
        self.entry.setPlaceholderText("备注，随统计表存档")
        self.entry.setProperty(PASSED_OVER, True)  # noqa: FBT003 - Qt's property
        label = QLabel("备注")
        set_size(label, HINT_SIZE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.entry, 1)
        Binding(desk, EditPath(Room.NOTE, indicator.id), self.entry).refresh()
        self.setFocusProxy(self.entry)
