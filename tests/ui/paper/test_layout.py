"""A document laid out on pages: what stands where, and what moves to the next page."""

from io import BytesIO
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import drawn
from tests.support.long_papers import long_paper
from tests.support.papers import TITLE, UNIT, companies, of, whole
from tests.ui.support.paper_pages import all_lines, laid_out, measure, text_of, texts
from unionapp.layout.pages import Layout, Page
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from unionapp.writers import xlsx
from unionapp.writers.docx.write import packed

SENTENCE = "各级工会组织围绕中心任务服务职工群众推动各项工作再上新台阶"
LINE = 28.95
MILLIMETRE = 72 / 25.4


def paragraph(lines: int, anchor: str = "") -> Paragraph:
    """A paragraph of so many full lines."""
    return Paragraph((Run(SENTENCE[:26] + SENTENCE[:28] * (lines - 1)),), anchor)


KINDS = ["paragraph", "heading", "table", "attachments", "signature", "attachment"]

# What a paper is made of: kinds of blocks, and how long or deep each is.
shapes = st.lists(st.tuples(st.sampled_from(KINDS), st.integers(1, 40)), max_size=12)


def built(shape: list[tuple[str, int]]) -> list[Block]:
    return [block(kind, size) for kind, size in shape]


def block(kind: str, size: int) -> Block:
    match kind:
        case "heading":
            return Heading(size % 4 + 1, "1.", "走访企业", "a")
        case "table":
            return companies(size)
        case "attachments":
            return AttachmentList(("名单", "情况表")[: size % 2 + 1])
        case "signature":
            return Signature(UNIT, "2025年12月8日")
        case "attachment":
            return Attachment(1, "名单", "list", companies(size))
        case _:
            return paragraph(size)


@drawn(0.3)
@given(shapes)
def test_nothing_stands_outside_the_type_area(shape: list[tuple[str, int]]) -> None:
    for page, placed in all_lines(laid_out(of(*built(shape)))):
        assert placed.x >= 28 * MILLIMETRE - 0.1
        assert page.number >= 1
        assert 35 * MILLIMETRE / 2 < placed.y < page.height - 35 * MILLIMETRE + 0.1


@drawn(0.3)
@given(shapes)
def test_all_text_is_placed_and_only_the_heads_of_tables_again(
    shape: list[tuple[str, int]],
) -> None:
    paper = laid_out(of(*built(shape)))
    text = text_of(paper)
    for block in built(shape):
        if isinstance(block, Paragraph):
            assert block.text in text
        if isinstance(block, Table | Attachment):
            table = block if isinstance(block, Table) else block.table
            assert all(row[1].text in text for row in table.rows)
    written = sum(len(block.text) for block in built(shape) if isinstance(block, Paragraph))
    assert len(text) >= written


@drawn(0.3)
@given(shapes)
def test_no_heading_is_the_last_line_of_a_page_when_something_follows(
    shape: list[tuple[str, int]],
) -> None:
    followed = [each for each in shape if each[0] != "attachment"]  # it begins a page of its own
    paper = laid_out(of(*built(followed), paragraph(1)))
    for page in paper.pages:
        if set(texts(page)) != {"1.走访企业"}:  # so many headings that they fill a page
            assert texts(page)[-1] != "1.走访企业"


def test_a_full_page_has_22_lines() -> None:
    paper = laid_out(of(paragraph(60)))
    assert [len(page.lines) for page in paper.pages] == [22, 22, 16]
    tops = [placed.y for placed in paper.pages[1].lines]
    assert [lower - upper for upper, lower in pairwise(tops)] == [pytest.approx(LINE)] * 21


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    paper = laid_out(of(paragraph(21), Heading(1, "一、", "推进组建", "a"), paragraph(2)))
    assert len(paper.pages[0].lines) == 21
    assert texts(paper.pages[1])[0] == "一、推进组建"


def test_headings_alone_still_fill_pages() -> None:
    paper = laid_out(of(*(Heading(1, "一、", "推进组建", f"a{n}") for n in range(50))))
    assert sum(len(page.lines) for page in paper.pages) == 50


def test_page_numbers_stand_right_on_odd_and_left_on_even_pages() -> None:
    paper = laid_out(of(paragraph(60)))
    for page in paper.pages:
        footer = page.footer
        assert footer.line.text == f"— {page.number} —"
        left, right = 28 * MILLIMETRE + 14, page.width - 26 * MILLIMETRE - 14
        if page.number % 2:
            assert footer.x + footer.line.width == pytest.approx(right, abs=1)
        else:
            assert footer.x == pytest.approx(left, abs=1)


def test_an_attachment_begins_a_page_and_the_page_numbers_run_on() -> None:
    pages = laid_out(whole()).pages
    assert [texts(page)[0] for page in pages[1:2]] == ["附件1"]
    assert [page.number for page in pages] == list(range(1, len(pages) + 1))


def test_a_single_attachment_is_headed_without_a_number_in_every_paper(tmp_path: Path) -> None:
    document = of(Attachment(1, "名单", "list", companies(2), alone=True))
    (page,) = laid_out(document).pages
    assert texts(page)[0] == "附件"
    assert docx.Document(BytesIO(packed(document))).paragraphs[0].text == "附件"
    (tmp_path / "附件.xlsx").write_bytes(xlsx.packed(document))
    workbook = openpyxl.load_workbook(tmp_path / "附件.xlsx")
    assert workbook["附件 名单"]["A1"].value == "附件"


