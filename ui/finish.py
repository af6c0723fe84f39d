"""The last page: which papers, for whom, where to; and what changed since the last time."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui import look
from ui.buttons import push_button
from ui.desk import Desk
from ui.jump_list import Jump, JumpList
from ui.paper_choice import PaperChoice
from ui.times import moment_in_words
from ui.work import run_in_steps, show_error, tell
from ui.writing import Order, write
from ui.written import WrittenPapers
from unionapp import settings
from unionapp.checks import Severity, check
from unionapp.checks.explained import unexplained
from unionapp.derive import Figures
from unionapp.document import Document
from unionapp.editions import Edition, Paper, paper_of
from unionapp.errors import StoreError, UnionAppError
from unionapp.exporting import path_of
from unionapp.since import differences

_TITLE = "写出文稿"


class FinishPage(QWizardPage):
    """Writes the papers."""

    wanted = Signal(str)
    """The id of an indicator or item that the person wants to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(_TITLE)
        self.setFinalPage(True)
        self._desk = desk
        self._last_written: tuple[str, Figures] | None = None
        self.choice = PaperChoice()
        self._folder = QLineEdit(_usual_folder())
        self._browse = push_button("浏览…", self._choose_folder)
        self._names = QLabel(wordWrap=True)
        self._write = push_button("写出文稿", self._start_writing)
        self._print = push_button("打印…", self.print_paper)
        self._preview = push_button("打印预览…", self._preview_paper)
        self._written = WrittenPapers()
        self.open_points = QLabel(wordWrap=True)
        look.set_tone(self.open_points, look.Tone.WARNING)
        self.faces = QLabel(wordWrap=True)
        look.set_tone(self.faces, look.Tone.HINT)
        look.set_size(self.faces, look.HINT_SIZE)
        self.masked = JumpList("公示稿里遮住的内容", "没有要遮住的个人信息。", "写出前请看一遍。")
        self.since = JumpList("上次写出以后改了什么", "这份总结还没有写出过。")
        self._prepare()
        self._lay_out()

    @property
    def folder(self) -> QLineEdit:
        """The folder that the papers go to."""
        return self._folder

    @property
    def names(self) -> str:
        """What the files will be called."""
        return self._names.text()

    @property
    def write_button(self) -> QPushButton:
        """The button that writes the papers."""
        return self._write

    @property
    def written(self) -> WrittenPapers:
        """The papers that were written last."""
        return self._written

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the draft anew whenever the page is opened."""
        super().showEvent(event)
        self._refresh()
        self._show_open_points()
        self._show_faces()
        self._show_since()
        self._write.setFocus()

    def _refresh(self) -> None:
        """Show what would be written as it is chosen."""
        paper = paper_of(self._desk.figures, self.choice.edition)
        self._names.setText("\n".join(self._told_names(paper)))
        self.masked.setVisible(paper.edition is Edition.PUBLIC)
        self.masked.show_jumps(
            [Jump(f"“{each.found}”→“{each.shown}”（{each.where}）") for each in paper.masked]
        )

    def _show_open_points(self) -> None:
        """Say what is still open; it stops nobody from writing."""
        figures = self._desk.figures
        found = unexplained(figures, check(figures))
        count = sum(each.severity is not Severity.HINT for each in found)
        self.open_points.setText(
            f"“检查核对”里还有{count}处没有处理，请先看一遍；不处理也可以写出。" if count else ""
        )
        self.open_points.setHidden(not count)

    def _show_faces(self) -> None:
        """Say what this PC lacks to show the paper as it should look."""
        from ui.paper.missing import told_missing

        words = told_missing(paper_of(self._desk.figures, self.choice.edition).document)
        self.faces.setText(words)
        self.faces.setHidden(not words)

    def _told_names(self, paper: Paper) -> Iterator[str]:
        for form in self.choice.forms:
            path = path_of(paper, self._chosen_folder(), form)
            yield f"{path.name}　（将替换已有的同名文件）" if path.exists() else path.name

    def _show_since(self) -> None:
        """Show what the papers that were written last do not know yet."""
        then = self._when_last_written()
        if then is None:
            return
        changed = differences(then[1], self._desk.figures)
        self.since.set_nothing(f"{moment_in_words(then[0])}写出以后，没有改过。")
        self.since.show_jumps(
            [Jump(f"{each.name}：{each.before} → {each.now}", each.where) for each in changed]
        )

    def _when_last_written(self) -> tuple[str, Figures] | None:
        """When the papers were last written, and the figures of then."""
        at = self._desk.session.written_at
        if at and (self._last_written is None or self._last_written[0] != at):
            self._last_written = (at, self._desk.session.figures_when_written())
        return self._last_written

    def _chosen_folder(self) -> Path:
        return Path(self._folder.text().strip())

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "文稿放在哪里", self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    def _start_writing(self) -> None:
        forms = self.choice.forms
        if not self._folder.text().strip() or not forms:
            tell(self.window(), "请先选好要写出哪种文稿、放在哪个文件夹。")
            return
        self._written.clear()
        figures = self._desk.figures
        session = self._desk.session
        order = Order(
            self.choice.edition, forms, self._chosen_folder(), session.id, session.told_history()
        )
        run_in_steps(
            self._write,
            partial(write, figures, order),
            partial(self._show_written, figures, session.last_seq),
            self._tell_stopped,
        )

    def _show_written(self, figures: Figures, seq: int, files: tuple[Path, ...]) -> None:
        self._written.show_files(files)
        with suppress(StoreError):  # the papers are there; a habit forgotten is no bad news
            settings.remember_folder(files[0].parent)
            self._desk.session.note_written(seq)
            self._last_written = (self._desk.session.written_at, figures)
        self._refresh()
        self._show_since()

    def print_paper(self) -> None:
        """Print the paper in the edition that is chosen."""
        from ui.printing import ask_and_print

        self._put_on_paper(ask_and_print)

    def _preview_paper(self) -> None:
        from ui.preview_window import show_preview

        self._put_on_paper(show_preview)

    def _put_on_paper(self, put: Callable[[QWidget, Document], object]) -> None:
        try:
            put(self.window(), paper_of(self._desk.figures, self.choice.edition).document)
        except UnionAppError as error:
            show_error(self.window(), error)

    def _tell_stopped(self) -> None:
        self._desk.noticed.emit("已取消，没有写出文稿")

    def _prepare(self) -> None:
        self.since.wanted.connect(self.wanted)
        self.choice.changed.connect(self._refresh)
        self._folder.textChanged.connect(self._refresh)
        self._folder.setAccessibleName("文稿存放的文件夹")
        self._folder.setMinimumHeight(look.ENTRY_HEIGHT)
        look.make_primary(self._write)
        look.set_size(self._names, look.HINT_SIZE)
        look.set_tone(self._names, look.Tone.HINT)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(look.BETWEEN)
        column.setContentsMargins(look.AROUND, look.BETWEEN, look.AROUND, look.BETWEEN)
        column.addWidget(look.page_title(_TITLE))
        row = QHBoxLayout()
        row.setSpacing(look.AROUND)
        row.addWidget(_scrolled(self._left()), 1)
        row.addWidget(self._right(), 1)
        column.addLayout(row, 1)

    def _left(self) -> QWidget:
        """What to choose, and the button."""
        folder = _row(QLabel("放在"), self._folder, self._browse)
        buttons = _row(self._write, self._print, self._preview, None)
        parts = (
            self.open_points,
            self.choice,
            folder,
            self._names,
            buttons,
            self._written,
            self.faces,
        )
        return _stacked(parts, stretches=False)

    def _right(self) -> QWidget:
        """What to look at before."""
        return _stacked((self.masked, self.since), stretches=True)


def _usual_folder() -> str:
    """The folder used last, or the person's documents."""
    kinds = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(kinds.DocumentsLocation)
    return settings.load().export_folder or documents


def _stacked(parts: Sequence[QWidget], *, stretches: bool) -> QWidget:
    """Widgets one below the other; they share the height, or leave it below them."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.BETWEEN)
    for part in parts:
        column.addWidget(part, int(stretches))
    if not stretches:
        column.addStretch(1)
    return holder


def _scrolled(content: QWidget) -> QScrollArea:
    """The content, which scrolls where a screen is low."""
    area = QScrollArea(widgetResizable=True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(content.minimumSizeHint().width() + bar)  # it never scrolls sideways
    return area


def _row(*widgets: QWidget | None) -> QWidget:
    """Widgets side by side; None takes the room that is left."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.INSIDE)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return holder
