"""Single entries: unreadable, odd, carried on, of another size than last year's."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import filled, narrative
from unionapp.checks import Severity, check
from unionapp.checks.entries import check_sizes
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


def test_an_unreadable_entry_is_an_error_with_its_name() -> None:
    finding = finding_of(filled(found="三十几"), "unreadable")
    assert finding.severity is Severity.ERROR
    assert finding.message.startswith("“查出隐患”")
    assert finding.where.id == "found"


def test_a_finding_says_in_which_entry_or_text_it_stands() -> None:
    last_year = Change(EditPath(Slot.PREVIOUS, "found"), "三十几")
    found = check(filled(last_year, narrative("aid", "补助××人。"), fixed="很多"))
    assert {each.where for each in found} == {
        EditPath(Slot.PREVIOUS, "found"),
        EditPath(Slot.VALUE, "fixed"),
        EditPath(Slot.NARRATIVE, "aid"),
    }


def test_a_lost_leading_digit_is_told() -> None:
    assert "leading_zero" in rules(filled(amount=".98"))


def test_entries_are_told_in_the_order_in_which_they_are_asked_for() -> None:
    figures = filled(amount="nan", found="nan", cases="nan", open="nan")
    assert [finding.where.id for finding in check(figures)] == ["found", "open", "cases", "amount"]


@pytest.mark.parametrize("year", ["2022余", "2022万", "99999", "0"])
def test_what_is_no_year_is_told_and_a_year_is_not(year: str) -> None:
    assert year.rstrip("万") in finding_of(filled(year=year), "year").message
    assert "year" not in rules(filled(year="2022")) + rules(filled(year="无"))


@pytest.mark.parametrize(("year", "told"), [("22", True), ("2022", False), ("3022", True)])
def test_a_year_that_is_none_is_told(year: str, told: bool) -> None:
    assert ("year" in rules(filled(year=year))) is told


@pytest.mark.parametrize(
    ("year", "times"), [("22", 1), ("1948", 1), ("1949", 0), ("2099", 0), ("2100", 1), ("99999", 1)]
)
def test_a_bad_year_is_told_once(year: str, times: int) -> None:
    assert rules(filled(year=year)).count("year") == times
