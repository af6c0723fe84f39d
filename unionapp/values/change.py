"""How much more or less a figure is than last year's: one rule for the window and the papers."""

from decimal import Decimal

# What is said of a rise that no percentage tells: 1839900% is a number to stumble over.
MANIFOLD = "超过10倍"
_TOLD_IN_PERCENT = Decimal("999.9")


def percent_of_change(last: Decimal, change: Decimal) -> Decimal | None:
    """Return the change as a share of last year's figure in percent; there is none of nothing."""
    return change / last * 100 if last > 0 else None


def is_manifold(percent: Decimal) -> bool:
    """Return whether a rise is beyond what is told in percent."""
    return percent > _TOLD_IN_PERCENT
