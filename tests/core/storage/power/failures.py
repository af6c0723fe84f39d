"""Disks that fail: each operation of SQLite on a file in turn, while something is done."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.core.storage.power import cuts
from tests.core.storage.power.cuts import Kept, Work, at_home, at_work, kept_in
from tests.core.storage.power.layer import Watcher, beside, failure, layer
from tests.support.samples import value
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, open_drafts
from unionapp.storage.backup import backups, restoring
from unionapp.storage.sessions import Session, begin_from
from unionapp.storage.sqlite import FILE_NAME


class Failing(Watcher):
    """A disk on which an operation of SQLite fails, and maybe all later ones too."""

    def __init__(self) -> None:
        self.done = 0
        self._failing: range = range(0)
        self._is_full = False

    def fail_at(self, number: int, way: "Way") -> None:
        """Have the operation of this number fail, counted from now on."""
        stays, self._is_full = way
        self.done = 0
        self._failing = range(number, 2**31 if stays else number + 1)

    def recover(self) -> None:
        """Let nothing fail any more."""
        self._failing = range(0)

    def opens(self, path: Path) -> int:
        del path
        self._meet(sqlite3.SQLITE_CANTOPEN)
        return 0

    def reads(self, file: int) -> None:
        del file
        self._meet(sqlite3.SQLITE_IOERR_READ)

    def writes(self, file: int, offset: int, content: bytes) -> None:
        del file, offset, content
        self._meet(
            sqlite3.SQLITE_FULL if self._is_full else sqlite3.SQLITE_IOERR_WRITE, is_full=True
        )

    def cuts(self, file: int, size: int) -> None:
        del file, size
        self._meet(sqlite3.SQLITE_IOERR_TRUNCATE)

    def syncs(self, file: int) -> None:
        del file
        self._meet(sqlite3.SQLITE_IOERR_FSYNC)

    def removes(self, path: Path) -> None:
        del path
        self._meet(sqlite3.SQLITE_IOERR_DELETE)

    def _meet(self, code: int, *, is_full: bool = False) -> None:
        """Count an operation; on a full disk those alone fail for which there is no room."""
        if self._is_full and not is_full:
            return
        number, self.done = self.done, self.done + 1
        if number in self._failing:
            raise failure(code)


class Desk:
    """A data folder in which a person works; `store` are its drafts, opened when they are asked."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._opened: list[DraftStore] = []

    @property
    def store(self) -> DraftStore:
        if not self._opened:
            self._opened.append(open_drafts(self.home))
        return self._opened[0]

    def other(self) -> DraftStore:
        """The same drafts, opened by another window."""
        self._opened.append(open_drafts(self.home))
        return self._opened[-1]

    def close(self) -> None:
        while self._opened:
            self._opened.pop().close()


# How many drafts, edits and backups there are more.
_Gain = tuple[int, int, int]


def _open(desk: Desk) -> Kept:
    return kept_in(desk.store)


@dataclass(frozen=True, slots=True)
class Deed:
    """What a person does, and what comes of it.

    What happens `before` meets no failure, and returns what is kept then.
    """

    do: Callable[[Desk], object]
    gain: _Gain
    before: Callable[[Desk], Kept] = _open

    def is_done(self, before: Kept, now: Kept) -> bool:
        """Tell whether all of it was done, and nothing else."""
        there = [id_ for id_ in before.drafts if id_ in now.drafts]
        edits = {id_: (before.drafts[id_][0], now.drafts[id_][0]) for id_ in there}
        return (
            all(new[: len(old)] == old for old, new in edits.values())
            and len(before.drafts) - len(there) == max(0, -self.gain[0])
            and tuple(n - m for n, m in zip(_count(now), _count(before), strict=True)) == self.gain
        )


def _count(kept: Kept) -> _Gain:
    edits = sum(len(edits) for edits, _ in kept.drafts.values())
    return len(kept.drafts), edits, len(kept.backups)


def _type(desk: Desk) -> None:
    Session(desk.store, desk.store.drafts()[0].id).edit(value("year", "2022"))


def _type_elsewhere(desk: Desk) -> Kept:
    (row,) = desk.store.drafts()
    other = desk.other()
    Session(other, row.id).edit(value("year", "2021"))
    return kept_in(other)


def _close(desk: Desk) -> Kept:
    kept = kept_in(desk.store)
    desk.close()
    return kept


def _lose(desk: Desk) -> Kept:
    kept = kept_in(desk.store)
    (desk.home / FILE_NAME).unlink()
    return kept


