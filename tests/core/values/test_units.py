"""Units as people say them: words for one thing are taken as they are written."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.reading import refusal
from unionapp.errors import UnreadableError
from unionapp.values import (
    Kind,
    Measure,
    Number,
    Qualifier,
    are_alike,
    other_unit,
    printed,
    printed_in_column,
    printed_unit,
    read,
    shown_as,
    words_of,
)


def counted(unit: str) -> Measure:
    return Measure(Kind.COUNT, unit)


@pytest.mark.parametrize(
    ("typed", "unit", "shown"),
    [
        ("1260名", "人", "1260人"),
        ("60位", "名", "60名"),
        ("60个人", "人", "60人"),
        ("30人", "名", "30名"),
        ("127条", "项", "127条"),
        ("近 127 处", "件", "近127处"),
        ("6次", "场", "6次"),
        ("6期", "次", "6期"),
        ("20余场次", "次", "20余场次"),
        ("12个", "家", "12个"),
        ("3万条", "项", "30000条"),
        ("3万余条", "万项", "3余万条"),
        ("三十多件", "项", "30多件"),
    ],
)
def test_a_word_for_the_same_thing_is_taken_and_printed_as_written(
    typed: str, unit: str, shown: str
) -> None:
    reading = read(typed, counted(unit))
    assert printed(reading.value, counted(unit)) == shown


def test_the_word_goes_with_the_figure_and_a_head_that_names_the_unit_needs_none() -> None:
    value = read("127条", counted("项")).value
    assert value.number == Number(Decimal(127), Qualifier.NONE, "条")
    assert printed_unit(value, counted("项")) == "条"
    assert printed_in_column(value, counted("项")) == "127"
    assert shown_as("127条", read("127条", counted("项")), counted("项")) == ""


@pytest.mark.parametrize("typed", ["127项", "127", "近127项"])
def test_the_unit_itself_is_no_other_word(typed: str) -> None:
    value = read(typed, counted("项")).value
    assert value.number is not None
    assert value.number.word == ""
    assert printed_unit(value, counted("项")) == "项"


@pytest.mark.parametrize(
    ("typed", "unit"),
    [
        ("30人", "人次"),
        ("30人次", "人"),
        ("30户", "户次"),
        ("30名", "人次"),
        ("5家", "户"),
        ("5期", "条"),
    ],
)
def test_what_counts_something_else_is_refused_with_a_remedy(typed: str, unit: str) -> None:
    assert f"这里要填“{unit}”" in refusal(typed, counted(unit))
    assert other_unit(typed, counted(unit)) is not None


def test_heads_where_turns_are_asked_are_a_question_with_two_ways_out() -> None:
    for word in ("人", "名", "位"):
        sentence = refusal(f"300{word}", counted("人次"))
        ways = f"按“人次”记就改写成“人次”，按“{word}”记就把这一项的单位改为“{word}”"
        assert ways in sentence
    assert "按“名”记就改写成“名”" in refusal("300人次", counted("名"))


def test_figures_of_one_family_can_be_reckoned_with_each_other() -> None:
    assert are_alike(map(counted, ("项", "条", "处")))
    assert not are_alike(map(counted, ("人", "人次")))
    assert not are_alike(map(counted, ("项", "场")))


UNITS = st.sampled_from(["人", "名", "项", "条", "次", "场", "家", "万项"])


@given(UNITS, st.integers(0, 10**9), st.sampled_from(["", "近", "约"]), st.data())
def test_what_is_printed_reads_back(
    unit: str, amount: int, qualifier: str, data: st.DataObject
) -> None:
    measure = counted(unit)
    word = data.draw(st.sampled_from(words_of(measure)))
    value = read(f"{qualifier}{amount}{word}", measure).value
    assert read(printed(value, measure), measure).value == value


@given(UNITS, st.sampled_from(["人次", "户", "元", "%", "户次", "平方米"]))
def test_no_word_of_another_thing_is_taken(unit: str, word: str) -> None:
    with pytest.raises(UnreadableError):
        read(f"12{word}", counted(unit))
