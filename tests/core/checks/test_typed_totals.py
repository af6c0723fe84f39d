"""A total that can't be reckoned may be typed, is told apart from a reckoned one, and compared."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import filled
from unionapp.figures import Figures

ROWS = (("甲厂", "983"), ("乙厂", "近100"), ("丙厂", "20"))
EXACT = (("甲厂", "983"), ("乙厂", "100"), ("丙厂", "20"))


def total_of(figures: Figures) -> str:
    return figures.printed("new_members")


def is_typed_over(figures: Figures) -> bool:
    return figures.is_typed_over(figures.indicators["new_members"])


def test_a_total_that_an_estimate_keeps_from_being_reckoned_is_what_is_typed() -> None:
    figures = filled(new_unions="3", new_list=ROWS, new_members="1100余")
    assert total_of(figures) == "1100余人"
    assert is_typed_over(figures)
    assert "会员1100余人" in figures.rendered(figures.draft.template.items[2].clauses[0].text)
    assert "typed_total" not in rules(figures)


def test_without_being_typed_it_stays_blank_and_can_be() -> None:
    figures = filled(new_list=ROWS)
    assert total_of(figures) == ""
    assert figures.can_be_typed(figures.indicators["new_members"])
    assert not is_typed_over(figures)


def test_a_total_that_can_be_reckoned_is_reckoned_whatever_was_typed() -> None:
    figures = filled(new_list=EXACT, new_members="1100余")
    assert total_of(figures) == "1103人"
    assert not is_typed_over(figures)
    assert not figures.can_be_typed(figures.indicators["new_members"])
    assert "typed_total" not in rules(figures)


@pytest.mark.parametrize("typed", ["1200余", "1104", "近1100", "超1200"])
def test_what_was_typed_is_compared_with_what_is_reckoned_by_now(typed: str) -> None:
    finding = finding_of(filled(new_list=EXACT, new_members=typed), "typed_total")
    assert finding.message.startswith(f"“新建工会会员”填的是{typed}人，各项相加是1103人，")


@pytest.mark.parametrize("typed", ["900余", "1000", "近1000"])
def test_what_is_less_than_the_exact_figures_alone_is_an_error(typed: str) -> None:
    finding = finding_of(filled(new_list=ROWS, new_members=typed), "typed_total")
    assert finding.message == (
        f"“新建工会会员”填的是{typed}人，光是有确数的几项相加就有1003人，请核对。"
    )


@pytest.mark.parametrize("typed", ["1103", "1100余", "约1100", "1100左右", "超1100", "1100多"])
def test_what_agrees_with_the_reckoned_total_is_nothing_to_tell(typed: str) -> None:
    assert "typed_total" not in rules(filled(new_list=EXACT, new_members=typed))
