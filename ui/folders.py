"""Where a dialog for files begins: always in a folder that is there.

Qt takes the last part of one that is missing for the name of a file.
"""

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def documents() -> Path:
    """The person's documents, or their home where there is no such folder."""
    kinds = QStandardPaths.StandardLocation
    found = Path(QStandardPaths.writableLocation(kinds.DocumentsLocation))
    return found if found.is_dir() else Path.home()


def nearest(wished: str) -> str:
    """The folder, or the nearest one above it that is there."""
    path = Path(wished.strip() or documents())
    return str(next((each for each in (path, *path.parents) if each.is_dir()), documents()))
