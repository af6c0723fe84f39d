"""Figures as people type them, read exactly."""

from decimal import Decimal

import pytest
from cn2an import an2cn
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reading import RATE, WAN_YUAN, YUAN, amount, number, refusal
from unionapp.values import Kind, Measure, Number, Qualifier, printed, read


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("1.2w", "12000"),
        ("1.2W人", "12000"),
        ("3千", "3000"),
        ("3k", "3000"),
        ("１２，８００", "12800"),
    ],
)
def test_a_count_is_read_as_people_write_it_in_chats(typed: str, read_as: str) -> None:
    assert amount(typed) == read_as


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("九成五", "95"),
        ("9成5", "95"),
        ("9.5成", "95"),
        ("九成", "90"),
        ("九成半", "95"),
        ("十成", "100"),
        ("百分之九十五点五", "95.5"),
    ],
)
def test_tenths_are_read_as_percent(typed: str, read_as: str) -> None:
    assert amount(typed, RATE) == read_as


def test_tenths_keep_their_qualifier() -> None:
    assert number("九成以上", RATE) == Number(Decimal(90), Qualifier.AT_LEAST)
    assert number("近九成", RATE) == Number(Decimal(90), Qualifier.NEARLY)


def test_a_share_without_its_sign_is_read_with_a_remark() -> None:
    [remark] = read("0.955", RATE).remarks
    assert remark.message == "“0.955”已按0.955%读入，如果要填95.5%，请写上百分号。"
    assert read("0.955%", RATE).remarks == read("0", RATE).remarks == read("1", RATE).remarks == ()


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("37686", "37686"),
        ("0", "0"),
        ("零", "0"),
        ("00120", "120"),
        ("１２０", "120"),
        ("1,284", "1284"),
        ("1，284", "1284"),
        ("1\u2009284", "1284"),
        ("1,234,567", "1234567"),
        (" 120 人 ", "120"),
        ("120\u200b人", "120"),
        ("共计120人", "120"),
        ("达到 120", "120"),
        ("3.68万", "36800"),
        ("2亿", "200000000"),
        ("2百万", "2000000"),
        ("999999999999999", "999999999999999"),
        ("⼆⼗⼈", "20"),  # radicals, as a PDF with CFF fonts copies them
    ],
)
def test_a_count_is_read_as_people_type_it(typed: str, read_as: str) -> None:
    assert amount(typed) == read_as


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("一", "1"),
        ("两", "2"),
        ("十二", "12"),
        ("一百二", "120"),
        ("一百二十", "120"),
        ("一百十二", "112"),
        ("三万六千", "36000"),
        ("三点六八万", "36800"),
        ("两万两千", "22000"),
        ("叁仟陆佰", "3600"),
        ("〇", "0"),
    ],
)
def test_a_chinese_numeral_is_read_exactly(typed: str, read_as: str) -> None:
    assert amount(typed) == read_as


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("3万4千", "34000"),
        ("3万4", "34000"),
        ("3 万 4 千人", "34000"),
        ("2千5", "2500"),
        ("1万2千3百", "12300"),
        ("3百5十", "350"),
        ("12万零500", "120500"),
        ("3万零5", "30005"),
        ("3万六千", "36000"),
        ("1亿2000万", "120000000"),
        ("1亿2千3百万", "123000000"),
        ("1亿2", "120000000"),
        ("1亿零2千", "100002000"),
    ],
)
def test_a_numeral_with_figures_and_sizes_is_read_as_it_is_said(typed: str, read_as: str) -> None:
    assert amount(typed) == read_as


@given(st.integers(1, 99), st.integers(1, 9), st.integers(1, 9))
def test_a_mixed_numeral_is_what_its_places_come_to(whole: int, first: int, second: int) -> None:
    expected = whole * 10**4 + first * 1000 + second * 100
    for said in (
        f"{whole}万{first}千{second}百",
        f"{whole}万{first}千{second}",
        f"{whole}万{first}{second}00",
        f"{whole}万{an2cn(first)}千{an2cn(second)}百",
    ):
        assert amount(said) == str(expected)


def test_what_ends_a_sentence_is_no_part_of_a_figure() -> None:
    for typed in ("1260人。", "1260；", "1260，", "1260、"):
        assert amount(typed) == "1260"


