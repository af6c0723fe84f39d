"""Values that follow from others: rates, sums, differences, counts.

A derived value is blank while an operand is blank or inexact: a qualified figure never feeds an
exact sum or a two-decimal rate. A rate or difference does not apply when an operand does not.
What follows from a withheld figure is withheld too: nobody is asked for it, and it gives nothing
away. Amounts are brought to the base of their units before they are reckoned with, and the result
to its own unit: each of them may have been changed in the draft.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from unionapp.figures.agreeing import follows_from_units
from unionapp.template import ColumnSum, Derive, Indicator
from unionapp.values import BLANK, Number, State, Value, from_base, in_base

Lookup: TypeAlias = Callable[[str], Value]
"""The value of an indicator by its id."""

_CENT = Decimal("0.01")
"""Rates have two decimals, as offices print them."""


def derived_value(result: Indicator, lookup: Lookup, indicators: Mapping[str, Indicator]) -> Value:
    """The value of a derived indicator; blank where 人 would be reckoned with 人次."""
    if result.derive is None or not follows_from_units(result, indicators):
        return BLANK

    def based(id_: str) -> Value:
        value = lookup(id_)
        known = indicators.get(id_) if value.number is not None else None
        return in_base(value, known.measure) if known is not None else value

    value = _value_in_base(result.derive, based, indicators)
    return from_base(value, result.measure) if value.number is not None else value


def _value_in_base(derive: Derive, lookup: Lookup, indicators: Mapping[str, Indicator]) -> Value:
    """The value of the one function that is named."""
    if derive.rate is not None:
        return _calculated([lookup(id_) for id_ in derive.rate], _rate)
    if derive.difference is not None:
        return _left([lookup(id_) for id_ in derive.difference])
    if derive.sum is not None:
        return sum_of([lookup(id_) for id_ in derive.sum])
    if derive.count is not None:
        return _count(lookup(derive.count))
    if derive.column_sum is not None:
        return _column_sum(derive.column_sum, lookup, indicators)
    return BLANK


def is_kept_by_estimate(
    derive: Derive, lookup: Lookup, indicators: Mapping[str, Indicator]
) -> bool:
    """Whether a value does not follow because one that it would follow from is such as 20余."""
    values = [lookup(id_) for id_ in derive.operands]
    if derive.column_sum is not None:
        index = _place_of(derive.column_sum, indicators)
        values = [row[index] for value in values for row in value.rows]
    return any(value.number is not None and not value.number.exact for value in values)


def _place_of(column_sum: ColumnSum, indicators: Mapping[str, Indicator]) -> int:
    names = [column.id for column in indicators[column_sum.table].columns]
    return names.index(column_sum.column)


def _calculated(
    operands: Sequence[Value], function: Callable[[list[Decimal]], Decimal | int | None]
) -> Value:
    """The function of the operands' exact amounts, if all have one."""
    if any(operand.state is State.NOT_APPLICABLE for operand in operands):
        return Value(State.NOT_APPLICABLE)
    if any(operand.state is State.WITHHELD for operand in operands):
        return Value(State.WITHHELD)
    amounts = [operand.exact_amount for operand in operands]
    exact = [amount for amount in amounts if amount is not None]
    result = function(exact) if len(exact) == len(amounts) else None
    return _given(Decimal(result)) if result is not None else BLANK


def sum_of(operands: Sequence[Value]) -> Value:
    """The sum of some figures or of a column; blank while one of them is blank or inexact.

    What does not apply adds nothing, unless nothing applies.
    """
    applicable = [each for each in operands if each.state is not State.NOT_APPLICABLE]
    return _calculated(applicable or operands, sum)


def _given(amount: Decimal) -> Value:
    return Value(State.GIVEN, Number(amount))


def _rate(operands: list[Decimal]) -> Decimal | None:
    """The first over the second in percent; there is no rate of nothing."""
    part, whole = operands
    return (part / whole * 100).quantize(_CENT, ROUND_HALF_UP) if whole else None


def _left(operands: list[Value]) -> Value:
    """The first less the second; where nothing is left over, there is no such figure.

    No office writes 结余-4400元: what falls short has an indicator and words of its own.
    """
    left = _calculated(operands, lambda amounts: amounts[0] - amounts[1])
    amount = left.exact_amount
    return Value(State.NOT_APPLICABLE) if amount is not None and amount <= 0 else left


def _count(value: Value) -> Value:
    if not value.given:
        return Value(value.state)
    return _given(Decimal(len(value.items) or len(value.rows)))


def _column_sum(
    column_sum: ColumnSum, lookup: Lookup, indicators: Mapping[str, Indicator]
) -> Value:
    """The sum of a column; blank while a row lacks its figure."""
    table = lookup(column_sum.table)
    if not table.given:
        return Value(table.state)
    index = _place_of(column_sum, indicators)
    measure = indicators[column_sum.table].columns[index].measure
    return sum_of([in_base(row[index], measure) for row in table.rows])
