"""How this year's figure differs from last year's, in a few signs."""

from decimal import ROUND_HALF_UP, Decimal

from ui.desk import Desk
from ui.kit import SteadyLabel
from unionapp.figures import Figures, change_from
from unionapp.template import Indicator
from unionapp.values import MANIFOLD, Kind, is_manifold, percent_of_change

CHANGE_WIDTH = 88
_TENTH = Decimal("0.1")


class ChangeLabel(SteadyLabel):
    """▲ or ▼ and by how much; empty while one of the two figures is missing or inexact."""

    def __init__(self, indicator: Indicator, desk: Desk) -> None:
        super().__init__("", CHANGE_WIDTH)
        self._indicator = indicator
        self._desk = desk
        desk.changes_of(indicator.id).connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the change as it stands."""
        text = change_text(self._indicator, self._desk.figures)
        if text != self.text():
            self.show_text(text)
            before = "本年" if self._indicator.plan_for else "上年"
            self.setToolTip(f"与{before}相比：{text}" if text else "")


def change_text(indicator: Indicator, figures: Figures) -> str:
    """The change in percent; of a rate in percentage points, and of nothing as an amount."""
    previous = figures.previous(indicator.id)
    change = change_from(previous, figures.value(indicator.id))
    if change is None:
        return ""
    if not change:
        return "持平"
    sign = "▲" if change > 0 else "▼"
    if indicator.kind is Kind.RATE:
        return f"{sign} {_short(abs(change))}个百分点"
    percent = percent_of_change(previous.exact_amount or Decimal(), change)
    if percent is None:
        return f"{sign} {_short(abs(change))}{indicator.unit}"
    if is_manifold(percent):
        return f"{sign} {MANIFOLD}"
    return f"{sign} {abs(percent).quantize(_TENTH, ROUND_HALF_UP)}%"


def _short(amount: Decimal) -> str:
    return f"{amount.normalize():f}"
