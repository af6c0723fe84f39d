"""A text as its rules look at it, and what a rule remarks."""

from dataclasses import dataclass
from functools import cached_property

from unionapp.checks.finding import Severity
from unionapp.reading import Reading, Span, read_text


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that is wrong with a text.

    `rule` names the rule for programs, `message` is a colleague's note in Chinese that quotes the
    numbers or words which disagree, `span` is the place to go to. `mend` is what ought to stand
    there, where that is certain.
    """

    rule: str
    severity: Severity
    message: str
    span: Span
    mend: str | None = None


@dataclass(frozen=True)
class Document:
    """A text that is read; `year` is the one that it is about, None where nothing says so."""

    reading: Reading
    year: int | None = None

    @property
    def text(self) -> str:
        """The text itself."""
        return self.reading.text

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines of the text, without the marks between them."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append(Span(start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)


def document_of(text: str, year: int | None = None) -> Document:
    """Read a text; the year is taken from its own words where it is not given."""
    return Document(read_text(text), year)
