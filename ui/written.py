"""The papers that were just written, and the ways to open them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui import look
from ui.buttons import push_button
from ui.opening import open_path


class WrittenPapers(QWidget):
    """One row a paper: where it is, and a button that opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._files: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files shown."""
        return self._files

    def clear(self) -> None:
        """Show no paper."""
        self._files = ()
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()

    def show_files(self, files: Sequence[Path]) -> None:
        """Show these papers instead of the ones before."""
        self.clear()
        self._files = tuple(files)
        for row, file in enumerate(files):
            self._grid.addWidget(_place(file), row, 0)
            self._grid.addWidget(_opener("打开文件", file, file.name), row, 1)
        if files:
            folder = files[0].parent
            self._grid.addWidget(_opener("打开文件夹", folder, ""), 0, 2)


def _place(file: Path) -> QLabel:
    label = QLabel(f"✓ 已写出：{file}", wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    look.set_tone(label, look.Tone.DONE)
    return label


def _opener(text: str, path: Path, name: str) -> QPushButton:
    button = push_button(text, lambda: open_path(path))
    button.setAccessibleName(f"{text}{name}")
    return button
