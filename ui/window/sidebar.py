"""What stands at the side of a draft's window: the rail, its menu, undo and redo, the tools."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ui.kit import (
    Action,
    Button,
    WindowAction,
    dress,
    menu_of,
    push_button,
    set_tip,
    shortcut_of,
    tool_button,
)
from ui.look import tokens
from ui.section.outline import OutlineActions
from ui.window.page_list import LastPages, PageList, list_width
from ui.window.page_rows import last_rows, rows_of
from ui.window.rail import Rail
from unionapp.draft import Part
from unionapp.figures import Page

# Pixels of the rail on the lowest screens: a row, and that it can be scrolled.
_LOWEST = 36

_ADD, _ADD_SHORT = "＋ 加一章", "＋ 章"

_TOOLS = (
    ("查找", f"在整份草稿里查找（{shortcut_of(WindowAction.FIND).label}）"),
    ("记录", f"修改记录，回到以前的样子（{shortcut_of(WindowAction.SHOW_HISTORY).label}）"),
    ("设置", "文字大小和颜色"),
    ("帮助", f"这一项怎么填、全部按键、使用手册（{shortcut_of(WindowAction.SHOW_HELP).label}）"),
)


class Tools(QWidget):
    """Four quiet buttons in a row, or two by two where there is little room."""

    find_wanted = Signal()
    history_wanted = Signal()
    settings_wanted = Signal()
    help_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(4)
        wanted = (
            self.find_wanted,
            self.history_wanted,
            self.settings_wanted,
            self.help_wanted,
        )
        self._buttons = [_tool_button(*tool) for tool in _TOOLS]
        for button, signal in zip(self._buttons, wanted, strict=True):
            button.clicked.connect(signal)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less of a small screen, or the usual room again."""
        columns = 2 if narrow else len(self._buttons)
        for at, button in enumerate(self._buttons):
            self._grid.addWidget(button, at // columns, at % columns)


class Sidebar(QWidget):
    """The rail, a button that adds a section, the last pages, undo and redo with their names."""

    # The id of a page to turn to.
    page_wanted = Signal(str)

    section_wanted = Signal()
    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rail = Rail()
        self.rail.setMinimumHeight(_LOWEST)
        self.add = push_button(_ADD, self.section_wanted.emit)
        self.add.setAccessibleName("加一章")
        set_tip(self.add, "在打开的这一章后面加一章")
        self.last = LastPages()
        self.undo = _step_button("撤销", self.undo_wanted)
        self.redo = _step_button("恢复", self.redo_wanted)
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
        air = tokens.INSIDE // (2 if narrow else 1)
        self._column.setContentsMargins(tokens.INSIDE, air, 0, air)
        self._column.setSpacing(air // 2)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that the buttons would undo and redo; without a name there is none."""
        for button, name in ((self.undo, undo), (self.redo, redo)):
            label = f"{button.text()}：{name}" if name else button.text()
            button.setEnabled(bool(name))
            set_tip(button, label)
            button.setAccessibleName(label)

    def _join_lists(self) -> None:
        """Let the arrows lead from one list into the other, as if they were one."""
        for each, other, way in ((self.rail, self.last, 1), (self.last, self.rail, -1)):
            each.chosen.connect(self.page_wanted)
            each.passed.connect(partial(_enter, other, way))


class RailMenu(QObject):
    """The outline as it is changed from the rail: by its menu, its keys, and what is dropped."""

    # The id of a section whose heading is to be written on its page.
    title_wanted = Signal(str)

    def __init__(self, sidebar: Sidebar, outline: OutlineActions) -> None:
        super().__init__(sidebar)
        self._rail = sidebar.rail
        self._outline = outline
        self._rail.menu_wanted.connect(self._open)
        self._rail.move_wanted.connect(outline.move)
        self._rail.dropped.connect(outline.move_to)
        self._rail.rename_wanted.connect(self._rename)
        sidebar.section_wanted.connect(lambda: self._add_after(self._rail.open_page))

    def _open(self, id_: str, place: QPoint) -> None:
        menu = menu_of(tuple(self._actions(id_)), self._rail)
        menu.setAccessibleName("这一章")
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def _actions(self, id_: str) -> Iterator[Action]:
        part = self._outline.part(id_)
        if part is not None:
            yield from self._actions_of(part)
        yield ("加一章", lambda: self._add_after(id_))
        if part is not None and part.custom:
            yield ("删去这一章", lambda: self._outline.remove(id_))

    def _actions_of(self, part: Part) -> Iterator[Action]:
        if part.off:
            yield ("重新写这一章", lambda: self._outline.switch_on(part.id))
            return
        if not part.fixed:
            yield ("改标题\tF2", lambda: self._rename(part.id))
        for words, direction in (("上移\tAlt+↑", -1), ("下移\tAlt+↓", 1)):
            if self._outline.can_move(part.id, direction):
                yield (words, partial(self._outline.move, part.id, direction))
        yield ("不写这一章", lambda: self._outline.switch_off(part.id))

    def _rename(self, id_: str) -> None:
        part = self._outline.part(id_)
        if part is not None and not part.off and not part.fixed:
            self.title_wanted.emit(id_)

    def _add_after(self, id_: str) -> None:
        self.title_wanted.emit(self._outline.add_section(id_))


def usual_sidebar_width() -> int:
    """Return pixels of the side of the wizard with the rail's headings."""
    return list_width(narrow=False) + 2 * tokens.INSIDE


def _enter(other: PageList, way: int, step: int) -> None:
    if step == way:
        other.enter(step)


def _step_button(words: str, wanted: SignalInstance) -> Button:
    """Return a button that two of fit under the narrow rail."""
    button = tool_button(words)
    dress(button)
    button.clicked.connect(lambda _checked=False: wanted.emit())
    return button


def _tool_button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setAutoRaise(True)
    button.setMinimumHeight(tokens.ENTRY_HEIGHT - 4)
    set_tip(button, tip)
    button.setAccessibleName(text)
    return button
