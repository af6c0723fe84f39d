"""Which figures are reckoned with each other, and whether their units allow it.

A template is checked when it is loaded; but the secretary may give a figure another unit. 万元 is
brought to 元, whereas 人 and 人次 are not interchangeable: what would mix them does not follow, and
is not compared.
"""

from collections.abc import Iterator, Mapping
from typing import TypeAlias

from unionapp.template import Indicator, Relation
from unionapp.values import Kind, Measure, are_alike

Measured: TypeAlias = tuple[tuple[str, Measure], ...]
"""Ids, each with the measure that it has here."""

_PERCENT = Measure(Kind.RATE)
"""What a rate is worked out in."""


def follows_from_units(result: Indicator, indicators: Mapping[str, Indicator]) -> bool:
    """Whether the units of a derived indicator and of its operands fit together."""
    return all(agree(group) for group in reckoned_for(result, indicators))


def agree(group: Measured) -> bool:
    """Whether all of them can be reckoned with each other."""
    return not group or are_alike(measure for _, measure in group)


def reckoned_for(result: Indicator, indicators: Mapping[str, Indicator]) -> Iterator[Measured]:
    """The groups within which a derived indicator needs one unit."""
    derive, itself = result.derive, (result.id, _measure(result))
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


def compared_in(relation: Relation, indicators: Mapping[str, Indicator]) -> Measured:
    """The figures whose amounts a relation compares with each other."""
    if relation.at_most:
        return _known((relation.at_most.part, relation.at_most.whole), indicators)
    if relation.total:
        return _known((*relation.total.parts, relation.total.whole), indicators)
    return ()


def _known(ids: tuple[str, ...], indicators: Mapping[str, Indicator]) -> Measured:
    return tuple((id_, _measure(indicators[id_])) for id_ in ids if id_ in indicators)


def _measure(indicator: Indicator) -> Measure:
    """The kind and unit alone: this is asked of every figure each time one is worked out."""
    return Measure(indicator.kind, indicator.unit)
