"""What the checks found, as a colleague's notes: each can be gone to, and most can be explained."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.editors.field import DetailEntry
from ui.kit import push_button, theme
from ui.section import EXAMPLE
from unionapp.checks import (
    Finding,
    Severity,
    can_be_explained,
    explanation_of,
    former_reason,
    reason_changes,
    reason_path,
)
from unionapp.draft import EditPath

_ICONS = {
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.HINT: QStyle.StandardPixmap.SP_MessageBoxInformation,
}
WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "提示"}
"""What a weight is called."""

_NOTHING = "没有发现问题。"
_HELP = (
    "选一条，按“去看看”翻到那里改；如果没有错，在下面写明原因再按回车，原因只写进存档稿，不报出去。"
)
_FINISH = "写好按回车，就到下一条；按 Esc 回到这一条"
_MUST_MEND = "这一条要改好，不能只作说明"
_WRITTEN_BEFORE = "这里以前写过“{}”，是说这一条的，请再写一遍"


class Explanation(DetailEntry):
    """The line for why a finding is right as it is."""

    escaped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves it too, and goes no further."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)


class FindingsView(QWidget):
    """A list of findings, and below it what can be done about the one that is chosen."""

    wanted = Signal(object)
    """The `Finding` whose place the person wants to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self._hint = QLabel(_HELP, wordWrap=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("检查结果")
        self.setFocusProxy(self.list)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go_button = push_button("去看看", self._go)
        self.explain_button = push_button("说明原因", self._begin_explaining)
        self.explanation = Explanation()
        self.explanation.setAccessibleName("这一条的原因说明")
        self.explanation.setToolTip(_FINISH)
        self.done_button = push_button("写好了", self._finish)
        self.done_button.setToolTip(_FINISH)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_current)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.explanation.edited.connect(self._save)
        self.explanation.left.connect(self._finish)
        self.explanation.escaped.connect(self.list.setFocus)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these, with the one chosen that was chosen before."""
        before = self._current()
        self._findings = tuple(findings)
        while self.list.count() > len(findings):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(findings):
            self.list.addItem(QListWidgetItem())
        for row, finding in enumerate(findings):
            self._fill(self.list.item(row), finding)
        self._choose(before)
        self._hint.setText(_HELP if findings else _NOTHING)
        self._show_current()

    def _choose(self, before: Finding | None) -> None:
        rows = [row for row, each in enumerate(self._findings) if each == before]
        last = min(max(self.list.currentRow(), 0), len(self._findings) - 1)
        self.list.setCurrentRow(rows[0] if rows else last)

    def _fill(self, item: QListWidgetItem, finding: Finding) -> None:
        reason = explanation_of(self._desk.figures, finding, self._findings)
        told = f"{WORDS[finding.severity]}：{finding.message}"
        icon = QStyle.StandardPixmap.SP_DialogApplyButton if reason else _ICONS[finding.severity]
        item.setText(f"已说明　{told}\n　　说明：{reason}" if reason else told)
        item.setIcon(self.style().standardIcon(icon))

    def _current(self) -> Finding | None:
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _show_current(self) -> None:
        """Show what can be done about the finding that is chosen."""
        finding = self._current()
        explainable = finding is not None and can_be_explained(finding)
        self.go_button.setEnabled(finding is not None)
        self.explain_button.setEnabled(explainable)
        self.explanation.setEnabled(explainable)
        self.explanation.setPlaceholderText(self._asked_of(finding))
        said = self._desk.figures.draft.text(*self._path_of(finding)) if finding else ""
        self.done_button.setEnabled(explainable)
        if not self.explanation.is_composing() and not self.explanation.shows(said):
            self.explanation.show_typed(said)

    def _asked_of(self, finding: Finding | None) -> str:
        """What may be written; with what was written before for one of several at the place."""
        if finding is None:
            return EXAMPLE
        if not can_be_explained(finding):
            return _MUST_MEND
        before = former_reason(self._desk.figures, finding)
        return _WRITTEN_BEFORE.format(before) if before else EXAMPLE

    def _go(self) -> None:
        if finding := self._current():
            self.wanted.emit(finding)

    def _begin_explaining(self) -> None:
        self.explanation.setFocus()

    def _finish(self) -> None:
        """Go on in the list, at the next finding; what was written is saved already."""
        self.list.setFocus()
        self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

    def _save(self) -> None:
        if finding := self._current():
            typed = self.explanation.typed()
            figures, found = self._desk.figures, self._findings
            self._desk.put_all(reason_changes(figures, finding, found, typed))

    def _path_of(self, finding: Finding) -> EditPath:
        return reason_path(self._desk.figures, finding, self._findings)

    def _lay_out(self) -> None:
        theme.set_size(self._hint, theme.HINT_SIZE)
        theme.set_tone(self._hint, theme.Tone.HINT)
        row = QHBoxLayout()
        row.setSpacing(theme.INSIDE)
        for button in (self.go_button, self.explain_button):
            row.addWidget(button)
        row.addWidget(self.explanation, 1)
        row.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setSpacing(theme.INSIDE)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done about a finding."""
        return (self.go_button, self.explain_button)
