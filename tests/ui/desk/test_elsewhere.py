"""A desk beside another window's on the same draft, and on a store that goes away."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.support.samples import taken_in, value
from tests.ui.support.desks import Office, another_at, open_office
from ui.desk import Desk
from unionapp.draft import EditPath, Slot
from unionapp.storage import open_store
from unionapp.storage.sessions import Session
from unionapp.storage.sqlite import FILE_NAME

UNIT, YEAR = EditPath(Slot.VALUE, "unit"), EditPath(Slot.VALUE, "year")


@pytest.fixture
def other(tmp_path: Path, office: Office) -> Iterator[Desk]:
    with another_at(office, tmp_path) as desk:
        yield desk


@pytest.fixture
def noticed(office: Office) -> list[str]:
    noticed: list[str] = []
    office.desk.noticed.connect(noticed.append)
    return noticed


def test_what_another_window_does_is_seen_without_a_key(
    qtbot: QtBot, office: Office, other: Desk, noticed: list[str]
) -> None:
    office.desk._look.setInterval(10)
    with qtbot.waitSignal(office.desk.changes_of("year")):
        other.put(YEAR, "2022")
    assert office.desk.answer(YEAR) == "2022"
    assert noticed == ["另一个窗口也在改这份草稿，那边改的内容已经读进来了"]
    office.desk.look_around()
    assert len(noticed) == 1


def test_what_both_have_changed_is_told_and_can_be_left_as_it_stands(
    office: Office, other: Desk, noticed: list[str]
) -> None:
    other.put(UNIT, "乙")
    office.desk.put(UNIT, "丙")
    assert noticed == [
        "有1处两个窗口都改了，原处标着两样写法，请看一看该留哪个；两样都在修改记录里"
    ]
    assert (office.desk.contests[UNIT].kept, office.desk.contests[UNIT].other) == ("丙", "乙")
    office.desk.settle_contest(UNIT)
    assert office.desk.contests == {}


def test_what_both_have_changed_of_the_outline_is_not_said_to_be_shown_at_an_entry(
    office: Office, other: Desk, noticed: list[str]
) -> None:
    title = EditPath(Slot.TITLE, office.desk.template.sections[1].id)
    other.put(title, "那边的标题")
    office.desk.put(title, "这边的标题")
    assert noticed == [
        "有1处章节的标题、顺序等两个窗口都改了，现在留的是后改的；两样都在修改记录里"
    ]


def test_what_waits_to_be_saved_meets_what_another_window_did_meanwhile(
    office: Office, other: Desk
) -> None:
    with other.session._store.writing():
        office.desk.put(UNIT, "丙")
        assert office.desk.waiting()
    other.put(UNIT, "乙")
    office.desk.look_around()
    assert office.desk.settle()
    assert (office.desk.contests[UNIT].kept, office.desk.contests[UNIT].other) == ("丙", "乙")


def test_what_is_typed_and_held_back_is_saved_before_others_edits_are_read_in(
    office: Office, other: Desk
) -> None:
    from PySide6.QtWidgets import QWidget

    office.desk.hold(UNIT, lambda: office.desk.put(UNIT, "丙"), QWidget())
    other.put(UNIT, "乙")
    office.desk.look_around()
    assert (office.desk.contests[UNIT].kept, office.desk.contests[UNIT].other) == ("丙", "乙")


def test_undo_after_another_window_was_at_work_shows_that_first(
    office: Office, other: Desk, noticed: list[str]
) -> None:
    office.desk.put(YEAR, "2022")
    other.put(UNIT, "乙")
    assert not office.desk.undo()
    assert office.desk.answer(UNIT) == "乙"
    assert "再按一次" in noticed[-1]
    assert office.desk.undo()
    assert (office.desk.answer(UNIT), office.desk.answer(YEAR)) == ("甲", "2022")


def test_a_draft_that_was_deleted_elsewhere_is_not_called_saved_and_goes_into_a_file(
    tmp_path: Path, office: Office
) -> None:
    saved: list[None] = []
    office.desk.saved.connect(lambda: saved.append(None))
    with closing(open_store(tmp_path)) as store:
        store.bin(office.draft, "2022-12-07T08:00:00+00:00")
        store.delete(office.draft)
        office.desk.look_around()
        office.desk.put(UNIT, "甲校")
        assert not office.desk.settle()
        office.desk.save_to(tmp_path / "甲.ghzj")
        again = Session(store, taken_in(store, tmp_path / "甲.ghzj").id)
        assert again.figures.draft.answers == {UNIT: "甲校"}
    assert saved == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody take away an open file")
def test_a_store_that_went_away_is_told_when_it_is_there_again(
    office: Office, noticed: list[str], tmp_path: Path
) -> None:
    os.unlink(tmp_path / FILE_NAME)  # noqa: PTH108 - as a cleaner does
    office.desk.put(YEAR, "2022")
    assert len(noticed) == 1
    assert "已经重新存好" in noticed[0]
    assert office.kept("year") == "2022"


@pytest.mark.skipif(sys.platform == "win32", reason="there no open file can be taken away")
def test_where_the_store_cannot_be_read_any_more_a_draft_goes_into_a_file_as_it_stands(
    tmp_path: Path,
) -> None:
    folder, file = tmp_path / "drafts", tmp_path / "甲.ghzj"
    folder.mkdir()
    office = open_office(folder, "school", value("unit", "甲"), value("year", "2022"))
    office.desk.put(UNIT, "甲校")
    shutil.rmtree(folder)
    folder.touch()  # so that it can't be made anew
    office.desk.put(UNIT, "甲校工会")
    office.desk.put(YEAR, None)
    assert not office.desk.settle()
    assert office.desk.save_to(file) == ()
    with closing(open_store(tmp_path)) as store:
        answers = Session(store, taken_in(store, file).id).figures.draft.answers
        assert answers == {UNIT: "甲校工会"}
