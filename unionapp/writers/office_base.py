"""An office's own .docx, on which papers are set.

It is tried whole in a process of its own before anything here is set on it; the room that knows
Word is entered only when there is one.
"""

import errno
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from unionapp.errors import WritingError, reason_of
from unionapp.system import read_whole
from unionapp.system.worker import BrokenOffError, Reader, read_apart

if TYPE_CHECKING:
    from unionapp.layout import Typography

# Bytes that a base may have.
_MOST_BYTES = 20 * 2**20


def read_office_file(path: Path) -> bytes:
    """Return the content of an office's own base.

    Raises:
        WritingError: It can't be read.
    """
    try:
        return read_whole(path, _MOST_BYTES)
    except OSError as error:
        if error.errno == errno.EFBIG:
            raise _refusal("它超过20兆，请压缩其中的图片后再试。") from error
        raise WritingError(
            f"本单位的版式文件“{path}”读不出来（{reason_of(error)}），请重新选一个文件。"
        ) from error


def bases() -> "Reader[Typography]":
    """Return what has a process made ready for a base, and tries it there."""
    from unionapp.layout import Typography

    return Reader("unionapp.writers.docx", "tried", Typography)


def typography_of(base: bytes, tick: Callable[[], object] = lambda: None) -> "Typography":
    """Return the pages and styles of an office's own base, once it was tried; the same for a base.

    While it is tried, `tick` is called many times a second; what it raises stops that.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    digest = sha256(base).digest()
    if (known := _tried.get(digest)) is not None:
        return known
    found = _read(base, tick)
    while len(_tried) >= _KEPT:
        _tried.pop(next(iter(_tried)), None)
    return _tried.setdefault(digest, found)


def _read(base: bytes, tick: Callable[[], object]) -> "Typography":
    try:
        found = read_apart(bases(), base, "", tick)
    except BrokenOffError as error:
        raise _refusal(f"{error.why('请只留信头和样式后再试')}。") from error
    return replace(found, styles=MappingProxyType(dict(found.styles)))


# The bases that were tried last, by their digests: the window reads the chosen one again and again.
_tried: "dict[bytes, Typography]" = {}
_KEPT = 4


def _refusal(reason: str) -> WritingError:
    return WritingError(f"本单位的版式文件用不了：{reason}")
