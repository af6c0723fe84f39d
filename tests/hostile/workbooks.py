"""Workbooks and tables as text that are built to hurt whoever reads them."""

from collections.abc import Iterator
from functools import partial

from tests.hostile.archives import archived, hostile_archives, swollen, with_bomb
from tests.hostile.markup import hostile_markup
from tests.hostile.samples import Sample
from tests.support.workbooks import raw_parts

SHEET = "xl/worksheets/sheet1.xml"
_STRINGS = "xl/sharedStrings.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

ROWS = (
    '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>人数</t></is>'
    '</c></row><row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2"><v>120</v></c></row></sheetData>'
)
STRINGS = "<sst><si><t>活动</t></si><si><t>焊工比武</t></si></sst>"


def sound() -> bytes:
    """A workbook with nothing wrong."""
    return archived(raw_parts(ROWS, shared_strings=STRINGS))


def _parts() -> dict[str, str]:
    return raw_parts(ROWS, shared_strings=STRINGS)


def _sheet(data: str, **others: str) -> bytes:
    return archived(raw_parts(data, **others))


def _cells(cell: str, times: int) -> bytes:
    return _sheet(f"<sheetData><row>{cell * times}</row></sheetData>")


def _rows(row: str, times: int) -> bytes:
    return _sheet(f"<sheetData>{row * times}</sheetData>")


def _wide_sheets(sheets: int) -> bytes:
    """Sheets of rows with one cell each, in the last column: each row is padded up to it."""
    row = '<row><c r="IV1"><v>1</v></c></row>' * 5_000
    named = "".join(f'<sheet name="{at}" r:id="r0"/>' for at in range(sheets))
    space = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    book = f'<workbook xmlns="{_MAIN}" xmlns:r="{space}"><sheets>{named}</sheets></workbook>'
    return archived(raw_parts(f"<sheetData>{row}</sheetData>") | {"xl/workbook.xml": book})


def _long_strings(cells: int) -> bytes:
    """One text of the longest length, named by every cell."""
    cell = '<c t="s"><v>0</v></c>' * 200
    strings = f"<sst><si><t>{'字' * 32_767}</t></si></sst>"
    data = f"<sheetData>{f'<row>{cell}</row>' * (cells // 200)}</sheetData>"
    return _sheet(data, shared_strings=strings)


def hostile_workbooks() -> Iterator[Sample]:
    """Workbooks: as archives, as XML, and as tables."""
    yield from hostile_archives(_parts(), SHEET, "workbook")
    for part in (SHEET, "xl/workbook.xml", _STRINGS, "xl/_rels/workbook.xml.rels"):
        yield from hostile_markup(_parts(), part, "workbook")
    yield from _hostile_tables()


def _hostile_tables() -> Iterator[Sample]:
    places = ("XFD1048576", "A99999999999", "ZZZ1", "A0", "a1", "", "A1:B2", "１")
    for place in places:
        cell = f'<c r="{place}"><v>1</v></c>'
        yield Sample(f"workbook: a cell at “{place}”", partial(_cells, cell, 1))
    for value in (
        "nan",
        "inf",
        "1e999",
        "-1e308",
        "9" * 5000,
        "0x1F",
        "１２",
        "1_0",
        "é",
        "\u202e",
    ):
        for kind in ("n", "s", "b", "d", "e", "str", "x"):
            cell = f'<c t="{kind}" s="1"><v>{value}</v></c>'
            yield Sample(f"workbook: {value[:8]!r} as {kind}", partial(_cells, cell, 2))
    for code in ("0" * 255, "yyyy" * 60, "[h]" * 80, "&quot;" * 99, "\\" * 99, "0." + "0" * 250):
        shown = f'<numFmts><numFmt numFmtId="9" formatCode="{code}"/></numFmts>'
        styles = f'<styleSheet>{shown}<cellXfs><xf numFmtId="9"/></cellXfs></styleSheet>'
        data = '<sheetData><row><c s="0"><v>44000.5</v></c></row></sheetData>'
        yield Sample(f"workbook: the format {code[:6]}…", partial(_sheet, data, styles=styles))
    merges = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield Sample("workbook: merged all over", partial(_sheet, ROWS + merges))
    yield Sample("workbook: 100,000 merges", partial(_sheet, ROWS + merges * 100_000))
    yield Sample("workbook: 3 million empty rows", partial(_rows, "<row/>", 3_000_000))
    yield Sample(
        "workbook: 2 million cells",
        partial(_rows, "<row>" + "<c><v>1</v></c>" * 200 + "</row>", 10_000),
    )
    yield Sample("workbook: 200 sheets of rows to the last column", partial(_wide_sheets, 200))
    yield Sample("workbook: 200,000 cells of 32,767 characters", partial(_long_strings, 200_000))
    opened = partial(with_bomb, _parts(), _STRINGS, swollen(90, b" "), 90 * 2**20)
    yield Sample("workbook: 90 MB of blanks", opened)


def hostile_tables_of_text() -> Iterator[Sample]:
    """Tables as text."""
    table = {
        "one line of 30 MB": lambda: b"a" * 30_000_000,
        "10 million commas": lambda: b"," * 10_000_000,
        "10 million lines": lambda: b"\n" * 10_000_000,
        "5 million cells": lambda: b"1,2,3,4,5\n" * 1_000_000,
        "10 million quotation marks": lambda: b'"' * 10_000_000,
        "quotation marks, an odd number": lambda: b'"' * 9_999_999 + b",a",
        "marks and commas": lambda: b'",' * 5_000_000,
        "zeros": lambda: bytes(1_000_000),
        "30 MB of full-width spaces": lambda: "\u3000".encode() * 10_000_000,
        "full-width spaces and a stop": lambda: ("。" + "\u3000" * 1000).encode() * 5_000,
        "marks of direction": lambda: ("\u202e\u200b\ufeff," * 1_000_000).encode(),
        "half of UTF-16": lambda: b"\xff\xfea\x00,\x00\x00\xd8",
        "UTF-16 of wrong pairs": lambda: b"\xff\xfe" + b"\x00\xdc\x00\xd8" * 100_000,
        "UTF-8 cut off": lambda: "甲,乙\n".encode() * 1000 + b"\xe7",
        "GB 18030 cut off": lambda: "甲,乙\n".encode("gb18030") * 1000 + b"\x81",
        "sep= of a strange kind": lambda: b"sep=\xe3\na,b",
        "no letters of any kind": lambda: bytes(range(128, 256)) * 10_000,
        "a web page": lambda: b"\n" * 1_000_000 + b"<html>",
        "an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1_000_000),
        "nothing": lambda: b"",
        "a mark of UTF-8 alone": lambda: b"\xef\xbb\xbf",
        "combining letters": lambda: ("a" + "\u0301" * 30_000 + "\n").encode() * 50,
        "numbers of 30,000 digits": lambda: (b"9" * 30_000 + b",") * 300,
    }
    for name, make in table.items():
        yield Sample(f"text: {name}", make)
