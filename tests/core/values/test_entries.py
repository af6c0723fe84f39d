"""Lists, tables and choices; and how an entry that was read is shown."""

import pytest

from tests.support.reading import DATE, LIST, PEOPLE, RATE, TABLE, YUAN, refusal
from unionapp.values import BLANK, Kind, Measure, Reading, State, Typed, Value, read, shown_as
from unionapp.values.entries import read_table


def test_a_list_within_a_list_is_refused() -> None:
    assert refusal((("甲", "乙"), ("丙",)), LIST) == "的名单里还套着名单，请只写一层，一项一条。"


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


@pytest.mark.parametrize(
    ("typed", "items"),
    [
        (
            "· 走访职工\n• 补助职工；\n- 办讲座\n● 办讲座二\n◆建家",
            ("走访职工", "补助职工", "办讲座", "办讲座二", "建家"),
        ),
        ("•1、走访职工\n• 2、补助职工", ("走访职工", "补助职工")),
        ("1、（1）走访职工\n2、• 补助职工", ("走访职工", "补助职工")),
        ("1、3、5号楼\n• 2、4、6号楼\n一、二车间", ("1、3、5号楼", "2、4、6号楼", "二车间")),
        ("——走访职工\n□□公司", ("——走访职工", "□□公司")),
        ("-5度环境作业\n*号线工程", ("-5度环境作业", "*号线工程")),
    ],
)
def test_a_pasted_list_loses_its_bullets_and_nothing_else(
    typed: str, items: tuple[str, ...]
) -> None:
    assert read(typed, LIST).value.items == items


def test_a_stroke_alone_is_still_the_word_for_none() -> None:
    assert read("-", LIST).value.state is State.NOT_APPLICABLE


@pytest.mark.parametrize("mark", ["1. ", "一是", "（1）", "① "])
def test_however_many_numbers_stand_before_an_entry_it_is_read(mark: str) -> None:
    read_as = read((mark * 20_000 + "甲组组长",), Measure(Kind.LIST)).value
    assert read_as.items == ("甲组组长",)


def test_of_a_long_table_only_the_row_that_was_typed_in_is_read() -> None:
    cells: list[str] = []

    def read_cell(cell: str, measure: Measure) -> Reading:
        cells.append(cell)
        return read(cell, measure)

    rows = tuple((f"公司{row}", str(row)) for row in range(1000))
    read_table(rows, TABLE.columns, read_cell)
    cells.clear()
    changed = (*rows[:500], ("新公司", "7"), *rows[501:])
    found = read_table(changed, TABLE.columns, read_cell).value.rows
    assert cells == ["新公司", "7"]
    assert [row[0].text for row in found[499:502]] == ["公司499", "新公司", "公司501"]
