"""The workbook as another program finds it: opened again, sheet by sheet."""

import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.papers import (
    TITLE,
    UNIT,
    activities,
    companies,
    of,
    statistics,
    whole,
    write_xlsx,
)
from unionapp.paper import Attachment, Cell, CellFormat, Column, Document, Table
from unionapp.writers.xlsx.number_format import figure

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def written(document: Document, folder: Path) -> Workbook:
    path = folder / "附件.xlsx"
    write_xlsx(document, path)
    return openpyxl.load_workbook(path)


def sheet_of(cell: Cell, folder: Path) -> Worksheet:
    """The sheet of indicators with one row, whose figure is the cell."""
    row = (Cell("帮扶"), Cell("困难补助"), Cell("人次"), cell)
    return written(of(sheet=statistics(row)), folder)["指标汇总"]


def titled(*titles: str) -> Document:
    table = companies(1)
    return of(*(Attachment(n, title, "id", table) for n, title in enumerate(titles, start=1)))


def sheets_xml(path: Path) -> Iterator[etree._Element]:
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/"):
                yield etree.fromstring(archive.read(name))


def test_the_first_sheet_holds_the_indicators_and_each_attachment_has_its_own(
    tmp_path: Path,
) -> None:
    names = written(whole(), tmp_path).sheetnames
    assert names == ["指标汇总", "附件1 新组建企业名单", "附件2 职工文体活动情况表"]


def test_the_title_stands_above_the_head_and_the_head_above_the_rows(tmp_path: Path) -> None:
    sheet = sheet_of(Cell("132", Decimal(132), CellFormat.COUNT), tmp_path)
    assert sheet["A1"].value == TITLE
    assert [cell.value for cell in sheet[2]] == ["章节", "指标", "单位", "本年"]
    assert [cell.value for cell in sheet[3]] == ["帮扶", "困难补助", "人次", 132]


def test_an_attachment_says_its_number_its_title_its_rows_and_its_totals(tmp_path: Path) -> None:
    sheet = written(whole(), tmp_path).worksheets[1]
    assert (sheet["A1"].value, sheet["A2"].value) == ("附件1", "新组建企业名单")
    assert [cell.value for cell in sheet[4]] == [1, "河湾第1机械有限公司", 10]
    assert [cell.value for cell in sheet[34]][2] == 4650


def test_cells_stand_in_a_sheet_where_they_stand_in_the_paper(tmp_path: Path) -> None:
    sheet = written(whole(), tmp_path).worksheets[1]
    for row in (4, 34):
        places = [cell.alignment.horizontal for cell in sheet[row]]
        assert places == ["center", "left", "right"]


def test_figures_are_numbers_and_states_are_texts(tmp_path: Path) -> None:
    assert sheet_of(Cell("0", Decimal(0), CellFormat.COUNT), tmp_path)["D3"].data_type == "n"
    blank = sheet_of(Cell("待填"), tmp_path)["D3"]
    assert (blank.data_type, blank.value) == ("s", "待填")


@pytest.mark.parametrize(
    ("text", "number", "kind", "held", "shown_by"),
    [
        ("36002", "36002", CellFormat.COUNT, "36002", "0"),
        ("36,002", "36002", CellFormat.COUNT, "36002", "#,##0"),
        ("4509.50", "4509.5", CellFormat.MONEY, "4509.5", "0.00"),
        ("12000元", "12000", CellFormat.MONEY, "12000", '0"元"'),
        ("95.53%", "95.53", CellFormat.PERCENT, "0.9553", "0.00%"),
        ("100%", "100", CellFormat.PERCENT, "1.00", "0%"),
        ("-12", "-12", CellFormat.COUNT, "-12", "0"),
        ("减少12人", "-12", CellFormat.COUNT, "-12", '"减少"0"人";"减少"0"人"'),
        ("+12", "12", CellFormat.COUNT, "12", '"+"0'),
        ('12"', "12", CellFormat.COUNT, "12", '0\\"'),
    ],
)
def test_a_number_shows_as_the_paper_prints_it(
    text: str, number: str, kind: CellFormat, held: str, shown_by: str
) -> None:
    found = figure(Cell(text, Decimal(number), kind))
    assert found is not None
    assert (found.number, found.format) == (Decimal(held), shown_by)


@pytest.mark.parametrize(
    "cell",
    [
        Cell("20余万元"),
        Cell("3.68万元", Decimal(36800), CellFormat.MONEY),
        Cell("三十六", Decimal(36), CellFormat.COUNT),
        Cell("", Decimal(0), CellFormat.COUNT),
    ],
)
def test_what_no_format_can_show_stays_the_printed_text(cell: Cell) -> None:
    assert figure(cell) is None


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "=HYPERLINK(1)"])
def test_a_text_never_becomes_a_formula(tmp_path: Path, text: str) -> None:
    table = Table((Column(text),), ((Cell(text),),), (Cell(text),))
    document = Document(text, text, "2025", (Attachment(1, text, "id", table),), table)
    workbook = written(document, tmp_path)
    for sheet in workbook:
        cells = [cell for row in sheet for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} == {"s"}
        assert all(cell.quotePrefix for cell in cells)
    assert workbook.worksheets[0]["A3"].value == text


