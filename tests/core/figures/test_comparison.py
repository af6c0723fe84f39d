"""This year beside last year."""

from decimal import Decimal

import pytest

from tests.support.samples import filled, value
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Comparison, comparisons, main_figures, main_units
from unionapp.paper import year_cells
from unionapp.paper.statistics import charts_of


def last(id_: str, typed: str) -> Change:
    return Change(EditPath(Slot.PREVIOUS, id_), typed)


def printed(compared: Comparison) -> list[str]:
    return [cell.text for cell in year_cells(compared)]


def test_a_figure_of_both_years_is_told_with_its_change() -> None:
    (each,) = comparisons(filled(last("found", "100"), found="118"))
    assert (each.indicator.id, each.section) == ("found", "安全生产")
    assert (each.change, each.percent) == (Decimal(18), Decimal(18))
    assert printed(each) == ["118", "100", "18", "18%"]


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
    (each,) = comparisons(filled(last("found", before), found=now))
    assert printed(each)[3] == rate


def test_a_rate_changes_by_points_and_not_by_percent() -> None:
    compared = comparisons(filled(last("fixed_rate", "70%"), found="4", fixed="3"))
    (rate,) = (each for each in compared if each.indicator.id == "fixed_rate")
    assert (rate.change, rate.percent) == (Decimal(5), None)
    assert printed(rate)[2:] == ["5", ""]


def test_a_figure_that_only_one_year_has_is_told_and_not_drawn() -> None:
    compared = comparisons(filled(last("fixed", "90"), found="118"))
    assert [each.indicator.id for each in compared] == ["found", "fixed"]
    assert main_figures(compared) == ()


def test_neither_texts_nor_blanks_are_compared() -> None:
    figures = filled(value("recipient", "王某", "name"), period="11月")
    assert comparisons(figures) == ()


def test_an_inexact_figure_is_compared_by_nobody() -> None:
    (each,) = comparisons(filled(last("found", "100"), found="110余"))
    assert (each.change, each.percent) == (None, None)
    assert printed(each) == ["110余", "100", "", ""]


def test_the_units_that_most_figures_have_are_the_main_ones_and_no_more_than_a_page_holds() -> None:
    assert main_units(["次", "人", "件", "场", "人", "场", "个"]) == {"次", "人", "场"}
    assert main_units([]) == set()


def test_the_picture_shows_the_figures_of_the_sheet() -> None:
    figures = filled(last("found", "100"), last("cases", "3"), found="118", cases="5")
    charted = [row[0].text for chart in charts_of(figures) for row in chart.table.rows]
    main = [each.indicator for each in main_figures(comparisons(figures))]
    assert [f"{each.name}（{each.unit}）" for each in main] == charted
