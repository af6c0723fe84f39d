"""A copy of the drafts, carried to its place and read back.

It is made and checked in the data folder and only then carried over as plain bytes: a stick or a
share needs to be no place where SQLite can work.
"""

import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from unionapp.storage.sqlite import DamagedCopyError
from unionapp.system import data_folder, obstacle_to_writing, settle_names, write_for_owner

# What the name of a copy ends with until it has been read back.
PART = ".part"

_SCRATCH = "backup-"

# Seconds after which something half done was left by a program that was killed.
_LEFT_OVER = 3600


@contextmanager
def scratch() -> Iterator[Path]:
    """Give a folder for a copy while it is made or read, beside the drafts and as closed.

    Where nothing can be written beside the drafts, it is among the temporary files of the system.
    """
    home = data_folder()
    for left in home.glob(f"{_SCRATCH}*"):
        if is_left_over(left):
            shutil.rmtree(left, ignore_errors=True)
    if obstacle_to_writing(home) is None:
        made = home / f"{_SCRATCH}{secrets.token_hex(8)}"
        made.mkdir(mode=0o700)
    else:
        made = Path(tempfile.mkdtemp(prefix=f"unionapp-{_SCRATCH}"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def carry(content: bytes, path: Path) -> None:
    """Put the copy in its place, under its name only when it has been read back."""
    part = path.with_name(path.name + PART)
    try:
        write_for_owner(part, content)
        if part.read_bytes() != content:
            raise DamagedCopyError
        part.replace(path)
        settle_names(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def is_left_over(path: Path) -> bool:
    """Tell whether something half done is so old that nobody can still be at it.

    One of a time still to come is as old: the clock was set back since.
    """
    try:
        return abs(time.time() - path.lstat().st_mtime) > _LEFT_OVER
    except FileNotFoundError:  # whoever was at it has finished meanwhile
        return False
