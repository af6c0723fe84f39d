"""From finding to finding by one key, down the pages from where one is."""

from collections.abc import Sequence

from ui.section import order_of
from unionapp.checks import Finding, still_open
from unionapp.draft import EditPath
from unionapp.figures import Figures


class FindingsWalk:
    """Remembers what it led to, for several findings may be at one place."""

    def __init__(self) -> None:
        self._last: Finding | None = None
        self._rank = 0
        self._arrived: EditPath | None = None

    def step(
        self, figures: Figures, found: Sequence[Finding], here: EditPath, by: int
    ) -> tuple[Finding, str] | None:
        """The next finding from here (or the one before), and which of how many it is.

        None when there is nothing to look at.
        """
        order = order_of(figures.draft.template)
        ranked = [(order.get(each.where, 0), each) for each in found]
        ranked.sort(key=lambda each: each[0])
        if not ranked:
            return None
        at = self._next(ranked, order.get(here, 0), here, by) % len(ranked)
        self._rank, self._last = ranked[at]
        left = still_open(figures, [each for _, each in ranked])
        return self._last, left.told_place(self._last)

    def arrive(self, here: EditPath) -> None:
        """Remember where the cursor came to stand: what is worked out has no entry for it."""
        self._arrived = here

    def _next(self, ranked: list[tuple[int, Finding]], rank: int, here: EditPath, by: int) -> int:
        findings = [finding for _, finding in ranked]
        if here == self._arrived:
            if self._last in findings:
                return findings.index(self._last) + by
            rank = self._rank  # it is mended, and the next one is found from where it was
        before = sum(each < rank for each, _ in ranked)
        return before if by > 0 else before - 1
