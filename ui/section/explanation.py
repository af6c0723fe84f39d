"""Why a finding is right as it is: one line for it, wherever findings are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.desk import Desk
from ui.editors.field import DetailEntry
from ui.kit import comes_back
from ui.words import say
from unionapp.checks import Finding, can_be_explained, explanation_path

_EXAMPLE = say("为什么是这样，例如：其中1项跨年整改")
_MUST_MEND = say("这一条要改好，不能只作说明")


class ExplanationEntry(DetailEntry):
    """A line that explains one finding, saved as it is typed.

    Its owner says where each way out leads: Enter (`left`), Escape, and the focus gone elsewhere.
    """

    # Escape was pressed, which goes no further.
    escaped = Signal()
    # The focus has gone elsewhere; a menu over the window, or another window, is not elsewhere.
    abandoned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._finding: Finding | None = None
        self.edited.connect(self._save)
        self.composed.connect(self._refresh)
        self.remarked.connect(desk.noticed)
        desk.changed.connect(self._refresh)
        self.show_finding(None)

    def show_finding(self, finding: Finding | None) -> None:
        """Explain this finding from now on, if it is one that can be explained."""
        self._finding = finding
        explainable = finding is None or can_be_explained(finding)
        self.setEnabled(finding is not None and explainable)
        self.setPlaceholderText(_EXAMPLE if explainable else _MUST_MEND)
        self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at Escape too."""
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say when the person has gone elsewhere."""
        super().focusOutEvent(event)
        if not comes_back(event):
            self.abandoned.emit()

    def _refresh(self) -> None:
        """Show the explanation as it stands, except under somebody's hands."""
        typed = self._desk.answer(explanation_path(self._finding)) if self._finding else None
        if not self.is_composing() and not self.shows(typed or ""):
            self.show_typed(typed or "")

    def _save(self) -> None:
        if self._finding is not None:
            path = explanation_path(self._finding)
            self._desk.put(path, self.typed(), joins=not self.at_once)
