"""Where the clauses and sentences of a text begin and end."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from unionapp.reading.model import Span

_CLAUSE_ENDS = re.compile(r"[，,。；;：:！!？?（）()【】\[\]\n\t…]|——")
_SENTENCE_ENDS = re.compile("[。；;！!？?\n]")


@dataclass(frozen=True, slots=True)
class Phrases:
    """A text that is cut at its punctuation; a place belongs to what it stands in."""

    text: str
    clause_ends: tuple[int, ...]
    sentence_ends: tuple[int, ...]

    def clause(self, at: int) -> Span:
        """Return the clause around a place, without the marks at its ends."""
        return _between(self.clause_ends, at, len(self.text))

    def sentence(self, at: int) -> Span:
        """Return the sentence around a place, without the mark at its end."""
        return _between(self.sentence_ends, at, len(self.text))


def phrases_of(text: str) -> Phrases:
    """Return the text with the ends of its clauses and sentences."""
    clauses = (found.start() for found in _CLAUSE_ENDS.finditer(text) if not _groups(found))
    return Phrases(
        text, tuple(clauses), tuple(found.start() for found in _SENTENCE_ENDS.finditer(text))
    )


def _groups(found: re.Match[str]) -> bool:
    """Whether it is the comma of 1,258 or the colon of 21:00."""
    text, start, end = found.string, found.start(), found.end()
    around = text[start - 1 : start] + text[end : end + 1]
    return found[0] in ",:" and len(around) > 1 and around.isdigit()


def _between(ends: tuple[int, ...], at: int, last: int) -> Span:
    after = bisect_left(ends, at)
    before = bisect_right(ends, at - 1) - 1
    return Span(ends[before] + 1 if before >= 0 else 0, ends[after] if after < len(ends) else last)
