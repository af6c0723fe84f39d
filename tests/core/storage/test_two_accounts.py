"""Two people on one PC, each with an account of their own; and drafts that are not one's own."""

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.machine import CAN_SWITCH, IS_ROOT, Account, account

pytestmark = pytest.mark.skipif(
    sys.platform == "win32" or (IS_ROOT and not CAN_SWITCH), reason="accounts of Unix"
)

CLI = ("-m", "unionapp.cli")
CASE = "tests/cases/school.toml"


@pytest.fixture
def accounts() -> Iterator[tuple[Account, Account]]:
    with ExitStack() as stack:
        yield (stack.enter_context(account(64001)), stack.enter_context(account(64002)))


@pytest.fixture
def person(accounts: tuple[Account, Account]) -> Account:
    """Somebody with one draft, who is no administrator."""
    begun = accounts[0].run(*CLI, "new", CASE)
    assert begun.returncode == 0, begun.stderr
    return accounts[0]


def data_of(person: Account) -> Path:
    return person.home / ".local" / "share" / "unionapp"


def kept_by(person: Account) -> list[Path]:
    """What the program has left in somebody's home."""
    return [
        each for each in person.home.rglob("*") if "unionapp" in str(each) or "备份" in str(each)
    ]


@pytest.mark.skipif(not CAN_SWITCH, reason="only root can be two people")
def test_two_people_on_one_pc_have_each_their_own(accounts: tuple[Account, Account]) -> None:
    for each in accounts:
        for verb in (("new", CASE), ("backup",)):
            done = each.run(*CLI, *verb)
            assert done.returncode == 0, done.stderr
    for each in accounts:
        assert len(each.run(*CLI, "drafts").stdout.splitlines()) == 1
        assert len(each.run(*CLI, "backups").stdout.splitlines()) == 1
        owners = {file.stat().st_uid for file in kept_by(each)}
        assert owners == {each.number}


def test_nobody_else_can_read_drafts_settings_or_backups(person: Account) -> None:
    assert person.run(*CLI, "backup").returncode == 0
    assert any(each.suffix == ".ghbak" for each in kept_by(person))
    open_to_others = [each for each in kept_by(person) if each.stat().st_mode & 0o077]
    assert open_to_others == []


@pytest.mark.skipif(not CAN_SWITCH, reason="only root can be two people")
def test_the_drafts_of_another_account_are_told_of_in_one_sentence(
    accounts: tuple[Account, Account], person: Account
) -> None:
    other = accounts[1]
    person.home.chmod(0o755)
    told = other.run(*CLI, "drafts", UNIONAPP_HOME=str(data_of(person)))
    assert told.returncode == 2
    assert told.stderr.startswith("不能打开草稿：没有权限")
    assert told.stderr.count("\n") == 1


@pytest.mark.parametrize(("name", "mode"), [("drafts.sqlite3", 0o400), (".", 0o500)])
def test_drafts_that_can_only_be_read_are_read_and_carried_away_and_nothing_is_left_beside_them(
    person: Account, name: str, mode: int
) -> None:
    (data_of(person) / name).chmod(mode)
    refused = person.run(*CLI, "new", CASE)
    assert refused.returncode == 2
    assert refused.stderr.startswith("没有写入草稿的权限，草稿现在存不了")
    assert refused.stderr.count("\n") == 1
    for verb in (("drafts",), ("backup", "--to", str(person.home / "U盘"))):
        done = person.run(*CLI, *verb)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == 1
    (data_of(person) / name).chmod(0o700)
    left = {each.name for each in data_of(person).iterdir()}
    assert left <= {"drafts.sqlite3", "backups.mark"}


WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from ui import app

made = app.make_application

def make_and_leave(arguments):
    application = made(arguments)
    QTimer.singleShot(0, leave)
    return application

def leave():
    for window in QApplication.topLevelWidgets():
        if window.isVisible():
            words = [getattr(window, "text", str)()]
            words += [each.text() for each in window.findChildren(QLabel) if each.isVisible()]
            print(type(window).__name__, *words)
    QApplication.closeAllWindows()

app.make_application = make_and_leave
sys.exit(app.main([]))
"""


@pytest.mark.skipif(not CAN_SWITCH, reason="only root can be two people")
def test_the_window_tells_of_the_drafts_of_another_account(
    accounts: tuple[Account, Account], person: Account
) -> None:
    person.home.chmod(0o755)
    told = accounts[1].run(
        "-c", WINDOW, UNIONAPP_HOME=str(data_of(person)), QT_QPA_PLATFORM="offscreen"
    )
    assert told.returncode == 1, told.stderr
    assert "不能打开草稿：没有权限" in told.stdout


def test_a_folder_of_backups_that_can_only_be_read_is_told(person: Account) -> None:
    place = person.home / "只读"
    place.mkdir()
    place.chmod(0o555)
    if IS_ROOT:
        os.chown(place, person.number, person.number)
    told = person.run(*CLI, "backup", "--to", str(place))
    assert told.returncode == 2
    assert told.stderr.startswith("备份没有做成：没有权限")
    assert list(place.iterdir()) == []
