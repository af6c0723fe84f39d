"""The sentences of indicators that the secretary has added."""

import pytest

from tests.samples import TEMPLATE, value
from unionapp.derive import figures
from unionapp.draft import Change, Draft, EditPath, Room
from unionapp.outline import changed
from unionapp.prose import spoken_text
from unionapp.values import Typed


def told(name: str, kind: str, unit: str, typed: Typed) -> str:
    declared = Change(EditPath(Room.OWN_INDICATORS, "plans"), (("own_1", name, kind, unit),))
    found = figures(changed(Draft(TEMPLATE), [declared, value("own_1", typed)]))
    item = next(item for item in found.draft.template.items if item.id == "plans")
    return spoken_text(found, item)


@pytest.mark.parametrize(
    ("name", "kind", "unit", "typed", "sentence"),
    [
        ("食堂满意度测评", "count", "次", "2", "开展食堂满意度测评2次。"),
        ("消防演练", "count", "场", "两", "开展消防演练2场。"),
        ("组织消防演练", "count", "场", "2", "组织消防演练2场。"),
        ("走访困难职工", "count", "户", "12", "走访困难职工12户。"),
        ("安全事故", "count", "次", "1", "安全事故共1次。"),
        ("职工健身房", "count", "个", "3", "职工健身房共3个。"),
        ("食堂就餐职工", "count", "人次", "20余", "食堂就餐职工共20余人次。"),
        ("食堂补贴", "money", "元", "3.6万", "食堂补贴共计36000元。"),
        ("发放食堂补贴", "money", "元", "36000", "发放食堂补贴36000元。"),
        ("食堂满意率", "rate", "%", "95%以上", "食堂满意率为95%以上。"),
        ("食堂改造", "text", "", "已完成主体工程", "食堂改造：已完成主体工程。"),
        ("开放时间", "date", "", "5月", "开放时间：5月。"),
        ("食堂新菜", "list", "", ("甲", "乙"), "食堂新菜包括甲、乙。"),
        ("职工大会", "frequency", "", "每半年一次", "职工大会每半年一次。"),
    ],
)
def test_an_added_indicator_is_told_in_a_sentence(
    name: str, kind: str, unit: str, typed: Typed, sentence: str
) -> None:
    assert told(name, kind, unit, typed) == sentence


def test_a_name_with_signs_of_a_clause_is_told_as_it_is() -> None:
    assert told("食堂[新]", "count", "个", "1") == "食堂［新］共1个。"
