"""The value editor: one line of free typing, and below it at once how it was read."""

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from ui.desk import Desk
from ui.editors.below import Told
from ui.editors.binding import Binding
from ui.editors.carried import Carried
from ui.editors.contested import Contested
from ui.editors.field.derived import DerivedValue
from ui.editors.field.details import Details, MenuButton, is_opening
from ui.editors.field.entry import Entry, Look, look_of
from ui.editors.field.paste_down import Target, changes_down
from ui.editors.hint import Hint
from ui.kit import (
    SKIPPED_BY_ENTER,
    Action,
    Mood,
    WindowAction,
    draw_chevron,
    draw_entry,
    painter_on,
    shortcut_of,
    tool_button,
)
from ui.look import Colour, Icon, colour, font, scaled, theme, tokens
from ui.words import say
from unionapp.draft import EditPath, Slot, outline_edits
from unionapp.errors import UnreadableError
from unionapp.figures import Entry as AnswerEntry
from unionapp.figures import counted_in, measure_of, own_particulars
from unionapp.importing import Cells
from unionapp.template import Indicator
from unionapp.values import Kind, Reading, State, other_unit, shown_as, words_of

_WIDTHS = {Slot.VALUE: tokens.ENTRY_WIDTH, Slot.PREVIOUS: tokens.LAST_YEAR_WIDTH}
# Pixels of a text where there is little room, and where there is enough.
_TEXT_WIDTH, _TEXT_USUAL = 240, 560


