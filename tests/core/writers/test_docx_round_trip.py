"""What a Word document keeps besides its text, and what of it LibreOffice leaves when it saves."""

import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from lxml import etree

from tests.support.offices import office_base
from tests.support.papers import TITLE, UNIT, whole, write_docx
from tests.support.rendered import converted
from unionapp.paper import Document, Heading, Origin, Paragraph, Run
from unionapp.writers.docx.write import packed

REPORT = "{urn:unionapp:report}"
ORIGIN = Origin("subdistrict", 3, "a1b2c3d4e5f6")
USER = "zhangsan-on-this-machine"


def paper() -> Document:
    return replace(whole(), origin=ORIGIN)


def parts(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        return {name: archive.read(name) for name in archive.namelist()}


def report_in(path: Path) -> etree._Element:
    (found,) = [each for each in parts(path).values() if b"<report" in each]
    return etree.fromstring(found)


def custom_properties(path: Path) -> dict[str, str]:
    root = etree.fromstring(parts(path)["docProps/custom.xml"])
    return {str(each.get("name")): "".join(map(str, each.itertext())) for each in root}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_docx(paper(), tmp_path / "总结.docx")
    return tmp_path / "总结.docx"


def test_the_custom_part_names_the_draft_and_the_template(path: Path) -> None:
    report = report_in(path)
    assert report.tag == f"{REPORT}report"
    assert (report.get("draft"), report.get("template"), report.get("version")) == (
        "a1b2c3d4e5f6",
        "subdistrict",
        "3",
    )
    assert (report.get("title"), report.get("unit"), report.get("year")) == (TITLE, UNIT, "2025")


def test_it_keeps_the_text_of_each_item_under_the_bookmark_of_its_heading(path: Path) -> None:
    _, item = report_in(path).iter(f"{REPORT}item")
    assert (item.get("anchor"), item.get("bookmark")) == ("migrants", "gh_s_migrants")
    (text,) = item.iter(f"{REPORT}paragraph")
    assert "".join(map(str, text.itertext())) == "农民工入会36002人。"


def test_it_says_which_figure_stands_at_which_bookmark(path: Path) -> None:
    (figure,) = report_in(path).iter(f"{REPORT}figure")
    assert (figure.get("indicator"), figure.get("bookmark")) == (
        "migrant_members",
        "gh_f_migrant_members",
    )
    assert figure.text == "36002人"


def test_the_ids_stand_again_among_the_properties(path: Path) -> None:
    assert custom_properties(path) == {
        "gh_draft": "a1b2c3d4e5f6",
        "gh_template": "subdistrict",
        "gh_template_version": "3",
    }


def test_a_paper_of_no_draft_names_none(tmp_path: Path) -> None:
    write_docx(replace(paper(), origin=Origin("school", 1)), tmp_path / "总结.docx")
    assert set(custom_properties(tmp_path / "总结.docx")) == {"gh_template", "gh_template_version"}


def test_marks_and_brackets_come_back_from_the_custom_part_as_they_were(tmp_path: Path) -> None:
    text = '<完成>&"95%"'
    document = replace(paper(), blocks=(Paragraph((Run("甲\x00"), Run(text, "a")), "x"),))
    write_docx(document, tmp_path / "总结.docx")
    (figure,) = report_in(tmp_path / "总结.docx").iter(f"{REPORT}figure")
    assert figure.text == text


def test_no_part_names_the_user_of_the_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "HOME"):
        monkeypatch.setenv(name, USER)
    write_docx(paper(), tmp_path / "总结.docx")
    texts = parts(tmp_path / "总结.docx").values()
    assert not [text for text in texts if USER.encode() in text or b"python" in text.lower()]


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Papers as written, and as LibreOffice saved them after opening."""
    folder = tmp_path_factory.mktemp("returned")
    paths = {name: folder / f"{name}.docx" for name in ("own", "office")}
    write_docx(paper(), paths["own"])
    write_docx(paper(), paths["office"], office_base())
    saved = converted(list(paths.values()), "docx", folder / "saved")
    return dict(zip(paths, zip(paths.values(), saved, strict=True), strict=True))


@pytest.fixture(params=["own", "office"])
def pair(
    request: pytest.FixtureRequest, returned: dict[str, tuple[Path, Path]]
) -> tuple[Path, Path]:
    return returned[request.param]


def styled_text(word: WordDocument) -> list[tuple[str, str]]:
    return [(each.style.name, each.text) for each in word.paragraphs if each.style and each.text]


def cells(word: WordDocument) -> Iterator[str]:
    for table in word.tables:
        for row in table.rows:
            yield from (cell.text for cell in row.cells)


def bookmarks(word: WordDocument) -> dict[str, tuple[str, str]]:
    """What stands before and after the beginning of each bookmark of ours in its paragraph."""
    starts = word.element.iter(qn("w:bookmarkStart"))
    return {
        name: (_text(reversed([*start.itersiblings(preceding=True)])), _text(start.itersiblings()))
        for start in starts
        if (name := str(start.get(qn("w:name")))).startswith("gh_")
    }


def _text(siblings: Iterable[etree._Element]) -> str:
    return "".join(str(each.text) for sibling in siblings for each in sibling.iter(qn("w:t")))


def test_libreoffice_keeps_every_text_in_its_style(pair: tuple[Path, Path]) -> None:
    before, after = (docx.Document(str(path)) for path in pair)
    assert styled_text(after) == styled_text(before)
    assert list(cells(after)) == list(cells(before))


def test_libreoffice_keeps_every_bookmark_in_its_paragraph(pair: tuple[Path, Path]) -> None:
    before, after = (docx.Document(str(path)) for path in pair)
    assert len(bookmarks(before)) == 7
    assert bookmarks(after) == bookmarks(before)


def test_libreoffice_keeps_the_ids(pair: tuple[Path, Path]) -> None:
    _, after = pair
    kept = custom_properties(after)
    assert (kept["gh_draft"], kept["gh_template"]) == ("a1b2c3d4e5f6", "subdistrict")
    assert report_in(after).get("draft") == "a1b2c3d4e5f6"


def test_a_paper_that_libreoffice_saved_serves_as_a_base(pair: tuple[Path, Path]) -> None:
    before, after = pair
    again = docx.Document(BytesIO(packed(paper(), after.read_bytes())))
    assert styled_text(again) == styled_text(docx.Document(str(before)))


def test_two_hundred_sections_make_a_paper(tmp_path: Path) -> None:
    blocks = [
        block
        for number in range(200)
        for block in (Heading(1, f"{number}、", "章", f"s{number}"), Paragraph((Run("文。"),), "i"))
    ]
    write_docx(replace(paper(), blocks=tuple(blocks)), tmp_path / "总结.docx")
    assert len(docx.Document(str(tmp_path / "总结.docx")).paragraphs) == 400
    assert len(list(report_in(tmp_path / "总结.docx").iter(f"{REPORT}item"))) == 200
