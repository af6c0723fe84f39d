"""Files that go away or are cut off under an open store: nothing that was saved goes with them."""

import os
import shutil
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from types import ModuleType

import pytest

from tests.support.samples import Clock, value
from unionapp.draft import EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage import open_drafts
from unionapp.storage.backup.restoring import drafts_in
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME, SqliteStore, recovery, renewal
from unionapp.storage.sqlite.presence import Presence

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody take away a file that is open"
)

SECRET, STUDY = "患重病的王小宝", EditPath(Slot.VALUE, "study_sessions")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "drafts"


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    """A store with two drafts, which was opened before and has something in its file and beside."""
    folder.mkdir(parents=True)
    with closing(SqliteStore(folder)) as first:
        begin(first, "school", [value("unit", "乙校工会")])
    store = SqliteStore(folder)
    yield store
    store.close()


@pytest.fixture
def session(store: SqliteStore) -> Session:
    """A session with several steps behind it."""
    clock = Clock()
    session = Session(store, begin(store, "school", [value("year", "2022")], clock), clock)
    for unit in ("甲校工会", "甲校", "甲校工会委员会"):
        clock.wait(60)
        session.edit(value("unit", unit))
    clock.wait(60)
    return session


def delete(folder: Path) -> None:
    (folder / FILE_NAME).unlink()


