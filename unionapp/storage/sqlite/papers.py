"""The table of what was written, and where.

A row that was spoiled is passed over: the file that it stood for is then as any that is not known.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from unionapp.storage.listing import WrittenPaper
from unionapp.system import Fingerprint

_NOTED = """
SELECT path, size, sha256, at, is_written FROM paper
WHERE source = ? AND typeof(path) = 'blob' AND typeof(size) = 'integer'
    AND typeof(sha256) = 'text' AND typeof(at) = 'text'
ORDER BY rowid
"""


def noted(connection: sqlite3.Connection, source: str) -> tuple[WrittenPaper, ...]:
    """Return what is noted of a draft or an answers file, in order; raises `sqlite3.Error`."""
    return tuple(_papers(connection.execute(_NOTED, (source,))))


def _papers(rows: Iterable[tuple[bytes, int, str, str, int]]) -> Iterator[WrittenPaper]:
    for path, size, sha256, at, is_written in rows:
        fingerprint = Fingerprint(size, sha256)
        yield WrittenPaper(Path(os.fsdecode(path)), fingerprint, at, bool(is_written))


def add(
    connection: sqlite3.Connection,
    source: str,
    papers: Iterable[WrittenPaper],
    *,
    is_written: bool,
) -> None:
    """Note papers beside those that are noted; raises `sqlite3.Error`."""
    rows = [
        (
            source,
            os.fsencode(paper.path),  # as the system has it, which need not be text
            paper.fingerprint.size,
            paper.fingerprint.sha256,
            paper.at,
            is_written,
        )
        for paper in papers
    ]
    connection.executemany("INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?)", rows)


def replace(connection: sqlite3.Connection, source: str, papers: Iterable[WrittenPaper]) -> None:
    """Note papers that were written, in place of all at their paths; raises `sqlite3.Error`."""
    written = tuple(papers)
    paths = [(source, os.fsencode(paper.path)) for paper in written]
    connection.executemany("DELETE FROM paper WHERE source = ? AND path = ?", paths)
    add(connection, source, written, is_written=True)
