"""Figures of this year beside those of last year: what changed, and which are the main ones."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from unionapp.figures.model import Figures
from unionapp.template import Indicator
from unionapp.values import Kind, Value, percent_of_change

# The figures, and the units that they have, which one picture shows without crowding.
_FIGURES, _UNITS = 8, 3


@dataclass(frozen=True, slots=True)
class Comparison:
    """An indicator of a section with its values of both years."""

    section: str
    indicator: Indicator
    this: Value
    last: Value

    @property
    def change(self) -> Decimal | None:
        """This year's amount less last year's, if both are exact; of a rate it is in points."""
        this, last = self.this.exact_amount, self.last.exact_amount
        return None if this is None or last is None else this - last

    @property
    def percent(self) -> Decimal | None:
        """The change as a share of last year's amount; a rate changes by points and has none."""
        change, last = self.change, self.last.exact_amount
        if change is None or last is None or self.indicator.kind is Kind.RATE:
            return None
        return percent_of_change(last, change)


def comparison_of(figures: Figures, indicator: Indicator, section: str = "") -> Comparison:
    """Return an indicator with its values of both years."""
    this, last = figures.value(indicator.id), figures.previous(indicator.id)
    return Comparison(section, indicator, this, last)


def comparisons(figures: Figures) -> tuple[Comparison, ...]:
    """Return the figures that at least one of the two years has, in the order of the draft."""
    numeric = (each for each in _all(figures) if each.indicator.kind.traits.is_numeric)
    return tuple(each for each in numeric if each.this.given or each.last.given)


def _all(figures: Figures) -> Iterator[Comparison]:
    for section in figures.draft.template.sections:
        for item in section.items:
            for indicator in item.indicators:
                yield comparison_of(figures, indicator, section.title)


def main_figures(compared: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Return those of the figures of both years that a small picture shows."""
    both = [each for each in compared if each.change is not None]
    kept = main_units(each.indicator.unit for each in both)
    return tuple(each for each in both if each.indicator.unit in kept)[:_FIGURES]


def main_units(units: Iterable[str]) -> frozenset[str]:
    """Return the units that most figures have: many charts of one bar each say little."""
    return frozenset(unit for unit, _ in Counter(units).most_common(_UNITS))
