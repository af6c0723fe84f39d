import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.patience import PATIENCE
from tests.support.places import HOUSE
from tests.ui.support.opened import latin, visible_buttons
from ui.app import file_among
from ui.kit import Message
from ui.runtime import show_error
from ui.runtime.background import run
from unionapp.draft import Change, EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage import open_store
from unionapp.storage.sessions import begin, exchange
from unionapp.storage.sqlite import FILE_NAME
from unionapp.system import data_folder, log

MAIN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from ui import app

made = app.make_application

def make_and_leave(arguments):
    application = made(arguments)
    QTimer.singleShot(0, {first})
    return application

def complain_then_leave():
    import warnings
    from PySide6.QtGui import QPainter, QPixmap
    warnings.warn("王某某", UserWarning)
    QPainter().begin(QPixmap())
    leave()

def fail_then_leave():
    QTimer.singleShot(50, leave)
    raise ZeroDivisionError

def tell_of_drawn_parts():
    from PySide6.QtGui import QPixmapCache
    print(QPixmapCache.cacheLimit())
    leave()

def leave():
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            print(type(window).__name__, window.windowTitle(), getattr(window, "text", str)())
    QApplication.closeAllWindows()

def tell_of_fcitx():
    QTimer.singleShot(0, tell)

def tell():
    print("ui.runtime.fcitx.start" in sys.modules)
    QApplication.closeAllWindows()

