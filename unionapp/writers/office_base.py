"""An office's own .docx, on which papers are set.

The room that knows Word is entered only when there is one.
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from unionapp.layout import Typography


def read_office_file(path: Path) -> bytes:
    """Return the content of an office's own base.

    Raises:
        WritingError: It can't be read.
    """
    from unionapp.writers import docx

    return docx.read_office_file(path)


def typography_of(base: bytes) -> "Typography":
    """Return the pages and styles of an office's own base.

    Raises:
        WritingError: The base is no sound Word document, or lacks styles.
    """
    from unionapp.writers import docx

    return docx.typography_of(base)
