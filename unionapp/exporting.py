"""A paper written into a folder: one document, so that all its files say the same."""

import re
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from unionapp.document import Document
from unionapp.editions import Paper
from unionapp.errors import WritingError, reason_of
from unionapp.writers.files import Finished, put_all
from unionapp.writers.office_file import read_office_file

# What Windows allows in no file name; an ideographic dash can stand in any.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|(?:COM|LPT)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE
)
"""What Windows takes for a device, whatever follows after a point."""

_STAND_IN = "－"
_LONGEST = 216
"""Bytes of a name; with the edition and its ending it stays below a disk's 255."""


class Form(StrEnum):
    """What a paper is written as; the string is what its file ends in."""

    DOCX = ".docx"
    PDF = ".pdf"
    XLSX = "附件.xlsx"


Drawn: TypeAlias = Callable[[Document, bytes | None], bytes]
"""Draws a paper, on an office's own base if there is one, as the bytes of a .pdf.

This needs Qt, so whoever asks for it brings it along.
"""


def export(
    paper: Paper,
    folder: Path,
    *,
    docx: bool,
    xlsx: bool,
    base: Path | None = None,
    pdf: Drawn | None = None,
) -> tuple[Path, ...]:
    """Write the summary (DOCX, PDF) and the attachments (XLSX), as asked; returns the files.

    The folder is made when it is not there. All files are replaced whole, or none of them is.
    `base` is an office's own .docx, whose look the summary and its PDF take.

    Raises:
        WritingError: The folder can't be made, a file can't be written or the base not be used.
    """
    contents = _contents(paper.document, docx=docx, xlsx=xlsx, base=base, pdf=pdf)
    files = [Finished(path_of(paper, folder, form), content) for form, content in contents]
    return put_into(folder, files)


def _contents(
    document: Document,
    *,
    docx: bool,
    xlsx: bool,
    base: Path | None,
    pdf: Drawn | None,
) -> Iterator[tuple[Form, bytes]]:
    look = read_office_file(base) if base and (docx or pdf) else None
    if docx:
        from unionapp.writers import docx as word

        yield Form.DOCX, word.packed(document, look)
    if xlsx:
        from unionapp.writers import xlsx as excel

        yield Form.XLSX, excel.packed(document)
    if pdf:
        yield Form.PDF, pdf(document, look)


def path_of(paper: Paper, folder: Path, form: Form) -> Path:
    """Where a paper goes in a folder."""
    return folder / f"{file_name(paper.document.title)}{paper.edition.suffix}{form}"


def put_into(folder: Path, files: Sequence[Finished]) -> tuple[Path, ...]:
    """Put files that belong together into a folder: all of them or none; returns where they are.

    Raises:
        WritingError: The folder can't be made, or a file can't be written.
    """
    _make(folder)
    put_all(files)
    return tuple(file.path for file in files)


def file_name(title: str) -> str:
    """The title as the name of a file, without its ending, that every system takes."""
    name = _FORBIDDEN.sub(_STAND_IN, title).encode()[:_LONGEST].decode(errors="ignore")
    name = name.strip(" .") or "年度工作总结"
    return _STAND_IN + name if _RESERVED.match(name) else name


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(
            f"不能建立文件夹“{folder}”（{reason_of(error)}），请换一个位置再出稿。"
        ) from error
