"""Files and folders: asking for them, and opening them in the system's own programs.

A dialog begins in a folder that is there: Qt takes the last part of one that is missing for the
name of a file.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from ui.runtime import show_message
from unionapp.system import is_folder

if TYPE_CHECKING:
    from unionapp.system.worker import Reader

_DRAFT_SUFFIX = "ghzj"
_DRAFTS = f"草稿文件 (*.{_DRAFT_SUFFIX})"


def documents() -> Path:
    """Return the person's documents, or their home where there is no such folder."""
    kinds = QStandardPaths.StandardLocation
    found = Path(QStandardPaths.writableLocation(kinds.DocumentsLocation))
    return found if is_folder(found) else Path.home()


def nearest(wished: str) -> str:
    """Return a folder, or the nearest one above it that is there."""
    path = Path(wished.strip() or documents())
    return str(next((each for each in (path, *path.parents) if is_folder(each)), documents()))


def file_dialog(
    parent: QWidget,
    title: str,
    chosen: Callable[[Path], object],
    *,
    kinds: str = "",
    folder: Path | None = None,
    reader: "Reader[Any] | None" = None,
) -> QFileDialog:
    """Return a dialog, not yet open, that asks for one file or folder and goes when it is over.

    Args:
        parent: Any widget of the window that it stands before.
        title: What is asked for.
        chosen: What follows when the person has chosen.
        kinds: The files that are offered, as Qt writes them.
        folder: Where it begins; the documents when left out.
        reader: What reads such a file: its process starts while the person chooses.
    """
    dialog = QFileDialog(parent.window(), title, nearest(str(folder or "")), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    if reader is not None:
        _make_ready(reader, dialog)
    return dialog


def _make_ready(reader: "Reader[Any]", dialog: QFileDialog) -> None:
    from unionapp.system.worker import dismiss, make_ready

    make_ready(reader)
    dialog.rejected.connect(dismiss)


def ask_for_draft(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Ask for the file of a draft."""
    from unionapp.storage.sessions import exchange

    reader = exchange.DRAFT_FILES
    file_dialog(parent, "打开草稿文件", chosen, kinds=_DRAFTS, reader=reader).open()


def ask_where_to(parent: QWidget, name: str, chosen: Callable[[Path], object]) -> None:
    """Ask where the file of a draft is to go, and offer this name for it."""
    dialog = file_dialog(parent, "导出为文件", chosen, kinds=_DRAFTS)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_DRAFT_SUFFIX)
    dialog.selectFile(f"{name}.{_DRAFT_SUFFIX}")
    dialog.open()


def open_path(path: Path) -> None:
    """Open a file or folder in the system's own program; when there is none, say so."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        sentence = f"系统没有打开“{path}”，请在文件管理器里找到它再打开。"
        show_message(QApplication.activeWindow(), sentence)
