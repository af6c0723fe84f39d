import os
import subprocess
import sys

import pytest

from ui.runtime import choose_input_method
from ui.runtime.input_method import OLDER_VARIABLE, VARIABLE

IMPORT_THE_PROGRAM = (
    "import sys, ui.app; print([n for n in sys.modules if 'DBus' in n or 'fcitx' in n])"
)


@pytest.fixture(autouse=True)
def _plain_desktop(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in (VARIABLE, OLDER_VARIABLE):
        monkeypatch.delenv(variable, raising=False)


@pytest.mark.parametrize(
    ("named", "spoken"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("xim", "xim")]
)
def test_a_desktop_with_fcitx_is_spoken_to_as_ibus(
    monkeypatch: pytest.MonkeyPatch, named: str, spoken: str
) -> None:
    monkeypatch.setenv(VARIABLE, named)
    assert choose_input_method() == named.startswith("fcitx")
    assert os.environ[VARIABLE] == spoken


@pytest.mark.parametrize("named", ["", "xim"])
def test_a_fcitx_that_is_named_for_older_programs_only_is_found(
    monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    monkeypatch.setenv(VARIABLE, named)
    monkeypatch.setenv(OLDER_VARIABLE, "@im=fcitx")
    assert choose_input_method()
    assert os.environ[VARIABLE] == "ibus"


def test_what_is_named_for_qt_goes_before_what_older_programs_use(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv(VARIABLE, "ibus")
    monkeypatch.setenv(OLDER_VARIABLE, "@im=fcitx")
    assert not choose_input_method()


def test_where_no_input_method_is_named_none_is_chosen() -> None:
    assert not choose_input_method()
    assert VARIABLE not in os.environ


def test_on_other_systems_the_variables_mean_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv(VARIABLE, "fcitx")
    assert not choose_input_method()
    assert os.environ[VARIABLE] == "fcitx"


def test_a_fcitx_that_this_qt_can_speak_to_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "fcitx")
    monkeypatch.setattr("ui.runtime.input_method._has_plugin", lambda: True)
    assert not choose_input_method()
    assert os.environ[VARIABLE] == "fcitx"


def test_what_speaks_to_fcitx_is_not_loaded_at_the_start() -> None:
    command = [sys.executable, "-c", IMPORT_THE_PROGRAM]
    loaded = subprocess.run(command, capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
