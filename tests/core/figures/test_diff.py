"""What changed since the papers were last written."""

import pytest

from tests.support.samples import WHO, filled, narrative, value
from unionapp.checks import check, explanation_path
from unionapp.draft import SECTIONS, Change, EditPath, Slot
from unionapp.figures import Figures, differences, figures_after
from unionapp.paper import Edition, paper_of

THEN = {**WHO, "found": "118", "fixed": "115"}


def told(before: Figures, now: Figures) -> list[tuple[str, str, str]]:
    return [(each.name, each.before, each.now) for each in differences(before, now)]


def test_nothing_changed_nothing_is_told() -> None:
    assert told(filled(**THEN), filled(**THEN)) == []


def test_a_figure_and_what_follows_from_it_are_told_old_and_new() -> None:
    now = filled(**(THEN | {"fixed": "118"}))
    assert told(filled(**THEN), now) == [
        ("已整改隐患", "115项", "118项"),
        ("整改率", "97.46%", "100%"),
    ]


def test_a_blank_and_a_state_are_told_by_their_words() -> None:
    assert told(filled(**THEN), filled(**(THEN | {"cases": "无此项"}))) == [
        ("困难补助", "待填", "无此项")
    ]


def test_a_personal_indicator_is_told_in_one() -> None:
    now = filled(value("recipient", "王某", "name"), value("recipient", "一车间", "workplace"))
    assert ("受助职工", "待填", "王某　一车间") in told(filled(), now)


def test_a_table_is_told_by_its_rows() -> None:
    one = filled(new_list=(("甲公司", "12"),))
    two = filled(new_list=(("甲公司", "12"), ("乙公司", "3")))
    other = filled(new_list=(("甲公司", "13"),))
    assert ("新建工会名单", "1行", "2行") in told(one, two)
    assert ("新建工会名单", "1行", "1行（内容有改动）") in told(one, other)


def test_a_text_is_told_by_the_part_that_changed() -> None:
    start, end = "全年工作平稳有序开展。", "职工反映良好，明年继续。"
    before = filled(narrative("plans", f"{start}开展培训三次。{end}"))
    now = filled(narrative("plans", f"{start}开展竞赛三次。{end}"))
    assert told(before, now) == [
        (
            "明年打算正文",
            "…稳有序开展。开展培训三次。职工反映良…",
            "…稳有序开展。开展竞赛三次。职工反映良…",
        )
    ]


def test_a_text_that_says_the_same_with_another_figure_is_told_by_the_figure_alone() -> None:
    text = narrative("safety", "查出隐患{found}。")
    before, now = filled(text, found="118"), filled(text, found="119")
    assert told(before, now) == [("查出隐患", "118项", "119项")]


def test_a_suggested_sentence_that_came_with_its_figure_is_told() -> None:
    names = [name for name, _, _ in told(filled(), filled(cases="5"))]
    assert names == ["困难补助", "困难帮扶正文"]


def test_a_renamed_and_a_removed_section_are_told() -> None:
    renamed = filled(Change(EditPath(Slot.TITLE, "plans"), "来年"))
    assert ("章的标题", "下一步打算", "来年") in told(filled(), renamed)
    gone = filled(Change(EditPath(Slot.OFF, "plans"), "1"))
    assert ("章的标题", "下一步打算", "（没有）") in told(filled(), gone)


def test_a_note_is_told() -> None:
    now = filled(Change(EditPath(Slot.NOTE, "found"), "含分厂"))
    assert told(filled(), now) == [("查出隐患的备注", "（没有）", "含分厂")]


def test_a_moved_section_is_told() -> None:
    moved = Change(EditPath(Slot.ORDER, SECTIONS), ("care", "safety", "plans"))
    assert told(filled(), filled(moved)) == [
        ("各章的顺序", "安全生产、服务职工", "服务职工、安全生产")
    ]
    assert differences(filled(), filled(moved))[0].id == "care"


def test_a_moved_item_is_told() -> None:
    moved = Change(EditPath(Slot.ORDER, "care"), ("unions", "aid"))
    assert told(filled(), filled(moved)) == [
        ("“服务职工”各条的顺序", "困难帮扶、新建工会", "新建工会、困难帮扶")
    ]


def test_an_order_says_nothing_of_what_was_left_out() -> None:
    gone = Change(EditPath(Slot.OFF, "safety"), "1")
    assert not [name for name, _, _ in told(filled(), filled(gone)) if "顺序" in name]


