"""What one action on the outline of a draft changes: rename, switch off, move.

Each function gives the changes of one step, to be saved together; `unionapp.draft.outline` makes
the template from them. Adding and removing is in `unionapp.draft.custom_parts`.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from unionapp.draft.custom_indicator import CustomIndicator, as_rows, parse_rows
from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.draft.outline import SECTIONS, outlined
from unionapp.template import Item, Section, Template
from unionapp.text import ORDINAL
from unionapp.values import Typed

# The changes of one step.
Changes: TypeAlias = tuple[Change, ...]

_ORDINAL = re.compile(ORDINAL)
_ADDING = frozenset({Slot.CUSTOM_SECTION, Slot.CUSTOM_ITEM})


@dataclass(frozen=True, slots=True)
class Part:
    """A section or an item in its place, one that is switched off too.

    `custom` was added by the secretary; `fixed` stays where it is, for it prints no heading.
    """

    id: str
    title: str
    off: bool
    custom: bool
    fixed: bool


def whole(draft: Draft) -> Template:
    """Return the template of what would be asked if nothing were switched off."""
    answers = draft.answers.items()
    return outlined(draft.base, {path: typed for path, typed in answers if _shapes(path)})


def _shapes(path: EditPath) -> bool:
    return path.slot.is_outline and path.slot is not Slot.OFF


def sections(draft: Draft) -> tuple[Part, ...]:
    """Return all sections in order."""
    return tuple(
        _part(draft, section, Slot.CUSTOM_SECTION, fixed=not section.heading)
        for section in whole(draft).sections
    )


def items(draft: Draft, section: str) -> tuple[Part, ...]:
    """Return all items of a section in order; none if there is no such section."""
    found = (each for each in whole(draft).sections if each.id == section)
    return tuple(_part(draft, item, Slot.CUSTOM_ITEM) for each in found for item in each.items)


def siblings(draft: Draft, id_: str) -> tuple[Part, ...]:
    """Return all sections for a section, and for an item all items beside it."""
    home = home_of(draft, id_)
    return sections(draft) if home == SECTIONS else items(draft, home)


def home_of(draft: Draft, id_: str) -> str:
    """Return the id under which the order of a section or item is kept; empty for other ids."""
    template = whole(draft)
    if any(section.id == id_ for section in template.sections):
        return SECTIONS
    homes = (s.id for s in template.sections if any(item.id == id_ for item in s.items))
    return next(homes, "")


def is_custom(draft: Draft, id_: str) -> bool:
    """Tell whether a section or item was added by the secretary."""
    return any(
        EditPath(slot, id_) in draft.answers for slot in (Slot.CUSTOM_SECTION, Slot.CUSTOM_ITEM)
    )


def rename(draft: Draft, id_: str, title: str) -> Changes:
    """Give another heading, without a number pasted with it; an empty one gives the first back.

    A custom item that is called as its section goes on being called so.
    """
    return retitle(called_alike(draft, id_), title)


def called_alike(draft: Draft, id_: str) -> tuple[str, ...]:
    """Return what is renamed with a section or item, itself first: custom items called as it is."""
    return (id_, *_namesakes(draft, id_))


def retitle(ids: Iterable[str], title: str) -> Changes:
    """Give sections or items another heading; an empty one gives each its first back."""
    words = _ORDINAL.sub("", " ".join(title.split()))
    return tuple(put(Slot.TITLE, each, words or None) for each in ids)


def first_title(draft: Draft, id_: str) -> str:
    """Return the heading that a section or item had before it was renamed."""
    answers = {path: typed for path, typed in draft.answers.items() if path.slot in _ADDING}
    template = outlined(draft.base, answers)
    parts: tuple[Section | Item, ...] = (*template.sections, *template.items)
    return next((part.title for part in parts if part.id == id_), "")


def set_unit(draft: Draft, indicator: str, unit: str) -> Changes:
    """Give another unit; an empty one gives the template's own back."""
    if added := custom_indicators(draft).get(indicator):
        return replace_indicator(draft, replace(added, unit=unit))
    return (put(Slot.UNIT, indicator, unit.strip() or None),)


def switch_off(id_: str) -> Changes:
    """Leave a section or item out of the summary; its answers stay."""
    return (put(Slot.OFF, id_, "1"),)


def switch_on(id_: str) -> Changes:
    """Take a section or item into the summary again, where it was."""
    return (put(Slot.OFF, id_, None),)


def move(draft: Draft, id_: str, direction: int) -> Changes:
    """Move past the next one above (-1) or below (1) that is written; nothing if there is none."""
    parts = [part for part in siblings(draft, id_) if not part.fixed]
    ids = [part.id for part in parts]
    if id_ not in ids:
        return ()
    place = ids.index(id_)
    passed = parts[place + 1 :] if direction > 0 else parts[:place][::-1]
    target = next((part.id for part in passed if not part.off), None)
    return move_to(draft, id_, ids.index(target)) if target else ()


def move_to(draft: Draft, id_: str, place: int) -> Changes:
    """Move to a place among those that can be moved, counted from 0; nothing if it is there."""
    parts = siblings(draft, id_)
    movable = [part.id for part in parts if not part.fixed]
    if id_ not in movable:
        return ()
    movable.remove(id_)
    movable.insert(max(place, 0), id_)
    following = iter(movable)
    order = tuple(part.id if part.fixed else next(following) for part in parts)
    if order == tuple(part.id for part in parts):
        return ()
    return (put(Slot.ORDER, home_of(draft, id_), order),)


def put(slot: Slot, id_: str, typed: Typed | None) -> Change:
    """Return the change of one answer."""
    return Change(EditPath(slot, id_), typed)


def custom_indicators(draft: Draft) -> dict[str, CustomIndicator]:
    """Return the indicators that the secretary added, by their ids."""
    added = (parse_rows(typed) for _, typed in _custom_rows(draft))
    return {each.id: each for indicators in added for each in indicators}


def replace_indicator(draft: Draft, indicator: CustomIndicator) -> Changes:
    """Put a custom indicator in the place of the one with its id; nothing if there is none."""
    for path, typed in _custom_rows(draft):
        indicators = parse_rows(typed)
        if any(each.id == indicator.id for each in indicators):
            others = (indicator if each.id == indicator.id else each for each in indicators)
            return (Change(path, as_rows(others)),)
    return ()


def _custom_rows(draft: Draft) -> Iterator[tuple[EditPath, Typed]]:
    """Where custom indicators are kept, and what is kept there."""
    answers = draft.answers.items()
    return (answer for answer in answers if answer[0].slot is Slot.CUSTOM_INDICATORS)


def _part(draft: Draft, part: Section | Item, added: Slot, *, fixed: bool = False) -> Part:
    off = EditPath(Slot.OFF, part.id) in draft.answers
    return Part(part.id, part.title, off, EditPath(added, part.id) in draft.answers, fixed)


def _namesakes(draft: Draft, id_: str) -> tuple[str, ...]:
    """The custom items of a section that are called as it is."""
    return tuple(
        item.id
        for section in whole(draft).sections
        if section.id == id_
        for item in section.items
        if item.title == section.title and is_custom(draft, item.id)
    )
