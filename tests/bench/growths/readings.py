"""Reading the numbers of a running text: how long it takes, and that it grows with the text."""

from dataclasses import dataclass
from statistics import median
from time import process_time

from tests.core.reading.scoring import papers
from unionapp.reading import read_text

# Characters, and the milliseconds that reading so many may take.
CHARACTERS = 5000
PROMISED = 30
LONGEST = 500_000
# Of what the longest may take, in parts of what the shortest foretells.
LINEAR = 1.25

RUNS = 9


@dataclass(frozen=True)
class Read:
    """One row of the report."""

    short: float
    long: float

    @property
    def growth(self) -> float:
        """The time for the longest text over what the shortest foretells: one is linear."""
        return self.long / (self.short * LONGEST / CHARACTERS)

    def __str__(self) -> str:
        is_kept = self.short * 1000 <= PROMISED and self.growth <= LINEAR
        what = f"the numbers of {CHARACTERS:,} characters; of {LONGEST:,}, growth"
        told = f"{self.short * 1000:9.2f} ms (<= {PROMISED} ms)  {self.growth:5.2f} (<= {LINEAR})"
        return f"{what:<58} {told} {'ok' if is_kept else 'OVER'}"


def measure_readings() -> Read:
    """Read papers of offices; what the process worked, the first time not counted."""
    text = "\n".join(paper.text for paper in papers())
    while len(text) < LONGEST:
        text += text
    pieces = [text[place * CHARACTERS :][:CHARACTERS] for place in range(RUNS)]
    _seconds(pieces[0])
    return Read(median(map(_seconds, pieces)), _seconds(text[:LONGEST]))


def _seconds(text: str) -> float:
    begun = process_time()
    read_text(text)
    return process_time() - begun
