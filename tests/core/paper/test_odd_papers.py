"""Papers that nobody expects: very long, very wide, empty; each still comes out whole."""

from pathlib import Path

import docx
import openpyxl
import pytest

from tests.support.offices import office_base
from tests.support.papers import companies, of, write_docx, write_xlsx
from tests.support.rendered import Page, printed
from tests.support.samples import WHO, filled, narrative
from unionapp.paper import (
    Attachment,
    Cell,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    compose,
    title_lines,
)
from unionapp.text import chinese_number

WORD = "Supercalifragilisticexpialidociousnesses"
EIGHTY = (
    "中国机械冶金建材工会河湾机械制造集团股份有限公司东区总装配厂第三联合基层委员会"
    "关于深入贯彻落实产业工人队伍建设改革部署和开展职工服务工作的2025年工会工作总结"
)
LONG_UNIT = "中国机械冶金建材工会河湾机械制造集团股份有限公司东区总装配厂第三联合基层委员会"


def many_sections() -> Document:
    blocks = [
        block
        for number in range(1, 201)
        for block in (
            Heading(1, f"{chinese_number(number)}、", "推进组建", f"s{number}"),
            Paragraph((Run("工会组织围绕中心任务。"),), f"i{number}"),
        )
    ]
    return of(Title(("总结",)), *blocks)


def unbroken() -> Document:
    table = Table((Column("序号", 1), Column("名称", 2), Column("备注", 9)), ((Cell(WORD),) * 3,))
    return of(Paragraph((Run(f"本年{WORD}{WORD}。"),)), table, Signature(WORD, ""))


def long_title() -> Document:
    return of(Title(title_lines(EIGHTY)), Paragraph((Run("文。"),)), Signature(LONG_UNIT, "日期"))


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    folder = tmp_path_factory.mktemp("odd")
    documents = {"sections": many_sections(), "unbroken": unbroken(), "title": long_title()}
    paths = {name: folder / f"{name}.docx" for name in [*documents, "office"]}
    for name, document in documents.items():
        write_docx(document, paths[name])
    write_docx(long_title(), paths["office"], office_base())
    return printed(list(paths.values()), folder)


def within(page: Page, left: float, right: float) -> bool:
    return all(line.left >= left - 1 and line.right <= right + 1 for line in page.lines)


def test_two_hundred_sections_are_printed_and_counted(papers: dict[str, list[Page]]) -> None:
    texts = [line.text for page in papers["sections"] for line in page.body]
    assert [text for text in texts if "、推进组建" in text][-1] == "二百、推进组建"
    assert len([text for text in texts if "、推进组建" in text]) == 200


def test_a_word_without_a_break_stays_within_the_margins(papers: dict[str, list[Page]]) -> None:
    (page,) = papers["unbroken"]
    assert within(page, 28, 210 - 26)
    assert "".join(line.text for line in page.body).replace(" ", "").count(WORD[:12]) >= 4


def test_a_title_of_eighty_characters_is_printed_as_it_was_broken(
    papers: dict[str, list[Page]],
) -> None:
    lines = [line.text.replace(" ", "") for line in papers["title"][0].body]
    assert lines[: len(title_lines(EIGHTY))] == list(title_lines(EIGHTY))


def test_a_name_longer_than_a_line_is_signed_within_the_margins(
    papers: dict[str, list[Page]],
) -> None:
    assert within(papers["title"][0], 28, 210 - 26)


def test_a_paper_on_an_offices_base_keeps_within_its_margins(
    papers: dict[str, list[Page]],
) -> None:
    page = papers["office"][0]
    assert page.line("河湾街道总工会文件").middle < page.line("中国机械").middle
    assert all(line.left >= 29 and line.right <= 181 for line in page.body[1:])


def test_an_empty_summary_is_a_paper(tmp_path: Path) -> None:
    document = compose(filled())
    write_docx(document, tmp_path / "空.docx")
    write_xlsx(document, tmp_path / "空.xlsx")
    assert docx.Document(str(tmp_path / "空.docx")).paragraphs
    assert openpyxl.load_workbook(tmp_path / "空.xlsx").sheetnames == ["指标汇总", "说明"]


def test_a_paper_of_narratives_alone_is_written(tmp_path: Path) -> None:
    document = compose(filled(narrative("plans", WORD * 50), **WHO))
    write_docx(document, tmp_path / "文.docx")
    assert WORD * 50 in [each.text for each in docx.Document(str(tmp_path / "文.docx")).paragraphs]


def test_five_thousand_rows_are_all_written(tmp_path: Path) -> None:
    document = of(Attachment(1, "名单", "list", companies(5000)))
    write_docx(document, tmp_path / "长.docx")
    write_xlsx(document, tmp_path / "长.xlsx")
    (table,) = docx.Document(str(tmp_path / "长.docx")).tables
    assert len(table._tbl.tr_lst) == 5002
    sheet = openpyxl.load_workbook(tmp_path / "长.xlsx").worksheets[1]
    assert (sheet.max_row, sheet["A5003"].value) == (5004, 5000)
