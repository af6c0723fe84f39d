"""The door for reading other people's files: a table of formats, told by content before name.

A further format gets a module or a package beside `xlsx`, and its row in `FORMATS`; a reader that
needs heavy libraries is loaded by its row, when the first such file is read.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from unionapp.errors import SheetError
from unionapp.importing import messages
from unionapp.importing.csv_text import read_delimited
from unionapp.importing.sheets import MOST_BYTES, Book
from unionapp.system import read_whole
from unionapp.system.worker import BrokenOffError, Reader, read_apart

# What has a process made ready for a file with tables, and reads it there.
BOOKS = Reader("unionapp.importing.read", "book_of", Book)

# Reads the content of a file; the name is what errors call it by.
Read: TypeAlias = Callable[[bytes, str], Book]


class Format(NamedTuple):
    """A format of files: how their names end, how their content may begin, and what reads them."""

    suffixes: tuple[str, ...]
    beginnings: tuple[bytes, ...]
    read: Read


def _read_workbook(content: bytes, name: str) -> Book:
    from unionapp.importing.xlsx import read_workbook

    return read_workbook(content, name)


def _read_text(content: bytes, name: str) -> Book:
    """Read what begins like no other format; what should have begun so is damaged."""
    if content.lstrip()[:1] == b"<":
        raise messages.web_page(name)
    if _suffix(name) in _TOLD_BY_BEGINNING:
        raise messages.damaged(name)
    return read_delimited(content, name)


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


def read_book(path: Path, tick: Callable[[], object] = lambda: None) -> Book:
    """Read a file with tables, in a process of its own.

    Args:
        path: An .xlsx, .xlsm or .csv file; .txt with tabs is read like .csv.
        tick: Called many times a second; what it raises stops the reading.

    Raises:
        SheetError: it cannot be read; one sentence says why and what to do.
    """
    try:
        return read_apart(BOOKS, read_whole(path, MOST_BYTES), path.name, tick)
    except OSError as error:
        raise messages.withheld(path.name, error) from error
    except BrokenOffError as error:
        raise messages.broken_off(path.name, error) from error


def book_of(content: bytes, name: str) -> Book:
    """Return the tables of a file's content, which is looked at right here; raises `SheetError`."""
    if name.startswith("~$"):
        raise messages.lock_file(name)
    if not content:
        raise messages.empty(name)
    if content.startswith(_OLE):
        raise _compound(content, name)
    if _suffix(name) in _OTHERS:
        raise messages.old_format(name, _suffix(name))
    read = next(each.read for each in FORMATS if content.startswith(each.beginnings))
    return read(content, name)


def _suffix(name: str) -> str:
    return Path(name).suffix.lower()


def _compound(content: bytes, name: str) -> SheetError:
    """Tell apart what has the wrapper of Office 97: an old file, or one with a password."""
    if _ENCRYPTED in content:
        return messages.locked(name)
    suffix = _suffix(name)
    return messages.old_format(name, suffix if suffix in _OTHERS else ".xls")
