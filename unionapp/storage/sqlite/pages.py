"""Rows read straight out of the pages of an SQLite file, past SQLite.

Of a damaged file SQLite gives only what it can reach, and nothing where the schema is spoiled. But
each page says for itself what rows are on it: here all are looked at, one by one, and what is no
row is passed over. So a page that is spoiled costs its own rows and no others. The format is that
of https://www.sqlite.org/fileformat2.html; the sections are named below.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import TypeAlias

from unionapp.storage.sqlite.journal import PAGE, salts_of

Row: TypeAlias = tuple[int | bytes | None, ...]

# 1.6: what a page with rows of a table begins with; a bit of it may have turned, if that does not
# make it a page of another kind.
_FILE_HEADER = 100
_LEAF_HEADER = 8
_LEAF, _OTHERS = 0x0D, frozenset({0x02, 0x05, 0x0A})
_LEAVES = frozenset({_LEAF, *(_LEAF ^ 1 << bit for bit in range(8))}) - _OTHERS

# 1.6: how much of a long row stands on its own page; the rest goes on to others.
_MOST_LOCAL = PAGE - 35
_LEAST_LOCAL = (PAGE - 12) * 32 // 255 - 23

# 4.1, 4.2: the headers of the journal and of each page in it.
_JOURNAL_HEADER = 32
_FRAME_HEADER = 24

# 2.1: bytes of whole numbers by the serial type of a column, and those that are only a type.
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
_CONSTANTS: Mapping[int, int | None] = {0: None, 8: 0, 9: 1}
_FIRST_BLOB = 12  # even ones are bytes, odd ones texts


# No row is made of more pages than there are, and no page is part of many rows.
_MOST_READINGS = 8


class _NoRowError(Exception):
    """What stands there is no row, or only a part of one."""


class Rows:
    """The rows of a file and of the journal beside it."""

    def __init__(self, file: bytes, journal: bytes = b"") -> None:
        self._written = [*_in_file(file), *_in_journal(journal)]
        self._latest = dict(self._written)

    def current(self) -> Iterator[Row]:
        """Give the rows of each page as it was written last.

        A text is given as its bytes: one bit tells it from what is bytes, and that may have turned.
        """
        return self._on(self._latest.items())

    def former(self) -> Iterator[Row]:
        """Give the rows of pages that were written anew since: what has spoiled may stand there."""
        return self._on(
            (number, page) for number, page in self._written if self._latest[number] is not page
        )

    def _on(self, pages: Iterable[tuple[int, bytes]]) -> Iterator[Row]:
        further = _FurtherPages(self._latest)
        for number, page in pages:
            for start in _cells(number, page):
                with suppress(_NoRowError, IndexError):
                    yield _columns(_payload(page, start, further))


class _FurtherPages:
    """The pages on which long rows go on; what was made to be read for ever is not."""

    def __init__(self, pages: Mapping[int, bytes]) -> None:
        self._pages = pages
        self._left = len(pages) * _MOST_READINGS

    def take(self, number: int) -> bytes:
        """Return a whole page."""
        page = self._pages.get(number, b"")
        self._left -= 1
        if len(page) < PAGE or self._left < 0:
            raise _NoRowError
        return page


def _in_file(file: bytes) -> Iterator[tuple[int, bytes]]:
    return ((at // PAGE + 1, file[at : at + PAGE]) for at in range(0, len(file), PAGE))


def _in_journal(journal: bytes) -> Iterator[tuple[int, bytes]]:
    """The pages that were committed and not put in the file yet, in order (4.1).

    A frame that is damaged is no reason to give up those behind it, as SQLite does.
    """
    salts = salts_of(journal)
    begun: list[tuple[int, bytes]] = []
    for at in range(_JOURNAL_HEADER, len(journal), _FRAME_HEADER + PAGE):
        head = journal[at : at + _FRAME_HEADER]
        page = journal[at + _FRAME_HEADER : at + _FRAME_HEADER + PAGE]
        if head[8:16] != salts or len(page) < PAGE:
            continue
        begun.append((int.from_bytes(head[:4], "big"), page))
        if any(head[4:8]):
            yield from begun
            begun.clear()


def _cells(number: int, page: bytes) -> Iterator[int]:
    """Where the rows begin on a page, if it has any (1.6)."""
    header = _FILE_HEADER if number == 1 else 0
    if len(page) <= header + _LEAF_HEADER or page[header] not in _LEAVES:
        return
    count = _number(page, header + 3, 2)
    first = header + _LEAF_HEADER
    for at in range(first, min(first + 2 * count, len(page) - 1), 2):
        yield _number(page, at, 2)


def _payload(page: bytes, start: int, further: _FurtherPages) -> bytes:
    """All bytes of a row, also those that stand on further pages (1.6)."""
    size, at = _varint(page, start)
    _, at = _varint(page, at)
    if size <= _MOST_LOCAL:
        return page[at : at + size]
    local = _LEAST_LOCAL + (size - _LEAST_LOCAL) % (PAGE - 4)
    if local > _MOST_LOCAL:
        local = _LEAST_LOCAL
    parts = [page[at : at + local]]
    missing, number = size - local, _number(page, at + local, 4)
    while missing > 0:
        next_ = further.take(number)
        parts.append(next_[4 : min(4 + missing, PAGE)])
        missing, number = missing - (PAGE - 4), _number(next_, 0, 4)
    return b"".join(parts)


def _columns(payload: bytes) -> Row:
    """The columns of a row (2.1)."""
    end, at = _varint(payload, 0)
    body = end
    columns: list[int | bytes | None] = []
    while at < end:
        type_, at = _varint(payload, at)
        column, body = _column(payload, type_, body)
        columns.append(column)
    if at != end or body != len(payload) or not columns:
        raise _NoRowError
    return tuple(columns)


def _column(payload: bytes, type_: int, at: int) -> tuple[int | bytes | None, int]:
    """A column that begins there, and where it ends."""
    if type_ in _CONSTANTS:
        return _CONSTANTS[type_], at
    if type_ in _INTEGERS:
        end = at + _INTEGERS[type_]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if type_ < _FIRST_BLOB:  # a number with a fraction, of which we have none, or reserved
        raise _NoRowError
    end = at + (type_ - _FIRST_BLOB) // 2
    return payload[at:end], end


def _number(content: bytes, at: int, size: int) -> int:
    if at + size > len(content):
        raise _NoRowError
    return int.from_bytes(content[at : at + size], "big")


def _varint(content: bytes, at: int) -> tuple[int, int]:
    """A whole number of one byte to nine that begins there, and where it ends (1.6)."""
    number = 0
    for end in range(at, at + 8):
        byte = content[end]
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            return number, end + 1
    return number << 8 | content[at + 8], at + 9
