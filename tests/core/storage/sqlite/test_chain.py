"""What stands in the file otherwise than it was written is seen when it is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.samples import value
from unionapp.draft import Action, Edit
from unionapp.errors import DamagedStoreError
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sqlite import FILE_NAME, DamagedCopyError, SqliteStore, checked
from unionapp.storage.sqlite.chain import Columns, link

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)
BEGUN = "2022-12-07T08:00:00+00:00"
AT = "2022-12-07T10:00:00+00:00"


def edits(first: int = 1, last: int = 3) -> list[Edit]:
    changes = [value("found", f"{number}") for number in range(first, last + 1)]
    return [
        Edit(seq, seq, Action.DO, change, "wang", AT) for seq, change in enumerate(changes, first)
    ]


def begun(folder: Path, *, sound: int = 0) -> str:
    """A draft that is to be spoiled, and some more."""
    with closing(SqliteStore(folder)) as store:
        for _ in range(sound):
            store.begin("source", SUMMARY, BEGUN, edits())
        return store.begin("source", SUMMARY, "2022-12-07T09:00:00+00:00", edits())


def change(folder: Path, statement: str, *known: object) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME, isolation_level=None)) as connection:
        connection.execute(statement, known)


SPOILED = [
    "UPDATE edit SET typed = '\"9\"' WHERE seq = 2",
    "UPDATE edit SET typed = '{' WHERE seq = 2",
    "UPDATE edit SET typed = printf('%.*c', 9000, '[') WHERE seq = 2",
    "UPDATE edit SET typed = 7 WHERE seq = 2",
    "UPDATE edit SET typed = X'00' WHERE seq = 2",
    "UPDATE edit SET typed = CAST(X'ff' AS TEXT) WHERE seq = 2",
    "UPDATE edit SET path = 'nowhere/found' WHERE seq = 2",
    "UPDATE edit SET path = '' WHERE seq = 2",
    "UPDATE edit SET path = X'00' WHERE seq = 2",
    "UPDATE edit SET action = 'dance' WHERE seq = 2",
    "UPDATE edit SET at = '' WHERE seq = 2",
    "UPDATE edit SET at = '2022-12-07T10:00:00' WHERE seq = 2",
    "UPDATE edit SET at = '9999-12-31T23:59:59+00:00' WHERE seq = 2",
    "UPDATE edit SET author = 'liu' WHERE seq = 2",
    "UPDATE edit SET step = 99999999999999999 WHERE seq = 2",
    "UPDATE edit SET step = 0.5 WHERE seq = 2",
    "UPDATE edit SET step = -1 WHERE seq = 2",
    "UPDATE edit SET seq = 9 WHERE seq = 3",
    "UPDATE edit SET chain = X'00' WHERE seq = 2",
    "UPDATE edit SET chain = 'text' WHERE seq = 2",
    "DELETE FROM edit WHERE seq = 1",
    "DELETE FROM edit WHERE seq = 2",
    "DELETE FROM edit WHERE seq = 3",
    "DELETE FROM edit",
    "UPDATE draft SET chain = X'00'",
    "UPDATE draft SET last_seq = 0",
    "UPDATE draft SET last_seq = 2",
    "UPDATE draft SET last_seq = 4",
]


@pytest.mark.parametrize("statement", SPOILED)
def test_an_edit_that_is_not_as_it_was_written_is_damage_and_no_copy_of_it_counts(
    tmp_path: Path, statement: str
) -> None:
    draft = begun(tmp_path)
    assert checked(tmp_path / FILE_NAME) == (1, 3)
    change(tmp_path, statement)
    with pytest.raises(DamagedStoreError), closing(SqliteStore(tmp_path)) as store:
        store.edits(draft)
    with pytest.raises(DamagedCopyError):
        checked(tmp_path / FILE_NAME)


def test_a_part_of_the_edits_is_checked_by_itself(tmp_path: Path) -> None:
    draft = begun(tmp_path)
    change(tmp_path, "UPDATE edit SET author = 'liu' WHERE seq = 1")
    with closing(SqliteStore(tmp_path)) as store:
        assert store.edits(draft, after=1) == tuple(edits(2, 3))
        assert store.edits(draft, after=1, until=2) == tuple(edits(2, 2))
        assert store.edits(draft, after=3) == ()
        with pytest.raises(DamagedStoreError):
            store.edits(draft, until=2)


SPOILED_DRAFTS = [
    "UPDATE draft SET filled = 'many'",
    "UPDATE draft SET filled = 99999999999999",
    "UPDATE draft SET binned_at = X'00'",
    "UPDATE draft SET label = X'00'",
    "UPDATE draft SET last_seq = 'many'",
]


@pytest.mark.parametrize("statement", SPOILED_DRAFTS)
def test_a_draft_that_no_list_can_show_is_damage(tmp_path: Path, statement: str) -> None:
    begun(tmp_path)
    change(tmp_path, statement)
    with pytest.raises(DamagedStoreError), closing(SqliteStore(tmp_path)) as store:
        assert (store.drafts(), store.binned()) == ((), ())
    with pytest.raises(DamagedCopyError):
        checked(tmp_path / FILE_NAME)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE template SET source = 'another'",
        "DELETE FROM template",
        "UPDATE draft SET template = 'another'",
    ],
)
def test_a_template_that_is_not_the_one_of_the_draft_is_damage(
    tmp_path: Path, statement: str
) -> None:
    draft = begun(tmp_path)
    change(tmp_path, statement)
    with pytest.raises(DamagedStoreError), closing(SqliteStore(tmp_path)) as store:
        store.template_source(draft)
    with pytest.raises(DamagedCopyError):
        checked(tmp_path / FILE_NAME)


def test_edits_of_one_draft_are_no_edits_of_another(tmp_path: Path) -> None:
    draft = begun(tmp_path, sound=1)
    with closing(SqliteStore(tmp_path)) as store:
        (other,) = (row.id for row in store.drafts() if row.id != draft)
    for to, of in (("x", draft), (draft, other), (other, "x")):
        change(tmp_path, "UPDATE edit SET draft = ? WHERE draft = ?", to, of)
    with closing(SqliteStore(tmp_path)) as store:
        for each in (draft, other):
            with pytest.raises(DamagedStoreError):
                store.edits(each)


@pytest.mark.parametrize(
    "statement", ["DROP TABLE edit", "DROP TABLE template", "ALTER TABLE edit RENAME at TO time"]
)
def test_tables_that_are_not_there_are_damage(tmp_path: Path, statement: str) -> None:
    draft = begun(tmp_path)
    change(tmp_path, statement)
    with pytest.raises(DamagedStoreError), closing(SqliteStore(tmp_path)) as store:
        assert (store.template_source(draft), store.edits(draft)) == ("source", ())


def test_a_draft_goes_on_where_its_chain_ends(tmp_path: Path) -> None:
    draft = begun(tmp_path)
    with closing(SqliteStore(tmp_path)) as store:
        store.append(draft, edits(4, 5), SUMMARY)
    with closing(SqliteStore(tmp_path)) as store:
        assert store.edits(draft) == tuple(edits(1, 5))
        assert store.listing(draft).edited_seq == 5


def test_no_two_edits_are_told_alike_by_the_chain() -> None:
    texts = ("do", "a", "bc", "d", AT)
    moved = ("do", "ab", "c", "d", AT), ("do", "a", "b", "cd", AT), ("do1", "a", "bc", "d", AT)
    alike: list[Columns] = [(1, 1, *texts), (11, 1, *texts), (1, 11, *texts)]
    alike += [(1, 1, *each) for each in moved]
    assert len({link(b"", each) for each in alike}) == len(alike)
