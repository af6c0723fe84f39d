"""Drafts on a disk that is full or read-only: read, checked, carried away; saved once they can be.

The disks are real ones where the tests may make some; a full one is also had by a bound on the
size of files, which every Unix knows.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.soak.disks import PAGE, written_until_full
from tests.support.machine import Disk, can_make_disks, disk
from tests.support.places import CASES, HOUSE
from tests.support.samples import taken_in, value
from unionapp.draft import Action, Edit
from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage import DraftStore, Renewal, open_drafts, open_store
from unionapp.storage.backup import backups, restoring
from unionapp.storage.listing import DraftSummary
from unionapp.storage.read_only import ReadOnlyStore
from unionapp.storage.rescuing import RescuingStore
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.storage.sqlite import FILE_NAME, SqliteCopy, memory
from unionapp.system import settings

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)

needs_disks = pytest.mark.skipif(not can_make_disks(), reason="only root can make a disk")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    """A disk with the data folder, and backups elsewhere."""
    with disk(tmp_path / "disk") as place:
        monkeypatch.setenv("UNIONAPP_HOME", str(place.folder / "home"))
        (place.folder / "home").mkdir(mode=0o700)
        yield place


@pytest.fixture
def home(place: Disk) -> Path:
    return place.folder / "home"


@pytest.fixture
def id_(home: Path, tmp_path: Path) -> str:
    """A draft whose last edits stand in the journal alone, as after a kill."""
    elsewhere = tmp_path / "killed"
    elsewhere.mkdir()
    store = open_store(elsewhere)
    id_ = begin(store, "school", [value("unit", "甲校工会")])
    for year in ("2024", "2025", "2026"):
        Session(store, id_).edit(value("year", year))
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        (home / name).write_bytes((elsewhere / name).read_bytes())
    store.close()
    return id_


@pytest.fixture(params=["full", "read-only"])
def shut(place: Disk, request: pytest.FixtureRequest) -> Iterator[str]:
    """Why nothing can be written to the disk from now on, in the words of the program."""
    if request.param == "full":
        place.fill()
        yield "磁盘满了，草稿现在存不了"
    else:
        place.forbid_writing()
        yield "草稿所在的磁盘是只读的，草稿现在存不了"
        place.allow_writing()


def content_of(home: Path) -> dict[str, bytes]:
    """What is kept in a folder; SQLite's shared memory, which it makes anew each time, is not."""
    files = (each for each in home.iterdir() if not each.name.endswith("-shm"))
    return {each.name: each.read_bytes() for each in files}


@needs_disks
@pytest.mark.usefixtures("id_", "shut")
def test_drafts_are_read_with_their_last_edits_and_nothing_is_written_beside_them(
    home: Path, id_: str
) -> None:
    before = content_of(home)
    store = open_drafts(home)
    assert [row.id for row in store.drafts()] == [id_]
    figures = Session(store, id_).figures
    assert (figures.printed("unit"), figures.printed("year")) == ("甲校工会", "2026年")
    store.close()
    assert content_of(home) == before


WRITES: dict[str, Callable[[DraftStore, str], object]] = {
    "begin": lambda store, _: store.begin("source", SUMMARY, ""),
    "append": lambda store, id_: store.append(
        id_, [Edit(9, 9, Action.DO, value("unit", "乙"), "", "")]
    ),
    "rename": lambda store, id_: store.rename(id_, "另名"),
    "bin": lambda store, id_: store.bin(id_, "2022-12-07"),
    "restore": lambda store, id_: store.restore(id_),
    "delete": lambda store, id_: store.delete(id_),
    "note_findings": lambda store, id_: store.note_findings(id_, 9),
    "note_written": lambda store, id_: store.note_written(id_, "2022-12-07", 1),
    "note_origin": lambda store, id_: store.note_origin(id_, "digest"),
    "leave_at": lambda store, id_: store.leave_at(id_, "review"),
    "edit": lambda store, id_: Session(store, id_).edit(value("unit", "乙")),
}


@needs_disks
def test_whatever_would_be_saved_is_refused_with_the_reason_and_the_way_out(
    home: Path, id_: str, shut: str
) -> None:
    store = open_drafts(home)
    assert store.refusal.startswith(shut)
    assert f"“{home}”" in store.refusal
    for write in WRITES.values():
        with pytest.raises(StoreError, match=shut):
            write(store, id_)
    assert store.drafts()[0].edited_seq == 4


@needs_disks
def test_whoever_goes_on_in_the_same_store_is_saved_as_soon_as_there_is_room(
    place: Disk, home: Path, id_: str
) -> None:
    place.fill()
    store = open_drafts(home)
    session = Session(store, id_)
    with pytest.raises(StoreError):
        session.edit(value("unit", "乙校工会"))
    place.make_room()
    session.edit(value("unit", "丙校工会"))
    assert (store.refusal, session.figures.printed("unit")) == ("", "丙校工会")
    store.close()
    assert Session(open_store(home), id_).figures.printed("unit") == "丙校工会"


