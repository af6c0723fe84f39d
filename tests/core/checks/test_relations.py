"""Relations between values, and rates."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import filled


def test_parts_that_do_not_add_up_are_told_with_their_figures() -> None:
    finding = finding_of(filled(found="118", fixed="115", open="2"), "total")
    assert all(figure in finding.message for figure in ("118项", "115项", "2项", "117", "差1"))


@pytest.mark.parametrize("found", ["", "110余", "117"])
def test_nothing_is_told_of_parts_that_add_up_or_can_not_be_added(found: str) -> None:
    assert "total" not in rules(filled(found=found, fixed="115", open="2"))


def test_a_part_over_its_whole_is_told() -> None:
    assert "at_most" in rules(filled(found="3", fixed="4"))
    assert "at_most" not in rules(filled(found="4", fixed="4"))


def test_a_list_that_is_not_as_long_as_said_is_told() -> None:
    rows = (("甲公司", "1"), ("乙公司", "2"))
    assert "count_of" in rules(filled(new_unions="3", new_list=rows))
    assert "count_of" not in rules(filled(new_unions="2", new_list=rows))


def test_persons_without_money_are_told_until_it_is_said_that_there_was_none() -> None:
    assert finding_of(filled(cases="5"), "pair").where.id == "amount"
    assert finding_of(filled(amount="5"), "pair").where.id == "cases"
    assert "pair" not in rules(filled(cases="5", amount="无"))


def test_a_rate_over_100_percent_is_told() -> None:
    assert "rate_over_full" in rules(filled(found="3", fixed="4"))
