"""Texts within a sentence of ours: quoted, shortened, an excerpt of a longer one."""

import pytest

from unionapp.text import excerpt, inner_quotes, quoted, sentence_around, shortened


def test_a_quotation_within_a_quotation_has_single_marks() -> None:
    assert f"“{inner_quotes('开展“送温暖”活动')}”" == "“开展‘送温暖’活动”"


@pytest.mark.parametrize(
    ("text", "shown"), [("", ""), ("走访职工", "走访职工"), ("走访困难职工", "走访困…")]
)
def test_a_shortened_text_is_never_longer_than_asked(text: str, shown: str) -> None:
    assert shortened(text, 4) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        (0, 4, "走访职工…"),
        (2, 6, "…职工三户"),
        (2, 4, "…职工…"),
        (-3, 9, "走访职工三户"),
        (-2, 2, "走访…"),
    ],
)
def test_an_excerpt_says_where_the_text_goes_on(start: int, end: int, shown: str) -> None:
    assert excerpt("走访职工三户", start, end) == shown


def test_what_is_quoted_stands_on_one_line_and_is_cut_where_it_is_long() -> None:
    assert quoted("走访\n职工") == "“走访 职工”"
    assert quoted("一" * 17) == f"“{'一' * 16}…”"


def test_a_place_stands_in_one_sentence_of_a_text() -> None:
    text = "走访职工。慰问职工，送去慰问金；办好实事。"
    assert sentence_around(text, text.index("送去")) == "慰问职工，送去慰问金"
    assert sentence_around(text, 0) == "走访职工"
    assert sentence_around(text, len(text)) == "办好实事。"


def test_marks_that_stand_twice_go_with_the_words_before_them() -> None:
    assert sentence_around("慰问职工。走访职工。，", len("慰问职工。走访职工")) == "走访职工。，"
