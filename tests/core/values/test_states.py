"""Blank, zero, not applicable and withheld: what each of them looks like."""

import pytest

from tests.support.reading import DATE, LIST, PEOPLE, WAN_YUAN
from unionapp.values import BLANK, Kind, Measure, State, Value, read


@pytest.mark.parametrize("kind", [Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.DATE, Kind.FREQUENCY])
@pytest.mark.parametrize(
    "typed", ["", "  ", "待填", "待定", "未填", "**", "×××", "xx", "XXX", "□", "__", "＊＊"]
)
def test_a_mask_or_nothing_is_a_blank(kind: Kind, typed: str) -> None:
    assert read(typed, Measure(kind)).value == BLANK


@pytest.mark.parametrize("typed", ["**余万余", "**余", "***万元", "××元", "1**", "约××%"])
def test_a_masked_figure_is_a_blank(typed: str) -> None:
    assert read(typed, WAN_YUAN).value == BLANK


@pytest.mark.parametrize(
    "typed", ["20××年11月", "20xx年底", "20××年1-11月份", "截至20××年10月止", "2022-**-01"]
)
def test_a_masked_date_is_a_blank(typed: str) -> None:
    assert read(typed, DATE).value == BLANK


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("", State.BLANK),
        ("无", State.NOT_APPLICABLE),
        ("没有", State.NOT_APPLICABLE),
        ("不适用", State.NOT_APPLICABLE),
        ("/", State.NOT_APPLICABLE),
        ("—", State.NOT_APPLICABLE),
        ("不公开", State.WITHHELD),
        ("保密", State.WITHHELD),
    ],
)
def test_a_state_word_stands_for_a_value_of_any_kind(kind: Kind, typed: str, state: State) -> None:
    assert read(typed, Measure(kind)).value == Value(state)


def test_zero_is_given_and_is_no_blank() -> None:
    assert read("0", PEOPLE).value.given
    assert read("0", PEOPLE).value != BLANK


def test_a_name_with_a_mask_in_it_stays_text() -> None:
    company = "XX市建安（集团）股份有限公司"
    assert read(company, Measure(Kind.TEXT)).value.text == company
    assert read("×××", Measure(Kind.PERSONAL)).value == BLANK
    assert read((company, "××"), LIST).value.items == (company,)
