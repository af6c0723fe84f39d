"""Passages and papers with their right answers: what is remarked of each kind, printed and held."""

import pytest

from tests.core.checks.prose.scoring import of_papers, of_passages


def test_what_is_remarked_of_passages_and_papers_is_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with capsys.disabled():
        print("", *of_passages().lines(), "", *of_papers().lines(), sep="\n")
    assert sum(of_passages().asked.values()) > 182


def test_no_right_passage_and_no_right_relation_of_a_paper_is_called_an_error() -> None:
    assert of_passages().share("no error") >= 0.99
    assert of_papers().share("no error") == 1
