"""Writing a table of 500, 1,000 and 5,000 rows: the time grows with the rows and no faster."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from statistics import median
from time import perf_counter

from tests.support.papers import TITLE, companies, of
from unionapp.paper import Attachment, Document, Title
from unionapp.writers import docx, xlsx

ROWS = (500, 1000, 5000)
# Of what the time for 5,000 rows may be, in parts of ten times the time for 500.
PROMISED = 1.25

RUNS = 5
Writer = Callable[[Document], object]


@dataclass(frozen=True)
class Growth:
    """One row of the report: seconds at each number of rows."""

    what: str
    seconds: tuple[float, ...]

    @property
    def ratio(self) -> float:
        """The time for the longest table over what the shortest foretells: one is linear."""
        return self.seconds[-1] / (self.seconds[0] * ROWS[-1] / ROWS[0])

    def __str__(self) -> str:
        verdict = "ok" if self.ratio <= PROMISED else "OVER"
        times = "  ".join(
            f"{rows}: {seconds * 1000:.0f} ms"
            for rows, seconds in zip(ROWS, self.seconds, strict=True)
        )
        return f"{self.what:<58} {times}  {self.ratio:5.2f} (<= {PROMISED:.2f}) {verdict}"


def growths(**more: Writer) -> Iterator[Growth]:
    """One row for each writer; `more` names further ones."""
    for name, write in {"DOCX": docx.packed, "XLSX": xlsx.packed, **more}.items():
        write(paper(ROWS[0]))
        seconds = tuple(_seconds(write, paper(rows)) for rows in ROWS)
        yield Growth(f"rows of a table in {name}: 5,000 / ten times 500", seconds)


def paper(rows: int) -> Document:
    """A paper whose only attachment is a long table."""
    return of(Title((TITLE,)), Attachment(1, "新组建企业名单", "new_unions", companies(rows)))


def _seconds(write: Writer, document: Document) -> float:
    times = []
    for _ in range(RUNS):
        begun = perf_counter()
        write(document)
        times.append(perf_counter() - begun)
    return median(times)
