"""What changed since the papers were last written."""

from tests.samples import WHO, filled, narrative, value
from unionapp.derive import Figures
from unionapp.draft import Change, EditPath, Room
from unionapp.since import differences

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
    renamed = filled(Change(EditPath(Room.TITLE, "plans"), "来年"))
    assert ("章的标题", "下一步打算", "来年") in told(filled(), renamed)
    gone = filled(Change(EditPath(Room.OFF, "plans"), "1"))
    assert ("章的标题", "下一步打算", "（没有）") in told(filled(), gone)


def test_a_note_is_told() -> None:
    now = filled(Change(EditPath(Room.NOTE, "found"), "含分厂"))
    assert told(filled(), now) == [("查出隐患的备注", "（没有）", "含分厂")]
