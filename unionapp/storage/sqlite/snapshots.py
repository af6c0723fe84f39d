"""Snapshots of drafts, each in a row beside the edits that it spares reading.

A snapshot bears a digest of all that it says, and of the chain of the edit after which it stands.
Where that is not so in the file, or anything else is odd, it is as if there were no snapshot.
"""

import sqlite3
from hashlib import sha256
from typing import TypeAlias, cast

import msgspec

from unionapp.draft import EditPath, Snapshot
from unionapp.storage.sqlite.chain import SpoiledError
from unionapp.values import Typed

# The answers as they stand in the file, each after its path, in the order that they were given.
_Answers: TypeAlias = tuple[tuple[str, str | tuple[str | tuple[str, ...], ...]], ...]

_KEPT = """
SELECT snapshot.seq, chain, answers, fingerprints, digest
FROM snapshot JOIN edit ON edit.draft = snapshot.draft AND edit.seq = snapshot.seq
WHERE snapshot.draft = ?
"""
_KEEP = """
INSERT INTO snapshot (draft, seq, answers, fingerprints, digest) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (draft) DO UPDATE SET seq = excluded.seq, answers = excluded.answers,
    fingerprints = excluded.fingerprints, digest = excluded.digest
"""

_decode = msgspec.json.Decoder(_Answers).decode


def kept_snapshot(connection: sqlite3.Connection, draft: str) -> Snapshot | None:
    """Return the snapshot of a draft, if there is one that is as it was written."""
    try:
        row = connection.execute(_KEPT, (draft,)).fetchone()
    except sqlite3.Error:  # where the edits can't be read either, that is told when they are
        return None
    match row:
        case (int(seq), bytes(chain), bytes(answers), bytes(fingerprints), bytes(digest)):
            if digest == _digest(chain, answers, fingerprints):
                return Snapshot(seq, _decoded(answers), fingerprints)
    return None


def keep(connection: sqlite3.Connection, draft: str, snapshot: Snapshot) -> None:
    """Put a snapshot in place of the one before; raises `SpoiledError` where its edit is not."""
    chain = connection.execute(
        "SELECT chain FROM edit WHERE draft = ? AND seq = ?", (draft, snapshot.seq)
    ).fetchone()
    if chain is None:
        raise SpoiledError
    answers = msgspec.json.encode([(str(path), typed) for path, typed in snapshot.answers.items()])
    digest = _digest(chain[0], answers, snapshot.fingerprints)
    row = (draft, snapshot.seq, answers, snapshot.fingerprints, digest)
    connection.execute(_KEEP, row)


def _digest(chain: bytes, answers: bytes, fingerprints: bytes) -> bytes:
    return sha256(b"%s%d %s%s" % (chain, len(answers), answers, fingerprints)).digest()


def _decoded(answers: bytes) -> dict[EditPath, Typed]:
    return {EditPath.parse(path): cast("Typed", typed) for path, typed in _decode(answers)}
