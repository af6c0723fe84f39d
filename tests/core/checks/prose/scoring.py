"""How right the remarks on passages and papers are: the wrong is named, the right is not."""

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.core.reading.scoring import papers
from unionapp.checks import Severity
from unionapp.checks.prose import Remark, document_of, proofread
from unionapp.reading import Span

PASSAGES = Path(__file__).with_name("passages.tsv")
GRAVE = (Severity.ERROR, Severity.WARNING)


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage of which it is known whether it is `right`, `wrong` or `doubtful`."""

    id: str
    kind: str
    truth: str
    numbers: tuple[str, ...]
    text: str


@dataclass(slots=True)
class Score:
    """How many of each kind there are, how many are judged right, and what was not."""

    asked: Counter[str] = field(default_factory=Counter)
    met: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)

    def count(self, kind: str, *, met: bool, told: str) -> None:
        self.asked[kind] += 1
        self.met[kind] += met
        if not met:
            self.missed.append(f"{kind}: {told}")

    def share(self, begin: str) -> float:
        """The share that is met of all kinds that begin so."""
        kinds = [kind for kind in self.asked if kind.startswith(begin)]
        asked = sum(self.asked[kind] for kind in kinds)
        return sum(self.met[kind] for kind in kinds) / asked if asked else 1.0

    def lines(self) -> list[str]:
        return [
            f"{kind:36} {self.met[kind]:4} of {self.asked[kind]:4}" for kind in sorted(self.asked)
        ]


def passages(file: Path = PASSAGES) -> Iterator[Passage]:
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            numbers = tuple(filter(None, (row["numbers"] or "").split("|")))
            text = row["text"].replace("\\n", "\n")
            yield Passage(row["id"], row["kind"], row["truth"], numbers, text)


@cache
def of_passages() -> Score:
    """Of the wrong: told with its numbers; of the others: no error; of the right: no warning."""
    score = Score()
    for passage in passages():
        remarks = proofread(document_of(passage.text))
        told = f"{passage.id} {passage.text} -> {[(str(r.severity), r.message) for r in remarks]}"
        if passage.truth == "wrong":
            met = any(_names(remark, passage.numbers) for remark in remarks)
            score.count(f"wrong {passage.kind}", met=met, told=told)
            continue
        worst = [remark.severity for remark in remarks]
        score.count(f"no error {passage.truth}", met=Severity.ERROR not in worst, told=told)
        if passage.truth == "right":
            score.count("no warning right", met=Severity.WARNING not in worst, told=told)
    return score


@cache
def of_papers() -> Score:
    """Of what the papers state: what is wrong is told in its place, what is right is not."""
    score = Score()
    for paper in papers():
        remarks = proofread(document_of(paper.text))
        for relation in paper.answers["relations"]:
            spans = [Span(*span) for span in relation["spans"]]
            near = [each for each in remarks if any(_meet(each.span, span) for span in spans)]
            told = f"{paper.name} {[paper.text[a:b] for a, b in spans]} -> {near}"
            if not relation["holds"]:
                met = any(each.severity in GRAVE for each in near)
                score.count(f"wrong {relation['kind']}", met=met, told=told)
                continue
            worst = [each.severity for each in near]
            score.count("no error right", met=Severity.ERROR not in worst, told=told)
            score.count("no warning right", met=Severity.WARNING not in worst, told=told)
        for leftover in paper.answers.get("leftovers", ()):
            span = Span(leftover["start"], leftover["start"] + len(leftover["text"]))
            met = any(each.severity in GRAVE and _meet(each.span, span) for each in remarks)
            score.count("wrong leftover", met=met, told=f"{paper.name} {leftover}")
    return score


def _names(remark: Remark, numbers: tuple[str, ...]) -> bool:
    return remark.severity in GRAVE and all(number in remark.message for number in numbers)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
