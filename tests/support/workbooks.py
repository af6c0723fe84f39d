"""Workbooks for the tests of reading: made as an office makes them, or written part by part."""

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def saved(folder: Path, rows: Sequence[Sequence[object]], name: str = "表.xlsx") -> Path:
    """A workbook with one sheet of these rows."""
    book, sheet = new_book()
    for row in rows:
        sheet.append(list(row))
    book.save(folder / name)
    return folder / name


def new_book() -> tuple[Workbook, Worksheet]:
    """A new workbook and its only sheet."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def raw_parts(sheet_data: str, **others: str) -> dict[str, str]:
    """The parts of a workbook whose only sheet has this in it, and other parts as they are given.

    Keyword names stand for parts: `shared_strings`, `styles` and `workbook`.
    """
    links = "".join(
        f'<Relationship Id="r{at}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(
            (
                ("worksheet", "worksheets/sheet1.xml"),
                ("sharedStrings", "sharedStrings.xml"),
                ("styles", "styles.xml"),
            )
        )
    )
    opening = f'<Relationship Id="r" Type="{_LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    parts = {
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}">{opening}</Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        '<sheets><sheet name="一" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}">{sheet_data}</worksheet>',
    }
    names = {"shared_strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    return parts | {names[key]: text for key, text in others.items()}


def zipped(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    """A zip file of these parts."""
    stream = io.BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)  # its time is fixed, so that the same parts give the same file
            archive.writestr(entry, content, ZIP_DEFLATED)
    path.write_bytes(stream.getvalue())
    return path
