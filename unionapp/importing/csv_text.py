"""Tables as text files (.csv, RFC 4180 and its kin): their letters, separator and rows."""

import csv
import io
from collections import Counter
from typing import Literal

from unionapp.errors import SheetError
from unionapp.importing import messages
from unionapp.importing.letters import decoded
from unionapp.importing.sheets import (
    LONGEST_CELL,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    Book,
    Row,
    Sheet,
)
from unionapp.text import clean_cell

_SEPARATORS = ",\t;"
# Lines that a sheet of Excel has.
_MOST_LINES = 2**20
# Lines by which the separator is told, and how many characters of each.
_LOOKED_AT = 50
_LOOKED_ALONG = 10_000


def read_delimited(content: bytes, name: str) -> Book:
    """Read a text file as one sheet; raises `SheetError`."""
    found = decoded(content)
    if found is None:
        raise _unknown_letters(name)
    text, encoding = found
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    separator, lines = _separator(lines)
    rows, remarks = _rows(lines, separator)
    if not rows:
        raise messages.empty(name)
    told = f"文件按 {encoding} 编码读取，如果下面的字认不得，请另存为 .xlsx 再导入。"
    sheet = Sheet(name, tuple(rows), remarks=(*remarks, told) if encoding != "UTF-8" else remarks)
    return Book(name, (sheet,))


def _unknown_letters(name: str) -> SheetError:
    return SheetError(
        f"认不出文件“{name}”的文字编码，或者它不是表格；"
        "请用 Excel 或 WPS 打开它，另存为 .xlsx 再导入。"
    )


def _separator(text: str) -> tuple[str, str]:
    """What stands between cells, and the text without the line in which Excel notes it."""
    first, _, rest = text.partition("\n")
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], rest
    return max(_SEPARATORS, key=lambda separator: _evenness(text, separator)), text


def _evenness(text: str, separator: str) -> int:
    """How many of the first lines have the same number of cells, if it is more than one."""
    lines = text.split("\n", _LOOKED_AT)[:_LOOKED_AT]
    counts = Counter(_outside_quotes(line[:_LOOKED_ALONG], separator) for line in lines)
    return max((times for count, times in counts.items() if count), default=0)


def _outside_quotes(line: str, separator: str) -> int:
    return sum(part.count(separator) for part in line.split('"')[::2])


def _rows(text: str, separator: str) -> tuple[list[Row], tuple[str, ...]]:
    rows: list[Row] = []
    cells = widest = 0
    # A mark that is never closed is a mark of the text, or it would swallow the rest of the file.
    quoting: Literal[0, 3] = csv.QUOTE_NONE if text.count('"') % 2 else csv.QUOTE_MINIMAL
    csv.field_size_limit(max(len(text), csv.field_size_limit()))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting)
    for number, line in enumerate(lines, 1):
        widest = max(widest, len(line))
        row = tuple(clean_cell(cell[:LONGEST_CELL]).text.strip() for cell in line[:MOST_COLUMNS])
        cells += len(row)
        if len(rows) == MOST_ROWS or cells > MOST_CELLS or number > _MOST_LINES:
            return rows, (f"这个文件太长，只读到第{number - 1}行。",)
        if any(row):
            rows.append(Row(number, row))
    if widest > MOST_COLUMNS:
        return rows, (f"这个文件有{widest}列，只读了前{MOST_COLUMNS}列。",)
    return rows, ()
