"""While another program holds the store: keys go on, and what is typed is saved beside."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage.sqlite import FILE_NAME

UNIT, YEAR = EditPath(Slot.VALUE, "unit"), EditPath(Slot.VALUE, "year")


@pytest.fixture
def told(office: Office) -> list[str]:
    """What was told of saving that failed."""
    told: list[str] = []
    office.desk.failed.connect(told.append)
    return told


@pytest.fixture
def other(tmp_path: Path, office: Office) -> Iterator[sqlite3.Connection]:
    """Another program that holds the store."""
    assert office
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield other


def test_what_is_typed_meanwhile_is_saved_when_the_store_is_free_without_another_key(
    qtbot: QtBot, office: Office, other: sqlite3.Connection, told: list[str]
) -> None:
    for typed in ("甲校", "甲校工会"):
        office.desk.put(UNIT, typed)
    assert (office.desk.answer(UNIT), office.kept("unit")) == ("甲校工会", "甲")
    assert office.desk.waiting() > 0
    with qtbot.waitSignal(office.desk.saved):
        other.execute("ROLLBACK")
    assert (office.kept("unit"), office.desk.waiting(), told) == ("甲校工会", 0, [])


def test_what_was_typed_and_taken_back_meanwhile_waits_no_longer_than_the_store_is_held(
    qtbot: QtBot, office: Office, other: sqlite3.Connection, told: list[str]
) -> None:
    for typed in ("甲校", "甲"):
        office.desk.put(UNIT, typed)
    with qtbot.waitSignal(office.desk.saved):
        other.execute("ROLLBACK")
    assert (office.kept("unit"), office.desk.waiting(), told) == ("甲", 0, [])


def test_what_was_typed_meanwhile_is_saved_step_by_step_as_it_was_made(
    office: Office, other: sqlite3.Connection
) -> None:
    desk = office.desk
    desk.put(UNIT, "乙")
    desk.put_all([Change(UNIT, "丙"), Change(YEAR, "2022")])
    desk.put(UNIT, "丁")
    desk.put(YEAR, "2023")
    desk.put(UNIT, "乙")
    other.execute("ROLLBACK")
    assert desk.settle()
    found = []
    while desk.session.next_undo:
        found.append((office.kept("unit"), office.kept("year")))
        desk.undo()
    assert found == [
        ("乙", "2023"),
        ("丁", "2023"),
        ("丁", "2022"),
        ("丙", "2022"),
        ("乙", None),
    ]


def test_a_store_that_is_held_for_long_is_told_once(
    qtbot: QtBot,
    office: Office,
    other: sqlite3.Connection,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.desk.desk._LONG", 150)
    monkeypatch.setattr("ui.desk.desk._SOON", 10)
    office.desk.put(UNIT, "甲校")
    assert told == []
    qtbot.waitUntil(lambda: bool(told))
    assert "正被另一个程序占用" in told[0]
    with qtbot.waitSignal(office.desk.saved):
        other.execute("ROLLBACK")
    assert len(told) == 1


def test_whoever_undoes_meanwhile_is_told_at_once_and_takes_nothing_back(
    office: Office, other: sqlite3.Connection, told: list[str]
) -> None:
    office.desk.put(YEAR, "2022")
    assert not office.desk.undo()
    assert ["正被另一个程序占用" in sentence for sentence in told] == [True]
    other.execute("ROLLBACK")
    assert office.desk.settle()
    assert office.kept("year") == "2022"
