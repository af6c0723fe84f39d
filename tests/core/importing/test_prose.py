"""The text of papers that others wrote: what a reader sees, in its order."""

import re
from pathlib import Path

import pytest

from tests.core.reading.scoring import PAPERS
from tests.hostile.archives import archived
from unionapp.errors import ProseError
from unionapp.importing import prose, read_prose
from unionapp.importing.prose import prose_of

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def document(body: str, **parts: str) -> bytes:
    """A Word document of this body, and of these parts beside it."""
    rooms = {
        f"word/{name}.xml": f"<w:{name.rstrip('0123456789')} {WORD}>{content}</w:x>".replace(
            "</w:x>", f"</w:{name.rstrip('0123456789')}>"
        )
        for name, content in parts.items()
    }
    whole = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return archived({"word/document.xml": whole, **rooms})


def read(body: str, **parts: str) -> list[str]:
    return prose_of(document(body, **parts), "总结.docx").split("\n")


def test_the_papers_of_offices_have_their_text() -> None:
    for path in sorted(PAPERS.glob("*.docx")):
        lines = set(_lines(prose_of(path.read_bytes(), path.name)))
        lost = set(_lines(path.with_suffix(".txt").read_text(encoding="utf-8"))) - lines
        # What Word numbers by itself has no number in its text.
        numbered = {each for each in lost if any(line and line in each for line in lines)}
        assert lost == numbered, path.name


def _lines(text: str) -> list[str]:
    """The lines without the places at which notes are called, which a pasted text may lack."""
    plain = (re.sub(r"\[[0-9]\] ?", "", line).strip() for line in text.split("\n"))
    return [line for line in plain if line]


def test_a_table_stands_where_it_is_met_its_cells_parted_by_tabs() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr>{}</w:tc>"
    table = (
        "<w:tbl><w:tr>"
        + cell.format('<w:gridSpan w:val="2"/>', paragraph("合计"))
        + cell.format("", paragraph("30") + paragraph("人"))
        + "</w:tr></w:tbl>"
    )
    assert read(paragraph("前") + table + paragraph("后")) == ["前", "合计\t\t30 人", "后"]


def test_changes_are_taken_as_accepted() -> None:
    changed = (
        "<w:p><w:r><w:t>会员</w:t></w:r><w:del><w:r><w:delText>100</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>120</w:t></w:r></w:ins><w:r><w:t>人</w:t></w:r></w:p>"
    )
    run = "<w:r><w:t>{}</w:t></w:r>".format
    moved = f"<w:moveFrom>{run('旧处')}</w:moveFrom><w:moveTo>{run('新处')}</w:moveTo>"
    joined = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('上')}</w:p>{paragraph('下')}"
    row = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('删')}</w:tc></w:tr>"
    body = f"{changed}<w:p>{moved}</w:p>{joined}<w:tbl>{row}</w:tbl>"
    assert read(body) == ["会员120人", "新处", "上下"]


def test_hidden_text_is_none() -> None:
    run = "<w:r><w:rPr><w:vanish{}/></w:rPr><w:t>{}</w:t></w:r>".format
    shown = "".join(run(f' w:val="{off}"', "人") for off in ("0", "false"))
    rest = "<w:r><w:t>120</w:t></w:r>"
    hidden = run("", "77") + rest + run(' w:val="1"', "88") + shown
    assert read(f"<w:p>{hidden}</w:p>") == ["120人人"]
    mark = "<w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr>"
    assert read(f"<w:p>{mark}{rest}</w:p>") == ["120"]


def test_what_a_drawing_says_stands_behind_its_paragraph() -> None:
    shape = "<txBody><p><r><t>图7</t></r></p></txBody>"
    body = f"<w:p><w:r><w:t>慰问</w:t>{shape}<w:t>120人</w:t></w:r></w:p>"
    assert read(body) == ["慰问120人", "图7"]


def test_namespaces_may_be_called_otherwise() -> None:
    hidden = "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>正文</w:t></w:r>"
    body = f'<w:p>{hidden}<w:r><w:footnoteReference w:id="7"/></w:r></w:p>'
    notes = f'<w:footnotes {WORD}><w:footnote w:id="7">{paragraph("注")}</w:footnote></w:footnotes>'
    whole = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    parts = {"word/document.xml": whole, "word/footnotes.xml": notes}
    other = {
        name: part.replace("w:", "doc:").replace(":w=", ":doc=") for name, part in parts.items()
    }
    assert prose_of(archived(other), "总结.docx") == "正文[1]\n[1] 注"


