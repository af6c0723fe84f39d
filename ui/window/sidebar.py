"""What stands at the side of a draft's window: how much is filled in, the rail, its menu."""

from collections.abc import Iterator, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.kit import Action, Ground, Progress, hint_label, menu_of, set_tip, tool_button
from ui.look import Colour, Icon, scaled, tokens
from ui.section.outline import OutlineActions
from ui.window.page_list import LastPages, PageList
from ui.window.page_rows import last_rows, rows_of
from ui.window.rail import Rail
from ui.words import say
from unionapp.draft import Part
from unionapp.figures import Page

# Pixels of the rail on the lowest screens: a row, and that it can be scrolled.
_LOWEST = 36

_ADD = say("加一章")


class Sidebar(Ground):
    """How much is filled in, the rail, the way to add a section, and the last pages."""

    # The id of a page to turn to.
    page_wanted = Signal(str)

    section_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(Colour.RAIL, Qt.Edge.RightEdge)
        self._percent = 0
        self.filled, self.missing = hint_label(), hint_label()
        self.progress = Progress()
        self.rail = Rail()
        self.rail.setMinimumHeight(_LOWEST)
        self.add = tool_button(_ADD, self.section_wanted.emit, icon=Icon.PLUS, name=_ADD)
        set_tip(self.add, say("在打开的这一章后面加一章"))
        self.last = LastPages()
        self._lay_out()
        self._join_lists()
        self.set_narrow(narrow=False)

    def show_pages(self, pages: Sequence[Page], parts: Sequence[Part]) -> None:
        """Show how the pages stand, and in their places the sections that are not written."""
        self.rail.show_rows(rows_of(pages, parts))
        self.last.show_rows(last_rows(pages))

    def show_progress(self, filled: int, asked: int) -> None:
        """Show how much of what is asked is filled in, and how much is not."""
        self._percent = filled * 100 // asked if asked else 0
        self._tell_percent()
        self.missing.setText(
            say("还差{count}项", count=asked - filled) if filled < asked else say("都填好了")
        )
        self.progress.show_share(filled / asked if asked else 0.0)

    def mark(self, page_id: str) -> None:
        """Mark the page that is open."""
        for each in (self.rail, self.last):
            each.mark(page_id)

    def set_narrow(self, *, narrow: bool) -> None:
        """Take less of a small screen, or the usual room again."""
        for each in (self.rail, self.last):
            each.set_narrow(narrow=narrow)
        self.add.setText("" if narrow else _ADD)
        side = tokens.HAIR if narrow else tokens.GROUP
        self._head.setContentsMargins(side, 0, side, tokens.HAIR)
        self.missing.setVisible(not narrow)
        self._tell_percent()
        self.setFixedWidth(scaled(tokens.NARROW_RAIL_WIDTH if narrow else tokens.RAIL_WIDTH))

    def sizeHint(self) -> QSize:
        """Return the width that the rail has now."""
        return QSize(self.minimumWidth(), super().sizeHint().height())

    def _tell_percent(self) -> None:
        """Tell how much is filled in, by the number alone where there is no room for words."""
        words = say("已填{percent}%", percent=self._percent)
        self.filled.setText(f"{self._percent}%" if self.missing.isHidden() else words)
        self.filled.setAccessibleName(words)

    def _lay_out(self) -> None:
        told = QHBoxLayout()
        told.addWidget(self.filled, 1)
        told.addWidget(self.missing)
        head = self._head = QVBoxLayout()
        head.setSpacing(tokens.HAIR)
        head.addLayout(told)
        head.addWidget(self.progress)
        line = Ground(Colour.LINE)
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(tokens.INSIDE, tokens.GROUP, tokens.INSIDE, tokens.INSIDE)
        column.setSpacing(tokens.HAIR)
        column.addLayout(head)
        column.addWidget(self.rail, 1)
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(line)
        column.addWidget(self.last)

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
        menu.setAccessibleName(say("这一章"))
        menu.popup(place)
        menu.setActiveAction(menu.actions()[0])

    def _actions(self, id_: str) -> Iterator[Action]:
        part = self._outline.part(id_)
        if part is not None:
            yield from self._actions_of(part)
        yield (say("加一章"), lambda: self._add_after(id_))
        if part is not None and part.custom:
            yield (say("删去这一章"), lambda: self._outline.remove(id_))

    def _actions_of(self, part: Part) -> Iterator[Action]:
        if part.off:
            yield (say("重新写这一章"), lambda: self._outline.switch_on(part.id))
            return
        if not part.fixed:
            yield (say("改标题\tF2"), lambda: self._rename(part.id))
        for words, direction in ((say("上移\tAlt+↑"), -1), (say("下移\tAlt+↓"), 1)):
            if self._outline.can_move(part.id, direction):
                yield (words, partial(self._outline.move, part.id, direction))
        yield (say("不写这一章"), lambda: self._outline.switch_off(part.id))

    def _rename(self, id_: str) -> None:
        part = self._outline.part(id_)
        if part is not None and not part.off and not part.fixed:
            self.title_wanted.emit(id_)

    def _add_after(self, id_: str) -> None:
        self.title_wanted.emit(self._outline.add_section(id_))


def _enter(other: PageList, way: int, step: int) -> None:
    if step == way:
        other.enter(step)
