"""What a draft's edits cost: saving one, waiting to, and opening a draft that has many."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import count, cycle, islice
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from tests.bench.spans import PAUSE, Measured, Span, running_application, settle, slow, span
from tests.bench.timing import Comparison, compare
from ui.window import SummaryWizard
from unionapp.draft import Action, Change, Edit, EditPath, Slot
from unionapp.importing import answers
from unionapp.storage import DraftStore, open_store
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME
from unionapp.values import Kind

PATH = EditPath(Slot.VALUE, "migrant_members_done")

_KEYS = 200
_TYPED = (*(Qt.Key.Key_1, Qt.Key.Key_2), *[Qt.Key.Key_Backspace] * 2)

# Seconds that the window may stand still at a key, waiting for the other program or not.
_LONGEST = 0.020

# A saved edit takes as many times as long as a raw commit, or so many seconds, whichever is more.
_TIMES = 3
_SECONDS = 0.0005

# Edits that may come after a snapshot was kept until it is renewed, beside those after it already.
_BEFORE_RENEWAL = 399

# A draft with so many edits takes at most so many times as long to open as one with so few.
_MANY, _FEW, _LONGER = 50_000, 500, 2


def compare_edits(folder: Path, example: Path) -> Comparison:
    """An edit in a draft that is filled in, in the thousands, beside the same row and pragmas."""
    found = compare(
        "one saved edit / a raw SQLite commit",
        _edits(folder, example),
        _raw_commits(folder),
        promised=_TIMES,
        runs=2000,
    )
    return replace(found, promised=max(_TIMES, _SECONDS / found.theirs))


def compare_openings(folder: Path, example: Path) -> Comparison:
    """The same answers, with many edits behind them and with few."""
    store = open_store(folder)
    many, few = (_begun_with(store, example, edits) for edits in (_MANY, _FEW))
    return compare(
        f"opening {_MANY:,} edits / {_FEW}",
        lambda: Session(store, many),
        lambda: Session(store, few),
        promised=_LONGER,
        runs=50,
    )


def _begun_with(store: DraftStore, example: Path, edits: int) -> str:
    """A draft of that many edits: after those of the example, its figures typed over and over.

    The last ones come when its snapshot is kept, as many as there may be before it is renewed.
    """
    given = answers.load(example)
    draft = begin(store, given.template.id, given.changes)
    figures = [
        each.id for each in given.template.indicators if each.kind is Kind.COUNT and not each.derive
    ]
    for until in (edits - _BEFORE_RENEWAL, edits):
        after = store.last_seq(draft)
        store.append(draft, [_typed(seq, figures) for seq in range(after + 1, until + 1)])
        Session(store, draft)
    return draft


def _typed(seq: int, figures: list[str]) -> Edit:
    change = Change(EditPath(Slot.VALUE, figures[seq % len(figures)]), str(seq))
    at = (datetime(2022, 12, 7, tzinfo=UTC) + timedelta(minutes=seq)).isoformat()
    return Edit(seq, seq, Action.DO, change, "user", at)


def _edits(folder: Path, example: Path) -> Callable[[], object]:
    store = open_store(folder)
    given = answers.load(example)
    session = Session(store, begin(store, given.template.id, given.changes))
    numbers = count(1)
    return lambda: session.edit(Change(PATH, str(next(numbers))))


def _raw_commits(folder: Path) -> Callable[[], object]:
    connection = sqlite3.connect(folder / "raw.sqlite3", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(
        "CREATE TABLE edit (draft TEXT, seq INTEGER, step INTEGER, action TEXT, path TEXT,"
        " typed TEXT, author TEXT, at TEXT, PRIMARY KEY (draft, seq))"
    )
    numbers = count(1)

    def commit() -> None:
        seq = next(numbers)
        row = ("0123456789ab", seq, seq, "do", str(PATH), f'"{seq}"', "user", "2022-12-07T10:00:00")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("COMMIT")

    return commit


def measure_held(folder: Path, example: Path) -> Iterator[str]:
    """A key while another program holds the store: what the clock shows counts, not the work."""
    application = running_application()
    given = answers.load(example)
    with closing(open_store(folder)) as store:
        wizard = SummaryWizard(Session(store, begin(store, given.template.id, given.changes)))
        wizard.show()
        wizard.go_to(PATH.id)
        QTest.qWait(PAUSE)
        with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            passed = _keys(cast("QLineEdit", wizard.focusWidget())).passed
        yield str(Measured("a key while the store is held, 95th", Span(passed, passed), _LONGEST))
        assert wizard.desk.settle()
        wizard.close()
        settle()
    del application


def _keys(entry: QLineEdit) -> Span:
    keys = islice(cycle(_TYPED), _KEYS)
    return slow([span(partial(QTest.keyClick, entry, key)) for key in keys])
