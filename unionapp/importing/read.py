"""The door for reading a file with tables: what it is, told by its beginning, not by its name."""

from pathlib import Path
from typing import IO

from unionapp.errors import SheetError
from unionapp.importing import messages
from unionapp.importing.csv_text import read_delimited
from unionapp.importing.sheets import MOST_BYTES, Book, Tick
from unionapp.importing.xlsx import read_workbook

SUFFIXES = (".xlsx", ".xlsm", ".csv")
"""The kinds of files that can be read."""

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = (".xls", ".et", ".ett", ".xlsb", ".xlt", ".ods", ".numbers")


def _nothing() -> None:
    """What is done while reading when nobody waits."""


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
            return _read(stream, path, tick)
    except OSError as error:
        raise messages.withheld(path.name, error) from error


def _read(stream: IO[bytes], path: Path, tick: Tick) -> Book:
    name = path.name
    if name.startswith("~$"):
        raise messages.lock_file(name)
    beginning = stream.read(8)
    size = stream.seek(0, 2)
    stream.seek(0)
    if not size:
        raise messages.empty(name)
    if size > MOST_BYTES:
        raise messages.too_large(name)
    suffix = path.suffix.lower()
    if beginning.startswith(_OLE):
        raise _compound(stream, name, suffix)
    if suffix in _OTHERS:
        raise messages.old_format(name, suffix)
    if beginning.startswith((_ZIP, _EMPTY_ZIP)):
        return read_workbook(stream, name, tick)
    return _read_text(stream, name, suffix, tick)


def _compound(stream: IO[bytes], name: str, suffix: str) -> SheetError:
    """What is wrong with a file in the wrapper of Office 97: an old one, or one with a password."""
    if _ENCRYPTED in stream.read():
        return messages.locked(name)
    return messages.old_format(name, suffix if suffix in _OTHERS else ".xls")


def _read_text(stream: IO[bytes], name: str, suffix: str, tick: Tick) -> Book:
    content = stream.read()
    if content.lstrip()[:1] == b"<":
        raise messages.web_page(name)
    if suffix in (".xlsx", ".xlsm"):
        raise messages.damaged(name)
    return read_delimited(content, name, tick)
