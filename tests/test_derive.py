"""Figures: answers as read, and the values that follow from them."""

from decimal import Decimal

import pytest

from tests.samples import filled, value
from unionapp.draft import EditPath, Room
from unionapp.values import State


def test_a_rate_has_two_decimals_rounded_half_up() -> None:
    assert filled(found="1284", fixed="745").printed("fixed_rate") == "58.02%"


@pytest.mark.parametrize(("found", "fixed"), [("", "3"), ("3", ""), ("20余", "3"), ("0", "0")])
def test_a_rate_is_blank_without_two_exact_figures(found: str, fixed: str) -> None:
    assert filled(found=found, fixed=fixed).value("fixed_rate").state is State.BLANK


def test_a_rate_of_nothing_applicable_is_not_applicable() -> None:
    assert filled(found="无", fixed="3").value("fixed_rate").state is State.NOT_APPLICABLE


def test_a_column_adds_up() -> None:
    figures = filled(new_list=(("甲公司", "120"), ("乙公司", "80")))
    assert figures.value("new_members").exact_amount == Decimal(200)


def test_a_column_with_a_gap_has_no_sum() -> None:
    assert (
        filled(new_list=(("甲公司", "120"), ("乙公司",))).value("new_members").state is State.BLANK
    )


def test_an_unreadable_entry_is_kept_as_typed_and_counts_as_blank() -> None:
    figures = filled(found="三十几")
    entry = figures.entries[EditPath(Room.VALUE, "found")]
    assert (entry.typed, figures.value("found").state) == ("三十几", State.BLANK)
    assert "三十几" in entry.refusal


def test_blank_lists_what_is_to_be_filled_in_but_nothing_derived() -> None:
    blank = filled(value("recipient", "欧阳", "name"), found="0", fixed="无", open="不公开").blank()
    assert not {"found", "fixed", "open", "recipient", "fixed_rate"} & set(blank)
    assert {"period", "cases", "amount", "new_list"} <= set(blank)
