"""This year beside last year, and findings that are explained."""

from dataclasses import replace

import pytest

from tests.support.samples import filled, narrative, value
from unionapp.checks import (
    Finding,
    can_be_explained,
    check,
    explanation_of,
    former_reason,
    reason_changes,
    reason_path,
    unexplained,
)
from unionapp.checks.explanations import own_reason_path
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures, own_particulars
from unionapp.paper import main_figures
from unionapp.paper.comparison import comparisons
from unionapp.paper.statistics import charts_of


def last(id_: str, typed: str) -> Change:
    return Change(EditPath(Slot.PREVIOUS, id_), typed)


def reason(id_: str, text: str) -> Change:
    return Change(EditPath(Slot.REASON, id_), text)


def test_a_figure_of_both_years_is_told_with_its_change() -> None:
    (row,) = comparisons(filled(last("found", "100"), found="118"))
    assert (row.where, row.section, row.name, row.unit) == ("found", "安全生产", "查出隐患", "项")
    assert (row.this, row.last, row.change, row.rate) == ("118", "100", "18", "18%")


@pytest.mark.parametrize(
    ("before", "now", "rate"),
    [
        ("100", "1099", "999%"),
        ("100", "1100", "超过10倍"),
        ("2", "36800", "超过10倍"),
        ("90", "9", "-90%"),
    ],
)
def test_a_rise_that_no_percentage_tells_is_told_in_words(before: str, now: str, rate: str) -> None:
    (row,) = comparisons(filled(last("found", before), found=now))
    assert row.rate == rate


def test_a_figure_that_only_one_year_has_is_told_and_not_drawn() -> None:
    rows = comparisons(filled(last("fixed", "90"), found="118"))
    assert [row.where for row in rows] == ["found", "fixed"]
    assert main_figures(rows) == ()


def test_neither_texts_nor_blanks_are_compared() -> None:
    figures = filled(value("recipient", "王某", "name"), period="11月")
    assert comparisons(figures) == ()


def test_an_inexact_figure_is_compared_by_nobody() -> None:
    (row,) = comparisons(filled(last("found", "100"), found="110余"))
    assert row.this == "110余"
    assert (row.change, row.rate, row.has_both) == ("", "", False)


def test_the_picture_shows_the_figures_of_the_sheet() -> None:
    figures = filled(last("found", "100"), last("cases", "3"), found="118", cases="5")
    charted = [row[0].text for chart in charts_of(figures) for row in chart.table.rows]
    shown = [f"{row.name}（{row.unit}）" for row in main_figures(comparisons(figures))]
    assert shown == charted


def broken(*changes: Change) -> tuple[Figures, Finding]:
    figures = filled(*changes, found="118", fixed="115", open="2")
    return figures, next(each for each in check(figures) if each.rule == "total")


def explained(finding: Finding, text: str) -> Change:
    return Change(own_reason_path(finding), text)


def test_a_reason_explains_what_was_found() -> None:
    figures, finding = broken()
    assert finding in unexplained(figures, check(figures))
    figures, finding = broken(explained(finding, "有1项跨年整改"))
    assert explanation_of(figures, finding, check(figures)) == "有1项跨年整改"
    assert finding not in unexplained(figures, check(figures))


def test_a_reason_says_nothing_of_what_else_or_later_is_found_at_its_place() -> None:
    _, finding = broken()
    reason_ = explained(finding, "有1项跨年整改")
    later = filled(reason_, found="118", fixed="15", open="2")
    assert [each.rule for each in unexplained(later, check(later))] == ["total"]
    text = narrative("safety", "查出隐患。")
    both = filled(reason_, text, found="118", fixed="115", open="2")
    at_place = [each for each in unexplained(both, check(both)) if each.where.id == "found"]
    assert [each.rule for each in at_place] == ["untold"]


def test_what_is_found_again_as_it_was_is_still_explained() -> None:
    _, finding = broken()
    figures, again = broken(explained(finding, "有1项跨年整改"), value("cases", "无"))
    assert again == finding
    assert again not in unexplained(figures, check(figures))


def test_a_reason_of_a_former_program_explains_what_stands_alone_at_its_place() -> None:
    figures, finding = broken(reason("found", "有1项跨年整改"))
    assert explanation_of(figures, finding, check(figures)) == "有1项跨年整改"
    assert reason_path(figures, finding, check(figures)) == EditPath(Slot.REASON, "found")


