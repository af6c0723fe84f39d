"""Drafts as files: asking where, reading one from a colleague, writing one for a colleague."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.folders import documents

_SUFFIX = "ghzj"
_KINDS = f"草稿文件 (*.{_SUFFIX})"


def ask_for_draft(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Let the person choose a draft's file."""
    dialog = _dialog(parent, "打开草稿文件", chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()


def ask_where_to(parent: QWidget, name: str, chosen: Callable[[Path], object]) -> None:
    """Let the person choose where a draft's file is to go; `name` is offered."""
    from unionapp.exporting import file_name

    dialog = _dialog(parent, "导出为文件", chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_SUFFIX)
    dialog.selectFile(f"{file_name(name)}.{_SUFFIX}")
    dialog.open()


def _dialog(parent: QWidget, title: str, chosen: Callable[[Path], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(documents()), _KINDS)
    dialog.fileSelected.connect(lambda path: chosen(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    return dialog
