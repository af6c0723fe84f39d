"""A figure mended where the checks tell of it, without turning to its page."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from ui.desk import Desk
from ui.editors.field import DetailEntry, look_of
from ui.kit import comes_back, set_hint
from ui.look import scaled, tokens
from ui.pages.notes import unit_room
from ui.words import say
from unionapp.checks import Finding
from unionapp.draft import EditPath, Slot
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.values import Kind

# Kinds whose answer is one line of free typing.
_ONE_LINE = (Kind.COUNT, Kind.MONEY, Kind.RATE, Kind.DATE, Kind.FREQUENCY)
_HELP = say("在这里改好就行，正文和附件跟着变；按回车看下一条")


def mendable(finding: Finding, figures: Figures) -> Indicator | None:
    """Return the indicator whose answer can be mended in one line, if the finding is about one."""
    indicator = figures.indicators.get(finding.where.id)
    if indicator is None or indicator.kind not in _ONE_LINE:
        return None
    if finding.where.slot is Slot.PREVIOUS:
        return indicator
    given = finding.where.slot is Slot.VALUE and indicator.derive is None
    return indicator if given else None


class MendingEntry(DetailEntry):
    """The entry of the answer that a finding is about, saved as it is typed.

    Its owner says where each way out leads: Enter (`left`), Escape, and the focus gone elsewhere.
    """

    escaped = Signal()
    abandoned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._path: EditPath | None = None
        self.takes_one_cell = True
        self.align(Qt.AlignmentFlag.AlignRight)
        set_hint(self, _HELP)
        self.edited.connect(self._save)
        self.composed.connect(self._refresh)
        self.remarked.connect(desk.noticed)
        desk.changed.connect(self._refresh)

    def show_finding(self, finding: Finding | None) -> None:
        """Take the answer in hand that this finding is about, or none; hide if there is none."""
        indicator = mendable(finding, self._desk.figures) if finding is not None else None
        path = finding.where if finding is not None and indicator is not None else None
        if path != self._path:
            self._path = path
            if indicator is not None:
                self._name_after(indicator)
        self.setVisible(path is not None)
        self._refresh()

    def sizeHint(self) -> QSize:
        """Return the size of an entry of a figure."""
        return QSize(scaled(tokens.ENTRY_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size in which a figure can still be read."""
        return QSize(scaled(tokens.ENTRY_WIDTH) // 2, super().sizeHint().height())

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

    def _name_after(self, indicator: Indicator) -> None:
        last = self._path is not None and self._path.slot is Slot.PREVIOUS
        unit = say("（{unit}）", unit=indicator.unit) if indicator.unit else ""
        name = f"{indicator.name}{unit}"
        self.setAccessibleName(say("上年{name}", name=name) if last else name)
        self.show_unit(indicator.unit, unit_room(indicator.unit))

    def _refresh(self) -> None:
        """Show the answer as it stands, except under somebody's hands."""
        if self._path is None:
            return
        typed = self._desk.answer(self._path) or ""
        if not self.is_composing() and not self.shows(typed):
            self.show_typed(typed)
        self.set_look(look_of(self._desk.figures.entries.get(self._path)))

    def _save(self) -> None:
        if self._path is not None:
            self._desk.put(self._path, self.typed(), joins=not self.at_once)
