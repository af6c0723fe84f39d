"""Backups as the person at the window meets them."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from tests.core.refusals.disk import refusing
from tests.core.refusals.trying import ERRORS
from tests.support.noon import AroundNoon
from tests.support.patience import PATIENCE
from tests.support.places import HOUSE
from tests.ui.support.opened import begun, focusable, latin, opened, spoken_name, visible_buttons
from tests.ui.support.started import button, drafts, rows, shown, wizard_of
from ui.backups import BackupSettings, BackupsPanel, DailyBackup
from ui.kit import Mood, row_item
from ui.start import StartWindow
from ui.start.draft_row import row_height
from unionapp.draft import Change, EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage import DraftStore
from unionapp.storage.backup import backups, restoring
from unionapp.storage.sessions import Session
from unionapp.system import BACKUPS_NAME, data_folder, settings, usual_backup_folder


@pytest.fixture
def backed_up(store: DraftStore) -> str:
    """A draft that was spoiled after yesterday's backup."""
    draft = begun(store, unit="甲校工会", year="2022")
    backups.take(now=AroundNoon.now() - timedelta(days=1))
    Session(store, draft).edit(Change(EditPath(Slot.VALUE, "unit"), "改坏了"))
    return draft


def words_of(window: QWidget) -> str:
    texts = (each.text() for each in window.findChildren(QLabel) if each.isVisible())
    return " ".join(texts).replace("\u200b", "")


def places_told(start: StartWindow) -> str:
    """What the foot tells of where drafts and backups lie: as a tip, and to a screen reader."""
    told = start.foot.saved.accessibleDescription()
    assert start.foot.saved.toolTip() == told
    return told.replace("\u200b", "")


def panel_of(start: StartWindow) -> BackupsPanel:
    (panel,) = start.findChildren(BackupsPanel)
    return panel


def lines(view: QListWidget) -> list[str]:
    return [view.item(row).text() for row in range(view.count())]


def backups_opened(qtbot: QtBot, store: DraftStore) -> tuple[StartWindow, BackupsPanel]:
    start = shown(qtbot, store)
    button(start, "从备份找回…").click()
    panel = panel_of(start)
    qtbot.waitUntil(lambda: "正在读取" not in words_of(panel))
    return start, panel


def test_a_backup_is_made_in_another_place_although_that_can_not_be_remembered(
    qtbot: QtBot, store: DraftStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_folder: Path) -> None:
        raise StoreError("不能保存设置（磁盘空间不足）。")

    begun(store)
    (tmp_path / "U盘").mkdir()
    monkeypatch.setattr(settings, "remember_backup_folder", fail)
    part = BackupSettings()
    qtbot.addWidget(part)
    part.choose(tmp_path / "U盘")
    qtbot.waitUntil(lambda: "这一次备份到了" in part.message.text())
    assert "不能保存设置（磁盘空间不足）" in part.message.text()
    (made,) = (tmp_path / "U盘" / BACKUPS_NAME).iterdir()
    assert restoring.drafts_in(made)


def test_the_first_window_says_where_drafts_and_backups_lie(
    qtbot: QtBot, store: DraftStore
) -> None:
    start = shown(qtbot, store)
    told = places_told(start)
    assert f"草稿存放在 {data_folder()}" in told
    assert f"每天自动备份到 {usual_backup_folder()}" in told
    names = [each.text() for each in visible_buttons(start)]
    assert {"打开示例", "打开备份文件夹", "从备份找回…"} <= set(names)


def test_a_low_window_leaves_its_room_to_the_drafts(qtbot: QtBot, store: DraftStore) -> None:
    start = shown(qtbot, store)
    start.resize(800, 400)
    begun(store, unit="甲校工会")
    begun(store, unit="乙校工会")
    begun(store, unit="丙校工会")
    start.refresh()
    view = drafts(start)
    start.grab()  # which lays it out
    assert view.viewport().height() == 3 * row_height()


