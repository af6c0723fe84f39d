"""A pasted text made one of ours."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unionapp.text import clean, joined, tidied


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
            "\u00a0\u00a0一年来。\u2003\u2003走访。\u00a0 \u00a0 慰问，\u2003\u2003补助。",
            "一年来。\n走访。\n慰问，补助。",
            "2 处缩进已另起一段；已去掉 2 处缩进",
        ),
        (
            "\uf0b7 走访。\n\uf0d8\t慰问。\nl\t补助。\nØ\t检查。\n§\t竞赛。",
            "走访。\n慰问。\n补助。\n检查。\n竞赛。",
            "已去掉 5 个段前的符号",
        ),
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
        "n 次方，unit 一 u",
        "l\t12\t30",
        "走访\u00a0慰问",
        "走访。\n— 3 —\n补助。",
        "- 12 -",
    ],
)
def test_what_is_no_bullet_and_no_indent_stays(text: str) -> None:
    tidied_text = tidied(text)
    assert (tidied_text.text, tidied_text.message) == (text, "")


BROKEN = """\
　　今年以来，街道总工会在区总工会的正确领导下，坚持以习近平新时代中国
特色社会主义思想为指导，发展会员1284人，组建工会12家。服务职工，一
年来走访职工家庭。
　　一、加强组织建设
　　全年新组建企业工会12家，其中百人以上企业4家，新发展会员1284人次。
联合工会3家。"""


def test_lines_that_a_pdf_has_broken_can_be_joined_to_paragraphs() -> None:
    assert joined(BROKEN) == (
        "今年以来，街道总工会在区总工会的正确领导下，坚持以习近平新时代中国"
        "特色社会主义思想为指导，发展会员1284人，组建工会12家。服务职工，一"
        "年来走访职工家庭。\n一、加强组织建设\n"
        "全年新组建企业工会12家，其中百人以上企业4家，新发展会员1284人次。联合工会3家。"
    )
    assert joined(joined(BROKEN)) == ""


def test_between_two_latin_words_a_space_is_left() -> None:
    text = "本次比赛，全称为翠竹街道二〇二五年度职工运动会 The Union\nCup，由工会承办。"
    assert "The Union Cup，由" in joined(text)


@pytest.mark.parametrize(
    "text",
    [
        "走访职工，\n发放慰问金。",
        "深圳市翠竹街道水贝珠宝有限公司工会委员会\n深圳市翠竹街道翠锦社区联合工会委员会",
        "全年新组建企业工会12家，发展会员1284人。\n全年走访困难职工120户，发放慰问金12万元。",
        "1. 全年新组建企业工会12家，发展会员1284人次\n2. 全年走访困难职工120户，发慰问金12万元",
        "全年新组建企业工会12家，发展会员1284人次；\n\n全年走访困难职工120户，发慰问金12万元",
        "全年新组建企业工会12家，发展会员1284人次\n- 12 -",
        "　　走访职工。\n　　全年新组建企业工会12家，发展会员1284人次。\n建功立业促发展",
        "　　走访职工。\n　　全年新组建企业工会12家，发展会员1284人次。\n【建功立业】",
        "",
        "\n\n",
    ],
)
def test_lines_that_people_have_ended_are_not_to_be_joined(text: str) -> None:
    assert joined(text) == ""


LINES = st.lists(st.text(st.sampled_from("工会，。 \u3000a1、"), max_size=40), max_size=8)


@given(LINES.map("\n".join))
def test_joining_lines_takes_no_letter(text: str) -> None:
    if whole := joined(text):
        assert "".join(whole.split()) == "".join(clean(text).text.split())
        assert joined(whole) == "" or len(joined(whole).split("\n")) < len(whole.split("\n"))
