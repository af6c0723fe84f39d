"""The value editor: one line of free typing, and beside it at once how it was read."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ui.desk import Desk
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.field.derived import DerivedValue
from ui.editors.field.details import BUTTON_WIDTH, Details, MenuButton
from ui.editors.field.entry import Entry, Look, look_of
from ui.editors.field.paste_down import Target, changes_down
from ui.editors.hint import Hint, HintLine
from ui.kit import SKIPPED_BY_ENTER, FixedSizeLabel, WindowAction, shortcut_of
from ui.look import Colour, set_tone
from ui.look.tokens import ENTRY_HEIGHT, ENTRY_WIDTH
from unionapp.draft import EditPath, Slot
from unionapp.errors import UnreadableError
from unionapp.figures import Entry as AnswerEntry
from unionapp.figures import measure_of
from unionapp.importing import Cells
from unionapp.template import Indicator
from unionapp.values import Kind, Reading, State, shown_as

PREVIOUS_WIDTH = 96
_WIDTHS = {Slot.VALUE: ENTRY_WIDTH, Slot.PREVIOUS: PREVIOUS_WIDTH}
_BESIDE = 6
_UNIT_WIDTH = 112
# Pixels of a text where there is little room, and where there is enough.
_TEXT_WIDTH, _TEXT_USUAL = 240, 560
# Pixels of an entry with its unit and its button.
FIGURE_WIDTH = ENTRY_WIDTH + _BESIDE + _UNIT_WIDTH + _BESIDE + BUTTON_WIDTH


class ValueEditor(QWidget):
    """The editor of one value: an entry, its unit or how it was read, and a hint."""

    def __init__(self, indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self._measure = measure_of(indicator)
        self._this_year = slot is Slot.VALUE
        self.entry = self._make_entry(slot)
        self.reading = FixedSizeLabel(indicator.unit if self._this_year else "", _UNIT_WIDTH)
        self.hint = Hint(indicator.guide) if self._this_year else Hint("", of=self._year_before())
        self.hint_line = HintLine(self.hint if self._this_year else None)
        self.binding = Binding(desk, EditPath(slot, indicator.id), self.entry)
        self.binding.refreshed.connect(self._show_answer)
        self.entry.takes_one_cell = indicator.kind is not Kind.TEXT
        self.entry.remarked.connect(self.hint.show_note)
        self.entry.block_pasted.connect(self._take_block)
        self._grid = QGridLayout(self)
        self._details: Details | None = None
        self._carried = Carried(indicator.id, indicator.name, desk, self.hint_line.put_first)
        self._contested = Contested(indicator.id, indicator.name, desk, self._put_below, slot)
        self._lay_out()
        self.binding.refresh()

    def _make_entry(self, slot: Slot) -> Entry:
        entry = Entry()
        prefix = "" if self._this_year else self._year_before()
        unit = f"（{self._indicator.unit}）" if self._indicator.unit else ""
        entry.setAccessibleName(f"{prefix}{self._indicator.name}{unit}")
        entry.setPlaceholderText(State.BLANK.value if self._this_year else self._year_before())
        entry.setProperty(SKIPPED_BY_ENTER, not self._this_year)
        if self._indicator.kind is Kind.TEXT:
            entry.setMinimumWidth(_TEXT_WIDTH)
            entry.usual_width = _TEXT_USUAL
        elif self._indicator.kind is not Kind.CHOICE:
            entry.setFixedWidth(_WIDTHS[slot])
        if self._indicator.kind.traits.is_numeric:
            entry.align(Qt.AlignmentFlag.AlignRight)
        self.setFocusProxy(entry)
        return entry

    def _year_before(self) -> str:
        """The year that stands beside the entry's: before a plan for the next one, this year."""
        return "本年" if self._indicator.plan_for else "上年"

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_BESIDE if self._this_year else 0)
        self._grid.setVerticalSpacing(0)
        shown: QWidget = self.entry
        if self._indicator.kind is Kind.CHOICE:
            shown = Choice(self.entry, self._indicator.options)
            shown.setFixedWidth(_WIDTHS[Slot.VALUE])
        self._grid.addWidget(shown, 0, 0)
        self._grid.addWidget(self.hint_line if self._this_year else self.hint, 2, 0, 1, 4)
        self._grid.setColumnStretch(3, 1)
        self._grid.setRowStretch(4, 1)
        if self._this_year:
            self._lay_out_this_year()
        else:
            self._put_away(self.reading, self.hint_line)

    def _put_away(self, *unused: QWidget) -> None:
        """Hide what stands nowhere, and have it go when this goes."""
        for widget in unused:
            widget.setParent(self)
            widget.hide()

    def _lay_out_this_year(self) -> None:
        details = self._details = Details(
            self._indicator, self._desk, self, self._insert, self._choose, self.entry.set_hover_text
        )
        self.entry.menu_actions = details.menu_actions
        if self._indicator.kind is Kind.TEXT:
            self.reading.hide()
        self._grid.addWidget(self.reading, 0, 1)
        self._grid.addWidget(MenuButton(self._indicator.name, self.entry.menu_actions), 0, 2)

    def _insert(self, form: QWidget) -> None:
        """Beside last year's figure it takes no pixel more than the entry with its unit."""
        columns = 3 if self._indicator.kind.traits.is_numeric else 4
        self._grid.addWidget(form, 1, 0, 1, columns)

    def _put_below(self, line: QWidget) -> None:
        self._grid.addWidget(line, 3, 0, 1, 4)

    def _choose(self, typed: str | None) -> None:
        self.binding.put(typed)
        self.entry.setFocus()

    @property
    def target(self) -> Target:
        """The place that a cell goes to which is pasted here."""
        return Target(self.binding.path, self._indicator)

    def _take_block(self, block: Cells) -> None:
        """A column goes down the entries as one step; anything else is refused in place."""
        targets = [self.target, *targets_below(self)]
        try:
            changes = changes_down(block, targets, self._desk.figures)
        except UnreadableError as error:
            self.hint.show_refusal(str(error), self.entry)
            return
        self._desk.put_all(changes, joins=False)
        last = self._desk.figures.name(changes[-1].path.id)
        undo = shortcut_of(WindowAction.UNDO).label
        self._desk.noticed.emit(
            f"已从“{self._indicator.name}”往下填到“{last}”，共{len(changes)}项；按 {undo} 一次撤销"
        )

    def _show_answer(self) -> None:
        """Show how the answer was read."""
        entry = self.binding.entry
        self.entry.set_look(look_of(entry))
        self.entry.setAccessibleDescription(entry.refusal if entry else "")
        self.hint.show_entry(entry)
        self._contested.refresh()
        if self._this_year:
            self._show_reading(entry)
            self._carried.refresh()
        if self._details is not None:
            self._details.refresh()

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
            set_tone(self.reading, Colour.LIVE if reading else None)