class ValueEditor(Told):
    """The editor of one value: an entry with its unit, how it was read, and lines about it.

    It stands alone with its menu at its right, or in a row, which then has the menu and the lines.
    """

    def __init__(self, indicator: Indicator, desk: Desk, slot: Slot = Slot.VALUE) -> None:
        super().__init__()
        self._indicator = indicator
        self._desk = desk
        self._measure = measure_of(indicator)
        self._slot = slot
        self._this_year = slot is Slot.VALUE
        self._row: Told | None = None
        self._reading = ""
        self._hint: Hint | None = None
        self._details: Details | None = None
        self._menu: QWidget | None = None
        self._undo: QWidget | None = None
        self.entry = self._make_entry()
        self._face = self._make_face()
        self.binding = Binding(desk, EditPath(slot, indicator.id), self.entry)
        self.binding.refreshed.connect(self._show_answer)
        self.entry.remarked.connect(self._note)
        self.entry.block_pasted.connect(self._take_block)
        self._carried = Carried(indicator.id, indicator.name, desk, self._put_below)
        self._contested = Contested(indicator.id, indicator.name, desk, self._put_below, slot)
        self.binding.refresh()

    @property
    def hint(self) -> Hint:
        """What is said about the answer: in a row nothing, until there is something to say."""
        if self._hint is None:
            guide = self._indicator.guide if self._this_year and self._row is None else ""
            self._hint = Hint(guide, of="" if self._this_year else self._year_before())
            self._put_below(self._hint)
            self._hint.setVisible(bool(self._hint.text()))
        return self._hint

    @property
    def refusal_shown(self) -> QWidget | None:
        """What tells why the answer cannot be read, if that is told."""
        refused = self._hint is not None and self._hint.mood is Mood.ERROR
        return self._hint if refused else None

    @property
    def reading(self) -> str:
        """How the answer was read, where that says something new."""
        return self._reading

    @property
    def target(self) -> Target:
        """The place that a cell goes to which is pasted here."""
        return Target(self.binding.path, self._indicator)

    def stand_in(self, row: Told) -> None:
        """Leave the menu, and the room for lines, to a row."""
        self._row = row
        if self._below is not None:
            for line in self._below.lines():
                row.take_line(line)

    def show_guide(self, *, shown: bool) -> None:
        """Show what is to be written here, or leave that to whoever asks for it."""
        self.hint.show_guide(self._indicator.guide if shown else "")

    def open_menu(self) -> None:
        """Open the menu of the answer under the entry."""
        self._make_details().open_menu()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu of the answer by its key."""
        if self._this_year and is_opening(event):
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def top_height(self) -> int:
        """Return the pixels of the entry, and of how it was read below it."""
        read = theme.font_height(tokens.HINT_SIZE) + 2 if self._reading else 0
        return self._entry_height() + read

    def hasHeightForWidth(self) -> bool:
        """Tell that lines may wrap where it is narrow."""
        return self._below is not None and self._row is None

    def heightForWidth(self, width: int) -> int:
        """Return the pixels of the entry and the lines below it."""
        return self.top_height() + self.lines_height(width)

    def sizeHint(self) -> QSize:
        """Return the size of the entry with its menu."""
        width = self._least_width()
        if self._indicator.kind is Kind.TEXT:
            width = self._beside(scaled(_TEXT_USUAL))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the entry with its menu, a text at its narrowest."""
        width = self._least_width()
        return QSize(width, self.heightForWidth(width))

    def lines_changed(self) -> None:
        """Take the room that the lines need now."""
        if self._row is None:
            policy = self.sizePolicy()
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
            self.updateGeometry()
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Standing alone it has its menu beside it, and its guide in sight."""
        if self._row is None and self._this_year and self._menu is None:
            self._menu = MenuButton(self._indicator.name, self.entry.offer)
            self._menu.setParent(self)
            self._menu.show()
            if self._indicator.guide:
                self.hint.setVisible(bool(self.hint.text()))
            self._arrange()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the entry, and what is beside and below it."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write how it was read under the entry."""
        if self._reading:
            painter = painter_on(self)
            painter.setFont(font(tokens.HINT_SIZE))
            painter.setPen(colour(Colour.LIVE))
            wide = painter.fontMetrics().horizontalAdvance(self._reading)
            top, right = self._entry_height(), max(self._face.width() - 2, wide)
            right = min(right, self.width())
            room = QRectF(0, top, right, self.top_height() - top)
            shown = painter.fontMetrics().elidedText(
                self._reading, Qt.TextElideMode.ElideRight, int(room.width())
            )
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight), shown)

    def _make_entry(self) -> Entry:
        entry, kind = Entry(), self._indicator.kind
        prefix = "" if self._this_year else self._year_before()
        unit = say("（{unit}）", unit=self._indicator.unit) if self._indicator.unit else ""
        entry.setAccessibleName(f"{prefix}{self._indicator.name}{unit}")
        entry.setPlaceholderText(State.BLANK.value if self._this_year else self._year_before())
        entry.setProperty(SKIPPED_BY_ENTER, not self._this_year)
        entry.takes_one_cell = kind is not Kind.TEXT
        entry.detour = self._remedy
        if kind.traits.is_numeric:
            entry.align(Qt.AlignmentFlag.AlignRight)
        if self._this_year:
            entry.be_written(Colour.INK, Colour.WARN)
            entry.offer = lambda: self._make_details().menu_actions
            if kind.traits.is_numeric:
                entry.show_unit(self._indicator.unit, scaled(tokens.ENTRY_UNIT_WIDTH))
                entry.words_for_unit = words_of(self._measure)
        else:
            entry.be_quiet()
        self.setFocusProxy(entry)
        return entry

    def _make_face(self) -> QWidget:
        """What is seen of the entry: itself, or a list of words with it in front."""
        face: QWidget = self.entry
        if self._indicator.kind is Kind.CHOICE:
            face = Choice(self.entry, self._indicator.options)
        face.setParent(self)
        return face

    def _year_before(self) -> str:
        """The year that stands beside the entry's: before a plan for the next one, this year."""
        return say("本年") if self._indicator.plan_for else say("上年")

    def _entry_height(self) -> int:
        return self.entry.sizeHint().height()

    def _least_width(self) -> int:
        text = self._indicator.kind is Kind.TEXT
        entry = _TEXT_WIDTH if text else _WIDTHS[self._slot]
        return self._beside(scaled(entry))

    def _beside(self, entry: int) -> int:
        """The pixels of an entry of a width with its menu."""
        menu = tokens.INSIDE + scaled(tokens.ROW_MENU_WIDTH)
        return entry + (menu if self._this_year and self._row is None else 0)

    def _arrange(self) -> None:
        high, wide = self._entry_height(), self.width()
        if self._row is None:
            room = wide - self._beside(0)
            text = self._indicator.kind is Kind.TEXT
            wide = min(room, scaled(_TEXT_USUAL if text else _WIDTHS[self._slot]))
            if self._menu is not None:
                place = QRect(wide + tokens.INSIDE, 0, scaled(tokens.ROW_MENU_WIDTH), high)
                self._menu.setGeometry(place)
            if self._below is not None:  # outright: it may be a window of its own
                self.setMinimumHeight(self.heightForWidth(self.width()))
            self.place_lines()
        self._face.setGeometry(0, 0, wide, high)
        self._place_undo()

    def _put_below(self, line: QWidget) -> None:
        (self._row or self).take_line(line)

    def _make_details(self) -> Details:
        if self._details is None:
            self._details = Details(
                self._indicator,
                self._desk,
                self,
                self._put_below,
                self._choose,
                self.entry.set_hover_text,
            )
        return self._details

    def _choose(self, typed: str | None) -> None:
        self.entry.setFocus()
        self.binding.put(typed)

    def _note(self, sentence: str) -> None:
        self.hint.show_note(sentence)

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
            say(
                "已从“{name}”往下填到“{last}”，共{count}项；按 {undo} 一次撤销",
                name=self._indicator.name,
                last=last,
                count=len(changes),
                undo=undo,
            )
        )

    def _show_answer(self) -> None:
        """Show how the answer was read."""
        entry = self.binding.entry
        self.entry.set_look(look_of(entry))
        self._show_reading(entry)
        self._tell(entry)
        self._contested.refresh()
        if self._this_year:
            self._carried.refresh()
            self._show_particulars()
            self._show_undo()

    def _tell(self, entry: AnswerEntry | None) -> None:
        refusal = entry.refusal if entry else ""
        self.entry.setAccessibleDescription(refusal or self._reading or self._asked(entry))
        remarks = entry.remarks if entry and self._row is None else ()  # a row has them as findings
        word = entry.value.number.word if entry and entry.value.number else ""
        if word and self._this_year and not remarks:
            ours = self._indicator.unit
            offer = (say("按“{unit}”记", unit=word), lambda: self._count_in(word))
            told = say("印成“{word}”；同一组的其他数还是“{unit}”", word=word, unit=ours)
            self.hint.show_offer(told, offer)
            return
        if self._hint is not None or refusal or remarks:
            shown = entry if refusal or remarks else None
            self.hint.show_entry(shown, self._remedies(entry) if refusal else ())

    def _asked(self, entry: AnswerEntry | None) -> str:
        """What helps with the entry; before it, as long as it is so, that it is still blank."""
        guide = self._indicator.guide if self._this_year else ""
        blank = guide and entry is None  # without a guide Qt says of itself what stands there
        return say("{value}；{guide}", value=State.BLANK.value, guide=guide) if blank else guide

    def _remedies(self, entry: AnswerEntry | None) -> tuple[Action, ...]:
        """What can be done about a figure in another unit."""
        typed = entry.typed if entry is not None else ""
        other = other_unit(typed, self._measure) if isinstance(typed, str) else None
        if other is None:
            return ()
        ours = (say("按“{unit}”记", unit=self._measure.unit), lambda: self._choose(other.in_ours))
        if not (self._this_year and self._indicator.kind.traits.has_unit):
            return (ours,)
        return (
            ours,
            (say("单位改为“{unit}”", unit=other.unit), lambda: self._set_unit(other.unit)),
        )

    def _count_in(self, word: str) -> None:
        """The figure and all that go with it get the unit in which it was written."""
        self.entry.setFocus()
        draft, id_ = self._desk.figures.draft, self._indicator.id
        units = counted_in(word, id_, draft.template)
        changes = [each for known in units for each in outline_edits.set_unit(draft, *known)]
        self._desk.put_all(changes, joins=False)

    def _set_unit(self, unit: str) -> None:
        self.entry.setFocus()
        changes = outline_edits.set_unit(self._desk.figures.draft, self._indicator.id, unit)
        self._desk.put_all([*changes], joins=False)

    def _remedy(self) -> QWidget | None:
        """The first thing that can be done about what is wrong."""
        if self._hint is None or self._hint.mood is not Mood.ERROR:
            return None
        return next(iter(self._hint.buttons), None)

    def _show_particulars(self) -> None:
        """Mark an answer about which something is said; most have nothing."""
        own = own_particulars(self._desk.figures, self._indicator)
        if self._details is not None or any(True for _ in own):
            self._make_details().refresh()

    def _show_undo(self) -> None:
        """A state is taken back by the button beside it."""
        stamped = self.entry.look is Look.STATE
        if stamped and self._undo is None and self.entry.framed:
            name = say("{name}改回待填", name=self._indicator.name)
            self._undo = tool_button("", lambda: self._choose(None), icon=Icon.UNDO, name=name)
            self._undo.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
            self._undo.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._undo.setParent(self)
            self.entry.entered.connect(self._undo.hide)
            self.entry.rested.connect(self._show_undo)
        if self._undo is not None:
            self._undo.setVisible(stamped and not self.entry.hasFocus())
            self._place_undo()

    def _place_undo(self) -> None:
        if self._undo is not None:
            size = scaled(tokens.SMALL_BUTTON_HEIGHT)
            top = (self._entry_height() - size) // 2
            self._undo.setGeometry(self._face.width() - size - 2, top, size, size)

    def _show_reading(self, entry: AnswerEntry | None) -> None:
        """How it was read where that says something new."""
        reading = ""
        if entry is not None and not entry.refusal and self._this_year:
            reading = shown_as(entry.typed, Reading(entry.value), self._measure)
        text = say("读作 {reading}", reading=reading) if reading else ""
        if text != self._reading:
            grows = bool(text) != bool(self._reading)
            self._reading = text
            self.update()
            if grows:
                (self._row or self).lines_changed()


