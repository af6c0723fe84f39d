"""A damaged file of the drafts is put aside whole, and nothing else ever is."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from tests.support.samples import value
from unionapp.draft import Action, Edit
from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage import DraftStore, open_drafts
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME, SqliteStore
from unionapp.storage.sqlite import store as stores

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)
BEGUN = "2022-12-07T08:00:00+00:00"
GARBAGE = b"not a database at all" * 999


def begun(folder: Path) -> Path:
    """A file with so much in it that its middle is not read when it is opened."""
    folder.mkdir(exist_ok=True)
    store = SqliteStore(folder)
    for number in range(40):
        edits = [
            Edit(seq, seq, Action.DO, value("found", "很长的话" * 50), "", BEGUN)
            for seq in range(1, 9)
        ]
        store.begin("source" * 400, SUMMARY, BEGUN, edits, f"第 {number} 份")
    store.close()
    return folder / FILE_NAME


def spoil_middle(file: Path) -> bytes:
    content = bytearray(file.read_bytes())
    content[4096 * 3 :] = os.urandom(len(content) - 4096 * 3)
    file.write_bytes(content)
    return bytes(content)


def damaged_files(folder: Path) -> list[Path]:
    return sorted(folder.glob("drafts.damaged-*"))


def sentence_of(store: DraftStore) -> str:
    assert store.renewal is not None
    return store.renewal.sentence


def test_a_file_that_is_no_store_is_put_aside_as_it_is_and_the_drafts_begin_anew(
    tmp_path: Path,
) -> None:
    (tmp_path / FILE_NAME).write_bytes(GARBAGE)
    store = open_drafts(tmp_path)
    assert store.drafts() == ()
    (aside,) = damaged_files(tmp_path)
    assert aside.read_bytes() == GARBAGE
    assert sentence_of(store) == (
        f"草稿文件有损坏，里面的草稿读不出来了；坏了的文件没有删掉，移到了“{aside}”。"
    )
    store.begin("source", SUMMARY, BEGUN)
    store.close()
    again = open_drafts(tmp_path)
    assert (len(again.drafts()), again.renewal) == (1, None)


def test_damage_in_the_middle_is_found_at_the_first_listing(tmp_path: Path) -> None:
    content = spoil_middle(begun(tmp_path))
    store = open_drafts(tmp_path)
    assert store.drafts() == ()
    (aside,) = damaged_files(tmp_path)
    assert aside.read_bytes() == content


def test_a_text_that_is_none_costs_no_more_than_itself(tmp_path: Path) -> None:
    connection = sqlite3.connect(begun(tmp_path), isolation_level=None)
    connection.execute("UPDATE draft SET label = CAST(X'ff' AS TEXT) WHERE label = '第 7 份'")
    connection.close()
    store = open_drafts(tmp_path)
    labels = {row.label for row in store.drafts()}
    assert (len(store.drafts()), "第 8 份" in labels, "第 7 份" in labels) == (40, True, False)
    assert "里面的 40 份草稿都救了出来，没有发现缺少" in sentence_of(store)


def test_what_stood_in_the_journal_alone_is_rescued_and_goes_aside_too(tmp_path: Path) -> None:
    begun(tmp_path / "killed")
    store = SqliteStore(tmp_path / "killed")
    draft = store.drafts()[0].id
    store.append(draft, [Edit(9, 9, Action.DO, value("found", "刚写下的字"), "", BEGUN)])
    left = shutil.copytree(tmp_path / "killed", tmp_path / "left")
    (left / FILE_NAME).write_bytes(GARBAGE)
    rescued = open_drafts(left).edits(draft)
    assert rescued[-1].change == value("found", "刚写下的字")
    assert not list(left.glob(f"{FILE_NAME}-rescued*"))
    kept = b"".join(each.read_bytes() for each in left.glob("drafts.damaged-*"))
    assert "刚写下的字".encode() in kept


@pytest.mark.parametrize("ending", ["-wal", "-shm"])
def test_what_lies_beside_the_file_is_never_taken_for_that_of_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    (tmp_path / FILE_NAME).write_bytes(GARBAGE)
    (tmp_path / f"{FILE_NAME}{ending}").write_bytes(b"left")

    def fail(_file: Path) -> sqlite3.Connection:
        monkeypatch.undo()
        error = sqlite3.DatabaseError()
        error.sqlite_errorcode = sqlite3.SQLITE_NOTADB
        raise error

    monkeypatch.setattr(stores, "connect", fail)
    open_drafts(tmp_path)
    aside = damaged_files(tmp_path)[0]
    assert aside.with_name(f"{aside.name}{ending}").read_bytes() == b"left"


def test_drafts_that_another_program_holds_are_not_put_aside(tmp_path: Path) -> None:
    file = begun(tmp_path)
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="正被另一个程序占用") as told:
        open_drafts(tmp_path)
    assert not isinstance(told.value, DamagedStoreError)
    other.close()
    assert damaged_files(tmp_path) == []
    assert len(open_drafts(tmp_path).drafts()) == 40


@pytest.mark.parametrize(
    "code",
    [sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_CANTOPEN],
)
def test_drafts_on_a_full_or_a_failing_disk_are_not_put_aside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    file = begun(tmp_path)

    def fail(_file: Path) -> sqlite3.Connection:
        error = sqlite3.OperationalError()
        error.sqlite_errorcode = code
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(stores, "connect", fail)
        with pytest.raises(StoreError):
            open_drafts(tmp_path)
    assert [each.name for each in tmp_path.iterdir()] == [file.name]


HOLD = """
import sys
from pathlib import Path
from unionapp.storage.sqlite import SqliteStore
store = SqliteStore(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows moves no file that is open")
def test_a_damaged_file_that_a_window_still_writes_to_is_left_where_it_is(tmp_path: Path) -> None:
    file = begun(tmp_path)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, tmp_path],
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as window:
        assert window.stdout is not None
        assert window.stdout.readline() == "open\n"
        spoil_middle(file)
        with pytest.raises(StoreError, match="没有救出来（正被另一个程序占用）"):
            open_drafts(tmp_path)
        assert file.exists()
        window.communicate("")
    assert open_drafts(tmp_path).renewal is not None


