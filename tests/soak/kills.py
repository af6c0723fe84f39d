"""A program that saves without a pause is killed at any moment, again and again."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from random import Random

from unionapp.draft import EditPath, History, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin

ROUNDS = 150
MOST_EDITS = 60
TEMPLATE, FIGURE = "enterprise", "members"


def kill_writers(folder: Path, chance: Random, times: int) -> str:
    """After each kill there is all that was told as saved, one edit more at most, all whole."""
    store = open_store(folder)
    draft = begin(store, TEMPLATE, ())
    store.close()
    saved = 0
    for _ in range(ROUNDS * times):
        told = _killed_while_saving(folder, draft, chance)
        kept = _kept(folder, draft)
        assert told <= kept <= told + 1, f"{told} was told as saved, {kept} is there"
        saved = kept
    return f"{ROUNDS * times} kills during {saved:,} saved edits, none lost"


def _killed_while_saving(folder: Path, draft: str, chance: Random) -> int:
    """The last edit that was told as saved."""
    command = [sys.executable, "-m", "tests.soak.writer", str(folder), draft, FIGURE]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(chance.randint(1, MOST_EDITS))]
        os.kill(writer.pid, 9)
        told = [*lines, *writer.stdout.read().splitlines()]
    whole = [line for line in told if line.strip()]
    assert whole, "nothing was saved"
    return int(whole[-1])


def _kept(folder: Path, draft: str) -> int:
    with closing(sqlite3.connect(next(folder.glob("*.sqlite3")))) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    store = open_store(folder)
    session, snapshot = Session(store, draft), store.snapshot(draft)
    answers = session.figures.draft.answers
    assert answers == History(session.template, store.edits(draft)).draft.answers
    assert session.last_seq < 9 or snapshot is not None, "no snapshot was kept"
    typed = answers[EditPath(Slot.VALUE, FIGURE)]
    store.close()
    assert isinstance(typed, str)
    return int(typed)
