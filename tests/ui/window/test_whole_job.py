"""The main job in the window: typed in, killed halfway, resumed, finished."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.places import HOUSE
from tests.support.written import docx_lines, statistics
from unionapp.cli import main

CASES = HOUSE / "tests" / "cases"


def typist(*arguments: str) -> int:
    command = [sys.executable, "-m", "tests.ui.support.typist", *arguments]
    finished = subprocess.run(
        command, cwd=HOUSE, env=dict(os.environ), capture_output=True, text=True, check=False
    )
    if finished.returncode not in (0, -signal.SIGKILL):
        pytest.fail(f"{finished.returncode}: {finished.stderr}")
    return finished.returncode


def papers(folder: Path) -> tuple[Path, Path]:
    return next(folder.glob("*.docx")), next(folder.glob("*.xlsx"))


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("case", "letters"), [("factory-filled", 250), ("school", 120), ("subdistrict", 180)]
)
def test_a_case_typed_in_and_killed_halfway_gives_the_papers_of_the_command_line(
    tmp_path: Path, case: str, letters: int
) -> None:
    source, typed, told = str(CASES / f"{case}.toml"), tmp_path / "typed", tmp_path / "told"
    assert typist(source, str(typed), str(letters)) == -signal.SIGKILL
    assert not list(typed.iterdir())
    assert typist(source, str(typed)) == 0
    assert main(["export", source, "--to", str(told)]) == 0
    (typed_docx, typed_xlsx), (told_docx, told_xlsx) = papers(typed), papers(told)
    assert typed_docx.name == told_docx.name
    assert docx_lines(typed_docx) == docx_lines(told_docx)
    assert statistics(typed_xlsx) == statistics(told_xlsx)
