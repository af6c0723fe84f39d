"""Backups of the drafts, with real files."""

import os
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE
from tests.support.places import HOUSE
from tests.support.samples import taken_in, value
from unionapp.draft import EditPath, Slot
from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage import DraftStore, open_store
from unionapp.storage.backup import Backup, backups, contents, restoring
from unionapp.storage.backup.copying import is_left_over
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.storage.sqlite import FILE_NAME, DamagedCopyError, checked, newest_format
from unionapp.storage.sqlite.chain import beginning
from unionapp.system import data_folder, settings, usual_backup_folder
from unionapp.system.worker import BrokenOffError, Reason

MORNING = datetime(2022, 12, 5, 10, 31)


@pytest.fixture
def store() -> DraftStore:
    return open_store(data_folder())


@pytest.fixture
def draft(store: DraftStore) -> str:
    return begin(store, "school", [value("unit", "甲校工会"), value("year", "2022")])


def names(place: Path) -> list[str]:
    return sorted(each.name for each in place.iterdir())


def typed(store: DraftStore, draft: str, id_: str) -> object:
    return Session(store, draft).figures.draft.typed(Slot.VALUE, id_)


def test_a_backup_is_taken_while_the_drafts_are_open_and_says_its_day(
    store: DraftStore, draft: str
) -> None:
    made = backups.take(now=MORNING)
    assert made.path.parent == usual_backup_folder()
    assert made.path.name.startswith("工会年度总结备份-2022-12-05-103100-")
    assert names(made.path.parent) == [made.path.name]
    (kept,) = restoring.drafts_in(made.path)
    assert (kept.name, kept.edits) == ("甲校工会 2022年", 2)
    assert store.listing(draft).edited_seq == 2


@pytest.mark.usefixtures("draft")
def test_backups_lie_outside_the_data_folder_and_are_closed_to_others() -> None:
    made = backups.take()
    assert not made.path.is_relative_to(data_folder())
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_what_is_in_the_journal_only_is_in_the_backup(store: DraftStore, draft: str) -> None:
    Session(store, draft).edit(value("teachers", "120"))
    assert (data_folder() / f"{FILE_NAME}-wal").stat().st_size > 0
    made = backups.take()
    fetched = restoring.fetch(made.path, restoring.drafts_in(made.path)[0])
    assert typed(store, restoring.bring_back(store, fetched), "teachers") == "120"


OPEN_AND_CLOSE = "from unionapp.cli import backups; backups.store().close()"


def test_a_backup_takes_no_lock_away_from_the_window(
    store: DraftStore, draft: str, home: Path
) -> None:
    Session(store, draft).edit(value("teachers", "120"))
    backups.take()
    subprocess.run(
        [sys.executable, "-c", OPEN_AND_CLOSE],
        check=True,
        cwd=HOUSE,
        env={**os.environ, "UNIONAPP_HOME": str(home)},
        timeout=PATIENCE,
    )
    assert (data_folder() / f"{FILE_NAME}-wal").exists()  # else the other took itself for the last
    Session(store, draft).edit(value("teachers", "121"))
    assert typed(open_store(data_folder()), draft, "teachers") == "121"


@pytest.mark.usefixtures("draft")
def test_a_backup_needs_no_file_beside_it_and_is_only_read() -> None:
    made = backups.take()
    before = made.path.read_bytes()
    made.path.chmod(0o400)
    restoring.drafts_in(made.path)
    assert (names(made.path.parent), made.path.read_bytes()) == ([made.path.name], before)


@pytest.mark.usefixtures("draft")
def test_once_a_day_is_enough() -> None:
    first = backups.take_daily(MORNING)
    assert first is not None
    assert first.backup.made == MORNING
    assert backups.take_daily(MORNING + timedelta(hours=9)) is None
    next_day = backups.take_daily(MORNING + timedelta(days=1))
    assert next_day is not None
    assert [each.made for each in backups.found()] == [MORNING + timedelta(days=1), MORNING]


@pytest.mark.usefixtures("draft")
def test_a_clock_that_was_once_wrong_makes_no_more_backups_and_hides_none() -> None:
    future = backups.take_daily(MORNING.replace(year=2031))
    today = backups.take_daily(MORNING)
    assert future is not None
    assert today is not None
    assert backups.take_daily(MORNING + timedelta(minutes=30)) is None
    assert backups.last(MORNING) == today.backup
    assert backups.found(MORNING) == (today.backup, future.backup)


