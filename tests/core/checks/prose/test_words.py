"""The rules on words: each kind of passage named with what is wrong, and none that is right."""

import pytest

from tests.core.checks.prose.scoring import GRAVE, Passage, passages
from unionapp.checks import Severity
from unionapp.checks.prose import document_of, proofread, words

RULES = tuple(getattr(words, name) for name in words.__all__)
KINDS = (
    "leftover",
    "missing-number",
    "qualifier",
    "list-count",
    "slogan",
    "ordinal",
    "frequency",
    "as-of",
    "completion",
    "stale",
)
ALL = tuple(passages())
WRONG = tuple(each for each in ALL if each.truth == "wrong" and each.kind in KINDS)
OTHERS = tuple(each for each in ALL if each.truth != "wrong")


@pytest.mark.parametrize("passage", WRONG, ids=lambda each: each.id)
def test_what_is_wrong_with_words_is_named_as_it_is_printed(passage: Passage) -> None:
    told = [each for each in proofread(document_of(passage.text)) if each.severity in GRAVE]
    assert any(all(number in each.message for number in passage.numbers) for each in told), told


@pytest.mark.parametrize("passage", OTHERS, ids=lambda each: each.id)
def test_the_rules_on_words_pass_over_what_is_right_and_call_no_doubt_an_error(
    passage: Passage,
) -> None:
    document = document_of(passage.text)
    grave = GRAVE if passage.truth == "right" else (Severity.ERROR,)
    assert [each for rule in RULES for each in rule(document) if each.severity in grave] == []
