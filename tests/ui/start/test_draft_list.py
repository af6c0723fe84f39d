"""The list of drafts of the start window: stages, names, the bin, the search."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.support.opened import begun, focusable, latin, spoken_name, type_into, visible_buttons
from tests.ui.support.started import (
    button,
    choose,
    context_menu,
    drafts,
    menu_of,
    rows,
    shown,
    wizard_of,
)
from ui.look import Colour, appearance, colour
from ui.start import StartWindow
from ui.start.draft_list import DraftList
from ui.start.draft_row import (
    lead_place,
    menu_place,
    names_place,
    row_height,
    shown_origin,
    standing_place,
)
from unionapp import template
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import (
    DraftStore,
    Stage,
    progress_line,
    screen_reader_text,
    stage_line,
    time_line,
)
from unionapp.storage.listing import DraftSummary
from unionapp.system import Appearance


def three(store: DraftStore) -> None:
    for unit in ("丙校工会", "乙校工会", "甲校工会"):
        begun(store, unit=unit, year="2022")


def kept(store: DraftStore) -> list[str]:
    return [row.summary.unit for row in store.drafts()]


def spoken(window: StartWindow) -> str:
    text = drafts(window).currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert isinstance(text, str)
    return text


def picture(window: StartWindow) -> QImage:
    return drafts(window).viewport().grab().toImage()


def has_colour(image: QImage, tone: Colour) -> bool:
    wanted = colour(tone).rgb()
    return any(
        image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize(
    ("filled", "findings", "written", "stage", "tone"),
    [
        (1, 0, "", Stage.IN_PROGRESS, Colour.INK2),
        (1, 2, "", Stage.FAULTY, Colour.WARN),
        (9, 0, "", Stage.READY, Colour.DONE),
        (9, 0, "2022-12-08T10:00:00+00:00", Stage.WRITTEN, Colour.INK2),
    ],
)
def test_a_row_tells_its_stage_in_a_word_and_a_colour(
    qtbot: QtBot,
    store: DraftStore,
    filled: int,
    findings: int,
    written: str,
    stage: Stage,
    tone: Colour,
) -> None:
    summary = DraftSummary("中小学校工会", "甲校工会", "2022年", filled, 9)
    id_ = store.begin(template.source("school"), summary, "2022-12-07T10:00:00+00:00")
    store.note_findings(id_, findings)
    if written:
        store.note_written(id_, written, 0)
    start = shown(qtbot, store)
    assert f"，{stage}，" in spoken(start)
    assert ("，2 处问题，" in spoken(start)) is bool(findings)
    assert has_colour(picture(start), tone)


def test_what_the_checks_find_in_the_window_stands_in_the_list_afterwards(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store, unit="甲校工会")
    start = shown(qtbot, store)
    start.open_draft(id_)
    wizard = wizard_of(qtbot)
    put = EditPath(Slot.NARRATIVE, wizard.desk.template.items[0].id)
    carried = Change(EditPath(Slot.CARRIED, put.id), "1")
    wizard.desk.put_all([Change(put, "去年的话。"), carried])
    qtbot.waitUntil(lambda: store.listing(id_).findings == 1)
    wizard.close()
    qtbot.waitUntil(start.isVisible)
    assert "，有问题，1 处问题，" in spoken(start)


def test_the_draft_that_was_open_is_marked_when_one_comes_back(
    qtbot: QtBot, store: DraftStore
) -> None:
    three(store)
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_End)
    QTest.keyClick(drafts(start), Qt.Key.Key_Return)
    wizard_of(qtbot).close()
    qtbot.waitUntil(start.isVisible)
    assert drafts(start).currentIndex().data() == "丙校工会 2022年"


def test_a_draft_is_renamed_in_its_place_by_the_keyboard(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    assert line.accessibleName()
    line.insert("送审稿")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.drafts()[0].label == "送审稿")
    assert rows(start)[0] == "送审稿"
    assert spoken(start).startswith("送审稿，甲校工会 2022年，")


def test_a_name_that_is_emptied_gives_way_to_the_union(qtbot: QtBot, store: DraftStore) -> None:
    store.rename(begun(store, unit="甲校工会"), "送审稿")
    start = shown(qtbot, store)
    choose(qtbot, drafts(start), "改名")
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: store.drafts()[0].label == "")
    assert rows(start) == ["甲校工会"]


def test_escape_leaves_the_name_as_it_was(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_F2)
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    line.insert("送审稿")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert rows(start)[0] == "甲校工会 2022年"
    assert start.isVisible()


def test_the_menu_key_offers_all_that_can_be_done_with_a_draft(
    qtbot: QtBot, store: DraftStore
) -> None:
    three(store)
    menu = context_menu(qtbot, drafts(shown(qtbot, store)))
    words = ["打开", "从它开始下一年", "改名", "移到回收站", "导出为文件…"]
    assert [action.text() for action in menu.actions()] == words
    menu.close()


def test_a_click_beside_the_rows_opens_no_menu(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    view = drafts(shown(qtbot, store))
    below = QPoint(5, view.viewport().height() + 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, below, below)
    QApplication.sendEvent(view.viewport(), event)
    assert QApplication.activePopupWidget() is None


def test_delete_puts_a_draft_in_the_bin_and_the_notice_brings_it_back(
    qtbot: QtBot, store: DraftStore
) -> None:
    three(store)
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_Down)
    QTest.keyClick(drafts(start), Qt.Key.Key_Delete)
    assert kept(store) == ["甲校工会", "丙校工会"]
    assert drafts(start).currentIndex().data() == "丙校工会 2022年"
    assert start.notice.sentence == "“乙校工会 2022年”已移到回收站。"
    assert start.recycle_bin.switch.text() == "回收站（1）"
    bring_back = next(each for each in visible_buttons(start.notice) if each.text() == "恢复")
    QTest.mouseClick(bring_back, Qt.MouseButton.LeftButton)
    assert kept(store) == ["甲校工会", "乙校工会", "丙校工会"]
    assert drafts(start).currentIndex().data() == "乙校工会 2022年"
    assert start.notice.sentence == ""
    assert not start.recycle_bin.switch.isVisible()


def binned(qtbot: QtBot, store: DraftStore) -> StartWindow:
    """The bin open in place, with two of three drafts in it."""
    three(store)
    for row in store.drafts()[1:]:
        store.bin(row.id, "2022-12-08T10:00:00+00:00")
    start = shown(qtbot, store)
    QTest.mouseClick(start.recycle_bin.switch, Qt.MouseButton.LeftButton)
    assert start.recycle_bin.list.isVisible()
    return start


def test_the_bin_opens_in_place_and_gives_back(qtbot: QtBot, store: DraftStore) -> None:
    start = binned(qtbot, store)
    assert not drafts(start).isVisible()
    assert start.recycle_bin.list.hasFocus()
    QTest.keyClick(start.recycle_bin.list, Qt.Key.Key_Down)
    QTest.mouseClick(button(start, "恢复"), Qt.MouseButton.LeftButton)
    assert kept(store) == ["甲校工会", "丙校工会"]
    assert start.recycle_bin.switch.text() == "回收站（1）"
    QTest.mouseClick(start.recycle_bin.switch, Qt.MouseButton.LeftButton)
    assert rows(start) == ["甲校工会 2022年", "丙校工会 2022年"]


def test_enter_in_the_bin_opens_nothing(qtbot: QtBot, store: DraftStore) -> None:
    start = binned(qtbot, store)
    QTest.keyClick(start.recycle_bin.list, Qt.Key.Key_Return)
    assert start.isVisible()


def test_a_draft_is_deleted_for_good_only_after_a_question_in_place(
    qtbot: QtBot, store: DraftStore
) -> None:
    start = binned(qtbot, store)
    QTest.keyClick(start.recycle_bin.list, Qt.Key.Key_Delete)
    assert "彻底删除“乙校工会 2022年”？" in start.notice.sentence
    assert QApplication.activeModalWidget() is None
    refuse = QApplication.focusWidget()
    assert refuse is button(start, "不删")
    QTest.keyClick(refuse, Qt.Key.Key_Return)
    assert len(store.binned()) == 2
    QTest.keyClick(start.recycle_bin.list, Qt.Key.Key_Delete)
    yes = next(each for each in visible_buttons(start.notice) if each.text() == "彻底删除")
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert [row.summary.unit for row in store.binned()] == ["丙校工会"]
    assert kept(store) == ["甲校工会"]


def many(store: DraftStore) -> None:
    for number in range(12):
        summary = DraftSummary("中小学校工会", f"第{number}小学工会", "2022年", 1, 9)
        store.begin(template.source("school"), summary, f"2022-12-07T10:00:{number:02}+00:00")


def test_there_is_a_search_where_there_is_something_to_search(
    qtbot: QtBot, store: DraftStore
) -> None:
    assert not shown(qtbot, store).browser.search.isVisible()
    three(store)
    assert shown(qtbot, store).browser.search.isVisible()


def test_many_drafts_are_narrowed_while_typing(qtbot: QtBot, store: DraftStore) -> None:
    many(store)
    start = shown(qtbot, store)
    assert len(rows(start)) == 12
    QTest.keyClick(start, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = start.browser.search
    assert search.hasFocus()
    QTest.keyClicks(search, "1")
    assert rows(start) == ["第11小学工会 2022年", "第10小学工会 2022年", "第1小学工会 2022年"]
    search.insert("0 小学 进行中")
    assert rows(start) == ["第10小学工会 2022年"]
    search.setText("大学")
    assert not drafts(start).isVisible()
    QTest.keyClick(search, Qt.Key.Key_Escape)
    assert (len(rows(start)), drafts(start).hasFocus()) == (12, True)


def test_enter_in_the_search_opens_what_was_found(qtbot: QtBot, store: DraftStore) -> None:
    many(store)
    id_ = begun(store, unit="丁校工会")
    start = shown(qtbot, store)
    start.browser.search.setText("丁校")
    QTest.keyClick(start.browser.search, Qt.Key.Key_Return)
    wizard = wizard_of(qtbot)
    assert wizard.desk.session.id == id_
    type_into(wizard, "year", "2022")
    wizard.close()


def test_down_goes_from_the_search_into_the_list(qtbot: QtBot, store: DraftStore) -> None:
    many(store)
    start = shown(qtbot, store)
    start.browser.search.setFocus()
    QTest.keyClick(start.browser.search, Qt.Key.Key_Down)
    assert drafts(start).hasFocus()


def test_all_of_the_window_speaks_chinese_and_has_names(qtbot: QtBot, store: DraftStore) -> None:
    many(store)
    store.bin(store.drafts()[0].id, "2022-12-08T10:00:00+00:00")
    start = shown(qtbot, store)
    for show in (
        start.recycle_bin.switch.click,
        start.browser.edit_office,
        start.recycle_bin.switch.click,
    ):
        show()
        assert not [each.text() for each in visible_buttons(start) if latin(each.text())]
        assert not [widget for widget in focusable(start) if not spoken_name(widget)]


def test_the_list_is_one_tab_stop(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    start = shown(qtbot, store)
    assert isinstance(QApplication.focusWidget(), DraftList)
    QTest.keyClick(drafts(start), Qt.Key.Key_Tab)
    assert not drafts(start).hasFocus()


def test_the_time_of_a_draft_is_never_cut(store: DraftStore, qapp: QApplication) -> None:
    id_ = begun(store, unit="江州市红星区第三实验中学及附属小学联合教育工会", year="2022")
    store.rename(id_, "送审稿")
    told = shown_origin(store.listing(id_), QFontMetrics(qapp.font()), 240)
    assert told.endswith(time_line(store.listing(id_)))
    assert "…" in told


def leading(view: DraftList) -> QAbstractButton:
    """The button in the marked row."""
    (button,) = view.viewport().findChildren(QAbstractButton)
    return button


def test_the_marked_row_has_a_button_that_goes_on_with_its_draft(
    qtbot: QtBot, store: DraftStore
) -> None:
    three(store)
    start = shown(qtbot, store)
    view = drafts(start)
    QTest.keyClick(view, Qt.Key.Key_Down)
    row = view.visualRect(view.currentIndex())
    assert leading(view).text() == "接着写"
    assert row.contains(leading(view).geometry())
    QTest.mouseClick(leading(view), Qt.MouseButton.LeftButton)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit") == "乙校工会"
    wizard.close()


def test_the_button_stays_in_its_row_when_the_list_is_scrolled(
    qtbot: QtBot, store: DraftStore
) -> None:
    many(store)
    view = drafts(shown(qtbot, store))
    QTest.keyClick(view, Qt.Key.Key_End)
    for value in (view.verticalScrollBar().maximum(), 0):
        view.verticalScrollBar().setValue(value)
        row = view.visualRect(view.currentIndex())
        assert row.contains(leading(view).geometry())


def test_the_sign_at_the_end_of_a_row_opens_its_menu_and_no_draft(
    qtbot: QtBot, store: DraftStore
) -> None:
    three(store)
    start = shown(qtbot, store)
    view = drafts(start)
    below = view.model().index(2, 0)
    place = menu_place(view.visualRect(below), view.width()).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    menu = menu_of(qtbot)
    assert "移到回收站" in [action.text() for action in menu.actions()]
    assert view.currentIndex() == below
    menu.close()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert start.isVisible()
    if isinstance(popup := QApplication.activePopupWidget(), QMenu):
        popup.close()


def test_what_is_written_stands_below_what_is_not(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    store.note_written(store.drafts()[0].id, "2099-12-08T10:00:00+00:00", 99)
    assert rows(shown(qtbot, store)) == ["乙校工会 2022年", "丙校工会 2022年", "甲校工会 2022年"]


def test_the_sheet_of_a_few_drafts_ends_below_the_last_one(qtbot: QtBot, store: DraftStore) -> None:
    three(store)
    start = shown(qtbot, store)
    view = drafts(start)
    assert view.height() == 3 * row_height()
    many(store)
    start.refresh()
    qtbot.waitUntil(lambda: view.height() > 3 * row_height())
    assert view.mapTo(start, view.rect().bottomLeft()).y() < start.foot.y()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [560, 912])
def test_the_parts_of_a_row_stand_beside_each_other(
    qapp: QApplication, width: int, percent: int
) -> None:
    appearance.apply(Appearance(percent))
    try:
        row = QRect(0, 0, width, row_height())
        parts = [names_place(row, width), standing_place(row, width), menu_place(row, width)]
        if lead := lead_place(row, QSize(82, 32), width):
            parts.insert(2, lead)
        for left, right in pairwise(parts):
            assert left.right() < right.left()
        assert row.contains(parts[0])
        assert row.contains(parts[-1])
        assert qapp.font().pixelSize() > 0
    finally:
        appearance.apply(Appearance())


@pytest.mark.parametrize(
    ("filled", "findings", "written"),
    [(0, 0, ""), (1, 0, ""), (1, 2, ""), (9, 0, ""), (9, 0, "2022-12-08T10:00:00+00:00")],
)
def test_every_word_of_a_row_is_read_out(
    store: DraftStore, filled: int, findings: int, written: str
) -> None:
    summary = DraftSummary("中小学校工会", "甲校工会", "2022年", filled, 9)
    id_ = store.begin(template.source("school"), summary, "2022-12-07T10:00:00+00:00")
    store.note_findings(id_, findings)
    if written:
        store.note_written(id_, written, 0)
    row = store.listing(id_)
    for word in (stage_line(row), progress_line(row), time_line(row), "甲校工会", "2022年"):
        assert word in screen_reader_text(row)
