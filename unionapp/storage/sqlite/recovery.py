"""Drafts whose file is damaged: it is put aside, never deleted, and one begins with none.

Only what SQLite itself calls damage counts. A file that is held, out of reach or on a full disk
is a good one, and stays where it is.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from unionapp.errors import DamagedStoreError, StoreError, reason_of
from unionapp.storage.sqlite.schema import BeforeUpgrade
from unionapp.storage.sqlite.store import FILE_NAME, Store

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside its file, by the same name: the last edits may stand there alone."""

_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510
"""The bytes that every program locks which has the file open (SQLite, os_unix.c)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The drafts, and where their damaged file was put if there was one."""

    store: Store
    put_aside: Path | None = None

    @property
    def notice(self) -> str:
        """What happened to the damaged file, as a sentence; nothing where there was none."""
        if self.put_aside is None:
            return ""
        return f"草稿文件已经损坏，打不开了；它没有删掉，移到了“{self.put_aside}”。"


def open_drafts(folder: Path, before_upgrade: BeforeUpgrade = lambda: None) -> Opened:
    """Open the drafts of a folder and read their list; what is damaged is put aside.

    Raises:
        StoreError: they can't be opened for another reason, or the damaged file can't be moved.
    """
    try:
        return Opened(_listed(folder, before_upgrade))
    except DamagedStoreError:
        aside = _put_aside(folder / FILE_NAME)
    return Opened(Store(folder), aside)


def _listed(folder: Path, before_upgrade: BeforeUpgrade) -> Store:
    """The drafts, if they can be listed: damage in the middle shows only there."""
    store = Store(folder, before_upgrade)
    try:
        store.drafts()
    except BaseException:
        store.close()
        raise
    return store


def _put_aside(file: Path) -> Path:
    aside = file.with_name(f"{file.stem}.damaged-{datetime.now():%Y-%m-%d-%H%M%S}{file.suffix}")
    with _translated_errors(file), _held_alone(file):
        for ending in _BESIDE:  # first, so that the new drafts never meet an old journal
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
