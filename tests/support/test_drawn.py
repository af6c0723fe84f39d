"""The examples of a property are the same in each run."""

import importlib
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

CONSTANTS = "WORDS = ('工会', '工作总结', '二〇二六年')\nNUMBERS = (4711, 99991, 123457, 7654321)\n"


def examples() -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []

    @given(st.text(), st.integers())
    def draw(text: str, number: int) -> None:
        found.append((text, number))

    draw()
    return found


def test_they_do_not_depend_on_what_was_loaded_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = examples()
    (tmp_path / "loaded_later.py").write_text(CONSTANTS, "utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    importlib.import_module("loaded_later")
    try:
        assert examples() == before
    finally:
        del sys.modules["loaded_later"]
