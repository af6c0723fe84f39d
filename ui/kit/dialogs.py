"""The dialog for files, and where it begins: always in a folder that is there.

Qt takes the last part of one that is missing for the name of a file.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from unionapp.system import is_folder


def documents() -> Path:
    """The person's documents, or their home where there is no such folder."""
    kinds = QStandardPaths.StandardLocation
    found = Path(QStandardPaths.writableLocation(kinds.DocumentsLocation))
    return found if is_folder(found) else Path.home()


def nearest(wished: str) -> str:
    """The folder, or the nearest one above it that is there."""
    path = Path(wished.strip() or documents())
    return str(next((each for each in (path, *path.parents) if is_folder(each)), documents()))


def file_dialog(
    parent: QWidget,
    title: str,
    chosen: Callable[[Path], object],
    *,
    kinds: str = "",
    folder: Path | None = None,
) -> QFileDialog:
    """A dialog, not yet open, for one file or folder; it goes when it is over.

    Args:
        parent: Any widget of the window that it stands before.
        title: What is asked for.
        chosen: What follows when the person has chosen.
        kinds: The files that are offered, as Qt writes them.
        folder: Where it begins; the documents when left out.
    """
    dialog = QFileDialog(parent.window(), title, nearest(str(folder or "")), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
