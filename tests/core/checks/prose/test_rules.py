"""The rows of `resources/rules.toml`: what each says of its examples is so.

The manual's page is made of them.
"""

import runpy
import tomllib
from collections import Counter

import msgspec
import pytest

from tests.support.places import HOUSE
from unionapp.checks import Severity
from unionapp.checks.prose import document_of, proofread


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One rule; `year` is the year that its examples are about, where that matters."""

    id: str
    title: str
    why: str
    severity: Severity
    flagged: str
    passed: tuple[str, str]
    year: int | None = None


ROWS = msgspec.convert(
    tomllib.loads((HOUSE / "resources" / "rules.toml").read_text("utf-8"))["rule"], list[Row]
)
PASSED = [(row, text) for row in ROWS for text in row.passed]


def test_every_rule_has_one_row() -> None:
    rows = Counter(row.id for row in ROWS)
    assert [id_ for id_, count in rows.items() if count > 1] == []


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.id)
def test_the_example_of_a_rule_is_remarked_by_it_as_heavily_as_it_says(row: Row) -> None:
    found = proofread(document_of(row.flagged, row.year))
    assert (row.id, row.severity) in {(each.rule, each.severity) for each in found}, found


@pytest.mark.parametrize(("row", "text"), PASSED, ids=lambda part: getattr(part, "id", ""))
def test_what_is_near_to_it_passes(row: Row, text: str) -> None:
    found = proofread(document_of(text, row.year))
    assert [each for each in found if each.rule == row.id] == []
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_each_row_says_why_in_one_sentence() -> None:
    assert [
        row.id for row in ROWS if not (row.why.endswith("。") and row.why.count("。") == 1)
    ] == []


def test_the_page_of_the_manual_is_made_of_the_rows() -> None:
    made = runpy.run_path(str(HOUSE / "packaging" / "rules_page.py"))
    rules = tomllib.loads(made["RULES"].read_text("utf-8"))["rule"]
    told = "run: python packaging/rules_page.py"
    assert made["PAGE"].read_text("utf-8") == made["page_of"](rules), told
    assert all(row.title in made["PAGE"].read_text("utf-8") for row in ROWS)
