"""A storage layer under SQLite of which somebody is told whatever is done, before it is done.

It needs Debian's python3-apsw, which brings no SQLite of its own but uses the system's, as Python
does there.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from itertools import count
from pathlib import Path
from sqlite3 import OperationalError, connect
from typing import Any
from unittest.mock import patch

# Where Debian keeps Python packages; nothing else of what is there is to be found.
_DEBIAN = "/usr/lib/python3/dist-packages"

# SQLite's own layer, which does the work.
_UNIX = "unix"

_NUMBERS = count(1)

# Errors of the layer and its watchers themselves: SQLite takes these for its own, and goes on.
_STRANGE: list[Exception] = []


def _apsw() -> Any:
    found = PathFinder.find_spec("apsw", [_DEBIAN])
    if found is None or found.loader is None:
        return None
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


apsw = _apsw()
_SystemBase: Any = apsw.VFS if apsw else object
_FileBase: Any = apsw.VFSFile if apsw else object


class Watcher:
    """Is told of each operation before it is done; whatever it raises is how that fails."""

    def opens(self, path: Path) -> int:
        """Return a number by which the file goes from now on, whatever its name; it may be new."""
        del path
        return 0

    def reads(self, file: int) -> None:
        """Some of a file is read."""

    def writes(self, file: int, offset: int, content: bytes) -> None:
        """Something is put into a file."""

    def cuts(self, file: int, size: int) -> None:
        """A file is given another size."""

    def syncs(self, file: int) -> None:
        """All that was put into a file is brought to the disk."""

    def syncs_names(self, folder: Path) -> None:
        """So are the names in a folder."""

    def removes(self, path: Path) -> None:
        """A file loses its name."""

    def moves(self, path: Path, to: Path) -> None:
        """A file gets another name, in place of what has it."""

    def rewrites(self, path: Path) -> int:
        """Python has written a file itself, and has it brought to the disk now."""
        del path
        return 0


@cache
def lack() -> str:
    """Why there is no such layer here, in a few words; nothing where there is."""
    if apsw is None:
        return "needs Debian's python3-apsw, and its Python"
    system = _System(Watcher())
    try:
        connect(":memory:").execute(f"ATTACH 'file::memory:?vfs={system.name}' AS x").close()
    except OperationalError:
        return "Python and python3-apsw use two SQLites here"
    finally:
        system.unregister()
    return ""


@contextmanager
def layer(watcher: Watcher) -> Iterator[None]:
    """Have all files that SQLite opens within lie on the layer; each is closed within as well."""
    system = _System(watcher)
    try:
        yield
    finally:
        system.unregister()
    if _STRANGE:
        raise _STRANGE.pop()


@contextmanager
def beside(watcher: Watcher) -> Iterator[None]:
    """Tell of what Python does to files and names past SQLite, too; no disk is waited for."""
    with ExitStack() as patches:
        for name, told in _python_functions(watcher):
            patches.enter_context(patch.object(os, name, told))
        yield


def failure(code: int) -> Exception:
    """An error that SQLite takes for one of the disk, by its result code."""
    error: Exception = apsw.exceptionfor(code)
    return error


def _note_unless_meant(error: Exception) -> None:
    if not isinstance(error, apsw.Error):
        _STRANGE.append(error)


class _System(_SystemBase):  # type: ignore[misc]  # there are no types of it here
    """The files of the system, of which the watcher is told."""

    def __init__(self, watcher: Watcher) -> None:
        self.name = f"told-{next(_NUMBERS)}"
        self._watcher = watcher
        super().__init__(self.name, _UNIX, makedefault=True)

    def xOpen(self, name: Any, flags: list[int]) -> Any:  # noqa: N802 - SQLite's names
        if name is None:
            return super().xOpen(name, flags)
        return _File(self._watcher, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:  # noqa: N802
        if os.path.lexists(name):
            self._watcher.removes(Path(name))
        super().xDelete(name, False)
        if sync:
            self._watcher.syncs_names(Path(name).parent)

    def excepthook(self, _type: object, error: Exception, _traceback: object) -> None:
        """Nobody but SQLite is told of a failure that is meant."""
        _note_unless_meant(error)


class _File(_FileBase):  # type: ignore[misc]
    """One file that SQLite has open."""

    def __init__(self, watcher: Watcher, name: Any, flags: list[int]) -> None:
        path = Path(name if isinstance(name, str) else name.filename())
        self._watcher, self._folder = watcher, path.parent
        # As SQLite's own layer on Unix does, so that a journal is found again (os_unix.c, DIRSYNC).
        of_journal = apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_WAL
        self._syncs_name = bool(flags[0] & apsw.SQLITE_OPEN_CREATE and flags[0] & of_journal)
        self._number = watcher.opens(path)
        super().__init__(_UNIX, name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:  # noqa: N802
        self._watcher.reads(self._number)
        content: bytes = super().xRead(amount, offset)
        return content

    def xWrite(self, content: bytes, offset: int) -> None:  # noqa: N802
        self._watcher.writes(self._number, offset, bytes(content))
        super().xWrite(content, offset)

    def xTruncate(self, size: int) -> None:  # noqa: N802
        self._watcher.cuts(self._number, size)
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:  # noqa: N802
        del flags  # the disk of the PC that runs this is not waited for
        self._watcher.syncs(self._number)
        if self._syncs_name:
            self._watcher.syncs_names(self._folder)
            self._syncs_name = False

    def excepthook(self, _type: object, error: Exception, _traceback: object) -> None:
        """Nobody but SQLite is told of a failure that is meant."""
        _note_unless_meant(error)


def _python_functions(watcher: Watcher) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The functions of the system by which Python writes and names files, with whom they tell."""
    opened, removed, renamed = os.open, os.unlink, os.rename

    def open_(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if flags & os.O_CREAT:
            watcher.opens(_path(path, dir_fd))
        return opened(path, flags, mode, dir_fd=dir_fd)

    def remove(path: Any, *, dir_fd: int | None = None) -> None:
        named = _path(path, dir_fd)
        if os.path.lexists(named):
            watcher.removes(named)
        removed(path, dir_fd=dir_fd)

    def move(path: Any, to: Any) -> None:
        if os.path.lexists(path):
            watcher.moves(_path(path), _path(to))
        renamed(path, to)

    def sync(descriptor: int) -> None:
        named = _place(descriptor)
        if named.is_dir():
            watcher.syncs_names(named)
        else:
            watcher.syncs(watcher.rewrites(named))

    yield from (("open", open_), ("unlink", remove), ("remove", remove), ("fsync", sync))
    yield from (("rename", move), ("replace", move))


def _path(path: Any, folder: int | None = None) -> Path:
    within = Path.cwd() if folder is None else _place(folder)
    return within / os.fsdecode(path)


def _place(descriptor: int) -> Path:
    """Where something stands that is open."""
    return Path(f"/proc/self/fd/{descriptor}").readlink()
