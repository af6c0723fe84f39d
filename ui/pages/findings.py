"""What the checks found, as a colleague's notes: each can be gone to, and most can be explained."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.kit import Label, push_button, set_tip, standard_icon, theme
from ui.section import ExplanationEntry
from unionapp.checks import Finding, Severity, can_be_explained, explanation_of

_ICONS = {
    Severity.ERROR: QStyle.StandardPixmap.SP_MessageBoxCritical,
    Severity.WARNING: QStyle.StandardPixmap.SP_MessageBoxWarning,
    Severity.HINT: QStyle.StandardPixmap.SP_MessageBoxInformation,
}
# What a weight is called.
WORDS = {Severity.ERROR: "错误", Severity.WARNING: "提醒", Severity.HINT: "提示"}

_NOTHING = "没有发现问题。"
_HELP = (
    "选一条，按“去看看”翻到那里改；如果没有错，在下面写明原因再按回车，原因只写进存档稿，不报出去。"
)
_FINISH = "写好按回车，就到下一条；按 Esc 回到这一条"


class FindingsView(QWidget):
    """A list of findings, and below it what can be done about the one that is chosen."""

    # The `Finding` whose place the person wants to see.
    wanted = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._findings: tuple[Finding, ...] = ()
        self._hint = Label(_HELP, wraps=True)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("检查结果")
        self.setFocusProxy(self.list)
        self.list.setSpacing(3)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.go_button = push_button("去看看", self._go)
        self.explain_button = push_button("说明原因", self._begin_explaining)
        self.explanation = ExplanationEntry(desk)
        self.explanation.setAccessibleName("这一条的原因说明")
        set_tip(self.explanation, _FINISH)
        self.done_button = push_button("写好了", self._finish)
        set_tip(self.done_button, _FINISH)
        self._lay_out()
        self.list.currentRowChanged.connect(self._show_current)
        self.list.itemActivated.connect(lambda _item: self._go())
        self.explanation.left.connect(self._finish)
        self.explanation.escaped.connect(self.list.setFocus)
        self.show_findings(())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, with the one chosen that was chosen before."""
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
        reason = explanation_of(self._desk.figures, finding)
        sentence = f"{WORDS[finding.severity]}：{finding.message}"
        icon = QStyle.StandardPixmap.SP_DialogApplyButton if reason else _ICONS[finding.severity]
        item.setText(f"已说明　{sentence}\n　　说明：{reason}" if reason else sentence)
        item.setIcon(standard_icon(icon))

    def _current(self) -> Finding | None:
        row = self.list.currentRow()
        return self._findings[row] if 0 <= row < len(self._findings) else None

    def _show_current(self) -> None:
        """Show what can be done about the finding that is chosen."""
        finding = self._current()
        explainable = finding is not None and can_be_explained(finding)
        self.go_button.setEnabled(finding is not None)
        self.explain_button.setEnabled(explainable)
        self.explanation.show_finding(finding)
        self.done_button.setEnabled(explainable)

    def _go(self) -> None:
        if finding := self._current():
            self.wanted.emit(finding)

    def _begin_explaining(self) -> None:
        self.explanation.setFocus()

    def _finish(self) -> None:
        """Go on in the list, at the next finding; what was written is saved already."""
        self.list.setFocus()
        self.list.setCurrentRow(min(self.list.currentRow() + 1, self.list.count() - 1))

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
