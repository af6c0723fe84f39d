"""The door for reading other people's files: a table of formats, told by content before name.

A further format gets a module or a package beside `xlsx`, and its row in `FORMATS`; a reader that
needs heavy libraries is loaded by its row, when the first such file is read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple, TypeAlias

from unionapp.errors import SheetError
from unionapp.importing import messages
from unionapp.importing.csv_text import read_delimited
from unionapp.importing.sheets import MOST_BYTES, Book, Tick

# Reads a file from its beginning; the name is what errors call it by.
Reader: TypeAlias = Callable[[IO[bytes], str, Tick], Book]


class Format(NamedTuple):
    """A format of files: how their names end, how their content may begin, and what reads them."""

    suffixes: tuple[str, ...]
    beginnings: tuple[bytes, ...]
    read: Reader


def _read_workbook(stream: IO[bytes], name: str, tick: Tick) -> Book:
    from unionapp.importing.xlsx import read_workbook

    return read_workbook(stream, name, tick)


def _read_text(stream: IO[bytes], name: str, tick: Tick) -> Book:
    """Read what begins like no other format; what should have begun so is damaged."""
    content = stream.read()
    if content.lstrip()[:1] == b"<":
        raise messages.web_page(name)
    if _suffix(name) in _TOLD_BY_BEGINNING:
        raise messages.damaged(name)
    return read_delimited(content, name, tick)


# The formats that are read; the last one takes whatever begins like none of those before it.
FORMATS = (
    Format((".xlsx", ".xlsm"), (b"PK\x03\x04", b"PK\x05\x06"), _read_workbook),
    Format((".csv",), (b"",), _read_text),
)
# How the names of files end that are offered to be read.
SUFFIXES = tuple(suffix for each in FORMATS for suffix in each.suffixes)

_TOLD_BY_BEGINNING = frozenset(suffix for each in FORMATS[:-1] for suffix in each.suffixes)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Formats of tables that are not read, but can be saved as one that is.
_OTHERS = (".xls", ".et", ".ett", ".xlsb", ".xlt", ".ods", ".numbers")


def _nothing() -> None:
    """Do nothing, as is done while reading when nobody waits."""


def read_book(path: Path, tick: Tick = _nothing) -> Book:
    """Read a file with tables.

    Args:
        path: An .xlsx, .xlsm or .csv file; .txt with tabs is read like .csv.
        tick: Called often while reading; what it raises stops the reading.

    Raises:
        SheetError: it cannot be read; one sentence says why and what to do.
    """
    try:
        with path.open("rb") as stream:
            return _read(stream, path.name, tick)
    except OSError as error:
        raise messages.withheld(path.name, error) from error


def _read(stream: IO[bytes], name: str, tick: Tick) -> Book:
    if name.startswith("~$"):
        raise messages.lock_file(name)
    beginning = stream.read(8)
    size = stream.seek(0, 2)
    stream.seek(0)
    if not size:
        raise messages.empty(name)
    if size > MOST_BYTES:
        raise messages.too_large(name)
    if beginning.startswith(_OLE):
        raise _compound(stream, name)
    if _suffix(name) in _OTHERS:
        raise messages.old_format(name, _suffix(name))
    read = next(each.read for each in FORMATS if beginning.startswith(each.beginnings))
    return read(stream, name, tick)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _compound(stream: IO[bytes], name: str) -> SheetError:
    """Tell apart what has the wrapper of Office 97: an old file, or one with a password."""
    if _ENCRYPTED in stream.read():
        return messages.locked(name)
    suffix = _suffix(name)
    return messages.old_format(name, suffix if suffix in _OTHERS else ".xls")
