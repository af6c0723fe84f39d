"""What is not one plain figure is refused, with the reason and the way out."""

import pytest

from tests.support.reading import PEOPLE, RATE, WAN_YUAN, YUAN, refusal
from unionapp.values import Kind, Measure

OFTEN = Measure(Kind.FREQUENCY)
HEADS_OR_TURNS = (
    "的单位是“人次”，这里要填“人”；按“人”记就改写成“人”，按“人次”记就把这一项的单位改为“人次”。"
)


@pytest.mark.parametrize(
    ("typed", "measure", "sentence"),
    [
        ("12 800", PEOPLE, "“12 800”像是两个数，请只填一个数；本来是一个数的，请去掉中间的空格。"),
        ("约 30 人左右", PEOPLE, "“约 30 人左右”用了“约”和“左右”两个概数词，请只留一个。"),
        ("30人次", PEOPLE, f"“30人次”{HEADS_OR_TURNS}"),
        ("30 人 次", PEOPLE, f"“30 人 次”{HEADS_OR_TURNS}"),
        ("5.6%", PEOPLE, "“5.6%”的单位是“%”，这里要填“人”。"),
        ("九成五", PEOPLE, "“九成五”的单位是“成”，这里要填“人”。"),
        ("½", PEOPLE, "“½”里有特殊的数字符号，请只用0到9填写。"),
        ("三十来人", PEOPLE, "“三十来人”是概数，请填确数，或写成“30余”这样。"),
        ("300+", PEOPLE, "“300+”末尾的“+”说不清多少，请填确数，或写成“300余”这样。"),
        ("5kg", PEOPLE, "“5kg”里的“kg”读不懂，请只填数，这里要填“人”。"),
        ("千分之五", RATE, "“千分之五”不是百分数，请换算成百分数再填。"),
        ("2个百分点", RATE, "“2个百分点”的单位是“个百分点”，这里要填“%”。"),
        ("2.5百分点", RATE, "“2.5百分点”的单位是“百分点”，这里要填“%”。"),
        ("95成", RATE, "“95成”超过了十成，请填百分数，如“95%”。"),
        ("1.2w", RATE, "“1.2w”不像百分数，请填百分数，如“95%”。"),
        ("3k", RATE, "“3k”不像百分数，请填百分数，如“95%”。"),
        ("一万", RATE, "“一万”不像百分数，请填百分数，如“95%”。"),
        ("120", OFTEN, "“120”只有数，看不出多久几次，请写成“每季度一次”或“全年12次”这样。"),
        ("十二", OFTEN, "“十二”只有数，看不出多久几次，请写成“每季度一次”或“全年12次”这样。"),
        ("9.5成5", RATE, "“9.5成5”的单位是“成”，这里要填“%”。"),
    ],
)
def test_what_chats_bring_is_refused_in_one_sentence(
    typed: str, measure: Measure, sentence: str
) -> None:
    assert refusal(typed, measure) == sentence


@pytest.mark.parametrize(
    "typed",
    ["三四", "十五六", "几十", "三十几", "数百", "三四百人", "30几", "上百", "成百", "上千人"],
)
def test_a_vague_numeral_is_refused_with_a_way_out(typed: str) -> None:
    assert refusal(typed) == f"“{typed}”是概数，请填确数，或写成“30余”这样。"


@pytest.mark.parametrize("typed", ["一百零", "二十两", "两十", "一二三", "十百", "三点", "零三"])
def test_a_numeral_that_is_not_well_written_is_refused(typed: str) -> None:
    assert "请改用阿拉伯数字" in refusal(typed)


@pytest.mark.parametrize("typed", ["约20余", "近30多人", "20余万余", "20余余", "约30左右"])
def test_two_qualifiers_are_refused(typed: str) -> None:
    assert "两个概数词，请只留一个" in refusal(typed)


def test_a_qualifier_in_the_wrong_place_is_refused_with_the_right_one() -> None:
    assert "“余”位置不对，请写成“20余”" in refusal("余20")


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("nan", "没有读得懂的数"),
        ("inf", "没有读得懂的数"),
        ("许", "没有读得懂的数"),
        ("1e5", "科学记数法"),
        ("1_000", "下划线"),
        ("0x10", "只用0到9"),
        ("-5", "负数"),
        ("－５", "负数"),
        ("负三", "负数"),
        ("1-2", "一个范围"),
        ("3/4", "分数"),
        ("3×4", "两个数"),
        ("20 30", "两个数"),
        ("3万4万", "写成一个数"),
        ("3万12345", "写成一个数"),
        ("3千4千", "写成一个数"),
        ("1亿2千", "写成一个数"),
        ("3万四五", "写成一个数"),
        ("3.5万2千", "写成一个数"),
        ("1,28", "千分位逗号位置不对"),
        ("1.2.3", "不止一个小数点"),
        ("3.", "小数点后面没有数字"),
        ("3.5", "只能填整数"),
        ("3.68758万", "只能填整数"),
        ("1234567890123456", "超过15位"),
        ("999999999999亿", "超过15位"),
        ("٣", "特殊的数字"),
        ("5²", "特殊的数字"),
        ("①", "特殊的数字"),
        ("½", "特殊的数字"),
        ("20以下", "“以下”读不懂"),
        ("9" * 41, "太长"),
    ],
)
def test_what_is_not_one_plain_count_is_refused_with_the_reason(typed: str, reason: str) -> None:
    assert reason in refusal(typed)


def test_a_refusal_quotes_what_was_typed_and_shortens_it() -> None:
    assert refusal("1,28") == "“1,28”的千分位逗号位置不对，请去掉逗号。"
    assert refusal("a" * 1_000_000) == "“aaaaaaaaaaaaaaaa…”太长，不像一个数，请只填数字。"


def test_the_same_refusal_comes_each_time() -> None:
    assert refusal("20户") == refusal("20户") == "“20户”的单位是“户”，这里要填“人”。"


@pytest.mark.parametrize("unit", ["人次", "户", "家", "件", "%", "元"])
def test_a_different_unit_is_not_taken(unit: str) -> None:
    assert f"的单位是“{unit}”，这里要填“人”" in refusal(f"20{unit}")


def test_people_are_not_taken_for_cases() -> None:
    assert "单位是“人”，这里要填“人次”" in refusal("20人", Measure(Kind.COUNT, "人次"))


@pytest.mark.parametrize(("typed", "measure"), [("4509.555", YUAN), ("1.2345678", WAN_YUAN)])
def test_money_below_a_cent_is_refused(typed: str, measure: Measure) -> None:
    assert "精确到分" in refusal(typed, measure)
