"""What the figures of a text say of one another: what disagrees is named with its numbers."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.core.checks.prose.scoring import GRAVE, Passage, Score, of_papers, of_passages
from unionapp.checks import Severity
from unionapp.checks.prose import Remark, document_of, proofread
from unionapp.checks.prose.reckoning import (
    check_averages,
    check_balance,
    check_growth,
    check_parts,
    check_rates,
    check_repeats,
    check_running,
    check_sums,
    check_units,
)

KINDS = (
    "sum",
    "part-whole",
    "rate",
    "rate-rounding",
    "growth",
    "percentage-points",
    "cumulative",
    "average",
    "unit-wan",
    "repeat",
)
RULES = (
    check_averages,
    check_balance,
    check_growth,
    check_parts,
    check_rates,
    check_repeats,
    check_running,
    check_sums,
    check_units,
)
RECKONED = Path(__file__).with_name("reckoned.tsv")
FULL_WIDTH = str.maketrans(",:;()", "，：；（）")


def in_full_width(text: str) -> str:
    """The marks of a text as people in offices type them; the commas of 1,250 stay."""
    grouped = re.sub("(?<=[0-9]),(?=[0-9]{3})", "\0", text)
    return grouped.translate(FULL_WIDTH).replace("\0", ",")


def reckoned() -> Iterator[Passage]:
    with RECKONED.open(encoding="utf-8", newline="") as lines:
        for place, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
            numbers = tuple(filter(None, (row["numbers"] or "").split("|")))
            yield Passage(str(place), row["kind"], row["truth"], numbers, row["text"])


def remarks_on(text: str) -> list[Remark]:
    document = document_of(text)
    return [remark for rule in RULES for remark in rule(document) if remark.severity in GRAVE]


def scored() -> Score:
    score = Score()
    for passage in reckoned():
        for text in (passage.text, in_full_width(passage.text)):
            told = [(str(each.severity), each.message) for each in remarks_on(text)]
            if passage.truth == "wrong":
                met = any(all(n in message for n in passage.numbers) for _, message in told)
                score.count(passage.kind, met=met, told=f"{text} -> {told}")
            else:
                score.count("right", met=not told, told=f"{text} -> {told}")
    return score


def test_what_disagrees_is_named_with_its_numbers_and_nothing_is_said_of_the_rest() -> None:
    score = scored()
    assert score.share("right") == 1, score.missed
    assert all(score.share(kind) >= 0.97 for kind in KINDS), score.missed


def test_passages_that_stand_in_one_line_are_not_mixed_up() -> None:
    right = [each.text for each in reckoned() if each.truth == "right"]
    for step in (1, 7, 11):
        mixed = [right[place * step % len(right)] for place in range(len(right))]
        for place in range(0, len(mixed), 5):
            assert not remarks_on("".join(mixed[place : place + 5]))


@pytest.mark.parametrize("kind", KINDS)
def test_figures_that_disagree_are_named_in_the_passages(kind: str) -> None:
    assert of_passages().share(f"wrong {kind}") >= 0.95


@pytest.mark.parametrize("kind", ["sum", "rate", "growth", "average", "repeat"])
def test_every_relation_of_a_paper_that_does_not_hold_is_told(kind: str) -> None:
    assert of_papers().share(f"wrong {kind}") == 1


def test_hardly_any_right_relation_is_asked_about() -> None:
    assert of_passages().share("no warning") >= 0.97
    assert of_papers().share("no warning") >= 0.98


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("应到120人，实到116人，到会率96.6%。", "rate-rounding", Severity.WARNING),
        ("应到120人，实到116人，到会率96.8%。", "rate-rounding", Severity.ERROR),
        ("全年收入96.8万元，支出88.4万元，结余9.4万元。", "balance", Severity.ERROR),
        ("慰问生病职工8名，发放慰问金2.4元，人均3000元。", "unit-wan", Severity.ERROR),
        ("参保职工3250人，比上年的3400人有所增加。", "growth", Severity.ERROR),
    ],
)
def test_a_remark_has_its_rule_and_its_weight(text: str, rule: str, severity: Severity) -> None:
    assert (rule, severity) in [(each.rule, each.severity) for each in remarks_on(text)]


@pytest.mark.parametrize(
    "bit", ["1", "（", "其中", "12名、", "占5%", "其余3人，", "每人2元、", "由"]
)
def test_long_runs_of_one_thing_are_gone_through(bit: str) -> None:
    document = document_of(bit * (60_000 // len(bit)))
    assert isinstance(proofread(document), tuple)
