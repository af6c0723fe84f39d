"""What is to be written: for whom, which papers, and into which folder."""

from collections.abc import Collection, Iterator, Mapping, Sequence
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
    QVBoxLayout,
    QWidget,
)

from ui.kit import Label, Line, Sheet, Tick, documents, hint_label, nearest, push_button
from ui.look import Colour, Icon, set_size, tokens
from ui.pages.file_name import FileName
from ui.pages.picks import Pick
from ui.runtime import log_error, run_quietly
from ui.words import say
from unionapp.paper import Edition, Paper
from unionapp.storage import WrittenPaper, standings
from unionapp.system import Standing, settings
from unionapp.writers import FileFormat, path_of

_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
_EDITIONS = {
    Edition.REPORT: (say("上报稿"), say("报给上级工会"), Icon.SEND),
    Edition.PUBLIC: (say("公示稿"), say("遮住个人信息"), Icon.NOTICE),
    Edition.FILE: (say("存档稿"), say("附检查结果和说明"), Icon.ARCHIVE),
}
# The icon of each form.
FORM_ICONS = {
    FileFormat.DOCX: Icon.DOC_WORD,
    FileFormat.PDF: Icon.DOC_PDF,
    FileFormat.XLSX: Icon.DOC_SHEET,
}

# What becomes of a file that stands where one will be written.
_FATES = {
    Standing.OURS: say("　（将替换上次写出的）"),
    Standing.OTHER: say("　（已有的同名文件会改名保留）"),
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
        self._sizes = {each: hint_label() for each in FileFormat}
        self._names = {each: _name() for each in FileFormat}
        self._editions = {each: Pick(*shown) for each, shown in _EDITIONS.items()}
        self._editions[Edition.REPORT].setChecked(True)
        group = QButtonGroup(self)
        for pick in self._editions.values():
            pick.clicked.connect(self.changed)
            group.addButton(pick)
        for box in self._forms.values():
            box.clicked.connect(self.changed)
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editions side by side where there is room for all."""
        super().resizeEvent(event)
        widths = [pick.sizeHint().width() for pick in self._editions.values()]
        needed = max(widths) * len(widths) + (len(widths) - 1) * tokens.INSIDE
        self._picks.setDirection(_ACROSS if event.size().width() >= needed else _DOWN)

    @property
    def forms(self) -> tuple[FileFormat, ...]:
        """What is ticked."""
        return tuple(each for each, box in self._forms.items() if box.isChecked())

    @property
    def edition(self) -> Edition:
        """What is chosen."""
        return next(each for each, pick in self._editions.items() if pick.isChecked())

    @property
    def edition_name(self) -> str:
        """What the chosen edition is called, without whom it is for."""
        return self._editions[self.edition].title

    def show_names(self, names: Mapping[FileFormat, str]) -> None:
        """Say beside each form that is ticked what its file will be called."""
        for form, label in self._names.items():
            label.show_name(names.get(form, ""))

    def show_sizes(self, sizes: Mapping[FileFormat, str]) -> None:
        """Say beside each form how much it is, where that is known."""
        for form, label in self._sizes.items():
            label.setText(sizes.get(form, ""))
            self._forms[form].setAccessibleDescription(sizes.get(form, ""))

    def _lay_out(self) -> None:
        self._picks = QBoxLayout(_ACROSS)
        self._picks.setSpacing(tokens.INSIDE)
        for pick in self._editions.values():
            self._picks.addWidget(pick, 1)
        sheet = Sheet()
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(tokens.INSIDE, 6, tokens.BETWEEN, 6)
        rows.setSpacing(0)
        for form, box in self._forms.items():
            row = QHBoxLayout()
            row.setSpacing(tokens.GROUP)
            row.addWidget(box)
            row.addWidget(self._names[form], 1)
            row.addWidget(self._sizes[form])
            rows.addLayout(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(heading(say("给谁")))
        column.addLayout(self._picks)
        column.addSpacing(tokens.HAIR)
        column.addWidget(heading(say("要哪些")))
        column.addWidget(sheet)


class OutputFolder(QWidget):
    """A folder to write or to choose, and what the files in it will be called.

    The folder may be a share that takes long to answer, so it is looked into beside the work.
    """

    changed = Signal()

    # What the file of each form will be called, and what becomes of one that is there.
    named = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.entry = Line(text=_usual_folder())
        self.entry.setAccessibleName(say("文稿存放的文件夹"))
        self.entry.textChanged.connect(self.changed)
        self._files: tuple[Path, ...] = ()
        self._forms: tuple[FileFormat, ...] = ()
        self._papers: tuple[WrittenPaper, ...] = ()
        self._standings: Mapping[Path, Standing] = {}
        self._typing = QTimer(self, singleShot=True)
        self._typing.timeout.connect(self._look)
        row = QHBoxLayout()
        row.setSpacing(tokens.INSIDE)
        row.addWidget(self.entry, 1)
        row.addWidget(push_button(say("换地方…"), self.choose))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(tokens.INSIDE)
        column.addWidget(heading(say("放在哪")))
        column.addLayout(row)

    @property
    def folder(self) -> Path | None:
        """The folder, if one is named."""
        typed = self.entry.text().strip()
        return Path(typed) if typed else None

    @property
    def names(self) -> str:
        """What the files will be called."""
        return "\n".join(self._name_lines())

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
        self._forms = tuple(forms)
        self._files = tuple(path_of(paper, self.folder or Path(), form) for form in forms)
        self._show_lines()
        self._typing.start(_PAUSE if self.entry.hasFocus() else 0)

    def look_again(self) -> None:
        """Tell a moment later what has become of the files meanwhile."""
        self._typing.start(0)

    def _show_lines(self) -> None:
        self.named.emit(dict(zip(self._forms, self._name_lines(), strict=True)))

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

    def choose(self) -> None:
        """Let the person choose another folder."""
        chosen = QFileDialog.getExistingDirectory(
            self, say("文稿放在哪里"), nearest(self.entry.text())
        )
        if chosen:
            self.entry.setText(chosen)


def _box(file_format: FileFormat, kept: Collection[str]) -> QCheckBox:
    """Return the box of a format, ticked as it was when something was; else the usual ones are."""
    traits = file_format.traits
    text = say("{content}（{kind}）", content=traits.content, kind=traits.kind)
    box = Tick(text, icon=FORM_ICONS[file_format])
    box.setChecked(file_format.value in kept if any(kept) else traits.is_usual)
    return box


def _name() -> FileName:
    label = FileName(tone=Colour.INK2)
    set_size(label, tokens.HINT_SIZE)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label


def heading(text: str) -> Label:
    """Return the heading of a part of the page."""
    label = Label(text)
    set_size(label, tokens.TEXT_SIZE, bold=True)
    return label


def _usual_folder() -> str:
    """Return the folder used last, or the person's documents."""
    return settings.load().export_folder or str(documents())
