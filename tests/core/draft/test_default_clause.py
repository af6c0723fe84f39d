"""The sentences of indicators that the secretary has added."""

import pytest

from tests.support.samples import TEMPLATE, value
from unionapp.draft import Change, Draft, EditPath, Slot, changed
from unionapp.figures import figures
from unionapp.values import Typed


def told(name: str, kind: str, unit: str, typed: Typed) -> str:
    declared = Change(
        EditPath(Slot.CUSTOM_INDICATORS, "plans"), (("custom_1", name, kind, unit, ""),)
    )
    found = figures(changed(Draft(TEMPLATE), [declared, value("custom_1", typed)]))
    item = next(item for item in found.draft.template.items if item.id == "plans")
    return found.text(item).rendered_text


@pytest.mark.parametrize(
    ("name", "kind", "unit", "typed", "sentence"),
    [
        ("食堂满意度测评", "count", "次", "2", "开展食堂满意度测评2次。"),
        ("消防演练", "count", "场", "两", "开展消防演练2场。"),
        ("组织消防演练", "count", "场", "2", "组织消防演练共2场。"),
        ("走访困难职工", "count", "户", "12", "走访困难职工共12户。"),
        ("安全事故", "count", "次", "1", "安全事故共1次。"),
        ("职工健身房", "count", "个", "3", "职工健身房共3个。"),
        ("食堂就餐职工", "count", "人次", "20余", "食堂就餐职工共20余人次。"),
        ("食堂补贴", "money", "元", "3.6万", "食堂补贴共计36000元。"),
        ("发放食堂补贴", "money", "元", "36000", "发放食堂补贴共计36000元。"),
        ("发放礼包", "count", "份", "12", "发放礼包共12份。"),
        ("服务窗口", "count", "个", "12", "服务窗口共12个。"),
        ("检查组", "count", "个", "12", "检查组共12个。"),
        ("培训基地", "count", "个", "12", "培训基地共12个。"),
        ("发展对象", "count", "名", "12", "发展对象共12名。"),
        ("共青团员", "count", "人", "12", "共青团员共12人。"),
        ("组织机构", "count", "个", "12", "组织机构共12个。"),
        ("表彰会", "count", "次", "12", "表彰会共12次。"),
        ("服务时长", "count", "小时", "12", "服务时长共12小时。"),
        ("购置费", "money", "元", "3000", "购置费共计3000元。"),
        ("帮扶资金", "money", "元", "3000", "帮扶资金共计3000元。"),
        ("共有图书", "count", "册", "12", "共有图书12册。"),
        ("各项支出合计", "money", "元", "3000", "各项支出合计3000元。"),
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
