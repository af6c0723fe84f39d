"""Findings that are explained, each for itself."""

from dataclasses import replace

import pytest

from tests.support.samples import filled, narrative, value
from unionapp.checks import (
    Finding,
    Severity,
    can_be_explained,
    check,
    explanation_of,
    explanation_path,
    unexplained,
)
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures, own_particulars


def unequal(*changes: Change, fixed: str = "115") -> tuple[Figures, Finding]:
    """Hazards that do not add up, and the finding about them."""
    figures = filled(*changes, found="118", fixed=fixed, open="2")
    (finding,) = (each for each in check(figures) if each.rule == "total")
    return figures, finding


def explained(finding: Finding, text: str) -> Change:
    return Change(explanation_path(finding), text)


def left_at(figures: Figures, id_: str) -> list[str]:
    """The rules of what is still unexplained at a place."""
    return [each.rule for each in unexplained(figures, check(figures)) if each.where.id == id_]


def test_a_reason_explains_what_was_found() -> None:
    figures, finding = unequal()
    assert finding in unexplained(figures, check(figures))
    figures, finding = unequal(explained(finding, "有1项跨年整改"))
    assert explanation_of(figures, finding) == "有1项跨年整改"
    assert finding not in unexplained(figures, check(figures))


def test_a_reason_says_nothing_of_other_figures_at_its_place() -> None:
    _, finding = unequal()
    figures, later = unequal(explained(finding, "有1项跨年整改"), fixed="15")
    assert later in unexplained(figures, check(figures))


def test_a_reason_says_nothing_of_what_another_rule_finds_at_its_place() -> None:
    _, finding = unequal()
    figures, _ = unequal(explained(finding, "有1项跨年整改"), narrative("safety", "查出隐患。"))
    assert left_at(figures, "found") == ["untold"]


def test_what_is_found_again_as_it_was_is_still_explained() -> None:
    _, finding = unequal()
    figures, again = unequal(explained(finding, "有1项跨年整改"), value("cases", "无"))
    assert again == finding
    assert again not in unexplained(figures, check(figures))


def test_another_heading_leaves_a_finding_explained() -> None:
    text = narrative("plans", "走访××家。")
    (finding,) = (each for each in check(filled(text)) if each.rule == "leftover")
    heading = Change(EditPath(Slot.TITLE, "plans"), "2023年打算")
    renamed = filled(text, explained(finding, "保密"), heading)
    (again,) = (each for each in check(renamed) if each.rule == "leftover")
    assert again.message != finding.message
    assert again not in unexplained(renamed, check(renamed))


def test_another_wording_of_a_check_leaves_a_finding_explained() -> None:
    _, finding = unequal()
    figures, _ = unequal(explained(finding, "有1项跨年整改"))
    reworded = replace(finding, message="2项未改、115项已改，合计117项，与118项相差1项（第3条）。")
    assert explanation_of(figures, reworded) == "有1项跨年整改"
    assert unexplained(figures, [reworded]) == ()


def test_each_word_that_is_found_at_a_place_is_explained_for_itself() -> None:
    (finding,) = (
        each for each in check(filled(narrative("safety", "查出××项。"))) if each.rule == "leftover"
    )
    figures = filled(explained(finding, "保密"), narrative("safety", "查出××项，整改□□项。"))
    left = [each for each in unexplained(figures, check(figures)) if each.rule == "leftover"]
    assert [each.evidence for each in left] == [("□□项",)]


def test_this_years_figure_and_last_years_are_explained_each_for_itself() -> None:
    last_year = Change(EditPath(Slot.PREVIOUS, "amount"), ".98")
    figures = filled(last_year, amount=".98")
    found = [each for each in check(figures) if each.rule == "leading_zero"]
    assert len({explanation_path(each) for each in found}) == len(found) == 2


