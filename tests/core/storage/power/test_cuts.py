"""The power goes at any sync: all that was told as saved is there again, and nothing else."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.core.storage.power import cuts
from tests.core.storage.power.cuts import Inspection, Work, at_work, lived
from tests.core.storage.power.layer import lack
from tests.support.drawn import chance_of
from tests.support.samples import value
from unionapp.storage import Renewal
from unionapp.storage.sessions import Session
from unionapp.storage.sqlite import file

pytestmark = pytest.mark.skipif(bool(lack()), reason=lack())

ILLNESS = "患重病的王小宝"
TYPING = (cuts.open_, cuts.start, cuts.type_, cuts.type_)


def inspected(work: Work, scratch: Path, tell: Callable[[Renewal], object] | None = None) -> int:
    """How many different outcomes were looked at."""
    inspection = Inspection(work, scratch, chance_of("power"), drawn=3)
    if tell:
        inspection.tell = tell
    inspection.look_at_all()
    return inspection.outcomes


def test_whatever_was_told_as_saved_is_there_after_a_cut_at_any_sync(tmp_path: Path) -> None:
    work = lived(tmp_path / "life", cuts.LIFE)
    assert len(work.kept[-1].backups) == 2
    assert inspected(work, tmp_path / "cut") > 200


def test_nor_is_anything_lost_where_the_journal_goes_into_the_file_between(
    tmp_path: Path,
) -> None:
    with at_work(tmp_path / "life") as work, cuts.checkpoints_often():
        for step in (*TYPING, *[cuts.type_at_length, cuts.type_] * 4):
            work.do(step)
    assert inspected(work, tmp_path / "cut") > 50


@pytest.mark.parametrize("harm", [cuts.lose, cuts.spoil])
def test_nothing_is_lost_by_a_cut_while_a_file_is_renewed_or_rescued(
    tmp_path: Path, harm: Callable[[Work], object]
) -> None:
    told: list[Renewal] = []
    with at_work(tmp_path / "life") as work:
        for step in (*TYPING, cuts.start, cuts.type_):
            work.do(step)
        work.suffer(harm)
        work.do(cuts.type_)
        assert work.store.renewal is not None
        work.do(cuts.type_)
    assert inspected(work, tmp_path / "cut", told.append) > 20
    assert all(each.whole for each in told)


def test_nothing_of_a_deleted_draft_is_left_on_the_disk_whenever_the_power_goes_then(
    tmp_path: Path,
) -> None:
    with at_work(tmp_path / "life") as work:
        for step in (*TYPING, tell_a_secret, cuts.put_into_bin, cuts.delete, cuts.start):
            work.do(step)
    since = work.kept.index(cuts.NOTHING, 2)
    left = {
        moment.told >= since
        for moment in work.disk.moments
        for files in moment.outcomes(chance_of("secret"), drawn=3)
        if any(ILLNESS.encode() in content for content in files.values())
    }
    assert left == {False}


def tell_a_secret(work: Work) -> None:
    session = Session(work.store, cuts.first(work), work.clock)
    session.edit(value("cases", ILLNESS))


@pytest.mark.parametrize("level", ["OFF", "NORMAL"])
def test_an_edit_that_was_not_synced_is_seen_to_be_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, level: str
) -> None:
    set_up = file._set_up

    def set_up_less(connection: sqlite3.Connection) -> None:
        set_up(connection)
        connection.execute(f"PRAGMA synchronous = {level}")

    monkeypatch.setattr(file, "_set_up", set_up_less)
    work = lived(tmp_path / "life", TYPING)
    with pytest.raises(AssertionError, match="cut"):
        inspected(work, tmp_path / "cut")


def test_with_all_that_was_held_back_the_disk_holds_what_the_folder_does(tmp_path: Path) -> None:
    with at_work(tmp_path / "life") as work:
        for step in cuts.LIFE:
            work.do(step)
            *_, whole = work.disk.moments[-1].outcomes(chance_of(""), drawn=0)
            files = [path for path in (tmp_path / "life").rglob("*") if path.is_file()]
            there = {path: path.read_bytes() for path in files if not path.match("*-shm")}
            assert whole == there
