"""What goes where in an import, and what is told of the rest."""

import pytest

from unionapp.importing import Import, Merge, Plan, Row, Sheet, import_of, plan_for, with_heading
from unionapp.importing.matching import likeness
from unionapp.template import Column, load
from unionapp.values import Kind

COLUMNS = next(
    each.columns for each in load("enterprise").indicators if each.id == "competition_table"
)
HEADINGS = ("序号", "成果（主要）", "竞赛 名称", "参赛职工（人次）", "时间")


def sheet(*rows: tuple[str, ...], **others: object) -> Sheet:
    filled = (Row(number, cells) for number, cells in enumerate(rows, 1) if any(cells))
    return Sheet("一", tuple(filled), **others)  # type: ignore[arg-type]


def brought(found: Sheet) -> Import:
    return import_of(plan_for(found, COLUMNS), COLUMNS)


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("参赛职工（人次）", "参赛职工"),
        ("参赛 职工\n[人次]", "参赛职工"),
        ("发展会员数", "发展会员"),
        ("街道乡镇", "街道（乡镇）"),
        ("街道", "街道（乡镇）"),
        ("竞赛时间", "时间"),
        ("ＡＢ类", "ab类"),
    ],
)
def test_headings_are_alike_without_spaces_and_units(heading: str, name: str) -> None:
    assert likeness(heading, name) >= 0.55


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("序号", "时间"),
        ("备注", "参赛职工"),
        ("", "时间"),
        ("应换届工会", "新组建工会"),
    ],
)
def test_other_headings_are_not(heading: str, name: str) -> None:
    assert likeness(heading, name) < 0.55


def test_the_headings_are_found_under_a_title_and_the_columns_by_them() -> None:
    plan = plan_for(
        sheet(
            ("2022年劳动竞赛统计表",),
            ("填报单位：甲厂",),
            HEADINGS,
            ("1", "好", "焊工比武", "120", "5月"),
        ),
        COLUMNS,
    )
    assert plan.heading == 3
    assert plan.sources == (2, 4, 3, 1)


def test_headings_of_two_rows_are_read_through_their_merged_cells() -> None:
    found = sheet(
        ("竞赛名称", "时间", "参赛情况"),
        ("", "", "参赛职工", "班组"),
        ("焊工比武", "5月", "120", "3"),
        merges=(Merge(1, 0, 2, 0), Merge(1, 1, 2, 1), Merge(1, 2, 1, 3)),
    )
    plan = plan_for(found, COLUMNS)
    assert plan.heading == 2
    assert plan.sources == (0, 1, 2, None)
    assert [row.cells for row in import_of(plan, COLUMNS).rows] == [("焊工比武", "5月", "120", "")]


def test_headings_that_say_nothing_to_the_table_leave_the_choice_to_the_person() -> None:
    plan = plan_for(sheet(("甲乙", "丙丁"), ("1", "2")), COLUMNS)
    assert plan.heading == 1
    assert plan.sources == (None,) * 4


def test_without_headings_the_columns_go_by_their_order() -> None:
    plan = with_heading(sheet(("焊工比武", "5月")), 0, COLUMNS)
    assert plan.sources == (0, 1, None, None)
    assert [row.cells for row in import_of(plan, COLUMNS).rows] == [("焊工比武", "5月", "", "")]


def test_totals_notes_and_headings_printed_again_are_left_out_and_named() -> None:
    found = brought(
        sheet(
            HEADINGS,
            ("1", "", "焊工比武", "120", "5月"),
            (),
            HEADINGS,
            ("2", "", "", "", ""),
            ("", "", "合 计：", "120"),
            ("填表人：王五",),
        )
    )
    assert [row.number for row in found.rows] == [2]
    assert [(each.number, each.why) for each in found.left_out] == [
        (4, "又是标题"),
        (5, "在选好的各列里是空的"),
        (6, "是合计"),
        (7, "是表下的说明"),
    ]


def test_a_cell_that_does_not_fit_is_kept_as_it_was_written_and_listed() -> None:
    found = brought(sheet(HEADINGS, ("1", "", "焊工比武", "很多", "5月")))
    assert found.rows[0].cells == ("焊工比武", "5月", "很多", "")
    [misfit] = found.misfits
    assert (misfit.number, misfit.column) == (2, "参赛职工")
    assert "很多" in misfit.why


def test_merged_words_stand_in_each_row_and_a_merged_figure_only_once() -> None:
    found = brought(
        sheet(
            HEADINGS,
            ("1", "", "焊工比武", "120", "5月"),
            ("2", "", "钳工比武", "", ""),
            merges=(Merge(2, 3, 3, 3), Merge(2, 4, 3, 4)),
        )
    )
    assert [row.cells[1:3] for row in found.rows] == [("5月", "120"), ("5月", "")]
    assert "合并" in found.remarks[0]


def test_hidden_rows_and_what_the_reader_remarked_are_told() -> None:
    found = brought(
        sheet(HEADINGS, ("1", "", "焊工比武"), hidden=frozenset({2}), remarks=("只读到第2行。",))
    )
    assert found.remarks == ("只读到第2行。", "有1行在文件里是隐藏的，也算在内。")


def test_formulas_without_a_result_are_told_where_they_are_taken() -> None:
    found = brought(
        sheet(
            HEADINGS,
            ("1", "", "焊工比武", "", "#REF!"),
            ("", "", "合计"),
            unsaved=((2, 3), (2, 0), (3, 3)),
            faulty=((2, 4),),
        )
    )
    assert found.remarks[0].startswith("D2是公式")
    assert "保存一次" in found.remarks[0]
    assert found.remarks[1].startswith("E2的公式")


def test_a_cell_of_several_lines_becomes_one() -> None:
    assert brought(sheet(HEADINGS, ("1", "", "焊工\n比武"))).rows[0].cells[0] == "焊工 比武"


def test_merges_without_end_cost_no_more_than_the_sheet() -> None:
    merges = tuple(Merge(1, 0, 1_048_576, 16_383) for _ in range(5000))
    assert brought(sheet(HEADINGS, ("1", "", "焊工比武"), merges=merges)).rows


def test_one_column_of_a_file_can_go_to_two_places() -> None:
    columns = (Column("a", "名称"), Column("b", "人数", Kind.COUNT))
    plan = Plan(sheet(("名称",), ("12人",)), 1, (0, 0))
    assert import_of(plan, columns).rows[0].cells == ("12人", "12人")


ATTENDED = (
    Column("name", "活动名称"),
    Column("date", "时间", Kind.DATE),
    Column("attended", "参加教职工", Kind.COUNT, "人次"),
)


def test_a_heading_with_the_unit_goes_to_the_only_column_that_it_can_mean() -> None:
    found = sheet(("活动名称", "时间", "参加人次"), ("跳绳", "2022年5月", "120"))
    assert plan_for(found, ATTENDED).sources == (0, 1, 2)


def test_two_headings_with_the_unit_leave_the_choice_to_the_person() -> None:
    found = sheet(("活动名称", "参加人次", "参加总人次"), ("跳绳", "120", "130"))
    assert plan_for(found, ATTENDED).sources == (0, None, None)


def test_columns_that_hold_something_and_go_nowhere_are_named() -> None:
    found = sheet(
        ("序号", "活动名称", "地点", "空", "经费"),
        ("1", "跳绳", "操场", "", "300"),
        ("2", "拔河", "", "", "500"),
    )
    told = import_of(plan_for(found, ATTENDED), ATTENDED).remarks
    assert told == ("C列“地点”、E列“经费”里有内容，没有导入；要用的请在上面选好。",)
