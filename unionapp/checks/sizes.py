"""Figures of quite another size than last year's: a zero too many or too few, or another unit."""

from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.values import printed

_TIMES, _FEWEST = 7, 10
"""A lost zero is ten times of a figure that has itself changed a little; small figures go up and
down by as much, so both have to be worth comparing."""


def check_sizes(figures: Figures) -> Iterator[Finding]:
    """Typed figures of at least seven times, or at most a seventh of, last year's."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind.traits.is_summed and indicator.derive is None:
            this = figures.value(indicator.id).exact_amount
            last = figures.previous(indicator.id).exact_amount
            if this is not None and last is not None and _differ_widely(this, last):
                yield _finding(figures, indicator, this, last)


def _differ_widely(this: Decimal, last: Decimal) -> bool:
    less, more = sorted((this, last))
    return less >= _FEWEST and more >= less * _TIMES


def _finding(figures: Figures, indicator: Indicator, this: Decimal, last: Decimal) -> Finding:
    before = "本年" if indicator.plan_for else "上年"
    now = figures.printed(indicator.id)
    then = printed(figures.previous(indicator.id), indicator.measure)
    how = _compared(this, last, before)
    slip = "多" if this > last else "少"
    message = (
        f"“{indicator.name}”填的是{now}，{before}是{then}，{how}，是不是{slip}打了零，或单位不同？"
    )
    return Finding("unlike_last", Severity.HINT, message, at_entry(indicator.id), (now, then))


def _compared(this: Decimal, last: Decimal, before: str) -> str:
    """The whole times, and whether there is more to it: 18倍多, 1/10."""
    less, more = sorted((this, last))
    times, over = divmod(more, less)
    if this > last:
        return f"是{before}的{times:f}倍{'多' if over else ''}"
    return f"{'不到' if over else '只有'}{before}的1/{times:f}"
