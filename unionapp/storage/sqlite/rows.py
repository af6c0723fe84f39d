"""The edits of a draft, read from an opened file; loaded when one is opened, not with the list.

Whatever stands there gives edits as they were written or a `SpoiledError`; a file that can't be
read at all gives a `sqlite3.Error`.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from msgspec.json import Decoder

from unionapp.draft import BEGINNING, Action, Change, Edit, EditPath
from unionapp.storage.sqlite.chain import Columns, SpoiledError, beginning, link
from unionapp.storage.sqlite.reading import check_counts, listings, template_source, tip_of
from unionapp.values import Typed

_EDITS = """
SELECT seq, step, action, path, typed, author, at, chain FROM edit
WHERE draft = ? AND seq > ? AND seq <= ? ORDER BY seq
"""

_TYPES = (int, int, str, str, str, str, str)
_ACTIONS = {str(action): action for action in Action}

_decode = Decoder(str | tuple[str | tuple[str, ...], ...] | None).decode


def edits_of(
    connection: sqlite3.Connection, draft: str, after: int = 0, until: int | None = None
) -> tuple[Edit, ...]:
    """Return edits of a draft, if their chain is whole; none if there is no such draft.

    The caller sees to it that all is read of one moment.

    Args:
        connection: The file.
        draft: Whose.
        after: The seq of the edit after which the first one stands.
        until: The seq of the last one; of the newest one without it.
    """
    tip = tip_of(connection, draft)
    if tip is None:
        return ()
    last = tip.seq if until is None else min(until, tip.seq)
    if 0 < after >= last:
        return ()
    before = _chain_at(connection, draft, after)
    end = tip.chain if last == tip.seq else _chain_at(connection, draft, last)
    found = tuple(chained(before, connection.execute(_EDITS, (draft, after, last)), end))
    if len(found) != last - after:
        raise SpoiledError
    return found


def _chain_at(connection: sqlite3.Connection, draft: str, seq: int) -> bytes:
    """The chain of an edit, or that before the first one."""
    if seq == 0:
        template = "SELECT template FROM draft WHERE id = ?"
        return beginning(draft, connection.execute(template, (draft,)).fetchone()[0])
    statement = "SELECT chain FROM edit WHERE draft = ? AND seq = ?"
    match connection.execute(statement, (draft, seq)).fetchone():
        case (bytes(chain),):
            return chain
    raise SpoiledError


def count_all(connection: sqlite3.Connection) -> tuple[int, int]:
    """Read everything, and return how many drafts there are and how many edits."""
    edits = 0
    drafts = listings(connection)
    for draft in drafts:
        template_source(connection, draft.id)
        edits += len(edits_of(connection, draft.id))
    check_counts(connection)
    return len(drafts), edits


def edit_of(columns: tuple[object, ...]) -> Edit:
    """Return an edit from what stands in the file; raises `SpoiledError` whatever that is."""
    if tuple(map(type, columns)) != _TYPES:
        raise SpoiledError
    seq, step, action, path, typed, author, at = cast("Columns", columns)
    if action not in _ACTIONS or not BEGINNING <= step <= seq:
        raise SpoiledError
    return Edit(seq, step, _ACTIONS[action], _change(path, typed), author, at)


def chained(before: bytes, rows: Iterable[tuple[object, ...]], end: bytes) -> Iterator[Edit]:
    """Give the edits of rows that bear their chain in the last column.

    Args:
        before: The chain before the first of them.
        rows: As they stand in the file, in order.
        end: The chain of the last one that there must be.

    Raises:
        SpoiledError: at the first that is not as it was written, or does not follow on the one
            before it, and at the end where some are missing.
    """
    for row in rows:
        edit = edit_of(row[:-1])
        before = link(before, cast("Columns", row[:-1]))
        if row[-1] != before:
            raise SpoiledError
        yield edit
    if before != end:
        raise SpoiledError


def _change(path: str, typed: str) -> Change:
    try:
        return Change(_path(path), cast("Typed | None", _decode(typed)))
    except (ValueError, RecursionError) as error:
        raise SpoiledError from error


@cache
def _path(text: str) -> EditPath:
    """A draft has thousands of edits and few places that they go to."""
    path = EditPath.parse(text)
    if str(path) != text:
        raise ValueError(text)
    return path
