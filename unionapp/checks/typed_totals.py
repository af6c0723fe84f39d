"""Totals that were typed over, set against what the figures that they add up come to."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures, exact_part, is_total
from unionapp.template import Indicator
from unionapp.values import Number, Qualifier, State, Value, from_base, in_base, printed

_MUCH = Decimal("Infinity")


class _Bounds(NamedTuple):
    """The least and the most that a figure may stand for, both possible."""

    least: Decimal
    most: Decimal


def check_typed_totals(figures: Figures) -> Iterator[Finding]:
    """Find totals that were typed and can't be right, or are not what is reckoned by now."""
    for indicator in figures.draft.template.derived:
        number = in_base(figures.typed_total(indicator), indicator.measure).number
        if number is None or indicator.derive is None or not is_total(indicator.derive):
            continue
        if figures.is_typed_over(indicator):
            yield from _too_little(figures, indicator, _bounds(number))
        else:
            yield from _other_than_reckoned(figures, indicator, _bounds(number))


def _too_little(figures: Figures, indicator: Indicator, bounds: _Bounds) -> Iterator[Finding]:
    exact = exact_part(indicator, figures.value, figures.indicators)
    if bounds.most < exact:
        typed, sum_ = figures.printed(indicator.id), _in_unit(indicator, exact)
        message = f"“{indicator.name}”填的是{typed}，光是有确数的几项相加就有{sum_}，请核对。"
        yield Finding("typed_total", Severity.ERROR, message, at_entry(indicator.id), (typed, sum_))


def _other_than_reckoned(
    figures: Figures, indicator: Indicator, bounds: _Bounds
) -> Iterator[Finding]:
    reckoned = in_base(figures.value(indicator.id), indicator.measure).exact_amount
    if reckoned is not None and not bounds.least <= reckoned <= bounds.most:
        typed = printed(figures.typed_total(indicator), indicator.measure)
        sum_ = figures.printed(indicator.id)
        message = (
            f"“{indicator.name}”填的是{typed}，各项相加是{sum_}，印出的是算出的数，请核对各项。"
        )
        yield Finding(
            "typed_total", Severity.WARNING, message, at_entry(indicator.id), (typed, sum_)
        )


def _bounds(number: Number) -> _Bounds:
    """What a figure may stand for: 1100余 anything from 1100 to 1200, 近100 from 90 to 100."""
    amount, step = number.amount, _step(number.amount)
    match number.qualifier:
        case Qualifier.NONE:
            return _Bounds(amount, amount)
        case Qualifier.MORE | Qualifier.OVER:
            return _Bounds(amount, amount + step)
        case Qualifier.NEARLY:
            return _Bounds(amount - step, amount)
        case Qualifier.SHORT_OF:
            return _Bounds(Decimal(), amount)
        case Qualifier.ABOUT | Qualifier.AROUND:
            return _Bounds(amount - step, amount + step)
        case _:
            return _Bounds(amount, _MUCH)


def _step(amount: Decimal) -> Decimal:
    """What the last digit of a round figure counts: 100 of 1100."""
    _, _, exponent = amount.normalize().as_tuple()
    return Decimal(10) ** int(exponent) if amount else Decimal(1)


def _in_unit(indicator: Indicator, amount: Decimal) -> str:
    value = from_base(Value(State.GIVEN, Number(amount)), indicator.measure)
    return printed(value, indicator.measure)
