"""Figures of quite another size than last year's."""

import pytest

from tests.support.samples import filled
from unionapp.checks import Severity
from unionapp.checks.sizes import check_sizes
from unionapp.draft import Change, EditPath, Slot


def told(id_: str, last: str, this: str) -> list[str]:
    figures = filled(Change(EditPath(Slot.PREVIOUS, id_), last), **{id_: this})
    found = [*check_sizes(figures)]
    assert all(each.severity is Severity.HINT and each.where.id == id_ for each in found)
    return [each.message for each in found]


def test_a_figure_with_a_zero_too_many_is_hinted_at_with_both_years() -> None:
    assert told("cases", "2000", "36800") == [
        "“困难补助”填的是36800人次，上年是2000人次，是上年的18倍多，是不是多打了零，或单位不同？"
    ]


def test_a_figure_with_a_zero_too_few_is_hinted_at() -> None:
    assert told("amount", "5000", "499") == [
        "“困难补助金额”填的是499元，上年是5000元，不到上年的1/10，是不是少打了零，或单位不同？"
    ]


@pytest.mark.parametrize(
    ("last", "this", "how"),
    [
        ("54870", "5487", "只有上年的1/10，是不是少打了零"),
        ("5487", "54870", "是上年的10倍，是不是多打了零"),
        ("1000", "100", "只有上年的1/10，是不是少打了零"),
        ("100", "1000", "是上年的10倍，是不是多打了零"),
        ("100", "700", "是上年的7倍，是不是多打了零"),
        ("701", "100", "不到上年的1/7，是不是少打了零"),
        ("5487", "48000", "是上年的8倍多，是不是多打了零"),
    ],
)
def test_a_zero_is_asked_about_from_seven_times_on(last: str, this: str, how: str) -> None:
    (message,) = told("cases", last, this)
    assert how in message


@pytest.mark.parametrize(
    ("last", "this"),
    [("100", "699"), ("699", "100"), ("9", "500"), ("500", "9"), ("100余", "3000"), ("", "3000")],
)
def test_figures_that_may_well_be_right_are_not(last: str, this: str) -> None:
    assert told("cases", last, this) == []
