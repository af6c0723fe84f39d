"""While nothing can be saved: what is typed stays as it was typed, and is saved once it can be."""

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.support.samples import taken_in
from tests.ui.support.desks import compose, type_in
from tests.ui.support.opened import begun, entry_of, opened, type_into
from ui.editors.prose import NarrativeEditor
from ui.editors.table import TableEditor
from ui.kit import Message
from ui.runtime import show_error
from ui.section import SectionPage
from ui.section.heading import HeadingEntry
from ui.window import SummaryWizard
from unionapp.draft import EditPath, Slot
from unionapp.storage import DraftStore
from unionapp.storage.sessions import Session
from unionapp.storage.sqlite import FILE_NAME, SqliteStore
from unionapp.system import data_folder
from unionapp.values import Kind

UNIT = EditPath(Slot.VALUE, "unit")


@pytest.fixture(autouse=True)
def _told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits here until it has taken long."""
    monkeypatch.setattr("ui.desk.desk._LONG", 0)


@pytest.fixture
def id_(store: DraftStore) -> str:
    return begun(store, unit="甲工会")


@pytest.fixture
def wizard(qtbot: QtBot, store: DraftStore, id_: str) -> SummaryWizard:
    return opened(qtbot, store, id_)


def held(store: DraftStore) -> sqlite3.Connection:
    """Another program that holds the file; the store waits for it no longer than a moment."""
    assert isinstance(store, SqliteStore)
    store._connection.execute("PRAGMA busy_timeout = 20")
    other = sqlite3.connect(data_folder() / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def answer(button: str) -> None:
    """Press a button of the question that is about to be asked."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, Message)
        next(each for each in box.buttons() if each.text() == button).click()

    QTimer.singleShot(0, press)


def kept(store: DraftStore, id_: str, path: EditPath) -> object:
    return Session(store, id_).figures.draft.answers.get(path)


def narrative(wizard: SummaryWizard) -> NarrativeEditor:
    """The first text of the first section, with the focus in it."""
    item = wizard.desk.template.sections[1].items[0]
    wizard.go_to(item.id)
    editor = wizard.currentPage().findChildren(NarrativeEditor)[0]
    editor.edit.setFocus()
    return editor


def test_a_failure_to_save_is_told_until_it_is_over_and_nothing_is_lost(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    wizard = opened(qtbot, store, id_)
    other = held(store)
    type_into(wizard, "year", "20")
    assert wizard.status.sentence.startswith("没有保存：")
    assert wizard.status.failing
    other.execute("ROLLBACK")
    type_into(wizard, "year", "22")
    qtbot.waitUntil(lambda: wizard.status.sentence.startswith("已保存"))
    assert Session(store, id_).figures.printed("year") == "2022年"


def test_what_was_not_saved_is_tried_again_without_another_key(
    qtbot: QtBot, store: DraftStore
) -> None:
    id_ = begun(store)
    wizard = opened(qtbot, store, id_)
    other = held(store)
    type_into(wizard, "year", "2022")
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not wizard.status.failing)
    assert Session(store, id_).figures.printed("year") == "2022年"


def test_a_window_with_something_unsaved_closes_only_when_told_to(
    qtbot: QtBot, store: DraftStore
) -> None:
    wizard = opened(qtbot, store, begun(store))
    other = held(store)
    type_into(wizard, "year", "2022")
    answer("不关闭")
    wizard.close()
    assert wizard.isVisible()
    answer("丢掉并关闭")
    wizard.close()
    assert not wizard.isVisible()
    other.close()


def test_what_could_not_be_saved_is_put_into_a_file_with_the_whole_draft(
    wizard: SummaryWizard, store: DraftStore, tmp_path: Path
) -> None:
    other = held(store)
    type_into(wizard, "year", "2022")
    answer("存成文件…")
    wizard.close()
    assert wizard.isVisible()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "甲工会.ghzj"))
    dialog.reject()
    assert "没有保存的内容也在里面" in shown_message()
    other.execute("ROLLBACK")
    taken = taken_in(store, tmp_path / "甲工会.ghzj")
    assert not taken.known
    figures = Session(store, taken.id).figures
    assert (figures.printed("unit"), figures.printed("year")) == ("甲工会", "2022年")