class Choice(QComboBox):
    """An entry with a list of words to choose from."""

    def __init__(self, entry: Entry, options: tuple[str, ...]) -> None:
        super().__init__()
        self.addItems(options)
        self.setEditable(True)
        entry.setMinimumHeight(0)  # the box is as high as an entry, the line inside is lower
        self.setLineEdit(entry)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's way to have none
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMinimumHeight(ENTRY_HEIGHT)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(entry.accessibleName())
        self.view().setAccessibleName(f"{entry.accessibleName()}的选项")
        self.setCurrentIndex(-1)
        self.textActivated.connect(lambda _text: entry.edited.emit())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page; turning the wheel must not change an answer."""
        event.ignore()


def targets_below(editor: ValueEditor) -> Iterator[Target]:
    """Yield the entries of figures that follow below an editor; a derived value ends them.

    Whether a copied column has a cell for it nobody can know.
    """
    around = editor.parentWidget()
    here = Qt.FindChildOption.FindDirectChildrenOnly
    rows = iter(around.findChildren(QWidget, options=here) if around is not None else ())
    for row in rows:
        if row is editor:
            break
    for row in rows:
        this_year = editor.target.path.slot is Slot.VALUE
        if isinstance(row, DerivedValue) and this_year:
            return
        if isinstance(row, ValueEditor) and row.target.path.slot is editor.target.path.slot:
            if not row.target.indicator.kind.traits.is_numeric:
                return
            yield row.target
