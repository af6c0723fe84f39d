"""Where the papers go, and what they will be called there."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui import look
from ui.buttons import push_button
from ui.folders import documents, nearest
from unionapp import settings
from unionapp.editions import Paper
from unionapp.exporting import Form, path_of


class PaperPlace(QWidget):
    """A folder to write or to choose, and the names of the files below it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = QLineEdit(_usual_folder())
        self.entry.setAccessibleName("文稿存放的文件夹")
        self.entry.setMinimumHeight(look.ENTRY_HEIGHT)
        self.entry.textChanged.connect(self.changed)
        self._names = QLabel(wordWrap=True)
        self._names.setAlignment(Qt.AlignmentFlag.AlignTop)
        look.set_size(self._names, look.HINT_SIZE)
        look.set_tone(self._names, look.Tone.HINT)
        row = QHBoxLayout()
        row.setSpacing(look.INSIDE)
        row.addWidget(QLabel("放在"))
        row.addWidget(self.entry, 1)
        row.addWidget(push_button("浏览…", self._choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.INSIDE)
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
        """Tell what the files will be called, and which are there already."""
        told = "\n".join(self._told(paper, forms))
        missing = len(Form) - len(forms)  # whatever is ticked, what stands below keeps its place
        self._names.setText(told + "\n" * missing)

    def _told(self, paper: Paper, forms: Sequence[Form]) -> Iterator[str]:
        for form in forms:
            path = path_of(paper, self.folder or Path(), form)
            yield f"{path.name}　（将替换已有的同名文件）" if path.exists() else path.name

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "文稿放在哪里", nearest(self.entry.text()))
        if chosen:
            self.entry.setText(chosen)


def _usual_folder() -> str:
    """The folder used last, or the person's documents."""
    return settings.load().export_folder or str(documents())
