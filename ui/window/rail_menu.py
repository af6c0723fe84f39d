"""The outline of the sections, edited in the rail: its menu, its keys and what is dropped."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from ui.kit import Action, menu_of
from ui.section.outline import OutlineActions
from ui.window.sidebar import Side
from unionapp.draft import Part


class RailMenu(QObject):
    """Does what is asked for in the rail."""

    title_wanted = Signal(str)
    """The id of a section whose heading is to be written on its page."""

    def __init__(self, side: Side, outline: OutlineActions) -> None:
        super().__init__(side)
        self._rail = side.rail
        self._outline = outline
        self._rail.menu_wanted.connect(self._open)
        self._rail.move_wanted.connect(outline.move)
        self._rail.dropped.connect(outline.move_to)
        self._rail.rename_wanted.connect(self._rename)
        side.section_wanted.connect(lambda: self._add_after(self._rail.open_page))

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
