"""The statistics of a paper as an Excel workbook: values, never formulas."""

import re
from collections.abc import Iterator

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from unionapp.layout import printable
from unionapp.paper import Chart, Document, Table
from unionapp.writers.xlsx.charts import draw, table_of_charts
from unionapp.writers.xlsx.package import content_of
from unionapp.writers.xlsx.sheets import HEAD_ROW, Sheet, add_styles, fill, set_print_area

# The names of the sheets of all indicators, of the charts and of the explanations.
STATISTICS, CHARTS, EXPLANATIONS = "指标汇总", "主要指标对比", "说明"

_FORBIDDEN = re.compile(r"[\[\]:*?/\\\t\n]")
_UNNAMEABLE = re.compile(r"\W")
_NAME_LIMIT = 31


def packed(document: Document) -> bytes:
    """Return the content of the .xlsx."""
    workbook = _workbook(document)
    add_styles(workbook)
    for sheet in _sheets(document):
        fill(workbook.create_sheet(sheet.name), sheet)
    if document.charts:
        _draw_charts(workbook[CHARTS], document.charts)
    _name_figures(workbook, document.statistics)
    return content_of(workbook)


def _draw_charts(worksheet: Worksheet, charts: tuple[Chart, ...]) -> None:
    """One page holds the table and the charts below it, which are no wider."""
    last = draw(worksheet, charts, HEAD_ROW)
    set_print_area(worksheet, last, columns=len(charts[0].table.columns))
    worksheet.page_setup.fitToHeight = 1


def _name_figures(workbook: Workbook, statistics: Table) -> None:
    """Give each indicator's cell of this year a name, by which a returning workbook is read."""
    for row, content in enumerate(statistics.rows, start=HEAD_ROW + 1):
        for column, cell in enumerate(content, start=1):
            if cell.indicator:
                name = f"gh_{_UNNAMEABLE.sub('_', printable(cell.indicator))}"
                place = f"'{STATISTICS}'!${get_column_letter(column)}${row}"
                workbook.defined_names[name] = DefinedName(name, attr_text=place)


def _workbook(document: Document) -> Workbook:
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    properties = workbook.properties
    properties.title = printable(document.title)
    properties.creator = properties.lastModifiedBy = printable(document.unit)
    return workbook


def _sheets(document: Document) -> Iterator[Sheet]:
    yield Sheet(STATISTICS, document.title, document.unit, document.statistics)
    if document.charts:
        yield Sheet(CHARTS, CHARTS, document.unit, table_of_charts(document.charts))
    taken = {STATISTICS, CHARTS, EXPLANATIONS}
    for attachment in document.attachments:
        name = _sheet_name(f"{attachment.label} {attachment.title}", taken)
        taken.add(name)
        yield Sheet(name, attachment.title, document.unit, attachment.table, attachment.label)
    if document.explanations.rows:
        yield Sheet(EXPLANATIONS, EXPLANATIONS, document.unit, document.explanations)


def _sheet_name(wished: str, taken: set[str]) -> str:
    r"""A name that Excel takes: 31 characters, none of []:*?/\, and no other sheet's.

    Excel counts in UTF-16 and sees no difference between capitals and small letters.
    """
    wished = _FORBIDDEN.sub("-", printable(wished)).strip("'")
    lower = {name.casefold() for name in taken}
    for ending in ["", *(f"（{count}）" for count in range(2, len(taken) + 3))]:
        name = _shortened(wished, _NAME_LIMIT - len(ending)) + ending
        if name.casefold() not in lower:
            return name
    raise AssertionError("more endings were tried than there are names")


def _shortened(text: str, limit: int) -> str:
    """As much of the text as fits into so many UTF-16 units."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore").strip("'")
