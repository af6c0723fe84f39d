"""What makes a workbook easy to work with: names, filters, charts, explanations, print areas."""

import zipfile
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import openpyxl
import pytest
from lxml import etree
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.papers import UNIT, companies, compared, of, with_figures, write_xlsx
from tests.support.rendered import converted
from unionapp.paper import Attachment, Cell, CellFormat, Column, Document, Table

CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def written(document: Document, folder: Path) -> Workbook:
    path = folder / "附件.xlsx"
    write_xlsx(document, path)
    return openpyxl.load_workbook(path)


@pytest.fixture
def workbook(tmp_path: Path) -> Workbook:
    return written(with_figures(), tmp_path)


def charts(sheet: Worksheet) -> list[Any]:
    """The charts of a sheet: openpyxl reads them, but has no door to them."""
    return list(cast("Any", sheet)._charts)


def column(sheet: Worksheet, reference: str) -> list[object]:
    """The values that a reference of a chart names."""
    name, place = reference.rsplit("!", 1)
    assert name.strip("'") == sheet.title
    first, _, last = place.replace("$", "").partition(":")
    return [row[0].value for row in sheet[f"{first}:{last or first}"]]


def test_indicators_come_first_then_charts_then_attachments_then_explanations(
    workbook: Workbook,
) -> None:
    assert workbook.sheetnames == [
        "指标汇总",
        "主要指标对比",
        "附件1 新组建企业名单",
        "附件2 职工文体活动情况表",
        "说明",
    ]


def test_an_indicators_name_leads_to_its_figure_of_this_year(workbook: Workbook) -> None:
    ((sheet, place),) = workbook.defined_names["gh_found"].destinations
    assert workbook[sheet][place].value == 36002


def test_a_figure_that_is_blank_has_its_name_too(tmp_path: Path) -> None:
    cells = (Cell("待填", indicator="a"), Cell("3", Decimal(3), indicator="own 1-x"), Cell("4"))
    names = written(with_figures(*cells), tmp_path).defined_names
    assert set(names) == {"gh_a", "gh_own_1_x"}
    assert names["gh_a"].attr_text == "'指标汇总'!$D$3"


def test_the_heads_filter_the_rows_and_leave_the_totals_alone(workbook: Workbook) -> None:
    assert workbook["指标汇总"].auto_filter.ref == "A2:D3"
    assert workbook["附件1 新组建企业名单"].auto_filter.ref == "A3:C33"
    assert workbook["附件1 新组建企业名单"]["A34"].value == "合计"


def test_the_print_area_holds_the_whole_sheet(workbook: Workbook) -> None:
    areas = {sheet.title: sheet.print_area for sheet in workbook.worksheets}
    assert areas["指标汇总"] == "'指标汇总'!$A$1:$D$3"
    assert areas["附件1 新组建企业名单"] == "'附件1 新组建企业名单'!$A$1:$C$34"
    assert areas["说明"] == "'说明'!$A$1:$B$3"


def test_each_unit_has_a_chart_of_last_year_and_this_one(workbook: Workbook) -> None:
    sheet = workbook["主要指标对比"]
    people, firms = charts(sheet)
    assert [column(sheet, series.val.numRef.f) for series in people.series] == [
        [100, 200],
        [110, 220],
    ]
    assert column(sheet, people.series[0].cat.strRef.f) == ["会员", "职工"]
    assert [series.tx.v for series in firms.series] == ["上年", "本年"]
    assert [column(sheet, series.val.numRef.f) for series in firms.series] == [[100], [110]]


def test_charts_stand_below_the_table_and_one_another_within_the_page(workbook: Workbook) -> None:
    sheet = workbook["主要指标对比"]
    rows = [chart.anchor._from.row for chart in charts(sheet)]
    heights = [chart.anchor.ext.height / 360000 / 0.53 for chart in charts(sheet)]
    assert rows[0] >= 5
    assert all(
        low >= high + tall for (high, low), tall in zip(pairwise(rows), heights[:-1], strict=True)
    )
    last = int(str(sheet.print_area).rsplit("$", 1)[1])
    assert last >= rows[-1] + heights[-1]


