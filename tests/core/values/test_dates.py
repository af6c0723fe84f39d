"""Years, dates and periods as people type them."""

import pytest

from tests.support.reading import DATE, refusal
from unionapp.values import BLANK, Kind, Measure, printed, read


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("二〇二二年", "2022年"),
        ("二○二二年", "2022年"),
        ("二零二二", "2022年"),
        ("二O二二年", "2022年"),
        ("一九九八年", "1998年"),
        ("二○二二年十二月七日", "2022年12月7日"),
        ("二零二二年十月三十一日", "2022年10月31日"),
        ("二〇二二年二十日", "2022年二十日"),
        ("二〇二二年底", "2022年底"),
        ("截至二○二二年十一月", "2022年11月"),
    ],
)
def test_a_year_in_chinese_digits_is_read(typed: str, read_as: str) -> None:
    assert read(typed, DATE).value.text == read_as


@pytest.mark.parametrize("typed", ["二〇二二年", "二○二二", "二零二二", "2022"])
def test_the_year_of_a_profile_may_be_in_chinese_digits(typed: str) -> None:
    year = Measure(Kind.COUNT, "年")
    assert printed(read(typed, year).value, year) == "2022年"


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("2022-12-07", "2022年12月7日"),
        ("2022/12/7", "2022年12月7日"),
        ("2022.12.7", "2022年12月7日"),
        ("20221207", "2022年12月7日"),
        ("2022-12-07 19:39:48", "2022年12月7日"),
        ("2022年02月28", "2022年2月28日"),
        ("２０２２年１１月", "2022年11月"),
        ("2022-11", "2022年11月"),
        ("2022.11", "2022年11月"),
        ("2022年11月份", "2022年11月"),
        ("2022 年 11 月", "2022年11月"),
        ("截止2022年11月", "2022年11月"),
        ("截至2022年10月止", "2022年10月"),
        ("2022年1-11月份", "2022年1—11月"),
        ("2022年1月至11月", "2022年1—11月"),
        ("2022.1-11", "2022年1—11月"),
        ("1-11月", "1—11月"),
        ("2022", "2022年"),
        ("12月20日", "12月20日"),
        ("9.10", "9月10日"),
        ("09/01", "9月1日"),
        ("2月29日", "2月29日"),
        ("从年初至今", "从年初至今"),
        ("六月和七月", "六月和七月"),
        ("2022年底", "2022年底"),
        ("今年以来", "今年以来"),
        ("2021年12月至2022年11月", "2021年12月至2022年11月"),
    ],
)
def test_a_date_is_read_in_the_form_of_an_office(typed: str, read_as: str) -> None:
    assert read(typed, DATE).value.text == read_as


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("2022-13", "没有13月"),
        ("2022年13月", "没有13月"),
        ("2022年0月", "没有0月"),
        ("2022-2-30", "2月没有30日"),
        ("2月30日", "2月没有30日"),
        ("9.31", "9月没有31日"),
        ("13.1", "没有13月"),
        ("9-10", "请写成“9月10日”这样"),
        ("26年11月", "如“2026年”"),
        ("从1月1日至13月底", "没有13月"),
        ("2022年11月-3月", "起止月份颠倒"),
        ("22年11月", "年份不完整"),
        ("0022-11", "年份不对"),
        ("today", "看不出是什么日期"),
        ("2022-1-", "看不出是什么日期"),
        ("年初" * 21, "太长"),
    ],
)
def test_an_impossible_date_is_refused(typed: str, reason: str) -> None:
    assert reason in refusal(typed, DATE)


def test_the_year_of_a_profile_is_a_count_of_years() -> None:
    year = Measure(Kind.COUNT, "年")
    assert printed(read("2022", year).value, year) == "2022年"
    assert read("20xx年", year).value == BLANK
