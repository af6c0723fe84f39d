from collections.abc import Iterator

import pytest

from tests.samples import value
from unionapp.beginning import begin_example, begin_like_last
from unionapp.paths import data_folder
from unionapp.session import Session, begin
from unionapp.store import Store


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(data_folder())
    yield store
    store.close()


def printed(store: Store, id_: str, *indicators: str) -> list[str]:
    figures = Session(store, id_).figures
    return [figures.printed(indicator) for indicator in indicators]


def test_the_first_draft_of_a_kind_is_empty(store: Store) -> None:
    begin(store, "enterprise", [value("unit", "红星厂工会")])
    id_ = begin_like_last(store, "school")
    assert dict(Session(store, id_).figures.draft.answers) == {}


def test_a_draft_begins_with_the_profile_of_the_last_one_of_its_kind(store: Store) -> None:
    begin(store, "school", [value("unit", "甲校工会"), value("superior", "县总工会")])
    begin(store, "school", [value("unit", "乙校工会"), value("superior", "市总工会")])
    id_ = begin_like_last(store, "school")
    assert printed(store, id_, "unit", "superior") == ["乙校工会", "市总工会"]


def test_what_is_of_one_year_does_not_go_over(store: Store) -> None:
    last = [value("unit", "甲校工会"), value("year", "2021"), value("date", "2021-12-07")]
    begin(store, "school", last)
    id_ = begin_like_last(store, "school")
    assert printed(store, id_, "year", "date") == ["", ""]
    assert {path.id for path in Session(store, id_).figures.draft.answers} == {"unit"}


def test_the_example_begins_filled_and_leaves_no_gap(store: Store) -> None:
    figures = Session(store, begin_example(store)).figures
    assert figures.printed("unit")
    assert figures.blank() == ()
