"""Figures: answers as read, and the values that follow from them."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.support.samples import TEMPLATE, filled, narrative, value
from unionapp.checks import Finding
from unionapp.checks.wording import check_doubled_words, check_half_width
from unionapp.checks.years import check_past_years
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import Figures, changed_ids, figures, figures_after
from unionapp.figures.formulas import derived_value
from unionapp.paper import compose
from unionapp.paper.tables import table_of
from unionapp.template import Column, Derive, Indicator, Item, Narrative, Section
from unionapp.values import BLANK, Kind, Number, State, Value


def followed(derive: Derive) -> Indicator:
    return Indicator("result", "结果", Kind.COUNT, derive=derive)


def summed(*ids: str) -> Indicator:
    return followed(Derive(sum=ids))


def test_a_rate_has_two_decimals_rounded_half_up() -> None:
    assert filled(found="1284", fixed="745").printed("fixed_rate") == "58.02%"


@pytest.mark.parametrize(("found", "fixed"), [("", "3"), ("3", ""), ("20余", "3"), ("0", "0")])
def test_a_rate_is_blank_without_two_exact_figures(found: str, fixed: str) -> None:
    assert filled(found=found, fixed=fixed).value("fixed_rate").state is State.BLANK


def test_a_rate_of_nothing_applicable_is_not_applicable() -> None:
    assert filled(found="无", fixed="3").value("fixed_rate").state is State.NOT_APPLICABLE


def test_a_sum_leaves_out_what_does_not_apply() -> None:
    operands = {
        "a": Value(State.GIVEN, Number(Decimal(3))),
        "b": Value(State.NOT_APPLICABLE),
        "c": BLANK,
    }
    known = operands.__getitem__
    assert derived_value(summed("a", "b"), known, {}).exact_amount == Decimal(3)
    assert derived_value(summed("a", "c"), known, {}) == BLANK
    assert derived_value(summed("b", "b"), known, {}).state is State.NOT_APPLICABLE


def test_a_column_adds_up() -> None:
    found = filled(new_list=(("甲公司", "120"), ("乙公司", "80")))
    assert found.value("new_members").exact_amount == Decimal(200)


def test_a_column_with_a_gap_has_no_sum() -> None:
    assert (
        filled(new_list=(("甲公司", "120"), ("乙公司",))).value("new_members").state is State.BLANK
    )


@pytest.mark.parametrize(
    ("second", "total"), [("80", "200"), ("无", "120"), ("", ""), ("不公开", "")]
)
def test_a_column_adds_up_the_same_under_its_table_and_in_the_sentence(
    second: str, total: str
) -> None:
    found = filled(new_list=(("甲公司", "120"), ("乙公司", second)))
    foot = table_of(found, found.indicators["new_list"]).totals
    assert "".join(cell.text for cell in foot).removeprefix("合计") == total
    assert found.printed("new_members").removesuffix("人") == total


def test_a_table_of_which_no_column_adds_up_has_no_row_of_totals() -> None:
    found = filled(new_list=(("甲公司", "120"), ("乙公司", "80余")))
    assert table_of(found, found.indicators["new_list"]).totals == ()
    assert found.value("new_members").state is State.BLANK


@pytest.mark.parametrize("second", ["80余", "", "不公开"])
def test_a_column_that_does_not_add_up_has_a_stroke_beside_the_total_of_another(
    second: str,
) -> None:
    columns = (
        Column("name", "企业名称"),
        Column("members", "会员数", Kind.COUNT, "人"),
        Column("dues", "会费", Kind.MONEY, "元"),
    )
    indicator = Indicator("new_list", "名单", Kind.TABLE, columns=columns)
    rows = (("甲公司", "120", "30"), ("乙公司", second, "40"))
    section = Section("section", "", "", (Item("item", "", "", (indicator,)),))
    template = replace(TEMPLATE, sections=(section,))
    found = figures(changed(Draft(template), [value("new_list", rows)]))
    foot = table_of(found, indicator).totals
    assert [cell.text for cell in foot] == ["合计", "", "—", "70"]


def test_one_unreadable_cell_leaves_the_other_cells_and_the_rows_as_they_are() -> None:
    found = filled(new_list=(("甲公司", "120"), ("乙公司", "很多"), ("丙公司", "8", "多出")))
    rows = found.value("new_list").rows
    assert [row[0].text for row in rows] == ["甲公司", "乙公司", "丙公司"]
    assert [row[1].state for row in rows] == [State.GIVEN, State.BLANK, State.GIVEN]
    assert found.value("new_members").state is State.BLANK
    assert "第2行第2列" in next(each.refusal for each in found.entries_in_order())


@pytest.mark.parametrize("state", [State.BLANK, State.NOT_APPLICABLE, State.WITHHELD])
def test_what_follows_from_a_list_or_table_that_is_not_given_is_in_its_state(state: State) -> None:
    known = {"list": Value(state)}.__getitem__
    assert derived_value(followed(Derive(count="list")), known, {}).state is state
    assert filled(new_list=str(state)).value("new_members").state is state


def test_what_follows_from_a_withheld_figure_does_not_look_blank() -> None:
    assert filled(found="不公开", fixed="3").value("fixed_rate").state is State.WITHHELD


def test_an_unreadable_entry_is_kept_as_typed_and_counts_as_blank() -> None:
    unreadable = filled(found="三十几")
    entry = unreadable.entries[EditPath(Slot.VALUE, "found")]
    assert (entry.typed, unreadable.value("found").state) == ("三十几", State.BLANK)
    assert "三十几" in entry.refusal


def test_blank_lists_what_is_to_be_filled_in_but_nothing_derived() -> None:
    blank = filled(value("recipient", "欧阳", "name"), found="0", fixed="无", open="不公开").blank()
    assert not {"found", "fixed", "open", "recipient", "fixed_rate"} & set(blank)
    assert {"period", "cases", "amount", "new_list"} <= set(blank)


ENTRIES = st.sampled_from(["", "0", "3", "118", "20余", "无", "不公开", "三十几", "**"])
SCALARS = st.tuples(st.sampled_from(["found", "fixed", "open", "cases", "amount"]), ENTRIES)
ROWS = st.lists(st.tuples(st.just("甲公司"), ENTRIES), max_size=3).map(tuple)
CHANGES = st.one_of(
    SCALARS.map(lambda pair: value(*pair)),
    ROWS.map(lambda rows: value("new_list", rows)),
    st.builds(lambda text: value("recipient", text, "name"), ENTRIES),
    st.builds(lambda text: Change(EditPath(Slot.PREVIOUS, "found"), text), ENTRIES),
    st.builds(lambda text: narrative("aid", text), st.sampled_from(["", "好。", None])),
    st.just(value("found", "3")._replace(typed=None)),
)


def narratives(figures: Figures) -> list[Narrative]:
    return [figures.text(item).narrative for item in figures.draft.template.items]


@given(st.lists(st.lists(CHANGES, max_size=3), max_size=6))
def test_figures_that_follow_edits_are_those_read_from_scratch(steps: list[list[Change]]) -> None:
    figures_now = filled()
    for step in steps:
        assert narratives(figures_now)
        figures_now = figures_after(figures_now, step)
    from_scratch = figures(figures_now.draft)
    assert figures_now == from_scratch
    assert narratives(figures_now) == narratives(from_scratch)


def test_what_has_changed_is_what_was_typed_and_what_follows_from_it() -> None:
    before = filled(found="118", fixed="59", cases="3")
    after = figures_after(before, [value("fixed", "60")])
    assert changed_ids(before, after) == {"fixed", "fixed_rate"}
    assert changed_ids(after, after) == frozenset()


def test_a_changed_outline_changes_everything() -> None:
    before = filled(found="118")
    renamed = figures_after(before, [Change(EditPath(Slot.UNIT, "found"), "处")])
    assert set(before.draft.template.names) <= changed_ids(before, renamed)


@pytest.mark.parametrize(("income", "left"), [(5, "2"), (3, None), (1, None)])
def test_what_is_not_left_over_is_no_figure(income: int, left: str | None) -> None:
    known = {
        "income": Value(State.GIVEN, Number(Decimal(income))),
        "spending": Value(State.GIVEN, Number(Decimal(3))),
    }
    balance = followed(Derive(difference=("income", "spending")))
    found = derived_value(balance, known.__getitem__, {})
    assert found.exact_amount == (Decimal(left) if left else None)
    assert (found.state is State.NOT_APPLICABLE) is (left is None)


def test_a_picture_holds_the_text_of_every_item_and_nobody_who_asks_changes_it() -> None:
    found = filled(found="3", cases="6")
    before = dict(found.texts)
    compose(found)
    assert dict(found.texts) == before
    assert set(before) == {item.id for item in found.draft.template.items}


def test_what_a_text_says_is_printed_once_and_anew_when_a_figure_in_it_changes() -> None:
    before = filled(found="3", cases="6")
    items = {item.id: item for item in before.draft.template.items}
    said = {id_: before.text(item).rendered_pieces for id_, item in items.items()}
    after = figures_after(before, [value("cases", "7")])
    for each in (before, after):
        assert each.text(items["aid"]).rendered_pieces == tuple(
            tuple(each.rendered_piece(piece) for piece in paragraph)
            for paragraph in each.texts["aid"].narrative.paragraphs
        )
    assert "6人次" in said["aid"][0]
    assert "7人次" in after.text(items["aid"]).rendered_pieces[0]
    assert all(before.text(items[id_]).rendered_pieces is said[id_] for id_ in said)
    unchanged = [id_ for id_ in said if after.texts[id_] is before.texts[id_]]
    assert unchanged
    assert all(after.text(items[id_]).rendered_pieces is said[id_] for id_ in unchanged)


def test_a_picture_with_other_entries_says_its_own() -> None:
    true = filled(found="3", cases="6")
    item = next(each for each in true.draft.template.items if each.id == "aid")
    assert "6人次" in true.text(item).rendered_pieces[0]
    path = EditPath(Slot.VALUE, "cases")
    other = true.with_entries({path: filled(cases="9").entries[path]})
    assert "9人次" in other.text(item).rendered_pieces[0]
    assert "6人次" in true.text(item).rendered_pieces[0]


@pytest.mark.parametrize("check", [check_doubled_words, check_half_width, check_past_years])
def test_a_check_of_what_texts_say_prints_no_figure_again(
    check: Callable[[Figures], Iterable[Finding]], monkeypatch: pytest.MonkeyPatch
) -> None:
    found = filled(found="3", cases="6", year="2026")
    for item in found.draft.template.items:  # whichever check comes first asks
        assert found.text(item).rendered_pieces is not None
    printed = Mock(return_value="")
    monkeypatch.setattr(Figures, "rendered_piece", printed)
    monkeypatch.setattr("unionapp.figures.item_text.printed", printed)
    assert [*check(found)] == []
    assert not printed.called


def test_texts_that_an_edit_does_not_touch_are_handed_on() -> None:
    before = filled(found="3", cases="6")
    after = figures_after(before, [value("cases", "7")])
    assert after.texts["safety"] is before.texts["safety"]
    assert after.texts["aid"] is not before.texts["aid"]
    assert before.texts["aid"] == filled(found="3", cases="6").texts["aid"]


@pytest.mark.parametrize(("year", "after"), [("2026", "2027年"), ("", ""), ("2026余", "")])
def test_the_year_after_follows_from_that_of_the_summary(year: str, after: str) -> None:
    assert filled(year=year).printed("year", "next") == after


def test_a_text_with_the_year_after_follows_when_the_year_is_changed() -> None:
    before = filled(narrative("plans", "{year.next}，办好竞赛。"), year="2026")
    plans = next(item for item in before.draft.template.items if item.id == "plans")
    assert before.text(plans).rendered_text == "2027年，办好竞赛。"
    after = figures_after(before, [value("year", "2027")])
    assert after.text(plans).rendered_text == "2028年，办好竞赛。"
