"""Drafts that are worked on until the power goes, at any sync; and what is there afterwards."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from unittest.mock import patch

from tests.core.storage.power.disk import Disk, Files, Moment
from tests.core.storage.power.layer import Watcher, beside, layer
from tests.support.places import HOUSE
from tests.support.samples import Clock, narrative, value
from unionapp.draft import Edit
from unionapp.storage import DraftStore, Renewal, open_drafts
from unionapp.storage.backup import backups, restoring
from unionapp.storage.sessions import Session, begin_from
from unionapp.storage.sqlite import FILE_NAME, file
from unionapp.system import HOME_VARIABLE, usual_backup_folder

SOURCE = (HOUSE / "tests" / "small.toml").read_text(encoding="utf-8")

# Of each draft its edits, and whether it is in the bin.
_Drafts = dict[str, tuple[tuple[Edit, ...], bool]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What somebody was told as saved: the drafts, and the backups by their names."""

    drafts: _Drafts = field(default_factory=dict)
    backups: frozenset[str] = frozenset()


NOTHING = Kept()


class Work:
    """A person at work on drafts in a folder, of which a disk is told.

    `kept` is what was there after each step that was told as done.
    """

    def __init__(self, root: Path) -> None:
        self.home = root / "home"
        self.home.mkdir(parents=True)
        self.disk = Disk(root)
        self.kept = [NOTHING]
        self.clock = Clock()
        self._store: DraftStore | None = None

    @property
    def store(self) -> DraftStore:
        """The drafts, opened as the window does it."""
        if self._store is None:
            self._store = open_drafts(self.home)
        return self._store

    def close(self) -> None:
        """Close the drafts, as at the end of the program."""
        if self._store:
            self._store.close()
        self._store = None

    def suffer(self, harm: Callable[["Work"], object]) -> None:
        """Have something done by others, long before the power goes."""
        harm(self)
        self.disk.settle()
        self.disk.moments.clear()

    def do(self, step: Callable[["Work"], object]) -> None:
        """Do something, and be told that it is done."""
        step(self)
        self.kept.append(kept_in(self.store))
        self.disk.told += 1
        self.disk.note()


Step = Callable[[Work], object]


def kept_in(store: DraftStore) -> Kept:
    """What is there now."""
    rows = [(row, False) for row in store.drafts()] + [(row, True) for row in store.binned()]
    drafts = {row.id: (store.edits(row.id), is_binned) for row, is_binned in rows}
    assert all(len(drafts[row.id][0]) == row.edited_seq for row, _ in rows)
    place = usual_backup_folder()
    found = place.iterdir() if place.exists() else ()
    return Kept(drafts, frozenset(each.name for each in found if each.suffix == backups.SUFFIX))


def first(work: Work) -> str:
    """The draft that was begun first."""
    return next(iter(work.kept[-1].drafts))


def open_(work: Work) -> object:
    return work.store


def start(work: Work) -> object:
    """Begin a draft."""
    work.clock.wait(60)
    return begin_from(work.store, SOURCE, [value("unit", "甲校工会")], work.clock)


def type_(work: Work) -> None:
    """Type another figure."""
    work.clock.wait(60)
    session = Session(work.store, first(work), work.clock)
    session.edit(value("cases", str(work.disk.told)))


def type_at_length(work: Work) -> None:
    """Type a long text, which takes several pages."""
    work.clock.wait(60)
    session = Session(work.store, first(work), work.clock)
    session.edit(narrative("aid", f"第 {work.disk.told} 次写的话，" * 900))


def close_and_type(work: Work) -> None:
    work.close()
    type_(work)


def put_into_bin(work: Work) -> None:
    work.store.bin(first(work), work.clock().isoformat())


def delete(work: Work) -> None:
    work.store.delete(first(work))


def back_up(work: Work) -> object:
    del work
    return backups.take()


def bring_back(work: Work) -> object:
    (backup, *_) = backups.found()
    draft = restoring.drafts_in(backup.path)[-1]
    return restoring.bring_back(work.store, restoring.fetch(backup.path, draft))