class Choice(QComboBox):
    """An entry with a list of words to choose from."""

    def __init__(self, entry: Entry, options: tuple[str, ...]) -> None:
        super().__init__()
        self._entry = entry
        self.addItems(options)
        self.setEditable(True)
        entry.framed = False
        self.setLineEdit(entry)
        self.setCompleter(None)  # type: ignore[arg-type]  # Qt's way to have none
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(entry.accessibleName())
        self.view().setAccessibleName(say("{name}的选项", name=entry.accessibleName()))
        self.setCurrentIndex(-1)
        self.textActivated.connect(lambda _text: entry.edited.emit())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it as an entry with a chevron."""
        painter = painter_on(self)
        refused = self._entry.look is Look.REFUSED
        draw_entry(painter, self, focused=self._entry.hasFocus(), refused=refused)
        draw_chevron(painter, self)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page; turning the wheel must not change an answer."""
        event.ignore()


def targets_below(editor: ValueEditor) -> Iterator[Target]:
    """Yield the entries of figures that follow below an editor; a derived value ends them.

    Whether a copied column has a cell for it nobody can know.
    """
    row = editor.parentWidget()
    around = row.parentWidget() if row is not None else None
    rows = iter(around.findChildren(QWidget) if around is not None else ())
    for each in rows:
        if each is editor:
            break
    for each in rows:
        this_year = editor.target.path.slot is Slot.VALUE
        if isinstance(each, DerivedValue) and this_year:
            return
        if isinstance(each, ValueEditor) and each.target.path.slot is editor.target.path.slot:
            if not each.target.indicator.kind.traits.is_numeric:
                return
            yield each.target
