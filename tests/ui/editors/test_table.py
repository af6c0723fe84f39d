"""The table editor in use, and the blocks of cells that are pasted into it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.support.desks import Office, compose, type_in
from tests.ui.support.shown import shown_table
from ui.editors.table import TableEditor
from ui.editors.table.grid import MOST_ROWS, Grid
from ui.editors.table.import_form import ImportForm
from unionapp.importing import (
    copied_text,
    pasted_cells,
    trimmed,
    with_block,
    with_row_moved,
    without_rows,
)

TABLE = "competition_table"
EXCEL = "焊工比武\t2022年5月\t120\t选出状元3名\r\n安康知识竞赛\t2022年6月\t86\t参赛面80%\r\n"


@pytest.fixture
def editor(qtbot: QtBot, office: Office) -> TableEditor:
    return shown_table(qtbot, office, TABLE)


def paste(editor: TableEditor, text: str, row: int = 0, column: int = 0) -> None:
    QGuiApplication.clipboard().setText(text)
    editor.grid.setCurrentCell(row, column)
    editor.grid.paste()


def press(editor: TableEditor, words: str) -> None:
    button = next(b for b in editor.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_cell(grid: Grid, row: int, column: int) -> QLineEdit:
    """The entry of a cell, opened by typing into it."""
    grid.setCurrentCell(row, column)
    grid.edit(grid.currentIndex())
    entry = grid.viewport().findChild(QLineEdit)
    assert entry is not None
    return entry


def test_a_block_copied_from_excel_fills_rows_as_one_step(
    editor: TableEditor, office: Office
) -> None:
    paste(editor, EXCEL)
    rows = office.kept(TABLE)
    assert isinstance(rows, tuple)
    assert [row[0] for row in rows] == ["焊工比武", "安康知识竞赛"]
    assert rows[1][2] == "86"
    office.desk.undo()
    assert office.kept(TABLE) is None
    assert editor.grid.cells() == ()


def test_a_paste_and_each_change_of_rows_is_a_step_of_its_own_however_soon(
    editor: TableEditor, office: Office
) -> None:
    type_in(open_cell(editor.grid, 0, 0), "abc")
    paste(editor, EXCEL, row=1)
    steps = [editor.grid.cells()]
    for words in ("排序", "插入行", "删除行", "下移"):
        editor.grid.setCurrentCell(0, 0)
        press(editor, words)
        steps.append(editor.grid.cells())
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the first cell's entry
    type_in(open_cell(editor.grid, 0, 1), "x")
    for cells in (*reversed(steps), (("abc",),), ()):
        office.desk.undo()
        assert editor.grid.cells() == cells


def test_a_cell_pasted_while_one_types_in_it_is_a_step_of_its_own(
    editor: TableEditor, office: Office
) -> None:
    entry = open_cell(editor.grid, 0, 0)
    type_in(entry, "a")
    QGuiApplication.clipboard().setText("bc")
    QTest.keyClick(entry, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    type_in(entry, "d")
    for typed in ((("abc",),), (("a",),), None):
        office.desk.undo()
        assert office.kept(TABLE) == typed


def test_a_pasted_heading_is_not_a_row(editor: TableEditor, office: Office) -> None:
    names = "\t".join(column.name for column in office.indicator(TABLE).columns)
    paste(editor, f"{names}\n{EXCEL}")
    assert [row[0] for row in editor.grid.cells()] == ["焊工比武", "安康知识竞赛"]


@pytest.mark.parametrize(
    ("block", "told"),
    [
        (
            "时间\t竞赛名称\t主要成果\t参赛人次\n2022年5月\t焊工比武\t选出状元3名\t120\n",
            "按标题行对应了各列。",
        ),
        (
            "序号\t竞赛名称\t时间\t参赛职工（人次）\t主要成果\n"
            "1\t焊工比武\t2022年5月\t120\t选出状元3名\n\t合计\t\t120\t\n",
            "按标题行对应了各列；没有放入：序号、第3行（是合计）。",
        ),
        (
            "2022年竞赛情况表\t\t\n\t\t填表人：李\n竞赛名称\t时间\t参赛职工（人次）\t主要成果\n"
            "焊工比武\t2022年5月\t120\t选出状元3名\n合计\t\t120\t\n",
            "按标题行对应了各列；没有放入：第5行（是合计）。",
        ),
    ],
)
def test_pasted_headings_tell_the_columns_and_are_no_row(
    qtbot: QtBot, editor: TableEditor, office: Office, block: str, told: str
) -> None:
    paste(editor, EXCEL)
    with qtbot.waitSignal(office.desk.noticed) as noticed:
        paste(editor, block, row=1)
    first = ("焊工比武", "2022年5月", "120", "选出状元3名")
    assert editor.grid.cells() == (first, first)
    assert noticed.args[0] == told
    office.desk.undo()
    assert editor.grid.cells()[1][0] == "安康知识竞赛"


def test_a_pasted_column_that_fits_no_heading_is_asked_about(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    paste(editor, EXCEL)
    paste(editor, "竞赛名称\t时间\t到场情况\n钳工比武\t6月\t90\n")
    form = QApplication.activeModalWidget()
    assert isinstance(form, ImportForm)
    assert len(editor.grid.cells()) == 2
    box = form.sources[2]
    box.setCurrentIndex(box.findText("到场情况", Qt.MatchFlag.MatchContains))
    box.activated.emit(box.currentIndex())
    form.take.click()
    qtbot.waitUntil(lambda: len(editor.grid.cells()) == 3)
    assert editor.grid.cells()[2][:3] == ("钳工比武", "6月", "90")
    office.desk.undo()
    assert len(editor.grid.cells()) == 2


def test_headings_in_other_words_are_asked_about_and_are_no_row(
    qtbot: QtBot, editor: TableEditor
) -> None:
    paste(editor, "序号\t竞赛项目\t竞赛时间\t参赛人员\n1\t钳工比武\t6月\t90\n")
    form = QApplication.activeModalWidget()
    assert isinstance(form, ImportForm)
    assert editor.grid.cells() == ()
    box = form.sources[0]
    box.setCurrentIndex(box.findText("竞赛项目", Qt.MatchFlag.MatchContains))
    box.activated.emit(box.currentIndex())
    form.take.click()
    qtbot.waitUntil(lambda: len(editor.grid.cells()) == 1)
    assert editor.grid.cells()[0][0] == "钳工比武"


def test_columns_that_a_pasted_block_with_headings_lacks_stay_as_they_were(
    editor: TableEditor,
) -> None:
    paste(editor, EXCEL)
    paste(editor, "参赛职工\t竞赛名称\n90\t钳工比武\n")
    assert editor.grid.cells()[0] == ("钳工比武", "2022年5月", "90", "选出状元3名")


@pytest.mark.parametrize(
    ("block", "column"),
    [
        ("序号\t竞赛名称\n1\t焊工比武", 0),
        ("时间\t参赛职工\n5月\t120", 1),
        ("时间\t参赛职工", 0),
        ("竞赛名称比武\t2022年5月\t参赛职工\n钳工比武\t6月\t80", 0),
    ],
)
def test_a_block_without_two_headings_from_the_first_column_goes_in_as_it_is(
    editor: TableEditor, block: str, column: int
) -> None:
    paste(editor, block, column=column)
    rows = [row.split("\t") for row in block.split("\n")]
    assert [list(row[column:]) for row in editor.grid.cells()] == rows


def test_a_pasted_total_is_left_out_and_named(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(editor, f"{EXCEL}合计\t\t206")
    assert told.args[0] == "没有放入合计行：合计 206。"
    assert [row[0] for row in editor.grid.cells()] == ["焊工比武", "安康知识竞赛"]


def test_a_single_pasted_cell_may_be_any_word(editor: TableEditor) -> None:
    paste(editor, "合计")
    assert editor.grid.cells() == (("合计",),)


def test_columns_that_do_not_fit_are_told(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(editor, "一\t二\t三\t四\t五")
    assert "5列" in told.args[0]
    assert editor.grid.cells() == (("一", "二", "三", "四"),)


def test_each_key_in_a_cell_is_kept(editor: TableEditor, office: Office) -> None:
    entry = open_cell(editor.grid, 0, 2)
    type_in(entry, "1")
    assert office.kept(TABLE) == (("", "", "1"),)
    type_in(entry, "2")
    assert office.kept(TABLE) == (("", "", "12"),)
    assert editor.grid.rowCount() == 2


def test_composing_in_a_cell_outlives_a_change_elsewhere(
    editor: TableEditor, office: Office
) -> None:
    entry = open_cell(editor.grid, 0, 0)
    type_in(entry, "a")
    compose(entry, "han")
    office.put("hazards_found", "3")
    compose(entry, "", "焊")
    assert office.kept(TABLE) == (("a焊",),)


def test_tab_and_enter_go_from_cell_to_cell_and_leave_at_the_end(editor: TableEditor) -> None:
    grid = editor.grid
    entry = open_cell(grid, 0, 0)
    type_in(entry, "x")
    QTest.keyClick(entry, Qt.Key.Key_Tab)
    assert (grid.currentRow(), grid.currentColumn()) == (0, 1)
    following = QApplication.focusWidget()
    assert isinstance(following, QLineEdit)
    QTest.keyClick(following, Qt.Key.Key_Return)
    assert (grid.currentRow(), grid.currentColumn()) == (0, 2)
    grid.setCurrentCell(grid.rowCount() - 1, 3)
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Tab)
    assert not grid.hasFocus()


def test_rows_are_inserted_moved_and_taken_out(editor: TableEditor, office: Office) -> None:
    paste(editor, "甲\n乙\n丙")
    editor.grid.setCurrentCell(0, 0)
    press(editor, "下移")
    assert _first_column(office) == ["乙", "甲", "丙"]
    press(editor, "上移")
    assert _first_column(office) == ["甲", "乙", "丙"]
    editor.grid.setCurrentCell(1, 0)
    press(editor, "删除行")
    assert _first_column(office) == ["甲", "丙"]
    editor.grid.setCurrentCell(1, 0)
    press(editor, "插入行")
    type_in(open_cell(editor.grid, 1, 0), "丁")
    assert _first_column(office) == ["甲", "丁", "丙"]


def test_an_unreadable_cell_is_kept_and_marked(editor: TableEditor, office: Office) -> None:
    paste(editor, "焊工比武\t2022年5月\t很多\t")
    assert office.kept(TABLE) == (("焊工比武", "2022年5月", "很多"),)
    tips = [editor.grid.model().index(0, at).data(Qt.ItemDataRole.ToolTipRole) for at in (2, 0)]
    assert "很多" in tips[0]
    assert tips[1] == ""
    assert "第1行第3列" in editor.hint.text()


def test_a_table_that_does_not_apply_is_said_and_can_be_filled_again(
    editor: TableEditor, office: Office
) -> None:
    type_in(open_cell(editor.grid, 0, 0), "无此项")
    assert office.kept(TABLE) == "无此项"
    editor.grid.setCurrentCell(0, 0)
    assert editor.grid.model().index(0, 0).data() == "无此项"
    paste(editor, EXCEL)
    assert isinstance(office.kept(TABLE), tuple)


def test_copied_cells_paste_the_same(editor: TableEditor, office: Office) -> None:
    paste(editor, EXCEL)
    editor.grid.selectAll()
    editor.grid.copy()
    before = editor.grid.cells()
    editor.grid.clear_cells()
    assert office.kept(TABLE) is None
    editor.grid.setCurrentCell(0, 0)
    editor.grid.paste()
    assert editor.grid.cells() == before


def test_a_table_copied_from_a_web_page_fills_rows(editor: TableEditor, office: Office) -> None:
    copied = QMimeData()
    copied.setText("焊工比武 2022年5月 120")
    copied.setHtml(
        "<p>节选</p><TABLE><tr><th colspan=2>竞赛</th></tr><tr><td>焊工<b>比武</b><td>2022年5月"
        "<td> 120<br></td></tr></TABLE>"
    )
    QGuiApplication.clipboard().setMimeData(copied)
    editor.grid.setCurrentCell(0, 0)
    editor.grid.paste()
    assert office.kept(TABLE) == (("竞赛",), ("焊工比武", "2022年5月", "120"))


def test_the_cells_of_excel_are_taken_from_its_text_not_its_page(editor: TableEditor) -> None:
    copied = QMimeData()
    copied.setText("焊工比武\t2022年5月\n")
    copied.setHtml("<table><tr><td>别的</td></tr></table>")
    QGuiApplication.clipboard().setMimeData(copied)
    editor.grid.setCurrentCell(0, 0)
    editor.grid.paste()
    assert editor.grid.cells() == (("焊工比武", "2022年5月"),)


def test_rows_are_sorted_by_the_size_of_figures_and_backwards_the_second_time(
    editor: TableEditor, office: Office
) -> None:
    paste(editor, "甲\t\t20\n乙\t\t3\n丙\n丁\t\t100余")
    editor.grid.setCurrentCell(0, 2)
    press(editor, "排序")
    assert _first_column(office) == ["乙", "甲", "丁", "丙"]
    editor.grid.setCurrentCell(0, 2)
    press(editor, "排序")
    assert _first_column(office) == ["丁", "甲", "乙", "丙"]


def test_dates_are_sorted_by_the_calendar_however_they_are_written(
    editor: TableEditor, office: Office
) -> None:
    paste(
        editor,
        "甲\t2026.12\n乙\t年底\n丙\t2026年9月\n丁\t2026-11-03\n戊\n己\t2026-03-08\n庚\t待定\n辛\t2026.5",
    )
    editor.grid.setCurrentCell(0, 1)
    press(editor, "排序")
    assert "".join(_first_column(office)) == "己辛丙丁甲乙庚戊"
    editor.grid.setCurrentCell(0, 1)
    press(editor, "排序")
    assert "".join(_first_column(office)) == "甲丁丙辛己乙庚戊"


def test_the_rows_and_the_totals_of_exact_columns_are_told(editor: TableEditor) -> None:
    paste(editor, EXCEL)
    told = [label.text() for label in editor.findChildren(QLabel) if "共" in label.text()]
    assert told == ["共 2 行　参赛职工 206人次"]


def test_a_column_without_a_total_says_for_which_row(editor: TableEditor) -> None:
    paste(editor, "焊工比武\t2022年5月\t120\t\n钳工比武\t2022年6月\t80余\t\n车工比武\t\t很多\t")
    told = [label.text() for label in editor.findChildren(QLabel) if "共" in label.text()]
    assert told == ["共 3 行　参赛职工 含概数，不合计（第2行）"]


def test_ten_thousand_columns_leave_out_what_does_not_fit_and_say_so(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(editor, "\t".join(map(str, range(10_000))))
    assert "10000列" in told.args[0]
    assert editor.grid.cells() == (("0", "1", "2", "3"),)


def test_a_paste_without_bounds_is_refused_in_a_sentence(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    with qtbot.waitSignal(office.desk.noticed) as told:
        paste(editor, "一" * 4_000_001)
    assert "太大" in told.args[0]
    assert editor.grid.cells() == ()


def test_a_long_table_is_saved_when_typing_pauses_and_before_anything_is_undone(
    qtbot: QtBot, editor: TableEditor, office: Office
) -> None:
    paste(editor, "\n".join(f"活动{row}\t\t{row}" for row in range(5001)))
    rows = office.kept(TABLE)
    assert isinstance(rows, tuple)
    assert len(rows) == MOST_ROWS
    entry = open_cell(editor.grid, 4000, 0)
    QTest.keyClicks(entry, "x")
    assert _first_column(office)[4000] == "活动4000"
    qtbot.waitUntil(lambda: _first_column(office)[4000] == "x")
    QTest.keyClicks(entry, "y")
    office.desk.flush()
    assert _first_column(office)[4000] == "xy"


def _first_column(office: Office) -> list[str]:
    rows = office.kept(TABLE)
    assert isinstance(rows, tuple)
    return [row[0] for row in rows]


CELL = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zs", "Zl", "Zp"]), min_size=1)
BLOCK = st.lists(st.lists(CELL, min_size=2, max_size=4).map(tuple), min_size=1, max_size=5).map(
    tuple
)


@given(BLOCK)
def test_a_block_without_quotation_marks_comes_back_as_it_was_copied(
    block: tuple[tuple[str, ...], ...],
) -> None:
    plain = tuple(tuple(cell.replace('"', "”") for cell in row) for row in block)
    assert pasted_cells(copied_text(plain)) == plain


def test_a_cell_with_a_line_break_is_one_cell_in_one_line() -> None:
    assert pasted_cells('a\t"第一行\n第二行"\r\nb\tc\r\n') == (("a", "第一行 第二行"), ("b", "c"))


def test_a_quotation_mark_that_is_never_closed_is_text() -> None:
    assert pasted_cells('"五个一\t2\nb\tc') == (('"五个一', "2"), ("b", "c"))


def test_a_cell_with_a_very_long_text_is_pasted_whole() -> None:
    assert pasted_cells("a\t" + "长" * 200_000) == (("a", "长" * 200_000),)


def test_rows_as_data() -> None:
    cells = (("a",), ("b",), ("c",))
    assert with_row_moved(cells, 0, -1) == cells
    assert with_row_moved(cells, 0, 1) == (("b",), ("a",), ("c",))
    assert without_rows(cells, {0, 2}) == (("b",),)
    assert with_block(cells, (("x", "y", "z"),), 3, 1, 2)[3] == ("", "x")
    assert trimmed((("a", " "), (), ("", ""))) == (("a",),)


@pytest.mark.parametrize("width", [900, 480, 330])
def test_no_heading_is_cut_however_narrow_its_column(editor: TableEditor, width: int) -> None:
    editor.resize(width, 400)
    QApplication.sendPostedEvents()
    header, model = editor.grid.horizontalHeader(), editor.grid.model()
    metrics = header.fontMetrics()
    for at in range(model.columnCount()):
        lines = str(model.headerData(at, Qt.Orientation.Horizontal)).split("\n")
        assert max(map(metrics.horizontalAdvance, lines)) <= header.sectionSize(at) - 8
        assert len(lines) * metrics.lineSpacing() <= header.height()


def test_a_heading_that_is_wider_than_its_column_goes_on_in_a_second_line(
    editor: TableEditor,
) -> None:
    editor.resize(1000, 400)
    header = editor.grid.horizontalHeader()
    low, table = header.height(), editor.grid.height()
    editor.resize(330, 400)
    QApplication.sendPostedEvents()
    assert header.height() >= 2 * editor.grid.fontMetrics().lineSpacing()
    assert header.height() > low
    assert editor.grid.height() - table == header.height() - low