def test_the_charts_and_their_figures_go_onto_one_page(tmp_path: Path) -> None:
    names = [f"指标{place}" for place in range(8)]
    charts_of_a_page = tuple(
        compared(f"本年与上年对比（单位：{unit}）", *part)
        for unit, part in (("人", names[:4]), ("家", names[4:7]), ("场", names[7:]))
    )
    document = replace(with_figures(), charts=charts_of_a_page)
    sheet = written(document, tmp_path)["主要指标对比"]
    centimetres = sum(chart.anchor.ext.height / 360000 for chart in charts(sheet))
    assert centimetres + 10 * 0.7 + 1 <= 29.7 - 2 * 2.54
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 1)
    assert sheet.page_setup.orientation == "portrait"


def test_all_sheets_fill_their_pages_so_that_they_are_printed_in_one_size(
    workbook: Workbook,
) -> None:
    for sheet in workbook.worksheets:
        width = sum(each.width for each in sheet.column_dimensions.values())
        portrait = sheet.page_setup.orientation == "portrait"
        assert width == pytest.approx(92 if portrait else 137)


def test_a_column_widens_rather_than_leave_a_character_alone_in_its_last_line(
    tmp_path: Path,
) -> None:
    for length in range(8, 30):
        columns = (
            Column("活动内容", 9),
            Column("活动地点", 9),
            *(Column(n, 9) for n in "甲乙丙丁"),
        )
        row = (Cell("职" * length), Cell("职" * 40), *(Cell("五个字的词"),) * 4)
        sheet = written(of(sheet=Table(columns, (row,))), tmp_path)["指标汇总"]
        width = sheet.column_dimensions["A"].width
        held = int((width - 3) / 1.95 + 1e-6)
        assert length <= held or length % held != 1


def test_a_bar_is_labelled_with_its_figure_alone(tmp_path: Path) -> None:
    write_xlsx(with_figures(), tmp_path / "附件.xlsx")
    with zipfile.ZipFile(tmp_path / "附件.xlsx") as archive:
        chart = etree.fromstring(archive.read("xl/charts/chart1.xml"))
    (labels,) = chart.iter(f"{CHART}dLbls")
    shown = {etree.QName(each).localname: each.get("val") for each in labels}
    assert shown.pop("showVal") == "1"
    assert set(shown.values()) == {"0"}


def test_every_sheet_names_the_union_above_and_its_page_of_all_pages_below(
    workbook: Workbook,
) -> None:
    for sheet in workbook.worksheets:
        assert sheet.oddHeader is not None
        assert sheet.oddFooter is not None
        assert sheet.oddHeader.right.text == UNIT
        assert sheet.oddFooter.center.text == "第&P页 共&N页"
        assert sheet.freeze_panes


def test_the_explanations_stand_as_text(workbook: Workbook) -> None:
    sheet = workbook["说明"]
    assert [cell.value for cell in sheet[2]] == ["项目", "说明"]
    assert [cell.value for cell in sheet[3]] == ["待填", "没有填写。"]


def test_an_attachment_called_like_a_sheet_of_ours_keeps_apart_from_it(tmp_path: Path) -> None:
    document = of(Attachment(1, "说明", "a", companies(1)))
    assert written(document, tmp_path).sheetnames == ["指标汇总", "附件1 说明"]


def test_identity_and_phone_numbers_stay_text(tmp_path: Path) -> None:
    table = Table(
        (Column("证件号码"), Column("电话")),
        ((Cell("110101199003070012"), Cell("013800138000")),),
    )
    sheet = written(of(sheet=table), tmp_path)["指标汇总"]
    assert [cell.value for cell in sheet[3]] == ["110101199003070012", "013800138000"]
    assert {cell.data_type for cell in sheet[3]} == {"s"}


