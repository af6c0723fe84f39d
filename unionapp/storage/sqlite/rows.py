"""Edits as rows of the store; loaded when a draft is opened, not with the list of drafts."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import cast

from msgspec.json import Decoder

from unionapp.draft import Action, Change, Edit, EditPath
from unionapp.values import Typed

_decode = Decoder(str | tuple[str | tuple[str, ...], ...] | None).decode


def edits_of(rows: Iterable[tuple[int, int, str, str, str, str, str]]) -> Iterator[Edit]:
    """Return the edits as they were stored."""
    for seq, step, action, path, typed, author, at in rows:
        change = Change(_path(path), cast("Typed | None", _decode(typed)))
        yield Edit(seq, step, Action(action), change, author, at)


@cache
def _path(text: str) -> EditPath:
    """A draft has thousands of edits and few places that they go to."""
    return EditPath.parse(text)