def delete_all(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def remove_folder(folder: Path) -> None:
    shutil.rmtree(folder.parent)


def rename_folder(folder: Path) -> None:
    folder.rename(folder.with_name("other"))


def rename(folder: Path) -> None:
    (folder / FILE_NAME).rename(folder / "drafts (1).sqlite3")


def delete_journal(folder: Path) -> None:
    (folder / f"{FILE_NAME}-wal").unlink()


def delete_index(folder: Path) -> None:
    (folder / f"{FILE_NAME}-shm").unlink()


def put_empty_file(folder: Path) -> None:
    replace(folder, b"")


def put_garbage(folder: Path) -> None:
    replace(folder, b"not a database at all" * 999)


def put_foreign_file(folder: Path) -> None:
    with closing(sqlite3.connect(folder / "other")) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    (folder / "other").replace(folder / FILE_NAME)


def put_new_store(folder: Path) -> None:
    SqliteStore(made(folder / "new")).close()
    (folder / "new" / FILE_NAME).replace(folder / FILE_NAME)


def put_other_store(folder: Path) -> None:
    with closing(SqliteStore(made(folder / "new"))) as other:
        begin(other, "school", [value("unit", "丙校工会")])
    (folder / "new" / FILE_NAME).replace(folder / FILE_NAME)


def replace(folder: Path, content: bytes) -> None:
    (folder / "new").write_bytes(content)
    (folder / "new").replace(folder / FILE_NAME)


def made(folder: Path) -> Path:
    folder.mkdir()
    return folder


AWAY = [
    delete,
    delete_all,
    remove_folder,
    rename_folder,
    rename,
    delete_journal,
    delete_index,
    put_empty_file,
    put_garbage,
    put_foreign_file,
    put_new_store,
    put_other_store,
]


def cut(folder: Path, ending: str = "", size: int = 0) -> None:
    os.truncate(folder / f"{FILE_NAME}{ending}", size)


def cut_file(folder: Path) -> None:
    cut(folder)


def cut_file_in_the_middle(folder: Path) -> None:
    cut(folder, size=4096 * 2)


def cut_journal(folder: Path) -> None:
    cut(folder, "-wal")


def cut_index(folder: Path) -> None:
    cut(folder, "-shm")


CUT = [cut_file, cut_file_in_the_middle, cut_journal, cut_index]


def names(session: Session) -> list[str]:
    return [entry.name for entry in session.history()]


@pytest.mark.parametrize("harm", AWAY)
def test_what_is_saved_after_files_went_away_is_there_with_the_whole_history(
    store: SqliteStore, session: Session, folder: Path, harm: Callable[[Path], None]
) -> None:
    before = names(session)
    harm(folder)
    session.edit(value("study_sessions", "120"))
    assert store.renewal is not None
    assert store.renewal.whole
    assert str(folder / FILE_NAME) in store.renewal.sentence
    with closing(SqliteStore(folder)) as fresh:
        again = Session(fresh, session.id)
        assert names(again) == [names(session)[0], *before]
        assert again.figures.draft.answers == session.figures.draft.answers
        units = {row.summary.unit for row in fresh.drafts()}
        assert units >= {"乙校工会", "甲校工会委员会"}
        assert ("丙校工会" in units) == (harm is put_other_store)
    session.undo()
    assert [each.name for each in folder.iterdir() if "kept" in each.name] == []


@pytest.mark.parametrize("harm", CUT)
def test_what_is_saved_after_files_were_cut_off_is_there_as_it_stands(
    store: SqliteStore, session: Session, folder: Path, harm: Callable[[Path], None]
) -> None:
    harm(folder)
    session.edit(value("study_sessions", "120"))
    session.edit(value("unit", "甲"))
    assert store.renewal is not None
    with closing(SqliteStore(folder)) as fresh:
        again = Session(fresh, session.id)
        assert again.figures.draft.answers == session.figures.draft.answers
        assert again.figures.printed("unit") == "甲"
    session.undo()
    assert session.figures.printed("unit") == "甲校工会委员会"


def test_what_no_window_has_open_is_rescued_row_by_row(
    store: SqliteStore, session: Session, folder: Path
) -> None:
    before = names(session)
    cut_file_in_the_middle(folder)
    store._connection.execute("PRAGMA shrink_memory")  # nothing is known that is not in the files
    session.edit(value("study_sessions", "120"))
    assert store.renewal is not None
    assert not store.renewal.whole
    assert "读不全了" in store.renewal.sentence
    with closing(SqliteStore(folder)) as fresh:
        assert {row.summary.unit for row in fresh.drafts()} == {"乙校工会", "甲校工会委员会"}
        assert names(Session(fresh, session.id))[1:] == before


@pytest.mark.parametrize("harm", [*AWAY, *CUT])
def test_every_window_goes_on_after_the_first_has_saved_anew(
    store: SqliteStore, session: Session, folder: Path, harm: Callable[[Path], None]
) -> None:
    elsewhere = SqliteStore(folder)
    beside = Session(store, store.drafts()[0].id)
    other = Session(elsewhere, session.id)
    other.edit(value("year", "2021"))
    session.catch_up()
    harm(folder)
    beside.edit(value("unit", "乙校"))
    session.edit(value("study_sessions", "120"))
    other.edit(value("year", "2023"))
    elsewhere.close()
    with closing(SqliteStore(folder)) as fresh:
        again = Session(fresh, session.id).figures
        assert (again.printed("study_sessions"), again.printed("year")) == ("120次", "2023年")
        assert Session(fresh, beside.id).figures.printed("unit") == "乙校"


def test_what_two_windows_bring_back_differently_is_kept_twice_and_told(
    session: Session, folder: Path
) -> None:
    elsewhere = SqliteStore(folder)
    other = Session(elsewhere, session.id)
    other.edit(value("study_sessions", "1"))
    cut_file(folder)
    session.edit(value("study_sessions", "120"))
    other.edit(value("year", "2023"))
    assert {other.contests[STUDY].kept, other.contests[STUDY].other} == {"1", "120"}
    assert {"1", "120"} <= {edit.change.typed for edit in elsewhere.edits(session.id)}
    elsewhere.close()


def test_what_is_brought_back_with_an_edit_that_fails_is_brought_back_with_the_next(
    store: SqliteStore, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise StoreError("磁盘空间不足")

    cut_file(folder)
    cut_journal(folder)
    store._connection.execute("PRAGMA shrink_memory")  # nothing is known that is not in the files
    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "append", fail)
        with pytest.raises(StoreError):
            session.edit(value("study_sessions", "119"))
    session.edit(value("study_sessions", "120"))
    with closing(SqliteStore(folder)) as fresh:
        again = Session(fresh, session.id)
        assert again.figures.draft.answers == session.figures.draft.answers
        assert again.figures.printed("study_sessions") == "120次"


def test_files_that_went_away_are_brought_back_even_if_nothing_more_is_typed(
    folder: Path,
) -> None:
    folder.mkdir(parents=True)
    store = SqliteStore(folder)
    draft = begin(store, "school", [value("unit", "甲校工会")])
    delete_all(folder)
    store.close()
    with closing(SqliteStore(folder)) as fresh:
        assert [row.id for row in fresh.drafts()] == [draft]


def test_the_list_of_drafts_notices_it_too(store: SqliteStore, folder: Path) -> None:
    delete_all(folder)
    assert [row.summary.unit for row in store.drafts()] == ["乙校工会"]
    assert store.renewal is not None


def test_an_older_state_of_the_same_draft_gets_what_it_lacks(
    store: SqliteStore, session: Session, folder: Path, tmp_path: Path
) -> None:
    with closing(SqliteStore(made(tmp_path / "old"))) as old:
        store._connection.backup(old._connection)
    session.edit(value("study_sessions", "120"))
    (tmp_path / "old" / FILE_NAME).replace(folder / FILE_NAME)
    session.edit(value("study_sessions", "121"))
    with closing(SqliteStore(folder)) as fresh:
        assert fresh.edits(session.id) == store.edits(session.id)


def test_a_draft_that_went_on_otherwise_elsewhere_is_kept_beside_this_one(
    store: SqliteStore, session: Session, folder: Path, tmp_path: Path
) -> None:
    with closing(SqliteStore(made(tmp_path / "old"))) as old:
        store._connection.backup(old._connection)
        Session(old, session.id).edit(value("study_sessions", "7"))
    session.edit(value("study_sessions", "120"))
    (tmp_path / "old" / FILE_NAME).replace(folder / FILE_NAME)
    session.edit(value("unit", "甲"))
    assert session.figures.printed("study_sessions") == "120次"
    with closing(SqliteStore(folder)) as fresh:
        found = [Session(fresh, row.id) for row in fresh.drafts()]
        assert len(found) == 3
        beside = next(each for each in found if "另一份" in fresh.listing(each.id).label)
        assert beside.figures.printed("study_sessions") == "120次"
        assert [name for name in names(Session(fresh, session.id)) if "→7" in name]


def test_deleting_for_good_is_no_damage(store: SqliteStore, session: Session, folder: Path) -> None:
    other = SqliteStore(folder)
    for at in (other, store):
        draft = begin(at, "school", [value("unit", SECRET)])
        at.bin(draft, "2022")
        at.delete(draft)
        session.edit(value("study_sessions", draft))
    assert (store.renewal, other.renewal) == (None, None)
    assert SECRET not in "".join(
        file.read_bytes().decode(errors="replace") for file in folder.iterdir()
    )
    other.close()


def test_a_draft_that_was_deleted_for_good_elsewhere_is_not_brought_back_in_silence(
    session: Session, folder: Path
) -> None:
    with closing(SqliteStore(folder)) as other:
        other.bin(session.id, "2022")
        other.delete(session.id)
    with pytest.raises(StoreError, match="被彻底删除了"):
        session.edit(value("unit", "甲"))


def test_where_nothing_new_can_be_made_the_old_file_stays_open_and_it_is_tried_again(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete_all(folder)

    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", fail)
        with pytest.raises(StoreError, match="磁盘空间不足"):
            session.edit(value("unit", "甲"))
    session.edit(value("unit", "乙"))
    with closing(SqliteStore(folder)) as fresh:
        assert Session(fresh, session.id).figures.printed("unit") == "乙"


MOMENTS = {
    "while it is copied": (renewal, "copy_out"),
    "before the copy is promised": (renewal, "promised"),
    "while the old file is moved": (renewal, "_move_aside"),
    "when the old file was moved": (recovery, "_change_places"),
    "before the new file is opened": (renewal, "_opened"),
}


# Into another store nothing is promised: what it lacks is put in at one stroke.
KILLS = [
    pytest.param(harm, moment, id=f"{harm.__name__} and killed {name}")
    for harm in (delete_all, cut_index, put_other_store)
    for name, moment in MOMENTS.items()
    if harm is not put_other_store or moment[1] not in {"promised", "_change_places"}
]


@pytest.mark.parametrize(("harm", "moment"), KILLS)
def test_what_a_killed_renewal_leaves_is_brought_back_or_cleared_away(
    folder: Path, harm: Callable[[Path], None], moment: tuple[ModuleType, str]
) -> None:
    folder.mkdir(parents=True)
    with closing(SqliteStore(folder)) as store:
        id_ = begin(store, "school", [value("unit", "甲校工会")])
    child = os.fork()
    if child == 0:
        session = Session(SqliteStore(folder), id_)
        session.edit(value("year", "2022"))
        harm(folder)
        setattr(*moment, lambda *_, **__: os._exit(9))
        session.edit(value("study_sessions", "120"))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    grow_old(folder)
    with closing(open_drafts(folder)) as kept:
        here = {row.id: Session(kept, row.id).figures.printed("year") for row in kept.drafts()}
        told = kept.renewal.sentence if kept.renewal else ""
    backups = {each.row.id for aside in folder.glob("*.ghbak") for each in drafts_in(aside)}
    if moment[1] != "copy_out" or harm is cut_index:  # else nothing is left of the old file
        assert here.get(id_) == "2022年" or (id_ in backups and "备份" in told)
    open_drafts(folder).close()
    assert not list(folder.glob("kept-*"))


def grow_old(folder: Path) -> None:
    for left in folder.glob("kept-*"):
        os.utime(left, (1e9, 1e9))


def test_what_was_left_over_and_is_not_in_the_drafts_is_kept_as_a_backup_and_told(
    tmp_path: Path,
) -> None:
    with closing(open_drafts(tmp_path)) as store:
        id_ = begin(store, "school", [value("unit", "甲校工会")])
        shutil.copy(tmp_path / FILE_NAME, tmp_path / "kept-1.sqlite3")
        shutil.copy(tmp_path / f"{FILE_NAME}-wal", tmp_path / "kept-1.sqlite3-wal")
        shutil.copytree(tmp_path, tmp_path / "again")
        store.bin(id_, "2026-12-01T08:00:00+00:00")
        store.delete(id_)
    with closing(open_drafts(tmp_path)) as store:
        assert store.renewal is None  # somebody may be at it
    grow_old(tmp_path)
    with closing(open_drafts(tmp_path)) as store:
        assert store.renewal is not None
        [aside] = tmp_path.glob("*.ghbak")
        assert str(aside) in store.renewal.sentence
        assert [each.name for each in drafts_in(aside)] == ["甲校工会"]
        assert store.drafts() == ()
    grow_old(tmp_path / "again")
    with closing(open_drafts(tmp_path / "again")) as store:
        assert (store.renewal, [row.id for row in store.drafts()]) == (None, [id_])
    assert not list((tmp_path / "again").glob("*kept*"))


def test_where_no_open_file_can_be_moved_it_is_closed_first(
    store: SqliteStore, session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(renewal, "_IS_HELD_BY_OPENING", True)
    old, moved = store._connection, Presence.still_there

    def still_there(presence: Presence) -> Iterator[Path]:
        with pytest.raises(sqlite3.ProgrammingError):
            old.execute("SELECT 1")
        return moved(presence)

    def fail(*_: object) -> Path:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Presence, "still_there", still_there)
    cut_index(folder)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", fail)
        with pytest.raises(StoreError, match="没有权限"):
            session.edit(value("study_sessions", "119"))
    old = store._connection
    session.edit(value("study_sessions", "120"))
    with closing(SqliteStore(folder)) as fresh:
        assert Session(fresh, session.id).figures.printed("study_sessions") == "120次"
