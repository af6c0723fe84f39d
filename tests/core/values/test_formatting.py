from decimal import Decimal

import pytest

from unionapp.values import Kind, Measure, Number, Qualifier, State, Value, join_entries, printed

PEOPLE = Measure(Kind.COUNT, "人")
YUAN = Measure(Kind.MONEY, "元")
RATE = Measure(Kind.RATE, "%")


def shown(amount: str, measure: Measure, qualifier: Qualifier = Qualifier.NONE) -> str:
    return printed(Value(State.GIVEN, Number(Decimal(amount), qualifier)), measure)


@pytest.mark.parametrize(
    ("amount", "measure", "text"),
    [
        ("37686", PEOPLE, "37686人"),
        ("0", PEOPLE, "0人"),
        ("3.68E+4", YUAN, "36800元"),
        ("45600.00", YUAN, "45600元"),
        ("4509.5", YUAN, "4509.50元"),
        ("2666.67", YUAN, "2666.67元"),
        ("318.50", Measure(Kind.MONEY, "万元"), "318.5万元"),
        ("95.53", RATE, "95.53%"),
        ("80.0", RATE, "80%"),
        ("100", Measure(Kind.RATE), "100%"),
        ("2022", Measure(Kind.COUNT, "年"), "2022年"),
    ],
)
def test_a_figure_is_printed_in_arabic_digits_with_its_unit(
    amount: str, measure: Measure, text: str
) -> None:
    assert shown(amount, measure) == text


@pytest.mark.parametrize(
    ("qualifier", "text"),
    [
        (Qualifier.MORE, "60余人"),
        (Qualifier.OVER, "60多人"),
        (Qualifier.NEARLY, "近60人"),
        (Qualifier.ABOUT, "约60人"),
        (Qualifier.PAST, "逾60人"),
        (Qualifier.EXCEEDING, "超60人"),
        (Qualifier.SHORT_OF, "不足60人"),
        (Qualifier.AT_LEAST, "60人以上"),
        (Qualifier.AROUND, "60人左右"),
    ],
)
def test_each_qualifier_stands_in_its_place(qualifier: Qualifier, text: str) -> None:
    assert shown("60", PEOPLE, qualifier) == text


def test_every_qualifier_has_a_place() -> None:
    for qualifier in Qualifier:
        assert qualifier.value in shown("60", PEOPLE, qualifier)


@pytest.mark.parametrize(
    ("amount", "measure", "text"),
    [
        ("200000", YUAN, "20余万元"),
        ("30000", YUAN, "3万余元"),
        ("250000", YUAN, "25万余元"),
        ("960000", PEOPLE, "96万余人"),
        ("1500000", PEOPLE, "150余万人"),
        ("300000000", YUAN, "3亿余元"),
        ("201000", YUAN, "201000余元"),
        ("200000", PEOPLE, "20余万人"),
        ("20", Measure(Kind.MONEY, "万元"), "20余万元"),
        ("20000", Measure(Kind.MONEY, "万元"), "20000余万元"),
        ("0", PEOPLE, "0余人"),
    ],
)
def test_a_round_figure_with_more_is_written_by_its_wan(
    amount: str, measure: Measure, text: str
) -> None:
    assert shown(amount, measure, Qualifier.MORE) == text


@pytest.mark.parametrize("kind", list(Kind))
def test_a_value_that_is_not_given_is_printed_as_its_state(kind: Kind) -> None:
    measure = Measure(kind, "人")
    assert printed(Value(), measure) == "待填"
    assert printed(Value(State.NOT_APPLICABLE), measure) == "无此项"
    assert printed(Value(State.WITHHELD), measure) == "不公开"


def test_a_blank_is_never_printed_as_zero() -> None:
    assert shown("0", PEOPLE) == "0人"
    assert "0" not in printed(Value(), PEOPLE)


@pytest.mark.parametrize(
    ("items", "text"),
    [
        ((), ""),
        (("会计室",), "会计室"),
        (("党建", "财务", "基建"), "党建、财务、基建"),
        (("《条例》", "《章程、细则》", "《办法》"), "《条例》《章程、细则》《办法》"),
        (("《条例》", "教材", "《办法》"), "《条例》、教材、《办法》"),
        (("甲、乙", "丙"), "甲、乙；丙"),
        (("甲，在建", "丙"), "甲，在建；丙"),
    ],
)
def test_entries_are_joined_as_a_sentence_names_them(items: tuple[str, ...], text: str) -> None:
    assert join_entries(items) == text
    assert printed(Value(State.GIVEN, items=items), Measure(Kind.LIST)) == text


def test_a_table_in_a_sentence_is_its_first_column() -> None:
    measure = Measure(Kind.TABLE, columns=(Measure(Kind.TEXT), PEOPLE))
    rows = tuple((Value(State.GIVEN, text=name), Value()) for name in ("甲公司", "乙公司"))
    assert printed(Value(State.GIVEN, rows=rows), measure) == "甲公司、乙公司"


def test_text_is_printed_as_it_is() -> None:
    assert printed(Value(State.GIVEN, text="每年一次"), Measure(Kind.FREQUENCY)) == "每年一次"
