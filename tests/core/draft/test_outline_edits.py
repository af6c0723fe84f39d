"""One action on the outline of a draft: what it changes, and what prints then."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.samples import Clock, filled, narrative, value
from unionapp.draft import (
    Change,
    Changes,
    CustomIndicator,
    Draft,
    EditPath,
    Part,
    Slot,
    custom_indicators,
    filled_columns,
    first_title,
    home_of,
    items,
)
from unionapp.draft.custom_parts import (
    add_indicator,
    add_item,
    add_section,
    change_indicator,
    remove,
)
from unionapp.draft.outline_edits import (
    move,
    move_to,
    rename,
    sections,
    set_unit,
    switch_off,
    switch_on,
)
from unionapp.figures import Figures, figures_after
from unionapp.paper import Heading, Paragraph, compose
from unionapp.storage import open_store
from unionapp.storage.sessions import Session, begin
from unionapp.template import load
from unionapp.values import Kind

FULL = filled(
    narrative("plans", "好。"), found="1", cases="2", new_unions="3", amount="500", fixed="1"
)


def removed(figures: Figures, id_: str) -> Changes:
    """What taking a part away changes, with its figures as they are printed."""
    return remove(figures.draft, id_, figures.printed)


def headings(figures: Figures) -> list[str]:
    blocks = compose(figures).blocks
    return [f"{each.number}{each.text}" for each in blocks if isinstance(each, Heading)]


def paragraphs(figures: Figures) -> list[str]:
    return [each.text for each in compose(figures).blocks if isinstance(each, Paragraph)]


def titles(parts: tuple[Part, ...]) -> list[str]:
    return [part.title for part in parts]


def with_section(figures: Figures, title: str = "志愿服务", after: str = "") -> tuple[str, Figures]:
    added = add_section(figures.draft, title, after)
    return added.id, figures_after(figures, added.changes)


@pytest.mark.parametrize("number", ["八、", "（三）", "3.", "3．", "(3)", "3、", "③"])
def test_a_heading_is_numbered_by_the_paper_and_not_by_what_was_pasted(number: str) -> None:
    (change, *_) = rename(filled().draft, "safety", f"{number}援外医疗队后盾工作")
    assert change.typed == "援外医疗队后盾工作"


def test_a_heading_that_begins_with_a_figure_keeps_it() -> None:
    (change, *_) = rename(filled().draft, "safety", "2026年重点工作")
    assert change.typed == "2026年重点工作"


def test_another_heading_prints_and_an_empty_one_gives_the_templates_back() -> None:
    renamed = figures_after(FULL, rename(FULL.draft, "care", "  关心 职工 "))
    assert "二、关心 职工" in headings(renamed)
    assert first_title(renamed.draft, "care") == "服务职工"
    again = figures_after(renamed, rename(renamed.draft, "care", " "))
    assert again.draft.answers == FULL.draft.answers


def test_another_unit_prints_and_an_empty_one_gives_the_templates_back() -> None:
    reckoned = figures_after(FULL, set_unit(FULL.draft, "cases", "户"))
    assert "办理困难补助2户，金额500元。" in paragraphs(reckoned)
    again = figures_after(reckoned, set_unit(reckoned.draft, "cases", ""))
    assert again.draft.answers == FULL.draft.answers


def test_what_is_switched_off_stays_in_its_place_to_be_switched_on_again() -> None:
    off = figures_after(FULL, switch_off("care"))
    assert [part.off for part in sections(off.draft)] == [False, True, False]
    assert titles(sections(off.draft))[1] == "服务职工"
    assert headings(off) == ["一、安全生产", "二、下一步打算"]
    assert headings(figures_after(off, switch_on("care"))) == headings(FULL)


def test_the_items_of_a_section_that_is_switched_off_are_known_too() -> None:
    off = figures_after(FULL, (*switch_off("care"), *switch_off("aid")))
    assert [part.off for part in items(off.draft, "care")] == [True, False]
    assert items(off.draft, "nowhere") == ()


def test_a_section_moves_past_its_neighbour_and_back() -> None:
    down = figures_after(FULL, move(FULL.draft, "safety", 1))
    assert titles(sections(down.draft)) == ["服务职工", "安全生产", "下一步打算"]
    assert headings(down)[0] == "一、服务职工"
    up = figures_after(down, move(down.draft, "safety", -1))
    assert titles(sections(up.draft)) == titles(sections(FULL.draft))


def test_a_move_passes_over_what_is_switched_off_so_that_it_is_seen() -> None:
    off = figures_after(FULL, switch_off("care"))
    moved = figures_after(off, move(off.draft, "safety", 1))
    assert headings(moved) == ["一、下一步打算", "二、安全生产"]


def test_nothing_moves_beyond_the_ends() -> None:
    assert move(FULL.draft, "safety", -1) == ()
    assert move(FULL.draft, "plans", 1) == ()
    assert move(FULL.draft, "nobody", 1) == ()


def test_an_item_moves_within_its_section() -> None:
    moved = figures_after(FULL, move(FULL.draft, "unions", -1))
    assert titles(items(moved.draft, "care")) == ["新建工会", "困难帮扶"]
    assert home_of(FULL.draft, "unions") == "care"


def test_a_section_is_put_at_a_place() -> None:
    moved = figures_after(FULL, move_to(FULL.draft, "plans", 0))
    assert titles(sections(moved.draft)) == ["下一步打算", "安全生产", "服务职工"]
    assert move_to(FULL.draft, "nobody", 0) == ()
    assert move_to(FULL.draft, "care", 1) == ()


def test_a_preamble_stays_in_front_whatever_moves() -> None:
    draft = Draft(load("enterprise"))
    assert move(draft, "opening", 1) == ()
    assert move(draft, "building", -1) == ()
    (change,) = move_to(draft, "thought", 0)
    assert isinstance(change.typed, tuple)
    assert change.typed[:3] == ("opening", "thought", "building")


def test_a_custom_section_comes_after_another_with_an_item_to_write_in() -> None:
    id_, figures = with_section(FULL, after="safety")
    assert titles(sections(figures.draft)) == ["安全生产", "志愿服务", "服务职工", "下一步打算"]
    assert sections(figures.draft)[1].custom
    (item,) = items(figures.draft, id_)
    written = figures_after(figures, [narrative(item.id, "办了三场。")])
    assert headings(written)[:2] == ["一、安全生产", "二、志愿服务"]
    assert "办了三场。" in paragraphs(written)


def test_the_first_item_of_a_custom_section_is_called_as_the_section() -> None:
    id_, figures = with_section(FULL)
    renamed = figures_after(figures, rename(figures.draft, id_, "学雷锋"))
    assert titles(items(renamed.draft, id_)) == ["学雷锋"]


def test_a_custom_item_comes_after_another() -> None:
    added = add_item(FULL.draft, "care", "心理关爱", "aid")
    figures = figures_after(FULL, added.changes)
    assert titles(items(figures.draft, "care")) == ["困难帮扶", "心理关爱", "新建工会"]


def test_a_custom_indicator_is_asked_and_said() -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    figures = figures_after(FULL, (*added.changes, value(added.id, "12")))
    assert any("走访共12户。" in paragraph for paragraph in paragraphs(figures))
    assert set(custom_indicators(figures.draft)) == {added.id}


def test_the_text_of_an_item_as_it_was_does_not_stand_in_for_the_present_one() -> None:
    before = next(item for item in FULL.draft.template.items if item.id == "aid")
    added = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    figures = figures_after(FULL, added.changes)
    assert "走访" not in figures.text(before).live_text
    figures = figures_after(figures, [value(added.id, "12")])
    assert any("走访共12户。" in paragraph for paragraph in paragraphs(figures))


def test_a_custom_indicator_can_be_renamed_and_reckoned_in_another_unit() -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    figures = figures_after(FULL, (*added.changes, value(added.id, "12")))
    other = CustomIndicator("家访", Kind.COUNT, "家", id=added.id)
    figures = figures_after(figures, change_indicator(figures.draft, other))
    assert any("家访共12家。" in paragraph for paragraph in paragraphs(figures))
    assert change_indicator(figures.draft, replace(other, name=" ")) == ()
    assert change_indicator(figures.draft, replace(other, id="cases")) == ()


def test_a_custom_indicator_keeps_its_kind_once_it_is_answered() -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    figures = figures_after(FULL, added.changes)
    money = CustomIndicator("走访", Kind.MONEY, "元", id=added.id)
    changed = figures_after(figures, change_indicator(figures.draft, money))
    assert changed.indicators[added.id].kind is Kind.MONEY
    figures = figures_after(figures, [value(added.id, "12")])
    changed = figures_after(figures, change_indicator(figures.draft, money))
    assert changed.indicators[added.id].kind is Kind.COUNT


def test_the_columns_of_a_custom_table_are_changed_with_what_stands_in_them() -> None:
    columns = (
        CustomIndicator("书名"),
        CustomIndicator("备考"),
        CustomIndicator("人数", Kind.COUNT, "人"),
    )
    table = CustomIndicator("读书", Kind.TABLE)
    added = add_indicator(FULL.draft, "aid", table, columns)
    table = replace(table, id=added.id)
    rows = Change(EditPath(Slot.VALUE, added.id), (("春", "", "3"), ("秋", "", "4")))
    figures = figures_after(FULL, (*added.changes, rows))
    book, empty, people = (column.id for column in figures.indicators[added.id].columns)
    assert filled_columns(figures.draft, added.id) == {book, people}
    wanted = (
        CustomIndicator("书目", id=book),
        CustomIndicator("人次", Kind.COUNT, "人次", id=people),
        CustomIndicator("地点"),
    )
    changed = figures_after(figures, change_indicator(figures.draft, table, wanted))
    heads = [(each.name, each.unit) for each in changed.indicators[added.id].columns]
    assert heads == [("书目", ""), ("人次", "人次"), ("地点", "")]
    kept = changed.draft.typed(Slot.VALUE, added.id)
    assert kept == (("春", "3", ""), ("秋", "4", ""))
    ids = [column.id for column in changed.indicators[added.id].columns]
    assert ids[:2] == [book, people]
    assert ids[2] not in {book, empty, people, added.id}
    without_people = change_indicator(figures.draft, table, wanted[:1])
    kept_columns = figures_after(figures, without_people).indicators[added.id].columns
    assert [column.id for column in kept_columns] == [book, empty, people]


@pytest.mark.parametrize("name", ["培训[人]", "培训{人}", "甲|乙", "<甲", "}{"])
def test_a_name_with_signs_of_a_clause_is_a_name_all_the_same(name: str) -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator(name, Kind.COUNT, "人"))
    figures = figures_after(FULL, (*added.changes, value(added.id, "12")))
    assert any("12人。" in paragraph for paragraph in paragraphs(figures))


def test_a_custom_table_has_its_columns() -> None:
    columns = (CustomIndicator("社区"), CustomIndicator("人数", Kind.COUNT, "人"))
    added = add_indicator(FULL.draft, "plans", CustomIndicator("任务表", Kind.TABLE), columns)
    figures = figures_after(FULL, added.changes)
    table = figures.indicators[added.id]
    assert [(each.name, each.kind, each.unit) for each in table.columns] == [
        ("社区", Kind.TEXT, ""),
        ("人数", Kind.COUNT, "人"),
    ]


def test_custom_ids_are_new_even_where_a_text_still_names_an_old_one() -> None:
    figures = filled(narrative("plans", "有{custom_7}。"))
    assert add_section(figures.draft, "甲").id == "custom_8"
    id_, figures = with_section(FULL)
    assert id_ == "custom_1"
    assert add_item(figures.draft, "care", "乙").id == "custom_3"


def test_a_custom_section_is_taken_away_with_all_that_it_holds() -> None:
    id_, figures = with_section(FULL)
    (item,) = items(figures.draft, id_)
    columns = (CustomIndicator("人数", Kind.COUNT, "人"),)
    table = add_indicator(figures.draft, item.id, CustomIndicator("表", Kind.TABLE), columns)
    figures = figures_after(figures, table.changes)
    figures = figures_after(figures, add_item(figures.draft, id_, "又一条").changes)
    figures = figures_after(figures, rename(figures.draft, id_, "改名"))
    typed = (value(table.id, (("1",),)), narrative(item.id, "写。"))
    figures = figures_after(figures, typed)
    left = figures_after(figures, removed(figures, id_))
    own = [path for path in left.draft.answers if path.id.startswith("custom_")]
    assert own == []
    assert headings(left) == headings(FULL)


def test_a_text_keeps_the_words_of_a_figure_that_is_taken_away() -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    told = narrative("plans", f"明年走访多于{{{added.id}}}。")
    figures = figures_after(FULL, (*added.changes, told))
    given = figures_after(figures, [value(added.id, "12")])
    left = figures_after(given, removed(given, added.id))
    assert left.draft.text(Slot.NARRATIVE, "plans") == "明年走访多于12户。"
    blank = figures_after(figures, removed(figures, added.id))
    assert blank.draft.text(Slot.NARRATIVE, "plans") == "明年走访多于××。"


def test_of_two_custom_indicators_the_other_one_stays() -> None:
    first = add_indicator(FULL.draft, "aid", CustomIndicator("走访", Kind.COUNT, "户"))
    figures = figures_after(FULL, first.changes)
    second = add_indicator(figures.draft, "aid", CustomIndicator("慰问", Kind.COUNT, "人"))
    figures = figures_after(figures, second.changes)
    left = figures_after(figures, removed(figures, first.id))
    assert set(custom_indicators(left.draft)) == {second.id}


def test_an_empty_row_from_elsewhere_is_no_hindrance_to_taking_a_part_away() -> None:
    added = add_indicator(FULL.draft, "aid", CustomIndicator("慰问", Kind.COUNT, "人"))
    empty = Change(EditPath(Slot.CUSTOM_INDICATORS, "training"), ((),))
    figures = figures_after(FULL, [*added.changes, empty])
    assert custom_indicators(figures_after(figures, removed(figures, added.id)).draft) == {}


def test_each_action_is_one_step_to_undo_even_when_they_come_fast(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "enterprise", (), clock), clock)
    before = titles(sections(session.figures.draft))
    session.edit(*move(session.figures.draft, "building", 1))
    session.edit(*move(session.figures.draft, "building", 1))
    session.undo()
    assert titles(sections(session.figures.draft))[2] == before[1]
    session.undo()
    assert titles(sections(session.figures.draft)) == before


def test_an_outline_is_kept_in_the_store_and_its_removal_can_be_undone(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "enterprise", (), clock), clock)
    added = add_section(session.figures.draft, "志愿服务", "building")
    session.edit(*added.changes)
    session.edit(*removed(session.figures, added.id))
    session.undo()
    fresh = Session(store, session.id, clock).figures.draft
    assert titles(sections(fresh))[2] == "志愿服务"
    assert EditPath(Slot.CUSTOM_SECTION, added.id) in fresh.answers


def test_a_step_about_what_is_no_longer_asked_has_a_name_in_words(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "enterprise", (), clock), clock)
    session.edit(*switch_off("building"))
    assert session.next_undo == "不写“加强组织建设，深化职工小家创建”这一章"
    added = add_section(session.figures.draft, "志愿服务")
    session.edit(*added.changes)
    session.edit(*rename(session.figures.draft, added.id, "学雷锋"))
    assert session.next_undo == "把标题改为“学雷锋”"
    session.edit(*removed(session.figures, added.id))
    assert session.next_undo == "删去“学雷锋”这一章"
    assert all("custom_" not in entry.name for entry in session.history())


def test_what_was_done_to_the_outline_is_said_in_plain_words(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "enterprise", (), clock), clock)
    section = session.template.sections[2]
    item = section.items[0]

    def said_of(*changes: Change) -> str:
        session.edit(*changes)
        return session.next_undo

    assert said_of(*switch_off(item.id)) == f"不写“{item.title}”这一条"
    assert said_of(*switch_on(item.id)) == f"重新写“{item.title}”这一条"
    assert said_of(*move(session.figures.draft, section.id, 1)) == "调整各章的顺序"
    assert said_of(*rename(session.figures.draft, section.id, "新题")) == "把标题改为“新题”"
    clock.wait(2)  # sooner it would be typing on
    back = said_of(*rename(session.figures.draft, section.id, ""))
    assert back == f"恢复“{section.title}”原来的标题"
    added = add_item(session.figures.draft, section.id, "读书会")
    assert said_of(*added.changes) == "加一条“读书会”"
    hours = add_indicator(
        session.figures.draft, added.id, CustomIndicator("时长", Kind.COUNT, "小时")
    )
    assert said_of(*hours.changes) == "加指标“时长”"
    other = CustomIndicator("总时长", Kind.COUNT, "小时", id=hours.id)
    renamed = change_indicator(session.figures.draft, other)
    assert said_of(*renamed) == "改指标“总时长”"
    assert said_of(*switch_off(added.id)) == "不写“读书会”这一条"
    assert said_of(*removed(session.figures, added.id)) == "删去“读书会”这一条"
    session.go_back_to(session.history()[6])
    then = clock.time.astimezone()
    assert session.next_undo == f"回到{then.month}月{then.day}日 {then:%H:%M}的样子"


def test_there_are_words_for_a_step_in_every_slot(tmp_path: Path) -> None:
    store, clock = open_store(tmp_path), Clock()
    session = Session(store, begin(store, "enterprise", (), clock), clock)
    item = session.template.items[0].id
    for slot in Slot:
        clock.wait(60)
        session.edit(Change(EditPath(slot, item), "1"))
        clock.wait(60)
        session.edit(Change(EditPath(slot, item), None))
    names = [entry.name for entry in session.history()]
    assert len(names) == 2 * len(Slot)
    assert all(any("\u4e00" <= letter <= "\u9fff" for letter in name) for name in names)
    assert not any("custom_" in name for name in names)
