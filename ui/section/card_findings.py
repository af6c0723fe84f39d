"""What was found in a card, as a colleague's notes at its top, each with what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.editors import Binding
from ui.editors.field import DetailEntry
from ui.kit import HINT_SIZE, INSIDE, SKIPPED_BY_ENTER, Tone, push_button, set_size, set_tone
from unionapp.checks import Finding, Severity, can_be_explained, reason_changes, reason_path

EXAMPLE = "为什么是这样，例如：其中1项跨年整改"
"""What an explanation may say."""

_LOW = 24
"""Pixels of a button that stays quiet among the entries; WCAG 2.2 (2.5.8) asks for no fewer."""


class Reason(DetailEntry):
    """A line for why a finding is right as it is; whoever goes elsewhere has finished with it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves, as Enter does."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A menu over the window, or another window, is not elsewhere."""
        super().focusOutEvent(event)
        away = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in away:
            self.left.emit()


class _ReasonBinding(Binding):
    """Keeps an explanation for its own finding, wherever a former program had put it."""

    def __init__(self, desk: Desk, finding: Finding, reason: Reason) -> None:
        super().__init__(desk, reason_path(desk.figures, finding, desk.findings), reason)
        self._finding = finding

    def refresh(self) -> None:
        """Show the explanation from where it is kept by now."""
        figures, found = self._desk.figures, self._desk.findings
        self.path = reason_path(figures, self._finding, found)
        super().refresh()

    def _save(self) -> None:
        figures, found, typed = self._desk.figures, self._desk.findings, self._face.typed()
        changes = reason_changes(figures, self._finding, found, typed)
        self._desk.put_all(changes, joins=not self._face.at_once)


class FindingNote(QWidget):
    """One finding: its sentence, 去看看, and 说明原因 where an explanation may do."""

    wanted = Signal(object)
    """The `Finding` whose place the person wants to see."""
    explained = Signal()
    """The person has finished with the explanation."""

    def __init__(self, finding: Finding, desk: Desk) -> None:
        super().__init__()
        self._finding = finding
        self._desk = desk
        self.reason: Reason | None = None
        self.words = QLabel(f"！{finding.message}", wordWrap=True)
        set_tone(self.words, Tone.ERROR if finding.severity is Severity.ERROR else Tone.WARNING)
        self.go = self._button("去看看")
        self.go.clicked.connect(lambda: self.wanted.emit(finding))
        row = QHBoxLayout()
        row.setSpacing(INSIDE)
        row.addWidget(self.words, 1)
        row.addWidget(self.go, 0, Qt.AlignmentFlag.AlignTop)
        self.explain: QPushButton | None = None
        if can_be_explained(finding):
            self.explain = self._button("说明原因")
            self.explain.clicked.connect(self.begin_explaining)
            row.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE // 2)
        self._column.addLayout(row)

    @property
    def where(self) -> str:
        """The id of the place that it is about."""
        return self._finding.where.id

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done, in order."""
        return (self.go, self.explain) if self.explain is not None else (self.go,)

    @property
    def is_being_explained(self) -> bool:
        """Whether somebody is writing the explanation."""
        return self.reason is not None and not self.reason.isHidden()

    def begin_explaining(self) -> None:
        """Open a line for the explanation of what was found."""
        if self.reason is None:
            self.reason = Reason()
            self.reason.setAccessibleName(f"原因说明：{self._finding.message}")
            self.reason.setPlaceholderText(EXAMPLE)
            self.reason.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
            self.reason.left.connect(self._finish)
            self._column.addWidget(self.reason)
            _ReasonBinding(self._desk, self._finding, self.reason).refresh()
        self.reason.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _finish(self) -> None:
        if self.reason is not None and self.is_being_explained:
            self.reason.hide()
            self.explained.emit()

    def _button(self, words: str) -> QPushButton:
        button = push_button(words)
        button.setAccessibleName(f"{words}：{self._finding.message}")
        button.setMinimumHeight(_LOW)
        set_size(button, HINT_SIZE)
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        return button


class CardFindings(QWidget):
    """The notes of a card; what stays found keeps its widgets, and its explanation its cursor."""

    wanted = Signal(object)
    """The `Finding` whose place the person wants to see."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: tuple[Finding, ...] = ()
        self._notes: dict[Finding, FindingNote] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(INSIDE // 2)

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """The notes, in order."""
        return tuple(self._notes.values())

    @property
    def told(self) -> str:
        """All that it says."""
        return "\n".join(note.words.text() for note in self.notes)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show these, and still the one that somebody is just explaining."""
        if self.isVisible():
            self.keep_room(self.height())
        self._found = tuple(findings)
        kept = {each for each, note in self._notes.items() if note.is_being_explained}
        shown = (*self._found, *(each for each in self._notes if each in kept - {*self._found}))
        for gone in self._notes.keys() - set(shown):
            self._take_out(gone)
        self._notes = {each: self._notes.get(each) or self._make(each) for each in shown}
        self.setHidden(not shown)

    def keep_room(self, height: int) -> None:
        """Take this room even when nothing is found any more, so that the page stands still."""
        self.setMinimumHeight(height)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(height > 0)
        self.setSizePolicy(kept)

    def _make(self, finding: Finding) -> FindingNote:
        note = FindingNote(finding, self._desk)
        note.wanted.connect(self.wanted)
        note.explained.connect(lambda: self.show_findings(self._found))
        self._column.addWidget(note)
        note.show()
        return note

    def _take_out(self, finding: Finding) -> None:
        note = self._notes.pop(finding)
        note.hide()
        note.deleteLater()
