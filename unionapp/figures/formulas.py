"""Values that follow from others: rates, sums, differences, counts.

A derived value is blank while an operand is blank or inexact: a qualified figure never feeds an
exact sum or a two-decimal rate. A rate or difference does not apply when an operand does not.
What follows from a withheld figure is withheld too: nobody is asked for it, and it gives nothing
away.

A template is checked when it is loaded, but the secretary may give a figure another unit. So
amounts are brought to the base of their units (万元 to 元) before they are reckoned with, and the
result to its own; 人 and 人次 are not interchangeable, and what would mix them does not follow, nor
is it compared.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

from unionapp.template import ColumnSum, Derive, Indicator, Relation, Template
from unionapp.values import (
    BLANK,
    Kind,
    Measure,
    Number,
    State,
    Value,
    are_alike,
    from_base,
    in_base,
    unit_of,
)

# The value of an indicator by its id.
Lookup: TypeAlias = Callable[[str], Value]

# Ids of figures that are reckoned with each other, each with the measure that it has here.
UnitGroup: TypeAlias = tuple[tuple[str, Measure], ...]

# Rates have two decimals, as offices print them.
_CENT = Decimal("0.01")
# What a rate is worked out in.
_PERCENT = Measure(Kind.RATE)


def derived_value(result: Indicator, lookup: Lookup, indicators: Mapping[str, Indicator]) -> Value:
    """Return the value of a derived indicator; blank where 人 would be reckoned with 人次."""
    if result.derive is None or not follows_from_units(result, indicators):
        return BLANK

    def based(id_: str) -> Value:
        value = lookup(id_)
        known = indicators.get(id_) if value.number is not None else None
        return in_base(value, known.measure) if known is not None else value

    value = _value_in_base(result.derive, based, indicators)
    if value.number is None:
        return value
    word = _word_of(result, lookup)
    return from_base(replace(value, number=replace(value.number, word=word)), result.measure)


def _word_of(result: Indicator, lookup: Lookup) -> str:
    """The word in which all that a figure is reckoned of was written, if it is one for its unit."""
    operands = result.derive.operands if result.derive is not None else ()
    numbers = [number for id_ in operands if (number := lookup(id_).number) is not None]
    words = {number.word for number in numbers}
    word = words.pop() if len(words) == 1 else ""
    return word if unit_of(result.measure).is_counted_in(word) else ""


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
    """Return whether a value does not follow because one of its operands is such as 20余."""
    values = [lookup(id_) for id_ in derive.operands]
    if derive.column_sum is not None:
        index = _place_of(derive.column_sum, indicators)
        values = [row[index] for value in values for row in value.rows]
    return any(value.number is not None and not value.number.exact for value in values)


def can_be_typed_over(
    result: Indicator, reckoned: Value, lookup: Lookup, indicators: Mapping[str, Indicator]
) -> bool:
    """Return whether what somebody types stands for a total, since an estimate keeps it from being.

    A rate or a difference of estimates says nothing, and a count is never one.
    """
    derive = result.derive
    if derive is None or reckoned.state is not State.BLANK or not is_total(derive):
        return False
    return is_kept_by_estimate(derive, lookup, indicators)


def is_total(derive: Derive) -> bool:
    """Return whether a derived figure adds others up."""
    return derive.sum is not None or derive.column_sum is not None


def exact_part(result: Indicator, lookup: Lookup, indicators: Mapping[str, Indicator]) -> Decimal:
    """Return what the exact figures that a total adds up come to, in the base of its unit."""
    derive = result.derive
    if derive is None:
        return Decimal()
    if derive.column_sum is None:
        based = (in_base(lookup(id_), indicators[id_].measure) for id_ in derive.operands)
        return sum((each.exact_amount or Decimal() for each in based), Decimal())
    index = _place_of(derive.column_sum, indicators)
    measure = indicators[derive.column_sum.table].columns[index].measure
    rows = lookup(derive.column_sum.table).rows
    cells = (in_base(row[index], measure) for row in rows)
    return sum((each.exact_amount or Decimal() for each in cells), Decimal())


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
    """Return the sum of some figures or of a column; blank while one is blank or inexact.

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
    return in_base(sum_of([row[index] for row in table.rows]), measure)


def follows_from_units(result: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Return whether the units of a derived indicator and of its operands fit together."""
    return all(units_compatible(group) for group in unit_groups(result, indicators))


def units_compatible(group: UnitGroup) -> bool:
    """Return whether all figures of a group can be reckoned with each other."""
    return not group or are_alike(measure for _, measure in group)


def unit_groups(result: Indicator, indicators: Mapping[str, Indicator]) -> Iterator[UnitGroup]:
    """Yield the groups within which a derived indicator needs one unit."""
    derive, itself = result.derive, (result.id, result.measure)
    if derive is None:
        return
    if derive.rate:
        yield _known(derive.rate, indicators)
        yield (itself, (result.id, _PERCENT))
    elif derive.column_sum:
        sum_ = derive.column_sum
        table = indicators.get(sum_.table)
        columns = table.columns if table else ()
        yield (itself, *((result.id, each.measure) for each in columns if each.id == sum_.column))
    elif not derive.count:  # entries are counted, whatever they are called
        yield (*_known(derive.operands, indicators), itself)


def compared_in(relation: Relation, indicators: Mapping[str, Indicator]) -> UnitGroup:
    """Return the figures whose amounts a relation compares with each other."""
    if relation.at_most:
        return _known((relation.at_most.part, relation.at_most.whole), indicators)
    if relation.total:
        return _known((*relation.total.parts, relation.total.whole), indicators)
    return ()


def counted_in(word: str, id_: str, template: Template) -> Iterator[tuple[str, str]]:
    """Yield a figure and all that are reckoned or compared with it, each with its unit in a word.

    Those of which the word is no other unit (see `Unit.is_counted_in`) are left out.
    """
    indicators = {each.id: each for each in template.indicators}
    groups = [{known for known, _ in group} for group in _groups(template, indicators)]
    family = {id_}
    while joining := [group for group in groups if group & family and not group <= family]:
        family.update(*joining)
    for each in indicators.values():
        unit = unit_of(each.measure)
        if each.id in family and unit.is_counted_in(word):
            yield each.id, unit.in_words_of(word).printed


def _groups(template: Template, indicators: Mapping[str, Indicator]) -> Iterator[UnitGroup]:
    for each in indicators.values():
        yield from unit_groups(each, indicators)
    for section in template.sections:
        yield from (compared_in(relation, indicators) for relation in section.relations)


def _known(ids: tuple[str, ...], indicators: Mapping[str, Indicator]) -> UnitGroup:
    return tuple((id_, indicators[id_].measure) for id_ in ids if id_ in indicators)
