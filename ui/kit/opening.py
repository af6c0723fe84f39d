"""Files and folders opened by the system, in whatever program it has for them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from ui.runtime import tell


def open_path(path: Path) -> None:
    """Open a file or folder; when the system does not, say so."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        tell(QApplication.activeWindow(), f"系统没有打开“{path}”，请在文件管理器里找到它再打开。")
