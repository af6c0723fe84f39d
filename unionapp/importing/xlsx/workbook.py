"""A workbook (.xlsx, .xlsm): which sheets it has, its texts and its number formats.

ECMA-376, part 1: 18.2 (workbook), 18.4 (shared strings), 18.8 (styles); the names of elements are
the same in its strict and its transitional form.
"""

import posixpath
from collections.abc import Iterator

from unionapp.importing import messages
from unionapp.importing.archive import (
    Archive,
    EnoughError,
    Quiet,
    TooMuchError,
    unescaped,
    whole_number,
)
from unionapp.importing.sheets import LONGEST_CELL, Book, Sheet
from unionapp.importing.xlsx.formats import GENERAL, NumberFormat, built_in, format_of
from unionapp.importing.xlsx.sheet import Allowance, SharedParts, SheetReader
from unionapp.text import clean

_MOST_STRINGS = 1_000_000
_MOST_FORMATS = 70_000
_MOST_SHEETS = 200
_BINARY = "xl/workbook.bin"


def read_workbook(content: bytes, name: str) -> Book:
    """Read the sheets that a person sees; raises `SheetError`."""
    archive = Archive(content, name)
    part = _workbook_part(archive)
    try:
        sheets = tuple(_sheets(archive, part))
    except TooMuchError as error:
        raise messages.too_large(name) from error
    if not sheets:
        raise messages.empty(name)
    return Book(name, sheets)


def _workbook_part(archive: Archive) -> str:
    relations = _Relations("")
    if "_rels/.rels" in archive:
        archive.feed("_rels/.rels", relations)
    if _BINARY in archive:
        raise messages.old_format(archive.name, ".xlsb")
    found = relations.of_type("officeDocument")
    if not found or not found[0].startswith("xl/"):
        raise messages.no_workbook(archive.name)
    return found[0]


def _sheets(archive: Archive, part: str) -> Iterator[Sheet]:
    """The sheets that have a row; the hidden ones only when there is no other."""
    workbook, relations = _Workbook(), _Relations(posixpath.dirname(part))
    archive.feed(part, workbook)
    archive.feed(_relations_of(part), relations)
    shared = _shared_parts(archive, relations, from_1904=workbook.from_1904)
    shown = [each for each in workbook.sheets if each[2] == "visible"] or workbook.sheets
    allowance = Allowance()
    for title, id_, _ in shown[:_MOST_SHEETS]:
        if target := relations.targets.get(id_):
            reader = SheetReader(title, shared, allowance)
            _feed_sheet(archive, target, reader)
            sheet = reader.sheet()
            if sheet.remarks and not sheet.rows:
                raise messages.too_large(archive.name)
            if sheet.rows:
                yield sheet


def _feed_sheet(archive: Archive, part: str, reader: SheetReader) -> None:
    try:
        archive.feed(part, reader)
    except TooMuchError:
        reader.cut_off()


def _shared_parts(archive: Archive, relations: "_Relations", *, from_1904: bool) -> SharedParts:
    strings, styles = _Strings(), _Styles()
    for kind, handler in (("sharedStrings", strings), ("styles", styles)):
        for part in relations.of_type(kind)[:1]:
            if part in archive:
                archive.feed(part, handler)
    if strings.too_many:
        raise messages.too_large(archive.name)
    return SharedParts(strings.texts, styles.formats(), from_1904)


def _relations_of(part: str) -> str:
    folder, file = posixpath.split(part)
    return f"{folder}/_rels/{file}.rels"


class _Relations(Quiet):
    """Which part stands behind an id."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._types: list[tuple[str, str]] = []
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note a relation to a part of the same file."""
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = attributes.get("Target", "").replace("\\", "/")
        part = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        self.targets[attributes.get("Id", "")] = part
        self._types.append((attributes.get("Type", "").rpartition("/")[2], part))

    def of_type(self, type_: str) -> list[str]:
        """Return the parts of a type."""
        return [part for found, part in self._types if found == type_]


class _Workbook(Quiet):
    """The names of the sheets, their ids and whether they are visible."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note a sheet, or from which day days are counted."""
        if name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            ids = (value for key, value in attributes.items() if key.endswith(":id"))
            title = " ".join(clean(unescaped(attributes.get("name", ""))).text.split())
            state = attributes.get("state", "visible")
            self.sheets.append((title or f"第{len(self.sheets) + 1}张", next(ids, ""), state))


class _Strings(Quiet):
    """The texts that cells name by a number."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.too_many = False
        self._pieces: list[str] = []
        self._open = False
        self._spoken = 0

    def start(self, name: str, _attributes: dict[str, str]) -> None:
        """Begin a text; how it is read aloud (rPh) is no part of it."""
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._spoken += 1
        elif name == "t":
            self._open = not self._spoken

    def end(self, name: str) -> None:
        """Complete a text."""
        if name == "t":
            self._open = False
        elif name == "rPh":
            self._spoken -= 1
        elif name == "si":
            self._keep("".join(self._pieces)[:LONGEST_CELL])

    def text(self, text: str) -> None:
        """Take a piece of a text."""
        if self._open:
            self._pieces.append(text)

    def _keep(self, text: str) -> None:
        self.texts.append(clean(unescaped(text)).text)
        if len(self.texts) > _MOST_STRINGS:
            self.too_many = True
            raise EnoughError


class _Styles(Quiet):
    """The number format of each style of a cell."""

    def __init__(self) -> None:
        self._own: dict[int, NumberFormat] = {}
        self._ids: list[int] = []
        self._in_cells = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Note a format, or which one a style has."""
        if name == "numFmt" and len(self._own) < _MOST_FORMATS:
            id_ = whole_number(attributes.get("numFmtId", ""))
            self._own[id_] = format_of(unescaped(attributes.get("formatCode", "")))
        elif name == "cellXfs":
            self._in_cells = True
        elif name == "xf" and self._in_cells and len(self._ids) < _MOST_FORMATS:
            self._ids.append(whole_number(attributes.get("numFmtId", "")))

    def end(self, name: str) -> None:
        """Leave the styles of cells."""
        if name == "cellXfs":
            self._in_cells = False

    def formats(self) -> tuple[NumberFormat, ...]:
        """Return the format of each style, in order."""
        return tuple(self._own.get(id_) or built_in(id_) for id_ in self._ids) or (GENERAL,)
