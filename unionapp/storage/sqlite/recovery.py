"""A damaged file of the drafts, put aside so that one can begin with none."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from unionapp.errors import StoreError, reason_of
from unionapp.storage.sqlite.file import BESIDE, FILE_NAME, aside_of

# The bytes that every program locks which has the file open (SQLite, os_unix.c).
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510


def put_aside(folder: Path) -> Path:
    """Move the damaged file of a folder aside, never deleted, and return where it is now.

    Raises:
        StoreError: it can't be moved, or another program has it open; all is as it was.
    """
    file = folder / FILE_NAME
    aside = aside_of(file)
    with _translated_errors(file), _held_alone(file):
        for ending in BESIDE:  # first, so that the new drafts never meet an old journal
            beside = file.with_name(file.name + ending)
            if beside.exists():
                beside.rename(aside.with_name(aside.name + ending))
        return file.rename(aside)


@contextmanager
def _translated_errors(file: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreError(
            f"草稿文件“{file}”已经损坏，又移不开（{reason_of(error)}）；"
            "请关闭正在用它的程序再打开，草稿可以从备份找回。"
        ) from error


@contextmanager
def _held_alone(file: Path) -> Iterator[None]:
    """Make sure that no other program has the file open: it would write on in what was moved.

    Windows itself moves no file that is open.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with file.open("r+b") as stream:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        yield
