"""Accounts of one PC: programs run as another user, where the tests may do that."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.support.patience import PATIENCE
from tests.support.places import HOUSE

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
CAN_SWITCH = IS_ROOT and shutil.which("setpriv") is not None


@dataclass(frozen=True, slots=True)
class Account:
    """A user of the PC, and the folder that is their home; without rights to anything else."""

    number: int
    home: Path

    def run(self, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run Python as this user."""
        switch = ["setpriv", f"--reuid={self.number}", f"--regid={self.number}", "--clear-groups"]
        inherited = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
        return subprocess.run(
            [*(switch if IS_ROOT else []), sys.executable, *arguments],
            check=False,
            cwd=HOUSE,
            env={**inherited, "HOME": str(self.home), **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE,
        )


@contextmanager
def account(number: int) -> Iterator[Account]:
    """A user with a home that nobody else can look into; when not root, it is oneself."""
    home = Path(tempfile.mkdtemp(prefix="account-"))
    if IS_ROOT:
        os.chown(home, number, number)
    try:
        yield Account(number, home)
    finally:
        shutil.rmtree(home)
