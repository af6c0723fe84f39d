"""One table on one sheet of a workbook: cells, widths, borders and the set-up for A4."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as SheetCell
from openpyxl.styles import Alignment as SheetAlignment
from openpyxl.styles import Border, Font, NamedStyle, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from unionapp.layout import printable, rows_of_text
from unionapp.paper import Alignment, Cell, Column, Table
from unionapp.text import cells
from unionapp.writers.xlsx.number_format import figure
from unionapp.writers.xlsx.widths import AIR, HIGHEST, LINE_HEIGHT, is_wide, lines_in, widths_of

TITLE, LABEL, HEAD = "公文表题", "公文附件序号", "公文表头"
TEXT, MIDDLE, NUMBER = "公文文字", "公文居中", "公文数字"

_STYLES = {Alignment.LEFT: TEXT, Alignment.CENTER: MIDDLE, Alignment.RIGHT: NUMBER}

# The width of a character of the title (16 pt), as that of columns.
_TITLE_CHARACTER = 3.1

_TITLE_HEIGHT = 30
_INDENT = 1

# The row of the heads in a sheet without a label above its title.
HEAD_ROW = 2
_A4 = 9


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with its title; `label` (附件1) stands above the title, `unit` in the page head."""

    name: str
    title: str
    unit: str
    table: Table
    label: str = ""


def add_styles(workbook: Workbook) -> None:
    """Make the cell styles known; setting one by name is quicker than four properties a cell."""
    left = SheetAlignment(horizontal="left", vertical="center", wrap_text=True, indent=_INDENT)
    right = SheetAlignment(horizontal="right", vertical="center", indent=_INDENT)
    center = SheetAlignment(horizontal="center", vertical="center", wrap_text=True)
    workbook.add_named_style(_style(TITLE, Font(name="黑体", size=16), center, lined=False))
    workbook.add_named_style(
        _style(LABEL, Font(name="黑体", size=12), SheetAlignment(), lined=False)
    )
    workbook.add_named_style(_style(HEAD, Font(name="黑体", size=10), center))
    workbook.add_named_style(_style(TEXT, Font(name="宋体", size=10), left))
    workbook.add_named_style(_style(MIDDLE, Font(name="宋体", size=10), center))
    workbook.add_named_style(_style(NUMBER, Font(name="宋体", size=10), right))


def _style(name: str, font: Font, alignment: SheetAlignment, *, lined: bool = True) -> NamedStyle:
    side = Side(style="thin") if lined else Side()
    border = Border(left=side, right=side, top=side, bottom=side)
    return NamedStyle(name, font=font, alignment=alignment, border=border)


def put_text(cell: SheetCell, text: str) -> None:
    """Put a text that no spreadsheet takes for a formula, now or when the cell is edited."""
    cell.value = printable(text)
    cell.data_type = "s"
    cell.quotePrefix = True


def fill(worksheet: Worksheet, sheet: Sheet) -> None:
    """Draw the sheet: label, title, head row, rows and totals."""
    widths = widths_of(sheet.table)
    head = HEAD_ROW + bool(sheet.label)
    _fill_top(worksheet, sheet, sum(widths))
    _fill_table(worksheet, sheet, head)
    _fit_widths(worksheet, widths)
    _fit_heights(worksheet, sheet.table, widths, head)
    _set_up(worksheet, sheet, head=head, landscape=is_wide(widths))
    _set_areas(worksheet, sheet.table, head)


def _set_areas(worksheet: Worksheet, table: Table, head: int) -> None:
    """What is printed, and what the heads filter: the rows, but not their totals."""
    columns = max(len(table.columns), 1)
    last = head + len(table.rows)
    set_print_area(worksheet, last + bool(table.totals), columns)
    if table.rows:
        worksheet.auto_filter.ref = f"A{head}:{get_column_letter(columns)}{last}"


def set_print_area(worksheet: Worksheet, rows: int, columns: int) -> None:
    """Print so many rows and columns of a sheet, from its beginning."""
    worksheet.print_area = f"A1:{get_column_letter(columns)}{rows}"


def _fill_top(worksheet: Worksheet, sheet: Sheet, width: float) -> None:
    if sheet.label:
        _put(worksheet, 1, 1, sheet.label, LABEL)
    row = 2 if sheet.label else 1
    _put(worksheet, row, 1, sheet.title, TITLE)
    last = max(len(sheet.table.columns), 1)
    worksheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=last)
    # A merged cell never grows by itself.
    lines = 1 + int(cells(sheet.title) * _TITLE_CHARACTER // max(width, 1))
    worksheet.row_dimensions[row].height = _TITLE_HEIGHT * lines


def _fill_table(worksheet: Worksheet, sheet: Sheet, top: int) -> None:
    columns = sheet.table.columns
    for place, column in enumerate(columns, start=1):
        _put(worksheet, top, place, column.title, HEAD)
    for row, content in enumerate(_rows(sheet.table), start=top + 1):
        for place, (cell, column) in enumerate(zip(content, columns, strict=True), start=1):
            _put_cell(worksheet, row, place, cell, column)


def _fit_heights(worksheet: Worksheet, table: Table, widths: Sequence[float], top: int) -> None:
    """Give each row the height of its longest text: not every program does so by itself."""
    for row, texts in enumerate(rows_of_text(table), start=top):
        lines = max(map(lines_in, texts, widths), default=1)
        worksheet.row_dimensions[row].height = min(LINE_HEIGHT * lines + AIR, HIGHEST)


def _rows(table: Table) -> Iterator[tuple[Cell, ...]]:
    yield from table.rows
    if table.totals:
        yield table.totals


def _put(worksheet: Worksheet, row: int, column: int, text: str, style: str) -> None:
    put_text(_cell(worksheet, row, column, style), text)


def _put_cell(worksheet: Worksheet, row: int, place: int, cell: Cell, column: Column) -> None:
    shown, style = figure(cell), _STYLES[column.alignment_of(cell)]
    if shown is None:
        _put(worksheet, row, place, cell.text, style)
    else:
        target = _cell(worksheet, row, place, style)
        target.value = shown.number
        target.number_format = shown.format


def _cell(worksheet: Worksheet, row: int, column: int, style: str) -> SheetCell:
    # Only the title's row is merged, and its first cell stays a cell.
    cell = cast(SheetCell, worksheet.cell(row, column))
    cell.style = style
    return cell


def _fit_widths(worksheet: Worksheet, widths: Sequence[float]) -> None:
    for place, width in enumerate(widths, start=1):
        worksheet.column_dimensions[get_column_letter(place)].width = width


def _set_up(worksheet: Worksheet, sheet: Sheet, *, head: int, landscape: bool) -> None:
    """A4, one page wide, the head row on every page and in sight while scrolling."""
    worksheet.freeze_panes = f"A{head + 1}"
    worksheet.print_title_rows = f"{head}:{head}"
    worksheet.page_setup.paperSize = _A4
    worksheet.page_setup.orientation = "landscape" if landscape else "portrait"
    worksheet.page_setup.fitToWidth, worksheet.page_setup.fitToHeight = 1, 0
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.print_options.horizontalCentered = True
    _set_margins(worksheet, sheet)


def _set_margins(worksheet: Worksheet, sheet: Sheet) -> None:
    """The unit at the head of each page, its number at the foot."""
    header, footer = HeaderFooterItem(), HeaderFooterItem()
    header.right.text = printable(sheet.unit).replace("&", "&&") or None
    footer.center.text = "第&P页 共&N页"
    worksheet.HeaderFooter.oddHeader, worksheet.HeaderFooter.oddFooter = header, footer
