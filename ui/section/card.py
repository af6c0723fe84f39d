"""A card: one item of a section, with all that is asked for it and its text."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ui.desk import Desk
from ui.editors import Hint, make_editor
from ui.editors.field import Lines, ValueEditor
from ui.editors.prose import NarrativeEditor
from ui.kit import SKIPPED_BY_ENTER, Name, Sheet, is_alone, set_tip, tool_button
from ui.look import Icon
from ui.look.tokens import CARD_TITLE_SIZE, INSIDE
from ui.section.card_findings import SAID_AT_ENTRY, CardFindings, FindingNote
from ui.section.card_menu import CardMenu, CardMenuButton
from ui.section.grid import FigureGrid
from ui.section.heading import Heading
from ui.section.outline import NEW_ITEM, Form, OutlineActions
from ui.section.positions import start_of
from ui.words import say
from unionapp.checks import Finding
from unionapp.draft import EditPath, Slot, first_title
from unionapp.template import Indicator, Item

# Pixels round what stands on a card: left, top, right, bottom.
AROUND_CARD = (20, 14, 16, 16)


class Card(Sheet):
    """The card of one item: what is asked for it, figures first, and its text last."""

    # The id of an indicator whose chip was clicked in the narrative.
    figure_asked = Signal(str)

    # A `Form` has been opened, which is to be wholly in sight.
    form_opened = Signal(object)

    def __init__(self, item: Item, desk: Desk, *, titled: bool = True) -> None:
        super().__init__()
        self.item = item
        self.titled = titled
        self._desk = desk
        self._outline = OutlineActions(desk)
        self._form: Form | None = None
        self.figures: FigureGrid | None = None
        self.heading = Heading(item.title, CARD_TITLE_SIZE) if titled else None
        self.menu = CardMenu(item, self._outline, self, titled=titled)
        self.menu_button = CardMenuButton(self.menu)
        self._editors: dict[str, QWidget] = {}
        self._last_year: dict[str, QWidget] = {}
        # What was found at parts that are no rows of figures, by their ids.
        self._findings: dict[str, CardFindings] = {}
        self.narrative = NarrativeEditor(item, desk)
        self.narrative.figure_asked.connect(self.figure_asked)
        self._editors[item.id] = self.narrative
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(*AROUND_CARD)
        self._column.setSpacing(INSIDE)
        self._column.addLayout(self._head())
        for part in self._parts(item):
            self._column.addWidget(part)
        self.narrative.put_text_first()
        self.menu.form_wanted.connect(self.show_form)

    def takes(self, item: Item, *, titled: bool) -> bool:
        """Show the item as it is now and return True, if only its heading has changed."""
        if titled != self.titled and not (self.heading is not None and self.heading.is_written):
            return False
        if replace(item, title="") != replace(self.item, title=""):
            return False
        self.item = self.menu.item = item
        if self.heading is not None:
            self.heading.show_words(item.title)
        self.menu_button.name_after(item)
        self.narrative.edit.setAccessibleName(say("{title}正文", title=item.title))
        return True

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show what was found here, each at the entry that it is about."""
        told = [each for each in findings if each.rule not in SAID_AT_ENTRY]
        here = [each for each in told if each.where.id in self._editors]
        in_rows = self.figures.show_findings(here) if self.figures is not None else frozenset()
        by_part: dict[str, list[Finding]] = {id_: [] for id_ in self._findings}
        for each in here:
            if each.where.id not in in_rows:
                by_part.setdefault(each.where.id, []).append(each)
        for id_, found in by_part.items():
            self._findings_above(id_).show_findings(found)

    @property
    def notes(self) -> tuple[FindingNote, ...]:
        """What is shown of findings, those of figures first."""
        in_rows = self.figures.notes if self.figures is not None else ()
        above = (note for id_ in self._editors for note in self._notes_above(id_))
        return (*in_rows, *above)

    def _notes_above(self, id_: str) -> tuple[FindingNote, ...]:
        return self._findings[id_].notes if id_ in self._findings else ()

    def _findings_above(self, id_: str) -> CardFindings:
        """The notes above a part of the card that is no row of figures."""
        if id_ not in self._findings:
            editor = self._editors[id_]
            findings = self._findings[id_] = CardFindings(self._desk, editor.focusProxy())
            self._column.insertWidget(self._column.indexOf(editor), findings)
        return self._findings[id_]

    def give_back_room(self) -> None:
        """Take no room any more for findings that are gone."""
        for findings in self._findings.values():
            findings.keep_room(0)
        if self.figures is not None:
            self.figures.give_back_room()
        self._column.activate()

    def hideEvent(self, event: QHideEvent) -> None:
        """Give back the room of findings that are gone when the page is turned."""
        self.give_back_room()
        super().hideEvent(event)

    def write_title(self) -> None:
        """Let the heading be written."""
        if self.heading is not None:
            first = first_title(self._desk.figures.draft, self.item.id)
            new = self.item.title == NEW_ITEM
            then = self._first_editor() if new else None
            self.heading.write(first, self._outline.renaming(self.item.id), then)

    def _first_editor(self) -> QWidget:
        """Where one goes on once the item has its name."""
        asked = (self._editors.get(each.id) for each in self.item.indicators)
        return next(filter(None, asked), self.narrative)

    def show_form(self, form: Form) -> None:
        """Open a form below the head of the card, where its menu is, in place of another."""
        self._close_form()
        self._form = form
        form.left.connect(self._leave_form)
        self._column.insertWidget(1, form)
        form.show()  # at once, for only what is shown can have the focus
        form.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form_opened.emit(form)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the heading of the card be written at F2."""
        if is_alone(event, Qt.Key.Key_F2) and self.heading is not None:
            self.write_title()
        else:
            super().keyPressEvent(event)

    def _leave_form(self) -> None:
        self._close_form()
        self.menu_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_form(self) -> None:
        if self._form is not None:
            self._form.hide()
            self._form.deleteLater()
            self._form = None

    def _make_guide(self, guide: str) -> Hint:
        """What to write here, opened by a button in the head."""
        hint = Hint("", self)
        name = say("{title}怎么写", title=self.item.title)
        button = tool_button("", icon=Icon.INFO, name=name)
        button.setProperty(SKIPPED_BY_ENTER, SKIPPED_BY_ENTER)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        set_tip(button, guide)
        button.clicked.connect(lambda _checked: hint.show_guide("" if hint.text() else guide))
        if self.heading is not None:
            self.heading.add_tool(button)
        else:
            self._head_row.insertWidget(0, button)
        return hint

    def _head(self) -> QHBoxLayout:
        """The heading, if it has one, and the menu at the right."""
        row = self._head_row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        if self.heading is not None:
            self.heading.pencil.clicked.connect(self.write_title)
            row.addWidget(self.heading, 1)
        else:
            row.addStretch(1)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def editor(self, id_: str, slot: Slot = Slot.VALUE) -> QWidget | None:
        """Return the editor of an indicator, or of the item's text, if it is on this card."""
        return (self._last_year if slot is Slot.PREVIOUS else self._editors).get(id_)

    def texts(self) -> tuple[QTextEdit | QPlainTextEdit, ...]:
        """Return the texts of several lines."""
        return (self.narrative.edit, *self.findChildren(Lines))

    def note_on(self, id_: str) -> QWidget | None:
        """Return the note on what was found at an indicator or item, if any."""
        noted = (note for note in self.notes if note.finding.where.id == id_)
        return next(noted, None) or self._refusal_at(id_)

    def _refusal_at(self, id_: str) -> QWidget | None:
        """What an entry itself tells of what is wrong with it."""
        for editors in (self._editors, self._last_year):
            editor = editors.get(id_)
            if isinstance(editor, ValueEditor) and (told := editor.refusal_shown) is not None:
                return told
        return None

    def id_at(self, widget: QWidget) -> str:
        """Return the id of what is filled in where a widget stands; empty if nothing is."""
        return _id_in(self._editors, widget)

    def place_at(self, widget: QWidget) -> EditPath:
        """Return the path of what is filled in where a widget stands, or that of the card."""
        if id_ := _id_in(self._last_year, widget):
            return EditPath(Slot.PREVIOUS, id_)
        id_ = self.id_at(widget)
        if not id_:
            return start_of(self.item.id)
        return EditPath(Slot.NARRATIVE if id_ == self.item.id else Slot.VALUE, id_)

    def _parts(self, item: Item) -> Iterator[QWidget]:
        if item.guide:
            yield self._make_guide(item.guide)
        if rows := [each for each in item.indicators if not each.kind.traits.has_parts]:
            yield self._figures(rows)
        for indicator in item.indicators:
            if indicator.kind.traits.has_parts:
                editor = self._editor(indicator)
                yield Name(indicator.name, editor, indicator.guide)
                yield editor
        yield self.narrative

    def _figures(self, indicators: list[Indicator]) -> QWidget:
        """The grid of figures, a row each."""
        self.figures = FigureGrid(indicators, self._desk)
        for row in self.figures.rows:
            self._editors[row.indicator.id] = row.editor
            if row.previous is not None:
                self._last_year[row.indicator.id] = row.previous
        return self.figures

    def _editor(self, indicator: Indicator) -> QWidget:
        editor = make_editor(indicator, self._desk)
        self._editors[indicator.id] = editor
        return editor


def _id_in(editors: dict[str, QWidget], widget: QWidget) -> str:
    return next((id_ for id_, editor in editors.items() if _stands_in(widget, editor)), "")


def _stands_in(widget: QWidget, editor: QWidget) -> bool:
    return widget is editor or editor.isAncestorOf(widget)
