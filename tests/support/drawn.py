"""How many examples a property is tried with, and chances that can be drawn again."""

from random import Random

from hypothesis import settings


def drawn(times: float) -> settings:
    """Draws so many times as many examples as the profile does: more where they cost little.

    A plain number would stay the same in `make soak`.
    """
    return settings(max_examples=round(settings().max_examples * times))


def chance_of(seed: str) -> Random:
    """Chances that can be drawn again."""
    return Random(seed)  # noqa: S311 - nobody's secret hangs on them
