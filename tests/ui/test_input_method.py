import os

import pytest

from ui.input_method import VARIABLE, choose_input_method


@pytest.mark.parametrize(
    ("named", "spoken"), [("fcitx", "ibus"), ("fcitx5", "ibus"), ("ibus", "ibus"), ("xim", "xim")]
)
def test_a_desktop_with_fcitx_is_spoken_to_as_ibus(
    monkeypatch: pytest.MonkeyPatch, named: str, spoken: str
) -> None:
    monkeypatch.setenv(VARIABLE, named)
    choose_input_method()
    assert os.environ[VARIABLE] == spoken


def test_where_no_input_method_is_named_none_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    choose_input_method()
    assert VARIABLE not in os.environ


def test_a_fcitx_that_this_qt_can_speak_to_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "fcitx")
    monkeypatch.setattr("ui.input_method._has_plugin", lambda: True)
    choose_input_method()
    assert os.environ[VARIABLE] == "fcitx"
