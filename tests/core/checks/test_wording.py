"""Wording: half-width marks, and units, words and marks that stand twice."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import filled, narrative
from unionapp.checks import Severity, check
from unionapp.checks.wording import check_doubled_words, check_half_width
from unionapp.figures import Figures


def half_width_in(text: str) -> list[str]:
    found = [*check_half_width(filled(narrative("aid", text), cases="6"))]
    assert all(each.severity is Severity.WARNING and each.where.id == "aid" for each in found)
    return [each.message for each in found]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("在评比中,我校获奖。", "在评比中,我校获奖", "在评比中，我校获奖"),
        ("在评比中, 我校获奖。", "在评比中, 我校获奖", "在评比中，我校获奖"),
        ("走访职工;补助职工。", "走访职工;补助职工", "走访职工；补助职工"),
        ("主要做法:走访职工。", "主要做法:走访职工", "主要做法：走访职工"),
        ("走访职工.补助职工。", "走访职工.补助职工", "走访职工。补助职工"),
        ("学习《条例》,《办法》。", "学习《条例》,《办法》", "学习《条例》，《办法》"),
        ("补助{cases},走访职工。", "补助6人次,走访职工", "补助6人次，走访职工"),
        ("一年来，好,干得好。", "好,干得好", "好，干得好"),
        ("会议通过了(草案2)文本。", "会议通过了(草案2)文本", "会议通过了（草案2）文本"),
        ("共30,000人,其中女职工3人。", "共30,000人,其中女职工3人", "共30,000人，其中女职工3人"),
        (
            "全市各级工会会员总数达到30,000人,其中女职工占到了1,500人。",
            "…30,000人,其中女职…",
            "…30,000人，其中女职…",
        ),
    ],
)
def test_a_half_width_mark_is_quoted_with_the_right_one(text: str, wrong: str, right: str) -> None:
    message = f"“困难帮扶”的正文里“{wrong}”用了半角标点，请改成“{right}”。"
    assert half_width_in(text) == [message]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("会议通过了(草案)文本。", "会议通过了(草案)文本", "会议通过了（草案）文本"),
        (
            "单位工会全体会员一致同意(草案一审稿、二审稿)文本。",
            "…一致同意(草案一审稿",
            "…一致同意（草案一审稿",
        ),
        ("好;很好,更好。", "好;很好,更好", "好；很好，更好"),
    ],
)
def test_all_marks_of_what_is_quoted_are_put_right(text: str, wrong: str, right: str) -> None:
    (message,) = half_width_in(text)
    assert f"“{wrong}”用了半角标点，请改成“{right}”，这样的共2处" in message


def test_a_text_full_of_them_is_told_of_once_with_how_many_there_are() -> None:
    (message,) = half_width_in("走访职工,补助职工,办讲座;\n工会(小组)建家。")
    assert message.endswith("请改成“走访职工，补助职工…”，这样的共4处。")


@pytest.mark.parametrize(
    "text",
    [
        "支出3,680元，比例1:30，10:30开会，第3.5节。",
        "参加CCTV, BBC和WPS,Office培训。",
        "见www.gov.cn和a.b,c。",
        "1.走访职工。",
        "走访职工，补助职工；办讲座（两场）。",
        "活动自8:00至9:00,共3场。",
    ],
)
def test_numbers_times_and_latin_words_are_left_alone(text: str) -> None:
    assert half_width_in(text) == []


def doubled_words_in(figures: Figures) -> list[tuple[str, str]]:
    return [(each.where.id, each.message) for each in check_doubled_words(figures)]


@pytest.mark.parametrize(
    ("text", "entry", "quoted", "word"),
    [
        ("组织职工学习{new_list}。", "学习党的精神", "组织职工学习学习党的精神", "学习"),
        ("讨论{new_list}。", "讨论《绩效方案》", "讨论讨论《绩效方案》", "讨论"),
        ("新建{new_list}工会。", "甲厂工会", "甲厂工会工会。", "工会"),
        ("新建{new_list}等工会。", "甲厂等", "甲厂等等工会。", "等"),
        (
            "举办职工运动会{new_list}。",
            "职工运动会开幕",
            "举办职工运动会职工运动会开幕",
            "职工运动会",
        ),
    ],
)
def test_a_word_that_both_the_sentence_and_the_entry_have_is_quoted(
    text: str, entry: str, quoted: str, word: str
) -> None:
    figures = filled(narrative("unions", text), new_list=((entry, "3"),))
    message = f"“新建工会”的正文里“{quoted}”把“{word}”写了两遍，请删去一个。"
    assert doubled_words_in(figures) == [("new_list", message)]
    assert all(each.severity is Severity.WARNING for each in check_doubled_words(figures))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("组织职工学习{new_list}。", "党的精神，学习先进"),
        ("走访一批又一批{new_list}。", "职工"),
        ("慰问职工人{new_list}。", "人参与"),
        ("{new_list}共{new_unions}。", "甲厂"),
    ],
)
def test_words_that_are_said_once_are_not(text: str, entry: str) -> None:
    figures = filled(narrative("unions", text), new_unions="1", new_list=((entry, "3"),))
    assert doubled_words_in(figures) == []


def test_a_mark_at_the_end_of_an_entry_and_after_it_is_told_of_in_a_suggested_text() -> None:
    figures = filled(new_list=(("甲厂。", "3"),))
    assert doubled_words_in(figures) == [
        ("new_list", "“新建工会”的正文里“甲厂。。”的标点重了，请删去多余的。")
    ]


def test_a_mark_that_stands_twice_in_a_narrative_is_told_of_once() -> None:
    figures = filled(narrative("unions", "有{new_list}。"), new_list=(("甲厂。", "3"),))
    marks = [each.rule for each in check(figures) if each.rule in ("doubled_mark", "seam_mark")]
    assert marks == ["doubled_mark"]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("培训100人人。", "培训100人人"),
        ("培训100人人参加。", "培训100人人"),
        ("建家5个个。", "建家5个个"),
        ("拨款3万元元。", "拨款3万元元"),
        ("拨款3.5万元万元。", "拨款3.5万元万元"),
        ("参加120人次人。", "参加120人次人"),
        ("达到95%%。", "达到95%%"),
        ("补助{cases}人次。", "补助6人次人次"),
        ("补助{amount}元。", "补助8000元元"),
        ("十余户户。", "十余户户"),
    ],
)
def test_a_unit_said_twice_is_quoted(text: str, quoted: str) -> None:
    found = finding_of(filled(narrative("aid", text), cases="6", amount="8000"), "doubled_unit")
    assert found.message == f"正文里的“{quoted}”把单位写了两遍，请删去一个。"
    assert found.where.id == "aid"


@pytest.mark.parametrize(
    "text",
    [
        "3项项目、5个个人、20家家庭、7家家电企业、2022年年底、8个个体户。",
        "人人参与，一个个走访，一家家慰问，100人人均500元。",
        "{cases}参加，金额{amount}，第3期期刊。",
        "12月月底、5条条例、2022年年度总结。",
    ],
)
def test_a_word_that_begins_like_its_unit_is_not_said_twice(text: str) -> None:
    assert "doubled_unit" not in rules(filled(narrative("aid", text), cases="6", amount="8000"))
