"""Half-width marks between Chinese characters."""

import pytest

from tests.support.samples import filled, narrative
from unionapp.checks import Severity
from unionapp.checks.wording import check_half_width


def told(text: str) -> list[str]:
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
    assert told(text) == [message]


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
    (message,) = told(text)
    assert f"“{wrong}”用了半角标点，请改成“{right}”，这样的共2处" in message


def test_a_text_full_of_them_is_told_of_once_with_how_many_there_are() -> None:
    (message,) = told("走访职工,补助职工,办讲座;\n工会(小组)建家。")
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
    assert told(text) == []
