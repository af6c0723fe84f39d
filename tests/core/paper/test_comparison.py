"""This year beside last year."""

import pytest

from tests.support.samples import filled, value
from unionapp.draft import Change, EditPath, Slot
from unionapp.paper import main_figures
from unionapp.paper.comparison import comparisons
from unionapp.paper.statistics import charts_of


def last(id_: str, typed: str) -> Change:
    return Change(EditPath(Slot.PREVIOUS, id_), typed)


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
