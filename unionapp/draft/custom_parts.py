"""What the secretary adds to an outline and takes away again, each as the changes of one step."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.draft.outline import PERSONAL_UNITS, SECTIONS
from unionapp.draft.outline_edits import Changes, items, own_rows, put, sections
from unionapp.template import Personal
from unionapp.values import Kind, Typed

UNKNOWN = "××"
"""What stands in a text for a figure that was taken away before it was filled in."""

_OWN = re.compile(r"\bown_([0-9]+)\b")
_PLACE = re.compile(r"\{(own_[0-9]+)\}")
_DECLARING = frozenset(
    {Slot.OWN_SECTION, Slot.OWN_ITEM, Slot.OWN_INDICATORS, Slot.OWN_COLUMNS, Slot.NARRATIVE}
)
"""The slots whose content may name an own id."""


Printed: TypeAlias = Callable[[str], str]
"""Gives the words of an indicator's figure as they are printed; none where it is blank."""


class Added(NamedTuple):
    """The id of what was added, and the changes that add it."""

    id: str
    changes: Changes


class Wanted(NamedTuple):
    """An own indicator, or a column of an own table, before it has an id."""

    name: str
    kind: Kind = Kind.TEXT
    unit: str = ""
    personal: Personal = Personal.NOT

    @property
    def kept_unit(self) -> str:
        """What is kept in the place of its unit."""
        return PERSONAL_UNITS.get(self.personal, self.unit.strip())


def add_section(draft: Draft, title: str, after: str = "") -> Added:
    """A section after another one, or at the end, with one item to write in."""
    section, item = fresh_ids(draft, 2)
    ids = _with(section, after, [part.id for part in sections(draft)])
    return Added(
        section,
        (
            put(Slot.OWN_SECTION, section, title),
            put(Slot.OWN_ITEM, item, (section, title)),
            put(Slot.ORDER, SECTIONS, ids),
        ),
    )


def add_item(draft: Draft, section: str, title: str, after: str = "") -> Added:
    """An item after another one of the section, or at its end."""
    (item,) = fresh_ids(draft, 1)
    ids = _with(item, after, [part.id for part in items(draft, section)])
    return Added(
        item,
        (put(Slot.OWN_ITEM, item, (section, title)), put(Slot.ORDER, section, ids)),
    )


def add_indicator(draft: Draft, item: str, wanted: Wanted, columns: Iterable[Wanted] = ()) -> Added:
    """An indicator at the end of an item; a table has columns."""
    new = tuple(columns)
    indicator, *column_ids = fresh_ids(draft, 1 + len(new))
    rows = (*_rows_of(draft, item), _row(indicator, wanted))
    added = put(Slot.OWN_INDICATORS, item, rows)
    if not new:
        return Added(indicator, (added,))
    columns_ = tuple(map(_row, column_ids, new))
    return Added(indicator, (added, put(Slot.OWN_COLUMNS, indicator, columns_)))


def own_indicators(draft: Draft) -> frozenset[str]:
    """The ids of the indicators that the secretary added."""
    return frozenset(row[0] for _, row in own_rows(draft))


def remove(draft: Draft, id_: str, printed: Printed) -> Changes:
    """Take an own section, item or indicator away with all that it holds.

    Its answers stay in the history only. A text that shows one of its figures keeps the words
    that the figure had.
    """
    gone = _held_by(draft, id_)
    answers = sorted(draft.answers.items(), key=lambda answer: answer[0].slot not in _DECLARING)
    changes = (_without(printed, gone, path, typed) for path, typed in answers)
    return tuple(change for change in changes if change is not None)


def _held_by(draft: Draft, id_: str) -> frozenset[str]:
    """The id itself and all ids under it."""
    held = {id_, *(part.id for part in items(draft, id_))}
    held |= {row[0] for path, row in own_rows(draft) if path.id in held}
    return frozenset(held)


def _without(printed: Printed, gone: frozenset[str], path: EditPath, typed: Typed) -> Change | None:
    """What becomes of an answer; nothing if it has to do with none that are gone."""
    if path.id in gone:
        return Change(path, None)
    left = typed
    if path.slot in (Slot.OWN_INDICATORS, Slot.ORDER) and isinstance(typed, tuple):
        left = tuple(each for each in typed if _id_of(each) not in gone)  # type: ignore[assignment]
    elif path.slot is Slot.NARRATIVE and isinstance(typed, str):
        left = _reworded(printed, gone, typed)
    return Change(path, left or None) if left != typed else None


def _id_of(entry: str | tuple[str, ...]) -> str:
    """The id in an order, or at the head of an indicator's row."""
    return entry if isinstance(entry, str) else entry[0]


def _reworded(printed: Printed, gone: frozenset[str], text: str) -> str:
    """The text with the words of the figures that are gone; one that was blank is marked."""

    def words(match: re.Match[str]) -> str:
        return (printed(match[1]) or UNKNOWN) if match[1] in gone else match[0]

    return _PLACE.sub(words, text)


def _row(id_: str, wanted: Wanted) -> tuple[str, ...]:
    return (id_, wanted.name.strip(), wanted.kind.value, wanted.kept_unit)


def _with(id_: str, after: str, ids: list[str]) -> tuple[str, ...]:
    place = ids.index(after) + 1 if after in ids else len(ids)
    return (*ids[:place], id_, *ids[place:])


def _rows_of(draft: Draft, item: str) -> tuple[tuple[str, ...], ...]:
    return tuple(row for path, row in own_rows(draft) if path.id == item)


def fresh_ids(draft: Draft, how_many: int) -> list[str]:
    """Ids that nothing in the draft bears or names, a text with a figure of old neither."""
    highest = max((int(number) for number in _numbers(draft)), default=0)
    return [f"own_{highest + each}" for each in range(1, how_many + 1)]


def _numbers(draft: Draft) -> Iterator[str]:
    for path, typed in draft.answers.items():
        named = f"{path.id} {typed}" if path.slot in _DECLARING else path.id
        yield from _OWN.findall(named)
