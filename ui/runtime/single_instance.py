"""One running program a user: a later start hands its file to the first and ends.

The first start holds a lock in the data folder and watches a folder beside it; a later start
puts a request there and waits until it is taken. Files in the user's own folder need neither a
network nor a session bus, and nobody else on the PC can write them. A lock that nobody holds was
left by a program that came to no end of its own: killed, or with the PC.
"""

import os
import secrets
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, QSysInfo, QThread, Signal

from ui.words import say
from unionapp.errors import StoreError, reason_of
from unionapp.system import NO_SPACE, obstacle_to_writing

# Seconds that a later start waits for the first to take its request.
_PATIENCE = 5.0

# Milliseconds between two looks whether it was taken.
_GLANCE = 20

# Seconds after which a request is left over from a start that was killed.
_STALE = 30.0

_REQUEST = ".request"


class Instance(QObject):
    """This start of the program among all of the user's; lives as long as the program."""

    # A later start asks for a file to be opened, or with an empty text for the window.
    asked = Signal(str)

    def __init__(self, data_folder: Path) -> None:
        super().__init__()
        # When the program before this one began, if it came to no end of its own.
        self.cut_short: datetime | None = None
        self._file = data_folder / "running.lock"
        self._lock = QLockFile(str(self._file))
        self._lock.setStaleLockTime(
            0
        )  # a program may run for days; a dead one is seen all the same
        self._inbox = data_folder / "requests"
        self._watcher = QFileSystemWatcher(self)

    def is_first(self, file: Path | None) -> bool:
        """Tell whether to go on; if another runs, it has taken over the file (made absolute).

        Raises `StoreError` when another runs but does not answer.
        """
        left = self._left()
        if self._claim() or self._goes_on_without():
            self.cut_short = left if self._lock.isLocked() else None
            return True
        request = self._put("" if file is None else os.path.abspath(file))  # noqa: PTH100  # keeps links
        try:
            return self._wait_for(request)
        finally:
            with suppress(OSError):  # on Windows it can't be taken away while it is being read
                request.unlink(missing_ok=True)

    def listen(self) -> None:
        """Tell of requests from now on, also of those that came in meanwhile.

        Where no folder for them can be made there are none: a later start says so itself.
        """
        try:
            self._inbox.mkdir(mode=0o700, exist_ok=True)
        except OSError:
            return
        self._watcher.directoryChanged.connect(self._take)
        self._watcher.addPath(str(self._inbox))
        self._take()

    def release(self) -> None:
        """Let the lock go: the program ends, by itself or with the session of its user."""
        self._lock.unlock()

    def _left(self) -> datetime | None:
        """When the lock was made that lies there, by the clock on the wall."""
        try:
            return datetime.fromtimestamp(self._file.stat().st_mtime).astimezone()
        except (OSError, OverflowError, ValueError):
            return None

    def _claim(self) -> bool:
        """Whether the lock is ours; a folder that can't be locked holds nobody up."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def _goes_on_without(self) -> bool:
        """Whether to go on although the lock is not to be had, because the disk is as it is.

        Where nothing can be written no lock can be made or taken away, and whoever can't know
        goes on. On a full disk Qt has no room to take away one that a dead program left.
        """
        obstacle = obstacle_to_writing(self._file.parent)
        if obstacle is None or obstacle.errno not in NO_SPACE:
            return obstacle is not None
        if not self._is_left_over():
            return False
        with suppress(OSError):  # Windows keeps the one of a program that runs
            self._file.unlink()
            return self._claim()
        return False

    def _is_left_over(self) -> bool:
        """Whether the program that made the lock runs no more, as far as that can be seen."""
        if sys.platform == "win32":
            return True
        process, host, _ = self._lock.getLockInfo()
        if host != QSysInfo.machineHostName():
            return False
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return True
        except OSError:
            return False
        return False

    def _put(self, file: str) -> Path:
        """Lay down a request whole: it gets the name that is looked for once it is written."""
        draft = self._inbox / secrets.token_hex(8)
        try:
            self._inbox.mkdir(mode=0o700, exist_ok=True)
            draft.write_bytes(os.fsencode(file))
            return draft.rename(draft.with_suffix(_REQUEST))
        except OSError as error:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            reason = reason_of(error)
            raise StoreError(
                say(
                    "“工会年度总结”已经打开，但不能把文件交给它（{reason}），请在它的窗口里打开。",
                    reason=reason,
                )
            ) from error

    def _wait_for(self, request: Path) -> bool:
        """Wait until the request is taken; true when the one that ran has ended meanwhile."""
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end:
            if _is_taken(request):
                return False
            if self._claim():
                return True
            QThread.msleep(_GLANCE)
        raise StoreError(
            say(
                "“工会年度总结”已经打开，但没有回应。请切换到它的窗口看一看；如果它不动了，请关掉它再打开。"
            )
        )

    def _take(self) -> None:
        for file in self._requests():
            self.asked.emit(file)

    def _requests(self) -> Iterator[str]:
        for request in self._laid_down():
            try:
                fresh = abs(time.time() - request.stat().st_mtime) < _STALE
                file = os.fsdecode(request.read_bytes())
                request.unlink()
            except OSError:  # whoever made it has given up and taken it away
                continue
            if fresh:
                yield file

    def _laid_down(self) -> Sequence[Path]:
        """The requests that lie there; none while the folder can't be read."""
        try:
            return sorted(self._inbox.glob(f"*{_REQUEST}"))
        except OSError:
            return ()


def _is_taken(request: Path) -> bool:
    """Whether a request is gone; what can't be looked at just now still lies there."""
    try:
        return not request.exists()
    except OSError:
        return False
