"""From process start to a usable start window beside a bare QWizard process."""

import os
import subprocess
import sys
from pathlib import Path

from tests.bench.timing import Comparison, compare
from unionapp.importing import answers
from unionapp.storage import open_store
from unionapp.storage.sessions import begin
from unionapp.system import HOME_VARIABLE

DRAFTS = 50


def compare_starts(folder: Path, example: Path) -> Comparison:
    """Whole processes, with 50 drafts in the list."""
    given = answers.load(example)
    store = open_store(folder)
    for _ in range(DRAFTS):
        begin(store, given.template.id, given.changes)
    store.close()
    return compare(
        f"start window with {DRAFTS} drafts / a bare QWizard process",
        lambda: _run("start_ours", folder),
        lambda: _run("start_bare", folder),
        promised=1.6,
        runs=15,
    )


def _run(module: str, home: Path) -> None:
    environment = {**os.environ, HOME_VARIABLE: str(home)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed is compiled already
    environment.setdefault("QT_QPA_PLATFORM", "" if "DISPLAY" in os.environ else "offscreen")
    command = [sys.executable, "-m", f"tests.bench.{module}"]
    subprocess.run(command, env=environment, check=True, capture_output=True)