def test_the_head_of_a_table_stands_again_on_each_page_and_no_row_is_split() -> None:
    table = Table(
        (Column("序号", 2), Column("内容", 8)),
        tuple((Cell(str(n)), Cell(SENTENCE * 3)) for n in range(40)),
    )
    pages = laid_out(of(table)).pages
    assert len(pages) > 2
    for page in pages:
        assert texts(page)[:2] == ["序号", "内容"]
        assert text_on(page).count(SENTENCE[-5:]) == len(numbers_on(page)) * 3


def test_cells_stand_in_the_middle_left_or_right_of_their_columns() -> None:
    (page,) = laid_out(of(companies(3))).pages
    edges = sorted({rule.left for rule in page.rules if rule.left == rule.right})
    for first, name, figure in (("2", "河湾第2机械有限公司", "20"), ("合计", "", "60")):
        lines = {placed.line.text: placed for placed in page.lines}
        middle, right = lines[first], lines[figure]
        assert middle.x + middle.line.width / 2 == pytest.approx((edges[0] + edges[1]) / 2)
        assert right.x + right.line.width == pytest.approx(edges[3] - 4.25)
        assert not name or lines[name].x == pytest.approx(edges[1] + 4.25)


def text_on(page: Page) -> str:
    return "".join(texts(page))


def numbers_on(page: Page) -> list[str]:
    return [text for text in texts(page) if text.isdigit()]


def test_a_wide_table_lies_on_its_side() -> None:
    page = laid_out(whole()).pages[-1]
    assert page.landscape
    assert (round(page.width / MILLIMETRE), round(page.height / MILLIMETRE)) == (297, 210)


def test_the_number_of_a_landscape_page_keeps_its_place_on_the_sheet() -> None:
    """As on a portrait page, seen with the left edge of the landscape one at the bottom."""
    portrait = laid_out(of(paragraph(30))).pages
    attachments = [block for block in whole().blocks if isinstance(block, Attachment)]
    landscape = laid_out(of(*attachments[1:], companies(2), *attachments[1:])).pages
    assert [page.landscape for page in landscape] == [True, False, True]
    twice = laid_out(of(companies(2), *attachments[1:])).pages
    for turned, straight in ((landscape[0].footer, portrait[0]), (twice[1].footer, portrait[1])):
        assert turned.turned
        assert turned.y == pytest.approx(straight.footer.x)
        assert turned.x == pytest.approx(straight.height - straight.footer.y)


def test_after_a_change_of_one_row_the_pages_without_it_are_the_very_same() -> None:
    layout = Layout(measure)

    def pages(changed: str) -> tuple[Page, ...]:
        rows = [(Cell(f"第{at}次比武"), Cell("120")) for at in range(300)]
        rows[150] = (Cell(changed), Cell("120"))
        columns = (Column("竞赛名称", 4), Column("人次", 2))
        table = Table(columns, tuple(rows))
        return layout.lay_out(of(Attachment(1, "竞赛情况", "table", table))).pages

    before, after = pages("第150次比武"), pages("第150次竞赛")
    moved = [old.number for old, new in zip(before, after, strict=True) if old is not new]
    assert len(before) > 5
    assert moved == [1, 6, 12]  # the title stands on the first, what closes the table on the last


def test_a_row_taller_than_a_page_goes_on_over_the_page() -> None:
    table = Table((Column("内容"),), ((Cell(SENTENCE * 200),),))
    paper = laid_out(of(table))
    assert text_of(paper).replace("内容", "") == SENTENCE * 200
    for page, placed in all_lines(paper):
        assert placed.y < page.height - 35 * MILLIMETRE


def test_the_name_goes_two_characters_before_the_edge_and_the_date_begins_two_later() -> None:
    (page,) = laid_out(of(Signature(UNIT, "2025年12月8日"))).pages
    name, date = page.lines
    assert date.x - name.x == pytest.approx(2 * 15.75, abs=1)


def test_pages_are_the_same_whether_they_were_set_before_or_now() -> None:
    layout = Layout(measure)
    first, changed = long_paper(1), long_paper(2)
    layout.lay_out(first)
    assert layout.lay_out(changed) == laid_out(changed)
    assert layout.lay_out(first) == laid_out(first)


def test_headings_and_items_can_be_gone_to() -> None:
    paper = laid_out(of(paragraph(30, "early"), Heading(2, "（一）", "走访企业", "late")))
    early, late = paper.page_of("early"), paper.page_of("late")
    assert early is not None
    assert late is not None
    assert (early[0].number, late[0].number) == (1, 2)
    assert (late[1].text, late[1].level) == ("（一）走访企业", 2)
    assert paper.page_of("nowhere") is None


def test_an_empty_paper_has_one_page_with_its_number() -> None:
    (page,) = laid_out(of()).pages
    assert page.lines == ()
    assert page.footer.line.text == "— 1 —"


def test_a_title_of_80_characters_stays_between_the_margins() -> None:
    long = (TITLE * 6)[:80]
    paper = laid_out(of(Title((long,))))
    assert text_of(paper) == long
    for page, placed in all_lines(paper):
        assert placed.x + placed.line.width <= page.width - 26 * MILLIMETRE + 0.1


def test_the_title_of_an_attachment_breaks_by_sense_in_the_word_file_too() -> None:
    lines = ("职工代表大会重点提案办理情况和", "代表意见建议落实情况一览表")
    document = of(Attachment(1, "".join(lines), "motions", companies(2)))
    (page,) = laid_out(document).pages
    assert texts(page)[1:3] == list(lines)
    word = docx.Document(BytesIO(packed(document)))
    assert word.paragraphs[1].text.split("\n") == list(lines)
    assert page.marks[0].text == "附件1 " + "".join(lines)
