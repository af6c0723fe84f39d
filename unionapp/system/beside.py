"""Files beside the one that is written: new ones that wait for its place, old ones that are kept.

None of it ever writes over a file that is not ours, also where another program is at it just now.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from itertools import count
from pathlib import Path

from unionapp.system.paths import remove

# How the name of a file begins and ends until it has its place.
_OURS, _TEMPORARY = ".unionapp-", ".tmp"

# Seconds after which such a file was left by a program that was killed.
_LEFT_OVER = 3600

# Bytes that a name may have to which something is added; every disk and folder takes so much.
_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that stood where a new one was written, and is kept.

    Attributes:
        path: Where it stood, and the new one stands.
        beside: Where it is now.
        corrected: Whether one of ours had stood there, which somebody has changed since.
    """

    path: Path
    beside: Path
    corrected: bool

    @property
    def message(self) -> str:
        """What happened, as one sentence."""
        name = self.path.name
        what = f"《{name}》写出后改过，" if self.corrected else f"原有的《{name}》"
        return f"{what}没有覆盖，已改名保留为《{self.beside.name}》。"


@contextmanager
def kept_name(path: Path, *, corrected: bool) -> Iterator[Kept]:
    """Give a name with its date for what stands at a place, which nothing has yet.

    Nothing of ours takes that name meanwhile. Raises `OSError`.
    """
    for beside in _names_beside(path, "改过的" if corrected else "原有的"):
        with _reserved(beside) as free:
            if free:
                yield Kept(path, beside, corrected)
                return


def _names_beside(path: Path, what: str) -> Iterator[Path]:
    """The names that tell what it is and of when; where there is one already, a number follows."""
    for number in count(1):
        added = f"（{what}{_when(path)}）" + (f"（{number}）" if number > 1 else "") + path.suffix
        room = max(_LENGTH, _bytes_of(path.name)) - _bytes_of(added)
        stem = path.stem
        while _bytes_of(stem) > room:
            stem = stem[:-1]
        yield path.with_name(stem + added)


def _bytes_of(name: str) -> int:
    return len(os.fsencode(name))


def _when(path: Path) -> str:
    """When the file was last changed, as it can stand in a name: Windows allows no plain colon."""
    try:
        at = datetime.fromtimestamp((path.stat() if path.exists() else path.lstat()).st_mtime)
    except (OverflowError, ValueError, OSError):  # of a year that no calendar has
        return ""
    year = "" if at.year == datetime.now().year else f"{at.year}年"
    return f" {year}{at.month}月{at.day}日 {at:%H：%M}"


@contextmanager
def _reserved(beside: Path) -> Iterator[bool]:
    """Hold a name against other programs of ours, and tell whether it can be had.

    Where a file is given a name that is taken, most systems write over what has it.
    """
    mark = _temporary(beside, sha256(os.fsencode(beside.name)).hexdigest()[:16])
    try:
        opened = os.open(mark, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        yield False
        return
    try:
        os.close(opened)
        yield not os.path.lexists(beside)
    finally:
        remove(mark)


def move_to_free(file: Path, path: Path) -> None:
    """Have a file stand where nothing does; whatever has come there meanwhile is left alone.

    Raises:
        FileExistsError: Something has.
        OSError: It can't be done.
    """
    if os.name == "nt":  # where the system itself refuses a name that is taken
        file.rename(path)
        return
    try:
        path.hardlink_to(file)
    except FileExistsError:
        raise
    except OSError:  # a disk that knows no second name for a file, as most sticks are
        if os.path.lexists(path):
            raise FileExistsError(path) from None
        file.rename(path)
    else:
        remove(file)


def fresh_name(path: Path) -> Path:
    """Return a new place in the same folder; the name there may be as long as a disk takes."""
    return _temporary(path, secrets.token_hex(8))


def clear_left_over(like: Path) -> None:
    """Take away what was left by programs that were killed; what can't be is no misfortune.

    It is told by how much older it is than a file that was just written beside it: a share has a
    clock of its own, and that of a PC may have been set meanwhile, to whatever it is now.
    """
    with suppress(OSError):
        now = like.lstat().st_mtime
        for left in like.parent.glob(f"{_OURS}*{_TEMPORARY}"):
            if abs(now - left.lstat().st_mtime) > _LEFT_OVER:
                remove(left)


def _temporary(path: Path, what: str) -> Path:
    return path.with_name(f"{_OURS}{what}{_TEMPORARY}")