def _spoil(desk: Desk) -> Kept:
    kept = _close(desk)
    cuts.spoil_file(desk.home / FILE_NAME)
    return kept


def _forget(desk: Desk) -> Kept:
    kept = _close(desk)
    (desk.home / FILE_NAME).unlink()
    return Kept({}, kept.backups)


def _bring_back(desk: Desk) -> None:
    file = backups.found()[0].path
    draft = next(each for each in restoring.drafts_in(file) if each.row.findings)
    restoring.bring_back(desk.store, restoring.fetch(file, draft))


def _delete(desk: Desk) -> None:
    for row in desk.store.binned():
        desk.store.delete(row.id)


_NONE = (0, 0, 0)

DEEDS: Mapping[str, Deed] = {
    "first start": Deed(lambda desk: begin_from(desk.store, cuts.SOURCE, []), (1, 0, 0), _forget),
    "start": Deed(lambda desk: desk.store.drafts(), _NONE, _close),
    "listing": Deed(lambda desk: desk.store.drafts(), _NONE, _type_elsewhere),
    "typing": Deed(_type, (0, 1, 0)),
    "renewal": Deed(_type, (0, 1, 0), _lose),
    "rescue": Deed(lambda desk: desk.store.drafts(), _NONE, _spoil),
    "backup": Deed(lambda _: backups.take(), (0, 0, 1)),
    "restore": Deed(_bring_back, (1, 2, 0)),
    "deletion": Deed(_delete, (-1, -2, 0)),
}

# What may stand in the data folder when all is done.
_FILES = (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", "backups.mark", "backups.last")
_ASIDE = "drafts.damaged-"

# What is told of the one deed that is done although it failed: not all of its traces are gone.
_DELETED = "草稿已经删除"


def prepare(root: Path) -> None:
    """Have two drafts in a folder, a backup of them beside, and one of them in the bin."""
    with at_work(root) as work:
        for step in (cuts.start, cuts.type_, cuts.start, note_findings, cuts.type_, cuts.back_up):
            work.do(step)
        work.do(cuts.put_into_bin)


def note_findings(work: Work) -> None:
    work.store.note_findings(cuts.first(work), 3)


# Whether a failure stays, and whether it is that of a full disk.
Way = tuple[bool, bool]
ONCE, STAYING, FULL_ONCE, FULL = (False, False), (True, False), (False, True), (True, True)


def try_all(deed: Deed, sound: Path, scratch: Path, *ways: Way) -> int:
    """Do something while each operation in turn fails; how many there were.

    Where several ways are given they take turns.

    Raises:
        AssertionError: something was lost, half done, or told as it is not.
    """
    number = 0
    while _is_met(deed, sound, scratch, number, ways[number % len(ways)]):
        number += 1
    return number


def _is_met(deed: Deed, sound: Path, scratch: Path, number: int, way: Way) -> bool:
    """Try it with one failure; tell whether there were so many operations at all."""
    disk = Failing()
    with _copied(sound, scratch, disk) as desk:
        before = deed.before(desk)
        disk.fail_at(number, way)
        told = _told(deed, desk)
        is_met = disk.done > number
        disk.recover()
        _look_after(deed, desk, before, told, f"{number} {way}: {told}")
    return is_met


def _told(deed: Deed, desk: Desk) -> str:
    """What was told where it was not done; an error that is none of ours comes up."""
    try:
        deed.do(desk)
    except StoreError as error:
        return str(error)
    return ""


def _look_after(deed: Deed, desk: Desk, before: Kept, told: str, where: str) -> None:
    """Nothing is half done, it can be done now, and is kept."""
    now = kept_in(desk.store)
    is_whole = not told or told.startswith(_DELETED)
    assert deed.is_done(before, now) if is_whole else now == before, where
    assert not told or (told.endswith("。") and "/backup-" not in told), where
    if told:
        deed.do(desk)
    now = kept_in(desk.store)
    assert deed.is_done(before, now), where
    desk.close()
    assert kept_in(desk.store) == now, where
    desk.close()
    names = {each.name for each in desk.home.iterdir()}
    asides = {name for name in names if name.startswith(_ASIDE) and deed.before is _spoil}
    assert names <= {*_FILES, *asides}, f"{where}; left are {names}"


@contextmanager
def _copied(sound: Path, scratch: Path, disk: Watcher) -> Iterator[Desk]:
    """A copy of some drafts on a disk that may fail."""
    shutil.copytree(sound, scratch)
    desk = Desk(scratch / "home")
    try:
        with at_home(desk.home), layer(disk), beside(Watcher()), closing(desk):
            yield desk
    finally:
        shutil.rmtree(scratch)
