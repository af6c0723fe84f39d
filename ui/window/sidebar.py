"""What stands at the side of the wizard: the rail, and below it what changes the whole draft."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit import SlimButton, dress, push_button, theme
from ui.window.page_list import LastPages, PageList, list_width
from ui.window.page_rows import last_rows, rows_of
from ui.window.rail import Rail
from ui.window.tools import Tools
from unionapp.draft import Part
from unionapp.figures import Page

_LOWEST = 36
"""Pixels of the rail on the lowest screens: a row, and that it can be scrolled."""

_ADD, _ADD_SHORT = "＋ 加一章", "＋ 章"


class Side(QWidget):
    """The rail, a button that adds a section, the last pages, undo and redo with their names."""

    page_wanted = Signal(str)
    """The id of a page to turn to."""
    section_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail()
        self.rail.setMinimumHeight(_LOWEST)
        self.add = push_button(_ADD, self.section_wanted.emit)
        self.add.setAccessibleName("加一章")
        self.add.setToolTip("在打开的这一章后面加一章")
        self.last = LastPages()
        self.undo = _step("撤销", self.undo_wanted)
        self.redo = _step("恢复", self.redo_wanted)
        self.tools = Tools()
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo)
        buttons.addWidget(self.redo)
        column = self._column = QVBoxLayout(self)
        column.addWidget(self.rail, 1)
        column.addWidget(self.add)
        column.addWidget(self.last)
        column.addLayout(buttons)
        column.addWidget(self.tools)
        self._join_lists()
        self.set_narrow(narrow=False)

    def show_pages(self, pages: Sequence[Page], parts: Sequence[Part]) -> None:
        """Show how the pages stand, and in their places the sections that are not written."""
        self.rail.show_rows(rows_of(pages, parts))
        self.last.show_rows(last_rows(pages))

    def mark(self, page_id: str) -> None:
        """Mark the page that is open."""
        for each in (self.rail, self.last):
            each.mark(page_id)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less of a small screen, or the usual room again."""
        for each in (self.rail, self.last):
            each.set_narrow(narrow=narrow)
        self.tools.set_narrow(narrow=narrow)
        self.add.setText(_ADD_SHORT if narrow else _ADD)
        air = theme.INSIDE // (2 if narrow else 1)
        self._column.setContentsMargins(theme.INSIDE, air, 0, air)
        self._column.setSpacing(air // 2)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that the buttons would undo and redo; without a name there is none."""
        for button, name in ((self.undo, undo), (self.redo, redo)):
            told = f"{button.text()}：{name}" if name else button.text()
            button.setEnabled(bool(name))
            button.setToolTip(told)
            button.setAccessibleName(told)

    def _join_lists(self) -> None:
        """One walks from one list into the other by the arrows, as if they were one."""
        for each, other, way in ((self.rail, self.last, 1), (self.last, self.rail, -1)):
            each.chosen.connect(self.page_wanted)
            each.passed.connect(partial(_enter, other, way))


def _enter(other: PageList, way: int, step: int) -> None:
    if step == way:
        other.enter(step)


def usual_width() -> int:
    """Pixels of the side of the wizard with the rail's headings."""
    return list_width(narrow=False) + 2 * theme.INSIDE


def _step(words: str, wanted: SignalInstance) -> SlimButton:
    """A button that two of fit under the narrow rail."""
    button = SlimButton(words)
    dress(button)
    button.clicked.connect(lambda _checked=False: wanted.emit())
    return button
