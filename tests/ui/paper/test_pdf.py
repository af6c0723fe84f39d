"""The PDF: what it shows, what copies out of it, and that it is written whole or not at all."""

import os
import re
import subprocess
import sys
from pathlib import Path
from threading import Thread

import pytest
from PySide6.QtGui import QPainter, QPixmap
from pytestqt.qtbot import QtBot

from tests.support.long_papers import long_paper
from tests.support.offices import office_base
from tests.support.papers import TITLE, UNIT, companies, of, whole
from tests.support.patience import PATIENCE
from tests.support.places import CASES
from tests.support.samples import planted
from ui.command_line import main
from ui.paper.pdf import write as pdf
from ui.paper.pdf.update import text_string
from unionapp.paper import Block, Document, Edition, Heading, Paragraph, Run, Table, paper_of
from unionapp.system import data_folder, log
from unionapp.writers.docx import typography_of

pytestmark = pytest.mark.usefixtures("qapp")


def written(folder: Path, *blocks: Block) -> Path:
    return write(folder, of(*blocks))


def write(folder: Path, document: Document) -> Path:
    path = folder / "paper.pdf"
    path.write_bytes(pdf.packed(document))
    return path


def told_by(program: str, *arguments: str | Path) -> str:
    command = [program, *map(str, arguments)]
    run = subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)
    assert run.stderr == b""
    return run.stdout.decode()


def copied(path: Path) -> str:
    """The text of a PDF as it is copied out, without the spaces that show the air in a line."""
    text = told_by("pdftotext", "-raw", "-enc", "UTF-8", path, "-")
    return "".join(text.split())


def plain(text: str) -> str:
    return "".join(text.split())


def objects_of(path: Path) -> dict[int, bytes]:
    """The objects of a PDF; a later one takes the place of an earlier."""
    found = re.findall(rb"(\d+) 0 obj\n(.*?)endobj", path.read_bytes(), re.DOTALL)
    return {int(number): body for number, body in found}


def referred(objects: dict[int, bytes], body: bytes, key: bytes) -> bytes:
    found = re.search(rb"/" + re.escape(key) + rb" ?(\d+) 0 R", body)
    assert found
    return objects[int(found[1])]


def test_copied_text_is_that_of_the_document(tmp_path: Path) -> None:
    document = long_paper(1)
    text = copied(write(tmp_path, document))
    pieces = [plain(block.text) for block in document.blocks if isinstance(block, Paragraph)]
    for number in range(1, 40):
        text = text.replace(f"—{number}—", "", 1)
    assert [piece for piece in pieces if piece not in text] == []


@pytest.mark.parametrize(
    "text",
    ["工作色车见长门风立足", "䶮𠮷", "“约36002人”——95.53％", "℃①Ⅱ·", "Ａ、ABC", "〔2025〕12号"],
)
def test_characters_copy_out_as_they_were_written(tmp_path: Path, text: str) -> None:
    assert copied(written(tmp_path, Paragraph((Run(text),)))) == plain(text) + "—1—"


def test_fonts_are_embedded(tmp_path: Path) -> None:
    rows = told_by("pdffonts", write(tmp_path, whole())).splitlines()[2:]
    assert len(rows) >= 2
    assert all(row.split()[-5] == "yes" for row in rows)


def test_the_title_and_the_union_are_noted(tmp_path: Path) -> None:
    told = told_by("pdfinfo", write(tmp_path, whole()))
    assert f"Title:           {TITLE}" in told
    assert f"Author:          {UNIT}" in told


def test_headings_are_bookmarks_in_their_order_and_depth(tmp_path: Path) -> None:
    objects = objects_of(write(tmp_path, whole()))
    catalogue = next(body for body in objects.values() if b"/Catalog" in body)
    outlines = referred(objects, catalogue, b"Outlines")
    first, last = referred(objects, outlines, b"First"), referred(objects, outlines, b"Last")
    assert text_string("一、推进组建和会员发展") in first
    assert text_string("（一）农民工入会") in referred(objects, first, b"First")
    assert text_string("附件2 职工文体活动情况表") in last
    assert b"842.000000 595.000000" in referred(objects, last, b"Dest [")


