"""Reading back the papers that were written, for tests."""

from pathlib import Path

import docx
import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def docx_lines(path: Path) -> list[str]:
    """The paragraphs of a summary, those of its tables after them."""
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def docx_text(path: Path) -> str:
    """All text of a summary."""
    return "\n".join(docx_lines(path))


def statistics(path: Path) -> dict[str, object]:
    """Name of each indicator in the attachments' first sheet, and its value of this year."""
    sheet = openpyxl.load_workbook(path).worksheets[0]
    head = _head_row(sheet)
    names = [cell.value for cell in sheet[head]]
    name, value = names.index("指标"), names.index("本年")
    rows = sheet.iter_rows(min_row=head + 1, values_only=True)
    return {str(row[name]): row[value] for row in rows}


def _head_row(sheet: Worksheet) -> int:
    for row in sheet.iter_rows():
        if "指标" in {cell.value for cell in row}:
            return int(row[0].row or 0)
    raise AssertionError("no row of heads")
