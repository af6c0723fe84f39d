"""What may be done to the outline of a draft from the rail and from the pages, as edits."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.kit import WindowAction, shortcut_of
from ui.words import say
from unionapp.draft import (
    Added,
    Changes,
    CustomIndicator,
    Draft,
    EditPath,
    Part,
    Slot,
    custom_parts,
    outline_edits,
)

# What something added is called until it is given a name.
NEW_SECTION = say("新的一章")
NEW_ITEM = say("新的一条")


class Renaming:
    """The heading of a section or item while it is written, saved like anything that is typed.

    What is called like it when one begins is renamed with it, and nothing else is on the way.
    """

    def __init__(self, id_: str, desk: Desk) -> None:
        self._desk = desk
        self._path = EditPath(Slot.TITLE, id_)
        self._ids = outline_edits.called_alike(desk.figures.draft, id_)
        self._before = str(desk.answer(self._path) or "")
        self._words = ""
        # Whether a change of the heading is this one.
        self.is_saving = False

    def hold(self, words: str, widget: QWidget) -> None:
        """Take what is typed so far, to be saved when typing pauses or it is time."""
        self._words = words
        self._desk.hold(self._path, self._save, widget)

    def finish(self, words: str) -> None:
        """Save the heading as it is to be; empty, it is as it was at first."""
        self._words = words
        self._desk.let_go(self._path)
        if words != (self._desk.answer(self._path) or ""):
            self._save()

    def withdraw(self) -> None:
        """Give the heading back that stood there before."""
        self.finish(self._before)

    def _save(self) -> None:
        self.is_saving = True
        self._desk.put_all([*outline_edits.retitle(self._ids, self._words)])
        self.is_saving = False


class OutlineActions:
    """Changes to the outline, one method each; each is one step that undo takes back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def draft(self) -> Draft:
        """The draft as it is now."""
        return self._desk.figures.draft

    def part(self, id_: str) -> Part | None:
        """Return a section or item as it is now, one that is switched off too."""
        parts = outline_edits.siblings(self.draft, id_)
        return next((part for part in parts if part.id == id_), None)

    def can_move(self, id_: str, direction: int) -> bool:
        """Tell whether there is something to move past."""
        return bool(outline_edits.move(self.draft, id_, direction))

    def renaming(self, id_: str) -> Renaming:
        """Begin to give a section or item another heading."""
        return Renaming(id_, self._desk)

    def move(self, id_: str, direction: int) -> None:
        """Move a section or item one up (-1) or down (1)."""
        self._put(outline_edits.move(self.draft, id_, direction))

    def move_to(self, id_: str, place: int) -> None:
        """Move a section or item to a place among those that can be moved."""
        self._put(outline_edits.move_to(self.draft, id_, place))

    def switch_off(self, id_: str) -> None:
        """Leave a section or item out."""
        title = self._title(id_)
        self._put(outline_edits.switch_off(id_))
        self._desk.noticed.emit(say("不写“{title}”，已填的内容都留着", title=title))

    def switch_on(self, id_: str) -> None:
        """Write a section or item again."""
        self._put(outline_edits.switch_on(id_))

    def add_section(self, after: str) -> str:
        """Add a section after another, and return its id."""
        return self._add(custom_parts.add_section(self.draft, NEW_SECTION, after))

    def add_item(self, section: str, after: str = "") -> str:
        """Add an item to a section, and return its id."""
        return self._add(custom_parts.add_item(self.draft, section, NEW_ITEM, after))

    def add_indicator(
        self, item: str, wanted: CustomIndicator, columns: Iterable[CustomIndicator]
    ) -> str:
        """Add an indicator to an item, and return its id."""
        return self._add(custom_parts.add_indicator(self.draft, item, wanted, columns))

    def set_unit(self, indicator: str, unit: str) -> None:
        """Give an indicator another unit."""
        self._put(outline_edits.set_unit(self.draft, indicator, unit))

    def change_indicator(self, wanted: CustomIndicator, columns: Iterable[CustomIndicator]) -> None:
        """Make a custom indicator as it is wanted now."""
        self._put(custom_parts.change_indicator(self.draft, wanted, columns))

    def remove(self, id_: str) -> None:
        """Remove something that the secretary added."""
        title = self._title(id_)
        self._put(custom_parts.remove(self._desk.figures.draft, id_, self._desk.figures.printed))
        undo = shortcut_of(WindowAction.UNDO).label
        self._desk.noticed.emit(say("已删去“{title}”，按 {undo} 可以恢复", title=title, undo=undo))

    def _title(self, id_: str) -> str:
        part = self.part(id_)
        return part.title if part else self._desk.figures.name(id_)

    def _add(self, added: Added) -> str:
        self._put(added.changes)
        return added.id

    def _put(self, changes: Changes) -> None:
        if changes:
            self._desk.put_all(list(changes))
