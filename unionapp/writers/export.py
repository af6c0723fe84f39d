"""A paper written into a folder: one document, so that all its files say the same.

A further format is a row of the table of traits here, and a room of its own beside docx and xlsx.
Such a room is entered here, when the first file of its kind is written: the libraries that it needs
take longer to load than most commands take to run.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from unionapp.errors import WritingError, reason_of
from unionapp.paper import Document, Paper
from unionapp.storage import PaperRecord
from unionapp.system import DEVICE_NAME, FileContent, Kept, put_all
from unionapp.writers.office_base import read_office_file, typography_of

# What Windows allows in no file name; an ideographic dash can stand in any.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')

_STAND_IN = "－"

# Bytes of a name; with the edition and its ending it stays below a disk's 255.
_LONGEST = 216


# Draws a paper, on an office's own base if there is one, as the bytes of a .pdf. This needs Qt, so
# whoever asks for it brings it along.
DrawPdf: TypeAlias = Callable[[Document, bytes | None], bytes]


@dataclass(frozen=True, slots=True)
class Written:
    """The files that were written, in their order, and what stood there and is kept beside."""

    files: tuple[Path, ...]
    kept: tuple[Kept, ...] = ()


class FileFormat(StrEnum):
    """What a paper is written as; the string is what its file ends in."""

    DOCX = ".docx"
    PDF = ".pdf"
    XLSX = "附件.xlsx"

    @property
    def traits(self) -> "FormatTraits":
        """What tells it from the other formats."""
        return _TRAITS[self]


@dataclass(frozen=True, slots=True)
class FormatTraits:
    """What tells the formats of papers apart.

    Attributes:
        content: What of a paper such a file holds.
        kind: What people call such a file.
        is_usual: Whether it is written where nothing is asked for by name.
        takes_base: Whether an office's own base has a say in it.
        packed: Makes the bytes of a file, on an office's own base if there is one.
    """

    content: str
    kind: str
    is_usual: bool
    takes_base: bool
    packed: Callable[[Document, bytes | None, DrawPdf | None], bytes]


def _docx(document: Document, base: bytes | None, _draw: DrawPdf | None) -> bytes:
    from unionapp.writers import docx

    if base is not None:
        typography_of(base)  # nothing is set here on what was not tried
    return docx.packed(document, base)


def _pdf(document: Document, base: bytes | None, draw: DrawPdf | None) -> bytes:
    if draw is None:
        raise WritingError("这样启动的程序不能写 PDF，请用 unionapp-cli 命令，或在窗口里出稿。")
    return draw(document, base)


def _xlsx(document: Document, _base: bytes | None, _draw: DrawPdf | None) -> bytes:
    from unionapp.writers import xlsx

    return xlsx.packed(document)


_TRAITS: Mapping[FileFormat, FormatTraits] = {
    FileFormat.DOCX: FormatTraits(
        content="总结", kind="Word 文稿", is_usual=True, takes_base=True, packed=_docx
    ),
    FileFormat.PDF: FormatTraits(
        content="总结", kind="PDF 文件", is_usual=False, takes_base=True, packed=_pdf
    ),
    FileFormat.XLSX: FormatTraits(
        content="附件和统计表", kind="Excel 表格", is_usual=True, takes_base=False, packed=_xlsx
    ),
}


def sheets_of(document: Document) -> int:
    """Return how many sheets the spreadsheet of a paper has: statistics first, then the others."""
    attachments = sum(1 for _ in document.attachments)
    return 1 + bool(document.charts) + attachments + bool(document.explanations.rows)


def export(
    paper: Paper,
    folder: Path,
    formats: Collection[FileFormat],
    *,
    base: Path | None = None,
    draw: DrawPdf | None = None,
    record: PaperRecord | None = None,
) -> Written:
    """Write a paper in some formats, in their order.

    The folder is made when it is not there. All files are replaced whole, or none of them is.
    `base` is an office's own .docx, whose look the summary and its PDF take; a PDF needs `draw`.
    What `record` does not know as ours is kept beside, never written over.

    Raises:
        WritingError: The folder can't be made, a file can't be written or the base not be used.
    """
    takes_base = any(each.traits.takes_base for each in formats)
    read = read_office_file(base) if base and takes_base else None
    files = [finished(paper, folder, each, read, draw) for each in formats]
    return put_into(folder, files, record or PaperRecord())


def finished(
    paper: Paper,
    folder: Path,
    file_format: FileFormat,
    base: bytes | None,
    draw: DrawPdf | None,
) -> FileContent:
    """Return the file of a paper in one format, still to be put into its folder.

    Raises:
        WritingError: The base can't be used, or there is nothing that draws a PDF.
    """
    content = file_format.traits.packed(paper.document, base, draw)
    return FileContent(path_of(paper, folder, file_format), content)


def path_of(paper: Paper, folder: Path, file_format: FileFormat) -> Path:
    """Return where a paper goes in a folder."""
    return folder / f"{file_name(paper.document.title)}{paper.edition.suffix}{file_format}"


def put_into(folder: Path, files: Sequence[FileContent], record: PaperRecord) -> Written:
    """Put files that belong together into a folder, all of them or none.

    What stands there and is not as the record knows it was corrected, or is somebody else's: it is
    kept beside.

    Raises:
        WritingError: The folder can't be made, or a file can't be written.
    """
    make_folder(folder)
    known = record.knowing(files)
    record.note_coming(files)
    kept = put_all(known)
    record.note_written(files)
    return Written(tuple(file.path for file in files), kept)


def file_name(title: str) -> str:
    """Return the title as the name of a file, without its ending, that every system takes."""
    name = _FORBIDDEN.sub(_STAND_IN, title).encode()[:_LONGEST].decode(errors="ignore")
    name = name.strip(" .") or "年度工作总结"
    return _STAND_IN + name if DEVICE_NAME.match(name) else name


def make_folder(folder: Path) -> None:
    """Make a folder for files if it is not there, with those above it; raises `WritingError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(
            f"不能建立文件夹“{folder}”（{reason_of(error)}），请换一个位置再出稿。"
        ) from error
