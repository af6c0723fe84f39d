"""Reading what people type, in the few words that the tests of values need."""

import pytest

from unionapp.errors import UnreadableError
from unionapp.values import Kind, Measure, Number, Typed, read

PEOPLE = Measure(Kind.COUNT, "人")
YUAN = Measure(Kind.MONEY, "元")
WAN_YUAN = Measure(Kind.MONEY, "万元")
RATE = Measure(Kind.RATE, "%")
DATE = Measure(Kind.DATE)
LIST = Measure(Kind.LIST)
TABLE = Measure(Kind.TABLE, columns=(Measure(Kind.TEXT), PEOPLE))


def number(typed: str, measure: Measure = PEOPLE) -> Number:
    found = read(typed, measure).value.number
    assert found is not None
    return found


def amount(typed: str, measure: Measure = PEOPLE) -> str:
    assert number(typed, measure).exact
    return f"{number(typed, measure).amount:f}"


def refusal(typed: Typed, measure: Measure = PEOPLE) -> str:
    with pytest.raises(UnreadableError) as caught:
        read(typed, measure)
    return str(caught.value)
