"""The date of the signature, in full and in the year of the summary."""

import pytest

from tests.support.samples import filled, value
from unionapp.checks import Severity, check
from unionapp.checks.years import check_signed_before
from unionapp.figures import Figures, changed_ids, figures_after
from unionapp.paper import Signature, compose


def signed(figures: Figures) -> str:
    return next(each.date for each in compose(figures).blocks if isinstance(each, Signature))


def faults(figures: Figures) -> list[str]:
    return [each.message for each in check(figures) if each.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("12月20日", "2026年12月20日"),
        ("12.20", "2026年12月20日"),
        ("十二月二十日", "2026年12月20日"),
        ("7月1日", "2026年7月1日"),
        ("1月8日", "2027年1月8日"),
        ("2026-12-20", "2026年12月20日"),
        ("2027.1.8", "2027年1月8日"),
    ],
)
def test_a_date_without_a_year_is_signed_in_that_of_the_summary(typed: str, read_as: str) -> None:
    figures = filled(year="2026", date=typed)
    assert signed(figures) == read_as
    assert faults(figures) == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (
            "2026年12月",
            "“2026年12月”没有写“日”，落款的日期要写全年、月、日，请写成“2026年12月20日”这样。",
        ),
        (
            "11月",
            "“2026年11月”没有写“日”，落款的日期要写全年、月、日，请写成“2026年11月20日”这样。",
        ),
        (
            "2026",
            "“2026年”没有写“月”、“日”，落款的日期要写全年、月、日，请写成“2026年12月20日”这样。",
        ),
        (
            "年底",
            "“年底”没有写“年”、“月”、“日”，落款的日期要写全年、月、日，请写成“2026年12月20日”这样。",
        ),
        (
            "2026年12月20日印发",
            "“2026年12月20日印发”不只是日期，落款的日期只写年、月、日，请写成“2026年12月20日”。",
        ),
        (
            "2026年12月20日（星期日）",
            "“2026年12月20日（星期日）”不只是日期，落款的日期只写年、月、日，请写成“2026年12月20日”。",
        ),
        (
            "2026年的12月20号前",
            "“2026年的12月20号前”不只是日期，落款的日期只写年、月、日，请写成“2026年12月20日”。",
        ),
        ("2月29日", "“2027年2月29日”不对，2月没有29日，请核对。"),
        ("today", "“today”看不出是什么日期，请写成“2026年12月20日”这样。"),
    ],
)
def test_what_is_no_whole_date_is_an_error_that_says_how_to_write_it(typed: str, told: str) -> None:
    assert faults(filled(year="2026", date=typed)) == [f"“成文日期”{told}"]


def test_what_there_is_of_a_date_is_printed_all_the_same() -> None:
    assert signed(filled(year="2026", date="2026年12月")) == "2026年12月"


@pytest.mark.parametrize("year", ["", "26", "2026余"])
def test_without_a_year_of_the_summary_a_date_without_one_is_an_error(year: str) -> None:
    told = "“成文日期”“12月20日”没有写“年”，落款的日期要写全年、月、日，请补上。"
    assert told in faults(filled(year=year, date="12月20日"))


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("2025年12月20日", True),
        ("2025年12月", True),
        ("2026年7月3日", False),
        ("12月20日", False),
        ("2027年1月8日", False),
        ("年底", False),
        ("", False),
    ],
)
def test_a_date_before_the_year_summed_up_is_asked_about(typed: str, *, asked: bool) -> None:
    found = [*check_signed_before(filled(year="2026", date=typed))]
    assert [(each.where.id, each.severity) for each in found] == [("date", Severity.HINT)] * asked
    assert all(
        each.message == f"“成文日期”是{typed}，总结的是2026年，是不是上年的日期？请核对。"
        for each in found
    )


@pytest.mark.parametrize("year", ["", "2026余", "99999"])
def test_no_date_is_too_early_for_a_year_that_is_none(year: str) -> None:
    assert [*check_signed_before(filled(year=year, date="2025年12月20日"))] == []


@pytest.mark.parametrize(("year", "signed_in"), [("2099", "2099年12月20日"), ("2100", "12月20日")])
def test_a_date_takes_only_a_year_that_can_be_summed_up(year: str, signed_in: str) -> None:
    assert signed(filled(year=year, date="12月20日")) == signed_in


def test_a_date_anywhere_else_may_do_without_a_year() -> None:
    assert faults(filled(year="2026", period="5月", date="12月20日")) == []


def test_the_date_follows_when_the_year_is_typed_later() -> None:
    before = filled(date="12月20日")
    after = figures_after(before, [value("year", "2026")])
    assert signed(after) == "2026年12月20日"
    assert "date" in changed_ids(before, after)
    assert signed(figures_after(after, [value("year", "2027")])) == "2027年12月20日"


def test_the_date_of_an_empty_draft_is_no_error() -> None:
    assert faults(filled()) == faults(filled(date="无")) == []
