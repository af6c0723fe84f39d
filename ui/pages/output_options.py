"""What is to be written: for whom, which papers, and into which folder."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.kit import Choice, Label, Line, Tick, documents, nearest, push_button
from ui.look import Colour, set_size, set_tone, tokens
from ui.runtime import log_error, run_quietly
from unionapp.paper import Edition, Paper
from unionapp.storage import WrittenPaper, standings
from unionapp.system import Standing, settings
from unionapp.writers import FileFormat, path_of

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_EDITIONS = (
    (Edition.REPORT, "上报稿（报给上级工会）"),
    (Edition.PUBLIC, "公示稿（遮住个人信息）"),
    (Edition.FILE, "存档稿（附检查结果和说明）"),
)

# What becomes of a file that stands where one will be written.
_FATES = {
    Standing.OURS: "　（将替换上次写出的）",
    Standing.OTHER: "　（已有的同名文件会改名保留）",
}

# Milliseconds without a key after which a folder that is typed is looked into.
_PAUSE = 300


class OutputOptions(QWidget):
    """A choice of one edition, and a box to tick for each form."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        kept = settings.load().paper_forms.split("|")
        self._forms = {each: _box(each, kept) for each in FileFormat}
        self._editions = {edition: Choice(text) for edition, text in _EDITIONS}
        self._editions[Edition.REPORT].setChecked(True)
        group = QButtonGroup(self)
        for radio in self._editions.values():
            radio.setAccessibleName(radio.text())
            radio.clicked.connect(self.changed)
            group.addButton(radio)
        for box in self._forms.values():
            box.clicked.connect(self.changed)
        self._row = QBoxLayout(_ACROSS, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(tokens.BETWEEN)
        self._halves = (
            _half("写给谁", self._editions.values()),
            _half("写出哪些", self._forms.values()),
        )
        for half in self._halves:
            self._row.addWidget(half, 1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two halves side by side where there is room for both."""
        super().resizeEvent(event)
        widths = [half.sizeHint().width() for half in self._halves]
        self.setMinimumWidth(max(widths))
        needed = sum(widths) + tokens.BETWEEN
        self._row.setDirection(_ACROSS if event.size().width() >= needed else _DOWN)

    @property
    def forms(self) -> tuple[FileFormat, ...]:
        """What is ticked."""
        return tuple(each for each, box in self._forms.items() if box.isChecked())

    @property
    def edition(self) -> Edition:
        """What is chosen."""
        return next(each for each, radio in self._editions.items() if radio.isChecked())

    @property
    def edition_name(self) -> str:
        """What the chosen edition is called, without whom it is for."""
        return self._editions[self.edition].text().partition("（")[0]


class OutputFolder(QWidget):
    """A folder to write or to choose, and the names of the files below it.

    The folder may be a share that takes long to answer, so it is looked into beside the work.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.entry = Line(text=_usual_folder())
        self.entry.setAccessibleName("文稿存放的文件夹")
        self.entry.setMinimumHeight(tokens.ENTRY_HEIGHT)
        self.entry.textChanged.connect(self.changed)
        self._files: tuple[Path, ...] = ()
        self._papers: tuple[WrittenPaper, ...] = ()
        self._standings: Mapping[Path, Standing] = {}
        self._typing = QTimer(self, singleShot=True)
        self._typing.timeout.connect(self._look)
        self._names = Label(wraps=True)
        self._names.setAlignment(Qt.AlignmentFlag.AlignTop)
        set_size(self._names, tokens.HINT_SIZE)
        set_tone(self._names, Colour.INK2)
        row = QHBoxLayout()
        row.setSpacing(tokens.INSIDE)
        row.addWidget(Label("放在"))
        row.addWidget(self.entry, 1)
        row.addWidget(push_button("浏览…", self._choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
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

    def show_names(
        self, paper: Paper, forms: Sequence[FileFormat], papers: tuple[WrittenPaper, ...]
    ) -> None:
        """Tell what the files will be called and, a moment later, what becomes of those there.

        Args:
            paper: What is to be written.
            forms: What it is to be written as.
            papers: What was written of the draft before.
        """
        self._papers = papers
        self._files = tuple(path_of(paper, self.folder or Path(), form) for form in forms)
        self._show_lines()
        self._typing.start(_PAUSE if self.entry.hasFocus() else 0)

    def look_again(self) -> None:
        """Tell a moment later what has become of the files meanwhile."""
        self._typing.start(0)

    def _show_lines(self) -> None:
        # Whatever is ticked, what is below keeps its place.
        missing = len(FileFormat) - len(self._files)
        self._names.setText("\n".join(self._name_lines()) + "\n" * missing)

    def _name_lines(self) -> Iterator[str]:
        for path in self._files:
            yield path.name + _FATES.get(self._standings.get(path, Standing.NOTHING), "")

    def _look(self) -> None:
        files, papers = self._files, self._papers
        look = partial(standings, files, papers)
        run_quietly(self, look, partial(self._show_standings, files), log_error)

    def _show_standings(self, files: Sequence[Path], found: Mapping[Path, Standing]) -> None:
        """Tell what was found, unless something else has been typed meanwhile."""
        if files == self._files:
            self._standings = found
            self._show_lines()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "文稿放在哪里", nearest(self.entry.text()))
        if chosen:
            self.entry.setText(chosen)


def _box(file_format: FileFormat, kept: Collection[str]) -> QCheckBox:
    """Return the box of a format, ticked as it was when something was; else the usual ones are."""
    traits = file_format.traits
    text = f"{traits.content}（{traits.kind}）"
    box = Tick(text)
    box.setChecked(file_format.value in kept if any(kept) else traits.is_usual)
    box.setAccessibleName(text)
    return box


def _half(name: str, parts: Iterable[QWidget]) -> QWidget:
    """Return a heading, and what can be chosen below it."""
    half = QWidget()
    column = QVBoxLayout(half)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(tokens.INSIDE)
    column.addWidget(_heading(name))
    for part in parts:
        column.addWidget(part)
    column.addStretch()
    return half


def _heading(text: str) -> Label:
    heading = Label(text)
    set_size(heading, tokens.CARD_TITLE_SIZE, bold=True)
    return heading


def _usual_folder() -> str:
    """Return the folder used last, or the person's documents."""
    return settings.load().export_folder or str(documents())