def test_an_error_that_nobody_foresaw_is_told_once_and_what_was_typed_is_saved_behind_it(
    qtbot: QtBot,
    wizard: SummaryWizard,
    store: DraftStore,
    id_: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken, qtbot.captureExceptions() as caught:
        broken.setattr(SqliteStore, "append", fail)
        type_into(wizard, "year", "2022")
        wizard.desk.put_all([])  # it is tried again and again
    assert [kind for kind, _, _ in caught] == [ZeroDivisionError]
    assert wizard.status.sentence.startswith("没有保存：程序遇到了没有料到的问题")
    qtbot.waitUntil(lambda: not wizard.status.failing)
    assert kept(store, id_, EditPath(Slot.VALUE, "year")) == "2022"


def test_what_is_held_in_an_editor_is_saved_while_the_message_of_an_error_stands_before_it(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    editor = narrative(wizard)
    compose(editor.edit, "", "今年很好。")
    show_error(wizard, ZeroDivisionError())
    assert shown_message().startswith("程序遇到了没有料到的问题")
    path = EditPath(Slot.NARRATIVE, wizard.desk.template.sections[1].items[0].id)
    qtbot.waitUntil(lambda: kept(store, id_, path) == "今年很好。")


def shown_message() -> str:
    box = QApplication.activeModalWidget()
    assert isinstance(box, Message)
    return box.text()


def test_what_is_typed_back_to_what_stood_there_is_kept_too(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    entry = entry_of(wizard, "unit")
    entry.end(False)
    other = held(store)
    type_in(entry, "乙")
    QTest.keyClick(entry, Qt.Key.Key_Backspace)
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not wizard.status.failing)
    assert entry.text() == kept(store, id_, UNIT) == "甲工会"


def test_an_input_method_goes_on_where_it_is(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    entry = entry_of(wizard, "unit")
    entry.end(False)
    other = held(store)
    for letter in "子丑寅":
        compose(entry, "zi")
        compose(entry, "", letter)
    assert entry.text() == "甲工会子丑寅"
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not wizard.status.failing)
    assert entry.text() == kept(store, id_, UNIT) == "甲工会子丑寅"


def test_a_text_stays_as_it_was_typed_whatever_changes_beside_it(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    editor = narrative(wizard)
    other = held(store)
    compose(editor.edit, "", "今年很好。")
    wizard.desk.flush()
    compose(editor.edit, "ming")
    compose(editor.edit, "", "明年更好。")
    editor.refresh()
    assert editor.edit.text == "今年很好。明年更好。"
    other.execute("ROLLBACK")
    wizard.desk.flush()
    qtbot.waitUntil(lambda: not wizard.status.failing)
    path = EditPath(Slot.NARRATIVE, wizard.desk.template.sections[1].items[0].id)
    assert kept(store, id_, path) == "今年很好。明年更好。"


def test_undo_waits_until_everything_is_saved_and_takes_back_what_was_typed_last(
    wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    type_into(wizard, "year", "2026")
    other = held(store)
    entry = entry_of(wizard, "unit")
    entry.end(False)
    type_in(entry, "乙")
    wizard.undo()
    assert wizard.status.failing
    assert (entry.text(), kept(store, id_, EditPath(Slot.VALUE, "year"))) == ("甲工会乙", "2026")
    other.execute("ROLLBACK")
    wizard.undo()
    assert entry.text() == kept(store, id_, UNIT) == "甲工会"
    assert kept(store, id_, EditPath(Slot.VALUE, "year")) == "2026"
    assert wizard.status.sentence == "已撤销：改“工会全称”"


def test_what_was_held_is_taken_back_step_by_step(
    qtbot: QtBot, wizard: SummaryWizard, store: DraftStore, id_: str
) -> None:
    other = held(store)
    section = wizard.desk.template.sections[2].id
    wizard.desk.put(EditPath(Slot.TITLE, section), "凝心聚力")
    type_into(wizard, "year", "2026")
    other.execute("ROLLBACK")
    qtbot.waitUntil(lambda: not wizard.status.failing)
    wizard.undo()
    assert kept(store, id_, EditPath(Slot.TITLE, section)) == "凝心聚力"
    assert kept(store, id_, EditPath(Slot.VALUE, "year")) is None
    assert wizard.desk.session.next_undo == "把标题改为“凝心聚力”"


def test_a_text_that_waits_for_a_pause_is_asked_about_when_the_window_closes(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    editor = narrative(wizard)
    other = held(store)
    compose(editor.edit, "", "今年很好。")
    answer("不关闭")
    wizard.close()
    assert wizard.isVisible()
    assert wizard.focusWidget() is editor.edit
    other.execute("ROLLBACK")
    wizard.close()
    assert not wizard.isVisible()


def test_a_long_table_that_waits_for_a_pause_is_asked_about_too(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    table = next(each for each in wizard.desk.template.indicators if each.kind is Kind.TABLE)
    rows = tuple(("甲",) for _ in range(300))
    wizard.desk.put(EditPath(Slot.VALUE, table.id), rows)
    wizard.go_to(table.id)
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    editor = next(filter(None, (card.editor(table.id) for card in page.cards)))
    assert isinstance(editor, TableEditor)
    other = held(store)
    editor.grid.setCurrentCell(0, 0)
    QTest.keyClick(editor.grid, Qt.Key.Key_A)
    answer("不关闭")
    wizard.close()
    assert wizard.isVisible()
    other.execute("ROLLBACK")
    wizard.close()


def test_a_heading_that_is_being_written_is_asked_about_too(
    wizard: SummaryWizard, store: DraftStore
) -> None:
    wizard.go_to_page(wizard.desk.template.sections[2].id)
    page = wizard.currentPage()
    assert isinstance(page, SectionPage)
    page.write_title()
    entry = QApplication.focusWidget()
    assert isinstance(entry, HeadingEntry)
    other = held(store)
    type_in(entry, "凝心聚力")
    answer("不关闭")
    wizard.close()
    assert wizard.isVisible()
    other.execute("ROLLBACK")
    wizard.close()