def test_a_chinese_numeral_is_never_misread() -> None:
    for expected in [*range(2000), *range(9990, 130000, 397)]:
        assert amount(an2cn(expected)) == str(expected)


@pytest.mark.parametrize(
    ("typed", "figure", "qualifier"),
    [
        ("20余", "20", Qualifier.MORE),
        ("20余万", "200000", Qualifier.MORE),
        ("20万余人", "200000", Qualifier.MORE),
        ("二十余万人", "200000", Qualifier.MORE),
        ("百余人", "100", Qualifier.MORE),
        ("780多人", "780", Qualifier.OVER),
        ("近300人", "300", Qualifier.NEARLY),
        ("约30", "30", Qualifier.ABOUT),
        ("大约 30 人", "30", Qualifier.ABOUT),
        ("逾1,000", "1000", Qualifier.PAST),
        ("超过50人", "50", Qualifier.EXCEEDING),
        ("共超50人", "50", Qualifier.EXCEEDING),
        ("不足10", "10", Qualifier.SHORT_OF),
        ("百人以上", "100", Qualifier.AT_LEAST),
        ("100以上人", "100", Qualifier.AT_LEAST),
        ("30人左右", "30", Qualifier.AROUND),
        ("30上下", "30", Qualifier.AROUND),
        ("不少于30人", "30", Qualifier.AT_LEAST),
        ("不低于30", "30", Qualifier.AT_LEAST),
        ("至少30", "30", Qualifier.AT_LEAST),
        ("突破3万人", "30000", Qualifier.EXCEEDING),
    ],
)
def test_a_qualifier_is_found_where_people_type_it(
    typed: str, figure: str, qualifier: Qualifier
) -> None:
    assert number(typed) == Number(Decimal(figure), qualifier)


@pytest.mark.parametrize(
    ("typed", "measure", "read_as"),
    [
        ("3.68万", YUAN, "36800"),
        ("45600.00", YUAN, "45600"),
        ("8000元", YUAN, "8000"),
        ("￥1,284.5", YUAN, "1284.5"),
        ("1.2万元", YUAN, "12000"),
        ("叁万陆仟元整", YUAN, "36000"),
        ("318.5", WAN_YUAN, "318.5"),
        ("30000元", WAN_YUAN, "3"),
        ("3.68万", WAN_YUAN, "3.68"),
        ("三万六千", WAN_YUAN, "3.6"),
        ("3亿元", WAN_YUAN, "30000"),
        ("1.234567", WAN_YUAN, "1.234567"),
        ("3万4千", WAN_YUAN, "3.4"),
        ("12万零500元", WAN_YUAN, "12.05"),
        ("人民币1200元", YUAN, "1200"),
        ("壹仟贰佰圆整", YUAN, "1200"),
    ],
)
def test_money_is_kept_in_the_unit_of_its_indicator(
    typed: str, measure: Measure, read_as: str
) -> None:
    assert amount(typed, measure) == read_as


def test_a_fraction_of_what_is_measured_is_taken() -> None:
    area = Measure(Kind.COUNT, "平方米")
    assert amount("120.5㎡", area) == "120.5"
    assert amount("3.5万", Measure(Kind.COUNT, "万人次")) == "3.5"
    assert "不是整数" in refusal("3.51234", Measure(Kind.COUNT, "万人次"))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("95.53", "95.53"),
        ("95.53%", "95.53"),
        ("９０％", "90"),
        ("百分之八十", "80"),
        ("百分之80", "80"),
        ("百分百", "100"),
        ("112.4", "112.4"),
    ],
)
def test_a_rate_is_in_percent(typed: str, read_as: str) -> None:
    assert amount(typed, RATE) == read_as


def test_a_rate_keeps_its_qualifier() -> None:
    assert number("保持在90%以上", RATE) == Number(Decimal(90), Qualifier.AT_LEAST)
    assert number("近百分之八十", RATE) == Number(Decimal(80), Qualifier.NEARLY)


def test_a_point_without_its_zero_is_read_with_a_remark() -> None:
    reading = read(".98%", RATE)
    assert printed(reading.value, RATE) == "0.98%"
    [remark] = reading.remarks
    assert remark.rule == "leading_zero"
    assert remark.message == "“.98%”已按0.98%读入，请核对小数点前面是否漏了数字。"
    assert read("0.98%", RATE).remarks == ()
