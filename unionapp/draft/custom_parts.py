"""What the secretary adds to an outline, changes later and takes away again.

Each function gives the changes of one step, to be saved together.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from unionapp.draft.custom_indicator import CustomIndicator, as_rows, parse_rows
from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.draft.outline import SECTIONS
from unionapp.draft.outline_edits import (
    Changes,
    custom_indicators,
    items,
    put,
    replace_indicator,
    sections,
)
from unionapp.values import Kind, Typed

# What stands in a text for a figure that was taken away before it was filled in.
UNKNOWN = "××"

_CUSTOM_ID = re.compile(r"\bcustom_([0-9]+)\b")
_PLACE = re.compile(r"\{(custom_[0-9]+)\}")

# The slots whose content may name the id of something that was added.
_DECLARING = frozenset(
    {
        Slot.CUSTOM_SECTION,
        Slot.CUSTOM_ITEM,
        Slot.CUSTOM_INDICATORS,
        Slot.CUSTOM_COLUMNS,
        Slot.NARRATIVE,
    }
)
_ANSWERED = (Slot.VALUE, Slot.PREVIOUS)

# Gives the words of an indicator's figure as they are printed; none where it is blank.
Printed: TypeAlias = Callable[[str], str]


class Added(NamedTuple):
    """The id of what was added, and the changes that add it."""

    id: str
    changes: Changes


def add_section(draft: Draft, title: str, after: str = "") -> Added:
    """Add a section after another one, or at the end, with one item to write in."""
    section, item = fresh_ids(draft, 2)
    ids = _with(section, after, [part.id for part in sections(draft)])
    return Added(
        section,
        (
            put(Slot.CUSTOM_SECTION, section, title),
            put(Slot.CUSTOM_ITEM, item, (section, title)),
            put(Slot.ORDER, SECTIONS, ids),
        ),
    )


def add_item(draft: Draft, section: str, title: str, after: str = "") -> Added:
    """Add an item after another one of the section, or at its end."""
    (item,) = fresh_ids(draft, 1)
    ids = _with(item, after, [part.id for part in items(draft, section)])
    return Added(
        item,
        (put(Slot.CUSTOM_ITEM, item, (section, title)), put(Slot.ORDER, section, ids)),
    )


def add_indicator(
    draft: Draft, item: str, wanted: CustomIndicator, columns: Iterable[CustomIndicator] = ()
) -> Added:
    """Add an indicator at the end of an item; a table has columns."""
    new = tuple(columns)
    id_, *column_ids = fresh_ids(draft, 1 + len(new))
    before = parse_rows(draft.typed(Slot.CUSTOM_INDICATORS, item))
    added = put(Slot.CUSTOM_INDICATORS, item, as_rows((*before, replace(wanted, id=id_))))
    if not new:
        return Added(id_, (added,))
    heads = map(_with_id, new, column_ids)
    return Added(id_, (added, put(Slot.CUSTOM_COLUMNS, id_, as_rows(heads))))


def change_indicator(
    draft: Draft, wanted: CustomIndicator, columns: Iterable[CustomIndicator] = ()
) -> Changes:
    """Make the custom indicator of this id as it is wanted; nothing if there is none.

    A kind stays while there is an answer, and so does a column in which something stands: the
    form that asks does not offer to change them. A new column has no id yet.
    """
    before = custom_indicators(draft).get(wanted.id)
    if before is None or not wanted.name.strip():
        return ()
    kind = before.kind if is_answered(draft, wanted.id) else wanted.kind
    changed = replace_indicator(draft, replace(wanted, kind=kind))
    if kind is Kind.TABLE:
        return (*changed, *_changed_columns(draft, wanted.id, tuple(columns)))
    was_table = before.kind is Kind.TABLE
    return (*changed, put(Slot.CUSTOM_COLUMNS, wanted.id, None)) if was_table else changed


def is_answered(draft: Draft, indicator: str) -> bool:
    """Tell whether something was typed for an indicator, so that its kind must stay."""
    return any(EditPath(slot, indicator) in draft.answers for slot in _ANSWERED)


def filled_columns(draft: Draft, table: str) -> frozenset[str]:
    """Return the ids of the columns of a custom table in which something stands."""
    cells = _cells(draft, table)
    ids = enumerate(_column_ids(draft, table))
    return frozenset(
        id_ for at, id_ in ids if any(at < len(row) and row[at].strip() for row in cells)
    )


def remove(draft: Draft, id_: str, printed: Printed) -> Changes:
    """Take a custom section, item or indicator away with all that it holds.

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
    kept = [parse_rows(draft.typed(Slot.CUSTOM_INDICATORS, item)) for item in held]
    held.update(each.id for indicators in kept for each in indicators)
    return frozenset(held)


