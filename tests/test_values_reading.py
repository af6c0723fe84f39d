from decimal import Decimal

import pytest
from cn2an import an2cn

from unionapp.errors import UnreadableError
from unionapp.values import (
    BLANK,
    Kind,
    Measure,
    Number,
    Qualifier,
    State,
    Typed,
    Value,
    printed,
    read,
    shown_as,
)

PEOPLE = Measure(Kind.COUNT, "人")
YUAN = Measure(Kind.MONEY, "元")
WAN_YUAN = Measure(Kind.MONEY, "万元")
RATE = Measure(Kind.RATE, "%")
DATE = Measure(Kind.DATE)
LIST = Measure(Kind.LIST)
TABLE = Measure(Kind.TABLE, columns=(Measure(Kind.TEXT), PEOPLE))


def number(typed: str, measure: Measure = PEOPLE) -> Number:
    found = read(typed, measure).value.number
    assert found is not None
    return found


def amount(typed: str, measure: Measure = PEOPLE) -> str:
    assert number(typed, measure).exact
    return f"{number(typed, measure).amount:f}"


def refusal(typed: Typed, measure: Measure = PEOPLE) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(typed, measure)
    return str(caught.value)


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


def test_a_chinese_numeral_is_never_misread() -> None:
    for expected in [*range(2000), *range(9990, 130000, 397)]:
        assert amount(an2cn(expected)) == str(expected)


@pytest.mark.parametrize("typed", ["三四", "十五六", "几十", "三十几", "数百", "三四百人", "30几"])
def test_a_vague_numeral_is_refused_with_a_way_out(typed: str) -> None:
    assert refusal(typed) == f"“{typed}”是概数，请填确数，或写成“30余”这样。"


@pytest.mark.parametrize("typed", ["一百零", "二十两", "两十", "一二三", "十百", "三点", "零三"])
def test_a_numeral_that_is_not_well_written_is_refused(typed: str) -> None:
    assert "请改用阿拉伯数字" in refusal(typed)


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
    ],
)
def test_a_qualifier_is_found_where_people_type_it(
    typed: str, figure: str, qualifier: Qualifier
) -> None:
    assert number(typed) == Number(Decimal(figure), qualifier)


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
        ("1亿2000万", "写成一个数"),
        ("3万六千", "写成一个数"),
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


@pytest.mark.parametrize("unit", ["人次", "名", "户", "家", "%", "元"])
def test_a_different_unit_is_not_taken(unit: str) -> None:
    assert f"的单位是“{unit}”，这里要填“人”" in refusal(f"20{unit}")


def test_people_are_not_taken_for_cases() -> None:
    assert "单位是“人”，这里要填“人次”" in refusal("20人", Measure(Kind.COUNT, "人次"))


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
    ],
)
def test_money_is_kept_in_the_unit_of_its_indicator(
    typed: str, measure: Measure, read_as: str
) -> None:
    assert amount(typed, measure) == read_as


@pytest.mark.parametrize(("typed", "measure"), [("4509.555", YUAN), ("1.2345678", WAN_YUAN)])
def test_money_below_a_cent_is_refused(typed: str, measure: Measure) -> None:
    assert "精确到分" in refusal(typed, measure)


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


def test_the_year_of_a_profile_is_a_count_of_years() -> None:
    year = Measure(Kind.COUNT, "年")
    assert printed(read("2022", year).value, year) == "2022年"
    assert read("20xx年", year).value == BLANK


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.DATE, Kind.FREQUENCY])
@pytest.mark.parametrize(
    "typed", ["", "  ", "待填", "待定", "未填", "**", "×××", "xx", "XXX", "□", "__", "＊＊"]
)
def test_a_mask_or_nothing_is_a_blank(kind: Kind, typed: str) -> None:
    assert read(typed, Measure(kind)).value == BLANK


@pytest.mark.parametrize("typed", ["**余万余", "**余", "***万元", "××元", "1**", "约××%"])
def test_a_masked_figure_is_a_blank(typed: str) -> None:
    assert read(typed, WAN_YUAN).value == BLANK


@pytest.mark.parametrize(
    "typed", ["20××年11月", "20xx年底", "20××年1-11月份", "截至20××年10月止", "2022-**-01"]
)
def test_a_masked_date_is_a_blank(typed: str) -> None:
    assert read(typed, DATE).value == BLANK


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("", State.BLANK),
        ("无", State.NOT_APPLICABLE),
        ("没有", State.NOT_APPLICABLE),
        ("不适用", State.NOT_APPLICABLE),
        ("/", State.NOT_APPLICABLE),
        ("—", State.NOT_APPLICABLE),
        ("不公开", State.WITHHELD),
        ("保密", State.WITHHELD),
    ],
)
def test_a_state_word_stands_for_a_value_of_any_kind(kind: Kind, typed: str, state: State) -> None:
    assert read(typed, Measure(kind)).value == Value(state)


