"""What the secretary adds to the indicators of a template, as it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionapp.draft import CustomIndicator
from unionapp.draft.custom_indicator import parse_rows
from unionapp.template import Personal
from unionapp.values import Kind

WORDS = st.text(max_size=9).map(str.strip)
MEASURED = st.builds(CustomIndicator, WORDS, st.sampled_from([Kind.COUNT, Kind.MONEY]), WORDS)
TEXTS = st.builds(CustomIndicator, WORDS, personal=st.sampled_from(Personal), id=WORDS)


@given(MEASURED | TEXTS)
def test_what_is_stored_comes_back(indicator: CustomIndicator) -> None:
    assert CustomIndicator.parse(indicator.as_row()) == indicator


def test_a_personal_text_is_stored_without_a_unit_and_a_figure_is_never_personal() -> None:
    name = CustomIndicator(" 受助人 ", Kind.TEXT, "人", Personal.NAME, "custom_1")
    assert name.as_row() == ("custom_1", "受助人", "text", "", "name")
    figure = CustomIndicator("受助人", Kind.COUNT, " 人 ", Personal.NAME, "custom_1")
    assert figure.as_row() == ("custom_1", "受助人", "count", "人", "")


@pytest.mark.parametrize(
    "row",
    [
        "custom_1",
        (),
        ("custom_1", "走访", "count", "户"),
        ("custom_1", "走访", "count", "户", "name"),
        ("custom_1", "走访", "text", "", "nobody"),
        ("custom_1", "走访", "choice", "", ""),
        ("custom_1", "走访", "nonsense", "", ""),
    ],
)
def test_a_row_that_is_none_of_ours_is_passed_over(row: object) -> None:
    assert CustomIndicator.parse(row) is None


def test_of_several_rows_those_that_are_none_are_left_out() -> None:
    rows = (("too", "short"), ("custom_1", "走访", "count", "户", ""))
    assert parse_rows(rows) == (CustomIndicator("走访", Kind.COUNT, "户", id="custom_1"),)
    assert parse_rows("无此项") == parse_rows(None) == ()


@pytest.mark.parametrize("id_", ["", "a{b", "1a", "甲", "a b", "a}。{a"])
def test_an_id_that_no_clause_has_a_place_for_is_none(id_: str) -> None:
    rows = ((id_, "走访", "count", "户", ""), ("custom_1", "家访", "count", "户", ""))
    assert [each.id for each in parse_rows(rows)] == ["custom_1"]
