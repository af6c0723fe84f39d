"""Our own PDF beside LibreOffice's of the Word document: the same lines on the same pages."""

import importlib.resources
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

import resources
from tests.support.long_papers import long_paper
from tests.support.papers import of, whole
from tests.support.places import CASES
from tests.support.rendered import printed
from tests.ui.support.printed_lines import LATIN, differences, pages_of
from ui.paper import Fonts
from ui.paper.pdf import write
from unionapp.draft import Draft, changed
from unionapp.figures import figures
from unionapp.importing import answers
from unionapp.layout import Typography, official
from unionapp.layout.pages import Layout
from unionapp.paper import Document, Paragraph, Run, Title, compose, title_lines
from unionapp.writers import docx

# The lines of our pages and of LibreOffice's, by the name of the paper.
Papers = dict[str, tuple[list[list[str]], list[list[str]]]]

PRINTED = ("factory-filled", "school", "subdistrict")
SCHOOL = "红星区育才小学工会委员会"
LONG = ("long-1", "long-2", "long-3")


def of_case(name: str) -> Document:
    given = answers.load(CASES / f"{name}.toml")
    return compose(figures(changed(Draft(given.template), given.changes)))


def as_libreoffice_reads_it() -> Typography:
    """The typography of the base file, with marks that hang only where LibreOffice lets them.

    LibreOffice 7.4 reads `w:overflowPunct` the wrong way round: a 1 forbids what it should allow.
    """
    base = importlib.resources.files(resources).joinpath("word", "base.docx").read_bytes()
    with zipfile.ZipFile(BytesIO(base)) as parts:
        forbidden = b'<w:overflowPunct w:val="1"/>' in parts.read("word/styles.xml")
    styles = {
        each: replace(style, hanging=not forbidden) for each, style in official().styles.items()
    }
    return replace(official(), styles=styles)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    write.application()
    ours, theirs = tmp_path_factory.mktemp("ours"), tmp_path_factory.mktemp("theirs")
    documents = {name: of_case(name) for name in PRINTED}
    documents |= {name: long_paper(int(name[-1])) for name in LONG}
    documents["whole"] = whole()
    title = title_lines(f"{SCHOOL}2026年度工作总结", SCHOOL)
    documents["title"] = of(Title(title), Paragraph((Run("本年度工作总结如下。"),)))
    for name, document in documents.items():
        (theirs / f"{name}.docx").write_bytes(docx.packed(document))
        fonts = Fonts(LATIN)
        paper = Layout(fonts.measure, as_libreoffice_reads_it()).lay_out(document)
        (ours / f"{name}.pdf").write_bytes(write.content(paper, fonts))
    printed([theirs / f"{name}.docx" for name in documents], theirs)
    return {
        name: (pages_of(ours / f"{name}.pdf"), pages_of(theirs / f"{name}.pdf"))
        for name in documents
    }


def test_lines_break_where_libreoffice_breaks_them(
    papers: Papers,
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {name: differences(ours, theirs) for name, (ours, theirs) in papers.items()}
    lines = sum(len(page) for _, theirs in papers.values() for page in theirs)
    different = sum(map(len, found.values()))
    with capsys.disabled():
        print(f"\n{lines - different} of {lines} lines as in LibreOffice", end="")
        print(f" ({1 - different / lines:.2%})")
        for name, each in found.items():
            for difference in each:
                print(f"  {name}: {difference}")
    assert lines > 1000
    assert different / lines <= 0.02


@pytest.mark.parametrize("name", [*PRINTED, *LONG, "whole"])
def test_every_page_begins_with_the_line_with_which_libreoffice_begins_it(
    papers: Papers, name: str
) -> None:
    ours, theirs = papers[name]
    assert [page[0] for page in ours] == [page[0] for page in theirs]
    assert len(ours) >= 2


def test_a_title_that_fills_a_line_breaks_between_words_in_both(papers: Papers) -> None:
    for pages in papers["title"]:
        assert pages[0][:2] == [SCHOOL, "2026年度工作总结"]
