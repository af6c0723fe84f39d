"""What is changed of an own indicator later: its name, unit and kind, the columns of a table."""

from collections.abc import Iterable
from typing import NamedTuple

from unionapp.draft.custom_parts import Wanted, fresh_ids
from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.draft.outline_edits import Changes, own_rows, put
from unionapp.values import Kind

_ANSWERED = (Slot.VALUE, Slot.PREVIOUS)


class WantedColumn(NamedTuple):
    """A column as it is to be; a new one has no id yet."""

    id: str
    wanted: Wanted


def is_answered(draft: Draft, indicator: str) -> bool:
    """Whether something was typed for it, so that its kind must stay."""
    return any(EditPath(slot, indicator) in draft.answers for slot in _ANSWERED)


def filled_columns(draft: Draft, table: str) -> frozenset[str]:
    """The ids of the columns of an own table in which something stands."""
    cells = _cells(draft, table)
    ids = enumerate(_column_ids(draft, table))
    return frozenset(
        id_ for at, id_ in ids if any(at < len(row) and row[at].strip() for row in cells)
    )


def change_indicator(
    draft: Draft, indicator: str, wanted: Wanted, columns: Iterable[WantedColumn] = ()
) -> Changes:
    """An own indicator as it is wanted; nothing of one that is not own.

    A kind stays while there is an answer, and so does a column in which something stands: the
    form that asks does not offer to change them.
    """
    path, row = next(
        ((path, row) for path, row in own_rows(draft) if row[0] == indicator), (None, ())
    )
    if path is None or not wanted.name.strip():
        return ()
    kind = row[2] if is_answered(draft, indicator) else wanted.kind.value
    changed = (indicator, wanted.name.strip(), kind, wanted.kept_unit)
    rows = tuple(each for each_path, each in own_rows(draft) if each_path == path)
    own = Change(path, tuple(changed if each[0] == indicator else each for each in rows))
    if kind != Kind.TABLE:
        return (own, put(Slot.OWN_COLUMNS, indicator, None)) if row[2] == Kind.TABLE else (own,)
    return (own, *_changed_columns(draft, indicator, tuple(columns)))


def _changed_columns(draft: Draft, table: str, columns: tuple[WantedColumn, ...]) -> Changes:
    """The columns, and the rows without the cells of those that are gone."""
    before, filled = _column_ids(draft, table), filled_columns(draft, table)
    if not columns or filled - {column.id for column in columns}:
        return ()
    new = iter(fresh_ids(draft, len(columns)))
    heads = tuple(_head(column.id or next(new), column.wanted) for column in columns)
    changes: Changes = (put(Slot.OWN_COLUMNS, table, heads),)
    kept = [before.index(column.id) if column.id in before else -1 for column in columns]
    cells = _cells(draft, table)
    moved = tuple(tuple(row[at] if 0 <= at < len(row) else "" for at in kept) for row in cells)
    return (*changes, put(Slot.VALUE, table, moved)) if moved else changes


def _head(id_: str, wanted: Wanted) -> tuple[str, ...]:
    return (id_, wanted.name.strip(), wanted.kind.value, wanted.kept_unit)


def _column_ids(draft: Draft, table: str) -> list[str]:
    typed = draft.typed(Slot.OWN_COLUMNS, table)
    rows = typed if isinstance(typed, tuple) else ()
    return [row[0] for row in rows if isinstance(row, tuple) and row]


def _cells(draft: Draft, table: str) -> tuple[tuple[str, ...], ...]:
    """The rows as they were typed; a state that stands for the whole table has none."""
    typed = draft.typed(Slot.VALUE, table)
    rows = typed if isinstance(typed, tuple) else ()
    return tuple(row for row in rows if isinstance(row, tuple))
