"""The chain of a draft's edits, by which it shows that the file is as it was written.

Each edit bears a chain: a digest of all that it says itself, then one over that and the chain of
the edit before it; the first one's goes over the draft and its template. The draft bears the chain
of its last edit. What was changed, moved or lost in the file, by nobody's will, so shows when it is
read, and an edit by which others are missing still tells whether it is as it was written.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:  # a list of drafts needs no edits
    from unionapp.draft import Edit

# Bytes of a digest that are kept: nobody forges drafts, and no two are alike by chance.
_DIGEST_SIZE = 8

# The columns of an edit but the draft and the chain: seq, step, action, path, typed, author, at.
Columns: TypeAlias = tuple[int, int, str, str, str, str, str]


class SpoiledError(Exception):
    """What stands in the file is not what was written; it never leaves the room of SQLite."""


class Tip(NamedTuple):
    """The last edit of a draft: its seq, its time and its chain."""

    seq: int
    at: str
    chain: bytes


def digest_of(source: str) -> str:
    """Return the digest by which a template is known."""
    return sha256(source.encode()).hexdigest()


def beginning(draft: str, template: str) -> bytes:
    """Return the chain before the first edit of a draft; `template` is the digest of its own."""
    return _digest(f"{draft} {template}".encode())


def link(before: bytes, columns: Columns) -> bytes:
    """Return the chain of an edit after the chain `before`."""
    own = _own(columns)
    return own + _digest(before + own)


def bears_out(chain: bytes, columns: Columns) -> bool:
    """Tell whether an edit says what it said when it got its chain, whatever was before it."""
    return chain.startswith(_own(columns))


def _own(columns: Columns) -> bytes:
    """The digest of an edit by itself.

    The length of each text stands before all of them, so no two edits are told alike.
    """
    seq, step, action, path, typed, author, at = columns
    told = (
        f"{seq} {step} {len(action)} {len(path)} {len(typed)} {len(author)} {len(at)} "
        f"{action}{path}{typed}{author}{at}"
    )
    return _digest(told.encode())


def columns_of(edit: "Edit") -> Columns:
    """Return an edit as it stands in the file."""
    typed = json.dumps(edit.change.typed, ensure_ascii=False)
    path = str(edit.change.path)
    return (edit.seq, edit.step, str(edit.action), path, typed, edit.by, edit.at)


def follow(tip: Tip, edits: "Iterable[Edit]") -> tuple[list[tuple[str | int | bytes, ...]], Tip]:
    """Return edits that follow on a tip as they stand in the file, each with its chain.

    Returns:
        All their columns but the draft, and the new tip.
    """
    rows: list[tuple[str | int | bytes, ...]] = []
    for edit in edits:
        columns = columns_of(edit)
        tip = Tip(edit.seq, edit.at, link(tip.chain, columns))
        rows.append((*columns, tip.chain))
    return rows, tip


def _digest(told: bytes) -> bytes:
    return sha256(told).digest()[:_DIGEST_SIZE]
