"""What the figures of a text say of one another: what disagrees is named with its numbers."""

import pytest

from tests.core.checks.prose.scoring import of_papers, of_passages

KINDS = (
    "sum",
    "part-whole",
    "rate",
    "growth",
    "percentage-points",
    "cumulative",
    "average",
    "unit-wan",
    "repeat",
)


@pytest.mark.parametrize("kind", KINDS)
def test_figures_that_disagree_are_named_in_the_passages(kind: str) -> None:
    assert of_passages().share(f"wrong {kind}") >= 0.95


@pytest.mark.parametrize("kind", ["sum", "rate", "growth", "average", "repeat"])
def test_every_relation_of_a_paper_that_does_not_hold_is_told(kind: str) -> None:
    assert of_papers().share(f"wrong {kind}") == 1


def test_hardly_any_right_relation_is_asked_about() -> None:
    assert of_passages().share("no warning") >= 0.97
    assert of_papers().share("no warning") >= 0.98