@pytest.mark.usefixtures("backed_up")
def test_a_draft_is_brought_back_beside_the_present_one(qtbot: QtBot, store: DraftStore) -> None:
    start, panel = backups_opened(qtbot, store)
    assert [line.startswith("昨天") for line in lines(panel.list)] == [True]
    (line,) = lines(panel.drafts)
    assert line.startswith("甲校工会 2022年")
    assert line.endswith("2 次修改")
    panel.fetch_button.click()
    qtbot.waitUntil(lambda: drafts(start).model().rowCount() == 2)
    day = AroundNoon.now() - timedelta(days=1)
    back = f"甲校工会 2022年（备份 {day.month}月{day.day}日）"
    assert set(rows(start)) == {"改坏了 2022年", back}
    assert start.notice.sentence == f"已找回“{back}”，另成一份；原有的草稿没有改动。"
    marked = drafts(start).marked_draft()
    assert marked is not None
    assert marked.label == back
    assert not panel.isVisible()
    assert len(backups.found()) == 2  # one of what was there before


@pytest.mark.usefixtures("backed_up")
def test_the_keyboard_brings_a_draft_back(qtbot: QtBot, store: DraftStore) -> None:
    start, panel = backups_opened(qtbot, store)
    assert panel.list.hasFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Tab)
    assert panel.drafts.hasFocus()
    QTest.keyClick(panel.drafts, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: drafts(start).model().rowCount() == 2)


def test_without_a_backup_it_is_said_when_there_will_be_one(
    qtbot: QtBot, store: DraftStore
) -> None:
    _, panel = backups_opened(qtbot, store)
    assert "还没有备份" in words_of(panel)
    assert not panel.fetch_button.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_folder_of_backups_that_can_not_be_looked_into_is_told_with_the_reason(
    qtbot: QtBot, store: DraftStore, tmp_path: Path
) -> None:
    backups.choose_folder(tmp_path)
    (tmp_path / BACKUPS_NAME).rmdir()
    _, panel = backups_opened(qtbot, store)
    assert f"“{tmp_path / BACKUPS_NAME}”现在看不了" in words_of(panel)
    assert "还没有备份" not in words_of(panel)


def test_what_is_missing_of_a_draft_that_was_brought_back_is_told(
    qtbot: QtBot, store: DraftStore, backed_up: str
) -> None:
    start, _ = backups_opened(qtbot, store)
    file = backups.found()[0].path
    [kept] = [each for each in restoring.drafts_in(file) if each.row.id == backed_up]
    fetched = replace(restoring.fetch(file, kept), lack="少了 2 处修改")
    panel_of(start).fetched.emit(fetched)
    assert "备份有损坏，这份少了 2 处修改" in start.notice.sentence
    assert start.notice.mood is Mood.WARNING


@pytest.mark.usefixtures("backed_up")
def test_a_backup_that_is_in_the_list_already_is_only_marked_there(
    qtbot: QtBot, store: DraftStore
) -> None:
    older = backups.take(now=AroundNoon.now() - timedelta(days=2)).path
    _, panel = backups_opened(qtbot, store)
    assert len(lines(panel.list)) == 2
    panel.show_file(older)
    assert len(lines(panel.list)) == 2
    assert panel.list.currentRow() == 1
    qtbot.waitUntil(lambda: lines(panel.drafts) != [])
    assert lines(panel.drafts)[0].startswith("改坏了 2022年")


@pytest.mark.usefixtures("backed_up")
def test_a_damaged_backup_is_told_and_the_next_one_can_be_taken(
    qtbot: QtBot, store: DraftStore, tmp_path: Path
) -> None:
    _, panel = backups_opened(qtbot, store)
    (tmp_path / "旧备份.ghbak").write_text("nothing")
    panel.show_file(tmp_path / "旧备份.ghbak")
    qtbot.waitUntil(lambda: "“旧备份.ghbak”不是本程序的备份" in words_of(panel))
    assert not panel.fetch_button.isEnabled()
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    qtbot.waitUntil(panel.fetch_button.isEnabled)
    assert len(lines(panel.drafts)) == 1


@pytest.mark.usefixtures("backed_up")
def test_every_part_of_the_panel_has_a_chinese_name(qtbot: QtBot, store: DraftStore) -> None:
    _, panel = backups_opened(qtbot, store)
    assert not [widget for widget in focusable(panel) if not spoken_name(widget)]
    assert not [each.text() for each in visible_buttons(panel) if latin(each.text())]


@pytest.mark.usefixtures("backed_up")
def test_the_backup_of_the_day_is_made_beside_the_work(qtbot: QtBot, store: DraftStore) -> None:
    start = shown(qtbot, store)
    daily = DailyBackup(start)
    daily.seen.connect(start.show_last_backup)
    with qtbot.waitSignal(daily.seen):
        daily.look()
    assert "最近一次：今天" in places_told(start)
    assert start.foot.saved.words.endswith("已备份")
    assert len(backups.found()) == 2
    with qtbot.waitSignal(daily.seen):
        daily.look()
    assert len(backups.found()) == 2


