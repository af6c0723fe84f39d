"""The narrative editor in use: live figures, and whose the text is."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, compose, open_office, type_in
from tests.ui.support.shown import show
from ui.editors import width
from ui.editors.prose import NarrativeEditor
from ui.editors.prose.chip import label_of, short_label_of, tooltip_of
from ui.editors.prose.document import OBJECT, insert, places_in, text_of
from ui.editors.prose.narrative import Restoring, marked
from ui.editors.prose.picker import FigurePicker
from ui.editors.prose.prose_edit import MOST, place_at
from ui.editors.text_diff import difference
from ui.look import Colour, colour
from unionapp.draft import Slot
from unionapp.template import Placeholder
from unionapp.text import clean

ITEM = "repair"
SUGGESTED = "职工修复各类备件{parts_repaired}，创经济效益{repair_value}。"


@pytest.fixture
def office(tmp_path: Path) -> Office:
    office = open_office(tmp_path)
    office.put("parts_repaired", "412")
    office.put("repair_value", "70余")
    return office


@pytest.fixture
def editor(qtbot: QtBot, office: Office) -> NarrativeEditor:
    made = NarrativeEditor(office.item(ITEM), office.desk)
    made.resize(700, 300)
    show(qtbot, made)
    made.edit.setFocus()
    return made


def kept(office: Office) -> object:
    return office.kept(ITEM, Slot.NARRATIVE)


def move(editor: NarrativeEditor, where: QTextCursor.MoveOperation, steps: int = 1) -> None:
    editor.edit.moveCursor(where)
    for _ in range(steps - 1):
        editor.edit.moveCursor(where)


def put_cursor(editor: NarrativeEditor, position: int) -> None:
    cursor = editor.edit.textCursor()
    cursor.setPosition(position)
    editor.edit.setTextCursor(cursor)


def chip_position(editor: NarrativeEditor) -> int:
    return editor.edit.toPlainText().index(OBJECT)


def test_an_untouched_text_follows_the_clauses(editor: NarrativeEditor, office: Office) -> None:
    assert editor.edit.text == SUGGESTED
    office.put("saving_measures", "9")
    assert editor.edit.text == SUGGESTED + "落实节能降耗措施{saving_measures}。"
    assert kept(office) is None
    assert not editor.restore_button.isEnabled()


def test_an_edited_text_is_the_secretarys_and_its_figures_stay_live(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    move(editor, QTextCursor.MoveOperation.End)
    type_in(editor.edit, "成绩可观。")
    qtbot.waitUntil(lambda: kept(office) is not None)
    assert kept(office) == SUGGESTED + "成绩可观。"
    office.put("saving_measures", "9")
    assert editor.edit.text == SUGGESTED + "成绩可观。"
    office.put("parts_repaired", "500")
    assert "500件" in copied(editor)


def copied(editor: NarrativeEditor) -> str:
    editor.edit.selectAll()
    editor.edit.copy()
    return QGuiApplication.clipboard().text()


def test_a_chip_of_a_long_table_takes_only_the_beginning_of_its_names(office: Office) -> None:
    place = Placeholder("competition_table")
    office.put(place.id, tuple((f"比武{row}", "", "", "") for row in range(3)))
    assert short_label_of(office.desk, place) == label_of(office.desk, place)
    office.put(place.id, tuple((f"比武{row}", "", "", "") for row in range(5000)))
    beginning = short_label_of(office.desk, place).removesuffix("……")
    assert label_of(office.desk, place).startswith(f"{beginning}、")
    assert len(beginning) < 300


def test_typing_is_joined_until_a_pause(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    with qtbot.assertNotEmitted(office.desk.saved):
        type_in(editor.edit, "abc")
    qtbot.waitUntil(lambda: kept(office) == SUGGESTED + "abc")


def test_leaving_the_text_saves_it_at_once(editor: NarrativeEditor, office: Office) -> None:
    type_in(editor.edit, "a")
    editor.edit.clearFocus()
    assert kept(office) == SUGGESTED + "a"


def test_undo_is_of_the_draft_and_reaches_the_text(editor: NarrativeEditor, office: Office) -> None:
    type_in(editor.edit, "a")
    QTest.keyClick(editor.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.edit.text == SUGGESTED + "a"
    office.desk.undo()
    assert editor.edit.text == SUGGESTED
    assert kept(office) is None


def test_the_suggested_text_is_restored(editor: NarrativeEditor, office: Office) -> None:
    type_in(editor.edit, "a")
    office.desk.flush()
    assert editor.restore_button.isEnabled()
    QTest.mouseClick(editor.restore_button, Qt.MouseButton.LeftButton)
    assert kept(office) == SUGGESTED + "a"
    (offered,) = editor.findChildren(Restoring)
    assert offered.shown.text().endswith(">a</s>")
    QTest.keyClick(offered.restore, Qt.Key.Key_Space)
    assert editor.edit.text == SUGGESTED
    assert kept(office) is None
    assert editor.edit.hasFocus()


def test_a_text_is_kept_when_restoring_would_change_too_much(
    editor: NarrativeEditor, office: Office
) -> None:
    type_in(editor.edit, "a")
    office.desk.flush()
    QTest.mouseClick(editor.restore_button, Qt.MouseButton.LeftButton)
    (offered,) = editor.findChildren(Restoring)
    QTest.mouseClick(offered.keep, Qt.MouseButton.LeftButton)
    assert kept(office) == SUGGESTED + "a"


def test_what_goes_and_what_comes_are_marked_and_no_text_is_taken_for_markup() -> None:
    assert marked("共3次<b>", "共12次<b>", "red") == (
        '共<s style="color:red">3</s><u>12</u>次&lt;b&gt;'
    )


def test_the_characters_of_the_printed_text_are_counted(
    editor: NarrativeEditor, office: Office
) -> None:
    office.put(ITEM, "开展 检查。", Slot.NARRATIVE)
    editor.refresh()
    assert any(label.text().endswith("5字") for label in editor.findChildren(QLabel))


def test_enter_on_a_selected_chip_leads_to_its_entry(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    office.put(ITEM, "共查出{hazards_found}。", Slot.NARRATIVE)
    editor.refresh()
    for backwards in (False, True):
        cursor = editor.edit.textCursor()
        cursor.setPosition(4 if backwards else 3)
        cursor.setPosition(3 if backwards else 4, QTextCursor.MoveMode.KeepAnchor)
        editor.edit.setTextCursor(cursor)
        with qtbot.waitSignal(editor.figure_asked) as asked:
            QTest.keyClick(editor.edit, Qt.Key.Key_Return)
        assert asked.args == ["hazards_found"]


def test_pasted_looks_and_what_finds_no_room_are_told(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    copied = QMimeData()
    copied.setHtml("<b>加粗</b>")
    copied.setText("加粗")
    with qtbot.waitSignal(office.desk.noticed) as told:
        editor.edit.insertFromMimeData(copied)
    assert told.args == ["已去掉粘贴文字的格式"]
    endless = QMimeData()
    endless.setText("长" * 1_000_000)
    with qtbot.waitSignal(office.desk.noticed) as told:
        editor.edit.insertFromMimeData(endless)
    assert "没有放入" in told.args[0]
    assert editor.edit.document().characterCount() <= MOST + 1


def test_typing_that_ends_where_it_began_leaves_the_text_suggested(
    editor: NarrativeEditor, office: Office
) -> None:
    type_in(editor.edit, "a")
    QTest.keyClick(editor.edit, Qt.Key.Key_Backspace)
    office.desk.flush()
    assert kept(office) is None


def test_a_text_typed_back_to_what_is_suggested_follows_the_figures_again(
    editor: NarrativeEditor, office: Office
) -> None:
    type_in(editor.edit, "a")
    office.desk.flush()
    assert kept(office) is not None
    QTest.keyClick(editor.edit, Qt.Key.Key_Backspace)
    office.desk.flush()
    assert kept(office) is None
    office.put("saving_measures", "9")
    assert "{saving_measures}" in editor.edit.text


def test_an_emptied_text_stays_empty(editor: NarrativeEditor, office: Office) -> None:
    editor.edit.selectAll()
    QTest.keyClick(editor.edit, Qt.Key.Key_Delete)
    office.desk.flush()
    assert kept(office) == ""
    office.put("saving_measures", "9")
    assert editor.edit.text == ""


def test_a_chip_is_one_step_of_the_arrow_and_goes_whole(
    editor: NarrativeEditor, office: Office
) -> None:
    at = chip_position(editor)
    put_cursor(editor, at)
    QTest.keyClick(editor.edit, Qt.Key.Key_Right)
    assert editor.edit.textCursor().position() == at + 1
    QTest.keyClick(editor.edit, Qt.Key.Key_Backspace)
    office.desk.flush()
    assert kept(office) == SUGGESTED.replace("{parts_repaired}", "")


def test_letters_typed_after_a_chip_are_text(editor: NarrativeEditor, office: Office) -> None:
    put_cursor(editor, chip_position(editor) + 1)
    type_in(editor.edit, "x余y")
    office.desk.flush()
    assert kept(office) == SUGGESTED.replace("{parts_repaired}", "{parts_repaired}x余y")


def test_a_copied_text_has_its_values_and_a_moved_one_its_figures(
    editor: NarrativeEditor, office: Office
) -> None:
    assert copied(editor) == "职工修复各类备件412件，创经济效益70余万元。"
    editor.edit.cut()
    editor.edit.paste()
    office.desk.flush()
    assert editor.edit.text == SUGGESTED
    assert len(list(places_in(editor.edit.document()))) == 2


def test_a_program_that_is_closed_after_copying_ends_well(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.support.copying", str(tmp_path)],
        check=False,
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ended.returncode == 0


def test_pasted_text_has_no_looks_and_nothing_that_no_paper_holds(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    QGuiApplication.clipboard().setText(f"\u200b甲{OBJECT}乙\r\n丙")
    put_cursor(editor, 0)
    with qtbot.waitSignal(office.desk.noticed):
        editor.edit.paste()
    office.desk.flush()
    assert kept(office) == "甲乙\n丙" + SUGGESTED


def test_a_pasted_indent_is_a_new_paragraph_and_a_bullet_goes_and_both_are_told(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    QGuiApplication.clipboard().setText("· 补助职工。　　一年来，走访职工。\n")
    put_cursor(editor, 0)
    with qtbot.waitSignal(office.desk.noticed) as told:
        editor.edit.paste()
    office.desk.flush()
    assert kept(office) == "补助职工。\n一年来，走访职工。\n" + SUGGESTED
    assert told.args == ["1 处缩进已另起一段；已去掉 1 个段前的符号"]


@pytest.mark.parametrize("brace", ["{", "【", "｛"])
def test_a_brace_opens_the_list_of_figures_and_enter_puts_one_in(
    brace: str, editor: NarrativeEditor, office: Office
) -> None:
    put_cursor(editor, 0)
    type_in(editor.edit, brace)
    picker = editor.findChild(FigurePicker)
    assert picker is not None
    picker.search.setText("节能降耗措施")
    QTest.keyClick(picker.search, Qt.Key.Key_Return)
    office.desk.flush()
    assert kept(office) == "{saving_measures}" + SUGGESTED


def test_a_brace_with_no_figure_chosen_is_a_brace(editor: NarrativeEditor, office: Office) -> None:
    put_cursor(editor, 0)
    type_in(editor.edit, "【")
    picker = editor.findChild(FigurePicker)
    assert picker is not None
    QTest.keyClick(picker, Qt.Key.Key_Escape)
    office.desk.flush()
    assert kept(office) == "【" + SUGGESTED


def test_the_button_offers_the_items_figures_first_and_all_others_after(
    editor: NarrativeEditor, office: Office
) -> None:
    QTest.mouseClick(editor.insert_button, Qt.MouseButton.LeftButton)
    picker = editor.findChild(FigurePicker)
    assert picker is not None
    names = [picker.list.item(row).text() for row in range(picker.list.count())]
    assert names[1].startswith("修复各类备件　412件")
    assert any(name.startswith("工会全称") for name in names)
    assert any(name.startswith("受助职工的姓名") for name in names)
    picker.reject()
    assert kept(office) is None


def test_composing_outlives_a_change_of_a_live_figure(
    editor: NarrativeEditor, office: Office
) -> None:
    move(editor, QTextCursor.MoveOperation.End)
    compose(editor.edit, "cheng'ji")
    office.put("parts_repaired", "99999")
    office.put("saving_measures", "9")
    layout = editor.edit.textCursor().block().layout()
    assert layout.preeditAreaText() == "cheng'ji"
    compose(editor.edit, "", "成绩")
    office.desk.flush()
    assert kept(office) == SUGGESTED + "成绩"


def test_what_was_typed_is_saved_beside_an_open_composition_which_goes_on(
    editor: NarrativeEditor, office: Office
) -> None:
    """Some input methods begin the next word with the same event that ends the last one."""
    move(editor, QTextCursor.MoveOperation.End)
    compose(editor.edit, "ming", "成绩")
    office.desk.flush()
    assert kept(office) == SUGGESTED + "成绩"
    assert editor.edit.textCursor().block().layout().preeditAreaText() == "ming"
    compose(editor.edit, "", "明显")
    office.desk.flush()
    assert kept(office) == SUGGESTED + "成绩明显"


def test_a_save_while_one_types_leaves_cursor_and_selection_where_they_are(
    editor: NarrativeEditor, office: Office
) -> None:
    put_cursor(editor, 3)
    type_in(editor.edit, "现")
    editor.edit.moveCursor(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor)
    before = editor.edit.textCursor()
    office.desk.flush()
    after = editor.edit.textCursor()
    assert (after.anchor(), after.position()) == (before.anchor(), before.position()) == (4, 5)


def test_letters_of_an_input_method_are_no_edit(editor: NarrativeEditor, office: Office) -> None:
    compose(editor.edit, "a")
    office.desk.flush()
    compose(editor.edit, "")
    office.desk.flush()
    assert kept(office) is None


def test_a_change_elsewhere_leaves_the_cursor_in_a_text_that_follows(
    editor: NarrativeEditor, office: Office
) -> None:
    put_cursor(editor, 3)
    office.put("saving_measures", "9")
    assert editor.edit.textCursor().position() == 3


def chip_point(editor: NarrativeEditor) -> QPoint:
    """Where the chip of `parts_repaired` is seen."""
    put_cursor(editor, chip_position(editor))
    point = editor.edit.cursorRect().center() + QPoint(8, 0)
    assert place_at(editor.edit, point) == Placeholder("parts_repaired")
    return point


def test_a_click_on_a_chip_puts_the_cursor_there_and_two_ask_for_its_entry(
    editor: NarrativeEditor,
) -> None:
    point, text = chip_point(editor), editor.edit.viewport()
    asked: list[str] = []
    editor.figure_asked.connect(asked.append)
    put_cursor(editor, 0)
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, pos=point)
    assert asked == []
    assert editor.edit.textCursor().position() in range(
        chip_position(editor), chip_position(editor) + 2
    )
    QTest.mouseDClick(text, Qt.MouseButton.LeftButton, pos=point)
    assert asked == ["parts_repaired"]
    control = Qt.KeyboardModifier.ControlModifier
    QTest.mouseClick(text, Qt.MouseButton.LeftButton, control, point)
    assert asked == ["parts_repaired"] * 2
    assert place_at(editor.edit, QPoint(5, 10)) is None


def test_the_menu_of_a_chip_leads_to_its_entry(editor: NarrativeEditor) -> None:
    point = chip_point(editor)
    asked: list[str] = []
    editor.figure_asked.connect(asked.append)
    where = editor.edit.viewport().mapToGlobal(point)
    editor.edit.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, where))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    menu.close()
    assert asked == ["parts_repaired"]


def test_a_chip_that_is_selected_shows_it_and_can_still_be_read(
    editor: NarrativeEditor,
) -> None:
    put_cursor(editor, chip_position(editor))
    plain = editor.edit.grab().toImage()
    QTest.keyClick(editor.edit, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    selected = editor.edit.grab().toImage()
    inks = [
        {
            image.pixelColor(x, y).rgb()
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y) == colour(Colour.LIVE)
        }
        for image in (plain, selected)
    ]
    assert selected != plain
    assert all(inks)


def test_no_line_begins_with_a_mark_that_closes_what_is_before_it(
    editor: NarrativeEditor, office: Office
) -> None:
    chip = "{parts_repaired}"
    text = "".join(f"{'修' * count}{chip}，又修{chip}。" for count in range(1, 24))
    office.put(ITEM, text, Slot.NARRATIVE)
    editor.refresh()
    hung = 0
    for wide in range(300, 420, 7):
        editor.edit.resize(wide, 300)
        block = editor.edit.document().firstBlock()
        lines = [block.layout().lineAt(at) for at in range(block.layout().lineCount())]
        assert not [line for line in lines if block.text()[line.textStart()] in "，。"]
        hung += len(block.layout().formats())
    assert hung
    assert editor.edit.text == text


def test_what_is_still_to_be_filled_in_is_told_below_the_text(
    qtbot: QtBot, editor: NarrativeEditor, office: Office
) -> None:
    office.put("parts_repaired", None)
    office.put(ITEM, "修复备件{parts_repaired}。", Slot.NARRATIVE)
    editor.refresh()
    assert editor.missing is not None
    assert "修复各类备件" in editor.missing.text()
    with qtbot.waitSignal(editor.figure_asked) as asked:
        editor.missing.buttons[0].click()
    assert asked.args == ["parts_repaired"]
    office.put("parts_repaired", "3")
    editor.refresh()
    assert editor.missing.isHidden()


def test_hovering_tells_name_value_and_up_to_when(office: Office) -> None:
    office.put("repair_period", "2022年1-11月")
    told = tooltip_of(office.desk, Placeholder("parts_repaired"))
    assert told.splitlines()[:2] == ["修复各类备件：412件", "截至：2022年1—11月"]


def test_the_year_of_what_is_planned_is_a_chip_that_leads_to_the_year(office: Office) -> None:
    place = Placeholder("year", "next")
    assert label_of(office.desk, place) == "待填·总结年度的下一年"
    office.put("year", "2026")
    assert tooltip_of(office.desk, place) == "总结年度的下一年：2027年\n双击去填写"


def test_a_blank_figure_is_drawn_as_one_to_fill_in(editor: NarrativeEditor, office: Office) -> None:
    office.put(ITEM, "共{saving_measures}。", Slot.NARRATIVE)
    assert copied(editor) == "共待填·节能降耗措施。"
    put_cursor(editor, 0)
    before = editor.edit.grab().toImage()
    office.put("saving_measures", "9")
    assert editor.edit.grab().toImage() != before


KNOWN = frozenset({"members", "name_2"})
PIECES = st.one_of(
    st.text(max_size=6),
    st.sampled_from(["{members}", "{name_2.part}", "{unknown}", "{", "}", "{}", "𠮷", "\n"]),
)
PROSE = st.lists(PIECES, max_size=8).map(lambda parts: clean("".join(parts)).text)


def known(place: Placeholder) -> bool:
    return place.id in KNOWN


@pytest.mark.usefixtures("qapp")
@given(PROSE)
def test_text_to_document_and_back_is_the_same(text: str) -> None:
    document = QTextDocument()
    insert(QTextCursor(document), text, known)
    assert text_of(document) == text


@given(PROSE, PROSE)
def test_writing_only_the_difference_gives_the_new_text(old: str, new: str) -> None:
    start, old_end, new_end = difference(old, new)
    assert old[:start] + new[start:new_end] + old[old_end:] == new


def test_rare_characters_take_two_positions() -> None:
    assert (width("工会"), width("𠮷")) == (2, 2)


def test_a_paste_and_a_figure_put_in_are_steps_of_their_own_however_soon(
    editor: NarrativeEditor, office: Office
) -> None:
    editor.edit.selectAll()
    type_in(editor.edit, "a")
    QGuiApplication.clipboard().setText("bc")
    QTest.keyClick(editor.edit, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    type_in(editor.edit, "d")
    editor.edit.insert_place(Placeholder("parts_repaired"))
    type_in(editor.edit, "e")
    office.desk.flush()
    found = []
    while kept(office):
        found.append(kept(office))
        office.desk.undo()
    figure = "{parts_repaired}"
    assert found == [f"abcd{figure}e", f"abcd{figure}", "abcd", "abc", "a"]


BROKEN = (
    "　　今年以来，工会坚持以职工为中心，新发展会员1284人，组建工会12家，走访困难职工\n"
    "120户，发放慰问金12万元。"
)
PASTED = BROKEN.removeprefix("　　")
WHOLE = PASTED.replace("\n", "")


def test_lines_broken_by_a_pdf_are_offered_to_be_joined_as_one_step(
    editor: NarrativeEditor, office: Office
) -> None:
    QApplication.clipboard().setText(BROKEN)
    editor.edit.selectAll()
    editor.edit.paste()
    assert kept(office) == PASTED
    assert editor.joining is not None
    assert editor.joining.isVisible()
    (button,) = editor.joining.buttons
    button.click()
    assert kept(office) == editor.edit.text == WHOLE
    assert not editor.joining.isVisible()
    office.desk.undo()
    assert kept(office) == editor.edit.text == PASTED
    assert editor.joining.isVisible()


def test_a_paste_whose_lines_people_ended_is_followed_by_no_offer(editor: NarrativeEditor) -> None:
    QApplication.clipboard().setText("走访职工。\n发放慰问金。")
    editor.edit.paste()
    assert editor.joining is None