app.make_application = make_and_leave
sys.exit(app.main([]))
"""


def run_main(home: Path, first: str = "leave") -> subprocess.CompletedProcess[str]:
    """The whole program in a process of its own; `first` is what it does once it stands there."""
    return in_a_process(home, MAIN.format(first=first))


def in_a_process(home: Path, script: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=HOUSE,
        env={**os.environ, "UNIONAPP_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def message(qtbot: QtBot) -> Message:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Message))
    box = QApplication.activeModalWidget()
    assert isinstance(box, Message)
    return box


def fail_with_secret() -> None:
    raise ValueError("王某某的身份证号")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_the_program_opens_its_start_window_and_ends_well(tmp_path: Path) -> None:
    finished = run_main(tmp_path / "home")
    assert finished.stdout.strip() == "StartWindow 工会年度总结"
    assert finished.returncode == 0, finished.stderr


def test_parts_that_are_drawn_for_closed_windows_take_little_room(tmp_path: Path) -> None:
    megabytes = int(run_main(tmp_path, "tell_of_drawn_parts").stdout.split()[0]) / 1024
    assert megabytes <= 2


@pytest.mark.parametrize(("named", "loaded"), [("fcitx", "True"), ("ibus", "False")])
def test_only_a_desktop_that_names_fcitx_loads_what_speaks_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: str, loaded: str
) -> None:
    monkeypatch.setenv("QT_IM_MODULE", named)
    finished = run_main(tmp_path, "tell_of_fcitx")
    assert finished.stdout.strip() == loaded
    assert finished.returncode == 0, finished.stderr


def test_drafts_that_cannot_be_opened_are_told_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    finished = run_main(tmp_path / "file")
    assert "不能建立存放草稿的文件夹" in finished.stdout
    assert finished.returncode == 1


@pytest.mark.parametrize("spared", [0, 4096 * 3], ids=["garbage", "damaged in the middle"])
def test_damaged_drafts_leave_the_window_and_the_way_back(tmp_path: Path, spared: int) -> None:
    store = open_store(tmp_path)
    for _ in range(40):
        begin(store, "school", [Change(EditPath(Slot.NARRATIVE, "unit"), "很长的话" * 900)])
    store.close()
    file = tmp_path / FILE_NAME
    content = file.read_bytes()
    file.write_bytes(content[:spared] + os.urandom(len(content) - spared))
    told = run_with_file(tmp_path)
    (aside,) = tmp_path.glob("drafts.damaged-*")
    assert told.startswith("StartWindow")
    assert "草稿文件有损坏，里面的草稿读不出来了；坏了的文件没有删掉" in told
    assert str(aside) in told
    assert "请在这里选一份备份" in told
    assert "从备份找回" in told


def test_drafts_whose_file_went_away_leave_the_way_back_open(tmp_path: Path) -> None:
    run_with_file(tmp_path)
    (tmp_path / "backups.mark").write_text("0a1b2c")
    (tmp_path / FILE_NAME).unlink()
    told = run_with_file(tmp_path)
    assert told.startswith("StartWindow")
    assert "不见了" in told
    assert "请在这里选一份备份" in told


def test_a_window_that_can_not_be_made_is_told_and_noted(tmp_path: Path) -> None:
    script = MAIN.format(first="leave").replace(
        "app.make_application = make",
        "app.StartWindow = lambda _: 1 / 0\napp.make_application = make",
    )
    finished = in_a_process(tmp_path, script)
    assert "程序遇到了没有料到的问题" in finished.stdout
    assert "ZeroDivisionError" in (tmp_path / log.NAME).read_text("utf-8")
    assert finished.returncode == 1, finished.stderr


def test_an_error_in_a_slot_is_told_and_the_program_goes_on(tmp_path: Path) -> None:
    finished = run_main(tmp_path, "fail_then_leave")
    assert "StartWindow" in finished.stdout
    assert "程序遇到了没有料到的问题" in finished.stdout
    assert finished.stderr == ""
    assert "ZeroDivisionError" in (tmp_path / log.NAME).read_text("utf-8")
    assert finished.returncode == 0, finished.stderr


def test_what_qt_and_python_warn_of_is_noted_and_printed_nowhere(tmp_path: Path) -> None:
    finished = run_main(tmp_path, "complain_then_leave")
    assert (finished.returncode, finished.stderr) == (0, "")
    noted = (tmp_path / log.NAME).read_text("utf-8")
    assert "QtWarningMsg QPainter::begin" in noted
    assert "UserWarning" in noted
    assert "王某某" not in noted


def test_our_own_error_is_told_in_its_own_sentence(qtbot: QtBot, window: QWidget) -> None:
    show_error(window, StoreError("草稿没有保存，请检查磁盘。"))
    box = message(qtbot)
    assert box.text() == "草稿没有保存，请检查磁盘。"
    assert not (data_folder() / log.NAME).exists()


def test_an_unexpected_error_is_logged_without_anything_personal(
    qtbot: QtBot, window: QWidget
) -> None:
    try:
        fail_with_secret()
    except ValueError as error:
        show_error(window, error)
    assert "王某某" not in message(qtbot).text()
    file = data_folder() / log.NAME
    text = file.read_text("utf-8")
    assert "ValueError" in text
    assert "test_app.py" in text
    assert "王某某" not in text
    assert str(HOUSE) not in text
    assert file.stat().st_mode & 0o077 == 0


def unexpected(window: QWidget, qtbot: QtBot) -> Message:
    """The message of an error that nobody foresaw."""
    try:
        fail_with_secret()
    except ValueError as error:
        show_error(window, error)
    return message(qtbot)


def press(box: Message, words: str) -> None:
    next(each for each in visible_buttons(box) if each.text() == words).click()


def test_what_went_wrong_can_be_copied_without_anything_personal(
    qtbot: QtBot, window: QWidget
) -> None:
    box = unexpected(window, qtbot)
    press(box, "复制")
    copied = QApplication.clipboard().text()
    assert copied.startswith(f"工会年度总结 {log.program_version()}\n")
    assert "ValueError\n  test_app.py:" in copied
    assert "王某某" not in copied
    assert str(HOUSE) not in copied
    assert box.isVisible()
    press(box, "知道了")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_folder_of_the_log_is_opened_or_else_named(
    qtbot: QtBot, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    box = unexpected(window, qtbot)
    press(box, "打开日志文件夹")
    assert opened == [str(data_folder())]
    assert str(data_folder() / log.NAME) in box.text()
    assert box.isVisible()


def test_the_same_sentence_is_not_told_twice_at_once(window: QWidget) -> None:
    for _ in range(3):
        show_error(window, StoreError("草稿没有保存。"))
    shown = [box for box in window.findChildren(Message) if box.isVisible()]
    assert len(shown) == 1


def test_a_message_speaks_chinese_and_closes(qtbot: QtBot, window: QWidget) -> None:
    show_error(window, StoreError("草稿没有保存。"))
    box = message(qtbot)
    assert [button.text() for button in visible_buttons(box)] == ["知道了"]
    assert not latin(box.windowTitle())
    next(visible_buttons(box)).click()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


class Results(QObject):
    came = Signal(object)


def test_long_work_gives_its_result_to_what_follows(qtbot: QtBot, window: QWidget) -> None:
    results = Results()
    with qtbot.waitSignal(results.came) as waiting:
        run(window, "正在算…", lambda: 42, results.came.emit)
        assert not window.isEnabled()
    assert waiting.args == [42]
    assert window.isEnabled()


def test_long_work_that_fails_is_told_at_the_same_door(qtbot: QtBot, window: QWidget) -> None:
    def fail() -> None:
        raise StoreError("没有做成。")

    run(window, "正在做…", fail, lambda _result: pytest.fail("it went on after a failure"))
    assert message(qtbot).text() == "没有做成。"
    assert window.isEnabled()


def run_with_file(home: Path, *file: Path) -> str:
    """The windows and their words after the program was started, perhaps with a file."""
    script = MAIN.replace("app.main([])", f"app.main({[str(each) for each in file]!r})")
    script = script.replace('getattr(window, "text", str)()', "words_of(window)")
    finished = in_a_process(home, WORDS_OF + script.format(first="leave_when_read"))
    assert finished.returncode == 0, finished.stderr
    return finished.stdout


WORDS_OF = """
def words_of(window):
    from PySide6.QtWidgets import QLabel
    return " ".join(each.text() for each in window.findChildren(QLabel) if each.isVisible())

def leave_when_read():
    from ui.runtime import background
    QTimer.singleShot(20, leave_when_read if background._underway else leave)
"""


def test_the_program_opens_a_drafts_file(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    changes = [Change(EditPath(Slot.VALUE, "unit"), "甲校工会")]
    exchange.save(store, begin(store, "school", changes), tmp_path / "甲校.ghzj")
    store.close()
    assert "SummaryWizard 甲校工会" in run_with_file(tmp_path / "home", tmp_path / "甲校.ghzj")


def test_a_file_that_is_no_draft_is_told_in_the_start_window(tmp_path: Path) -> None:
    (tmp_path / "甲校.ghzj").write_text("nothing")
    told = run_with_file(tmp_path / "home", tmp_path / "甲校.ghzj")
    assert told.startswith("StartWindow")
    assert "文件“甲校.ghzj”不是本程序导出的草稿" in told


def test_a_chinese_name_is_opened_also_where_qt_reads_only_the_letters_of_the_system() -> None:
    given = ["-platform", "offscreen", "D:\\交接 草稿.ghzj"]
    assert file_among(given, ["D:\\?? ??.ghzj"]) == Path("D:\\交接 草稿.ghzj")
    assert file_among(given[:2], []) is None
    assert file_among(["draft.ghzj", *given[:2]], ["draft.ghzj"]) == Path("draft.ghzj")
