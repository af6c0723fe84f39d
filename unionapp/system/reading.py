"""The one door for files that others made: a regular file, opened once, whole, within a bound.

A pipe would keep its reader waiting for ever, a device has no end, and what is asked of a name
twice may be two things. So the file is opened without waiting, what was opened is looked at, and
its bytes alone go on to whoever understands them.
"""

import errno
import os
import re
import stat
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePath

# What Windows takes for a device, whatever follows after a point, in any folder.
DEVICE_NAME = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?= *(?:[.:]|$))",
    re.IGNORECASE,
)

# The namespaces in which Windows keeps devices and pipes; a drive or a share may follow the second.
_NAMESPACES = re.compile(r"[\\/]{2}\.[\\/]|[\\/]{2}\?[\\/](?![A-Z]:|UNC[\\/])", re.IGNORECASE)

# Some of these are known to one kind of system alone.
_UNWAITING = os.O_RDONLY | sum(
    getattr(os, flag, 0)
    for flag in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT")
)

_PIECE = 2**20


def read_whole(path: Path, most: int) -> bytes:
    """Return the content of a regular file of at most so many bytes; raises as `pieces_of`."""
    return b"".join(pieces_of(path, most))


def pieces_of(path: Path, most: int) -> Iterator[bytes]:
    """Yield the content of a regular file of at most so many bytes, piece by piece.

    Raises:
        OSError: It can't be read, or is no such file: `EISDIR` for a folder, `ENODEV` for a device,
            a pipe or a socket, `EFBIG` for one that is larger, `EINVAL` for no name at all.
    """
    opened = _opened(path)
    try:
        found = os.fstat(opened)
        _refuse_unless_regular(path, found.st_mode)
        if found.st_size > most:
            raise _refusal(errno.EFBIG, path)
        while piece := os.read(opened, _PIECE):
            most -= len(piece)
            if most < 0:  # the size may be told wrong, or no longer be true
                raise _refusal(errno.EFBIG, path)
            yield piece
    finally:
        with suppress(OSError):  # all that was wanted is read by now
            os.close(opened)


def _opened(path: Path) -> int:
    if is_device_name(path):
        raise _refusal(errno.ENODEV, path)
    try:
        _refuse_unless_regular(path, path.stat().st_mode)  # opening alone may set a device going
        return os.open(path, _UNWAITING)
    except ValueError as error:  # a null character, or half of a character beyond the first plane
        raise _refusal(errno.EINVAL, path) from error


def is_device_name(path: PurePath, system: str = sys.platform) -> bool:
    """Return whether a system takes a path for a device, as Windows does with NUL in any folder."""
    if system != "win32":
        return False
    parts = re.split(r"[\\/]", str(path))
    return bool(_NAMESPACES.match(str(path))) or any(map(DEVICE_NAME.match, parts))


def _refuse_unless_regular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise _refusal(errno.EISDIR if stat.S_ISDIR(mode) else errno.ENODEV, path)


def _refusal(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