def test_a_reason_of_a_former_program_explains_none_of_several() -> None:
    untold = narrative("safety", "查出隐患。")
    figures, finding = broken(reason("found", "有1项跨年整改"), untold)
    found = check(figures)
    assert {each.rule for each in found if each.where.id == "found"} == {"total", "untold"}
    assert all(each in unexplained(figures, found) for each in found)
    assert former_reason(figures, finding) == "有1项跨年整改"
    assert reason_path(figures, finding, found) == own_reason_path(finding)


def test_a_reason_of_a_former_program_says_nothing_of_what_it_did_not_look_for() -> None:
    named = (value("new_list", (("甲厂", "3"), ("甲厂", "3"))), value("new_unions", "2"))
    figures = filled(reason("new_list", "两处都叫甲厂"), *named)
    found = check(figures)
    assert "repeated" in {each.rule for each in unexplained(figures, found)}
    assert {former_reason(figures, each) for each in found if each.rule == "repeated"} == {""}


def test_what_a_former_program_did_not_look_for_brings_nothing_up_again() -> None:
    before = (reason("found", "有1项跨年整改"), last("found", "11"))
    figures, finding = broken(*before)
    found = check(figures)
    assert {each.rule for each in found if each.where.id == "found"} == {"total", "unlike_last"}
    assert explanation_of(figures, finding, found) == "有1项跨年整改"
    assert "unlike_last" in {each.rule for each in unexplained(figures, found)}


def test_a_reason_of_a_former_program_that_is_written_anew_is_kept_for_its_finding() -> None:
    figures, finding = broken(reason("found", "有1项跨年整改"))
    changes = reason_changes(figures, finding, check(figures), "1项跨年")
    assert changes == [
        Change(own_reason_path(finding), "1项跨年"),
        Change(EditPath(Slot.REASON, "found"), None),
    ]
    figures, finding = broken(*changes)
    assert explanation_of(figures, finding, check(figures)) == "1项跨年"
    assert reason_changes(figures, finding, check(figures), "") == [
        Change(own_reason_path(finding), "")
    ]


def test_another_heading_or_wording_leaves_a_finding_explained() -> None:
    text = narrative("plans", "走访××家。")
    figures = filled(text)
    (finding,) = (each for each in check(figures) if each.rule == "leftover")
    renamed = filled(
        text, explained(finding, "保密"), Change(EditPath(Slot.TITLE, "plans"), "2023年打算")
    )
    (again,) = (each for each in check(renamed) if each.rule == "leftover")
    assert again.message != finding.message
    assert again not in unexplained(renamed, check(renamed))
    _, unequal = broken()
    reworded = replace(unequal, message="查出118项，可是已改115项、未改2项，是117项，差1项。")
    assert own_reason_path(reworded) == own_reason_path(unequal)


def test_each_word_that_is_found_at_a_place_is_explained_for_itself() -> None:
    figures = filled(narrative("safety", "查出××项。"))
    (finding,) = (each for each in check(figures) if each.rule == "leftover")
    written = explained(finding, "保密")
    figures = filled(written, narrative("safety", "查出××项，整改□□项。"))
    left = [each for each in unexplained(figures, check(figures)) if each.rule == "leftover"]
    assert [each.evidence for each in left] == [("□□项",)]


def test_a_former_program_passes_over_the_field_of_a_reason() -> None:
    _, finding = broken()
    path = own_reason_path(finding)
    assert EditPath.parse(str(path)) == path
    assert (path.slot, path.id) == (Slot.REASON, "found")
    assert filled(Change(path, "跨年")).draft.text(Slot.REASON, "found") == ""


def test_a_reason_of_spaces_explains_nothing() -> None:
    figures, finding = broken(reason("found", " 　"))
    assert explanation_of(figures, finding, check(figures)) == ""


def test_what_cannot_be_read_is_never_explained_away() -> None:
    figures = filled(reason("found", "就是很多"), found="很多很多")
    (finding,) = (each for each in check(figures) if each.rule == "unreadable")
    assert not can_be_explained(finding)
    assert finding in unexplained(figures, check(figures))


def test_each_reason_at_a_place_is_told_beside_its_figure() -> None:
    _, finding = broken()
    figures, _ = broken(explained(finding, "跨年"), reason("found", "另有说明"))
    told = dict(own_particulars(figures, figures.indicators["found"]))
    assert set(told["原因说明"].split("；")) == {"跨年", "另有说明"}
