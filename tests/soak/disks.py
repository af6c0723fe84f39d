"""A disk with little room, more or less of it each time: drafts are written until it is full."""

from collections import Counter
from pathlib import Path
from random import Random

import pytest

from tests.support.machine import Disk, can_make_disks, disk
from tests.support.samples import value
from unionapp.errors import StoreError
from unionapp.storage import open_drafts
from unionapp.storage.backup import backups
from unionapp.storage.sessions import Session, begin, exchange

PAGE = 4096

# Pages that are free: SQLite fails in another place at nearly each of the first, and a draft that
# is written on fills the last within a moment.
MOST_PAGES = 120


def fill_disks(folder: Path, chance: Random, times: int) -> str:
    """Drafts open whatever room there is, go elsewhere, and have all that was told as saved."""
    if not can_make_disks():
        return "only root can make a disk: left out"
    outcomes: Counter[str] = Counter()
    for round_ in range(times):
        for pages in range(MOST_PAGES):
            spare = pages * PAGE + chance.randrange(PAGE)
            outcomes[written_until_full(folder / f"{round_}-{pages}", spare)] += 1
    told = "; ".join(f"{words} {number}" for words, number in sorted(outcomes.items()))
    return f"{outcomes.total()} disks ({told}): 0 dead ends, no saved edit lost"


def written_until_full(folder: Path, spare: int) -> str:
    """Write into a draft on a disk with some spare bytes; return how far that went.

    Raises `AssertionError` when something saved is not there afterwards.
    """
    folder.mkdir()
    with disk(folder / "disk") as place, pytest.MonkeyPatch.context() as surroundings:
        home = place.folder / "home"
        surroundings.setenv("UNIONAPP_HOME", str(home))
        home.mkdir(mode=0o700)
        store = open_drafts(home)
        draft = begin(store, "school", [value("unit", "甲校工会")])
        store.close()
        _leave(place, spare)
        outcome, saved = _write(home, draft, folder)
        place.make_room()
        _look(home, draft, saved)
    return outcome


def _leave(place: Disk, spare: int) -> None:
    place.fill()
    with (place.folder / "full").open("r+b") as filler:
        filler.truncate(filler.seek(0, 2) - spare)


def _write(home: Path, draft: str, elsewhere: Path) -> tuple[str, int]:
    """Write until nothing more can be saved, then carry the draft away; the last year saved."""
    store = open_drafts(home)
    outcome = "read only" if store.refusal else "written until full"
    session = Session(store, draft)
    saved, why = _fill(session)
    assert why.startswith(("磁盘满了", "不能保存草稿：磁盘空间不足")), why
    assert session.figures.printed("year") == (f"{saved}年" if saved else "")
    exchange.save(store, draft, elsewhere / "draft.ghzj")
    made = backups.take(elsewhere / "backups").path
    store.close()
    assert made.exists()
    return outcome, saved


def _fill(session: Session) -> tuple[int, str]:
    """The last year that was saved, and why the next was not."""
    for year in range(1000, 3000):
        try:
            session.edit(value("year", str(year)), joins=False)
        except StoreError as error:
            return (year - 1 if year > 1000 else 0), str(error)
    return 2999, ""


def _look(home: Path, draft: str, saved: int) -> None:
    store = open_drafts(home)
    assert store.renewal is None
    assert Session(store, draft).figures.printed("year") == (f"{saved}年" if saved else "")
    store.close()
