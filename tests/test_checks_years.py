"""Years in the texts that are not this one's."""

from datetime import date

import pytest

from tests.samples import filled, narrative
from unionapp.carrying import next_year
from unionapp.checks import Severity, check
from unionapp.checks.explained import own_reason_path
from unionapp.checks.years import check_past_years, check_year_ahead
from unionapp.derive import Figures, figures
from unionapp.draft import Change, Draft, EditPath, Room
from unionapp.outline import changed


def told(figures: Figures) -> list[str]:
    return [each.message for each in check_past_years(figures)]


def said(text: str, **typed: str) -> list[str]:
    return told(filled(narrative("aid", text), **{"year": "2026", **typed}))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("2025年组织开展走访活动。", "2025年组织开展走访活动"),
        ("现将2025年度工会工作情况总结如下。", "2025年度工会工作情况总结如下"),
        ("学校于2025年3月召开教代会。", "2025年3月召开教代会"),
        ("2025年11月，召开教代会。", "2025年11月，召开教代会"),
        ("2019年组织技能竞赛。", "2019年组织技能竞赛"),
        ("回顾2025年的工作，办了实事。", "2025年的工作，办了实事"),
        ("2025年，开展“送温暖”活动。", "2025年，开展‘送温暖’活动"),
    ],
)
def test_a_year_that_reads_as_the_time_of_the_work_is_asked_about(text: str, quoted: str) -> None:
    (message,) = said(text)
    assert message.startswith(f"“困难帮扶”的正文写着“{quoted}”，总结的是2026年，")
    assert message.endswith("年是不是上年留下的？请核对。")


@pytest.mark.parametrize(
    "text",
    [
        "2026年组织开展走访活动。",
        "学习《2025年工会工作要点》。",
        "开展“2025年送温暖”回访（2025年立项）。",
        "走访人次比2025年增加12人次，较2024年增加30人次。",
        "与2025年相比有所增加。",
        "2025年走访3户，2026年走访5户。",
        "2025年启动的项目今年完成。",
        "自2023年以来坚持走访，2023年以来从未间断。",
        "落实2021—2025年规划和2021年至2025年规划。",
        "2025年12月至2026年11月，走访职工。",
        "荣获2025年度先进工会称号。",
        "2025年度先进集体受到表彰。",
        "被授予2025年全国工人先锋号。",
        "工会成立于2019年，2020年建成职工之家。",
        "宣传2021年修订的工会法。",
        "2025届毕业生入会。",
        "截至2025年底已建家。",
        "今后将于2027年办成。",
    ],
)
def test_a_year_that_is_meant_is_not(text: str) -> None:
    assert said(text) == []


def test_each_place_is_told() -> None:
    assert len(said("2025年走访职工。\n2025年补助职工，2024年走访职工。")) == 3


def test_a_summary_that_is_signed_in_summer_begins_in_the_autumn_before() -> None:
    text = "2025年9月开学，2025年秋季开展活动。"
    assert len(said(text)) == 2
    assert said(text, date="2026年7月3日") == []
    assert len(said("2025年3月走访。", date="2026年7月3日")) == 1


@pytest.mark.parametrize("year", ["", "2026余"])
def test_nothing_is_stale_while_the_year_is_not_known(year: str) -> None:
    assert said("2025年走访职工。", year=year) == []


def test_a_text_carried_on_is_asked_about_once_before_and_after_it_is_confirmed() -> None:
    before = filled(narrative("aid", "2026年走访职工。"), year="2026", unit="红星厂工会")
    begun = [*next_year(before)]
    carried = figures(changed(Draft(before.draft.base), begun))
    stale = [each.rule for each in check(carried) if each.rule in ("stale_year", "past_year")]
    assert stale == ["stale_year"]
    confirmed = figures(changed(carried.draft, [Change(EditPath(Room.CARRIED, "aid"), None)]))
    stale = [each.rule for each in check(confirmed) if each.rule in ("stale_year", "past_year")]
    assert stale == ["past_year"]


@pytest.mark.parametrize(
    ("year", "now", "asked"),
    [
        ("2062", 2026, True),
        ("2028", 2026, True),
        ("2027", 2026, False),
        ("2019", 2026, False),
        ("2026", 2001, False),
        ("2062余", 2026, False),
    ],
)
def test_a_year_more_than_one_ahead_is_asked_about(year: str, now: int, *, asked: bool) -> None:
    found = [*check_year_ahead(filled(year=year), date(now, 12, 7))]
    assert [each.where for each in found] == ["year"] * asked
    assert all(each.severity is Severity.WARNING for each in found)
    assert all("是不是打错了" in each.message for each in found)


def test_a_year_ahead_that_is_explained_is_still_so_next_year() -> None:
    asked = [
        [own_reason_path(each) for each in check_year_ahead(filled(year="2062"), date(now, 12, 7))]
        for now in (2026, 2027)
    ]
    assert asked[0] == asked[1] != []
