"""Rows of a table brought in from a file, as a person does it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QProgressDialog,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.support.workbooks import new_book, saved
from tests.ui.support.desks import Office
from tests.ui.support.opened import focusable, latin, spoken_name
from tests.ui.support.shown import closed_message, shown_table
from ui.editors.table import TableEditor
from ui.editors.table.grid import MOST_ROWS
from ui.editors.table.import_file import import_file
from ui.editors.table.import_form import ImportForm
from ui.look import tokens

TABLE = "competition_table"
SCREEN = QSize(1366, 768)
HEADINGS = ("序号", "竞赛 名称", "时间", "参赛职工（人次）", "备注")
ROWS = (
    ("2022年竞赛统计表",),
    HEADINGS,
    (1, "焊工比武", "5月", 120, "好"),
    (2, "钳工比武", "6月", "很多", "也好"),
    ("合计", None, None, 206),
)


@pytest.fixture
def editor(qtbot: QtBot, office: Office) -> TableEditor:
    return shown_table(qtbot, office, TABLE)


def choose(qtbot: QtBot, editor: TableEditor, path: Path) -> None:
    """Press the button, type the file's name and press Enter."""
    QTest.mouseClick(editor.from_file, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def form_of(qtbot: QtBot, editor: TableEditor, path: Path) -> ImportForm:
    choose(qtbot, editor, path)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ImportForm))
    form = QApplication.activeModalWidget()
    assert isinstance(form, ImportForm)
    return form