@pytest.mark.usefixtures("backed_up")
def test_a_backup_that_can_not_be_made_is_told_once_and_tried_again(
    qtbot: QtBot, store: DraftStore
) -> None:
    start = shown(qtbot, store)
    usual_backup_folder().rename(usual_backup_folder().with_name("away"))
    usual_backup_folder().write_text("")
    daily = DailyBackup(start)
    daily.warned.connect(start.report_backup)
    with qtbot.waitSignal(daily.warned):
        daily.look()
    assert start.notice.sentence.startswith("备份没有做成：")
    button(start, "知道了").click()
    usual_backup_folder().unlink()
    with qtbot.waitSignal(daily.seen):
        daily.look()
    assert start.notice.sentence == ""
    assert len(backups.found()) == 1


@pytest.mark.usefixtures("backed_up")
@pytest.mark.parametrize(("first", "number"), [*zip((1, 4, 8, 12), ERRORS, strict=True)])
def test_a_disk_that_refuses_the_backup_is_told_and_the_next_one_is_made(
    qtbot: QtBot, store: DraftStore, first: int, number: int
) -> None:
    start = shown(qtbot, store)
    daily = DailyBackup(start)
    daily.warned.connect(start.report_backup)
    ended: list[object] = []
    for signal in (daily.warned, daily.seen):
        signal.connect(ended.append)
    with refusing(usual_backup_folder(), first, number, for_good=True):
        daily.look()
        qtbot.waitUntil(lambda: bool(ended))
    assert start.notice.sentence.startswith("备份没有做成：")
    button(start, "知道了").click()
    with qtbot.waitSignal(daily.seen):
        daily.look()
    assert start.notice.sentence == ""
    assert len(backups.found()) == 2


def backup_settings(window: QWidget) -> BackupSettings:
    (found,) = window.findChildren(BackupSettings)
    return found


def test_backups_go_to_another_folder_and_the_first_one_is_made_there(
    qtbot: QtBot, store: DraftStore, backed_up: str, tmp_path: Path
) -> None:
    wizard = opened(qtbot, store, backed_up)
    wizard.panels.show_settings()
    part = backup_settings(wizard)
    qtbot.waitUntil(lambda: part.last.text().startswith("昨天"))
    (tmp_path / "U盘").mkdir()
    part.choose(tmp_path / "U盘")
    qtbot.waitUntil(lambda: "已备份，并核对过。" in words_of(part))
    chosen = tmp_path / "U盘" / "工会年度总结备份"
    assert [each.parent for each in chosen.iterdir()] == [chosen]
    assert part.backups_place.accessibleName() == f"每天自动备份到 {chosen}"
    assert part.backups_place.toolTip() == str(chosen)
    assert part.last.text().startswith("今天")
    assert part.now_button.isEnabled()


def test_a_long_line_of_a_backup_goes_on_below_and_never_sideways(
    qtbot: QtBot, store: DraftStore
) -> None:
    begun(store, unit="清源市第三实验中学附属小学教育集团工会委员会", year="2026")
    backups.take()
    _, panel = backups_opened(qtbot, store)
    qtbot.waitUntil(lambda: panel.drafts.count() == 1)
    rows = panel.drafts
    rows.addItem(row_item("长" * 20, "短"))
    rows.addItem(row_item("长" * 90, "短"))
    QApplication.processEvents()
    assert not rows.horizontalScrollBar().isVisible()
    usual, long = (rows.visualItemRect(rows.item(row)).height() for row in (1, 2))
    assert long >= usual + 2 * rows.fontMetrics().height()


def test_every_button_of_the_settings_is_in_sight_where_the_window_has_room(
    qtbot: QtBot, store: DraftStore, backed_up: str
) -> None:
    wizard = opened(qtbot, store, backed_up)
    wizard.resize(1200, 720)
    wizard.panels.show_settings()
    part = backup_settings(wizard)
    qtbot.waitUntil(lambda: part.last.text().startswith("昨天"))
    part.choose(data_folder())
    qtbot.waitUntil(lambda: part.message.visibleRegion().boundingRect() == part.message.rect())
    assert part.now_button.visibleRegion().boundingRect() == part.now_button.rect()


