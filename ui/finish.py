"""The last page: what is still blank, what the checks found, and the papers themselves."""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui import look
from ui.buttons import push_button
from ui.desk import Desk
from ui.jump_list import Jump, JumpList
from ui.work import run, tell
from ui.written import WrittenPapers
from unionapp import progress, settings
from unionapp.checks import Severity, check
from unionapp.editions import paper_of
from unionapp.errors import StoreError
from unionapp.exporting import export

_TITLE = "写出文稿"
_ICONS = {
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.HINT: QStyle.StandardPixmap.SP_MessageBoxInformation,
}
_WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "提示"}


class FinishPage(QWizardPage):
    """Writes the papers, and says before what they will lack."""

    wanted = Signal(str)
    """The id of an indicator or item that the person wants to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setAccessibleName(_TITLE)
        self.setFinalPage(True)
        self._desk = desk
        self._gaps = JumpList("还没填的", "都填好了。")
        self._findings = JumpList("检查结果", "没有发现问题。")
        self._docx = QCheckBox("总结（Word 文稿）")
        self._xlsx = QCheckBox("附件和统计表（Excel 表格）")
        self._folder = QLineEdit(_usual_folder())
        self._browse = push_button("浏览…", self._choose_folder)
        self._write = push_button("写出文稿", self._start_writing)
        self._written = WrittenPapers()
        self._prepare()
        self._lay_out()

    @property
    def gaps(self) -> JumpList:
        """What is still blank."""
        return self._gaps

    @property
    def findings(self) -> JumpList:
        """What the checks found."""
        return self._findings

    @property
    def folder(self) -> QLineEdit:
        """The folder that the papers go to."""
        return self._folder

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

    def _refresh(self) -> None:
        figures = self._desk.figures
        gaps = [Jump(gap.name, gap.id) for gap in progress.gaps(figures)]
        self._gaps.show_jumps(gaps)
        self._findings.show_jumps(tuple(self._found()))

    def _found(self) -> Iterator[Jump]:
        for finding in check(self._desk.figures):
            icon = self.style().standardIcon(_ICONS[finding.severity])
            yield Jump(f"{_WORDS[finding.severity]}：{finding.message}", finding.where, icon)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "文稿放在哪里", self._folder.text())
        if chosen:
            self._folder.setText(chosen)

    def _start_writing(self) -> None:
        folder = self._folder.text().strip()
        docx, xlsx = self._docx.isChecked(), self._xlsx.isChecked()
        if not folder or not (docx or xlsx):
            tell(self.window(), "请先选好要写出哪种文稿、放在哪个文件夹。")
            return
        self._written.clear()
        figures = self._desk.figures
        function = partial(export, paper_of(figures), Path(folder), docx=docx, xlsx=xlsx)
        run(self._write, "正在写出文稿…", function, self._show_written)

    def _show_written(self, files: tuple[Path, ...]) -> None:
        self._written.show_files(files)
        with suppress(StoreError):  # the papers are there; a habit forgotten is no bad news
            settings.remember_folder(files[0].parent)
            self._desk.session.note_written()

    def _prepare(self) -> None:
        for jumps in (self._gaps, self._findings):
            jumps.wanted.connect(self.wanted)
        self._folder.setAccessibleName("文稿存放的文件夹")
        look.make_primary(self._write)
        self._folder.setMinimumHeight(look.ENTRY_HEIGHT)
        for box in (self._docx, self._xlsx):
            box.setChecked(True)
            box.setAccessibleName(box.text())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setSpacing(look.BETWEEN)
        column.setContentsMargins(look.AROUND, look.BETWEEN, look.AROUND, look.BETWEEN)
        column.addWidget(look.page_title(_TITLE))
        column.addLayout(_row(self._gaps, self._findings), 1)
        column.addLayout(_row(self._docx, self._xlsx, None))
        column.addLayout(_row(QLabel("放在"), self._folder, self._browse))
        column.addLayout(_row(self._write, None))
        column.addWidget(self._written)


def _usual_folder() -> str:
    """The folder used last, or the person's documents."""
    kinds = QStandardPaths.StandardLocation
    documents = QStandardPaths.writableLocation(kinds.DocumentsLocation)
    return settings.load().export_folder or documents


def _row(*widgets: QWidget | None) -> QHBoxLayout:
    """Widgets side by side; None takes the room that is left."""
    row = QHBoxLayout()
    row.setSpacing(look.BETWEEN)
    for widget in widgets:
        if widget is None:
            row.addStretch()
        else:
            row.addWidget(widget)
    return row
