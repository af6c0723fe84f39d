"""The papers that were just written, and the ways to open them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from ui.kit import open_path, push_button, theme


class WrittenPapers(QWidget):
    """Where they are, and a row a paper: its name, and a button that opens it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setSpacing(theme.INSIDE // 2)
        self._files: tuple[Path, ...] = ()

    @property
    def files(self) -> tuple[Path, ...]:
        """The files shown."""
        return self._files

    def clear(self) -> None:
        """Show no paper."""
        self._files = ()
        self.setFocusProxy(None)  # type: ignore[arg-type]
        while (item := self._grid.takeAt(0)) is not None:
            item.widget().deleteLater()

    def show_files(self, files: Sequence[Path], edition: str) -> None:
        """Show these papers of an edition instead of the ones before."""
        self.clear()
        self._files = tuple(files)
        if not files:
            return
        folder = _opener("打开文件夹", files[0].parent, "")
        self._add(f"✓ {edition}已写出到 {files[0].parent}", folder)
        for file in files:
            self._add(f"✓ {file.name}", _opener("打开文件", file, file.name))
        self.setFocusProxy(folder)

    def _add(self, words: str, button: QPushButton) -> None:
        row = self._grid.rowCount()
        for column, widget in enumerate((_told(words), button)):
            self._grid.addWidget(widget, row, column)
            widget.show()  # at once, for only what is shown takes the focus


def _told(words: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    theme.set_tone(label, theme.Tone.DONE)
    return label


def _opener(text: str, path: Path, name: str) -> QPushButton:
    button = push_button(text, lambda: open_path(path))
    button.setAccessibleName(f"{text}{name}")
    return button
