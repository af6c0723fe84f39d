"""Texts: what is held back, left out or broken off."""

import pytest

from tests.support.findings import finding_of, rules
from tests.support.samples import filled, narrative
from unionapp.checks import Severity, check


def test_a_sentence_that_was_held_back_is_told_with_what_is_missing() -> None:
    finding = finding_of(filled(narrative("aid", "今年补助{cases}。")), "held_back")
    assert "今年补助" in finding.message
    assert "困难补助" in finding.message


def test_a_held_back_sentence_is_named_by_its_item_and_its_first_words() -> None:
    text = "{cases}、金额{amount}。工会“送温暖”走访慰问困难职工和劳动模范，共{cases}。"
    found = check(filled(narrative("aid", text), amount="900"))
    first, second = (each.message for each in found if each.rule == "held_back")
    assert first.startswith("“困难帮扶”里的“［困难补助］、金额900元。”这句话没有印出")
    assert second.startswith("“困难帮扶”里的“工会‘送温暖’走访慰问困难职工和劳动模范…”这句话")
    assert second.endswith("因为“困难补助”待填。")


def test_a_sentence_is_not_said_to_be_blank_when_its_figure_is_withheld() -> None:
    finding = finding_of(filled(narrative("aid", "今年补助{cases}。"), cases="不公开"), "held_back")
    assert "“困难补助”不公开" in finding.message


@pytest.mark.parametrize("left", ["{nobody}", "{recipient}", "待填", "××余万元", "**人次"])
def test_what_stands_in_a_text_for_a_figure_is_found(left: str) -> None:
    assert left in finding_of(filled(narrative("aid", f"今年补助{left}。")), "leftover").message


@pytest.mark.parametrize("text", ["走访××市职工3人。", "3×4米。", "受助人王××。"])
def test_a_name_with_a_mask_is_no_leftover(text: str) -> None:
    assert "leftover" not in rules(filled(narrative("aid", text)))


def test_a_figure_that_the_narrative_leaves_out_is_hinted_at() -> None:
    figures = filled(narrative("aid", "补助{cases}。"), cases="3", amount="900")
    assert [f.where.id for f in check(figures) if f.rule == "untold"] == ["amount"]


def test_a_figure_whose_clause_waits_for_another_is_hinted_at() -> None:
    assert [f.where.id for f in check(filled(amount="900")) if f.rule == "untold"] == ["amount"]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("办理补助{cases}，其中", "办理补助6人次，其中"),
        ("办理补助，其中。", "办理补助，其中。"),
        ("走访困难职工", "走访困难职工"),
        ("走访职工、", "走访职工、"),
        ("走访了一批生活上确有困难的职工，", "…批生活上确有困难的职工，"),
        ("主要做法有：", "主要做法有："),
        ("走访职工，\n办理补助。", "走访职工，"),
        ("办理补助{cases}", "办理补助6人次"),
        ("他说：“好”", "他说：‘好’"),
    ],
)
def test_a_text_that_breaks_off_is_told_with_its_last_words(text: str, last: str) -> None:
    found = finding_of(filled(narrative("aid", text), cases="6"), "unfinished")
    assert found.message == (
        f"“困难帮扶”的正文写到“{last}”就停了，像是没有写完；请写完，或补上句号。"
    )
    assert (found.where.id, found.severity) == ("aid", Severity.WARNING)


@pytest.mark.parametrize(
    "text",
    [
        "办理补助。",
        "大家说：“好！”",
        "（办理补助6人次。）",
        "主要做法有：\n一、走访职工；\n二、办理补助。",
        "一、走访\n走访职工。",
        "办理补助……",
        "",
    ],
)
def test_nothing_is_told_of_a_text_that_comes_to_its_end(text: str) -> None:
    found = rules(filled(narrative("aid", text), cases="6", amount="5"))
    assert not {"unfinished", "doubled_mark"} & {*found}


@pytest.mark.parametrize("marks", ["，，", "。。", "，。", "、，", "！。"])
def test_marks_typed_twice_are_quoted(marks: str) -> None:
    found = finding_of(filled(narrative("aid", f"走访职工{marks}办理补助。")), "doubled_mark")
    assert f"“走访职工{marks}”的标点重了" in found.message


def test_the_sentence_around_a_doubled_mark_is_looked_for_nearby() -> None:
    evidence = finding_of(
        filled(narrative("aid", "甲" * 10_000 + "，，乙。")), "doubled_mark"
    ).evidence
    assert evidence[0].endswith("甲，，")
    assert len(evidence[0]) < 1000
