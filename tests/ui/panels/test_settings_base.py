"""The office's own base that is chosen in 设置."""

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from pytestqt.qtbot import QtBot

from tests.support.offices import LETTERHEAD, office_base, without_styles
from tests.support.samples import WHO, filled
from ui.pages.output_job import Order, write
from ui.panels.settings_base import BaseSettings
from ui.paper import choose_base, chosen_base, chosen_typography
from unionapp.errors import WritingError
from unionapp.layout import official
from unionapp.paper import Edition
from unionapp.system import settings
from unionapp.writers import FileFormat
from unionapp.writers.docx import typography_of


@pytest.fixture
def part(qtbot: QtBot) -> BaseSettings:
    widget = BaseSettings()
    qtbot.addWidget(widget)
    return widget


def saved(folder: Path, content: bytes) -> Path:
    file = folder / "版式.docx"
    file.write_bytes(content)
    return file


def test_a_chosen_base_is_named_and_kept(part: BaseSettings, qtbot: QtBot, tmp_path: Path) -> None:
    file = saved(tmp_path, office_base())
    with qtbot.waitSignal(part.changed):
        part.choose(file)
    assert "版式.docx" in part.words.text()
    assert chosen_base() == file.read_bytes()
    assert chosen_typography() == typography_of(file.read_bytes())
    assert part.official_button.isEnabled()


def test_the_official_layout_comes_back(part: BaseSettings, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(part.changed):
        part.choose(saved(tmp_path, office_base()))
    part.official_button.click()
    assert chosen_base() is None
    assert chosen_typography() is official()
    assert "公文格式" in part.words.text()


def test_a_base_that_lacks_styles_is_refused_and_nothing_changes(
    part: BaseSettings, qtbot: QtBot, tmp_path: Path
) -> None:
    part.choose(saved(tmp_path, office_base(without_styles("表头"))))
    qtbot.waitUntil(lambda: bool(part.message.text()))
    assert "缺少样式“表头”" in part.message.text()
    assert settings.load().paper_base == ""


def test_a_base_that_is_gone_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = saved(tmp_path, office_base())
    choose_base(file)
    file.unlink()
    with pytest.raises(WritingError, match=r"版式文件.*读不出来"):
        chosen_typography()


def test_papers_are_written_on_the_chosen_base(tmp_path: Path) -> None:
    choose_base(saved(tmp_path, office_base()))
    order = Order(Edition.REPORT, (FileFormat.DOCX,), tmp_path / "out", "", ())
    (paper,) = write(filled(**WHO, found="118"), order, lambda _words: None).files
    assert docx.Document(str(paper)).paragraphs[0].text == LETTERHEAD


def test_a_base_without_letterhead_leaves_nothing_to_tell(tmp_path: Path) -> None:
    def strip(word: WordDocument) -> None:
        page = word.sections[0]
        page.different_first_page_header_footer = False
        page.header.is_linked_to_previous = page.first_page_header.is_linked_to_previous = True
        for paragraph in word.paragraphs:
            word.element.body.remove(paragraph._p)

    choose_base(saved(tmp_path, office_base(strip)))
    assert chosen_typography().not_followed == ""
