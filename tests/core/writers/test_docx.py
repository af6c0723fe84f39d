"""The Word document as another program finds it: opened again, part by part."""

import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.shared import Length
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import given
from hypothesis.strategies import text
from lxml import etree

from tests.support.papers import TITLE, UNIT, companies, of, whole, write_docx
from tests.support.places import HOUSE
from unionapp.layout import Style, printable
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Column,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
)
from unionapp.writers.docx import NAMESPACES
from unionapp.writers.docx.wordml import run

FONTS = {"方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "Times New Roman"}


def written(document: Document, folder: Path) -> WordDocument:
    path = folder / "总结.docx"
    write_docx(document, path)
    return docx.Document(str(path))


def paragraphs(folder: Path, *blocks: Block) -> list[WordParagraph]:
    return written(of(*blocks), folder).paragraphs


def indents(paragraph: WordParagraph) -> tuple[float, float]:
    """Where the first line and the others begin, in characters of the body."""
    layout = paragraph.paragraph_format
    left = (layout.left_indent or 0) / 635 / 315
    return left + (layout.first_line_indent or 0) / 635 / 315, left


def ends(paragraph: WordParagraph) -> float:
    """How far before the right edge a paragraph ends that is set from there."""
    assert paragraph.alignment is WD_ALIGN_PARAGRAPH.RIGHT
    return (paragraph.paragraph_format.right_indent or 0) / 635 / 315


def attributes(element: etree._Element, tag: str, name: str) -> list[str]:
    """What the elements of a tag say, in order."""
    return [str(found.get(qn(name))) for found in element.iter(qn(tag))]


def millimetres(*lengths: Length | None) -> list[int]:
    return [round(length.mm) for length in lengths if length is not None]


@pytest.fixture
def paper(tmp_path: Path) -> WordDocument:
    return written(whole(), tmp_path)


def test_each_block_has_the_style_of_its_role(paper: WordDocument) -> None:
    named = {each.text: each.style.name for each in paper.paragraphs if each.style}
    assert named[f"{UNIT}\n2025年度工作总结"] == "公文标题"
    assert named["一、推进组建和会员发展"] == "一级标题"
    assert named["（一）农民工入会"] == "二级标题"
    assert named["1.走访企业"] == "三级标题"
    assert named["(1)重点企业"] == "四级标题"
    assert named["农民工入会36002人。"] == "公文正文"
    assert named["附件1"] == "附件序号"
    assert named["新组建企业名单"] == "附件标题"


def test_heading_styles_follow_words_own_and_carry_their_outline_level(paper: WordDocument) -> None:
    for level, name in enumerate(("一级标题", "二级标题", "三级标题", "四级标题")):
        style = paper.styles[name]
        assert style.base_style.name == f"Heading {level + 1}"
        assert attributes(style.element, "w:outlineLvl", "w:val") == [str(level)]


def test_each_role_has_the_face_that_the_standard_asks(paper: WordDocument) -> None:
    fonts = {
        style.name: attributes(style.element, "w:rFonts", "w:eastAsia") for style in paper.styles
    }
    assert fonts["公文标题"] == ["方正小标宋简体"]
    assert fonts["一级标题"] == fonts["附件序号"] == ["黑体"]
    assert fonts["二级标题"] == ["楷体_GB2312"]
    assert fonts["公文正文"] == fonts["三级标题"] == ["仿宋_GB2312"]
    assert fonts["单页页码"] == fonts["双页页码"] == ["宋体"]


def test_every_font_is_named_outright_and_none_comes_from_a_theme(paper: WordDocument) -> None:
    fonts = [font for style in paper.styles for font in style.element.iter(qn("w:rFonts"))]
    slots = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
    assert {font.get(qn(slot)) for font in fonts for slot in slots} <= FONTS
    assert not [name for font in fonts for name in font.attrib if "Theme" in name]


def test_pages_are_a4_with_the_margins_of_the_standard(paper: WordDocument) -> None:
    page = paper.sections[0]
    assert millimetres(page.page_width, page.page_height) == [210, 297]
    margins = (page.top_margin, page.bottom_margin, page.left_margin, page.right_margin)
    assert millimetres(*margins) == [37, 35, 28, 26]


def test_a_wide_table_lies_on_its_side_and_the_paper_before_it_stands(paper: WordDocument) -> None:
    assert [page.orientation for page in paper.sections] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
    ]