def test_no_sheet_holds_a_formula(tmp_path: Path) -> None:
    write_xlsx(whole(), tmp_path / "附件.xlsx")
    sheets = list(sheets_xml(tmp_path / "附件.xlsx"))
    assert len(sheets) == 3
    assert not [found for sheet in sheets for found in sheet.iter(f"{SPREADSHEET}f")]


def test_every_sheet_prints_on_a4_one_page_wide_with_its_head_on_each_page(tmp_path: Path) -> None:
    workbook = written(whole(), tmp_path)
    for sheet, head in zip(workbook.worksheets, (2, 3, 3), strict=True):
        assert sheet.page_setup.paperSize == 9
        assert sheet.print_title_rows == f"${head}:${head}"
        assert sheet.freeze_panes == f"A{head + 1}"
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.center.text == "第&P页 共&N页"


def test_a_wide_sheet_lies_on_its_side(tmp_path: Path) -> None:
    sheets = written(whole(), tmp_path).worksheets
    assert [sheet.page_setup.orientation for sheet in sheets[1:]] == ["portrait", "landscape"]


def test_a_column_is_as_wide_as_its_longest_text_and_a_long_one_takes_the_rest_of_the_page(
    tmp_path: Path,
) -> None:
    table = Table(
        (Column("短"), Column("名称"), Column("说明")),
        ((Cell("1"), Cell("十" * 12), Cell("长" * 149)),),
    )
    sheet = written(of(sheet=table), tmp_path)["指标汇总"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABC"]
    assert widths[0] < 10
    assert 24 < widths[1] < 30
    assert sum(widths) == pytest.approx(92)
    assert sheet["C3"].alignment.wrap_text
    height = sheet.row_dimensions[3].height
    assert height is not None
    assert height >= 15 * 5


def test_the_widest_columns_give_way_so_that_print_stays_readable(tmp_path: Path) -> None:
    row = tuple(
        Cell(text) for text in ("长" * 99, "长" * 99, "短", "长" * 99, "长" * 99, "长" * 99)
    )
    table = Table(tuple(Column("名称") for _ in row), (row,))
    sheet = written(of(sheet=table), tmp_path)["指标汇总"]
    widths = [sheet.column_dimensions[letter].width for letter in "ABCDEF"]
    assert sum(widths) <= 150
    assert widths[2] == 8
    assert min(widths[:2]) > 20


def test_sheet_names_are_unique_short_and_free_of_forbidden_characters(tmp_path: Path) -> None:
    long = "新组建企业名单及其会员发展情况和工会经费收缴情况统计表"
    workbook = written(
        of(
            *(
                Attachment(1, title, "id", activities())
                for title in ("a/b:[c]*?\\", long, long, "B'", "b'")
            )
        ),
        tmp_path,
    )
    names = workbook.sheetnames
    assert names[1] == "附件1 a-b--c----"
    assert names[2][:10] == names[3][:10] == f"附件1 {long}"[:10]
    assert len({name.casefold() for name in names}) == len(names)
    assert max(map(len, names)) <= 31


def test_a_rare_character_is_not_cut_in_two_at_the_end_of_a_sheet_name(tmp_path: Path) -> None:
    name = written(titled("人" * 26 + "𠮷𠮷"), tmp_path).sheetnames[1]
    assert name == "附件1 " + "人" * 26


def test_properties_name_the_paper_and_the_unit_and_no_program(tmp_path: Path) -> None:
    properties = written(whole(), tmp_path).properties
    assert (properties.title, properties.creator, properties.lastModifiedBy) == (TITLE, UNIT, UNIT)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\r", "\x1b", "\ud800", "\uffff"])
def test_what_no_file_can_hold_is_left_out(tmp_path: Path, character: str) -> None:
    text = f"甲{character}乙"
    table = Table((Column(text),), ((Cell(text),),))
    document = Document(text, text, "2025", (Attachment(1, text, "id", table),), table)
    workbook = written(document, tmp_path)
    assert workbook.sheetnames[1] == "附件1 甲乙"
    assert workbook.worksheets[0]["A3"].value == "甲乙"


def test_a_paper_without_figures_is_still_a_workbook(tmp_path: Path) -> None:
    assert written(of(sheet=Table((), ())), tmp_path).sheetnames == ["指标汇总"]


def test_an_ampersand_in_the_units_name_is_printed_and_not_obeyed(tmp_path: Path) -> None:
    document = Document(TITLE, "甲&P乙", "2025", (), statistics())
    write_xlsx(document, tmp_path / "附件.xlsx")
    (sheet,) = sheets_xml(tmp_path / "附件.xlsx")
    assert sheet.findtext(f".//{SPREADSHEET}oddHeader") == "&R甲&&P乙"
