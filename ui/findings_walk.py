"""From finding to finding by one key, from anywhere in the draft."""

from unionapp.checks import Finding, check
from unionapp.checks.counting import still_open
from unionapp.derive import Figures


class FindingsWalk:
    """Remembers which finding was looked at last; one that was mended meanwhile is left out."""

    def __init__(self) -> None:
        self._last: Finding | None = None
        self._place = -1

    def step(self, figures: Figures, by: int) -> tuple[Finding, str] | None:
        """The finding after (or before) the last one, and which of how many it is.

        Hints come after all problems. None when there is nothing to look at.
        """
        left = still_open(figures, check(figures))
        found = (*left.problems, *left.hints)
        if not found:
            return None
        self._place = self._next_place(found, by) % len(found)
        self._last = found[self._place]
        return self._last, left.told_place(self._last)

    def _next_place(self, found: tuple[Finding, ...], by: int) -> int:
        if self._last in found:
            return found.index(self._last) + by
        # What was looked at is mended: the next one has moved up into its place.
        return max(self._place, 0) if by > 0 else self._place - 1
