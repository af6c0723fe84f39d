"""Files told from each other by what is in them: whether one is still as we wrote it."""

import hashlib
import os
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """By what the content of a file is known again: its bytes counted, and their SHA-256 (hex)."""

    size: int
    sha256: str

    @classmethod
    def of(cls, content: bytes) -> "Fingerprint":
        """Return that of a content."""
        return cls(len(content), hashlib.sha256(content).hexdigest())


class Standing(Enum):
    """What stands at a place."""

    NOTHING = auto()
    OURS = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at a place, and what shows whether it is still that."""

    standing: Standing
    seen: tuple[int, ...] = ()

    def is_still(self, path: Path) -> bool:
        """Return whether what was seen there has not changed since; raises `OSError`."""
        return _seen(path) == self.seen


def look_at(path: Path, ours: Collection[Fingerprint]) -> Sight:
    """Look whether what stands at a place is one of ours; raises `OSError`.

    It is read only where its size is that of one of ours, so that no large file takes long.
    """
    if seen := _seen(path):
        with suppress(FileNotFoundError):  # somebody has moved it away meanwhile
            alike = {each.sha256 for each in ours if each.size == path.stat().st_size}
            is_ours = bool(alike) and path.is_file() and _digest(path) in alike
            return Sight(Standing.OURS if is_ours else Standing.OTHER, seen)
    return Sight(Standing.OTHER if os.path.lexists(path) else Standing.NOTHING)


def _seen(path: Path) -> tuple[int, ...]:
    """What changes when a file does; nothing where there is none, or a link that leads nowhere."""
    try:
        now = path.stat()
    except FileNotFoundError:
        return ()
    return now.st_dev, now.st_ino, now.st_size, now.st_mtime_ns


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