def test_an_upright_attachment_after_a_wide_one_stands_again(tmp_path: Path) -> None:
    wide = next(each for each in whole().attachments if each.number == 2)
    portrait = Attachment(3, "救助名单", "aid", companies(2))
    sections = written(of(wide, portrait, wide), tmp_path).sections
    assert [page.orientation for page in sections] == [1, 0, 1]


def test_every_section_has_a_page_number_for_odd_and_one_for_even_pages(
    paper: WordDocument,
) -> None:
    assert paper.settings.odd_and_even_pages_header_footer
    for page in paper.sections:
        sides = [page.footer._element, page.even_page_footer._element]
        for side, style in zip(sides, (Style.PAGE_NUMBER_ODD, Style.PAGE_NUMBER_EVEN), strict=True):
            assert style in attributes(side, "w:pStyle", "w:val")
            assert attributes(side, "w:fldSimple", "w:instr") == [" PAGE "]


def test_the_number_of_a_landscape_page_reads_downwards(paper: WordDocument) -> None:
    portrait, landscape = (page.footer._element for page in paper.sections)
    assert attributes(landscape, "w:textDirection", "w:val") == ["tbRl"]
    assert attributes(portrait, "w:textDirection", "w:val") == []


def test_each_heading_holds_one_bookmark_named_after_its_anchor(paper: WordDocument) -> None:
    headings = [each._p for each in paper.paragraphs if each.style and "级标题" in each.style.name]
    marks = [[start.get(qn("w:name")) for start in p.iter(qn("w:bookmarkStart"))] for p in headings]
    assert marks == [["gh_s_membership"], ["gh_s_migrants"], ["gh_s_visits"], ["gh_s_key_firms"]]


def test_a_figure_stands_behind_a_bookmark_with_the_id_of_its_indicator(
    paper: WordDocument,
) -> None:
    (start,) = paper.element.xpath("//w:bookmarkStart[@w:name='gh_f_migrant_members']")
    assert start.getnext().tag == qn("w:bookmarkEnd")
    assert start.getnext().getnext().text == "36002人"


def test_an_attachment_is_found_by_the_bookmark_in_its_title(paper: WordDocument) -> None:
    (start,) = paper.element.xpath("//w:bookmarkStart[@w:name='gh_t_new_unions']")
    assert start.getnext().text == "新组建企业名单"


def test_numbers_and_names_of_bookmarks_occur_once_and_word_takes_them(tmp_path: Path) -> None:
    long = "a" * 50
    blocks = [Heading(1, "一、", "甲", long), Heading(1, "二、", "乙", long + "b")]
    figures = tuple(Run(str(n), indicator) for n, indicator in enumerate(["x", "X", "y-1 人", "x"]))
    element = written(of(*blocks, Paragraph(figures)), tmp_path).element
    names, identities = (attributes(element, "w:bookmarkStart", f"w:{x}") for x in ("name", "id"))
    assert names[1] == "gh_s_" + "a" * 33 + "_2"
    assert names[2:] == ["gh_f_x", "gh_f_X_2", "gh_f_y_1_人", "gh_f_x_3"]
    assert len({name.casefold() for name in names}) == len(set(identities)) == len(names)
    assert max(map(len, names)) <= 40
    assert attributes(element, "w:bookmarkEnd", "w:id") == identities


def test_a_table_tells_word_and_wps_the_same_widths(paper: WordDocument) -> None:
    for table in paper.tables:
        grid = attributes(table._tbl, "w:gridCol", "w:w")
        assert attributes(table._tbl, "w:tblW", "w:w") == [str(sum(map(int, grid)))]
        assert all(attributes(row, "w:tcW", "w:w") == grid for row in table._tbl.tr_lst)


def test_column_widths_follow_their_shares(paper: WordDocument) -> None:
    first, second, third = (column.width or 0 for column in paper.tables[0].columns)
    assert second / first == pytest.approx(4, rel=0.01)
    assert third / first == pytest.approx(2, rel=0.01)