def test_a_finding_of_another_place_or_with_other_evidence_is_another_to_explain() -> None:
    def path(id_: str, *evidence: str) -> EditPath:
        where = EditPath(Slot.VALUE, id_)
        return explanation_path(Finding("rule", Severity.HINT, "", where, evidence))

    assert path("found", "118项", "2项") == path("found", "118项", "2项")
    others = [path("open", "118项", "2项"), path("found", "118项"), path("found", "118", "项2项")]
    assert path("found", "118项", "2项") not in others


def test_the_path_of_an_explanation_is_kept_as_it_is_printed() -> None:
    path = explanation_path(unequal()[1])
    assert EditPath.parse(str(path)) == path
    assert (path.slot, path.id) == (Slot.REASON, "found")


def test_a_reason_of_spaces_explains_nothing() -> None:
    figures, finding = unequal(explained(unequal()[1], " 　"))
    assert explanation_of(figures, finding) == ""


def test_what_cannot_be_read_is_never_explained_away() -> None:
    (finding,) = (each for each in check(filled(found="很多很多")) if each.rule == "unreadable")
    figures = filled(explained(finding, "就是很多"), found="很多很多")
    assert not can_be_explained(finding)
    assert finding in unexplained(figures, check(figures))


@pytest.mark.parametrize(
    ("rule", "length", "change"),
    [
        (
            "half_width",
            "wording._PART_OF_CLAUSE",
            narrative("safety", "走访慰问在册困难职工家庭,上门了解他们的实际困难和要求。"),
        ),
        (
            "doubled_unit",
            "wording._LONGEST_AMOUNT",
            narrative("safety", "全年走访慰问在册困难职工5人次人。"),
        ),
        (
            "doubled_word",
            "wording._AROUND",
            narrative("unions", "指导所属单位在这一年里新建{new_list}。"),
        ),
        (
            "unfinished",
            "texts._ENDING",
            narrative("safety", "全年走访慰问在册困难职工家庭，其中"),
        ),
        (
            "doubled_mark",
            "texts._ENDING",
            narrative("safety", "全年走访慰问在册困难职工家庭，，送去慰问金。"),
        ),
        (
            "past_year",
            "years._QUOTE",
            narrative("safety", "2025年走访慰问在册困难职工家庭，送去慰问金和慰问品。"),
        ),
    ],
)
def test_another_length_of_what_is_quoted_leaves_a_finding_explained(
    monkeypatch: pytest.MonkeyPatch, rule: str, length: str, change: Change
) -> None:
    built = value("new_list", (("新建甲", "5"),))
    figures = filled(change, built, year="2026")
    (finding,) = (each for each in check(figures) if each.rule == rule)
    monkeypatch.setattr(f"unionapp.checks.{length}", 2)
    (shorter,) = (each for each in check(figures) if each.rule == rule)
    assert shorter.message != finding.message
    assert explanation_path(shorter) == explanation_path(finding)


def test_no_two_sentences_about_one_place_share_an_explanation() -> None:
    figures = filled(
        narrative("safety", "走访××家，，2025年走访□□家；2025年走访职工人次人。圆满完成,其中"),
        narrative("aid", "培训5人人、6个个，,补助{cases}，补助{amount}。今年补助{recipient}。"),
        narrative("unions", "2025年新建{new_list}等等。2025年新建新建{new_list}。共"),
        Change(EditPath(Slot.PREVIOUS, "found"), ".98"),
        value(
            "new_list",
            (("新建", ".5"), ("新建", ".5"), ("甲", "20余"), ("合计", ""), ("合计", "3")),
        ),
        year="2026",
        found=".97",
        fixed="118",
        open="20",
        new_unions="7",
    )
    found = check(figures)
    told = {(each.rule, each.where, each.message) for each in found}
    assert len(told) > 20
    assert len({explanation_path(each) for each in found}) == len(told)


def test_each_reason_at_a_place_is_told_beside_its_figure() -> None:
    reasons = [Change(EditPath(Slot.REASON, "found", rule), rule) for rule in ("跨年", "另有说明")]
    figures, _ = unequal(*reasons)
    told = dict(own_particulars(figures, figures.indicators["found"]))
    assert set(told["原因说明"].split("；")) == {"跨年", "另有说明"}
