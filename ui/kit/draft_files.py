"""Drafts as files: asking where, reading one from a colleague, writing one for a colleague."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.kit.dialogs import file_dialog

_SUFFIX = "ghzj"
_KINDS = f"草稿文件 (*.{_SUFFIX})"


def ask_for_draft(parent: QWidget, chosen: Callable[[Path], object]) -> None:
    """Let the person choose a draft's file."""
    file_dialog(parent, "打开草稿文件", chosen, kinds=_KINDS).open()


def ask_where_to(parent: QWidget, name: str, chosen: Callable[[Path], object]) -> None:
    """Let the person choose where a draft's file is to go; `name` is offered."""
    from unionapp.writers import file_name

    dialog = file_dialog(parent, "导出为文件", chosen, kinds=_KINDS)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(_SUFFIX)
    dialog.selectFile(f"{file_name(name)}.{_SUFFIX}")
    dialog.open()
