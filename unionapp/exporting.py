"""The papers of a draft, written into a folder: composed once, so that both say the same."""

import re
from pathlib import Path

from unionapp.compose import compose
from unionapp.derive import Figures
from unionapp.errors import WritingError, reason_of

# What Windows allows in no file name; an ideographic dash can stand in any.
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_STAND_IN = "－"
_LONGEST = 72
"""Characters of a name; with three bytes each and its ending it stays below a disk's 255."""


def export(figures: Figures, folder: Path, *, docx: bool, xlsx: bool) -> tuple[Path, ...]:
    """Write the summary (DOCX), the attachments (XLSX) or both; returns the files written.

    The folder is made when it is not there. Each file is replaced whole or left as it was.

    Raises:
        WritingError: The folder can't be made, or a file can't be written.
    """
    document = compose(figures)
    name = file_name(document.title)
    _make(folder)
    written: list[Path] = []
    if docx:
        from unionapp.writers import docx as word

        written.append(folder / f"{name}.docx")
        word.write(document, written[-1])
    if xlsx:
        from unionapp.writers import xlsx as excel

        written.append(folder / f"{name}附件.xlsx")
        excel.write(document, written[-1])
    return tuple(written)


def file_name(title: str) -> str:
    """The title as the name of a file, without its ending, that every system takes."""
    name = _FORBIDDEN.sub(_STAND_IN, title)[:_LONGEST]
    return name.strip(" .") or "年度工作总结"


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WritingError(
            f"不能建立文件夹“{folder}”（{reason_of(error)}），请换一个位置再写出。"
        ) from error