def test_zero_is_given_and_is_no_blank() -> None:
    assert read("0", PEOPLE).value.given
    assert read("0", PEOPLE).value != BLANK


def test_a_name_with_a_mask_in_it_stays_text() -> None:
    company = "XX市建安（集团）股份有限公司"
    assert read(company, Measure(Kind.TEXT)).value.text == company
    assert read("×××", Measure(Kind.PERSONAL)).value == BLANK
    assert read((company, "××"), LIST).value.items == (company,)


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


def test_a_choice_is_one_of_its_options_even_if_one_is_a_state_word() -> None:
    choice = Measure(Kind.CHOICE, options=("有", "无"))
    assert read(" 无 ", choice).value == Value(State.GIVEN, text="无")
    assert refusal("没", choice) == "“没”不在可选的范围内，请从“有”、“无”中选一个。"


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        ("党建、财务、基建", ("党建", "财务", "基建")),
        ("会计室；办公大楼大厅", ("会计室", "办公大楼大厅")),
        ("甲、乙；丙", ("甲、乙", "丙")),
        ("《工会、章程》《条例》", ("《工会、章程》", "《条例》")),
        ("公司（深圳、广州）、工厂", ("公司（深圳、广州）", "工厂")),
        ("会计室\n\n办公大楼、大厅\n", ("会计室", "办公大楼、大厅")),
        (("会计室", " ", "**", "大厅\u200b"), ("会计室", "大厅")),
    ],
)
def test_the_entries_of_a_list_are_told_apart(typed: Typed, items: tuple[str, ...]) -> None:
    assert read(typed, LIST).value.items == items


def test_a_list_of_blanks_is_a_blank() -> None:
    assert read(("", "××"), LIST).value == BLANK
    assert read((), LIST).value == BLANK


def test_a_table_fills_short_rows_and_drops_blank_ones() -> None:
    rows = read((("建安公司", "两"), ("", " "), ("金业公司",)), TABLE).value.rows
    assert [row[0].text for row in rows] == ["建安公司", "金业公司"]
    assert rows[0][1].exact_amount == 2
    assert rows[1][1] == BLANK


def test_a_table_may_be_pasted_with_tabs_and_an_empty_first_cell() -> None:
    rows = read("\t12\n建安公司\t30", TABLE).value.rows
    assert rows[0][0] == BLANK
    assert [row[1].exact_amount for row in rows] == [12, 30]


def test_a_cell_that_cannot_be_read_is_named_by_its_place() -> None:
    typed = (("甲", "12"), ("", ""), ("乙", "20户"))
    assert refusal(typed, TABLE) == "第3行第2列的“20户”的单位是“户”，这里要填“人”。"


def test_a_row_with_too_many_cells_is_named() -> None:
    typed = (("甲", "12"), ("乙", "20", "备注"))
    assert refusal(typed, TABLE) == "第2行有3格，表只有2列，请去掉多出的“备注”。"
    assert read((("甲", "12", " "),), TABLE).value.given


def test_a_remark_on_a_cell_names_its_place() -> None:
    table = Measure(Kind.TABLE, columns=(Measure(Kind.TEXT), RATE))
    [remark] = read((("甲", ".5"),), table).remarks
    assert remark.message.startswith("第1行第2列的“.5”已按0.5%读入")


def test_several_entries_for_a_single_figure_are_refused() -> None:
    assert refusal(("1", "2")) == "填了2行，这里只能填一个值，请只留一个。"


@pytest.mark.parametrize(
    ("typed", "measure", "shown"),
    [
        ("3.68万", YUAN, "36800元"),
        ("37686", PEOPLE, ""),
        ("37686 人", PEOPLE, ""),
        ("80%以上", RATE, ""),
        ("两", PEOPLE, "2人"),
        ("1,284", PEOPLE, "1284人"),
        ("200000余", YUAN, "20余万元"),
        ("**", PEOPLE, "待填"),
        ("/", PEOPLE, "无此项"),
        ("", PEOPLE, ""),
        ("待填", PEOPLE, ""),
        ("2022-11", DATE, "2022年11月"),
        ("2022年11月", DATE, ""),
        ("无", Measure(Kind.TEXT), "无此项"),
        ("甲、乙", LIST, ""),
    ],
)
def test_how_an_entry_was_read_is_shown_only_if_it_says_something(
    typed: str, measure: Measure, shown: str
) -> None:
    assert shown_as(typed, read(typed, measure), measure) == shown


def test_a_pasted_list_loses_its_numbers_and_end_marks() -> None:
    typed = ("1.《学校章程》；", "2、职称评聘办法。", "（3）考核办法；", "④奖励办法", "3月8日活动")
    items = read(typed, Measure(Kind.LIST)).value.items
    assert items == ("《学校章程》", "职称评聘办法", "考核办法", "奖励办法", "3月8日活动")