def test_without_drafts_there_is_nothing_to_keep() -> None:
    assert backups.take_daily(MORNING) is None
    open_store(data_folder()).close()
    assert backups.take_daily(MORNING) is None
    assert not usual_backup_folder().exists()


@pytest.mark.usefixtures("draft")
def test_old_backups_are_thinned_a_few_a_day_and_nothing_else_is_touched() -> None:
    for day in range(40, 20, -1):
        backups.take(now=MORNING - timedelta(days=day))
    place = usual_backup_folder()
    another_pc = place / "工会年度总结备份-2022-10-27-103100-000000.ghbak"
    copy = place / "工会年度总结备份-2022-10-27-103100-副本.ghbak"
    for file in (another_pc, copy, place / "说明.txt"):
        file.write_text("")
    for day in range(8):
        before = len(names(place))
        for hour in range(2):
            backups.take(now=MORNING + timedelta(days=day, hours=hour))
        left = set(names(place))
        assert {another_pc.name, copy.name, "说明.txt"} < left
        assert before + 2 - 3 <= len(left) <= before + 2
    older = [each for each in backups.found(MORNING) if each.made < MORNING - timedelta(days=7)]
    assert len(older) <= 1 + 5


# Days of a month on which the clock shows another time, as after a flat battery or a slip of the
# hand, and the time that it shows.
WRONG = {
    5: datetime(2100, 1, 1, 8, 0),
    9: datetime(1970, 1, 1, 0, 0),
    10: datetime(1970, 1, 1, 0, 0),
    14: MORNING + timedelta(days=4),
    18: datetime(2200, 5, 1, 8, 0),
    19: datetime(2200, 5, 2, 8, 0),
    23: MORNING + timedelta(days=23 + 60),
    26: datetime(9998, 12, 31, 23, 59),
}


def test_each_of_thirty_days_can_be_brought_back_whatever_the_clock_shows(
    store: DraftStore, draft: str
) -> None:
    for day in range(30):
        now = WRONG.get(day, MORNING + timedelta(days=day))
        Session(store, draft).edit(value("teachers", f"{day + 1}"))
        before = set(backups.found())
        taken = backups.take_daily(now)
        assert taken is not None
        (kept,) = restoring.drafts_in(taken.backup.path)
        back = restoring.bring_back(store, restoring.fetch(taken.backup.path, kept))
        assert typed(store, back, "teachers") == f"{day + 1}"
        store.bin(back, "2022-12-05T10:00:00+00:00")
        store.delete(back)
        gone = before - set(backups.found())
        assert len(gone) <= 3
        assert not gone or day not in WRONG or day == 19  # where it stays, as after a holiday
        assert backups.take_daily(now) is None
    there = {each.made for each in backups.found()}
    assert {MORNING + timedelta(days=day) for day in (24, 25, 27, 28, 29)} <= there
    assert {wrong for wrong in WRONG.values() if wrong.year > 2030} <= there
    assert {made.isocalendar()[:2] for made in there} >= {
        (MORNING + timedelta(days=day)).isocalendar()[:2] for day in range(30)
    }


@pytest.mark.usefixtures("draft")
def test_a_clock_that_comes_by_the_same_second_again_writes_over_no_backup() -> None:
    made = [backups.take(now=MORNING) for _ in range(3)]
    assert len({each.path for each in made}) == 3
    assert [each.made - MORNING for each in made] == [timedelta(seconds=n) for n in range(3)]


@pytest.mark.usefixtures("draft")
def test_one_leap_of_the_clock_costs_no_backup() -> None:
    for day in range(25):
        backups.take(now=MORNING + timedelta(days=day))
    before = set(backups.found())
    for year in (2100, 2200, 9998):
        backups.take(now=datetime(year, 1, 1, 8, 0))
    assert before < set(backups.found())


def test_drafts_come_back_as_new_ones_and_nothing_is_overwritten(
    store: DraftStore, draft: str
) -> None:
    made = backups.take(now=MORNING)
    Session(store, draft).edit(value("unit", "改坏了"))
    fetched = restoring.fetch(made.path, restoring.drafts_in(made.path)[0])
    back = restoring.bring_back(store, fetched)
    assert (typed(store, draft, "unit"), typed(store, back, "unit")) == ("改坏了", "甲校工会")
    assert store.listing(back).label == "甲校工会 2022年（备份 12月5日）"
    assert len(store.drafts()) == 2


