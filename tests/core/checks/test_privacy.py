"""Own texts that seem to be personal, and are not declared to be."""

import pytest

from tests.support.samples import filled, value
from unionapp.checks import Finding, check
from unionapp.draft import CustomIndicator, changed
from unionapp.draft.custom_parts import add_indicator
from unionapp.figures import Figures, figures
from unionapp.template import Personal
from unionapp.values import Kind


def unmarked(known: Figures) -> list[Finding]:
    return [each for each in check(known) if each.rule == "unmarked"]


def custom_table(*columns: CustomIndicator, rows: tuple[tuple[str, ...], ...]) -> Figures:
    draft = filled().draft
    added = add_indicator(draft, "plans", CustomIndicator("慰问名单", Kind.TABLE), columns)
    return figures(changed(draft, [*added.changes, value(added.id, rows)]))


def test_a_column_that_seems_personal_and_is_not_said_to_be_is_told() -> None:
    known = custom_table(
        CustomIndicator("姓名"), CustomIndicator("慰问品"), rows=(("王建国", "大米"),)
    )
    (told,) = unmarked(known)
    assert told.where.id == "custom_1"
    assert told.message == (
        "“慰问名单”的“姓名”一列像是个人信息，公示稿里不会遮住；"
        "要遮住，请在这一条的“…”里改“慰问名单”，种类选“姓名”。"
    )


def test_nothing_is_told_of_a_column_that_is_empty_or_said_to_be_personal() -> None:
    assert not unmarked(
        custom_table(CustomIndicator("姓名"), CustomIndicator("慰问品"), rows=(("", "大米"),))
    )
    named = CustomIndicator("姓名", personal=Personal.NAME)
    assert not unmarked(custom_table(named, CustomIndicator("慰问品"), rows=(("王建国", "大米"),)))


OFFICES = (("会计室", "0755-82345678"), ("大厅", "12351"))


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (("办公室", "联系电话"), OFFICES),
        (("帮扶对象", "金额说明"), (("低收入家庭", "每户500元"), ("困难职工", "每人300元"))),
        (("慰问对象", "慰问品"), (("一线环卫工人", "大米"), ("王建国", "油"), ("会员", "油"))),
        (("病种", "说明"), (("尿毒症", "3人"), ("白血病", "2人"))),
        (("慰问品", "说明"), (("白糖", "王老吉"), ("大米", "金龙鱼"))),
        (("姓名", "困难原因"), (("合计", "合计"),)),
    ],
)
def test_nothing_is_told_of_what_is_public(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> None:
    assert not unmarked(custom_table(*map(CustomIndicator, columns), rows=rows))


@pytest.mark.parametrize(
    ("columns", "rows", "told"),
    [
        (
            ("慰问对象", "慰问品"),
            (("王建国", "米"), ("欧阳志远", "油"), ("会员", "油")),
            "慰问对象",
        ),
        (("部门", "联系电话"), (("会计室", "139 0013 8000"),), "联系电话"),
        (("部门", "备注"), (("会计室", "证号11010519491231002X"),), "备注"),
        (("困难职工", "困难原因"), (("王五、李红梅", "低保"),), "困难职工"),
    ],
)
def test_what_stands_in_a_column_tells_that_it_is_personal(
    columns: tuple[str, ...], rows: tuple[tuple[str, ...], ...], told: str
) -> None:
    (finding,) = unmarked(custom_table(*map(CustomIndicator, columns), rows=rows))
    assert f"“{told}”一列" in finding.message


def test_a_reason_beside_a_name_is_told_as_well() -> None:
    rows = (("王建国", "尿毒症"),)
    found = unmarked(custom_table(CustomIndicator("姓名"), CustomIndicator("困难原因"), rows=rows))
    assert len({(each.where, each.evidence) for each in found}) == len(found) == 2


def custom_text(name: str, typed: str) -> Figures:
    draft = filled().draft
    added = add_indicator(draft, "plans", CustomIndicator(name))
    return figures(changed(draft, [*added.changes, value(added.id, typed)]))


def test_a_hotline_is_public_and_a_persons_own_number_is_not() -> None:
    assert not unmarked(custom_text("服务热线电话", "12351"))
    assert not unmarked(custom_text("受助人", "低收入家庭"))
    (number,) = unmarked(custom_text("联系电话", "13900138000"))
    assert "公示稿里号码只遮住一部分；要全部遮住" in number.message
    assert unmarked(custom_text("受助人", "王建国"))
    assert unmarked(custom_text("病情", "尿毒症"))
