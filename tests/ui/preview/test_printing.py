"""Printing: the same pages, the range that was chosen, and a printer that can't."""

import gc
import re
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.support.papers import of, whole
from tests.support.patience import PATIENCE
from ui.paper import Fonts
from ui.paper.missing_fonts import about_missing_fonts, missing_characters, missing_fonts
from ui.preview import show_preview
from ui.preview.printing import (
    chosen_pages,
    made_ready,
    print_in_steps,
    print_pages,
    too_near_the_edge,
)
from ui.preview.window import PreviewWindow
from ui.runtime import StoppedError
from unionapp.errors import WritingError
from unionapp.layout.pages import Layout, Pages
from unionapp.paper import Paragraph, Run

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def fonts() -> Fonts:
    return Fonts()


@pytest.fixture
def paper(fonts: Fonts) -> Pages:
    return Layout(fonts.measure).lay_out(whole())


def into(path: Path, paper: Pages) -> QPrinter:
    printer = made_ready(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def passing(_label: str) -> None:
    """What printing tells of its steps, to nobody."""


def sizes(path: Path) -> list[str]:
    run = subprocess.run(
        ["pdfinfo", "-l", "9", path], check=True, capture_output=True, timeout=PATIENCE
    )
    return re.findall(r"^Page.*size: +(\d+ x \d+) pts", run.stdout.decode(), re.MULTILINE)


def test_all_pages_are_printed_each_with_its_turn(tmp_path: Path, paper: Pages) -> None:
    print_pages(into(tmp_path / "out.pdf", paper), paper, passing)
    assert sizes(tmp_path / "out.pdf") == ["595 x 842"] * 3 + ["842 x 595"]


def test_only_the_chosen_pages_are_printed(tmp_path: Path, paper: Pages) -> None:
    printer = into(tmp_path / "out.pdf", paper)
    printer.setFromTo(3, 4)
    print_pages(printer, paper, passing)
    assert sizes(tmp_path / "out.pdf") == ["595 x 842", "842 x 595"]


def test_each_page_is_told_as_it_is_printed(tmp_path: Path, paper: Pages) -> None:
    told: list[str] = []
    print_pages(into(tmp_path / "out.pdf", paper), paper, told.append)
    assert told == [f"正在打印第{page}页（{page}/4）…" for page in range(1, 5)]


def test_what_is_cancelled_ends_after_the_page_that_is_being_printed(
    tmp_path: Path, paper: Pages
) -> None:
    printer = into(tmp_path / "out.pdf", paper)

    def cancel_at_the_third(label: str) -> None:
        if "3/4" in label:
            raise StoppedError

    with pytest.raises(StoppedError):
        print_pages(printer, paper, cancel_at_the_third)
    assert len(sizes(tmp_path / "out.pdf")) == 2


def test_printing_leaves_the_window_free_and_its_button_resting(
    qtbot: QtBot, tmp_path: Path, paper: Pages
) -> None:
    button = QPushButton("打印…")
    qtbot.addWidget(button)
    print_in_steps(button, into(tmp_path / "out.pdf", paper), paper)
    assert not button.isEnabled()
    qtbot.waitUntil(button.isEnabled)
    assert len(sizes(tmp_path / "out.pdf")) == 4


def test_the_last_page_comes_first_when_that_is_asked(tmp_path: Path, paper: Pages) -> None:
    printer = into(tmp_path / "out.pdf", paper)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert [page.number for page in chosen_pages(printer, paper)] == [4, 3, 2, 1]


def test_the_printer_measures_from_the_edge_of_the_sheet(tmp_path: Path, paper: Pages) -> None:
    printer = into(tmp_path / "out.pdf", paper)
    assert printer.fullPage()
    assert printer.docName() == paper.title


def test_a_printer_that_does_not_take_the_paper_is_told(paper: Pages) -> None:
    printer = made_ready(paper)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("/nowhere/at/all/out.pdf")
    with pytest.raises(WritingError, match="打印机"):
        print_pages(printer, paper, passing)


def layout(margin: float) -> QPageLayout:
    margins = QMarginsF(margin, margin, margin, margin)
    size = QPageSize(QPageSize.PageSizeId.A4)
    upright = QPageLayout.Orientation.Portrait
    return QPageLayout(size, upright, margins, QPageLayout.Unit.Point, margins)


def test_an_office_printer_prints_near_enough_to_the_edge(paper: Pages) -> None:
    assert too_near_the_edge(layout(margin=12), paper) == ""


def test_a_printer_that_leaves_too_wide_an_edge_is_told_in_one_sentence(paper: Pages) -> None:
    sentence = too_near_the_edge(layout(margin=85), paper)
    assert "30毫米" in sentence
    assert sentence.endswith("。")


def test_the_official_faces_that_are_missing_are_named_with_their_use() -> None:
    sentence = about_missing_fonts()
    for font in missing_fonts():
        assert font in sentence
    assert bool(sentence) == bool(missing_fonts())


def test_a_character_that_no_font_has_is_listed_with_its_place(fonts: Fonts) -> None:
    document = of(Paragraph((Run("慰问\U000e0fff同志。"),)))
    (missing,) = missing_characters(Layout(fonts.measure).lay_out(document), fonts)
    assert (missing.character, missing.page) == ("\U000e0fff", 1)
    assert "第1页" in str(missing)


def test_rare_characters_of_names_are_found_in_other_fonts(fonts: Fonts) -> None:
    document = of(Paragraph((Run("𠮷䶮同志。"),)))
    assert missing_characters(Layout(fonts.measure).lay_out(document), fonts) == ()


def test_the_preview_stays_before_its_window_and_goes_with_it(qtbot: QtBot) -> None:
    parent = QWidget()
    parent.show()
    show_preview(parent, whole())
    gc.collect()  # whatever nobody keeps is gone now
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PreviewWindow)
    parent.deleteLater()
    qtbot.waitUntil(lambda: not isValid(dialog))
