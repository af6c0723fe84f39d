"""Rates that can't be, and words that claim more than a rate shows."""

import re
from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.values import Kind, unit_of

_FULL = Decimal(100)
_CLAIM = re.compile(r"圆满|全面完成|全部完成|超额")


def check_rates(figures: Figures) -> Iterator[Finding]:
    """Rates over 100 % (H5), and claims of success beside an unmet target (W1)."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind is Kind.RATE and not _measures_a_target(figures, indicator):
            yield from _over_full(figures, indicator)
    unmet = [each for each in figures.draft.template.indicators if _unmet(figures, each)]
    if unmet:
        yield from _claims(figures, unmet[0])


def _over_full(figures: Figures, indicator: Indicator) -> Iterator[Finding]:
    number = figures.value(indicator.id).number
    in_percent = unit_of(indicator.measure).is_named("%")
    if in_percent and number is not None and number.amount > _FULL:
        rate = figures.printed(indicator.id)
        message = f"“{indicator.name}”是{rate}，超过了100%，请核对。"
        yield Finding("rate_over_full", Severity.ERROR, message, at_entry(indicator.id), (rate,))


def _measures_a_target(figures: Figures, indicator: Indicator) -> bool:
    """Whether the rate is of what was done over what was planned; that may pass 100 %."""
    rate = indicator.derive.rate if indicator.derive else None
    target = figures.indicators.get(rate[1]) if rate else None
    return target is not None and target.carry == "plan"


def _unmet(figures: Figures, indicator: Indicator) -> bool:
    amount = figures.value(indicator.id).exact_amount
    return _measures_a_target(figures, indicator) and amount is not None and amount < _FULL


def _claims(figures: Figures, unmet: Indicator) -> Iterator[Finding]:
    for item in figures.draft.template.items:
        if claim := _CLAIM.search(figures.text(item).live_text):
            name, rate = item.title or item.id, figures.printed(unmet.id)
            message = f"“{name}”的正文写了“{claim[0]}”，而“{unmet.name}”是{rate}，请核对措辞。"
            evidence = (claim[0], unmet.id, rate)
            yield Finding("overclaim", Severity.WARNING, message, at_text(item), evidence)
