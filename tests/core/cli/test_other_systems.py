"""Where Windows and odd surroundings differ from a tidy Linux desktop."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.patience import PATIENCE
from unionapp.errors import reason_of
from unionapp.storage.sessions.session import author
from unionapp.writers import file_name

# The variables in which a system names its account.
_NAMES = ("LOGNAME", "USER", "LNAME", "USERNAME")


def test_the_author_is_the_account_that_the_system_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "王芳")
    assert author() == "王芳"


def test_an_account_that_no_list_knows_is_an_author_without_a_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 4_000_000_000)
    assert author() == ""


def test_a_system_without_a_list_of_accounts_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _NAMES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setitem(sys.modules, "pwd", None)  # importing it fails, as it does on Windows
    assert author() == ""


@pytest.mark.parametrize("title", ["CON", "nul", "Aux.总结", "COM1", "lpt9.2024", "PRN ", "COM¹"])
def test_no_paper_is_named_like_a_device_of_windows(title: str) -> None:
    assert file_name(title).startswith("－")


@pytest.mark.parametrize("title", ["CONTI工会总结", "COM10工作总结", "NULL", "康 CON"])
def test_a_name_that_only_begins_like_a_device_stays(title: str) -> None:
    assert file_name(title) == title


@pytest.mark.parametrize("title", ["总结.", "总结. . ", "总结..."])
def test_no_paper_ends_in_what_windows_cuts_off(title: str) -> None:
    assert file_name(title) == "总结"


def test_a_path_that_a_system_does_not_take_is_told_in_words() -> None:
    assert "系统错误" not in reason_of(OSError(errno.EINVAL, "Invalid argument"))


def _templates(encoding: str, *more: str) -> "subprocess.CompletedProcess[bytes]":
    """The command line as a program started on a system with this encoding."""
    return subprocess.run(
        [sys.executable, "-m", "unionapp.cli", *more],
        env=os.environ | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )


def test_the_command_line_prints_in_an_encoding_without_chinese() -> None:
    done = _templates("ascii", "templates")
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"subdistrict\t?")


def test_what_programs_read_stays_whole_in_any_encoding() -> None:
    done = _templates("ascii", "templates", "--json")
    assert "街道（乡镇）总工会" in done.stdout.decode("ascii").encode().decode("unicode_escape")


def test_an_error_is_told_in_an_encoding_without_chinese(tmp_path: Path) -> None:
    done = _templates("cp1252", "check", str(tmp_path / "没有.toml"))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
