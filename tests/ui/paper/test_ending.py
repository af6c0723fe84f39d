"""The signature never stands on a page without text, wherever on its page the text ends."""

from pathlib import Path

import docx
import pytest

from tests.support.papers import UNIT, of, write_docx
from tests.support.rendered import printed
from tests.ui.support.paper_pages import laid_out, texts
from unionapp.paper import AttachmentList, Block, Document, Heading, Paragraph, Run, Signature

SENTENCE = "各级工会组织围绕中心任务服务职工群众推动各项工作再上新台阶"
CLOSING = "新的一年里我们将再接再厉不负众望"
SIGNED = (
    AttachmentList(("新组建企业名单", "职工文体活动情况表")),
    Signature(UNIT, "2025年12月8日"),
)
LENGTHS = range(12, 24)

# The lines of each page.
Shown = list[list[str]]


def paragraph(lines: int, last: str = SENTENCE[:28]) -> Paragraph:
    """A paragraph of so many lines."""
    if lines == 1:
        return Paragraph((Run(last),))
    return Paragraph((Run(SENTENCE[:26] + SENTENCE[:28] * (lines - 2) + last),))


def ending(lines: int, closing: int) -> Document:
    """A paper whose text has so many lines, of which the closing paragraph takes so many."""
    blocks: list[Block] = [paragraph(lines - closing), paragraph(closing, CLOSING)]
    return of(*blocks, *SIGNED)


def ours(document: Document) -> Shown:
    return [texts(page) for page in laid_out(document).pages]


@pytest.fixture(scope="module")
def theirs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Shown]:
    """The pages of LibreOffice, by length and length of the closing paragraph."""
    folder = tmp_path_factory.mktemp("ending")
    names = {f"{lines}-{closing}": (lines, closing) for lines in LENGTHS for closing in (1, 2, 6)}
    for name, lengths in names.items():
        write_docx(ending(*lengths), folder / f"{name}.docx")
    pages = printed([folder / f"{name}.docx" for name in names], folder)
    return {
        name: [[line.text.replace(" ", "") for line in page.body] for page in pages[name]]
        for name in names
    }


def assert_signed_with_text(pages: Shown) -> None:
    last = pages[-1]
    assert last[-1] == "2025年12月8日"
    assert CLOSING in last


@pytest.mark.parametrize("closing", [1, 2, 3, 6])
def test_the_last_lines_of_the_text_go_over_with_the_signature(closing: int) -> None:
    numbers = set()
    for lines in range(12, 46):
        pages = ours(ending(lines, closing))
        assert_signed_with_text(pages)
        numbers.add(len(pages))
    assert numbers == {1, 2, 3}


def test_no_line_of_the_closing_paragraph_stands_alone_on_either_page() -> None:
    for lines in LENGTHS:
        pages = ours(ending(lines, 6))
        inside = [sum(text in CLOSING or text in SENTENCE[:28] for text in page) for page in pages]
        assert len(pages) == 1 or inside[-1] >= 2


def test_what_stays_behind_fills_its_page_but_for_what_went_over() -> None:
    first, last = ours(ending(19, 6))
    assert len(first) == 17
    assert len(last) == 2 + 2 + 2


def test_a_heading_goes_over_with_the_only_line_below_it() -> None:
    blocks = (paragraph(16), Heading(1, "一、", "下一年打算", "plan"), paragraph(1, CLOSING))
    _, last = ours(of(*blocks, *SIGNED))
    assert last[:2] == ["一、下一年打算", CLOSING]


def test_libreoffice_too_prints_the_signature_below_text(theirs: dict[str, Shown]) -> None:
    assert {len(pages) for pages in theirs.values()} == {1, 2}
    for pages in theirs.values():
        assert_signed_with_text(pages)


@pytest.mark.parametrize("closing", [1, 2])
@pytest.mark.parametrize("lines", LENGTHS)
def test_pages_end_where_libreoffice_ends_them(
    theirs: dict[str, Shown], lines: int, closing: int
) -> None:
    beginnings = [page[0] for page in ours(ending(lines, closing))]
    assert beginnings == [page[0] for page in theirs[f"{lines}-{closing}"]]


@pytest.mark.parametrize("lines", LENGTHS)
def test_of_a_long_closing_paragraph_libreoffice_takes_over_no_less(
    theirs: dict[str, Shown], lines: int
) -> None:
    """Word parts a paragraph that is kept with the next, LibreOffice never does."""
    pages = ours(ending(lines, 6))
    assert len(pages) == len(theirs[f"{lines}-6"])
    assert len(pages[-1]) <= len(theirs[f"{lines}-6"][-1])


def test_what_keeps_with_the_signature_is_the_end_of_the_text_alone(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    write_docx(ending(6, 3), path)
    kept = [each.paragraph_format.keep_with_next for each in docx.Document(str(path)).paragraphs]
    assert kept[:5] == [None, True, True, True, None]


@pytest.mark.parametrize("lines", [17, 20, 24, 30])
def test_no_heading_stays_behind_where_the_closing_paragraph_is_long(
    lines: int, tmp_path: Path
) -> None:
    heads = (
        Heading(1, "一、", "下一步工作打算", "s"),
        Heading(2, "（一）", "做实帮扶", "i"),
    )
    document = of(paragraph(14), *heads, paragraph(lines, CLOSING), *SIGNED)
    write_docx(document, tmp_path / "long.docx")
    theirs = [
        [line.text.replace(" ", "") for line in page.body]
        for page in printed([tmp_path / "long.docx"], tmp_path)["long"]
    ]
    for pages in (ours(document), theirs):
        assert [page for page in pages[:-1] if page[-1].startswith(("一、", "（一）"))] == []