def test_an_explanation_of_a_finding_is_told() -> None:
    reason = Change(EditPath(Slot.REASON, "found", "total_1"), "1项跨年")
    assert told(filled(**THEN), filled(reason, **THEN)) == [
        ("查出隐患的原因说明", "（没有）", "1项跨年")
    ]
    text = Change(EditPath(Slot.REASON, "plans"), "今年不写")
    assert told(filled(text), filled()) == [("明年打算正文的原因说明", "今年不写", "（没有）")]


def test_last_years_figure_is_told() -> None:
    last = Change(EditPath(Slot.PREVIOUS, "found"), "100")
    assert told(filled(**THEN), filled(last, **THEN)) == [("上年查出隐患", "（没有）", "100项")]


def test_what_was_confirmed_is_told_once() -> None:
    mark = Change(EditPath(Slot.CARRIED, "plans"), "1")
    text = narrative("plans", "继续。")
    assert told(filled(mark, text), filled(text)) == [
        ("明年打算正文", "从上年带来，待确认", "已确认")
    ]
    changed_text = told(filled(mark, text), filled(narrative("plans", "不再继续。")))
    assert [name for name, _, _ in changed_text] == ["明年打算正文"]


OWN = (
    Change(EditPath(Slot.CUSTOM_SECTION, "custom_1"), "新的一章"),
    Change(EditPath(Slot.CUSTOM_ITEM, "custom_5"), ("custom_1", "新的一章")),
    narrative("custom_5", "写了一段。"),
    Change(EditPath(Slot.CUSTOM_ITEM, "custom_2"), ("care", "新的一条")),
    Change(EditPath(Slot.CUSTOM_INDICATORS, "custom_2"), (("custom_3", "名单", "table", "", ""),)),
    Change(EditPath(Slot.CUSTOM_COLUMNS, "custom_3"), (("custom_4", "名称", "text", "", ""),)),
    value("custom_3", (("甲",),)),
)
CHANGED = {
    Slot.VALUE: value("cases", "9"),
    Slot.PREVIOUS: Change(EditPath(Slot.PREVIOUS, "found"), "100"),
    Slot.AS_OF: Change(EditPath(Slot.AS_OF, "found"), "11月底"),
    Slot.NOTE: Change(EditPath(Slot.NOTE, "plans"), "已请示"),
    Slot.SOURCE: Change(EditPath(Slot.SOURCE, "found"), "月报"),
    Slot.REASON: None,
    Slot.NARRATIVE: narrative("plans", "明年继续。"),
    Slot.CARRIED: Change(EditPath(Slot.CARRIED, "plans"), "1"),
    Slot.TITLE: Change(EditPath(Slot.TITLE, "aid"), "帮扶"),
    Slot.UNIT: Change(EditPath(Slot.UNIT, "cases"), "次"),
    Slot.OFF: Change(EditPath(Slot.OFF, "safety"), "1"),
    Slot.ORDER: Change(EditPath(Slot.ORDER, "care"), ("unions", "aid")),
    Slot.CUSTOM_SECTION: Change(EditPath(Slot.CUSTOM_SECTION, "custom_1"), "另一章"),
    Slot.CUSTOM_ITEM: Change(EditPath(Slot.CUSTOM_ITEM, "custom_2"), ("care", "另一条")),
    Slot.CUSTOM_INDICATORS: Change(
        EditPath(Slot.CUSTOM_INDICATORS, "custom_2"), (("custom_3", "另一名单", "table", "", ""),)
    ),
    Slot.CUSTOM_COLUMNS: Change(
        EditPath(Slot.CUSTOM_COLUMNS, "custom_3"), (("custom_4", "另一名称", "text", "", ""),)
    ),
}


@pytest.mark.parametrize("slot", list(Slot))
def test_whatever_changes_a_paper_is_told(slot: Slot) -> None:
    care = (value("cases", "6"), value("amount", "900"), value("new_list", (("甲公司", "12"),)))
    known = filled(*OWN, *care, found="118", fixed="115", open="2")
    finding = next(each for each in check(known) if each.rule == "total")
    change = CHANGED[slot] or Change(explanation_path(finding), "1项跨年")
    after = figures_after(known, [change])
    papers = [paper_of(each, Edition.FILE).document for each in (known, after)]
    assert papers[0] != papers[1]
    assert differences(known, after)
