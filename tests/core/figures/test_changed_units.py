"""Figures whose unit was changed are reckoned with by what they amount to."""

import pytest

from tests.support.samples import filled, value
from unionapp import template as templates
from unionapp.checks import Finding, check
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, comparisons, figures, figures_after
from unionapp.paper import year_cells
from unionapp.paper.statistics import charts_of
from unionapp.storage.starting.next_year import next_year
from unionapp.values import Kind, Measure, State, unit_of

CARE = {
    "festival_amount": "2万元",
    "sick_visit_amount": "3000元",
    "hardship_aid_amount": "5000元",
}


def unit(id_: str, word: str) -> Change:
    return Change(EditPath(Slot.UNIT, id_), word)


def school(*changes: Change, **typed: str) -> Figures:
    values = [value(id_, answer) for id_, answer in typed.items()]
    return figures(changed(Draft(templates.load("school")), [*values, *changes]))


def found(known: Figures, rule: str) -> list[Finding]:
    return [finding for finding in check(known) if finding.rule == rule]


@pytest.mark.parametrize(
    ("changes", "total"),
    [
        ((), "28000元"),
        ((unit("festival_amount", "万元"),), "28000元"),
        ((unit("care_amount_total", "万元"),), "2.8万元"),
        ((unit("festival_amount", "千元"), unit("care_amount_total", "百元")), "280百元"),
    ],
)
def test_a_sum_counts_what_its_parts_amount_to(changes: tuple[Change, ...], total: str) -> None:
    assert school(*changes, **CARE).printed("care_amount_total") == total


def test_a_difference_is_of_what_both_amount_to() -> None:
    funds = {"fund_income": "35万元", "fund_spending": "305000元"}
    known = school(unit("fund_income", "万元"), **funds)
    assert known.printed("fund_balance") == "45000元"
    assert known.value("fund_deficit").state is State.NOT_APPLICABLE


def test_a_rate_is_of_what_both_amount_to() -> None:
    known = filled(unit("found", "百项"), found="2百项", fixed="150")
    assert known.printed("fixed_rate") == "75%"
    assert not found(known, "at_most")


def test_a_column_adds_up_in_the_unit_of_its_sum() -> None:
    rows = (("甲公司", "12000"), ("乙公司", "8000"))
    assert filled(unit("new_members", "万人"), new_list=rows).printed("new_members") == "2万人"


def test_an_edit_of_the_unit_works_out_anew_what_follows() -> None:
    before = school(**CARE)
    after = figures_after(before, [unit("festival_amount", "万元")])
    assert after.printed("care_amount_total") == "28000元"


def test_parts_and_whole_are_compared_by_what_they_amount_to() -> None:
    known = filled(unit("found", "百项"), found="2百项", fixed="150", open="50")
    assert not found(known, "total")
    (told,) = found(filled(unit("found", "百项"), found="2百项", fixed="150", open="40"), "total")
    assert told.message == (
        "“查出隐患”2百项，“已整改隐患”150项加“正在整改隐患”40项是1.9百项，差0.1百项，请核对。"
    )


def test_a_list_is_as_long_as_a_figure_in_tens_says() -> None:
    rows = tuple((f"{number}公司", "1") for number in range(100))
    known = filled(unit("new_unions", "百家"), new_unions="1百家", new_list=rows)
    assert not found(known, "count_of")


def test_what_would_mix_units_does_not_follow_and_is_told_where_the_unit_was_changed() -> None:
    known = school(unit("festival_amount", "人"), **(CARE | {"festival_amount": "20"}))
    assert known.value("care_amount_total").state is State.BLANK
    (told,) = found(known, "unit")
    assert told.where.id == "festival_amount"
    assert told.message == (
        "“节日慰问金额”的单位改成了“人”，和“慰问和补助金额合计”不是同一类，没有放在一起计算和核对；"
        "请改回“元”一类的单位。"
    )


def test_what_would_mix_units_is_not_compared() -> None:
    known = filled(unit("fixed", "人次"), found="3", fixed="5", open="1")
    assert not found(known, "at_most")
    assert not found(known, "total")
    assert [each.where.id for each in found(known, "unit")] == ["fixed"]


def test_units_that_are_all_changed_alike_are_reckoned_with_as_before() -> None:
    changes = [unit(id_, "处") for id_ in ("found", "fixed", "open")]
    known = filled(*changes, found="4", fixed="3", open="2")
    assert known.printed("fixed_rate") == "75%"
    assert not found(known, "unit")
    assert found(known, "total")


def test_a_rate_in_another_unit_than_percent_does_not_follow() -> None:
    known = filled(unit("fixed_rate", "‰"), found="4", fixed="3")
    assert known.value("fixed_rate").state is State.BLANK
    assert [each.where.id for each in found(known, "unit")] == ["fixed_rate"]
    assert "程序算不出这样的数" in found(known, "unit")[0].message


def test_measure_words_that_a_template_itself_adds_up_are_compared() -> None:
    template = templates.load("subdistrict")
    parts = {"regional_contracts": "3", "industry_contracts": "2", "federations": "9"}
    typed = [value(id_, answer) for id_, answer in parts.items()]
    known = figures(changed(Draft(template), typed))
    assert not found(known, "unit")
    assert [each.where.id for each in found(known, "total")] == ["federations"]


def test_last_years_figure_is_brought_to_the_changed_unit_by_its_own() -> None:
    last = Change(EditPath(Slot.PREVIOUS, "festival_amount"), "16000元")
    known = school(last, unit("festival_amount", "万元"), festival_amount="2万元")
    (each,) = comparisons(known)
    assert each.indicator.unit == "万元"
    assert [cell.text for cell in year_cells(each)] == ["2", "1.6", "0.4", "25%"]
    (chart,) = charts_of(known)
    assert "万元" in chart.title
    assert [cell.number for cell in chart.table.rows[0][1:]] == [
        each.last.exact_amount,
        each.this.exact_amount,
    ]


def test_what_is_carried_on_keeps_what_it_amounts_to() -> None:
    this_year = school(unit("care_amount_total", "万元"), **CARE)
    after = figures(changed(Draft(this_year.draft.base), next_year(this_year)))
    total = next(each for each in after.draft.template.indicators if each.id == "care_amount_total")
    assert after.previous(total.id) == this_year.value(total.id)
    assert total.unit == "万元"


@pytest.mark.parametrize(("word", "base", "scale"), [("百分点", "百分点", 1), ("百元", "元", 100)])
def test_a_measure_word_that_begins_like_a_number_is_whole(
    word: str, base: str, scale: int
) -> None:
    known = unit_of(Measure(Kind.MONEY, word))
    assert known.base == base
    assert known.scale == scale
