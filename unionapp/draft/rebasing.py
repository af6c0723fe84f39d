"""Changes that were made without knowing of others: on top of those, they take nothing away.

Whatever is added to an outline gets the next free id, so two windows that add something at the same
time choose the same one; and what stands in rows is kept as one answer.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from unionapp.draft.custom_parts import fresh_ids, ids_named
from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.values import Typed

# Ids stand in texts as words of their own.
_WORD = re.compile(r"\w+")

_ADDED = frozenset({Slot.CUSTOM_SECTION, Slot.CUSTOM_ITEM})
_ROWS = frozenset({Slot.CUSTOM_INDICATORS, Slot.CUSTOM_COLUMNS})

Seen = Mapping[EditPath, "Typed | None"]


def rebased(changes: Sequence[Change], seen: Seen, found: Draft) -> list[Change]:
    """Return changes as they are made on top of a draft that has gone on meanwhile.

    Args:
        changes: What was changed.
        seen: What stood in those places for whoever changed it.
        found: The draft as it stands now.
    """
    new = set(_added(changes, seen))
    ids = sorted(new & ids_named(found))
    fresh = fresh_ids(found, len(ids), beside=new)
    names = dict(zip(ids, fresh, strict=True))
    return [_with_rows_of_others(_renamed(change, names), seen, found) for change in changes]


def _added(changes: Iterable[Change], seen: Seen) -> Iterable[str]:
    """The ids that something added here has got."""
    for path, typed in changes:
        before = seen.get(path)
        if path.slot in _ADDED and before is None:
            yield path.id
        elif path.slot in _ROWS:
            yield from _ids(typed) - _ids(before)


def _renamed(change: Change, names: Mapping[str, str]) -> Change:
    if not names:
        return change
    path = change.path._replace(id=names.get(change.path.id, change.path.id))
    return Change(path, _with_names(change.typed, names))


def _with_names(typed: Typed | None, names: Mapping[str, str]) -> "Typed | None":
    if typed is None:
        return None
    if isinstance(typed, tuple):
        return cast("Typed", tuple(_with_names(each, names) for each in typed))
    return _WORD.sub(lambda word: names.get(word[0], word[0]), typed)


def _with_rows_of_others(change: Change, seen: Seen, found: Draft) -> Change:
    """Keep the rows that another window has added meanwhile."""
    path, typed = change
    known = _ids(typed) | _ids(seen.get(path))
    others = [row for row in _rows(found.answers.get(path)) if row[0] not in known]
    if path.slot not in _ROWS or not others:
        return change
    return Change(path, (*_rows(typed), *others))


def _ids(typed: Typed | None) -> set[str]:
    return {row[0] for row in _rows(typed)}


def _rows(typed: Typed | None) -> tuple[tuple[str, ...], ...]:
    rows = typed if isinstance(typed, tuple) else ()
    return tuple(row for row in rows if isinstance(row, tuple) and row)
