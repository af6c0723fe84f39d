"""A PC with several accounts, and with disks that are full or read-only.

Programs are run as another user and disks made where the tests may do that: as root, on Linux.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.patience import PATIENCE
from tests.support.places import HOUSE

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
CAN_SWITCH = IS_ROOT and shutil.which("setpriv") is not None

# Bytes of a disk: room for a few drafts and papers.
_SIZE = 4 * 2**20


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


@dataclass(frozen=True, slots=True)
class Disk:
    """A small disk of its own, and the folder that it is seen in."""

    folder: Path

    def fill(self) -> None:
        """Leave no byte free."""
        with (self.folder / "full").open("wb", buffering=0) as stream:
            try:
                while stream.write(bytes(4096)):
                    pass
            except OSError:
                return

    def make_room(self) -> None:
        """Take away what fills it."""
        (self.folder / "full").unlink()

    def forbid_writing(self) -> None:
        """Let it be only read from now on."""
        _mount("-o", "remount,ro", str(self.folder))

    def allow_writing(self) -> None:
        """Let it be written to again."""
        _mount("-o", "remount,rw", str(self.folder))


@contextmanager
def disk(folder: Path) -> Iterator[Disk]:
    """A small disk that is seen in a folder, which is made."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={_SIZE},mode=700", "tmpfs", str(folder))
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


@cache
def can_make_disks() -> bool:
    """Whether the tests may do that here."""
    if sys.platform != "linux" or not IS_ROOT or shutil.which("mount") is None:
        return False
    with TemporaryDirectory() as folder:
        try:
            with disk(Path(folder) / "disk"):
                return True
        except subprocess.CalledProcessError:
            return False


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True)