def take_over(qtbot: QtBot, form: ImportForm) -> None:
    QTest.keyClick(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def pick(box: QComboBox, words: str) -> None:
    """Open a choice by the keyboard and go to the entry with these words in it."""
    at = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(at):
        QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == at


def told(form: ImportForm) -> list[str]:
    return [form.remarks.item(at).text() for at in range(form.remarks.count())]


def kept(office: Office) -> list[tuple[str, ...]]:
    rows = office.kept(TABLE)
    assert isinstance(rows, tuple)
    return [row for row in rows if isinstance(row, tuple)]


def test_a_file_fills_the_table_as_one_step_and_says_so(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    assert [box.currentText() for box in form.sources] == [
        "B列　竞赛 名称",
        "C列　时间",
        "D列　参赛职工（人次）",
        "不导入",
    ]
    assert form.headings.currentText().startswith("第2行")
    assert "将导入 2 行" in form.summary.text()
    with qtbot.waitSignal(office.desk.noticed) as noticed:
        take_over(qtbot, form)
    assert "导入2行" in noticed.args[0]
    assert [row[:3] for row in kept(office)] == [
        ("焊工比武", "5月", "120"),
        ("钳工比武", "6月", "很多"),
    ]
    assert editor.focusWidget() is editor.grid
    office.desk.undo()
    assert office.kept(TABLE) is None
    assert editor.grid.cells() == ()


def test_what_does_not_fit_and_what_is_left_out_is_listed_before(
    qtbot: QtBot, editor: TableEditor, tmp_path: Path
) -> None:
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    assert told(form)[0] == "E列“备注”里有内容，没有导入；要用的请在上面选好。"
    assert told(form)[1] == "第5行是合计，不导入。"
    assert told(form)[2].startswith("第4行“参赛职工”：“很多”")
    cell = form.preview.model().index(1, 2)
    assert cell.data() == "很多"
    assert "很多" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    form.reject()


def test_another_column_is_chosen_by_the_keyboard(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    pick(form.sources[3], "备注")
    pick(form.sources[1], "不导入")
    assert form.preview.model().index(0, 3).data() == "好"
    take_over(qtbot, form)
    assert kept(office)[0] == ("焊工比武", "", "120", "好")


def test_without_any_column_nothing_can_be_imported(
    qtbot: QtBot, editor: TableEditor, tmp_path: Path
) -> None:
    form = form_of(qtbot, editor, saved(tmp_path, [("甲乙", "丙丁"), ("焊工比武", "5月")]))
    assert not form.take.isEnabled()
    assert "至少一列" in form.summary.text()
    pick(form.sources[0], "甲乙")
    assert form.take.isEnabled()
    form.reject()


def test_another_row_of_headings_and_none_at_all(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    form = form_of(
        qtbot, editor, saved(tmp_path, [("焊工比武", "5月", 120), ("钳工比武", "6月", 9)])
    )
    pick(form.headings, "没有标题行")
    assert form.sources[0].currentText() == "A列　如“焊工比武”"
    take_over(qtbot, form)
    assert [row[0] for row in kept(office)] == ["焊工比武", "钳工比武"]


def test_the_sheet_is_chosen_where_there_are_several(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    book, first = new_book()
    first.append(["别的"])
    second = book.create_sheet("竞赛")
    for row in ROWS:
        second.append(list(row))
    book.save(tmp_path / "表.xlsx")
    form = form_of(qtbot, editor, tmp_path / "表.xlsx")
    assert form.sheets.isVisible()
    pick(form.sheets, "竞赛")
    take_over(qtbot, form)
    assert len(kept(office)) == 2


def test_rows_go_below_those_that_are_there_or_take_their_place(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    office.put(TABLE, (("老的", "1月", "5"),))
    path = saved(tmp_path, ROWS)
    form = form_of(qtbot, editor, path)
    assert form.append.isChecked()
    assert "1 行" in form.append.text()
    take_over(qtbot, form)
    assert [row[0] for row in kept(office)] == ["老的", "焊工比武", "钳工比武"]
    assert editor.grid.currentRow() == 1
    form = form_of(qtbot, editor, path)
    QTest.mouseClick(form.replace, Qt.MouseButton.LeftButton)
    QTest.keyClick(form.replace, Qt.Key.Key_Space)
    take_over(qtbot, form)
    assert [row[0] for row in kept(office)] == ["焊工比武", "钳工比武"]


def test_a_table_that_does_not_apply_takes_rows_in_its_place(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    office.put(TABLE, "无此项")
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    assert not form.append.isVisible()
    take_over(qtbot, form)
    assert [row[0] for row in kept(office)] == ["焊工比武", "钳工比武"]


def test_escape_leaves_the_table_as_it_was(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert office.kept(TABLE) is None
    assert editor.from_file.isEnabled()


def test_a_file_that_cannot_be_read_is_told_in_one_sentence(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    (tmp_path / "旧.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    choose(qtbot, editor, tmp_path / "旧.xls")
    assert "另存为 .xlsx" in closed_message(qtbot)
    assert office.kept(TABLE) is None
    assert editor.from_file.isEnabled()


def test_what_finds_no_room_is_told_and_the_rest_comes(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    office.put(TABLE, (("老的",),))
    path = tmp_path / "表.csv"
    lines = (f"活动{at},5月,{at}" for at in range(MOST_ROWS))
    path.write_text("\n".join(("竞赛名称,时间,参赛职工", *lines)), encoding="utf-8")
    form = form_of(qtbot, editor, path)
    assert "最后1行没有导入" in told(form)[0]
    take_over(qtbot, form)
    assert len(kept(office)) == MOST_ROWS
    assert kept(office)[-1][0] == f"活动{MOST_ROWS - 2}"


def test_reading_can_be_stopped(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "表.csv"
    path.write_text(("活动,5月,9" + ",字" * 90 + "\n") * 9_000, encoding="utf-8")
    import_file(
        editor.from_file, path, editor.import_target, lambda _cells, _told: pytest.fail("came")
    )
    assert not editor.from_file.isEnabled()
    patience = editor.findChild(QProgressDialog)
    assert patience is not None
    patience.canceled.emit()
    qtbot.waitUntil(editor.from_file.isEnabled)
    assert QApplication.activeModalWidget() is None
    assert office.kept(TABLE) is None


def test_every_part_of_the_form_is_named_and_reached_by_tab(
    qtbot: QtBot, editor: TableEditor, office: Office, tmp_path: Path
) -> None:
    office.put(TABLE, (("老的", "1月", "5"),))
    form = form_of(qtbot, editor, saved(tmp_path, ROWS))
    wanted = set(focusable(form)) - {form.replace}  # the arrow keys go on to it, as in any group
    names = {each.accessibleName() or spoken_name(each) for each in wanted}
    assert not [name for name in names if not name or latin(name)]
    reached: set[QWidget | None] = set()
    while QApplication.focusWidget() not in reached:
        reached.add(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget() or form, Qt.Key.Key_Tab)
    assert wanted <= reached
    form.reject()


@pytest.mark.parametrize("scale", [1, 1.5])
def test_the_form_fits_a_small_screen(
    qtbot: QtBot, editor: TableEditor, tmp_path: Path, scale: float
) -> None:
    usual = QFont(QApplication.font())
    larger = QFont(usual)
    larger.setPixelSize(round(tokens.TEXT_SIZE * scale))
    QApplication.setFont(larger)
    try:
        form = form_of(qtbot, editor, saved(tmp_path, ROWS, f"{'长' * 60}.xlsx"))
        least = form.minimumSizeHint()
        form.reject()
    finally:
        QApplication.setFont(usual)
    assert least.width() <= SCREEN.width() - 20
    assert least.height() <= SCREEN.height() - 80