def test_a_message_of_sqlite_that_quotes_what_is_no_text_tells_of_damage(tmp_path: Path) -> None:
    connection = sqlite3.connect(begun(tmp_path), isolation_level=None)
    connection.execute("PRAGMA writable_schema = ON")
    spoiled = "UPDATE sqlite_master SET sql = CAST(X'4b45d9' AS TEXT) WHERE name = 'snapshot'"
    connection.execute(spoiled)
    connection.close()
    store = open_drafts(tmp_path)
    assert "里面的 40 份草稿都救了出来" in sentence_of(store)


@pytest.mark.parametrize("left", [b"", b"S"])
def test_a_file_of_which_no_more_than_a_byte_is_left_is_no_first_start(
    tmp_path: Path, left: bytes
) -> None:
    begun(tmp_path).write_bytes(left)
    store = open_drafts(tmp_path, missing=lambda: "以前有过草稿。")
    assert (sentence_of(store), store.drafts()) == ("以前有过草稿。", ())


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """What a killed program leaves whose last 20 edits are in the journal alone, and the draft."""
    folder = tmp_path_factory.mktemp("killed")
    begun(folder)
    store = SqliteStore(folder)
    draft = store.drafts()[0].id
    for seq in range(9, 29):
        store.append(draft, [Edit(seq, seq, Action.DO, value("found", f"第{seq}句"), "", BEGUN)])
    left = folder.with_name("left")
    shutil.copytree(folder, left)
    store.close()
    return left, draft


# The salts and the sum of the header, the salts and the number of the third frame, and its page.
@pytest.mark.parametrize("at", [17, 30, 32 + 2 * 4120 + 9, 32 + 2 * 4120 + 3, 9000])
def test_a_bit_that_has_turned_in_the_journal_takes_no_edit_along_in_silence(
    tmp_path: Path, killed: tuple[Path, str], at: int
) -> None:
    left, draft = killed
    folder = shutil.copytree(left, tmp_path / "spoiled")
    journal = folder / f"{FILE_NAME}-wal"
    content = bytearray(journal.read_bytes())
    content[at] ^= 4
    journal.write_bytes(content)
    store = open_drafts(folder)
    assert len(store.edits(draft)) >= 27
    assert "草稿文件有损坏" in sentence_of(store)


def test_a_journal_that_is_whole_or_has_no_whole_end_is_no_damage(
    tmp_path: Path, killed: tuple[Path, str]
) -> None:
    left, draft = killed
    for cut in (0, 1, 4000, 4121):
        folder = shutil.copytree(left, tmp_path / f"{cut}")
        journal = folder / f"{FILE_NAME}-wal"
        journal.write_bytes(journal.read_bytes()[: journal.stat().st_size - cut])
        store = open_drafts(folder)
        assert (len(store.edits(draft)), store.renewal) == (28 - (cut > 0), None)


def test_a_transaction_that_was_being_written_when_the_power_went_is_no_damage(
    tmp_path: Path, killed: tuple[Path, str]
) -> None:
    left, draft = killed
    folder = shutil.copytree(left, tmp_path / "torn")
    journal = folder / f"{FILE_NAME}-wal"
    content = bytearray(journal.read_bytes())
    content[-4096:] = bytes(4096)
    journal.write_bytes(content)
    store = open_drafts(folder)
    assert (len(store.edits(draft)), store.renewal) == (27, None)


# What SQLite or a rescue keeps in the folder of the drafts, by these names.
OURS = [
    FILE_NAME,
    f"{FILE_NAME}-wal",
    f"{FILE_NAME}-shm",
    "drafts.rescued.sqlite3",
    "drafts.rescued-part.sqlite3",
]


def one_draft(folder: Path) -> str:
    with closing(SqliteStore(folder)) as store:
        return begin(store, "school", [value("unit", "甲校工会")])


@pytest.mark.parametrize("made", [os.mkfifo, os.mkdir], ids=["pipe", "folder"])
@pytest.mark.parametrize("name", OURS)
def test_what_is_no_file_in_the_place_of_one_of_ours_holds_nobody_up(
    tmp_path: Path, name: str, made: Callable[[Path], None]
) -> None:
    draft = one_draft(tmp_path)
    if name == FILE_NAME:
        (tmp_path / FILE_NAME).unlink()
    made(tmp_path / name)
    with closing(open_drafts(tmp_path, missing=lambda: "不见了")) as store:
        known = [row.id for row in store.drafts()]
        assert known == ([] if name == FILE_NAME else [draft])
        again = begin(store, "school", [value("unit", "乙校工会")])
        Session(store, again).edit(value("year", "2022"))
    [aside] = tmp_path.glob("*.other")
    assert not aside.is_file()


@pytest.mark.parametrize("content", [b"", b"not a database", b"SQLite format 3\0" + bytes(4096)])
def test_what_was_rescued_and_is_no_longer_whole_takes_the_place_of_nothing(
    tmp_path: Path, content: bytes
) -> None:
    draft = one_draft(tmp_path)
    (tmp_path / "drafts.rescued.sqlite3").write_bytes(content)
    with closing(open_drafts(tmp_path)) as store:
        assert (store.renewal, [row.id for row in store.drafts()]) == (None, [draft])
    [aside] = tmp_path.glob("drafts.rescued.damaged-*")
    assert aside.read_bytes() == content
