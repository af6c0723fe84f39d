"""What stands twice in a list or a table."""

import pytest

from tests.support.samples import TEMPLATE, filled, value
from unionapp.checks import Finding, Severity
from unionapp.checks.tables import check_repeated
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import figures
from unionapp.values import Typed


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
