"""Words and marks said twice where a figure meets the words around it."""

import pytest

from tests.support.samples import filled, narrative
from unionapp.checks import Severity, check
from unionapp.checks.seams import check_seams
from unionapp.figures import Figures


def told(figures: Figures) -> list[tuple[str, str]]:
    return [(each.where.id, each.message) for each in check_seams(figures)]


@pytest.mark.parametrize(
    ("text", "entry", "quoted", "word"),
    [
        ("组织职工学习{new_list}。", "学习党的精神", "组织职工学习学习党的精神", "学习"),
        ("讨论{new_list}。", "讨论《绩效方案》", "讨论讨论《绩效方案》", "讨论"),
        ("新建{new_list}工会。", "甲厂工会", "甲厂工会工会。", "工会"),
        ("新建{new_list}等工会。", "甲厂等", "甲厂等等工会。", "等"),
        (
            "举办职工运动会{new_list}。",
            "职工运动会开幕",
            "举办职工运动会职工运动会开幕",
            "职工运动会",
        ),
    ],
)
def test_a_word_that_both_the_sentence_and_the_entry_have_is_quoted(
    text: str, entry: str, quoted: str, word: str
) -> None:
    figures = filled(narrative("unions", text), new_list=((entry, "3"),))
    message = f"“新建工会”的正文里“{quoted}”把“{word}”写了两遍，请删去一个。"
    assert told(figures) == [("new_list", message)]
    assert all(each.severity is Severity.WARNING for each in check_seams(figures))


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("组织职工学习{new_list}。", "党的精神，学习先进"),
        ("走访一批又一批{new_list}。", "职工"),
        ("慰问职工人{new_list}。", "人参与"),
        ("{new_list}共{new_unions}。", "甲厂"),
    ],
)
def test_words_that_are_said_once_are_not(text: str, entry: str) -> None:
    figures = filled(narrative("unions", text), new_unions="1", new_list=((entry, "3"),))
    assert told(figures) == []


def test_a_mark_at_the_end_of_an_entry_and_after_it_is_told_of_in_a_suggested_text() -> None:
    figures = filled(new_list=(("甲厂。", "3"),))
    assert told(figures) == [("new_list", "“新建工会”的正文里“甲厂。。”的标点重了，请删去多余的。")]


def test_a_mark_that_stands_twice_in_an_own_text_is_told_of_once() -> None:
    figures = filled(narrative("unions", "有{new_list}。"), new_list=(("甲厂。", "3"),))
    marks = [each.rule for each in check(figures) if each.rule in ("doubled_mark", "seam_mark")]
    assert marks == ["doubled_mark"]
