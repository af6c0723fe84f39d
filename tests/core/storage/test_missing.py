"""A file of drafts that is missing or empty where there were some is no first start."""

import shutil
import subprocess
import sys
from contextlib import closing

import pytest

from tests.support.places import HOUSE
from tests.support.samples import value
from unionapp.cli.main import main
from unionapp.storage import DraftStore, open_drafts
from unionapp.storage.backup import backups, sentence_on_missing_drafts
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import Office, data_folder, settings


def opened() -> DraftStore:
    return open_drafts(data_folder(), missing=sentence_on_missing_drafts)


def sentence() -> str:
    """What is said at a start."""
    with closing(opened()) as store:
        return store.renewal.sentence if store.renewal else ""


def begun() -> str:
    with closing(opened()) as store:
        return begin(store, "school", [value("unit", "甲校工会")])


def test_at_a_first_start_nothing_is_said() -> None:
    assert (sentence(), sentence()) == ("", "")


@pytest.mark.parametrize("known", ["by the mark", "by settings"])
def test_a_file_that_went_away_or_was_emptied_is_told_with_the_way_back(known: str) -> None:
    begun()
    if known == "by the mark":
        backups.take()
    else:
        settings.remember_office(Office("school", "甲校工会"))
    file = data_folder() / FILE_NAME
    file.unlink()
    with closing(opened()) as store:
        assert store.drafts() == ()
        assert store.renewal is not None
        assert not store.renewal.whole
        assert "不见了" in store.renewal.sentence
    assert sentence() == ""  # once
    file.write_bytes(b"")
    assert "是空的" in sentence()


def test_a_folder_that_went_away_is_known_by_its_backups() -> None:
    begun()
    backups.take()
    shutil.rmtree(data_folder())
    assert "有以前的备份" in sentence()


def test_the_command_line_says_so_on_standard_error(capsys: pytest.CaptureFixture[str]) -> None:
    begun()
    made = backups.take()
    (data_folder() / FILE_NAME).unlink()
    assert main(["drafts"]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert "不见了" in told.err
    assert str(made.path) in told.err
    assert main(["restore", str(made.path)]) == 0
    assert "甲校工会" in capsys.readouterr().out


WRITE = """
import os
from tests.core.storage.test_missing import opened, value
from unionapp.storage.sessions import Session
store = opened()
session = Session(store, store.drafts()[0].id)
session.edit(value("study_sessions", "120"))
os._exit(9)
"""


@pytest.mark.parametrize("harm", ["cut", "away"])
def test_edits_that_stand_in_the_journal_alone_are_rescued_from_it(harm: str) -> None:
    draft = begun()
    killed = subprocess.run([sys.executable, "-c", WRITE], check=False, cwd=HOUSE)
    assert killed.returncode == 9
    file = data_folder() / FILE_NAME
    if harm == "cut":
        file.write_bytes(b"")
    else:
        file.unlink()
    with closing(opened()) as store:
        assert store.renewal is not None
        kept = [row for row in store.drafts() if row.id == draft]
        if kept:  # as far as the journal tells of it
            assert Session(store, draft).figures.printed("study_sessions") == "120次"
    assert list(data_folder().glob("drafts.damaged-*"))
