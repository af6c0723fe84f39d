"""A pasted text made one of ours."""

import pytest

from unionapp.text import tidied


@pytest.mark.parametrize(
    ("text", "tidy", "told"),
    [
        (
            "补助32人次。　　一年来，走访职工。",
            "补助32人次。\n一年来，走访职工。",
            "1 处缩进已另起一段",
        ),
        (
            "　　一年来，走访职工。\n　　补助职工。",
            "一年来，走访职工。\n补助职工。",
            "已去掉 2 处缩进",
        ),
        ("走访职工，　　补助职工。", "走访职工，补助职工。", "已去掉 1 处缩进"),
        ("· 走访职工。\n◆补助职工。", "走访职工。\n补助职工。", "已去掉 2 个段前的符号"),
        (
            "　　• 走访\u200b职工。",
            "走访职工。",
            "已清除 1 个不可见字符；已去掉 1 处缩进；已去掉 1 个段前的符号",
        ),
    ],
)
def test_bullets_and_indents_go_and_that_is_told(text: str, tidy: str, told: str) -> None:
    tidied_text = tidied(text)
    assert (tidied_text.text, tidied_text.message) == (tidy, told)
    assert tidied(tidy).text == tidy


@pytest.mark.parametrize(
    "text",
    [
        "王　刚和李　　明受到表彰。",
        "——走访职工。",
        "走访职工。 补助职工。",
        "- ",
        "一、走访\n1. 补助",
        "××厂",
    ],
)
def test_what_is_no_bullet_and_no_indent_stays(text: str) -> None:
    tidied_text = tidied(text)
    assert (tidied_text.text, tidied_text.message) == (text, "")
