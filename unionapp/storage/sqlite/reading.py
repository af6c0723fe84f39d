"""What the list shows of an opened file of drafts, checked as it is read.

Each function raises `SpoiledError` where something is not as it was written, and `sqlite3.Error`
where the file itself can't be read. The edits are read by `rows`.
"""

import sqlite3
from collections.abc import Sequence

from unionapp.storage.listing import DraftListing, DraftSummary
from unionapp.storage.sqlite.chain import SpoiledError, Tip, digest_of

# What can be counted in a draft, and painted.
_COUNTS = range(2**31)

_LISTINGS = """
SELECT id, kind, unit, year, filled, asked,
    last_at, label, findings, written_at, binned_at, written_seq, last_seq, origin
FROM draft
"""
_NOT_FOUND = """
SELECT COUNT(*) FROM draft AS listed NOT INDEXED
WHERE NOT EXISTS (SELECT 1 FROM draft WHERE draft.id = listed.id)
"""
_LAST_FIRST = "ORDER BY last_at DESC, id"


def listings(
    connection: sqlite3.Connection, which: str = "", *known: str
) -> tuple[DraftListing, ...]:
    """Return what the list shows of the drafts `which` are wanted, the one edited last first."""
    rows = connection.execute(f"{_LISTINGS} {which} {_LAST_FIRST}", known).fetchall()
    return tuple(_listing(row) for row in rows)


def check_counts(connection: sqlite3.Connection) -> None:
    """Make sure that there are as many edits as the drafts know of, and that each draft is found.

    An edit may be without its draft, and the index by which a draft is found may be spoiled.
    """
    counted = "SELECT (SELECT COUNT(*) FROM edit), (SELECT COALESCE(SUM(last_seq), 0) FROM draft)"
    there, known = connection.execute(counted).fetchone()
    if there != known or connection.execute(_NOT_FOUND).fetchone() != (0,):
        raise SpoiledError


def tip_of(connection: sqlite3.Connection, draft: str) -> Tip | None:
    """Return the last edit as the draft knows it; None if there is no such draft."""
    row = connection.execute(
        "SELECT last_seq, last_at, chain FROM draft WHERE id = ?", (draft,)
    ).fetchone()
    match row:
        case (int(seq), str(at), bytes(chain)):
            return Tip(seq, at, chain)
        case None:
            return None
    raise SpoiledError


def template_source(connection: sqlite3.Connection, draft: str) -> str | None:
    """Return the template of a draft, if its digest is right; None if there is no such draft."""
    row = connection.execute(
        "SELECT draft.template, source FROM draft LEFT JOIN template ON digest = draft.template"
        " WHERE id = ?",
        (draft,),
    ).fetchone()
    match row:
        case (str(digest), str(source)) if digest_of(source) == digest:
            return source
        case None:
            return None
    raise SpoiledError


def _listing(row: tuple[object, ...]) -> DraftListing:
    """Return what the list shows of a draft from its columns; raises `SpoiledError`."""
    match row:
        case (
            str(id_),
            *summary,
            str(edited_at),
            str(label),
            int(findings),
            str(written_at),
            str(binned_at),
            int(written_seq),
            int(edited_seq),
            str(origin),
        ) if _are_counts(row):
            return DraftListing(
                id_,
                _summary(summary),
                edited_at,
                label,
                findings,
                written_at,
                binned_at,
                written_seq,
                edited_seq,
                origin,
            )
    raise SpoiledError


def _summary(columns: Sequence[object]) -> DraftSummary:
    match columns:
        case (str(kind), str(unit), str(year), int(filled), int(asked)):
            return DraftSummary(kind, unit, year, filled, asked)
    raise SpoiledError


def _are_counts(columns: Sequence[object]) -> bool:
    return all(each in _COUNTS for each in columns if isinstance(each, int))
