"""Figures of quite another size than last year's: a zero too many or too few, or another unit."""

from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.template import Indicator
from unionapp.values import NUMERIC, Kind, printed

_TIMES, _FEWEST = 10, 10
"""Small figures go up and down by more than ten times; both have to be worth comparing."""


def check_sizes(figures: Figures) -> Iterator[Finding]:
    """Typed figures of more than ten times, or less than a tenth of, last year's."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind in NUMERIC - {Kind.RATE} and indicator.derive is None:
            this = figures.value(indicator.id).exact_amount
            last = figures.previous(indicator.id).exact_amount
            if this is not None and last is not None and _differ_widely(this, last):
                yield _finding(figures, indicator, more=this > last)


def _differ_widely(this: Decimal, last: Decimal) -> bool:
    less, more = sorted((this, last))
    return less >= _FEWEST and more > less * _TIMES


def _finding(figures: Figures, indicator: Indicator, *, more: bool) -> Finding:
    before = "本年" if indicator.plan_for else "上年"
    last = printed(figures.previous(indicator.id), indicator.measure)
    how = f"{before}的十倍还多" if more else f"不到{before}的十分之一"
    slip = "多" if more else "少"
    message = (
        f"“{indicator.name}”填的是{figures.printed(indicator.id)}，{before}是{last}，{how}，"
        f"是不是{slip}打了零，或单位不同？"
    )
    return Finding("unlike_last", Severity.HINT, message, indicator.id)
