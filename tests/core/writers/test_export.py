from pathlib import Path

import pytest

from tests.support.samples import WHO, filled
from unionapp.errors import WritingError
from unionapp.paper import Edition, paper_of
from unionapp.writers import FileFormat, export, file_name, finished

PAPER = paper_of(filled(**WHO, found="118"))


def test_the_papers_are_named_after_the_title_of_the_summary(tmp_path: Path) -> None:
    files = export(PAPER, tmp_path / "new" / "folder", [FileFormat.DOCX, FileFormat.XLSX]).files
    names = ["红星厂工会2022年度工作总结.docx", "红星厂工会2022年度工作总结附件.xlsx"]
    assert [file.name for file in files] == names
    assert all(file.stat().st_size for file in files)


def test_only_what_was_asked_for_is_written(tmp_path: Path) -> None:
    export(PAPER, tmp_path, [FileFormat.XLSX])
    assert [file.suffix for file in tmp_path.iterdir()] == [".xlsx"]


def test_a_name_that_no_disk_takes_is_made_fit(tmp_path: Path) -> None:
    paper = paper_of(filled(unit='甲/乙:"丙"厂*工会', year="2022"))
    (file,) = export(paper, tmp_path, [FileFormat.DOCX]).files
    assert file.name == "甲－乙－－丙－厂－工会2022年度工作总结.docx"


@pytest.mark.parametrize("character", "长𠮷")
def test_a_very_long_name_still_fits_a_disk(tmp_path: Path, character: str) -> None:
    paper = paper_of(filled(unit=character * 300, year="2022"), Edition.PUBLIC)
    files = export(paper, tmp_path, [FileFormat.DOCX, FileFormat.XLSX]).files
    assert all(len(file.name.encode()) < 255 for file in files)


@pytest.mark.parametrize("title", ["", "...", "  . "])
def test_a_title_of_nothing_still_gives_a_name(title: str) -> None:
    assert file_name(title) == "年度工作总结"


def test_a_folder_that_cannot_be_made_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    with pytest.raises(WritingError, match=r"不能建立文件夹“.*”（.*），请换一个位置再出稿。"):
        export(PAPER, tmp_path / "file" / "folder", [FileFormat.DOCX, FileFormat.XLSX])
    assert (tmp_path / "file").read_text() == "kept"


def test_a_form_that_nobody_here_can_draw_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(WritingError, match="不能写 PDF"):
        export(PAPER, tmp_path / "new", [FileFormat.DOCX, FileFormat.PDF])
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("file_format", FileFormat)
def test_every_format_has_a_content_of_its_own_kind(file_format: FileFormat) -> None:
    file = finished(PAPER, Path(), file_format, None, lambda _document, _base: b"%PDF")
    assert file.content.startswith(b"%PDF" if file_format is FileFormat.PDF else b"PK")
