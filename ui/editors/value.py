"""The value editor: one line of free typing, and beside it at once how it was read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.choice import Choice
from ui.editors.entry import Entry, Look
from ui.editors.hint import Hint
from ui.editors.keys import PASSED_OVER
from ui.editors.menu import MenuButton, state_verbs
from ui.editors.note import Note
from ui.editors.steady import SteadyLabel
from ui.look import ENTRY_WIDTH, Tone, set_tone
from unionapp.derive import Entry as AnswerEntry
from unionapp.derive import measure_of
from unionapp.draft import EditPath, Room
from unionapp.template import Indicator
from unionapp.values import NUMERIC, Kind, Reading, State, shown_as

_WIDTHS = {Room.VALUE: ENTRY_WIDTH + 24, Room.PREVIOUS: 104}
_UNIT_WIDTH = 112
_TEXT_WIDTH = 320
_PLACEHOLDERS = {Room.VALUE: State.BLANK.value, Room.PREVIOUS: "上年"}


class ValueEditor(QWidget):
    """An entry, its unit or how it was read, and a line for the guide or the refusal."""

    def __init__(self, indicator: Indicator, desk: Desk, room: Room = Room.VALUE) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self._measure = measure_of(indicator)
        self._this_year = room is Room.VALUE
        self.entry = self._make_entry(room)
        self.reading = SteadyLabel(indicator.unit if self._this_year else "", _UNIT_WIDTH)
        self.hint = Hint(indicator.guide if self._this_year else "")
        self.binding = Binding(desk, EditPath(room, indicator.id), self.entry)
        self.binding.refreshed.connect(self._tell)
        self._note: Note | None = None
        self._grid = QGridLayout(self)
        self._carried = Carried(indicator.id, indicator.name, desk, self._place_carried)
        self._lay_out()
        self.binding.refresh()

    def _make_entry(self, room: Room) -> Entry:
        entry = Entry()
        prefix = "" if self._this_year else "上年"
        unit = f"（{self._indicator.unit}）" if self._indicator.unit else ""
        entry.setAccessibleName(f"{prefix}{self._indicator.name}{unit}")
        entry.setPlaceholderText(_PLACEHOLDERS[room])
        entry.setProperty(PASSED_OVER, not self._this_year)
        if self._indicator.kind is Kind.TEXT:
            entry.setMinimumWidth(_TEXT_WIDTH)
        elif self._indicator.kind is not Kind.CHOICE:
            entry.setFixedWidth(_WIDTHS[room])
        if self._indicator.kind in NUMERIC:
            entry.align(Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(entry)
        return entry

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(6 if self._this_year else 0)
        self._grid.setVerticalSpacing(2)
        shown: QWidget = self.entry
        if self._indicator.kind is Kind.CHOICE:
            shown = Choice(self.entry, self._indicator.options)
            shown.setFixedWidth(_WIDTHS[Room.VALUE])
        self._grid.addWidget(shown, 0, 0)
        self._grid.addWidget(self.hint, 2, 0, 1, 4)
        self._grid.setColumnStretch(3, 1)
        self._grid.setRowStretch(4, 1)
        if self._this_year:
            self._lay_out_this_year()

    def _lay_out_this_year(self) -> None:
        self.entry.verbs = (*state_verbs(self._choose), ("写备注…", self.write_note))
        if self._indicator.kind is Kind.TEXT:
            self.reading.hide()
        self._grid.addWidget(self.reading, 0, 1)
        self._grid.addWidget(MenuButton(self._indicator.name, self.entry.verbs), 0, 2)

    def write_note(self) -> None:
        """Open the note and put the cursor in it."""
        self._show_note().setFocus()

    def _show_note(self) -> Note:
        """Most entries have no note, and so no widget for one."""
        if self._note is None:
            self._note = Note(self._indicator, self._desk)
            self._grid.addWidget(self._note, 1, 0, 1, 4)
        return self._note

    def _place_carried(self, line: QWidget) -> None:
        self._grid.addWidget(line, 3, 0, 1, 4)

    def _choose(self, typed: str | None) -> None:
        self.binding.put(typed)
        self.entry.setFocus()

    def _tell(self) -> None:
        """Show how the answer was read."""
        entry = self.binding.entry
        self.entry.set_look(_look_of(entry))
        self.entry.setAccessibleDescription(entry.refusal if entry else "")
        self.hint.tell(entry)
        if self._this_year:
            self._show_reading(entry)
            self._carried.refresh()
            if self._desk.figures.draft.typed(Room.NOTE, self._indicator.id):
                self._show_note()

    def _show_reading(self, entry: AnswerEntry | None) -> None:
        """How it was read where that says something new, or else the unit if it was not typed."""
        reading = ""
        if entry is not None and not entry.refusal:
            reading = shown_as(entry.typed, Reading(entry.value), self._measure)
        unit = self._indicator.unit
        needless = self.entry.look is Look.STATE or unit in self.entry.text()
        text = f"→ {reading}" if reading else "" if needless else unit
        if text != self.reading.text():
            self.reading.show_text(text)
            set_tone(self.reading, Tone.LIVE if reading else None)


def _look_of(entry: AnswerEntry | None) -> Look:
    if entry is None:
        return Look.PLAIN
    if entry.refusal:
        return Look.REFUSED
    stamped = entry.value.state in (State.NOT_APPLICABLE, State.WITHHELD)
    return Look.STATE if stamped else Look.PLAIN
