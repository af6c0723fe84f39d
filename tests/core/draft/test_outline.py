"""The outline of a draft: what the secretary makes of the template."""

from tests.support.samples import TEMPLATE, filled, narrative
from unionapp.checks import check
from unionapp.draft import SECTIONS, Change, EditPath, Slot, outlined
from unionapp.figures import Figures
from unionapp.paper import Attachment, Heading, Paragraph, compose
from unionapp.values import State, Typed


def change(slot: Slot, id_: str, typed: Typed) -> Change:
    return Change(EditPath(slot, id_), typed)


def lines(figures: Figures) -> list[str]:
    return [
        f"{block.number}{block.text}" if isinstance(block, Heading) else block.text
        for block in compose(figures).blocks
        if isinstance(block, Heading | Paragraph)
    ]


def test_without_edits_the_outline_is_the_template_itself() -> None:
    assert outlined(TEMPLATE, {}) is TEMPLATE
    assert filled(found="3").draft.template is TEMPLATE


def test_a_heading_and_a_unit_can_be_reworded() -> None:
    reworded = (
        change(Slot.TITLE, "care", "关心职工生活"),
        change(Slot.UNIT, "cases", "人"),
    )
    assert lines(filled(*reworded, cases="3")) == ["一、关心职工生活", "办理困难补助3人。"]


def test_a_heading_made_empty_is_the_templates_again() -> None:
    assert lines(filled(change(Slot.TITLE, "care", " "), cases="3"))[0] == "一、服务职工"


def test_a_section_that_is_switched_off_is_not_printed_and_numbers_follow() -> None:
    off = change(Slot.OFF, "safety", "1")
    assert lines(filled(off, found="3", cases="3")) == ["一、服务职工", "办理困难补助3人次。"]


def test_what_is_switched_off_keeps_its_answers_for_when_it_is_switched_on() -> None:
    figures = filled(change(Slot.OFF, "safety", "1"), found="3")
    assert figures.draft.text(Slot.VALUE, "found") == "3"
    assert "found" not in figures.blank()


def test_sections_and_items_print_in_the_order_that_was_chosen() -> None:
    order = (
        change(Slot.ORDER, SECTIONS, ("plans", "care")),
        change(Slot.ORDER, "care", ("unions", "aid")),
    )
    text = lines(filled(*order, narrative("plans", "好。"), found="1", cases="2", new_unions="3"))
    assert [line for line in text if "、" in line or "（" in line] == [
        "一、下一步打算",
        "二、服务职工",
        "（一）新建工会",
        "（二）困难帮扶",
        "三、安全生产",
    ]


def test_a_custom_section_with_a_custom_item_and_indicator_prints_and_counts() -> None:
    own = (
        change(Slot.CUSTOM_SECTION, "custom_1", "志愿服务"),
        change(Slot.CUSTOM_ITEM, "custom_2", ("custom_1", "学雷锋")),
        change(
            Slot.CUSTOM_INDICATORS, "custom_2", (("custom_3", "组织志愿活动", "count", "场", ""),)
        ),
    )
    figures = filled(*own, custom_3="12")
    assert lines(figures) == ["一、志愿服务", "组织志愿活动共12场。"]
    assert any(row[1].text == "组织志愿活动" for row in compose(figures).statistics.rows)
    assert "custom_3" in filled(*own).blank()


def test_a_custom_table_becomes_an_attachment() -> None:
    own = (
        change(Slot.CUSTOM_INDICATORS, "plans", (("custom_1", "任务表", "table", "", ""),)),
        change(
            Slot.CUSTOM_COLUMNS,
            "custom_1",
            (("custom_2", "任务", "text", "", ""), ("custom_3", "人数", "count", "人", "")),
        ),
    )
    document = compose(filled(*own, custom_1=(("学习", "3"), ("培训", "4"))))
    attachments = [block for block in document.blocks if isinstance(block, Attachment)]
    assert attachments[0].title == "任务表"
    assert attachments[0].table.totals[-1].text == "7"


def test_a_sentence_about_a_figure_that_was_switched_off_is_held_back() -> None:
    text = narrative("plans", "明年查{found}。再接再厉。")
    figures = filled(change(Slot.OFF, "safety", "1"), text, found="3")
    assert lines(figures)[-1] == "再接再厉。"
    assert any("查出隐患" in finding.message for finding in check(figures))


def test_nothing_derives_from_or_relates_to_what_was_switched_off() -> None:
    figures = filled(change(Slot.OFF, "aid", "1"), change(Slot.OFF, "safety", "1"), fixed="9")
    assert figures.value("fixed_rate").state is State.BLANK
    assert check(figures) == ()


def test_an_edit_about_what_the_template_does_not_have_is_passed_over() -> None:
    strange = (
        change(Slot.TITLE, "nobody", "甲"),
        change(Slot.ORDER, SECTIONS, ("nobody",)),
        change(Slot.CUSTOM_ITEM, "custom_1", "no tuple"),
        change(
            Slot.CUSTOM_INDICATORS,
            "plans",
            (("custom_2", "甲", "nonsense", "", ""), ("too", "short")),
        ),
        change(Slot.CUSTOM_SECTION, "custom_3", ("no", "text")),
    )
    assert lines(filled(*strange, cases="3")) == ["一、服务职工", "办理困难补助3人次。"]
