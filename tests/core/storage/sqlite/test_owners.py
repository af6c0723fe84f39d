"""Whose a file of drafts is: by what its header says of it, and by its tables."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.sqlite import FILE_NAME, SqliteStore, Whose, owner_of

TRIAL_TABLES = """
CREATE TABLE template (digest TEXT PRIMARY KEY, source TEXT NOT NULL);
CREATE TABLE draft (id TEXT PRIMARY KEY, template TEXT NOT NULL, label TEXT NOT NULL);
CREATE TABLE edit (draft TEXT NOT NULL, seq INTEGER NOT NULL, typed TEXT NOT NULL);
"""


def made(folder: Path, script: str) -> bytes:
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        connection.executescript(script)
    return (folder / FILE_NAME).read_bytes()


def assert_refused(folder: Path, words: str) -> None:
    """It is told in one sentence, and nothing is changed or laid beside the file."""
    before = (folder / FILE_NAME).read_bytes()
    with pytest.raises(StoreError, match=words) as told:
        SqliteStore(folder)
    assert not isinstance(told.value, DamagedStoreError)
    assert str(told.value).count("。") == 1
    assert (folder / FILE_NAME).read_bytes() == before
    assert [each.name for each in folder.iterdir()] == [FILE_NAME]


@pytest.mark.parametrize("format_", [0, 1, 2, 4, 99])
def test_drafts_of_a_trial_build_are_told_as_what_they_are(tmp_path: Path, format_: int) -> None:
    made(tmp_path, f"{TRIAL_TABLES} PRAGMA user_version = {format_}")
    assert owner_of(tmp_path / FILE_NAME) is Whose.TRIAL
    assert_refused(tmp_path, "是试用版的程序保存的，本程序打不开它，请把它移到别处")


@pytest.mark.parametrize("header", ["", "PRAGMA application_id = 7", "PRAGMA user_version = 3"])
def test_a_file_of_another_program_is_told_as_what_it_is(tmp_path: Path, header: str) -> None:
    made(tmp_path, f"CREATE TABLE song (title TEXT); {header}")
    assert owner_of(tmp_path / FILE_NAME) is Whose.FOREIGN
    assert_refused(tmp_path, "是别的程序的文件，请把它移到别处")


@pytest.mark.parametrize(
    "header",
    [
        "PRAGMA user_version = 0",
        "PRAGMA user_version = 33",
        "PRAGMA user_version = -1",
        "PRAGMA application_id = 0",
        "PRAGMA application_id = 1195924298",
    ],
)
def test_a_header_that_is_at_odds_with_the_tables_is_damage(tmp_path: Path, header: str) -> None:
    SqliteStore(tmp_path).close()
    made(tmp_path, header)
    assert owner_of(tmp_path / FILE_NAME) is Whose.DAMAGED
    with pytest.raises(DamagedStoreError):
        SqliteStore(tmp_path)


def test_an_empty_file_is_made_ours(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).touch()
    assert owner_of(tmp_path / FILE_NAME) is Whose.NOBODYS
    SqliteStore(tmp_path).close()
    assert owner_of(tmp_path / FILE_NAME) is Whose.OURS
