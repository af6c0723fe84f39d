"""This year beside last year, and findings that are explained."""

from tests.samples import filled, value
from unionapp.checks import Finding, check
from unionapp.checks.explained import can_be_explained, explanation_of, unexplained
from unionapp.derive import Figures
from unionapp.draft import Change, EditPath, Room
from unionapp.review import comparisons, main_figures
from unionapp.statistics import charts_of


def last(id_: str, typed: str) -> Change:
    return Change(EditPath(Room.PREVIOUS, id_), typed)


def reason(id_: str, text: str) -> Change:
    return Change(EditPath(Room.REASON, id_), text)


def test_a_figure_of_both_years_is_told_with_its_change() -> None:
    (row,) = comparisons(filled(last("found", "100"), found="118"))
    assert (row.where, row.section, row.name, row.unit) == ("found", "安全生产", "查出隐患", "项")
    assert (row.this, row.last, row.change, row.rate) == ("118", "100", "18", "18%")


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


def test_a_reason_where_something_was_found_explains_it() -> None:
    figures, finding = broken()
    assert finding in unexplained(figures, check(figures))
    figures, finding = broken(reason("found", "有1项跨年整改"))
    assert explanation_of(figures, finding) == "有1项跨年整改"
    assert finding not in unexplained(figures, check(figures))


def test_a_note_of_spaces_explains_nothing() -> None:
    figures, finding = broken(reason("found", " 　"))
    assert explanation_of(figures, finding) == ""


def test_what_cannot_be_read_is_never_explained_away() -> None:
    figures = filled(reason("found", "就是很多"), found="很多很多")
    (finding,) = (each for each in check(figures) if each.rule == "unreadable")
    assert not can_be_explained(finding)
    assert finding in unexplained(figures, check(figures))
