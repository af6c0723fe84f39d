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
    """Return the content of a regular file of at most so many bytes.

    Raises:
        OSError: It can't be read, or is no such file: `EISDIR` for a folder, `ENODEV` for a device,
            a pipe or a socket, `EFBIG` for one that is larger, `EINVAL` for no name at all.
    """
    if is_device_name(path):
        raise _refusal(errno.ENODEV, path)
    try:
        _refuse_unless_regular(path, path.stat().st_mode)  # opening alone may set a device going
        opened = os.open(path, _UNWAITING)
    except ValueError as error:  # a null character, or half of a character beyond the first plane
        raise _refusal(errno.EINVAL, path) from error
    try:
        found = os.fstat(opened)
        _refuse_unless_regular(path, found.st_mode)
        if found.st_size > most:
            raise _refusal(errno.EFBIG, path)
        return _content(opened, path, most)
    finally:
        os.close(opened)


def is_device_name(path: PurePath, system: str = sys.platform) -> bool:
    """Return whether a system takes a path for a device, as Windows does with NUL in any folder."""
    if system != "win32":
        return False
    parts = re.split(r"[\\/]", str(path))
    return bool(_NAMESPACES.match(str(path))) or any(map(DEVICE_NAME.match, parts))


def _refuse_unless_regular(path: Path, mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise _refusal(errno.EISDIR if stat.S_ISDIR(mode) else errno.ENODEV, path)


def _content(opened: int, path: Path, most: int) -> bytes:
    """All that there is: what the system says of the size may be wrong, or no longer true."""
    pieces: list[bytes] = []
    left = most
    while piece := os.read(opened, _PIECE):
        left -= len(piece)
        if left < 0:
            raise _refusal(errno.EFBIG, path)
        pieces.append(piece)
    return b"".join(pieces)


def _refusal(number: int, path: Path) -> OSError:
    return OSError(number, os.strerror(number), str(path))
