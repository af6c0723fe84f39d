"""How many examples a property is tried with."""

from hypothesis import settings


def drawn(times: float) -> settings:
    """Draws so many times as many examples as the profile does: more where they cost little.

    A plain number would stay the same in `make soak`.
    """
    return settings(max_examples=round(settings().max_examples * times))