@pytest.mark.parametrize(
    ("paths", "told"),
    [(12, 138), (12, 198), (30, 132), (60, 150), (90, 120), (120, 150), (180, 180)],
)
def test_what_is_told_in_the_settings_is_in_sight_however_long_the_paths_are(
    qtbot: QtBot, store: DraftStore, backed_up: str, paths: int, told: int
) -> None:
    wizard = opened(qtbot, store, backed_up)
    wizard.resize(1200, 720)
    wizard.panels.show_settings()
    part = backup_settings(wizard)
    qtbot.waitUntil(lambda: part.last.text().startswith("昨天"))
    for label in (part.drafts_place, part.backups_place):
        label.show_path("/路" * paths, "")
        qtbot.waitUntil(lambda: label.visibleRegion().boundingRect() == label.rect())  # noqa: B023
        assert label.fontMetrics().horizontalAdvance(label.text()) <= label.width()
    part.message.tell("径" * told)
    qtbot.waitUntil(lambda: part.message.visibleRegion().boundingRect() == part.message.rect())


def test_whoever_makes_a_backup_now_is_still_on_that_button_afterwards(
    qtbot: QtBot, store: DraftStore, backed_up: str
) -> None:
    wizard = opened(qtbot, store, backed_up)
    wizard.panels.show_settings()
    part = backup_settings(wizard)
    part.now_button.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        with qtbot.waitSignal(part.made):
            QTest.keyClick(part.now_button, key)
        assert part.now_button.hasFocus()


def test_a_folder_that_does_not_fit_is_told_in_the_settings(
    qtbot: QtBot, store: DraftStore
) -> None:
    start = shown(qtbot, store)
    button(start, "设置").click()
    part = backup_settings(start)
    part.choose(data_folder())
    assert "备份要和草稿分开放" in words_of(part)
    assert settings.backup_folder() == usual_backup_folder()


@pytest.mark.usefixtures("backed_up")
def test_one_panel_stands_beside_the_drafts_at_a_time(qtbot: QtBot, store: DraftStore) -> None:
    start, panel = backups_opened(qtbot, store)
    button(start, "设置").click()
    assert not panel.isVisible()
    assert backup_settings(start).isVisible()


PROGRAM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app
from unionapp.storage.backup import backups

made = app.make_application

def make_and_watch(arguments):
    application = made(arguments)
    timer = QTimer(application, interval=20)
    timer.timeout.connect(leave_when_ready)
    timer.start()
    return application

def leave_when_ready():
    if {ready}:
        QApplication.closeAllWindows()

app.make_application = make_and_watch
app._BACKUP_AFTER = 0
sys.exit(app.main([]))
"""


@pytest.mark.parametrize("ready", ["backups.found()", "QApplication.activeWindow()"])
def test_the_program_makes_its_backup_and_ends_well_even_in_the_middle_of_it(
    store: DraftStore, home: Path, ready: str
) -> None:
    begun(store, unit="甲校工会", year="2022")
    store.close()
    finished = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(ready=ready)],
        cwd=HOUSE,
        env={**os.environ, "UNIONAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert (finished.returncode, finished.stderr.count("Traceback")) == (0, 0), finished.stderr
    for made in backups.found():
        assert restoring.drafts_in(made.path)
    if ready == "backups.found()":
        assert len(backups.found()) == 1
    assert not list(home.glob("backup-*"))


def test_a_draft_that_is_brought_back_stands_as_it_stood(store: DraftStore) -> None:
    draft = begun(store, unit="甲校工会", year="2022")
    store.note_findings(draft, 8)
    file = backups.take(now=AroundNoon.now()).path
    (kept,) = restoring.drafts_in(file)
    id_ = restoring.bring_back(store, restoring.fetch(file, kept))
    assert store.listing(id_).findings == 8


def test_a_backup_made_beside_a_draft_is_told_at_the_foot_when_one_comes_back(
    qtbot: QtBot, store: DraftStore
) -> None:
    begun(store, unit="甲校工会", year="2022")
    start = shown(qtbot, store)
    start.open_draft(store.drafts()[0].id)
    backups.take(now=AroundNoon.now())
    wizard_of(qtbot).close()
    qtbot.waitUntil(lambda: "最近一次：今天" in places_told(start))
