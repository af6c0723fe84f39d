"""The parts of an .xlsx or .docx file, read piece by piece within hard bounds.

No tree is built and no library trusts what the file says of itself: the zip directory is looked at
first, then the XML of a part goes through an expat parser to a handler that keeps what it needs.
What a hostile file can cost is bounded here by the bytes that are unpacked, even where no process
of its own can be started for it.
"""

import re
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Protocol
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from unionapp.importing import messages

# Bytes of XML that are unpacked of one file, all its parts together.
MOST_UNPACKED = 96 * 2**20
# Elements that are read of one file: they cost time even when there is nothing in them.
MOST_ELEMENTS = 3_000_000
_MOST_PARTS = 5000
_MOST_DECLARED = 2**30
_WORTH_A_LOOK = 2**24
# Times that a large part may shrink by packing; sheets of real offices shrink by 10 to 40.
_MOST_RATIO = 400
_PIECE = 2**16
# Pieces in which no element and no text ends; expat reads an endless one anew with each piece.
_MOST_SILENT = 16
_ENCRYPTED = 1

_Start = Callable[[str, dict[str, str]], object]
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_LONGEST_WHOLE = 9


class Handler(Protocol):
    """What takes the elements of a part; names come without their namespace."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""


class EnoughError(Exception):
    """A handler has all that it may take; raised by it to stop, and never seen outside."""


class TooMuchError(Exception):
    """A part has more bytes or elements than are left of the bounds."""


class Archive:
    """A zip file whose directory has been looked at."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self._left = MOST_UNPACKED
        self._elements = MOST_ELEMENTS
        self._silent = 0
        try:
            self._zip = ZipFile(BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
            raise messages.damaged(name) from error
        self._parts = _looked_at(self._zip.infolist(), name)

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._parts

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of its parts, in small letters."""
        return tuple(self._parts)

    def feed(self, part: str, handler: Handler) -> None:
        """Read a part through a handler.

        Raises:
            SheetError: it is damaged, or declares a document type.
            TooMuchError: the bytes or elements that may be read are used up.
        """
        if part not in self:
            raise messages.damaged(self.name)
        parser = self._parser(handler)
        self._silent = 0
        try:
            with self._zip.open(self._parts[part.lower()]) as stream:
                while piece := stream.read(_PIECE):
                    self._count(len(piece))
                    parser.Parse(piece, False)  # noqa: FBT003 - expat takes it by place only
            parser.Parse(b"", True)  # noqa: FBT003
        except EnoughError:
            return
        except _DAMAGE as error:
            raise messages.damaged(self.name) from error

    def _count(self, size: int) -> None:
        self._left -= size
        self._silent += 1
        if self._left < 0:
            raise TooMuchError
        if self._silent > _MOST_SILENT:
            raise messages.suspicious(self.name)

    def _parser(self, handler: Handler) -> expat.XMLParserType:
        def start(name: str, attributes: dict[str, str]) -> None:
            self._silent = 0
            self._elements -= 1
            if self._elements < 0:
                raise TooMuchError
            handler.start(name.rpartition(":")[2], attributes)

        def text(text: str) -> None:
            self._silent = 0
            handler.text(text)

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._refuse
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: handler.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = text
        return parser

    def _refuse(self, *_declared: object) -> None:
        """No office program declares a document type; its entities are how parsers are attacked."""
        raise messages.suspicious(self.name)


# What zipfile and expat raise for parts that are cut off, changed or of an unknown making.
_DAMAGE = (
    expat.ExpatError,
    BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)


def _looked_at(entries: list[ZipInfo], name: str) -> dict[str, ZipInfo]:
    """The parts by name, if the directory is one that an office program would write."""
    if len(entries) > _MOST_PARTS or sum(each.file_size for each in entries) > _MOST_DECLARED:
        raise messages.too_large(name)
    parts = {_part_name(each): each for each in entries}
    if len(parts) < len(entries) or any(map(_is_odd, entries)):
        raise messages.suspicious(name)
    return parts


def _part_name(entry: ZipInfo) -> str:
    return entry.filename.replace("\\", "/").lstrip("/").lower()


def _is_odd(entry: ZipInfo) -> bool:
    packed = entry.compress_size * _MOST_RATIO
    return (
        entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED)
        or bool(entry.flag_bits & _ENCRYPTED)
        or (entry.file_size > _WORTH_A_LOOK and entry.file_size > packed)
    )


class Quiet:
    """A handler that takes nothing."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""


def unescaped(text: str) -> str:
    """Return a text without the escapes of ST_Xstring, such as `_x000D_` for a line end."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)


def whole_number(text: str) -> int:
    """Return a number without a sign; 0 for anything else."""
    fits = text.isascii() and text.isdigit() and len(text) <= _LONGEST_WHOLE
    return int(text) if fits else 0
