"""Figures of quite another size than last year's."""

import pytest

from tests.samples import filled
from unionapp.checks import Severity
from unionapp.checks.sizes import check_sizes
from unionapp.draft import Change, EditPath, Room


def told(id_: str, last: str, this: str) -> list[str]:
    figures = filled(Change(EditPath(Room.PREVIOUS, id_), last), **{id_: this})
    found = [*check_sizes(figures)]
    assert all(each.severity is Severity.HINT and each.where == id_ for each in found)
    return [each.message for each in found]


def test_a_figure_with_a_zero_too_many_is_hinted_at_with_both_years() -> None:
    assert told("cases", "2000", "36800") == [
        "“困难补助”填的是36800人次，上年是2000人次，上年的十倍还多，是不是多打了零，或单位不同？"
    ]


def test_a_figure_with_a_zero_too_few_is_hinted_at() -> None:
    assert told("amount", "5000", "499") == [
        "“困难补助金额”填的是499元，上年是5000元，不到上年的十分之一，是不是少打了零，或单位不同？"
    ]


@pytest.mark.parametrize(
    ("last", "this"),
    [("100", "1000"), ("1000", "100"), ("9", "500"), ("500", "9"), ("100余", "3000"), ("", "3000")],
)
def test_figures_that_may_well_be_right_are_not(last: str, this: str) -> None:
    assert told("cases", last, this) == []