@contextmanager
def checkpoints_often() -> Iterator[None]:
    """Have SQLite put its journal into the file, and begin it anew, after a few edits already."""
    set_up = file._set_up

    def set_up_so(connection: sqlite3.Connection) -> None:
        set_up(connection)
        connection.execute("PRAGMA wal_autocheckpoint = 12")

    with patch.object(file, "_set_up", set_up_so):
        yield


LIFE: tuple[Step, ...] = (
    *(open_, start, type_, type_, type_, back_up, close_and_type, start, type_),
    *(put_into_bin, bring_back, delete, type_, type_, back_up),
)


def lose(work: Work) -> None:
    """Somebody takes the file away while it is open, and so all that is not saved again."""
    (work.home / FILE_NAME).unlink()


def spoil(work: Work) -> None:
    """The file is spoiled while it is closed, so that nothing in it is lost."""
    work.close()
    spoil_file(work.home / FILE_NAME)


def spoil_file(file: Path) -> None:
    """Have SQLite read nothing of a file in which all is there."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("DELETE FROM sqlite_master WHERE name = 'edit'")


@contextmanager
def at_home(home: Path) -> Iterator[None]:
    """Have the program find its data in this folder."""
    with patch.dict(os.environ, {HOME_VARIABLE: str(home)}):
        yield


@contextmanager
def at_work(root: Path) -> Iterator[Work]:
    """Somebody who is at work on a disk that is watched."""
    work = Work(root)
    with at_home(work.home), layer(work.disk), beside(work.disk):
        try:
            yield work
        finally:
            work.close()


def lived(root: Path, steps: Iterable[Step]) -> Work:
    """Do these steps one after the other."""
    with at_work(root) as work:
        for step in steps:
            work.do(step)
    return work


def _refuse(renewal: Renewal) -> None:
    raise AssertionError(f"what was written is damaged: {renewal.sentence}")


@dataclass
class Inspection:
    """Looks at what a power cut may leave of some work."""

    work: Work
    scratch: Path
    chance: Random
    drawn: int
    tell: Callable[[Renewal], object] = _refuse
    cuts: int = 0
    outcomes: int = 0
    _seen: set[int] = field(default_factory=set)

    def look_at_all(self) -> None:
        """Raise `AssertionError` where something is there that was not, or the other way round."""
        for moment in self.work.disk.moments:
            self.cuts += 1
            for files in moment.outcomes(self.chance, self.drawn):
                self._look_at(moment, files)

    def _look_at(self, moment: Moment, files: Files) -> None:
        mark = hash((moment.told, tuple(sorted(files.items()))))
        if mark in self._seen:
            return
        self._seen.add(mark)
        self.outcomes += 1
        allowed = self.work.kept[moment.told : moment.told + 2]
        with (
            rebuilt(files, self.work.disk.root, self.scratch) as home,
            layer(Watcher()),
            beside(Watcher()),
        ):
            found = found_in(home, self.tell)
        assert found in allowed, f"cut {self.cuts}: {_told(found)}, not {_told(allowed[0])}"


def _told(kept: Kept) -> str:
    drafts = {id_: (len(edits), is_binned) for id_, (edits, is_binned) in kept.drafts.items()}
    return f"{drafts} and backups {sorted(kept.backups)}"


@contextmanager
def rebuilt(files: Files, root: Path, scratch: Path) -> Iterator[Path]:
    """A folder as the power cut has left it, and the data folder in it."""
    shutil.rmtree(scratch, ignore_errors=True)
    (scratch / "home").mkdir(parents=True)
    for path, content in files.items():
        place = scratch / path.relative_to(root)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    with at_home(scratch / "home"):
        yield scratch / "home"


def found_in(home: Path, tell: Callable[[Renewal], object] = _refuse) -> Kept:
    """What the next start finds, where one can go on at once."""
    with closing(open_drafts(home, tell=tell)) as store:
        found = kept_in(store)
        for id_ in found.drafts:
            store.rename(id_, "接着写")
    for backup in backups.found():
        assert restoring.drafts_in(backup.path)
    return found
