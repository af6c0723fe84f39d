"""Beginning from the start window: who the union is, next year, files from a colleague."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.support.samples import value
from tests.ui.support.opened import begun, focusable, spoken_name
from tests.ui.support.started import (
    begin_by_keyboard,
    button,
    choose,
    drafts,
    menu_of,
    rows,
    shown,
    wizard_of,
)
from ui.look import Colour, colour
from ui.panels.proof import ProofWindow
from ui.start import StartWindow
from ui.start.office_form import OfficeForm
from unionapp import template
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session, begin, begin_from, exchange
from unionapp.system import Office, settings


@pytest.fixture
def start(qtbot: QtBot, store: DraftStore) -> StartWindow:
    return shown(qtbot, store)


def entry(start: StartWindow, name: str) -> QLineEdit:
    lines = start.findChildren(QLineEdit)
    return next(each for each in lines if each.isVisible() and each.accessibleName() == name)


def test_the_first_start_asks_who_the_union_is_and_begins_with_that(
    qtbot: QtBot, start: StartWindow
) -> None:
    kinds = QApplication.focusWidget()
    assert isinstance(kinds, QComboBox)
    for _ in range(1 + template.available().index("school")):
        QTest.keyClick(kinds, Qt.Key.Key_Down)
    QTest.keyClick(kinds, Qt.Key.Key_Tab)
    unit = QApplication.focusWidget()
    assert unit is entry(start, "工会全称")
    entry(start, "工会全称").insert("甲校工会")
    entry(start, "上级工会").insert("县总工会")
    QTest.mouseClick(button(start, "记下并新建草稿"), Qt.MouseButton.LeftButton)
    wizard = wizard_of(qtbot)
    assert wizard.desk.template.id == "school"
    assert wizard.desk.figures.printed("unit") == "甲校工会"
    assert wizard.desk.figures.printed("superior") == "县总工会"
    wizard.close()
    assert settings.load().office == Office("school", "甲校工会", "县总工会")


def test_without_a_kind_the_form_says_what_is_missing_and_keeps_the_rest(
    start: StartWindow,
) -> None:
    entry(start, "工会全称").insert("甲校工会")
    QTest.mouseClick(button(start, "记下并新建草稿"), Qt.MouseButton.LeftButton)
    assert start.isVisible()
    kinds = QApplication.focusWidget()
    assert isinstance(kinds, QComboBox)
    assert entry(start, "工会全称").text() == "甲校工会"
    form = start.findChild(OfficeForm)
    assert isinstance(form, OfficeForm)
    assert form.explanation.startswith("请先选好")
    assert not settings.load().asked_who
    QTest.keyClick(kinds, Qt.Key.Key_Down)
    assert not form.explanation.startswith("请先选好")


def test_enter_leads_through_the_form_and_accepts_it_at_its_end(
    qtbot: QtBot, start: StartWindow
) -> None:
    (kinds,) = start.findChildren(QComboBox)
    kinds.setCurrentIndex(kinds.findData("school"))
    unit = entry(start, "工会全称")
    unit.setFocus()
    QTest.keyClick(unit, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is entry(start, "上级工会")
    place = start.geometry()
    QTest.keyClick(entry(start, "单位行政"), Qt.Key.Key_Return)
    wizard_of(qtbot).close()
    qtbot.waitUntil(start.isVisible)
    assert start.geometry() == place


def test_the_question_can_be_skipped_and_is_not_asked_again(
    qtbot: QtBot, start: StartWindow, store: DraftStore
) -> None:
    QTest.mouseClick(button(start, "以后再填"), Qt.MouseButton.LeftButton)
    assert not [each for each in start.findChildren(QComboBox) if each.isVisible()]
    again = shown(qtbot, store)
    assert not [each for each in again.findChildren(QComboBox) if each.isVisible()]


def test_what_was_filled_in_counts_when_a_draft_is_begun_another_way(
    qtbot: QtBot, start: StartWindow
) -> None:
    entry(start, "工会全称").insert("甲厂工会")
    wizard = begin_by_keyboard(qtbot, start, 1)
    assert wizard.desk.figures.printed("unit") == "甲厂工会"
    wizard.close()


def test_the_form_can_be_opened_again_and_the_kind_stands_first_in_the_menu(
    qtbot: QtBot, store: DraftStore
) -> None:
    settings.remember_office(Office("hospital", "县医院工会"))
    begun(store, unit="甲校工会")
    start = shown(qtbot, store)
    QTest.mouseClick(button(start, "本单位"), Qt.MouseButton.LeftButton)
    assert not [widget for widget in focusable(start) if not spoken_name(widget)]
    entry(start, "工会全称").setText("县人民医院工会")
    QTest.mouseClick(button(start, "记下"), Qt.MouseButton.LeftButton)
    assert settings.load().office.unit == "县人民医院工会"
    assert drafts(start).isVisible()
    button(start, "新建").click()
    menu = menu_of(qtbot)
    assert menu.actions()[0].text() == template.load("hospital").name
    menu.close()


def test_the_form_begins_at_the_kind_which_shows_its_focus_and_the_line_one_is_at(
    qtbot: QtBot, store: DraftStore
) -> None:
    begun(store)
    start = shown(qtbot, store)
    QTest.mouseClick(button(start, "本单位"), Qt.MouseButton.LeftButton)
    kinds = QApplication.focusWidget()
    assert isinstance(kinds, QComboBox)
    edge = kinds.grab().toImage().pixelColor(kinds.width() // 2, 1)
    assert edge.name() == colour(Colour.LIVE).name()
    kinds.setFocus()
    QTest.keyClick(kinds, Qt.Key.Key_Space)
    assert kinds.view().currentIndex().row() == 0
    for _ in range(5):
        QTest.keyClick(kinds.view(), Qt.Key.Key_Down)
    QTest.keyClick(kinds.view(), Qt.Key.Key_Return)
    assert kinds.currentIndex() == 5
    settings.remember_office(Office("hospital", "县医院工会"))
    again = shown(qtbot, store)
    QTest.mouseClick(button(again, "本单位"), Qt.MouseButton.LeftButton)
    assert isinstance(QApplication.focusWidget(), QComboBox)


def test_leaving_the_form_changes_nothing(qtbot: QtBot, store: DraftStore) -> None:
    settings.remember_office(Office("hospital", "县医院工会"))
    begun(store)
    start = shown(qtbot, store)
    QTest.mouseClick(button(start, "本单位"), Qt.MouseButton.LeftButton)
    entry(start, "工会全称").setText("别的")
    QTest.mouseClick(button(start, "不改了"), Qt.MouseButton.LeftButton)
    assert settings.load().office.unit == "县医院工会"
    assert drafts(start).hasFocus()


def test_the_example_is_that_of_the_offices_kind(qtbot: QtBot, store: DraftStore) -> None:
    settings.remember_office(Office("hospital"))
    start = shown(qtbot, store)
    QTest.mouseClick(button(start, "打开示例"), Qt.MouseButton.LeftButton)
    wizard = wizard_of(qtbot)
    assert wizard.desk.template.id == "hospital"
    wizard.close()
    qtbot.waitUntil(start.isVisible)
    assert rows(start) == ["示例"]


def test_next_year_begins_from_the_marked_draft(qtbot: QtBot, store: DraftStore) -> None:
    begin(store, "school", [value("unit", "乙校工会"), value("year", "2022"), value("lost", "1")])
    begun(store, unit="甲校工会", year="2020")
    start = shown(qtbot, store)
    QTest.keyClick(drafts(start), Qt.Key.Key_Down)
    QTest.mouseClick(button(start, "从上年草稿开始"), Qt.MouseButton.LeftButton)
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit") == "乙校工会"
    assert wizard.desk.figures.printed("year") == "2023年"
    wizard.close()
    qtbot.waitUntil(start.isVisible)
    assert rows(start) == ["乙校工会 2023年", "甲校工会 2020年", "乙校工会 2022年"]
    assert start.notice.sentence == ""


def test_what_the_new_template_has_no_place_for_is_told(qtbot: QtBot, store: DraftStore) -> None:
    old = template.source("school").replace("version = 1", "version = 0", 1)
    old = old.replace('"union_groups"', '"old_groups"').replace("{union_groups}", "{old_groups}")
    begin_from(store, old, [value("unit", "甲校工会"), value("old_groups", "12")])
    start = shown(qtbot, store)
    choose(qtbot, drafts(start), "从它开始下一年")
    wizard = wizard_of(qtbot)
    assert "“工会小组”" in wizard.status.sentence
    wizard.close()
    qtbot.waitUntil(start.isVisible)
    assert "新版模板里已经没有“工会小组”" in start.notice.sentence


def test_without_a_draft_there_is_no_next_year(start: StartWindow) -> None:
    assert not button(start, "从上年草稿开始").isVisible()


def dialog_of(qtbot: QtBot) -> QFileDialog:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    return dialog


def enter_path(qtbot: QtBot, path: Path) -> None:
    """Type a path into the dialog that is open, as on a keyboard, and press Enter."""
    dialog = dialog_of(qtbot)
    line = dialog.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText(str(path))
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_draft_goes_out_as_a_file_and_the_file_opened_here_goes_on_in_it(
    qtbot: QtBot, store: DraftStore, tmp_path: Path
) -> None:
    id_ = begun(store, unit="甲校工会", year="2022")
    start = shown(qtbot, store)
    choose(qtbot, drafts(start), "导出为文件…")
    assert dialog_of(qtbot).selectedFiles()[0].endswith("甲校工会 2022年.ghzj")
    enter_path(qtbot, tmp_path / "给同事")
    qtbot.waitUntil(lambda: "已导出“给同事.ghzj”" in start.notice.sentence)
    QTest.mouseClick(button(start, "打开文件…"), Qt.MouseButton.LeftButton)
    enter_path(qtbot, tmp_path / "给同事.ghzj")
    wizard = wizard_of(qtbot)
    assert wizard.desk.session.id == id_
    wizard.close()
    assert len(store.drafts()) == 1


def test_a_file_can_be_let_fall_on_the_window(
    qtbot: QtBot, store: DraftStore, tmp_path: Path
) -> None:
    path = tmp_path / "甲校.ghzj"
    exchange.save(store, begun(store, unit="甲校工会"), path)
    start = shown(qtbot, store)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, mime, left, none)
    start.dragEnterEvent(entering)
    assert entering.isAccepted()
    start.dropEvent(QDropEvent(QPointF(50, 50), copy, mime, left, none))
    wizard = wizard_of(qtbot)
    assert wizard.desk.figures.printed("unit") == "甲校工会"
    wizard.close()


def test_other_files_are_not_taken_when_they_are_let_fall(start: StartWindow) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile("总结.xlsx")])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, mime, left, none)
    entering.ignore()
    start.dragEnterEvent(entering)
    assert not entering.isAccepted()


def test_a_paper_that_is_let_fall_is_proofread(
    qtbot: QtBot, start: StartWindow, tmp_path: Path
) -> None:
    path = tmp_path / "总结.txt"
    path.write_text("会员12人。", encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    entering = QDragEnterEvent(QPoint(50, 50), copy, mime, left, none)
    entering.ignore()
    start.dragEnterEvent(entering)
    assert entering.isAccepted()
    start.dropEvent(QDropEvent(QPointF(50, 50), copy, mime, left, none))
    window = start.findChild(ProofWindow)
    assert isinstance(window, ProofWindow)
    qtbot.waitUntil(lambda: window.text.toPlainText() == "会员12人。")
    window.close()


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "没有这个文件"), (b"", "已经损坏"), (b"PK\x03\x04", "不是本程序导出的草稿")],
)
def test_a_file_that_cannot_be_opened_is_told_in_place(
    qtbot: QtBot,
    start: StartWindow,
    store: DraftStore,
    tmp_path: Path,
    content: bytes | None,
    told: str,
) -> None:
    path = tmp_path / "甲校.ghzj"
    if content is not None:
        path.write_bytes(content)
    start.open_file(path)
    qtbot.waitUntil(start.isEnabled)
    assert start.isVisible()
    assert told in start.notice.sentence
    assert "甲校.ghzj" in start.notice.sentence
    assert QApplication.activeModalWidget() is None
    assert store.drafts() == ()


def test_a_file_that_cannot_be_written_is_told_in_place(
    qtbot: QtBot, store: DraftStore, tmp_path: Path
) -> None:
    id_ = begun(store, unit="甲校工会")
    start = shown(qtbot, store)
    choose(qtbot, drafts(start), "导出为文件…")
    dialog_of(qtbot).fileSelected.emit(str(tmp_path / "没有的文件夹" / "甲.ghzj"))
    dialog_of(qtbot).reject()
    assert "没有写出" in start.notice.sentence
    assert Session(store, id_).figures.printed("unit") == "甲校工会"
