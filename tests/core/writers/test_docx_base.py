"""A paper in an office's own look: its letterhead, margins and styles; a bad base is refused."""

import re
import zipfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import example, given
from hypothesis import strategies as st

from tests.support.drawn import drawn
from tests.support.offices import LETTERHEAD, office_base, part, saved, with_part, without_styles
from tests.support.papers import TITLE, UNIT, whole
from tests.support.samples import WHO, filled
from unionapp.errors import WritingError
from unionapp.paper import paper_of
from unionapp.writers import FileFormat, export
from unionapp.writers.docx.write import packed

MEGABYTE = 1024 * 1024
BASE = office_base()


def opened(content: bytes) -> WordDocument:
    return docx.Document(BytesIO(content))


@pytest.fixture(scope="module")
def paper() -> WordDocument:
    return opened(packed(whole(), office_base()))


def named(paragraph: WordParagraph) -> str:
    return str(paragraph.style.name) if paragraph.style else ""


def refusal(base: bytes) -> str:
    with pytest.raises(WritingError, match=r"版式文件") as raised:
        packed(whole(), base)
    return str(raised.value)


def test_the_letterhead_and_its_picture_stand_above_the_title(paper: WordDocument) -> None:
    texts = [each.text for each in paper.paragraphs]
    assert texts[0] == LETTERHEAD
    assert texts[2].startswith(UNIT)
    (picture,) = paper.inline_shapes
    assert picture._inline.graphic.graphicData.pic is not None


def test_the_heads_and_margins_of_the_base_stay(paper: WordDocument) -> None:
    first, later = paper.sections[0], paper.sections[-1]
    assert first.header.paragraphs[0].text == "内部材料"
    assert first.left_margin is not None
    assert round(first.left_margin.mm) == 30
    assert (first.different_first_page_header_footer, later.different_first_page_header_footer) == (
        True,
        False,
    )


def test_a_wide_table_turns_the_pages_of_the_base(paper: WordDocument) -> None:
    portrait, landscape = paper.sections
    assert (landscape.page_width, landscape.page_height) == (
        portrait.page_height,
        portrait.page_width,
    )


def test_styles_are_found_by_name_whatever_their_ids(paper: WordDocument) -> None:
    styles = {each.text: named(each) for each in paper.paragraphs}
    assert styles["一、推进组建和会员发展"] == "一级标题"
    assert styles["农民工入会36002人。"] == "公文正文"
    assert {table.style.name for table in paper.tables if table.style} == {"公文表格"}


def test_a_paper_of_ours_serves_as_a_base_and_only_what_stands_above_its_title_is_kept() -> None:
    word = opened(packed(whole()))
    word.paragraphs[0].insert_paragraph_before("红头")
    again = opened(packed(whole(), saved(word)))
    assert [each.text for each in again.paragraphs[:2]] == ["红头", f"{UNIT}\n2025年度工作总结"]
    assert [each.text for each in again.paragraphs].count("农民工入会36002人。") == 1
    assert [page.orientation for page in again.sections] == [0, 1]
    with zipfile.ZipFile(BytesIO(saved(again))) as archive:
        names = archive.namelist()
    assert len(set(names)) == len(names)
    assert [name for name in names if name.startswith("customXml/item1")] == ["customXml/item1.xml"]


def test_bookmarks_of_the_letterhead_stay_apart_from_ours() -> None:
    def mark(word: WordDocument) -> None:
        for name in ("bookmarkStart", "bookmarkEnd"):
            element = word.paragraphs[0]._p.makeelement(
                qn(f"w:{name}"), {qn("w:id"): "7", qn("w:name"): "gh_s_membership"}
            )
            word.paragraphs[0]._p.append(element)

    starts = list(opened(packed(whole(), office_base(mark))).element.iter(qn("w:bookmarkStart")))
    names = [start.get(qn("w:name")) for start in starts]
    assert names[:2] == ["gh_s_membership", "gh_s_membership_2"]
    assert len({start.get(qn("w:id")) for start in starts}) == len(starts)


def test_missing_styles_are_named_and_none_is_guessed() -> None:
    base = office_base(without_styles("公文标题", "表头"))
    assert re.search(r"缺少样式“公文标题”、“表头”，请.*建好样式", refusal(base))


def test_a_style_of_characters_is_none_of_paragraphs() -> None:
    def retype(word: WordDocument) -> None:
        word.styles["公文正文"].element.set(qn("w:type"), "character")

    assert "缺少样式“公文正文”，" in refusal(office_base(retype))


def test_a_base_without_a_section_takes_the_pages_of_the_standard() -> None:
    def strip(word: WordDocument) -> None:
        body = word.element.body
        body.remove(body.sectPr)

    page = opened(packed(whole(), office_base(strip))).sections[0]
    assert page.left_margin is not None
    assert round(page.left_margin.mm) == 28


def test_a_base_on_its_side_stays_so() -> None:
    def turn(word: WordDocument) -> None:
        page = word.sections[0]
        page.page_width, page.page_height = page.page_height, page.page_width
        page.orientation = WD_ORIENT.LANDSCAPE

    sections = opened(packed(whole(), office_base(turn))).sections
    assert [page.orientation for page in sections] == [WD_ORIENT.LANDSCAPE]