def _without(printed: Printed, gone: frozenset[str], path: EditPath, typed: Typed) -> Change | None:
    """What becomes of an answer; nothing if it has to do with none that are gone."""
    if path.id in gone:
        return Change(path, None)
    left = typed
    if path.slot in (Slot.CUSTOM_INDICATORS, Slot.ORDER) and isinstance(typed, tuple):
        left = tuple(each for each in typed if _id_of(each) not in gone)  # type: ignore[assignment]
    elif path.slot is Slot.NARRATIVE and isinstance(typed, str):
        left = _reworded(printed, gone, typed)
    return Change(path, left or None) if left != typed else None


def _id_of(entry: str | tuple[str, ...]) -> str:
    """The id in an order, or at the head of a row; a row from elsewhere may be empty."""
    return entry if isinstance(entry, str) else next(iter(entry), "")


def _reworded(printed: Printed, gone: frozenset[str], text: str) -> str:
    """The text with the words of the figures that are gone; one that was blank is marked."""

    def words(match: re.Match[str]) -> str:
        return (printed(match[1]) or UNKNOWN) if match[1] in gone else match[0]

    return _PLACE.sub(words, text)


def _with_id(indicator: CustomIndicator, id_: str) -> CustomIndicator:
    return replace(indicator, id=id_)


def _with(id_: str, after: str, ids: list[str]) -> tuple[str, ...]:
    place = ids.index(after) + 1 if after in ids else len(ids)
    return (*ids[:place], id_, *ids[place:])


def ids_named(draft: Draft) -> set[str]:
    """Return the ids of what was added that anything in the draft bears or names."""
    return {f"custom_{number}" for number in _numbers(draft)}


def fresh_ids(draft: Draft, how_many: int, beside: Iterable[str] = ()) -> list[str]:
    """Return ids that nothing in the draft bears or names, a text with a figure of old neither.

    None of them is one of those `beside` it.
    """
    others = (number for id_ in beside for number in _CUSTOM_ID.findall(id_))
    highest = max((int(number) for number in (*_numbers(draft), *others)), default=0)
    return [f"custom_{highest + each}" for each in range(1, how_many + 1)]


def _numbers(draft: Draft) -> Iterator[str]:
    for path, typed in draft.answers.items():
        named = f"{path.id} {typed}" if path.slot in _DECLARING else path.id
        yield from _CUSTOM_ID.findall(named)


def _changed_columns(draft: Draft, table: str, columns: tuple[CustomIndicator, ...]) -> Changes:
    """The columns, and the rows without the cells of those that are gone."""
    before, filled = _column_ids(draft, table), filled_columns(draft, table)
    if not columns or filled - {column.id for column in columns}:
        return ()
    new = iter(fresh_ids(draft, len(columns)))
    heads = (column if column.id else replace(column, id=next(new)) for column in columns)
    changes: Changes = (put(Slot.CUSTOM_COLUMNS, table, as_rows(heads)),)
    kept = [before.index(column.id) if column.id in before else -1 for column in columns]
    cells = _cells(draft, table)
    moved = tuple(tuple(row[at] if 0 <= at < len(row) else "" for at in kept) for row in cells)
    return (*changes, put(Slot.VALUE, table, moved)) if moved else changes


def _column_ids(draft: Draft, table: str) -> list[str]:
    return [column.id for column in parse_rows(draft.typed(Slot.CUSTOM_COLUMNS, table))]


def _cells(draft: Draft, table: str) -> tuple[tuple[str, ...], ...]:
    """The rows as they were typed; a state that stands for the whole table has none."""
    typed = draft.typed(Slot.VALUE, table)
    rows = typed if isinstance(typed, tuple) else ()
    return tuple(row for row in rows if isinstance(row, tuple))
