"""The journal beside the drafts' file, put into a copy of the file in memory.

SQLite reads its journal only where it may write beside it, so on a full disk or a read-only one it
opens nothing (Write-Ahead Logging, section 5); and the last edits stand in the journal alone. Here
it is read as it lies there (Database File Format, section 4).
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Magic number, version, size of a page, number of the checkpoint, two salts, two checksums.
_HEADER = struct.Struct(">8I")
_MAGIC = 0x377F0682

# Number of the page, pages of the file if a transaction ends here, two salts, two checksums.
_FRAME = struct.Struct(">6I")

_PAGE_SIZES = frozenset(1 << power for power in range(9, 17))

# Where these stand.
_HEADER_SALTS = slice(16, 24)
_PAGES, _SALTS = slice(4, 8), slice(8, 16)

# Bytes of a page: ours are all made with this size.
PAGE = 4096

# What of either is under its checksum.
_SUMMED_HEADER, _SUMMED_FRAME = 24, 8

# In the header of the file, what makes it one that is read without a journal (1.3.3).
_VERSIONS = slice(18, 20)
_PLAIN = b"\x01\x01"

# How often both files are read when one of them is written to meanwhile.
_TRIES = 5

_Sums = tuple[int, int]


def image_of(file: Path) -> bytes:
    """Return the drafts' file as it is with its journal, readable without one; raises `OSError`."""
    for _ in range(_TRIES):
        before = _stamps(file)
        image = merged(file.read_bytes(), _content(_journal_of(file)))
        if _stamps(file) == before:
            break
    return image


def merged(content: bytes, journal: bytes) -> bytes:
    """Return a file with all transactions that were committed to its journal."""
    image = bytearray(content)
    written: dict[int, bytes] = {}
    for frame in _frames(journal):
        written[frame.page] = frame.content
        if frame.pages:
            _put(image, written, frame.pages)
            written.clear()
    if image:
        image[_VERSIONS] = _PLAIN
    return bytes(image)


def is_passed_over(journal: bytes) -> bool:
    """Tell whether transactions were committed to a journal that SQLite does not read.

    It stops at the first frame that is not as it was written, and says nothing: one bit that has
    turned takes along all that was saved after it. The last transaction may be such where the power
    went while it was written; each before it was whole when the next one began.
    """
    read, salts = sum(1 for _ in _frames(journal)), salts_of(journal)
    passed_over = _heads(journal)[read:]
    return sum(any(head[_PAGES]) and head[_SALTS] == salts for head in passed_over) > 1


def salts_of(journal: bytes) -> bytes:
    """Return what the frames bear that were written since the journal was begun anew.

    The header says it; where that is spoiled, the first frame does.
    """
    heads = _heads(journal)
    return heads[0][_SALTS] if heads and not _has_header(journal) else journal[_HEADER_SALTS]


def _heads(journal: bytes) -> list[bytes]:
    """What stands before each whole page of ours, whether that was committed or not."""
    step = _FRAME.size + PAGE
    starts = range(_HEADER.size, len(journal) - step + 1, step)
    return [journal[start : start + _FRAME.size] for start in starts]


class _Frame(NamedTuple):
    """One page as it was written; `pages` is the size of the file where a transaction ends."""

    page: int
    pages: int
    content: bytes


def _frames(journal: bytes) -> Iterator[_Frame]:
    """The frames from the first on that are whole and of this journal, not of one before it."""
    if not _has_header(journal):
        return
    magic, _, size, _, *salts, first, second = _HEADER.unpack_from(journal)
    words, sums = _words(magic), (first, second)
    for start in range(_HEADER.size, len(journal) - size - _FRAME.size + 1, _FRAME.size + size):
        page, pages, *salts_here, first, second = _FRAME.unpack_from(journal, start)
        content = journal[start + _FRAME.size : start + _FRAME.size + size]
        sums = _summed(journal[start : start + _SUMMED_FRAME], words, sums)
        sums = _summed(content, words, sums)
        if salts_here != salts or sums != (first, second):
            return
        yield _Frame(page, pages, content)


def _has_header(journal: bytes) -> bool:
    """Whether a journal begins as it was written."""
    if len(journal) < _HEADER.size:
        return False
    magic, _, size, *_, first, second = _HEADER.unpack_from(journal)
    sums = _summed(journal[:_SUMMED_HEADER], _words(magic), (0, 0))
    return magic & ~1 == _MAGIC and sums == (first, second) and size in _PAGE_SIZES


def _words(magic: int) -> str:
    """The order of bytes in which checksums are reckoned."""
    return ">" if magic & 1 else "<"


def _summed(content: bytes, words: str, sums: _Sums) -> _Sums:
    """The checksum of what was summed before with this after it (section 4.2)."""
    one, two = sums
    for first, second in struct.iter_unpack(f"{words}2I", content):
        one = (one + first + two) & 0xFFFFFFFF
        two = (two + second + one) & 0xFFFFFFFF
    return one, two


def _put(image: bytearray, written: dict[int, bytes], pages: int) -> None:
    """Put the pages of a transaction in their places, and give the file the size that it has."""
    for page, content in written.items():
        start = (page - 1) * len(content)
        image.extend(bytes(max(start - len(image), 0)))
        image[start : start + len(content)] = content
    size = pages * len(next(iter(written.values())))
    image.extend(bytes(max(size - len(image), 0)))
    del image[size:]


def _journal_of(file: Path) -> Path:
    return file.with_name(f"{file.name}-wal")


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


def _stamps(file: Path) -> tuple[tuple[int, int], ...]:
    """What changes when either file is written to."""
    both = (each for each in (file, _journal_of(file)) if each.exists())
    return tuple((each.stat().st_size, each.stat().st_mtime_ns) for each in both)
