"""What our own pages take over from an office's own base, and what it gets that it lacks."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree

from tests.support.offices import office_base, saved
from tests.support.papers import whole
from tests.support.places import HOUSE
from unionapp.layout import BOLD, LANDSCAPE, PORTRAIT, Style, StyleSheet, official
from unionapp.layout.styles import Align
from unionapp.writers.docx import NAMESPACES, typography_of
from unionapp.writers.docx.write import packed

NUMBERS = ("单页页码", "双页页码")
THEME = (
    b'<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    b'<a:fontScheme><a:minorFont><a:latin typeface="Arial"/><a:ea typeface=""/>'
    b'<a:font script="Hans" typeface="SimSun"/></a:minorFont></a:fontScheme></a:themeElements>'
    b"</a:theme>"
)


def base(edit: Callable[[WordDocument], None]) -> bytes:
    """Our own base, changed."""
    word = docx.Document(str(HOUSE / "resources" / "word" / "base.docx"))
    edit(word)
    return saved(word)


def without_feet(word: WordDocument) -> None:
    section = word.sections[0]._sectPr
    for reference in section.findall(qn("w:footerReference")):
        section.remove(reference)
    word.settings.odd_and_even_pages_header_footer = False
    for name in NUMBERS:
        word.styles[name].element.getparent().remove(word.styles[name].element)


def footers(content: bytes) -> list[str]:
    """The text of each footer of each section: odd pages, even pages."""
    sections = docx.Document(BytesIO(content)).sections
    parts = [part for each in sections for part in (each.footer, each.even_page_footer)]
    return [shown(part._element) for part in parts]


def shown(element: etree._Element) -> str:
    return "".join(str(each.text) for each in element.iter(qn("w:t")))


def test_an_unchanged_base_gives_the_official_pages_and_looks() -> None:
    typography = typography_of(base(lambda _word: None))
    assert (typography.page_setup.portrait, typography.page_setup.landscape) == (
        PORTRAIT,
        LANDSCAPE,
    )
    assert typography.styles == official().styles
    assert typography.not_followed == ""


def test_margins_and_the_grid_are_those_of_the_base() -> None:
    def edit(word: WordDocument) -> None:
        page = word.sections[0]
        page.left_margin, page.gutter = Mm(20), Mm(10)
        (grid,) = page._sectPr.iter(qn("w:docGrid"))
        grid.set(qn("w:type"), "linesAndChars")
        grid.set(qn("w:linePitch"), "600")
        grid.set(qn("w:charSpace"), "-2048")

    typography = typography_of(base(edit))
    portrait, landscape = typography.page_setup.portrait, typography.page_setup.landscape
    assert portrait.left == pytest.approx(30 / 25.4 * 1440, abs=2)
    assert (landscape.top, landscape.bottom) == (portrait.left, portrait.right)
    assert portrait.pitch == 600
    body = typography.styles[Style.BODY]
    assert body.condensed == official().styles[Style.BODY].condensed - 0.5


def test_faces_sizes_and_weights_are_those_of_the_styles() -> None:
    def edit(word: WordDocument) -> None:
        style = word.styles["一级标题"]
        style.font.size, style.font.bold = Pt(18), True
        style.element.rPr.rFonts.set(qn("w:eastAsia"), "华文中宋")
        style.paragraph_format.alignment = 1

    style = typography_of(base(edit)).styles[Style.HEADING_1]
    assert (style.font, style.size, style.align) == ("华文中宋" + BOLD, 18, Align.CENTER)


def test_a_style_takes_over_what_it_does_not_say_itself() -> None:
    sheet = (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:eastAsiaTheme="minorEastAsia" w:asciiTheme="minorHAnsi"/><w:sz w:val="21"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:styleId="a"><w:rPr><w:b/><w:sz w:val="30"/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>'
        '<w:style w:styleId="ring"><w:basedOn w:val="ring"/></w:style></w:styles>'
    )
    styles = StyleSheet.parsed(sheet.encode(), THEME)
    child = styles.properties("b")
    assert child.text("w:rPr/w:sz", "val") == "30"
    assert styles.properties("a").is_on("w:rPr/w:b")
    assert not child.is_on("w:rPr/w:b")
    assert (child.font("eastAsia"), child.font("ascii")) == ("SimSun", "Arial")
    assert styles.properties("ring").text("w:rPr/w:sz", "val") == "21"


def test_what_our_pages_leave_out_is_said_in_one_sentence() -> None:
    sentence = typography_of(office_base()).not_followed
    assert sentence.startswith("本单位版式文件里的信头、页眉只写进 Word 文稿")
    assert sentence.count("。") == 1


def test_a_base_without_footers_gets_the_page_numbers_of_the_standard() -> None:
    content = packed(whole(), base(without_feet))
    assert footers(content) == ["— 1 —"] * 4
    word = docx.Document(BytesIO(content))
    assert word.settings.odd_and_even_pages_header_footer
    assert {name for name in NUMBERS if name in word.styles} == set(NUMBERS)
    portrait, landscape = (each.footer._element for each in word.sections)
    assert portrait.find(f".//{qn('w:textDirection')}") is None
    assert landscape.find(f".//{qn('w:textDirection')}") is not None


def test_empty_feet_as_word_leaves_them_are_none() -> None:
    def edit(word: WordDocument) -> None:
        without_feet(word)
        word.sections[0].footer.is_linked_to_previous = False

    assert footers(packed(whole(), base(edit))) == ["— 1 —"] * 4


def test_a_head_stays_on_even_pages_when_numbers_tell_them_apart() -> None:
    def edit(word: WordDocument) -> None:
        without_feet(word)
        word.sections[0].header.paragraphs[0].text = "内部材料"

    page = docx.Document(BytesIO(packed(whole(), base(edit)))).sections[0]
    assert page.even_page_header.paragraphs[0].text == "内部材料"


def test_footers_of_the_bases_own_stay_as_they_are() -> None:
    def edit(word: WordDocument) -> None:
        without_feet(word)
        word.sections[0].footer.paragraphs[0].text = "河湾街道总工会办公室印"

    content = base(edit)
    assert footers(packed(whole(), content))[0] == "河湾街道总工会办公室印"
    assert "页脚" in typography_of(content).not_followed


def test_a_first_page_apart_has_its_number_too() -> None:
    def edit(word: WordDocument) -> None:
        without_feet(word)
        word.sections[0]._sectPr.insert(2, OxmlElement("w:titlePg"))

    page = docx.Document(BytesIO(packed(whole(), base(edit)))).sections[0]
    assert shown(page.first_page_footer._element) == "— 1 —"
