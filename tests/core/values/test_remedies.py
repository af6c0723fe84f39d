"""What is offered where a figure was typed in another unit."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from unionapp.errors import UnreadableError
from unionapp.values import Kind, Measure, other_unit, read

PEOPLE = Measure(Kind.COUNT, "人次")
MONEY = Measure(Kind.MONEY, "元")


@pytest.mark.parametrize(
    ("typed", "unit", "in_ours"),
    [
        ("186条", "条", "186人次"),
        (" 1,284 户 ", "户", "1,284人次"),
        ("近300人", "人", "近300人次"),
        ("1.2w人", "人", "1.2w人次"),
        ("60名。", "名", "60人次。"),
        ("3万4千人", "人", "3万4千人次"),
    ],
)
def test_a_figure_in_another_unit_can_be_read_in_ours(typed: str, unit: str, in_ours: str) -> None:
    other = other_unit(typed, PEOPLE)
    assert other is not None
    assert (other.unit, other.in_ours) == (unit, in_ours)


@pytest.mark.parametrize(
    "typed", ["186人次", "186", "", "很多", "186qqq", "3.5条", "条", "30-40条"]
)
def test_nothing_is_offered_where_the_unit_is_not_the_one_thing_that_is_wrong(typed: str) -> None:
    other = other_unit(typed, PEOPLE)
    assert other is None or other.unit == "人次"


def test_nothing_is_offered_for_what_is_no_figure() -> None:
    assert other_unit("186条", Measure(Kind.TEXT)) is None


@example("186条")
@example("条条条")
@example("1" * 60 + "条")
@given(st.text(alphabet="0123456789.,万条人次户元近余 十", max_size=12))
def test_what_is_offered_can_always_be_read(typed: str) -> None:
    for measure in (PEOPLE, MONEY):
        other = other_unit(typed, measure)
        if other is not None:
            try:
                read(other.in_ours, measure)
            except UnreadableError:
                pytest.fail(other.in_ours)
