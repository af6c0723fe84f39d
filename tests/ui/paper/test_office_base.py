"""Our own pages on an office's own base."""

from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from tests.support.offices import office_base
from tests.support.papers import of, whole
from tests.support.rendered import printed
from tests.ui.support.paper_pages import measure, texts
from tests.ui.support.printed_lines import LATIN
from ui.paper import Fonts
from ui.paper.pdf import write
from unionapp.layout import BOLD
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import Document, Paragraph, Run
from unionapp.writers import docx
from unionapp.writers.docx import typography_of

SENTENCE = "各级工会组织围绕中心任务服务职工群众推动各项工作再上新台阶"
MILLIMETRE = 72 / 25.4


def smaller(word: WordDocument) -> None:
    """A5, narrow margins, a body in 14 pt; nothing above the title and no heads."""
    page = word.sections[0]
    page.page_width, page.page_height = Mm(148), Mm(210)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(20)
    page.different_first_page_header_footer = False
    page.header.is_linked_to_previous = True
    word.styles["公文正文"].font.size = Pt(14)
    for paragraph in word.paragraphs:
        word.element.body.remove(paragraph._p)


def laid_out(document: Document, base: bytes) -> Pages:
    return Layout(measure, typography_of(base)).lay_out(document)


def long() -> Document:
    return of(*(Paragraph((Run(SENTENCE * 12),)) for _ in range(4)))


def test_pages_margins_and_sizes_are_those_of_the_base() -> None:
    first, *_ = laid_out(long(), office_base(smaller)).pages
    assert (round(first.width / MILLIMETRE), round(first.height / MILLIMETRE)) == (148, 210)
    assert min(line.x for line in first.lines) == pytest.approx(20 * MILLIMETRE, abs=0.1)
    assert {piece.size for line in first.lines for piece in line.line.pieces} == {14}


def test_a_wide_table_turns_the_page_of_the_base() -> None:
    pages = laid_out(whole(), office_base(smaller)).pages
    assert (round(pages[-1].width / MILLIMETRE), pages[-1].footer.turned) == (210, True)


@pytest.mark.usefixtures("qapp")
def test_pages_break_where_libreoffice_breaks_the_word_file_on_the_same_base(
    tmp_path: Path,
) -> None:
    base, path = office_base(smaller), tmp_path / "paper.docx"
    path.write_bytes(docx.packed(long(), base))
    theirs = printed([path], tmp_path)["paper"]
    ours = Layout(Fonts(LATIN).measure, typography_of(base)).lay_out(long()).pages
    assert len(ours) > 2
    assert [texts(page)[0] for page in ours] == [page.body[0].text for page in theirs]
    assert [page.number.text for page in theirs] == [f"— {n} —" for n in range(1, len(ours) + 1)]


@pytest.mark.usefixtures("qapp")
def test_a_bold_style_is_drawn_bold() -> None:
    fonts = Fonts()
    assert not fonts.font("黑体").source.bold
    assert fonts.font("黑体" + BOLD).source.bold


@pytest.mark.usefixtures("qapp")
def test_the_pdf_is_set_on_the_base() -> None:
    content = write.packed(long(), office_base(smaller))
    assert content.startswith(b"%PDF")
    assert b"/MediaBox [0 0 420" in content or b"/MediaBox [0 0 419" in content
