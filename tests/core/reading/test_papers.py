"""Papers with their right answers: how much of each kind is read right, printed and held."""

import pytest

from tests.core.reading.scoring import papers, scored

NONE = [kind for kind in scored().asked if kind.startswith("none")]


def test_the_figures_are_printed_for_each_kind(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("", *scored().lines(), sep="\n")
    assert len(papers()) == 25


def test_a_figure_is_told_apart_from_a_number_that_is_none() -> None:
    assert scored().share("figure", "figure that is none", *NONE) >= 0.998


def test_a_figure_has_its_value_unit_and_qualifier() -> None:
    assert scored().share("amount") >= 0.995


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        ("sum", 0.78),
        ("rate", 0.82),
        ("growth", 0.72),
        ("difference", 0.81),
        ("average", 0.65),
        ("list", 0.86),
        ("part", 0.43),
    ],
)
def test_a_relation_that_the_text_states_is_read(kind: str, share: float) -> None:
    assert scored().share(f"relation: {kind}") >= share


def test_a_figure_has_a_name_that_a_secretary_would_know() -> None:
    assert scored().share("name") >= 0.91
