"""Years in the texts that are not this one's."""

from datetime import date

import pytest

from tests.support.samples import filled, narrative
from unionapp.checks import Severity, check, explanation_path
from unionapp.checks.years import check_past_years, check_year_ahead
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, figures
from unionapp.storage.starting.next_year import next_year


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
        ("2024年组织技能竞赛。", "2024年组织技能竞赛"),
        ("2025年组织开展“送温暖”活动。", "2025年组织开展‘送温暖’活动"),
        ("2025年开展丰富多彩的活动。", "2025年开展丰富多彩的活动"),
        ("2025年，工会将继续走访。", "2025年，工会将继续走访"),
        ("2025年，我校工会在校党委的领导下开展工作。", "2025年，我校工会在校党委的领导下"),
        ("2025年工会在上级的正确领导下，办了实事。", "2025年工会在上级的正确领导下，办"),
        ("2025年3月8日举办丰富多彩的活动。", "2025年3月8日举办丰富多彩的活动"),
        ("2025年深入学习贯彻全会精神。", "2025年深入学习贯彻全会精神"),
        ("2025年收集提案30件。", "2025年收集提案30件"),
        ("2025年办结职代会提案30件。", "2025年办结职代会提案30件"),
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
        "在2025年的基础上，提高补助标准。",
        "完成2025年度工会经费决算。",
        "完成2025年法人年检。",
        "2025年法人年检合格。",
        "完成2025年工会统计年报。",
        "办结2025年职代会提案30件。",
        "2025年结余资金3万元。",
        "2025年拨付的资金已全部使用完毕。",
        "2025年新建的12家工会全部达标。",
        "继续推进2025年启动的实事项目。",
        "2024年签订的集体合同到期后续签。",
        "落实2025年11月召开的全会精神。",
        "学习2025年中央一号文件。",
        "2025年中央一号文件印到班组。",
        "宣讲2025年全国两会精神。",
        "学习2025年《政府工作报告》。",
        "2025年《政府工作报告》宣讲。",
        "按照2025年9月全总会议部署，开展走访。",
        "入选2025年全国工会维权典型案例。",
        "被确定为2025年省级试点单位。",
        "我会2025年被省总授予模范职工之家。",
        "我会2025年被评为先进集体。",
        "申报2025年度五一劳动奖状。",
        "1949年以前参加革命的老同志3名。",
        "走访1952年参军的老同志。",
        "慰问1998年入职的职工。",
        "帮扶2020年因病致困的职工。",
        "执行2019年《经费管理办法》。",
        "2021年7月1日，习近平总书记发表讲话。",
        "2022年召开以来，落实提案。",
        "2025年会议召开以来，落实提案。",
        "2019年组织技能竞赛。",
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


def test_a_text_carried_on_is_asked_about_alike_before_and_after_it_is_confirmed() -> None:
    before = filled(narrative("aid", "2026年走访职工。"), year="2026", unit="红星厂工会")
    begun = [*next_year(before)]
    carried = figures(changed(Draft(before.draft.base), begun))
    before_that = [each for each in check(carried) if each.rule == "past_year"]
    confirmed = figures(changed(carried.draft, [Change(EditPath(Slot.CARRIED, "aid"), None)]))
    afterwards = [each for each in check(confirmed) if each.rule == "past_year"]
    assert len(before_that) == 1
    assert before_that == afterwards
    assert afterwards[0].severity is Severity.HINT


def test_a_sentence_that_waits_for_its_figure_is_looked_at_too() -> None:
    assert len(said("2025年走访职工{cases}。")) == 1


def test_a_text_carried_on_may_speak_of_last_year_for_a_reason() -> None:
    before = filled(narrative("aid", "2026年拨付的资金已使用完毕。"), year="2026")
    carried = figures(changed(Draft(before.draft.base), [*next_year(before)]))
    assert carried.draft.text(Slot.CARRIED, "aid")
    assert told(carried) == []


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
    assert [each.where.id for each in found] == ["year"] * asked
    assert all(each.severity is Severity.WARNING for each in found)
    assert all("是不是打错了" in each.message for each in found)


def test_a_year_ahead_that_is_explained_is_still_so_next_year() -> None:
    asked = [
        [explanation_path(each) for each in check_year_ahead(filled(year="2062"), date(now, 12, 7))]
        for now in (2026, 2027)
    ]
    assert asked[0] == asked[1] != []
