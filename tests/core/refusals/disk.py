"""A disk that refuses: what Python does with files is counted, and some of it fails.

It stands between the program and the system where Python itself opens, reads, writes, moves and
looks at files. What SQLite does goes past it.
"""

import builtins
import io
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

# What takes a path, or the number of an open file.
_WITH_A_PATH = (
    *("access", "chmod", "link", "listdir", "lstat", "mkdir", "readlink", "remove", "rename"),
    *("replace", "rmdir", "scandir", "stat", "truncate", "unlink", "utime"),
)
_WITH_A_NUMBER = ("fstat", "fsync", "read", "sendfile", "write")

# What takes away: where one of these is refused, something is left behind by right.
_TAKES_AWAY = frozenset({"remove", "rmdir", "unlink"})
_CLEARING = frozenset({"clear_left_over", "rmtree"})

_real_open, _real_os_open, _real_close = io.open, os.open, os.close


class Refusing:
    """Counts what is done with the files of a folder, and refuses some of it.

    Attributes:
        done: How much was done or asked for.
        refused: What was refused, in order: what was asked for, and the name of the file.
        may_leave: Whether something was refused that takes away what is no longer needed.
    """

    def __init__(self, folder: Path, first: int, number: int, *, for_good: bool = False) -> None:
        """Refuse what is done as the `first` thing, counted from one, with an error of the system.

        With `for_good`, all that comes after it is refused as well.
        """
        self._folder = os.fspath(folder)
        self._first, self._number, self._for_good = first, number, for_good
        self._open: dict[int, str] = {}
        self.done = 0
        self.refused: list[str] = []
        self.may_leave = False
        self._is_paused = False

    def pause(self) -> None:
        """Count and refuse nothing for a while."""
        self._is_paused = True

    def go_on(self) -> None:
        """Count and refuse again."""
        self._is_paused = False

    @property
    def is_hit(self) -> bool:
        """Whether anything was refused."""
        return bool(self.refused)

    def meet(self, what: str, path: str) -> None:
        """Do one thing more; raises `OSError` where it is refused."""
        if self._is_paused:
            return
        self.done += 1
        if self.done == self._first or (self._for_good and self.done > self._first):
            self.refused.append(f"{what} {os.path.basename(path)}")  # noqa: PTH119
            self.may_leave |= what in _TAKES_AWAY or _is_clearing()
            raise OSError(self._number, os.strerror(self._number), path)

    def place_of(self, file: Any, folder: int | None = None) -> str | None:
        """Return the path of a file, or None where it is none of the folder's."""
        if isinstance(file, int):
            return self._open.get(file)
        try:
            path = os.fsdecode(file)
        except TypeError:
            return None
        if folder in self._open:
            return os.path.join(self._open[folder], path)  # noqa: PTH118
        return path if path.startswith(self._folder) else None

    def open(self, file: Any, flags: int, *rest: Any, **named: Any) -> int:
        path = self.place_of(file, named.get("dir_fd"))
        if path is None:
            return _real_os_open(file, flags, *rest, **named)
        self.meet("open", path)
        opened = _real_os_open(file, flags, *rest, **named)
        self._open[opened] = path
        return opened

    def close(self, opened: int) -> None:
        path = self._open.pop(opened, None)
        _real_close(opened)
        if path is not None:
            self.meet("close", path)

    def stream(
        self,
        file: Any,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
        closefd: bool = True,
        opener: Any = None,
    ) -> Any:
        path = self.place_of(file)
        if path is None:
            return _real_open(file, mode, buffering, encoding, errors, newline, closefd, opener)
        if not isinstance(file, int):
            self.meet("open", path)
        raw = _Raw(file, mode.replace("t", ""), closefd, opener)
        raw.refusing, raw.path = self, path
        self._open[raw.fileno()] = path
        if buffering == 0:
            return raw
        kind = io.BufferedRandom if "+" in mode else io.BufferedReader
        buffered: Any = (io.BufferedWriter if not raw.readable() else kind)(raw)
        return buffered if "b" in mode else io.TextIOWrapper(buffered, encoding, errors, newline)

    def forget(self, opened: int) -> None:
        self._open.pop(opened, None)


class _Raw(io.FileIO):
    """A file that was opened as a stream."""

    refusing: Refusing
    path: str

    def read(self, size: int | None = -1, /) -> bytes:
        self.refusing.meet("read", self.path)
        return super().read(-1 if size is None else size) or b""

    def readall(self) -> bytes:
        self.refusing.meet("read", self.path)
        return super().readall() or b""

    def readinto(self, buffer: Any, /) -> int:
        self.refusing.meet("read", self.path)
        return super().readinto(buffer) or 0

    def write(self, content: Any, /) -> int:
        self.refusing.meet("write", self.path)
        return super().write(content) or 0

    def close(self) -> None:
        if self.closed:
            return
        self.refusing.forget(self.fileno())
        super().close()
        self.refusing.meet("close", self.path)


def _is_clearing() -> bool:
    """Whether whoever asks is about to take something away."""
    frame = sys._getframe()
    while frame.f_back is not None:
        if frame.f_code.co_name in _CLEARING:
            return True
        frame = frame.f_back
    return False


@contextmanager
def refusing(
    folder: Path, first: int, number: int, *, for_good: bool = False
) -> Iterator[Refusing]:
    """Refuse meanwhile what `Refusing` says."""
    disk = Refusing(folder, first, number, for_good=for_good)
    with ExitStack() as patches:
        for name in filter(_is_known, (*_WITH_A_PATH, *_WITH_A_NUMBER)):
            patches.enter_context(patch.object(os, name, _counted(disk, name)))
        patches.enter_context(patch.object(os, "open", disk.open))
        patches.enter_context(patch.object(os, "close", disk.close))
        patches.enter_context(patch.object(io, "open", disk.stream))
        patches.enter_context(patch.object(builtins, "open", disk.stream))
        yield disk


def _is_known(name: str) -> bool:
    """Whether this kind of system has it."""
    return hasattr(os, name)


def _counted(disk: Refusing, name: str) -> Callable[..., Any]:
    real = getattr(os, name)

    def counted(*given: Any, **named: Any) -> Any:
        folder = named.get("dir_fd", named.get("src_dir_fd"))
        path = disk.place_of(given[0] if given else ".", folder)
        if path is not None:
            disk.meet(name, path)
        return real(*given, **named)

    return counted