def test_a_column_of_ordinals_holds_two_characters_however_small_its_share(tmp_path: Path) -> None:
    table = Table((Column("序号", 1), Column("名称", 20), Column("备注", 20)), ())
    ordinals, names, notes = attributes(written(of(table), tmp_path).element, "w:gridCol", "w:w")
    two_characters, margins = 2 * 12 * 20, 2 * 85
    assert int(ordinals) > two_characters + margins
    assert int(names) == pytest.approx(int(notes), abs=1)


def test_the_head_repeats_and_no_row_breaks_over_pages(paper: WordDocument) -> None:
    for table in paper.tables:
        head, *rows = table._tbl.tr_lst
        assert head.find(f".//{qn('w:tblHeader')}") is not None
        assert not [row for row in rows if row.find(f".//{qn('w:tblHeader')}") is not None]
        assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in (head, *rows))


def test_a_table_prints_its_cells_and_its_totals(paper: WordDocument) -> None:
    rows = [[cell.text for cell in row.cells] for row in paper.tables[0].rows]
    assert rows == [
        ["序号", "企业名称", "会员数（人）"],
        ["1", "河湾第1机械有限公司", "10"],
        ["2", "河湾第2机械有限公司", "20"],
        ["合计", "", "30"],
    ]


def test_ordinals_stand_in_the_middle_with_the_word_for_totals_names_left_and_figures_right(
    paper: WordDocument,
) -> None:
    first, totals = (
        [row.cells[place].paragraphs[0] for place in (0, 1, 2)]
        for row in (paper.tables[0].rows[1], paper.tables[0].rows[3])
    )
    styles = [paragraph.style for paragraph in first]
    assert [style.name for style in styles if style] == ["表格文字", "表格文字", "表格数字"]
    for paragraphs in (first, totals):
        middle = WD_ALIGN_PARAGRAPH.CENTER
        assert [each.alignment for each in paragraphs] == [middle, None, None]


def test_each_attachment_begins_a_page(paper: WordDocument) -> None:
    assert paper.styles["附件序号"].paragraph_format.page_break_before


def test_names_of_attachments_are_numbered_and_hang_under_their_first_character(
    tmp_path: Path,
) -> None:
    first, second = paragraphs(tmp_path, AttachmentList(("新组建企业名单", "文体活动情况表")))
    assert (first.text, second.text) == ("附件：1.\t新组建企业名单", "2.\t文体活动情况表")
    assert indents(first) == (2, 6)
    assert indents(second) == (5, 6)


def test_a_single_attachment_has_no_number(tmp_path: Path) -> None:
    (only,) = paragraphs(tmp_path, AttachmentList(("新组建企业名单",)))
    assert only.text == "附件：新组建企业名单"
    assert indents(only) == (2, 5)


def test_a_blank_line_stands_above_the_attachments_and_above_the_signature(tmp_path: Path) -> None:
    shown = paragraphs(tmp_path, AttachmentList(("甲", "乙")), Signature(UNIT, "2025年12月8日"))
    before = [each.paragraph_format.space_before for each in shown]
    assert [length and length.pt for length in before] == [28.95, None, 28.95, None]


def test_a_long_name_ends_two_characters_before_the_edge(tmp_path: Path) -> None:
    name = "中国机械冶金建材工会河湾委员会"
    unit, date = paragraphs(tmp_path, Signature(name, "2025年12月8日"))
    assert ends(unit) == 2
    assert indents(date)[0] == pytest.approx(28 - 2 - len(name) + 2, abs=0.1)


def test_a_date_longer_than_the_name_takes_the_place_at_the_edge(tmp_path: Path) -> None:
    unit, date = paragraphs(tmp_path, Signature("厂工会", "2025年12月8日"))
    width_of_date = 6.5 + 5 * 0.22
    assert ends(date) == 2
    assert indents(unit)[0] == pytest.approx(28 - 2 - width_of_date - 2, abs=0.1)


def test_a_name_too_long_for_its_place_begins_at_the_left_edge(tmp_path: Path) -> None:
    unit, date = paragraphs(tmp_path, Signature("总工会" * 10, "2025年12月8日"))
    assert unit.alignment is None
    assert (indents(unit), indents(date)) == ((0, 0), (2, 2))