def test_a_draft_brought_back_is_still_that_of_the_file_it_came_from(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    exchange.save(store, draft, tmp_path / "交接.ghzj")
    taken = taken_in(store, tmp_path / "交接.ghzj")
    made = backups.take()
    store.bin(taken.id, "2022-12-08T10:00:00+00:00")
    kept = next(each for each in restoring.drafts_in(made.path) if each.row.id == taken.id)
    back = restoring.bring_back(store, restoring.fetch(made.path, kept))
    assert taken_in(store, tmp_path / "交接.ghzj").id == back


def test_a_draft_that_was_deleted_for_good_comes_back_with_its_history(
    store: DraftStore, draft: str
) -> None:
    Session(store, draft).edit(value("teachers", "120"))
    Session(store, draft).undo()
    store.rename(draft, "送审稿")
    made = backups.take(now=MORNING)
    store.bin(draft, "2022-12-05T10:00:00+00:00")
    store.delete(draft)
    fetched = restoring.fetch(made.path, restoring.drafts_in(made.path)[0])
    session = Session(store, restoring.bring_back(store, fetched))
    assert store.listing(session.id).label == "送审稿（备份 12月5日）"
    session.redo()
    assert session.figures.draft.answers[EditPath(Slot.VALUE, "teachers")] == "120"


def test_drafts_in_the_bin_are_in_the_backup_too(store: DraftStore, draft: str) -> None:
    store.bin(draft, "2022-12-05T10:00:00+00:00")
    (kept,) = restoring.drafts_in(backups.take().path)
    assert kept.row.binned_at


KILLED = """
import os, signal
from unionapp.storage.backup import backups, copying
from unionapp.storage.sqlite import copies

def die(_file):
    os.kill(os.getpid(), signal.SIGKILL)

{what} = die
backups.take()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
@pytest.mark.parametrize("what", ["os.fsync", "copying.settle_names", "copies.checked"])
@pytest.mark.usefixtures("draft")
def test_a_backup_that_is_killed_leaves_nothing_that_counts(home: Path, what: str) -> None:
    killed = subprocess.run(
        [sys.executable, "-c", KILLED.format(what=what)],
        check=False,
        cwd=HOUSE,
        env={**os.environ, "UNIONAPP_HOME": str(home)},
        timeout=PATIENCE,
    )
    assert killed.returncode == -signal.SIGKILL
    whole = what == "copying.settle_names"  # killed after it was read back and named
    assert len(backups.found()) == whole
    assert all(restoring.drafts_in(each.path) for each in backups.found())
    made = backups.take(now=MORNING)
    assert restoring.drafts_in(made.path)


@pytest.mark.usefixtures("draft")
def test_what_a_killed_backup_left_is_cleared_away_later() -> None:
    made = backups.take(now=MORNING)
    part, another = (
        made.path.with_name(f"工会年度总结备份-2022-12-04-090000-{mark}.ghbak.part")
        for mark in (made.mark, "000000")
    )
    left = data_folder() / "backup-0123456789abcdef"
    left.mkdir()
    for file in (part, another, left / FILE_NAME):
        file.write_text("")
    for each in (part, another, left):
        os.utime(each, (0, 0))
    later = backups.take(now=MORNING)
    assert names(made.path.parent) == sorted([another.name, made.path.name, later.path.name])
    assert not left.exists()


@pytest.mark.usefixtures("draft")
def test_backups_of_one_second_do_not_get_into_each_others_way() -> None:
    with ThreadPoolExecutor(4) as workers:
        made = list(workers.map(lambda _: backups.take(now=MORNING), range(16)))
    assert set(made) == set(backups.found())
    assert restoring.drafts_in(made[0].path)


def test_what_was_cleared_away_meanwhile_is_no_left_over(tmp_path: Path) -> None:
    assert not is_left_over(tmp_path / "gone")


@pytest.mark.usefixtures("draft")
def test_a_folder_that_is_gone_is_told_and_the_usual_one_is_used(tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    backups.choose_folder(stick)
    assert backups.take().path.parent == stick / "工会年度总结备份"
    for each in sorted(stick.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    stick.rmdir()
    with pytest.raises(StoreError, match=r"备份没有做成：没有这个文件或文件夹（.*）；草稿都在"):
        backups.take()
    taken = backups.take_daily(MORNING)
    assert taken is not None
    assert taken.backup.path.parent == usual_backup_folder()
    assert "这一次先备份到了" in taken.notice
    assert not stick.exists()
    assert backups.found() == (taken.backup,)


@pytest.mark.usefixtures("draft")
def test_a_folder_that_can_not_be_written_is_told_in_one_sentence() -> None:
    usual_backup_folder().write_text("a file is in the way")
    with pytest.raises(StoreError, match="备份没有做成") as told:
        backups.take_daily(MORNING)
    assert str(told.value).count("。") == 1


FULL = """
import resource
from unionapp.storage.backup import backups
from unionapp.errors import StoreError
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
try:
    backups.take()
except StoreError as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits")
def test_a_full_disk_is_told_and_leaves_nothing(store: DraftStore, draft: str, home: Path) -> None:
    Session(store, draft).edit(value("teachers", "很长的话" * 40_000))
    finished = subprocess.run(
        [sys.executable, "-c", FULL],
        check=True,
        cwd=HOUSE,
        env={**os.environ, "UNIONAPP_HOME": str(home)},
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
    )
    assert finished.stdout.startswith("备份没有做成：")
    assert names(usual_backup_folder()) == []
    assert not list(data_folder().glob("backup-*"))


@pytest.mark.usefixtures("draft")
def test_a_backup_beside_the_drafts_is_refused() -> None:
    with pytest.raises(StoreError, match="备份要和草稿分开放"):
        backups.choose_folder(data_folder())
    with pytest.raises(StoreError, match="备份要和草稿分开放"):
        backups.take(data_folder() / "备份")


def test_a_chosen_place_gets_a_folder_of_ours(tmp_path: Path) -> None:
    backups.choose_folder(tmp_path)
    backups.choose_folder(settings.backup_folder())
    assert settings.backup_folder() == tmp_path / "工会年度总结备份"
    assert stat.S_IMODE(settings.backup_folder().stat().st_mode) == 0o700


@pytest.mark.usefixtures("draft")
def test_damaged_drafts_make_no_backup_and_push_none_out(store: DraftStore) -> None:
    good = backups.take(now=MORNING)
    store.close()
    file = data_folder() / FILE_NAME
    content = bytearray(file.read_bytes())
    content[4096 * 3 : 4096 * 6] = os.urandom(4096 * 3)
    file.write_bytes(content)
    with pytest.raises(StoreError, match="备份没有做成"):
        backups.take(now=MORNING + timedelta(days=1))
    assert backups.found() == (good,)


def spoiled(file: Path, statement: str) -> Path:
    """A copy of a backup in which somebody has done something."""
    copy = file.with_name("copy.ghbak")
    copy.write_bytes(file.read_bytes())
    connection = sqlite3.connect(copy)
    connection.executescript(statement)
    connection.commit()
    connection.close()
    return copy


STRANGE = [
    "CREATE VIEW more AS SELECT 1",
    "CREATE TABLE more (a CHECK (length(hex(zeroblob(a))) > 0))",
    "CREATE TABLE more (a, b AS (zeroblob(a)))",
    "CREATE INDEX more ON edit (hex(zeroblob(seq)))",
    "CREATE INDEX more ON edit (seq) WHERE seq > 0",
    "CREATE TRIGGER t AFTER UPDATE ON draft BEGIN DELETE FROM edit; END",
]


@pytest.mark.parametrize("statement", STRANGE)
@pytest.mark.usefixtures("draft")
def test_what_is_none_of_ours_in_a_backup_is_not_looked_at(statement: str) -> None:
    strange = spoiled(backups.take().path, statement)
    with pytest.raises(DamagedCopyError):  # what is worked out may take any time and memory
        checked(strange)
    (kept,) = restoring.drafts_in(strange)
    assert (kept.name, kept.edits, kept.lack) == ("甲校工会 2022年", 2, "")


def test_a_bad_draft_in_a_backup_stops_no_other_and_is_named(store: DraftStore, draft: str) -> None:
    Session(store, draft).edit(value("teachers", "120"))
    other = begin(store, "school", [value("unit", "乙校工会")])
    made = backups.take(now=MORNING)
    bad = spoiled(made.path, "UPDATE edit SET typed = '{' WHERE path = 'value/year'")
    kept = {each.row.id: each for each in restoring.drafts_in(bad)}
    assert (kept[draft].lack, kept[other].lack) == ("少了 1 处修改", "")
    back = restoring.bring_back(store, restoring.fetch(bad, kept[draft]))
    assert (typed(store, back, "unit"), typed(store, back, "teachers")) == ("甲校工会", "120")
    back = restoring.bring_back(store, restoring.fetch(bad, kept[other]))
    assert typed(store, back, "unit") == "乙校工会"


@pytest.mark.usefixtures("draft")
def test_a_folder_that_can_not_be_looked_into_is_not_taken_for_one_without_backups(
    tmp_path: Path,
) -> None:
    assert backups.out_of_sight() == ""  # the usual folder is made with the first backup
    backups.choose_folder(tmp_path)
    backups.take()
    assert backups.out_of_sight() == ""
    chosen = settings.backup_folder()
    shutil.rmtree(chosen)
    assert f"“{chosen}”现在看不了：没有这个文件夹" in backups.out_of_sight()
    chosen.write_bytes(b"")
    assert f"“{chosen}”现在看不了：路径中有一段不是文件夹" in backups.out_of_sight()
    assert backups.found() == ()


MANY = """
INSERT INTO draft (id, template, kind, unit, year, filled, asked, last_seq, last_at, chain,
    label, origin)
SELECT ?1, template, kind, unit, year, filled, asked, 0, last_at, ?2, ?3, origin
FROM draft LIMIT 1
"""


@pytest.mark.usefixtures("draft")
def test_however_many_drafts_a_backup_has_they_are_listed_without_a_file_to_sort_them() -> None:
    made = backups.take().path
    with closing(sqlite3.connect(made)) as backup, backup:
        (digest,) = backup.execute("SELECT digest FROM template").fetchone()
        ids = [f"d{number}" for number in range(1500)]
        long = "很长的名称" * 500
        backup.executemany(MANY, [(id_, beginning(id_, digest), long) for id_ in ids])
    assert len(restoring.drafts_in(made)) == 1501


@pytest.mark.usefixtures("draft")
def test_a_name_of_whatever_length_and_signs_is_one_line_that_a_list_can_show() -> None:
    names = "UPDATE draft SET label = '甲' || char(10, 8238) || hex(zeroblob(999999)), unit = label"
    made = spoiled(backups.take().path, names)
    (kept,) = restoring.drafts_in(made)
    assert (kept.name.startswith("甲 000"), len(kept.name)) == (True, 100)
    assert len(restoring.fetch(made, kept).label) < 120


@pytest.mark.usefixtures("draft")
def test_the_newest_good_backup_is_one_that_can_still_be_read() -> None:
    assert restoring.newest_good() is None
    good = backups.take(now=MORNING)
    newer = backups.take(now=MORNING + timedelta(days=1))
    assert restoring.newest_good() == newer
    spoiled(newer.path, "DELETE FROM edit").replace(newer.path)
    assert restoring.newest_good() == good


@pytest.mark.usefixtures("draft")
def test_a_backup_is_read_apart_and_broken_off_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_off(*_: object, **__: object) -> None:
        raise BrokenOffError(Reason.TIME)

    made = backups.take()
    (kept,) = restoring.drafts_in(made.path)
    monkeypatch.setattr(restoring, "read_apart", break_off)
    told = f"备份“{made.path.name}”没有打开：读了10秒还没有读完；请换一份备份。现有草稿没有改动。"
    with pytest.raises(StoreError, match=told):
        restoring.drafts_in(made.path)
    with pytest.raises(StoreError, match=told):
        restoring.fetch(made.path, kept)
    assert restoring.newest_good() is None


def test_of_a_large_backup_each_draft_is_proven_when_it_is_brought_back(
    store: DraftStore, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = begin(store, "school", [value("unit", "乙校工会")])
    bad = spoiled(backups.take().path, "UPDATE edit SET typed = '{' WHERE path = 'value/year'")
    monkeypatch.setattr(contents, "MOST_PROVEN", 0)
    kept = contents.listed(contents.asked(bad), bad.name)
    assert {(each.row.id, each.lack) for each in kept} == {(draft, ""), (other, "")}
    for id_, unit in ((draft, "甲校工会"), (other, "乙校工会")):
        found = contents.handed_out(contents.asked(bad, id_), bad.name)
        assert found.lack == ("少了 1 处修改" if id_ == draft else "")
        back = restoring.bring_back(store, restoring.Fetched(found.draft, ""))
        assert typed(store, back, "unit") == unit


@pytest.mark.parametrize("content", [b"", b"no backup at all" * 999])
def test_any_other_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ghbak").write_bytes(content)
    with pytest.raises(StoreError, match="不是本程序的备份"):
        restoring.drafts_in(tmp_path / "a.ghbak")
    with pytest.raises(StoreError, match=r"“b.ghbak”读不出来（没有这个文件"):
        restoring.drafts_in(tmp_path / "b.ghbak")


@pytest.mark.usefixtures("draft")
def test_drafts_with_a_spoiled_edit_make_no_backup_and_push_none_out(store: DraftStore) -> None:
    good = backups.take(now=MORNING)
    store.close()
    with closing(sqlite3.connect(data_folder() / FILE_NAME, isolation_level=None)) as connection:
        connection.execute("UPDATE edit SET typed = '\"乙校工会\"' WHERE seq = 1")
    with pytest.raises(DamagedStoreError, match="备份没有做成：草稿文件有损坏"):
        backups.take(now=MORNING + timedelta(days=1))
    assert backups.found() == (good,)


@pytest.mark.usefixtures("draft")
def test_a_backup_of_a_trial_build_is_told() -> None:
    trial = spoiled(backups.take().path, "PRAGMA application_id = 0; ALTER TABLE edit DROP chain")
    with pytest.raises(StoreError, match=r"“copy.ghbak”是试用版的程序做的"):
        restoring.drafts_in(trial)


@pytest.mark.usefixtures("draft")
def test_a_backup_of_a_newer_program_is_told() -> None:
    later = "ALTER TABLE draft ADD COLUMN of_later TEXT"
    newer = spoiled(backups.take().path, f"{later}; PRAGMA user_version = {newest_format() + 1}")
    with pytest.raises(StoreError, match=r"“copy.ghbak”是更新版本的程序做的，请升级"):
        restoring.drafts_in(newer)


def test_a_new_store_needs_no_backup() -> None:
    open_store(data_folder(), backups.take_before_upgrade)
    assert backups.found() == ()


@pytest.mark.parametrize("left", [b"", b"3f", b"\xff" * 6])
@pytest.mark.usefixtures("draft")
def test_a_mark_of_which_a_full_disk_left_a_part_is_made_anew(left: bytes) -> None:
    (data_folder() / "backups.mark").write_bytes(left)
    taken = backups.take_daily(MORNING)
    assert taken is not None
    assert backups.last() == taken.backup
    assert backups.take_daily(MORNING) is None


def test_two_data_folders_that_share_a_folder_thin_only_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = tmp_path / "share"
    for name in ("first", "second"):
        monkeypatch.setenv("UNIONAPP_HOME", str(tmp_path / name))
        begin(open_store(data_folder()), "school", [value("unit", name)])
        for day in (31, 30, 29):
            backups.take(share, MORNING - timedelta(days=day))
        for day in (2, 1, 0):
            backups.take(share, MORNING - timedelta(days=day))
    marks = [each.name[-12:] for each in share.iterdir()]
    assert sorted(marks.count(mark) for mark in set(marks)) == [4, 4]
    settings.remember_backup_folder(share)
    units = [restoring.drafts_in(each.path)[0].row.summary.unit for each in backups.found()]
    assert units.count("first") == 4
    newest = backups.last()
    assert isinstance(newest, Backup)
    assert restoring.drafts_in(newest.path)[0].row.summary.unit == "second"


def test_documents_that_are_copied_to_the_internet_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("UNIONAPP_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    documents = tmp_path / "Documents"
    assert usual_backup_folder() == tmp_path / "工会年度总结备份"
    documents.mkdir()
    assert usual_backup_folder() == documents / "工会年度总结备份"
    monkeypatch.setenv("OneDrive", str(documents))
    assert usual_backup_folder() == tmp_path / "工会年度总结备份"


def test_what_is_there_is_backed_up_before_something_is_brought_back(store: DraftStore) -> None:
    backups.take_before_restoring()
    assert backups.found() == ()
    begin(store, "school", [value("unit", "甲校工会")])
    backups.take_before_restoring()
    assert len(backups.found()) == 1
    for each in backups.found():
        each.path.unlink()
    usual_backup_folder().rmdir()
    usual_backup_folder().write_text("a file is in the way")
    backups.take_before_restoring()