@needs_disks
@pytest.mark.usefixtures("id_", "shut")
def test_drafts_are_carried_away_as_a_file_and_as_a_backup(
    home: Path, id_: str, tmp_path: Path
) -> None:
    before = content_of(home)
    store = open_drafts(home)
    exchange.save(store, id_, tmp_path / "甲校.ghzj")
    made = backups.take(tmp_path / "elsewhere")
    again = open_store(tmp_path)
    taken = taken_in(again, tmp_path / "甲校.ghzj").id
    assert Session(again, taken).figures.printed("year") == "2026年"
    again.close()
    (kept,) = restoring.drafts_in(made.path)
    assert (kept.row.id, kept.edits) == (id_, 4)
    assert content_of(home) == before


@needs_disks
@pytest.mark.usefixtures("id_", "shut")
def test_the_backup_of_the_day_is_made_all_the_same_where_it_goes_to_another_disk(
    place: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "backup_folder", lambda: tmp_path / "backups")
    taken = backups.take_daily()
    assert taken is not None
    assert taken.backup.path.parent == tmp_path / "backups"
    assert backups.take_daily() is None  # the mark is the same the second time
    assert place.folder not in taken.backup.path.parents


@needs_disks
@pytest.mark.usefixtures("id_")
def test_one_backup_a_day_is_enough_where_it_can_not_be_noted_that_it_was_made(
    place: Disk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "backup_folder", lambda: tmp_path / "backups")
    day = datetime(2025, 12, 7, 9)
    assert backups.take_daily(day) is not None
    place.forbid_writing()
    assert backups.take_daily(day + timedelta(days=1)) is not None
    assert backups.take_daily(day + timedelta(days=1, hours=1)) is None
    place.allow_writing()


@needs_disks
@pytest.mark.parametrize("elsewhere_too", [False, True], ids=["", "no room for a copy either"])
def test_a_window_that_is_open_when_the_disk_is_full_is_backed_up_and_keeps_its_locks(
    place: Disk,
    home: Path,
    id_: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    elsewhere_too: bool,
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(place.folder if elsewhere_too else tmp_path))
    store = open_store(home)
    Session(store, id_).edit(value("year", "2027"))
    locked = locks_of(home)
    place.fill()
    made = backups.take(tmp_path / "elsewhere")
    (kept,) = restoring.drafts_in(made.path) if not elsewhere_too else (None,)
    assert kept is None or kept.edits == 5
    assert locked <= locks_of(home)
    store.close()


def locks_of(home: Path) -> set[str]:
    """The locks that this process has on the files of a folder (proc, locks)."""
    numbers = {each.stat().st_ino for each in home.iterdir()}
    rows = (line.split() for line in Path("/proc/locks").read_text("ascii").splitlines())
    mine = (row for row in rows if row[4] == str(os.getpid()))
    return {" ".join(row[1:]) for row in mine if int(row[5].split(":")[2]) in numbers}


@needs_disks
@pytest.mark.parametrize("pages", [1, 8, 9, 11, 16])
def test_however_little_room_there_is_drafts_open_and_what_was_saved_is_there(
    tmp_path: Path, pages: int
) -> None:
    written_until_full(tmp_path / "little", pages * PAGE)


@needs_disks
def test_a_first_start_where_nothing_can_be_kept_says_so_and_has_no_drafts(
    home: Path, shut: str
) -> None:
    store = open_drafts(home)
    assert store.drafts() == ()
    assert store.refusal.startswith(shut)


@needs_disks
@pytest.mark.usefixtures("id_", "shut")
def test_an_sqlite_that_opens_nothing_in_memory_is_given_a_file_for_a_moment(
    home: Path, id_: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "hasattr", lambda *_: False, raising=False)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    before = set(tmp_path.iterdir())
    store = open_drafts(home)
    assert Session(store, id_).figures.printed("year") == "2026年"
    assert set(tmp_path.iterdir()) == before


def test_a_disk_without_room_is_told_in_one_sentence_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "home").mkdir()
    store = open_store(tmp_path / "home")
    begin(store, "school", [value("unit", "甲校工会")])
    store.close()
    script = (
        "import resource, sys\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
        "from unionapp.cli import main\n"
        "sys.exit(main(sys.argv[1:]))\n"
    )

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-c", script, *arguments],
            cwd=HOUSE,
            env={**os.environ, "UNIONAPP_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )

    listed = run("drafts")
    assert (listed.returncode, len(listed.stdout.splitlines())) == (0, 1)
    assert listed.stderr.startswith("磁盘满了，草稿现在存不了")
    refused = run("new", str(CASES / "school.toml"))
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr == listed.stderr


def test_damage_that_is_met_once_there_is_room_is_told_as_damage_and_mended(
    tmp_path: Path,
) -> None:
    begin(open_store(tmp_path), "school", [value("unit", "甲校工会")])
    told: list[Renewal] = []

    def reopen() -> DraftStore:
        if not told:
            raise DamagedStoreError("坏了")
        return open_store(tmp_path)

    def open_() -> DraftStore:
        return ReadOnlyStore(SqliteCopy(tmp_path), "磁盘满了", reopen)

    mended = Renewal("救出来了", whole=True)
    store = RescuingStore(open_, lambda: mended, told.append)
    id_ = store.drafts()[0].id
    store.rename(id_, "改了名")
    assert (told, store.refusal, store.listing(id_).label) == ([mended], "", "改了名")
    store.close()
