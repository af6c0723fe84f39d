from collections.abc import Iterator
from datetime import date

import pytest

from tests.support.samples import narrative, value
from unionapp import template
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import DraftStore, open_store
from unionapp.storage.sessions import Session, begin, begin_from
from unionapp.storage.starting import begin_example, begin_like_last, begin_next_year
from unionapp.storage.starting.begin import EXAMPLE_LABEL
from unionapp.system import Office, data_folder, settings


@pytest.fixture
def store() -> Iterator[DraftStore]:
    store = open_store(data_folder())
    yield store
    store.close()


def printed(store: DraftStore, id_: str, *indicators: str) -> list[str]:
    figures = Session(store, id_).figures
    return [figures.printed(indicator) for indicator in indicators]


def test_the_first_draft_of_a_kind_is_empty_but_for_the_year(store: DraftStore) -> None:
    begin(store, "enterprise", [value("unit", "红星厂工会")])
    id_ = begin_like_last(store, "school")
    assert {path.id for path in Session(store, id_).figures.draft.answers} == {"year"}


def test_a_draft_begins_with_the_profile_of_the_last_one_of_its_kind(store: DraftStore) -> None:
    begin(store, "school", [value("unit", "甲校工会"), value("superior", "县总工会")])
    begin(store, "school", [value("unit", "乙校工会"), value("superior", "市总工会")])
    id_ = begin_like_last(store, "school")
    assert printed(store, id_, "unit", "superior") == ["乙校工会", "市总工会"]


def test_what_is_of_one_year_does_not_go_over(store: DraftStore) -> None:
    last = [value("unit", "甲校工会"), value("year", "2021"), value("date", "2021-12-07")]
    begin(store, "school", last)
    id_ = begin_like_last(store, "school", date(2026, 11, 22))
    assert printed(store, id_, "year", "date") == ["2026年", ""]
    assert {path.id for path in Session(store, id_).figures.draft.answers} == {"unit", "year"}


@pytest.mark.parametrize(("today", "year"), [((2026, 3, 31), "2025年"), ((2026, 4, 1), "2026年")])
def test_until_march_the_year_of_a_new_draft_is_the_last_one(
    store: DraftStore, today: tuple[int, int, int], year: str
) -> None:
    assert printed(store, begin_like_last(store, "school", date(*today)), "year") == [year]


@pytest.mark.parametrize("kind", template.available())
def test_the_example_begins_filled_and_leaves_no_gap(store: DraftStore, kind: str) -> None:
    figures = Session(store, begin_example(store, kind)).figures
    assert figures.draft.base.id == kind
    assert figures.printed("unit")
    assert figures.blank() == ()


def test_an_example_is_called_one_and_is_nobodys_profile(store: DraftStore) -> None:
    begin_example(store, "school")
    assert store.drafts()[0].label == EXAMPLE_LABEL
    id_ = begin_like_last(store, "school")
    assert {path.id for path in Session(store, id_).figures.draft.answers} == {"year"}


def test_the_first_draft_of_a_kind_begins_with_what_is_known_of_the_office(
    store: DraftStore,
) -> None:
    settings.remember_office(Office("school", " 甲校\x00工会 ", "县总工会", "", "学校"))
    profile = ("unit", "superior", "party", "administration")
    id_ = begin_like_last(store, "school")
    assert printed(store, id_, *profile) == ["甲校工会", "县总工会", "", "学校"]
    Session(store, id_).edit(value("unit", "甲校工会委员会"))
    assert printed(store, begin_like_last(store, "school"), "unit") == ["甲校工会委员会"]


def old_draft(store: DraftStore, *changes: Change) -> str:
    """A draft on an older version of the template, with a figure that has been dropped since."""
    old = template.source("school").replace("version = 1", "version = 0", 1)
    renamed = old.replace('"union_groups"', '"old_groups"').replace(
        "{union_groups}", "{old_groups}"
    )
    return begin_from(store, renamed, changes)


def test_next_year_begins_on_the_newest_template_and_tells_what_it_left_behind(
    store: DraftStore,
) -> None:
    old = old_draft(store, value("year", "2022"), value("old_groups", "12"), value("unit", "甲校"))
    begun = begin_next_year(store, old)
    session = Session(store, begun.id)
    assert session.figures.draft.base == template.load("school")
    assert printed(store, begun.id, "unit", "year") == ["甲校", "2023年"]
    assert begun.left_behind == ("工会小组",)
    assert not [path for path in session.figures.draft.answers if path.id == "old_groups"]


def test_custom_parts_go_on_to_next_year_even_when_switched_off(store: DraftStore) -> None:
    section, item = EditPath(Slot.CUSTOM_SECTION, "own1"), EditPath(Slot.CUSTOM_ITEM, "own2")
    custom = [
        Change(section, "志愿服务"),
        Change(item, ("own1", "护学岗")),
        narrative("own2", "每天上岗。"),
    ]
    this_year = begin(store, "school", custom)
    begun = begin_next_year(store, this_year)
    assert begun.left_behind == ()
    assert Session(store, begun.id).figures.draft.text(Slot.NARRATIVE, "own2") == "每天上岗。"
    Session(store, this_year).edit(Change(EditPath(Slot.OFF, "own1"), "1"))
    begun = begin_next_year(store, this_year)
    assert begun.left_behind == ()
    assert section in Session(store, begun.id).figures.draft.answers


def test_a_template_of_a_newer_program_is_kept_for_next_year(store: DraftStore) -> None:
    newer = template.source("school").replace("version = 1", "version = 99", 1)
    foreign = template.source("school").replace('id = "school"', 'id = "mine"', 1)
    for source in (newer, foreign):
        begun = begin_next_year(store, begin_from(store, source, []))
        assert store.template_source(begun.id) == source