def test_the_document_is_found_by_a_path_that_goes_round() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    parts = {
        "_rels/.rels": f'<R><Relationship Type="{kind}" Target="./word/../word/body.xml"/></R>',
        "word/body.xml": f"<w:document {WORD}><w:body>{paragraph('正文')}</w:body></w:document>",
    }
    assert prose_of(archived(parts), "总结.docx") == "正文"


def test_headers_notes_and_text_boxes_are_read_and_what_is_drawn_twice_once() -> None:
    box = f"<w:txbxContent>{paragraph('框')}</w:txbxContent>"
    twice = f"<mc><Choice>{box}</Choice><Fallback>{box}</Fallback></mc>"
    body = (
        f'<w:p><w:r><w:t>正文</w:t>{twice}<w:footnoteReference w:id="7"/></w:r></w:p>'
        "<w:p><w:r><w:instrText>PAGE</w:instrText><w:t>末</w:t></w:r></w:p>"
    )
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("线")}</w:footnote>'
        f'<w:footnote w:id="7">{paragraph("注")}</w:footnote>'
    )
    found = read(body, header1=paragraph("眉"), header2=paragraph("眉"), footnotes=notes)
    assert found == ["眉", "正文[1]", "框", "末", "[1] 注"]


def test_a_file_of_text_is_read_in_the_letters_of_its_office() -> None:
    for codec in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        assert prose_of("会员12人\r\n好".encode(codec), "总结.txt") == "会员12人\n好"


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "总结.doc", "老的 .doc"),
        (b"no archive", "总结.docx", "不是完好的 Word 文档"),
        (archived({"xl/workbook.xml": "<a/>"}), "表.docx", "不是 Word 文档"),
        (archived({"word/document.xml": "<a>"}), "总结.docx", "不是完好的 Word 文档"),
        (bytes(range(128, 256)), "总结.txt", "文字编码"),
    ],
)
def test_what_is_no_paper_is_refused_in_one_sentence(content: bytes, name: str, said: str) -> None:
    with pytest.raises(ProseError, match=said) as refused:
        prose_of(content, name)
    assert str(refused.value).endswith("。")


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("会员12人。", "总结"),
        ("会员12人。", "总结.TXT"),
        ("会员12人。", "2025年总结（第1.2稿）"),
        ("会员12人。", "总结.定稿"),
        ("2025年，建会12家，AAA级3家。", "summary"),
        ("", "空"),
        ("<会员>12人", "总结.txt"),
    ],
)
def test_what_is_prose_is_read_whatever_it_is_called(words: str, name: str) -> None:
    assert prose_of(words.encode(), name) == words


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ('<xsd:schema xmlns:xsd="x">会员</xsd:schema>', "表.xsd"),
        ("会员12人。", "表.csv"),
        ("会员12人。", "网页.html"),
        ("会员12人。", "答案.toml"),
        ("<?xml version='1.0'?><会员/>", "总结.txt"),
        ("\ufeff  <!DOCTYPE html><p>会员12人。", "总结.txt"),
        ("%PDF-1.7 会员", "总结.txt"),
        ("{\\rtf1 会员", "总结"),
        ("<a>hello world</a>", "schema"),
        ("int main(void) { return 0; } /* 会员 */", "main"),
    ],
)
def test_what_is_no_paper_in_name_and_content_is_refused(words: str, name: str) -> None:
    with pytest.raises(ProseError, match=r"不是文稿.{0,9}请选 \.docx 或 \.txt 文件。"):
        prose_of(words.encode(), name)


def test_more_text_than_anybody_writes_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prose, "MOST_CHARACTERS", 3)
    for content, name in (
        (document(paragraph("四个字的")), "总结.docx"),
        ("四个字的".encode(), "总结.txt"),
    ):
        with pytest.raises(ProseError, match="太大"):
            prose_of(content, name)


def test_a_file_is_read_apart(tmp_path: Path) -> None:
    path = tmp_path / "总结.docx"
    path.write_bytes(document(paragraph("会员12人")))
    assert read_prose(path) == "会员12人"
    with pytest.raises(ProseError, match="打不开"):
        read_prose(tmp_path / "没有.docx")
