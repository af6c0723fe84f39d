"""Timing two ways of doing a thing in turn, so that a machine's moods fall on both."""

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

Work = Callable[[], object]


@dataclass(frozen=True)
class Comparison:
    """One row of the report: ours beside theirs, and the ratio that was promised."""

    what: str
    ours: float
    theirs: float
    promised: float

    @property
    def ratio(self) -> float:
        """Ours over theirs: below the promise is good."""
        return self.ours / self.theirs

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= self.promised else "OVER"
        times = f"{self.ours * 1000:9.2f} ms  {self.theirs * 1000:9.2f} ms"
        return f"{self.what:<58} {times}  {self.ratio:5.2f} (<= {self.promised:.2f}) {verdict}"


def compare(what: str, ours: Work, theirs: Work, promised: float, runs: int) -> Comparison:
    """Run both in turn after a warm-up; medians."""
    ours()
    theirs()
    pairs = [(_seconds(ours), _seconds(theirs)) for _ in range(runs)]
    return Comparison(
        what, median(pair[0] for pair in pairs), median(pair[1] for pair in pairs), promised
    )


def _seconds(work: Work) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun
