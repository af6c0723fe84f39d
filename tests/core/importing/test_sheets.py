"""Files with tables as text: what a person sees in Excel is what is read."""

import datetime
import os
import tracemalloc
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import drawn
from tests.support.workbooks import new_book, raw_parts, saved, zipped
from unionapp.errors import SheetError
from unionapp.importing import Book, Merge, Sheet, archive
from unionapp.importing import read_book as read_apart
from unionapp.importing.read import book_of
from unionapp.importing.sheets import MOST_BYTES, MOST_COLUMNS, MOST_ROWS
from unionapp.importing.xlsx.formats import format_of, number_text
from unionapp.text import clean

ONE_ROW = '<sheetData><row><c t="s"><v>0</v></c><c><v>120</v></c></row></sheetData>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


def read_book(path: Path) -> Book:
    """The file read right here, as the process of its own reads it."""
    return book_of(path.read_bytes(), path.name)


def only(path: Path) -> Sheet:
    [sheet] = read_book(path).sheets
    return sheet


def texts(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in only(path).rows]


def refusal(path: Path) -> str:
    with pytest.raises(SheetError) as caught:
        read_book(path)
    sentence = str(caught.value)
    assert path.name in sentence
    assert sentence.endswith("。")
    return sentence


CELL = st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=20).map(
    lambda text: clean(text).text.strip()
)
ROWS = st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6).filter(
    lambda rows: all("_x" not in cell for row in rows for cell in row)
)


@drawn(0.4)
@given(ROWS)
def test_a_table_that_was_written_as_a_workbook_reads_back_the_same(rows: list[list[str]]) -> None:
    book, sheet = new_book()
    for number, row in enumerate(rows, 1):
        for at, text in enumerate(row, 1):
            cell = sheet.cell(number, at, text)
            cell.data_type = "s"  # a text that begins with = is one too
    wanted = {
        (number, at): text
        for number, row in enumerate(rows, 1)
        for at, text in enumerate(row)
        if text
    }
    with TemporaryDirectory() as folder:
        path = Path(folder) / "表.xlsx"
        book.save(path)
        if not wanted:
            assert "没有内容" in refusal(path)
            return
        found = only(path)
    assert wanted == {
        (row.number, at): text for row in found.rows for at, text in enumerate(row.cells) if text
    }


@drawn(0.6)
@given(st.integers(-(10**14), 10**14), st.integers(0, 4))
def test_a_number_is_written_with_the_digits_that_it_has(whole: int, places: int) -> None:
    shown = number_text(repr(whole / 10**places), format_of("General"))
    assert "E" not in shown
    assert float(shown) == pytest.approx(whole / 10**places, rel=1e-14)


@pytest.mark.parametrize(
    ("raw", "code", "shown"),
    [
        ("1234", "General", "1234"),
        ("1234.0", "General", "1234"),
        ("37686", "#,##0", "37686"),
        ("0.30000000000000004", "General", "0.3"),
        ("0.95530000000000004", "0.00%", "95.53%"),
        ("0.9553", "0%", "96%"),
        ("12.5", "0.00", "12.50"),
        ("12.5", "0.0#", "12.5"),
        ("2.675", "0.00", "2.68"),
        ("-3", "0;[Red]-0", "-3"),
        ("42", "000000", "000042"),
        ("1200", '#,##0.00"元"', "1200.00"),
        ("1200", "_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ", "1200.00"),
        ("1E+21", "General", "1000000000000000000000"),
        ("36800", '0!.0,"万"', "36800"),
        ("44625", "yyyy-m-d", "2022-03-05"),
        ("44625", 'yyyy"年"m"月"d"日"', "2022-03-05"),
        ("44625", 'yyyy"年"m"月"', "2022年3月"),
        ("44625", "m月d日", "3月5日"),
        ("44625", "[$-F800]dddd, mmmm dd, yyyy", "2022-03-05"),
        ("44625.604166666664", "yyyy/m/d h:mm", "2022-03-05 14:30"),
        ("0.604166666666667", "h:mm", "14:30"),
        ("1.5", "[h]:mm", "36:00"),
        ("59", "yyyy-m-d", "1900-02-28"),
        ("61", "yyyy-m-d", "1900-03-01"),
        ("9999999999", "yyyy-m-d", "9999999999"),
        ("1e999", "0", "1e999"),
        ("1e999", "General", "1e999"),
        ("1e999", "yyyy-m-d", "1e999"),
        ("1e300", f"0.{'0' * 200}", "1e300"),
        ("1_000", "General", "1_000"),
        ("nan", "0.00", "nan"),
    ],
)
def test_a_number_is_seen_through_its_format(raw: str, code: str, shown: str) -> None:
    assert number_text(raw, format_of(code)) == shown


def test_days_of_a_workbook_from_a_mac_are_counted_from_1904() -> None:
    assert number_text("0", format_of("yyyy-m-d"), from_1904=True) == "1904-01-01"


def test_dates_percents_and_truths_of_a_workbook_are_read_as_seen(tmp_path: Path) -> None:
    book, sheet = new_book()
    sheet.append([datetime.date(2022, 3, 5), datetime.datetime(2022, 3, 5, 14, 30), 0.9553, True])
    sheet["C1"].number_format = "0.00%"
    book.save(tmp_path / "表.xlsx")
    assert texts(tmp_path / "表.xlsx") == [("2022-03-05", "2022-03-05 14:30:00", "95.53%", "TRUE")]


def test_a_workbook_from_another_program_is_read(tmp_path: Path) -> None:
    strings = (
        "<sst><si><r><t>张</t></r><r><t>三</t></r><rPh><t>zhang</t></rPh></si>"
        "<si><t>第一行_x000D_\n第二行\x7f</t></si></sst>"
    )
    data = (
        '<dimension ref="A1"/><sheetData><row r="3"><c r="B3" t="s"><v>0</v></c>'
        '<c t="s"><v>1</v></c><c r="E3" t="inlineStr"><is><t>直接</t></is></c></row>'
        '<row><c t="str"><f>"a"&amp;1</f><v>a1</v></c><c t="d"><v>2022-03-05T00:00:00</v></c></row>'
        '<row r="9" hidden="1"><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A4:A9"/></mergeCells>'
    )
    sheet = only(zipped(tmp_path / "表.xlsx", raw_parts(data, shared_strings=strings)))
    assert [(row.number, row.cells) for row in sheet.rows] == [
        (3, ("", "张三", "第一行\n第二行", "", "直接")),
        (4, ("a1", "2022-03-05")),
        (9, ("#DIV/0!",)),
    ]
    assert sheet.merges == (Merge(4, 0, 9, 0),)
    assert sheet.hidden == {9}
    assert sheet.faulty == ((9, 0),)


def test_a_formula_without_a_result_is_noted(tmp_path: Path) -> None:
    sheet = only(saved(tmp_path, [["甲", 1], ["乙", "=B1*2"]]))
    assert sheet.rows[1].cells == ("乙",)
    assert sheet.unsaved == ((2, 1),)


def test_the_sheets_that_a_person_sees_and_that_hold_something_are_read(tmp_path: Path) -> None:
    book, sheet = new_book()
    sheet.title = "一季度"
    sheet.append(["甲"])
    book.create_sheet("空的")
    hidden = book.create_sheet("参数")
    hidden.append(["乙"])
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "表.xlsm")
    assert [each.name for each in read_book(tmp_path / "表.xlsm").sheets] == ["一季度"]


@pytest.mark.parametrize(
    "content",
    [
        "名称,人数\n焊工比武,120\n".encode(),
        "名称,人数\n焊工比武,120\n".encode("utf-8-sig"),
        "名称;人数\r\n焊工比武;120".encode("gb18030"),
        "名称\t人数\r\n焊工比武\t120\r\n".encode("utf-16"),
        "\ufeff名称\t人数\n焊工比武\t120".encode("utf-16-be"),
        "sep=|\n名称|人数\n焊工比武|120".encode(),
        '"名称","人数"\n"焊工比武","120"\n\n,\n'.encode(),
    ],
)
def test_a_text_file_is_read_whatever_its_letters_and_its_separator(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes(content)
    assert texts(path) == [("名称", "人数"), ("焊工比武", "120")]


def test_quotation_marks_of_a_text_file_hold_separators_and_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_text('"甲,乙",1\n"说""好""\n了",2', encoding="utf-8")
    assert texts(path) == [("甲,乙", "1"), ('说"好"\n了', "2")]
    path.write_text('"五个一,1\n乙,2', encoding="utf-8")
    assert texts(path) == [('"五个一', "1"), ("乙", "2")]


def test_a_text_file_in_an_older_encoding_says_so(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("名称,人数".encode("gb18030"))
    assert "GB18030" in only(path).remarks[0]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("空.xlsx", b"", "没有内容"),
        ("空.csv", b"\r\n,,\r\n", "没有内容"),
        ("旧.xls", OLE, "另存为 .xlsx"),
        ("旧.et", OLE, ".et 格式"),
        ("改名.xlsx", OLE, ".xls 格式"),
        ("密.xlsx", OLE + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("网页.xls.xlsx", b"\r\n<html><table>", "网页"),
        ("断.xlsx", b"PK\x03\x04 and no more", "损坏"),
        ("乱.xlsx", b"something else", "损坏"),
        ("乱.csv", bytes(range(256)) * 8, "编码"),
        ("~$表.xlsx", b"\5user", "临时文件"),
        ("表.ods", b"PK\x03\x04", ".ods 格式"),
    ],
)
def test_a_file_that_is_none_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, words: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert words in refusal(tmp_path / name)


def withheld(path: Path) -> str:
    with pytest.raises(SheetError) as caught:
        read_apart(path)
    return str(caught.value)


def test_a_file_that_is_not_there_or_not_given_is_refused_in_one_sentence(tmp_path: Path) -> None:
    assert "没有这个文件" in withheld(tmp_path / "没有.xlsx")
    (tmp_path / "表.xlsx").mkdir()
    assert "是一个文件夹" in withheld(tmp_path / "表.xlsx")
    with (tmp_path / "大.xlsx").open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    assert "太大" in withheld(tmp_path / "大.xlsx")


def test_a_file_that_another_program_keeps_open_says_to_close_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "in use")  # what Windows says; Linux keeps no file to itself

    path = saved(tmp_path, [["甲"]])
    monkeypatch.setattr(os, "open", refuse)
    assert "关闭" in withheld(path)


def test_a_zip_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    assert "不是表格" in refusal(zipped(tmp_path / "表.xlsx", {"word/document.xml": "<a/>"}))
    assert ".xlsb" in refusal(zipped(tmp_path / "新.xlsx", {"xl/workbook.bin": b"\0"}))


def test_a_part_that_is_cut_off_is_damage(tmp_path: Path) -> None:
    assert "损坏" in refusal(zipped(tmp_path / "表.xlsx", raw_parts("<sheetData><row>")))
    whole = saved(tmp_path, [["甲"] * 50] * 50)
    content = whole.read_bytes()
    (tmp_path / "断.xlsx").write_bytes(content[: len(content) // 2])
    assert "损坏" in refusal(tmp_path / "断.xlsx")
    middle = len(content) // 4
    broken = content[:middle] + bytes(255 - byte for byte in content[middle : middle + 400])
    (tmp_path / "坏.xlsx").write_bytes(broken + content[middle + 400 :])
    assert "损坏" in refusal(tmp_path / "坏.xlsx")


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml"])
def test_a_document_type_is_refused_before_its_entities_are_read(tmp_path: Path, part: str) -> None:
    parts = raw_parts('<sheetData><row><c t="str"><v>&a;</v></c></row></sheetData>')
    declared = '<!DOCTYPE w [<!ENTITY a "aaaa">]>'
    path = zipped(tmp_path / "表.xlsx", parts | {part: declared + parts[part]})
    assert "不正常" in refusal(path)


def test_what_unpacks_without_end_is_refused_and_costs_little(tmp_path: Path) -> None:
    strings = b"<sst><si><t>" + b"a" * 60_000_000 + b"</t></si></sst>"
    path = zipped(tmp_path / "表.xlsx", {**raw_parts(""), "xl/sharedStrings.xml": strings})
    del strings
    tracemalloc.start()
    assert "不正常" in refusal(path)
    assert tracemalloc.get_traced_memory()[1] < 5_000_000
    tracemalloc.stop()


def test_a_directory_of_too_many_or_doubled_parts_is_refused(tmp_path: Path) -> None:
    assert "太大" in refusal(zipped(tmp_path / "多.xlsx", {f"{at}": "" for at in range(6000)}))
    with ZipFile(tmp_path / "双.xlsx", "w", ZIP_STORED) as archive:
        archive.writestr("xl/workbook.xml", "<a/>")
        archive.writestr("XL/workbook.xml", "<b/>")
    assert "不正常" in refusal(tmp_path / "双.xlsx")


def test_a_cell_in_the_last_corner_costs_no_more_than_itself(tmp_path: Path) -> None:
    data = '<sheetData><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData>'
    tracemalloc.start()
    sheet = only(zipped(tmp_path / "表.xlsx", raw_parts(data)))
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()
    assert [(row.number, row.cells) for row in sheet.rows] == [(1_048_576, ("1",))]


def test_a_sheet_that_is_too_long_or_too_wide_is_read_so_far_and_says_so(tmp_path: Path) -> None:
    row = "<row><c><v>1</v></c></row>"
    long = only(zipped(tmp_path / "长.xlsx", raw_parts(f"<sheetData>{row * 12_000}</sheetData>")))
    assert len(long.rows) == MOST_ROWS
    assert f"第{MOST_ROWS}行" in long.remarks[0]
    wide = only(saved(tmp_path, [range(10_000)], "宽.xlsx"))
    assert len(wide.rows[0].cells) == MOST_COLUMNS
    assert "10000列" in wide.remarks[0]
    (tmp_path / "宽.csv").write_text(",".join(map(str, range(10_000))), encoding="utf-8")
    assert "10000列" in only(tmp_path / "宽.csv").remarks[0]


def test_an_endless_element_is_refused_before_it_is_read_to_its_end(tmp_path: Path) -> None:
    data = f'<sheetData><row a="{"x" * 15_000_000}"/></sheetData>'
    assert "不正常" in refusal(zipped(tmp_path / "表.xlsx", raw_parts(data)))


def test_elements_without_end_are_read_so_far(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_ELEMENTS", 5_000)
    full = '<row><c t="str"><v>甲</v></c></row>'
    path = zipped(tmp_path / "表.xlsx", raw_parts(f"<sheetData>{full * 2_000}</sheetData>"))
    assert "太长" in only(path).remarks[0]
    path = zipped(tmp_path / "空.xlsx", raw_parts(f"<sheetData>{'<row/>' * 6_000}</sheetData>"))
    assert "太大" in refusal(path)


def test_rows_without_content_do_not_count(tmp_path: Path) -> None:
    styled = '<row><c s="1"/></row>' * 50_000
    data = f'<sheetData>{styled}<row><c t="str"><v>底</v></c></row></sheetData>'
    sheet = only(zipped(tmp_path / "表.xlsx", raw_parts(data)))
    assert [(row.number, row.cells) for row in sheet.rows] == [(50_001, ("底",))]


def test_reading_apart_stops_when_it_is_told_to(tmp_path: Path) -> None:
    class StoppedError(Exception):
        pass

    def stop() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        read_apart(saved(tmp_path, [["甲"]]), stop)


def test_a_book_that_was_read_apart_is_the_same(tmp_path: Path) -> None:
    cells = '<c r="B2"><v>1</v></c><c r="C2"><f>A1</f></c>'
    merged = '<mergeCells><mergeCell ref="B2:B3"/></mergeCells>'
    data = f'<sheetData><row r="2" hidden="1">{cells}</row></sheetData>{merged}'
    path = zipped(tmp_path / "表.xlsx", raw_parts(data))
    assert read_apart(path) == read_book(path)
    assert read_apart(path).sheets[0].merges == (Merge(2, 1, 3, 1),)


@drawn(0.4)
@given(st.data())
def test_no_damage_to_a_workbook_brings_any_other_error(data: st.DataObject) -> None:
    with TemporaryDirectory() as folder:
        parts = raw_parts(ONE_ROW, shared_strings="<sst><si><t>焊工</t></si></sst>")
        path = zipped(Path(folder) / "表.xlsx", parts)
        content = bytearray(path.read_bytes())
        for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=8)):
            content[at] = data.draw(st.integers(0, 255))
        path.write_bytes(content)
        with suppress(SheetError):  # what is left may even be whole
            read_book(path)


@drawn(0.25)
@given(st.text(max_size=200), st.text(max_size=200))
def test_no_content_of_a_part_brings_any_other_error(sheet: str, strings: str) -> None:
    with TemporaryDirectory() as folder:
        parts = raw_parts("", shared_strings=strings.encode("utf-8", "replace").decode())
        parts["xl/worksheets/sheet1.xml"] = sheet.encode("utf-8", "replace").decode()
        path = zipped(Path(folder) / "表.xlsx", parts)
        with pytest.raises(SheetError):
            read_book(path)
