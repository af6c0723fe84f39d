"""A draft looked over before its papers are written: this year beside last year."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from unionapp.figures import Figures
from unionapp.paper.statistics import main_units, statistics_of

_BARS = 8
"""The figures that one small picture shows without crowding."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure of both years as the sheet of figures prints it; `where` is its id.

    The amounts are those that may be calculated with: a qualified or missing figure has none.
    """

    where: str
    section: str
    name: str
    unit: str
    this: str
    last: str
    change: str
    rate: str
    this_amount: Decimal | None
    last_amount: Decimal | None

    @property
    def has_both(self) -> bool:
        """Whether both years can be drawn side by side."""
        return self.this_amount is not None and self.last_amount is not None


def comparisons(figures: Figures) -> tuple[Comparison, ...]:
    """The figures that at least one of the two years has, in the order of the draft."""
    return tuple(_rows(figures))


def _rows(figures: Figures) -> Iterator[Comparison]:
    for row in statistics_of(figures).rows:
        section, name, unit, this, last, change, rate = row[:7]
        id_ = this.indicator
        numeric = figures.indicators[id_].kind.traits.is_numeric
        this_amount = figures.value(id_).exact_amount
        last_amount = figures.previous(id_).exact_amount
        if numeric and (figures.value(id_).given or figures.previous(id_).given):
            texts = (section.text, name.text, unit.text, this.text, last.text, change.text)
            yield Comparison(id_, *texts, rate.text, this_amount, last_amount)


def main_figures(compared: tuple[Comparison, ...]) -> tuple[Comparison, ...]:
    """The figures that the workbook charts, for a small picture."""
    both = [each for each in compared if each.has_both]
    kept = main_units(each.unit for each in both)
    return tuple(each for each in both if each.unit in kept)[:_BARS]
