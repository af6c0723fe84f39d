"""The whole job by keyboard, killed several times on the way, against the command line's papers."""

import os
import signal
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from random import Random

from tests.support.places import HOUSE
from tests.support.written import docx_lines, statistics
from unionapp.cli import main as command_line
from unionapp.system import HOME_VARIABLE

CASES = ("factory-filled", "school", "subdistrict")
ROUNDS = 5
MOST_KILLS = 4
LETTERS = 150


def repeat_jobs(folder: Path, chance: Random, times: int) -> str:
    """Each case several times, killed each time after other letters."""
    kills = 0
    for case in CASES:
        source = str(HOUSE / "tests" / "cases" / f"{case}.toml")
        told = folder / f"{case}-told"
        with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
            assert command_line(["export", source, "--to", str(told)]) == 0
        for round_ in range(ROUNDS * times):
            typed = folder / f"{case}-{round_}"
            kills += _job(source, typed, chance)
            _compare(typed, told, f"{case}, round {round_}")
    return f"{len(CASES) * ROUNDS * times} summaries typed and killed {kills} times: papers equal"


def _job(source: str, folder: Path, chance: Random) -> int:
    """Type it all; returns how many times it was killed."""
    kills = 0
    for _ in range(chance.randint(1, MOST_KILLS)):
        if _typist(folder, source, str(folder), str(chance.randint(1, LETTERS))) == 0:
            return kills
        kills += 1
    assert _typist(folder, source, str(folder)) == 0
    return kills


def _typist(folder: Path, *arguments: str) -> int:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.support.typist", *arguments],
        cwd=HOUSE,
        env={
            "QT_QPA_PLATFORM": "offscreen",
            **os.environ,
            HOME_VARIABLE: str(folder.with_suffix(".home")),
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode in (0, -signal.SIGKILL), ended.stderr[-2000:]
    return ended.returncode


def _compare(typed: Path, told: Path, what: str) -> None:
    ours, theirs = (
        (docx_lines(next(each.glob("*.docx"))), statistics(next(each.glob("*.xlsx"))))
        for each in (typed, told)
    )
    assert ours == theirs, f"{what}: the papers differ"
