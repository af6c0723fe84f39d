"""Where the papers go, and what they will be called there."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.kit import documents, nearest, push_button, theme
from ui.runtime import log_error, run_quietly
from unionapp.paper import Paper
from unionapp.system import is_there, settings
from unionapp.writers import Form, path_of

_PAUSE = 300
"""Milliseconds without a key after which a folder that is typed is looked into."""


class PaperPlace(QWidget):
    """A folder to write or to choose, and the names of the files below it.

    The folder may be a share that takes long to answer, so it is looked into beside the work.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = QLineEdit(_usual_folder())
        self.entry.setAccessibleName("文稿存放的文件夹")
        self.entry.setMinimumHeight(theme.ENTRY_HEIGHT)
        self.entry.textChanged.connect(self.changed)
        self._files: tuple[Path, ...] = ()
        self._there: frozenset[Path] = frozenset()
        self._typing = QTimer(self, singleShot=True)
        self._typing.timeout.connect(self._look)
        self._names = QLabel(wordWrap=True)
        self._names.setAlignment(Qt.AlignmentFlag.AlignTop)
        theme.set_size(self._names, theme.HINT_SIZE)
        theme.set_tone(self._names, theme.Tone.HINT)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        row.addWidget(QLabel("放在"))
        row.addWidget(self.entry, 1)
        row.addWidget(push_button("浏览…", self._choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.INSIDE)
        column.addLayout(row)
        column.addWidget(self._names)

    @property
    def folder(self) -> Path | None:
        """The folder, if one is named."""
        typed = self.entry.text().strip()
        return Path(typed) if typed else None

    @property
    def names(self) -> str:
        """What the files will be called."""
        return self._names.text().rstrip("\n")

    def show_names(self, paper: Paper, forms: Sequence[Form]) -> None:
        """Tell what the files will be called and, a moment later, which are there already."""
        self._files = tuple(path_of(paper, self.folder or Path(), form) for form in forms)
        self._tell()
        self._typing.start(_PAUSE if self.entry.hasFocus() else 0)

    def _tell(self) -> None:
        missing = len(Form) - len(self._files)  # whatever is ticked, what is below keeps its place
        self._names.setText("\n".join(self._told()) + "\n" * missing)

    def _told(self) -> Iterator[str]:
        for path in self._files:
            yield f"{path.name}　（将替换已有的同名文件）" if path in self._there else path.name

    def _look(self) -> None:
        files = self._files
        run_quietly(self, partial(_those_there, files), partial(self._show_there, files), log_error)

    def _show_there(self, files: Sequence[Path], there: frozenset[Path]) -> None:
        """Mark what was found, unless something else has been typed meanwhile."""
        if files == self._files:
            self._there = there
            self._tell()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "文稿放在哪里", nearest(self.entry.text()))
        if chosen:
            self.entry.setText(chosen)


def _those_there(files: Sequence[Path]) -> frozenset[Path]:
    return frozenset(path for path in files if is_there(path))


def _usual_folder() -> str:
    """The folder used last, or the person's documents."""
    return settings.load().export_folder or str(documents())