def test_a_percentage_is_charted_and_shown_as_one(tmp_path: Path) -> None:
    cell = Cell("95.53%", Decimal("95.53"), CellFormat.PERCENT, "rate")
    workbook = written(with_figures(cell), tmp_path)
    assert workbook["指标汇总"]["D3"].value == pytest.approx(0.9553)
    assert workbook["指标汇总"]["D3"].number_format == "0.00%"


def test_libreoffice_keeps_values_names_filters_and_charts_when_it_saves(tmp_path: Path) -> None:
    path = tmp_path / "附件.xlsx"
    before = written(with_figures(), tmp_path)
    saved = converted([path], "xlsx", tmp_path / "saved")
    after = openpyxl.load_workbook(saved[0])
    assert after.sheetnames == before.sheetnames
    for sheet, kept in zip(before.worksheets, after.worksheets, strict=True):
        values = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
        assert [cell for row in kept.iter_rows(values_only=True) for cell in row] == values
        assert kept.auto_filter.ref == sheet.auto_filter.ref
    assert list(after.defined_names["gh_found"].destinations) == [("指标汇总", "$D$3")]
    assert len(charts(after["主要指标对比"])) == 2


def test_a_chart_keeps_its_figures_for_a_viewer_that_does_not_read_cells(
    workbook: Workbook,
) -> None:
    sheet = workbook["主要指标对比"]
    for chart in charts(sheet):
        for series in chart.series:
            names, figures = series.cat.strRef, series.val.numRef
            assert [point.v for point in names.strCache.pt] == column(sheet, names.f)
            kept = [Decimal(point.v) for point in figures.numCache.pt]
            assert kept == column(sheet, figures.f)


def long_notes(*notes: str) -> Worksheet:
    columns = (Column("指标", 16), Column("备注", 12))
    rows = tuple((Cell("查出隐患"), Cell(note)) for note in notes)
    with TemporaryDirectory() as folder:
        return written(of(sheet=Table(columns, rows)), Path(folder))["指标汇总"]


def test_a_row_is_as_high_as_the_lines_of_its_text() -> None:
    sheet = long_notes("一行", "第一行\n第二行\n第三行")
    heights = [sheet.row_dimensions[row].height for row in (3, 4)]
    assert None not in heights
    one, three = (height for height in heights if height is not None)
    assert three - one == 2 * (one - 6)


def test_a_text_that_no_row_could_show_gets_a_wider_column() -> None:
    note = "本年隐患数来自安全部台账。" * 90
    usual, wide = long_notes("一二三四" * 20), long_notes(note)
    width = wide.column_dimensions["B"].width
    assert width > usual.column_dimensions["B"].width
    assert wide["B3"].value == note
    assert len(note) / (width / 2) <= 28


def test_a_text_of_too_many_lines_is_not_given_a_width_that_it_has_no_use_for() -> None:
    usual, long = long_notes("一二三四" * 4), long_notes("一二三四" * 4 + "\n一行" * 40)
    assert long.column_dimensions["B"].width == usual.column_dimensions["B"].width


def test_an_indicators_sheet_is_printed_at_its_full_size_with_its_headings_in_one_line(
    tmp_path: Path,
) -> None:
    section, few = "加强组织建设，深化职工小家创建", "《职代会操作办法》《职工小家创建和验收细则》"
    rows = tuple(
        (Cell(section), Cell(f"第{place}项指标的名称"), Cell(few if place == 3 else str(place)))
        for place in range(40)
    )
    notes = tuple((*row, Cell("2025年11月30日"), *(Cell("123456"),) * 4) for row in rows)
    columns = tuple(Column(title, 9) for title in ("章节", "指标", "本年", "截至", *"甲乙丙丁"))
    document = of(sheet=Table(columns, notes))
    sheet = written(document, tmp_path)["指标汇总"]
    assert sheet.page_setup.orientation == "landscape"
    assert sum(each.width for each in sheet.column_dimensions.values()) <= 137  # A4, not shrunk
    heights = [sheet.row_dimensions[row].height for row in range(4, 43)]
    assert heights.count(min(heights)) == len(heights) - 1