def test_a_signature_may_lack_its_name_or_its_date(tmp_path: Path) -> None:
    assert [each.text for each in paragraphs(tmp_path, Signature(UNIT, ""))] == [UNIT]
    (date,) = paragraphs(tmp_path, Signature("", "2025年12月8日"))
    assert date.paragraph_format.space_before is not None
    assert paragraphs(tmp_path, Signature("", "")) == []


def test_text_is_printed_as_it_is(tmp_path: Path) -> None:
    text = '产值<5%&利润>"3"，姓名𠮷䶮\t“五个一”'
    assert [each.text for each in paragraphs(tmp_path, Paragraph((Run(text),)))] == [text]


@pytest.mark.parametrize("character", ["\x00", "\x08", "\x0b", "\r", "\x1b", "\ud800", "\ufffe"])
def test_what_no_file_can_hold_is_left_out(tmp_path: Path, character: str) -> None:
    blocks = (Heading(1, "一、", f"甲{character}乙", f"a{character}"), Signature(character, ""))
    shown = written(
        Document(f"题{character}", f"会{character}", "2025", blocks, of().statistics), tmp_path
    )
    assert shown.paragraphs[0].text == "一、甲乙"
    assert (shown.core_properties.title, shown.core_properties.author) == ("题", "会")


@given(text())
def test_any_text_comes_back_as_it_was_but_for_what_no_file_can_hold(any_text: str) -> None:
    paragraph = parse_xml(f"<w:p {NAMESPACES}>{run(any_text)}</w:p>")
    assert WordParagraph(cast("CT_P", paragraph), cast("Any", None)).text == printable(any_text)


def test_chinese_quotation_marks_are_set_from_the_chinese_face(tmp_path: Path) -> None:
    (quoted,) = paragraphs(tmp_path, Paragraph((Run("“五个一”"),)))
    assert attributes(quoted._p, "w:rFonts", "w:hint") == ["eastAsia"]


def test_properties_name_the_paper_and_the_unit_and_no_person(paper: WordDocument) -> None:
    properties = paper.core_properties
    assert (properties.title, properties.author, properties.last_modified_by) == (TITLE, UNIT, UNIT)
    assert (properties.subject, properties.language) == ("工会年度工作总结", "zh-CN")


def test_a_title_longer_than_a_property_holds_is_written_all_the_same(tmp_path: Path) -> None:
    long = "很" * 300
    paper = written(Document(long, UNIT, "2025", (), of().statistics), tmp_path)
    assert paper.core_properties.title == long[:255]


def test_the_language_is_chinese_and_word_opens_it_without_compatibility_mode(
    tmp_path: Path,
) -> None:
    path = tmp_path / "总结.docx"
    write_docx(whole(), path)
    with zipfile.ZipFile(path) as archive:
        assert 'w:eastAsia="zh-CN"' in archive.read("word/styles.xml").decode()
        assert re.search(
            r'compatibilityMode"[^>]*w:val="15"', archive.read("word/settings.xml").decode()
        )


def test_an_empty_paper_is_still_a_document(tmp_path: Path) -> None:
    assert paragraphs(tmp_path) == []


def test_properties_of_a_paragraph_stand_in_the_order_of_the_schema(paper: WordDocument) -> None:
    order = ["pStyle", "keepNext", "pageBreakBefore", "widowControl", "overflowPunct"]
    order += [
        "autoSpaceDE",
        "autoSpaceDN",
        "snapToGrid",
        "spacing",
        "ind",
        "jc",
        "outlineLvl",
        "sectPr",
    ]
    for properties in _all_paragraph_properties(paper):
        places = [order.index(etree.QName(child).localname) for child in properties]
        assert places == sorted(places)


def _all_paragraph_properties(paper: WordDocument) -> Iterator[etree._Element]:
    yield from paper.element.iter(qn("w:pPr"))
    yield from paper.styles.element.iter(qn("w:pPr"))


def test_the_base_in_the_tree_is_what_its_script_builds(tmp_path: Path) -> None:
    script = HOUSE / "packaging" / "build_base_docx.py"
    subprocess.run([sys.executable, script, tmp_path / "base.docx"], check=True)
    kept = HOUSE / "resources" / "word" / "base.docx"
    assert (tmp_path / "base.docx").read_bytes() == kept.read_bytes()
