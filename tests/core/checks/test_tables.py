"""Lists and tables: sums that fail, sums among the rows, and what stands twice."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import TEMPLATE, filled, value
from unionapp.checks import Finding, Severity
from unionapp.checks.tables import check_repeated
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import figures
from unionapp.values import Typed, is_total_entry


def of_list(*entries: str) -> list[Finding]:
    declared = Change(
        EditPath(Slot.CUSTOM_INDICATORS, "aid"), (("custom_1", "议题", "list", "", ""),)
    )
    return [
        *check_repeated(figures(changed(Draft(TEMPLATE), [declared, value("custom_1", entries)])))
    ]


def of_table(*rows: tuple[str, ...]) -> list[str]:
    typed: Typed = rows
    return [each.message for each in check_repeated(filled(new_list=typed))]


def test_an_entry_that_stands_twice_is_told_and_counted() -> None:
    (found,) = of_list("《学校工作报告》", "《章程》", "1.《学校工作报告》；")
    assert found.message == "“议题”里《学校工作报告》写了两次，会算作2项，请删去多余的。"
    assert (found.where.id, found.severity) == ("custom_1", Severity.WARNING)


def test_each_entry_is_told_once_however_often_it_stands_there() -> None:
    assert [each.message for each in of_list("甲", "乙", "甲", "甲", "乙")] == [
        "“议题”里“甲”写了3次，会算作3项，请删去多余的。",
        "“议题”里“乙”写了两次，会算作2项，请删去多余的。",
    ]


def test_rows_that_are_the_same_are_told_by_their_places() -> None:
    assert of_table(("甲公司", "12"), ("乙公司", "8"), ("甲公司", "12 人")) == [
        "“新建工会名单”第1行、第3行（甲公司）完全一样，会算作2项，请删去多余的。"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        (("甲公司", "12"), ("甲公司", "13")),
        (("甲公司", "12"), ("甲公司", "12余")),
        (("甲公司", "12"), ("甲公司", "")),
        (("甲公司", "无"), ("甲公司", "")),
    ],
)
def test_rows_that_differ_in_one_cell_are_not(rows: tuple[tuple[str, ...], ...]) -> None:
    assert of_table(*rows) == []


@pytest.mark.parametrize(("cell", "told"), [("20余", "是概数20余人"), ("", "没有数")])
def test_the_cell_for_which_a_column_does_not_add_up_is_named(cell: str, told: str) -> None:
    figures = filled(new_list=(("甲公司", "120"), ("乙公司", cell)), new_unions="2")
    finding = finding_of(figures, "untotalled")
    assert finding.message.startswith(
        f"“新建工会名单”第2行（乙公司）的“会员数”{told}，这一列就不合计"
    )
    assert finding.where.id == "new_list"
    assert "count_of" not in rules(figures)


@pytest.mark.parametrize("cell", ["80", "无", "不公开", "很多"])
def test_a_column_that_adds_up_or_is_told_of_already_is_no_finding(cell: str) -> None:
    assert "untotalled" not in rules(filled(new_list=(("甲公司", "120"), ("乙公司", cell))))


def test_a_row_of_a_table_that_sums_up_the_others_is_told() -> None:
    rows = (("甲公司", "12"), ("乙公司", "8"), ("合计", "20"))
    found = finding_of(filled(new_list=rows), "total_row")
    assert found.where.id == "new_list"
    assert found.message == (
        "“新建工会名单”第3行是“合计”，会当作一项算进去；合计由程序算，请删去这一行。"
    )
    assert "total_row" not in rules(filled(new_list=(("合计电器公司", "12"),)))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("合计", True),
        ("总计：12人", True),
        ("小 计", True),
        ("合计 454", True),
        ("合计电器", False),
    ],
)
def test_an_entry_of_a_list_that_is_a_total_is_known(entry: str, told: bool) -> None:
    assert is_total_entry(entry) is told
