"""What was found in a card, as a colleague's notes, each with what can be done."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.kit import SKIPPED_BY_ENTER, Band, Button, Mood
from ui.look.tokens import HAIR
from ui.section.explanation import ExplanationEntry
from ui.words import say
from unionapp.checks import Finding, Severity, can_be_explained

# What the entry itself tells at once, with what can be done about it.
SAID_AT_ENTRY = frozenset({"unreadable", "carried"})


class FindingNote(QWidget):
    """One finding: its sentence, and 说明原因 where an explanation may do."""

    # The person has finished with the explanation.
    explained = Signal()

    def __init__(self, finding: Finding, desk: Desk) -> None:
        super().__init__()
        self.finding = finding
        self._desk = desk
        self.explanation: ExplanationEntry | None = None
        self.band = Band()
        mood = Mood.ERROR if finding.severity is Severity.ERROR else Mood.WARNING
        self.band.tell(finding.message, mood)
        self.explain: QPushButton | None = None
        if can_be_explained(finding):
            self.explain = self._button(say("说明原因"))
            self.explain.clicked.connect(self.begin_explaining)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HAIR)
        self._column.addWidget(self.band)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """What can be done, in order."""
        return (self.explain,) if self.explain is not None else ()

    @property
    def is_being_explained(self) -> bool:
        """Whether somebody is writing the explanation."""
        return self.explanation is not None and not self.explanation.isHidden()

    def begin_explaining(self) -> None:
        """Open a line for the explanation of what was found."""
        if self.explanation is None:
            self.explanation = self._make_explanation()
        self.explanation.show()
        self.explanation.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_explanation(self) -> ExplanationEntry:
        """A line at the end of the note; whoever leaves it by any way has finished with it."""
        explanation = ExplanationEntry(self._desk)
        explanation.show_finding(self.finding)
        explanation.setAccessibleName(say("原因说明：{message}", message=self.finding.message))
        explanation.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        for way_out in (explanation.left, explanation.escaped, explanation.abandoned):
            way_out.connect(self._finish)
        self._column.addWidget(explanation)
        return explanation

    def _finish(self) -> None:
        if self.explanation is not None and self.is_being_explained:
            self.explanation.hide()
            self.explained.emit()

    def _button(self, words: str) -> QPushButton:
        button = Button(
            words, name=say("{words}：{message}", words=words, message=self.finding.message)
        )
        button.be_small()
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        self.band.add_button(button)
        return button


class CardFindings(QWidget):
    """The notes on one part of a card; Tab comes to what can be done before the `entry`.

    What stays found keeps its widgets, and its explanation its cursor.
    """

    def __init__(self, desk: Desk, entry: QWidget | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._entry = entry
        self._found: tuple[Finding, ...] = ()
        self._notes: dict[Finding, FindingNote] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(HAIR)

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """The notes, in order."""
        return tuple(self._notes.values())

    @property
    def text(self) -> str:
        """All sentences of the notes."""
        return "\n".join(note.band.text() for note in self.notes)

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
        note.explained.connect(lambda: self.show_findings(self._found))
        self._column.addWidget(note)
        note.show()
        if self._entry is not None:
            _put_before(self._entry, note.buttons)
        return note

    def _take_out(self, finding: Finding) -> None:
        note = self._notes.pop(finding)
        note.hide()
        note.deleteLater()


def _put_before(entry: QWidget, buttons: Iterable[QWidget]) -> None:
    """Let Tab come to buttons before an entry; Qt only puts them behind what Tab reaches."""
    before = entry.previousInFocusChain()
    while before is not None and before is not entry and not _is_reached(before):
        before = before.previousInFocusChain()
    for button in buttons:
        if before is not None:
            QWidget.setTabOrder(before, button)
        before = button


def _is_reached(widget: QWidget) -> bool:
    by_tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(by_tab) and widget.focusProxy() is None
