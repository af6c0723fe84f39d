"""A paper written into a folder: one document, so that all its files say the same."""

import re
from collections.abc import Callable, Collection, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias, assert_never

from unionapp.errors import WritingError, reason_of
from unionapp.paper import Document, Paper
from unionapp.system import FileContent, put_all
from unionapp.writers.docx import read_office_file

# What Windows allows in no file name; an ideographic dash can stand in any.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')

# What Windows takes for a device, whatever follows after a point.
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CLOCK\$|(?:COM|LPT)[0-9¹²³])(?= *(?:\.|$))", re.IGNORECASE
)

_STAND_IN = "－"

# Bytes of a name; with the edition and its ending it stays below a disk's 255.
_LONGEST = 216


class Form(StrEnum):
    """What a paper is written as; the string is what its file ends in."""

    DOCX = ".docx"
    PDF = ".pdf"
    XLSX = "附件.xlsx"


# What an office's own base has a say in.
_WITH_A_LOOK = frozenset({Form.DOCX, Form.PDF})

# Draws a paper, on an office's own base if there is one, as the bytes of a .pdf. This needs Qt, so
# whoever asks for it brings it along.
Drawn: TypeAlias = Callable[[Document, bytes | None], bytes]


def export(
    paper: Paper,
    folder: Path,
    forms: Collection[Form],
    *,
    base: Path | None = None,
    draw: Drawn | None = None,
) -> tuple[Path, ...]:
    """Write a paper in some forms; returns the files, in the order of the forms.

    The folder is made when it is not there. All files are replaced whole, or none of them is.
    `base` is an office's own .docx, whose look the summary and its PDF take; a PDF needs `draw`.

    Raises:
        WritingError: The folder can't be made, a file can't be written or the base not be used.
    """
    look = read_office_file(base) if base and _WITH_A_LOOK.intersection(forms) else None
    files = [
        FileContent(path_of(paper, folder, form), content(paper.document, form, look, draw))
        for form in forms
    ]
    return put_into(folder, files)


def content(document: Document, form: Form, base: bytes | None, draw: Drawn | None) -> bytes:
    """The bytes of a paper in one form; what writes it is loaded only now.

    Raises:
        WritingError: The base can't be used, or there is nothing that draws a PDF.
    """
    match form:
        case Form.DOCX:
            from unionapp.writers.docx import write as docx

            return docx.packed(document, base)
        case Form.XLSX:
            from unionapp.writers.xlsx import write as xlsx

            return xlsx.packed(document)
        case Form.PDF:
            return _drawing(draw)(document, base)
        case _:
            assert_never(form)


def _drawing(draw: Drawn | None) -> Drawn:
    if draw is None:
        raise WritingError("这样启动的程序不能写 PDF，请用 unionapp-cli 命令，或在窗口里出稿。")
    return draw


def path_of(paper: Paper, folder: Path, form: Form) -> Path:
    """Where a paper goes in a folder."""
    return folder / f"{file_name(paper.document.title)}{paper.edition.suffix}{form}"


def put_into(folder: Path, files: Sequence[FileContent]) -> tuple[Path, ...]:
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