def test_nothing_that_names_the_maker_of_the_base_goes_on() -> None:
    def sign(word: WordDocument) -> None:
        properties = word.core_properties
        properties.author = properties.last_modified_by = properties.comments = "张三"
        settings = word.settings.element
        template = settings.makeelement(qn("w:attachedTemplate"), {qn("r:id"): "rIdT"})
        settings.append(template)
        word.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS).rels.add_relationship(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
            "file:///C:/Users/张三/Normal.dotm",
            "rIdT",
            is_external=True,
        )

    base = with_part(
        office_base(sign),
        "docProps/app.xml",
        "<Properties><Manager>张三</Manager></Properties>".encode(),
    )
    content = packed(whole(), base)
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = {name: archive.read(name).decode(errors="replace") for name in archive.namelist()}
    assert not [name for name, text in parts.items() if "张三" in text or "C:/Users" in text]
    assert f"<Company>{UNIT}</Company>" in parts["docProps/app.xml"]
    assert opened(content).core_properties.title == TITLE


@pytest.mark.parametrize(
    ("base", "reason"),
    [
        (b"", "不是 Word 文稿"),
        (b"<html></html>", "不是 Word 文稿"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "旧格式或加了密码"),
        (b"PK\x03\x04" + b"\0" * 99, "已损坏"),
    ],
)
def test_what_is_no_docx_is_refused_in_a_sentence(base: bytes, reason: str) -> None:
    assert reason in refusal(base)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("word/header1.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", "办公软件不会写的内容"),
        ("word/header1.xml", "<!DOCTYPE x><x/>".encode("utf-16"), "办公软件不会写的内容"),
        ("word/document.xml", b"<w:document", "已损坏"),
        ("word/styles.xml", b"<x/>", "已损坏"),
        ("word/big.xml", b"a" * 9 * MEGABYTE, "展开后太大"),
        ("word/media/zeros.bin", b"\0" * MEGABYTE, "展开后太大"),
        ("../out.xml", b"<x/>", "内部结构不对"),
        ("word/comments.xml", b"<x/>", "批注"),
        ("word/header1.xml", b'<w:hdr xmlns:w="w"><w:ins w:id="1"/></w:hdr>', "修订"),
    ],
)
def test_a_base_with_a_bad_part_is_refused_in_a_sentence(
    name: str, content: bytes, reason: str
) -> None:
    assert reason in refusal(with_part(office_base(), name, content))


def test_macros_and_other_kinds_of_package_are_refused() -> None:
    base = office_base()
    types = part(base, "[Content_Types].xml")
    plain = b"openxmlformats-officedocument.wordprocessingml.document.main"
    macros = types.replace(plain, b"ms-word.document.macroEnabled.main")
    assert "宏" in refusal(with_part(base, "[Content_Types].xml", macros))
    sheet = types.replace(plain, b"openxmlformats-officedocument.spreadsheetml.sheet.main")
    assert "不是 Word 文稿" in refusal(with_part(base, "[Content_Types].xml", sheet))


def test_a_file_cut_off_in_the_middle_is_refused_in_a_sentence() -> None:
    base = office_base()
    for length in range(4, len(base), len(base) // 40):
        assert "损坏" in refusal(base[:length])


@drawn(0.6)
@given(
    part_name=st.sampled_from(
        ["word/document.xml", "word/styles.xml", "word/settings.xml", "[Content_Types].xml"]
    ),
    place=st.floats(0, 1),
    length=st.integers(1, 40),
)
@example(part_name="[Content_Types].xml", place=0.625, length=1)
def test_a_base_damaged_anywhere_gives_a_paper_or_a_sentence(
    part_name: str, place: float, length: int
) -> None:
    content = part(BASE, part_name)
    cut = int(place * len(content))
    damaged = with_part(BASE, part_name, content[:cut] + content[cut + length :])
    with suppress(WritingError):
        assert opened(packed(whole(), damaged)).paragraphs


def test_export_takes_the_base_from_its_file_and_says_when_it_cannot(tmp_path: Path) -> None:
    file = tmp_path / "版式.docx"
    file.write_bytes(office_base())
    paper = paper_of(filled(**WHO, found="118"))
    (written,) = export(paper, tmp_path / "out", [FileFormat.DOCX], base=file).files
    assert docx.Document(str(written)).paragraphs[0].text == LETTERHEAD
    with pytest.raises(WritingError, match="没有这个文件"):
        export(
            paper,
            tmp_path / "none",
            [FileFormat.DOCX, FileFormat.XLSX],
            base=tmp_path / "没有.docx",
        )
    assert not (tmp_path / "none").exists()
    with (tmp_path / "大.docx").open("wb") as stream:
        stream.truncate(21 * MEGABYTE)
    with pytest.raises(WritingError, match="超过20兆"):
        export(paper, tmp_path / "none", [FileFormat.DOCX], base=tmp_path / "大.docx")