def test_a_heading_whose_level_above_is_missing_is_a_bookmark_too(tmp_path: Path) -> None:
    path = written(tmp_path, Heading(3, "1.", "走访", "a"), Heading(1, "一、", "组建", "b"))
    told_by("pdfinfo", path)
    assert text_string("1.走访") in path.read_bytes()


def test_pages_have_the_size_and_turn_of_the_layout(tmp_path: Path) -> None:
    told = told_by("pdfinfo", "-l", "9", write(tmp_path, whole()))
    sizes = re.findall(r"^Page.*size: +(\d+ x \d+) pts", told, re.MULTILINE)
    assert sizes == ["595 x 842"] * 3 + ["842 x 595"]


def test_it_is_drawn_off_the_thread_of_the_window(tmp_path: Path, qtbot: QtBot) -> None:
    thread = Thread(target=write, args=(tmp_path, whole()))
    thread.start()
    qtbot.waitUntil(lambda: not thread.is_alive())
    assert "河湾街道总工会" in copied(tmp_path / "paper.pdf")


def test_a_paper_without_a_block_is_a_page(tmp_path: Path) -> None:
    assert copied(written(tmp_path)) == "—1—"


def test_a_paper_of_200_sections_and_one_of_many_rows_are_written(tmp_path: Path) -> None:
    sections = [Heading(1, f"{n}、", "推进组建", f"s{n}") for n in range(200)]
    assert copied(written(tmp_path, *sections)).count("推进组建") == 200
    table: Table = companies(1000)
    assert copied(written(tmp_path, table)).count("机械有限公司") == 1000


def test_the_command_line_writes_it_without_a_display(tmp_path: Path) -> None:
    case = CASES / "school.toml"
    command = [
        sys.executable,
        "-m",
        "ui.command_line",
        "export",
        str(case),
        "--to",
        str(tmp_path),
        "--pdf",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE, env=no_display())
    (path,) = tmp_path.glob("*.pdf")
    assert [each for each in tmp_path.iterdir() if each.is_file()] == [path]
    assert "城东初级中学工会" in copied(path)


def test_what_qt_complains_of_is_noted_and_not_printed_on_the_command_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def complain(*_: object) -> bytes:
        QPainter().begin(QPixmap())
        return b""

    monkeypatch.setattr("ui.paper.draw", complain)
    assert main(["export", str(CASES / "school.toml"), "--to", str(tmp_path), "--pdf"]) == 0
    assert capfd.readouterr().err == ""
    assert "QtWarningMsg QPainter::begin" in (data_folder() / log.NAME).read_text("utf-8")


def test_the_command_line_tells_what_of_an_offices_own_base_a_pdf_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    base, source = tmp_path / "版式.docx", CASES / "school.toml"
    base.write_bytes(office_base())
    arguments = ("export", str(source), "--to", str(tmp_path / "out"), "--base", str(base))
    lacks = typography_of(base.read_bytes()).not_followed
    assert "信头" in lacks
    assert main([*arguments, "--pdf"]) == 0
    assert lacks in capsys.readouterr().err.splitlines()
    assert main([*arguments, "--docx"]) == 0
    assert lacks not in capsys.readouterr().err


def no_display() -> dict[str, str]:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_no_part_of_a_public_paper_holds_what_was_planted_everywhere(tmp_path: Path) -> None:
    path = write(tmp_path, paper_of(planted(), Edition.PUBLIC).document)
    told = copied(path) + "".join(told_by("pdfinfo", path).split())
    told += "".join(body.decode("utf-16-be", "ignore") for body in objects_of(path).values())
    assert "139********00" in told
    assert "志远" not in told
    assert not re.search("139.?0013.?8000", told)
