"""Headings, items, indicators and units of one's own, edited on the page of a section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import type_in
from tests.ui.support.menus import choose, shown_menu, words
from tests.ui.support.opened import begun, focusable, opened, spoken_name, type_into
from ui.editors.field import DerivedValue, Entry
from ui.editors.prose.chip import label_of, tooltip_of
from ui.editors.table.grid import Grid
from ui.panels import help_on
from ui.section import SectionPage
from ui.section.card import Card
from ui.section.foot import SectionFoot
from ui.section.heading import HeadingEntry
from ui.section.outline import Form, IndicatorForm, OutlineActions, WordForm
from ui.window import SummaryWizard
from unionapp.draft import EditPath, Slot
from unionapp.draft.custom_parts import add_section
from unionapp.figures.progress import page_of
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin
from unionapp.template import Item, Personal, Placeholder, available, load
from unionapp.values import Kind

SECTION = "quality"
FIRST, SECOND, THIRD = "teachers", "teaching_contests", "honours"


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore) -> SummaryWizard:
    wizard = opened(qtbot, store, begun(store, unit="江州三中工会"))
    wizard.resize(1366, 700)
    wizard.go_to_page(SECTION)
    qtbot.waitUntil(lambda: page(wizard).findChild(SectionFoot) is not None)  # the page is whole
    return wizard


def page(wizard: SummaryWizard) -> SectionPage:
    shown = wizard.currentPage()
    assert isinstance(shown, SectionPage)
    return shown


def cards(wizard: SummaryWizard) -> dict[str, Card]:
    """The cards of the open page by item, from the top down."""
    found = [card for card in page(wizard).findChildren(Card) if card.isVisible()]
    QApplication.processEvents()
    return {card.item.id: card for card in sorted(found, key=lambda card: card.y())}


def items(wizard: SummaryWizard, store: DraftStore) -> list[Item]:
    """The items of the section as a fresh reading of the store has them."""
    sections = Session(store, wizard.desk.session.id).template.sections
    return list(next(section for section in sections if section.id == SECTION).items)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def open_menu(card: Card) -> QMenu:
    """Open the menu of a card by the keyboard."""
    card.menu_button.setFocus()
    QTest.keyClick(card.menu_button, Qt.Key.Key_Space)
    return shown_menu()


def write(text: str) -> None:
    """Write over what is in the entry that has the focus, and accept it by Enter."""
    entry = focused()
    assert isinstance(entry, QLineEdit)
    entry.selectAll()
    if not text:
        QTest.keyClick(entry, Qt.Key.Key_Delete)
    type_in(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)


def form_of(card: Card) -> IndicatorForm:
    (form,) = card.findChildren(IndicatorForm)
    return form


def fill(entry: QLineEdit, text: str) -> None:
    entry.setFocus()
    entry.selectAll()
    type_in(entry, text)


def test_f2_in_an_entry_writes_the_heading_of_its_card_and_enter_accepts(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    entry = type_into(wizard, "study_sessions", "12")
    QTest.keyClick(entry, Qt.Key.Key_F2)
    assert isinstance(focused(), HeadingEntry)
    write("学习 研讨")
    assert items(wizard, store)[0].title == "学习 研讨"
    card = cards(wizard)[FIRST]
    assert card.heading is not None
    assert card.heading.label.text() == "学习 研讨"
    assert focused() is entry
    assert card.narrative.edit.accessibleName() == "学习 研讨正文"


def test_escape_leaves_the_heading_as_it_was(wizard: SummaryWizard, store: DraftStore) -> None:
    entry = type_into(wizard, "study_sessions", "12")
    QTest.keyClick(entry, Qt.Key.Key_F2)
    type_in(focused(), "别的")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert items(wizard, store)[0].title == "师德学习和业务研讨"
    assert focused() is entry
    assert wizard.isVisible()


@pytest.mark.parametrize("of_section", [True, False], ids=["section", "item"])
def test_a_heading_is_saved_while_it_is_written_and_stays_under_the_hands(
    wizard: SummaryWizard, store: DraftStore, of_section: bool
) -> None:
    page(wizard).write_title("" if of_section else FIRST)
    id_ = SECTION if of_section else FIRST
    entry = focused()
    assert isinstance(entry, HeadingEntry)
    entry.end(False)
    for letter in "教书育人":
        type_in(entry, letter)
        entry.cursorBackward(False)
        wizard.desk.flush()
        assert focused() is entry
        fresh = Session(store, wizard.desk.session.id).figures.draft
        assert fresh.text(Slot.TITLE, id_) == entry.text()
        assert entry.cursorPosition() == len(entry.text()) - 1 - "教书育人".index(letter)
    wizard.undo()
    assert Session(store, wizard.desk.session.id).figures.draft.text(Slot.TITLE, id_) == ""


def test_escape_takes_back_what_was_saved_of_a_heading_meanwhile(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    page(wizard).write_title(FIRST)
    type_in(focused(), "别的")
    wizard.desk.flush()
    assert items(wizard, store)[0].title == "别的"
    type_in(focused(), "还有")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    wizard.desk.flush()
    assert items(wizard, store)[0].title == "师德学习和业务研讨"


def test_what_is_called_for_a_moment_as_a_heading_that_is_written_is_not_renamed_with_it(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    added = OutlineActions(wizard.desk).add_item(SECTION)
    wizard.desk.put(EditPath(Slot.TITLE, added), "教研")
    page(wizard).write_title()
    entry = focused()
    entry.selectAll()  # type: ignore[attr-defined]
    for letters in ("教研", "活动"):
        type_in(entry, letters)
        wizard.desk.flush()
    fresh = Session(store, wizard.desk.session.id).figures.draft
    assert fresh.text(Slot.TITLE, SECTION) == "教研活动"
    assert fresh.text(Slot.TITLE, added) == "教研"


def test_a_heading_made_empty_is_the_templates_again(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    card = cards(wizard)[FIRST]
    assert card.heading is not None
    for text in ("学习", ""):
        QTest.mouseClick(card.heading.pencil, Qt.MouseButton.LeftButton)
        assert card.heading.entry.placeholderText() == "空着就用“师德学习和业务研讨”"
        write(text)
    assert items(wizard, store)[0].title == "师德学习和业务研讨"
    assert card.heading.label.text() == "师德学习和业务研讨"


def test_what_is_written_as_heading_counts_when_one_goes_on_elsewhere(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    entry = type_into(wizard, "study_sessions", "12")
    QTest.keyClick(entry, Qt.Key.Key_F2)
    focused().selectAll()  # type: ignore[attr-defined]
    type_in(focused(), "学习")
    QTest.mouseClick(entry, Qt.MouseButton.LeftButton)
    assert items(wizard, store)[0].title == "学习"


def test_the_pencil_beside_the_page_title_writes_it(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    page(wizard).write_title()
    write("立德树人")
    template = Session(store, wizard.desk.session.id).template
    assert template.sections[1].title == "立德树人"
    assert page(wizard).accessibleName() == "立德树人"
    wizard.undo()
    assert "立德树人" not in [label.text() for label in page(wizard).findChildren(QLabel)]


def test_an_item_moves_with_its_card_and_tab_follows(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    before = cards(wizard)
    choose(open_menu(before[SECOND]), "上移")
    assert [item.id for item in items(wizard, store)] == [SECOND, FIRST, THIRD]
    after = cards(wizard)
    assert list(after) == [SECOND, FIRST, THIRD]
    assert all(after[id_] is before[id_] for id_ in after)
    visited: list[str] = []
    page(wizard).go_to(SECOND)
    for _ in range(60):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        here = next((id_ for id_, card in after.items() if card.isAncestorOf(focused())), "")
        if here and here not in visited[-1:]:
            visited.append(here)
    assert visited[:3] == [SECOND, FIRST, THIRD]


def test_the_first_item_cannot_move_up_nor_the_last_one_down(wizard: SummaryWizard) -> None:
    assert "上移" not in words(open_menu(cards(wizard)[FIRST]))
    QTest.keyClick(shown_menu(), Qt.Key.Key_Escape)
    assert "下移" not in words(open_menu(cards(wizard)[THIRD]))


def test_an_item_that_is_not_written_can_be_taken_up_again_at_the_foot(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    choose(open_menu(cards(wizard)[SECOND]), "不写这一条")
    assert [item.id for item in items(wizard, store)] == [FIRST, THIRD]
    assert SECOND not in cards(wizard)
    button = next(b for b in page(wizard).findChildren(QWidget) if _takes_up(b))
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert list(cards(wizard)) == [FIRST, SECOND, THIRD]


def _takes_up(widget: QWidget) -> bool:
    return widget.accessibleName() == "重新写这一条：教学竞赛" and widget.isVisible()


def test_an_item_is_added_after_its_neighbour_named_and_taken_away(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加一条")
    write("青蓝工程")
    assert [item.title for item in items(wizard, store)][:2] == ["师德学习和业务研讨", "青蓝工程"]
    assert list(cards(wizard))[1] == "custom_1"
    assert wizard.focusWidget() is cards(wizard)["custom_1"].narrative.edit
    choose(open_menu(cards(wizard)["custom_1"]), "删去这一条")
    assert [item.id for item in items(wizard, store)] == [FIRST, SECOND, THIRD]
    wizard.undo()
    assert list(cards(wizard))[1] == "custom_1"


def test_the_menu_of_a_custom_chapters_card_begins_with_its_title_and_ends_with_taking_away(
    wizard: SummaryWizard,
) -> None:
    added = add_section(wizard.desk.figures.draft, "志愿服务")
    wizard.desk.put_all([*added.changes])
    wizard.go_to_page(added.id)
    (card,) = cards(wizard).values()
    assert "上面的数字" not in card.narrative.edit.placeholderText()
    menu = open_menu(card)
    assert (words(menu)[0], words(menu)[-1]) == ("改标题", "删去这一条")
    choose(menu, "改标题")
    write("学雷锋")
    assert "学雷锋" in [section.title for section in wizard.desk.template.sections]


def test_a_custom_indicator_is_asked_in_the_card_and_filled_in_at_once(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore
) -> None:
    kept = cards(wizard)[SECOND]
    choose(open_menu(cards(wizard)[FIRST]), "加指标…")
    form = form_of(cards(wizard)[FIRST])
    assert focused() is form.row.name
    type_in(focused(), "读书分享")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused() is form.row.kind
    fill(form.row.unit, "场")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert items(wizard, store)[0].indicators[-1].name == "读书分享"
    entry = focused()
    assert isinstance(entry, Entry)
    assert entry.accessibleName() == "读书分享（场）"
    QTest.keyClicks(entry, "12")
    text = cards(wizard)[FIRST].narrative.edit
    qtbot.waitUntil(lambda: text.text == "开展读书分享{custom_1}。")
    assert cards(wizard)[SECOND] is kept


def test_a_form_says_what_is_missing_and_escape_leaves_it(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    card = cards(wizard)[FIRST]
    choose(open_menu(card), "加指标…")
    form = form_of(card)
    form.accept.click()
    assert form.hint.text() == "✕ 还没写名称。"
    type_in(focused(), "读书分享")
    form.accept.click()
    assert form.hint.text() == "✕ 还没写单位。"
    assert focused() is form.row.unit
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert focused() is card.menu_button
    assert len(items(wizard, store)[0].indicators) == len(card.item.indicators)


def test_the_usual_unit_of_a_kind_is_there_already(wizard: SummaryWizard) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加指标…")
    row = form_of(cards(wizard)[FIRST]).row
    shown = {}
    for index in range(row.kind.count()):
        row.kind.setCurrentIndex(index)
        shown[row.kind.currentText()] = row.unit.text() if row.unit.isVisible() else None
    assert shown == {
        "数量": "",
        "金额": "元",
        "比率": "%",
        "日期": None,
        "文字": None,
        "姓名（公示时遮住）": None,
        "个人情况（公示时遮住）": None,
        "名单": None,
        "表格": None,
    }


@pytest.mark.parametrize("kind", ["日期", "文字", "名单", "金额", "比率"])
def test_custom_indicators_of_every_kind_get_their_editor(
    wizard: SummaryWizard, store: DraftStore, kind: str
) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加指标…")
    form = form_of(cards(wizard)[FIRST])
    fill(form.row.name, "甲")
    form.row.kind.setCurrentText(kind)
    form.accept.click()
    assert items(wizard, store)[0].indicators[-1].kind is form.row.chosen
    assert cards(wizard)[FIRST].editor("custom_1") is not None
    assert [widget for widget in focusable(wizard) if not spoken_name(widget)] == []


def test_a_custom_table_has_the_columns_that_were_named(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加表格…")
    form = form_of(cards(wizard)[FIRST])
    fill(form.row.name, "读书活动")
    fill(form.columns[0].name, "书名")
    fill(form.columns[1].name, "人数")
    form.columns[1].kind.setCurrentText("数量")
    fill(form.columns[1].unit, "人")
    assert [widget for widget in focusable(wizard) if not spoken_name(widget)] == []
    form.accept.click()
    table = items(wizard, store)[0].indicators[-1]
    assert (table.kind, table.name) == (Kind.TABLE, "读书活动")
    assert [(each.name, each.unit) for each in table.columns] == [("书名", ""), ("人数", "人")]
    assert isinstance(focused(), Grid)


def test_a_column_of_kinds_of_people_is_suggested_to_be_published(wizard: SummaryWizard) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加表格…")
    form = form_of(cards(wizard)[FIRST])
    for heading in ("慰问对象", "困难职工", "部门名字"):
        fill(form.columns[0].name, heading)
        assert form.columns[0].kind.currentText() == "文字"


def test_a_column_of_names_is_suggested_to_be_masked_and_the_person_decides(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加表格…")
    form = form_of(cards(wizard)[FIRST])
    fill(form.row.name, "慰问名单")
    for row, heading in zip(form.columns, ("姓名", "联系电话"), strict=True):
        fill(row.name, heading)
    assert [row.kind.currentText() for row in form.columns] == [
        "姓名（公示时遮住）",
        "个人情况（公示时遮住）",
    ]
    form.columns[1].kind.setFocus()
    QTest.keyClick(form.columns[1].kind, Qt.Key.Key_Up)
    QTest.keyClick(form.columns[1].kind, Qt.Key.Key_Up)
    fill(form.columns[1].name, "热线电话")
    assert form.columns[1].kind.currentText() == "文字"
    form.accept.click()
    table = items(wizard, store)[0].indicators[-1]
    assert [(each.name, each.personal) for each in table.columns] == [
        ("姓名", Personal.NAME),
        ("热线电话", Personal.NOT),
    ]


def test_a_text_that_is_filled_in_can_still_be_said_to_be_a_name(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加指标…")
    form = form_of(cards(wizard)[FIRST])
    fill(form.row.name, "受助人")
    form.row.kind.setCurrentText("文字")
    form.accept.click()
    wizard.desk.put(EditPath(Slot.VALUE, "custom_1"), "王建国")
    choose(open_menu(cards(wizard)[FIRST]), "自加的指标", "改“受助人”…")
    form = form_of(cards(wizard)[FIRST])
    kinds = [form.row.kind.itemText(at) for at in range(form.row.kind.count())]
    assert kinds == ["文字", "姓名（公示时遮住）", "个人情况（公示时遮住）"]
    form.row.kind.setCurrentIndex(1)
    form.accept.click()
    assert items(wizard, store)[0].indicators[-1].personal is Personal.NAME
    told = help_on(wizard.desk.figures, SECTION, focused())
    assert "“受助人”公示稿里会自动遮住。" in told
    assert wizard.desk.figures.printed("custom_1") == "王建国"


def test_a_table_without_columns_is_asked_for_one(wizard: SummaryWizard) -> None:
    choose(open_menu(cards(wizard)[FIRST]), "加表格…")
    form = form_of(cards(wizard)[FIRST])
    fill(form.row.name, "读书活动")
    form.accept.click()
    assert form.hint.text() == "✕ 还没写第1列名称。"
    assert focused() is form.columns[0].name


def test_the_unit_of_an_indicator_is_changed_and_what_was_typed_stays(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    type_into(wizard, "study_sessions", "12")
    name = wizard.desk.figures.indicators["study_sessions"].name
    choose(open_menu(cards(wizard)[FIRST]), "改单位", f"{name}（次）")
    assert isinstance(focused().parent(), WordForm)
    write("场")
    units = {each.id: each.unit for each in items(wizard, store)[0].indicators}
    assert units["study_sessions"] == "场"
    assert wizard.desk.figures.printed("study_sessions") == "12场"
    assert focused().accessibleName() == f"{name}（场）"
    choose(open_menu(cards(wizard)[FIRST]), "改单位", f"{name}（场）")
    write("")
    assert wizard.desk.figures.printed("study_sessions") == "12次"


def test_a_custom_indicator_is_changed_and_taken_away_from_the_menu(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore
) -> None:
    test_a_custom_indicator_is_asked_in_the_card_and_filled_in_at_once(qtbot, wizard, store)
    choose(open_menu(cards(wizard)[FIRST]), "自加的指标", "改“读书分享”…")
    form = form_of(cards(wizard)[FIRST])
    assert focused() is form.row.name
    assert not form.row.kind.isEnabled()
    fill(form.row.name, "读书会")
    fill(form.row.unit, "期")
    form.accept.click()
    changed = items(wizard, store)[0].indicators[-1]
    assert (changed.name, changed.unit, wizard.desk.figures.printed("custom_1")) == (
        "读书会",
        "期",
        "12期",
    )
    wizard.undo()
    assert items(wizard, store)[0].indicators[-1].name == "读书分享"
    wizard.redo()
    choose(open_menu(cards(wizard)[FIRST]), "自加的指标", "删去“读书会”")
    assert "custom_1" not in wizard.desk.figures.indicators
    assert Session(store, wizard.desk.session.id).figures.draft.text(Slot.VALUE, "custom_1") == ""
    assert wizard.desk.session.next_undo == "删去指标“读书会”"
    wizard.undo()
    assert wizard.desk.figures.printed("custom_1") == "12期"


def test_a_custom_table_gets_and_loses_columns_but_none_that_is_filled(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    test_a_custom_table_has_the_columns_that_were_named(wizard, store)
    wizard.desk.put(EditPath(Slot.VALUE, "custom_1"), (("春", ""),))
    choose(open_menu(cards(wizard)[FIRST]), "自加的指标", "改“读书活动”…")
    form = form_of(cards(wizard)[FIRST])
    assert [row.name.text() for row in form.columns] == ["书名", "人数"]
    form.columns[0].name.clear()
    form.accept.click()
    assert "“书名”这一列已经填了" in form.hint.text()
    fill(form.columns[0].name, "书目")
    form.columns[1].name.clear()
    QTest.keyClick(form.add_column, Qt.Key.Key_Space)
    fill(form.columns[2].name, "地点")
    form.accept.click()
    table = items(wizard, store)[0].indicators[-1]
    assert [(each.name, each.unit) for each in table.columns] == [("书目", ""), ("地点", "")]
    assert wizard.desk.figures.draft.typed(Slot.VALUE, "custom_1") == (("春", ""),)
    assert isinstance(focused(), Grid)


def test_what_is_being_written_in_a_text_survives_a_change_of_its_card(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    text = cards(wizard)[FIRST].narrative
    text.edit.setFocus()
    type_in(text.edit, "刚写的话")
    wizard.desk.put_all([])
    card = cards(wizard)[FIRST]
    card.menu.form_wanted.connect(lambda form: fill(form.row.name, "甲"))
    choose(open_menu(card), "加表格…")
    form = form_of(card)
    fill(form.columns[0].name, "乙")
    form.accept.click()
    fresh = Session(store, wizard.desk.session.id).figures.draft
    assert "刚写的话" in fresh.text(Slot.NARRATIVE, FIRST)


def test_undo_of_an_outline_leaves_the_other_cards_alone(wizard: SummaryWizard) -> None:
    before = cards(wizard)
    choose(open_menu(before[THIRD]), "不写这一条")
    page(wizard).go_to(FIRST)
    wizard.undo()
    after = cards(wizard)
    assert list(after) == [FIRST, SECOND, THIRD]
    assert after[FIRST] is before[FIRST]
    assert after[THIRD].isAncestorOf(focused())


def test_a_preamble_has_no_title_to_write_and_no_items_to_add(wizard: SummaryWizard) -> None:
    wizard.go_to_page("opening")
    page(wizard).write_title()
    assert not page(wizard).findChildren(HeadingEntry)[0].isVisible()
    menu = open_menu(next(iter(cards(wizard).values())))
    assert not {"改标题", "加一条", "不写这一条"} & set(words(menu))
    assert {"加指标…", "加表格…"} <= set(words(menu))


def test_only_one_form_is_open_in_a_card(wizard: SummaryWizard) -> None:
    card = cards(wizard)[FIRST]
    choose(open_menu(card), "加指标…")
    choose(open_menu(card), "加表格…")
    assert [form.isVisible() for form in card.findChildren(Form)].count(True) == 1


def test_a_figure_in_a_text_whose_section_is_left_out_says_so(
    wizard: SummaryWizard,
) -> None:
    other = next(each for each in wizard.desk.template.indicators if each.id not in _ids(wizard))
    wizard.desk.put(EditPath(Slot.NARRATIVE, FIRST), f"另有{{{other.id}}}。")
    section = page_of(wizard.desk.template, other.id)
    OutlineActions(wizard.desk).switch_off(section)
    place = Placeholder(other.id)
    assert label_of(wizard.desk, place) == f"不写·{other.name}"
    assert tooltip_of(wizard.desk, place).startswith(f"{other.name}：所在的章或条现在不写")
    cards(wizard)[FIRST].narrative.figure_asked.emit(other.id)
    assert wizard.page_id() == SECTION
    assert wizard.status.sentence == f"“{other.name}”所在的章或条现在不写"


def test_a_figure_that_follows_from_what_is_left_out_still_tells_from_what(
    qtbot: QtBot, store: DraftStore
) -> None:
    template, item, operand = next(
        (template, item, operand)
        for template in map(load, available())
        for item in template.items
        for indicator in item.indicators
        for operand in (indicator.derive.operands if indicator.derive else ())
        if operand not in {each.id for each in item.indicators}
    )
    wizard = opened(qtbot, store, begin(store, template.id, []))
    asked = next(each for each in template.items if operand in {i.id for i in each.indicators})
    OutlineActions(wizard.desk).switch_off(asked.id)
    wizard.go_to(item.id)
    derived = page(wizard).findChildren(DerivedValue)
    assert any(template.names[operand] in each.toolTip() for each in derived)


def _ids(wizard: SummaryWizard) -> set[str]:
    return {each.id for card in cards(wizard).values() for each in card.item.indicators}


@pytest.mark.parametrize("words", ["加指标…", "加表格…"])
def test_a_form_opens_wholly_in_sight_with_the_focus_in_its_first_entry(
    words: str, qtbot: QtBot, wizard: SummaryWizard
) -> None:
    wizard.resize(1100, 600)
    card = page(wizard).cards[-1]
    wizard.go_to(card.item.id)
    choose(open_menu(card), words)
    form = card.findChild(IndicatorForm)
    assert isinstance(form, IndicatorForm)
    qtbot.waitUntil(lambda: form.visibleRegion().boundingRect() == form.rect())
    assert focused() is form.row.name
