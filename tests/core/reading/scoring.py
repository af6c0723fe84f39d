"""How right a reading of a paper is: told apart, value with unit and qualifier, name, relations."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from unionapp.reading import FoundNumber, Reading, Span, read_text

PAPERS = Path(__file__).with_name("papers")

# From here on a name is one that a secretary would know as the same.
ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper and its right answers."""

    name: str
    text: str
    answers: Mapping[str, Any]


@dataclass(slots=True)
class Score:
    """How many answers of each kind there are, and how many of them are met."""

    asked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def count(self, kind: str, *, met: bool, told: str) -> None:
        self.asked[kind] += 1
        self.met[kind] += met
        if not met:
            self.missed.append(f"{kind}: {told}")

    def share(self, *kinds: str) -> float:
        """The share that is met, of one kind or of several together."""
        asked = sum(self.asked[kind] for kind in kinds)
        return sum(self.met[kind] for kind in kinds) / asked if asked else 1.0

    def lines(self) -> list[str]:
        return [
            f"{kind:24} {self.met[kind]:5} of {self.asked[kind]:5}  {self.share(kind):7.1%}"
            for kind in sorted(self.asked)
        ]


@cache
def papers() -> tuple[Paper, ...]:
    return tuple(
        Paper(
            path.stem,
            path.with_suffix(".txt").read_text(encoding="utf-8"),
            json.loads(path.read_text(encoding="utf-8")),
        )
        for path in sorted(PAPERS.glob("*.json"))
    )


@cache
def scored() -> Score:
    """All papers, read and compared with their answers."""
    score = Score()
    for paper in papers():
        reading = read_text(paper.text)
        _compare_numbers(paper, reading, score)
        _compare_relations(paper, reading, score)
    return score


def _compare_numbers(paper: Paper, reading: Reading, score: Score) -> None:
    for answer in paper.answers["numbers"]:
        if answer.get("word") or answer.get("lexical"):
            continue
        span = Span(answer["start"], answer["end"])
        read = _the_one_at(span, reading.numbers)
        told = f"{paper.name} {_around(paper.text, span)} [{answer['text']}]"
        if not answer["figure"]:
            is_right = read is not None and not read.is_figure
            score.count(f"none: {answer['why']}", met=is_right, told=f"{told} {_told(read)}")
            continue
        found = read is not None and read.is_figure
        score.count("figure", met=found, told=f"{told} {_told(read)}")
        if read is not None and found:
            score.count("amount", met=_same_amount(read, answer), told=f"{told} {_told(read)}")
            score.count(
                "name",
                met=likeness(read.name, answer["name"]) >= ALIKE,
                told=f"{told} {read.name} for {answer['name']}",
            )
        else:
            score.count("amount", met=False, told=f"{told} {_told(read)}")
            score.count("name", met=False, told=f"{told} {_told(read)}")
    for read in _without_answer(reading, paper.answers["numbers"]):
        told = f"{paper.name} {_around(paper.text, read.span)} {_told(read)}"
        score.count("figure that is none", met=False, told=told)


def _compare_relations(paper: Paper, reading: Reading, score: Score) -> None:
    """A relation is read if one of its kind joins the same places, in whatever order.

    What only goes together in fact (a part of what another sentence says) is asked as well.
    """
    read = [(str(each.kind), each.spans) for each in reading.relations]
    for answer in paper.answers["relations"]:
        spans = [Span(*each) for each in answer["spans"]]
        found = any(kind == answer["kind"] and _joins(joined, spans) for kind, joined in read)
        told = f"{paper.name} {[paper.text[a:b] for a, b in spans]}"
        score.count(f"relation: {answer['kind']}", met=found, told=told)


def _joins(joined: Sequence[Span], spans: Sequence[Span]) -> bool:
    """Whether as many places are joined, each of them one that is asked."""
    return len(joined) == len(spans) and all(
        any(overlap(one, other) for other in spans) for one in joined
    )


def _without_answer(
    reading: Reading, answers: Iterable[Mapping[str, Any]]
) -> Iterator[FoundNumber]:
    """Figures that were read where no number is at all, or one that is part of a word."""
    spans = [Span(each["start"], each["end"]) for each in answers if not each.get("lexical")]
    for read in reading.figures:
        if not any(overlap(read.span, span) for span in spans):
            yield read


def _the_one_at(span: Span, numbers: Iterable[FoundNumber]) -> FoundNumber | None:
    """The number that has most of a place; a figure before others where they have as much."""
    there = [each for each in numbers if overlap(each.span, span)]
    return max(there, key=lambda each: (overlap(each.span, span), each.is_figure), default=None)


def overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _same_amount(read: FoundNumber, answer: Mapping[str, Any]) -> bool:
    return (
        read.value == Decimal(answer["value"])
        and read.unit == answer["unit"]
        and read.qualifier == answer["qualifier"]
    )


def likeness(name: str, right: str) -> float:
    """How many characters two names have in common, in whatever order, from 0 to 1."""
    common = Counter(name) & Counter(right)
    return 2 * common.total() / max(1, len(name) + len(right))


def _around(text: str, span: Span) -> str:
    return text[max(0, span.start - 12) : span.end + 8].replace("\n", "⏎")


def _told(read: FoundNumber | None) -> str:
    if read is None:
        return "not found"
    return f"read {read.text!r} {read.why or (str(read.value), read.qualifier, read.unit)}"
