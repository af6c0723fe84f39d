"""Clauses and live prose."""

import pytest

from unionapp.errors import TemplateError
from unionapp.template import Placeholder, Words, live, suggest
from unionapp.template.clauses import HasValue, complete_sentences, needed, parse, placeholders


def having(*ids: str) -> HasValue:
    return lambda place: place.id in ids


def test_a_clause_drops_out_when_a_needed_value_is_missing() -> None:
    assert (
        suggest(["查出隐患{found}。", "开展检查{checks}。"], having("checks"))
        == "开展检查{checks}。"
    )


def test_an_optional_part_drops_out_alone() -> None:
    clause = "需完成{target}[，已完成{done}][，完成率{rate}]。"
    assert suggest([clause], having("target", "rate")) == "需完成{target}，完成率{rate}。"


def test_a_group_joins_the_parts_that_have_values() -> None:
    clause = "建成<模范小家{a}|先进小家{b}|合格小家{c}>。"
    assert suggest([clause], having("a", "c")) == "建成模范小家{a}，合格小家{c}。"


def test_a_clause_drops_out_when_nothing_of_its_group_is_left() -> None:
    assert suggest(["[截至{day}，]建成<模范{a}|先进{b}>。"], having("day")) == ""


def test_a_clause_of_a_personal_field_needs_that_field() -> None:
    clause = "{who.workplace}职工{who.name}。"
    assert suggest([clause], lambda place: place.field == "name") == ""
    assert placeholders(parse(clause)) == (
        Placeholder("who", "workplace"),
        Placeholder("who", "name"),
    )


def test_what_a_clause_needs_is_what_stands_outside_brackets() -> None:
    assert needed(parse("[截至{day}，]<甲{a}|乙{b}>共{c}。")) == (
        Placeholder("a"),
        Placeholder("b"),
        Placeholder("c"),
    )


@pytest.mark.parametrize(
    "broken", ["[甲{a}", "甲{a}]", "[甲[{a}]]", "<甲{a}", "甲{A}", "甲{}", "甲|乙"]
)
def test_a_clause_that_breaks_the_grammar_is_refused_with_its_text(broken: str) -> None:
    with pytest.raises(TemplateError, match=r"分句|花括号"):
        parse(broken)


def test_braces_around_what_is_no_indicator_stay_words() -> None:
    assert live("甲{nobody}乙{a}", having("a")) == (Words("甲{nobody}乙"), Placeholder("a"))


def test_a_sentence_with_a_hole_is_held_back_and_told() -> None:
    text = "开展检查{checks}。查出隐患{found}，立即整改。大家满意。\n第二段{found}。"
    told = complete_sentences(text, having("checks", "found"), having("checks"))
    assert told.paragraphs == ((Words("开展检查"), Placeholder("checks"), Words("。大家满意。")),)
    assert told.held_back == ("查出隐患{found}，立即整改。", "第二段{found}。")


def test_a_closing_quote_stays_with_its_sentence() -> None:
    told = complete_sentences("主席说：“共{a}。”好。", having("a"), having())
    assert told.held_back == ("主席说：“共{a}。”",)
    assert told.paragraphs == ((Words("好。"),),)
