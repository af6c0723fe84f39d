"""One page of the wizard: a section of the template, a card an item.

It is built when it is first shown, so that the pages nobody has opened cost nothing: what is in
sight at once, the rest card by card, so that the window answers meanwhile.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from ui.desk import Desk
from ui.kit import focus_first_entry, is_alone, put_in_tab_order, with_slim_bars
from ui.look import scaled
from ui.look.tokens import AROUND, GROUP, HAIR, INSIDE, PAGE_TITLE_SIZE, WIDEST_FORM
from ui.section.card import Card
from ui.section.content import CursorInSight, PageContent, ReleasedSpace
from ui.section.foot import SectionFoot
from ui.section.heading import Guide, Heading, Standing
from ui.section.outline import OutlineActions
from ui.section.positions import start_of
from ui.words import say
from unionapp.checks import Finding, Severity
from unionapp.draft import EditPath, Slot, first_title
from unionapp.figures import progress
from unionapp.template import Item, Section
from unionapp.values import State

_WIDEST = WIDEST_FORM + 2 * AROUND
# Pixels of a window, about, that its cards do not take: title, guide, buttons.
_ABOVE_CARDS = 160
# Milliseconds before the next card: the page is painted first, and answers in between.
_BETWEEN_CARDS = 40
# Pixels kept in sight above and below the entry that has the focus.
_AROUND_FOCUS = 96


class SectionPage(QWizardPage):
    """The page of a section: its heading, its guide, and a card for every item."""

    # The id of an indicator that was clicked in a text and is not on this page.
    figure_asked = Signal(str)

    def __init__(self, section: Section, desk: Desk) -> None:
        super().__init__()
        self._section = section
        self._desk = desk
        self._outline = OutlineActions(desk)
        self._cards: list[Card] = []
        self._guide: Guide | None = None
        self._foot: SectionFoot | None = None
        self._faults: tuple[Finding, ...] = ()
        self._standing = Standing(self)
        self._standing.clicked.connect(self._go_to_fault)
        desk.changed.connect(self._tell_standing_if_seen)
        self._scroll = QScrollArea(self)  # goes with the page, even if that is never built
        self._cursor = CursorInSight(self._scroll)
        self._rest = QTimer(self, interval=_BETWEEN_CARDS)
        self._rest.timeout.connect(self._build_on)
        self.setAccessibleName(section.title)

    def initializePage(self) -> None:
        """Build the page before the wizard shows it."""
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Build the page at its first showing, however it came to be shown."""
        self._build()
        self._tell_standing()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Save what is still in hand; what is not built yet can wait for the next showing."""
        self._finish_headings()
        self._desk.flush()
        self._rest.stop()
        super().hideEvent(event)

    def prepare(self) -> bool:
        """Build a part of the page before anybody turns to it, and tell whether more is missing."""
        if self.layout() is None:
            self._lay_out()
        elif self._foot is None:
            self._build_on()
        return self._foot is None

    def go_to(self, id_: str, slot: Slot = Slot.VALUE) -> bool:
        """Put the focus into the entry of an indicator, or the text of an item, if it is here."""
        self._complete()
        editors = (card.editor(id_, slot) for card in self._cards)
        editor = next(filter(None, editors), None)
        if editor is not None:
            editor.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(editor, 0, _AROUND_FOCUS)
            self._show_note_with(editor, id_)
        return editor is not None

    def _show_note_with(self, editor: QWidget, id_: str) -> None:
        """Bring what was found there into sight too, if both fit into the window."""
        note = next(filter(None, (card.note_on(id_) for card in self._cards)), None)
        if note is None:
            return
        self._content.settle()
        top = note.mapTo(self._content, QPoint()).y() - INSIDE
        held = editor.focusProxy() or editor
        foot = held.mapTo(self._content, QPoint()).y() + held.height() + INSIDE
        bar = self._scroll.verticalScrollBar()
        if foot - top <= self._scroll.viewport().height():
            bar.setValue(min(bar.value(), top))

    def focus_first(self) -> None:
        """Put the focus where typing begins, or into the preview while it takes the whole page."""
        focus_first_entry(self._scroll if self._scroll.isVisibleTo(self) else self)

    def _go_to_fault(self) -> None:
        if self._faults:
            where = self._faults[0].where
            self.go_to(where.id, where.slot)

    def editor_of(self, id_: str) -> QWidget | None:
        """Return the editor of an indicator, or of the text of an item, that is built already."""
        return next(filter(None, (card.editor(id_) for card in self._cards)), None)

    def fold_guide(self, *, folded: bool) -> None:
        """Fold the guide away, or open it; a page that is not built yet asks the settings then."""
        if self._guide is not None:
            self._guide.fold(folded=folded)

    def position(self) -> EditPath:
        """Return what one is typing in, or the beginning of the card or page that one is at."""
        focused = QApplication.focusWidget()
        for card in self._cards:
            if focused is not None and card.isAncestorOf(focused):
                return card.place_at(focused)
        return start_of(self._section.id)

    @property
    def cards(self) -> tuple[Card, ...]:
        """The cards of the items, in order."""
        return tuple(self._cards)

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Show on each card what was found there; what one types in stays where it is."""
        found = tuple(findings)
        here = {
            id_
            for item in self._section.items
            for id_ in (item.id, *(each.id for each in item.indicators))
        }
        self._faults = tuple(
            each for each in found if each.severity is Severity.ERROR and each.where.id in here
        )
        if self.layout() is not None:
            self._tell_standing()
        if self._cards:
            with self._content.standing_still(QApplication.focusWidget()):
                for card in self._cards:
                    card.show_findings(found)
            self._released_space.look_soon()

    def anchors(self) -> tuple[str, ...]:
        """Return the ids of what is in hand, the nearest first."""
        focused = QApplication.focusWidget()
        held = (card for card in self._cards if focused and card.isAncestorOf(focused))
        item = next((card.item.id for card in held), "")
        return (item, self._section.id, *(each.id for each in self._section.items))

    def show_section(self, section: Section) -> None:
        """Show the section as the outline has it now; what did not change keeps its widgets."""
        if section == self._section:
            return
        if self.layout() is not None:
            self._complete()
        self._section = section
        self.setAccessibleName(section.title)
        if self._foot is not None:
            focused = self._focused_id()
            self._heading.show_words(section.title)
            self._show_cards()
            self._foot.show_section(section)
            if focused and not self._holds_focus():
                self.go_to(focused)

    def write_title(self, id_: str = "") -> None:
        """Let the heading of the section be written, or of one of its items."""
        self._complete()
        card = next((card for card in self._cards if card.item.id == id_), None)
        if card is not None:
            card.write_title()
            self._scroll.ensureWidgetVisible(card, 0, _AROUND_FOCUS)
        elif not id_ and self._section.heading:
            first = first_title(self._desk.figures.draft, self._section.id)
            self._heading.write(first, self._outline.renaming(self._section.id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the heading of the section be written at F2."""
        if is_alone(event, Qt.Key.Key_F2):
            self.write_title()
        else:
            super().keyPressEvent(event)

    def _finish_headings(self) -> None:
        if self.layout() is not None:
            self._heading.flush()
        for card in self._cards:
            if card.heading is not None:
                card.heading.flush()

    def _build(self) -> None:
        """Build what is in sight, and have the rest follow once that is painted."""
        if self.layout() is None:
            self._lay_out()
        while self._foot is None and not self._fills_window():
            self._build_on()
        if self._foot is None and not self._rest.isActive():
            self._rest.start()

    def _fills_window(self) -> bool:
        """Whether the cards that are built reach the window's foot, as far as one can tell yet."""
        reach = sum(card.sizeHint().height() for card in self._cards)
        return reach >= self.window().height() - _ABOVE_CARDS

    def _lay_out(self) -> None:
        self._content = PageContent()
        self._released_space = ReleasedSpace(self._content, lambda: self._cards)
        self._content.setMaximumWidth(scaled(_WIDEST))
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(GROUP)
        self._content.leave_margins()
        self._column.addLayout(self._head())
        self._above = self._column.count()
        self._column.addStretch(1)
        self._scroll.setWidget(self._content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        with_slim_bars(self._scroll)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._scroll)
        self._watch_focus()

    def _build_on(self) -> None:
        """Build the next card, and the foot in the end."""
        if self._foot is not None:
            self._rest.stop()
            return
        built = len(self._cards)
        if built < len(self._section.items):
            card = self._card(self._section.items[built], {})
            self._cards.append(card)
            part: QWidget = card
        else:
            part = self._foot = self._make_foot()
        self._column.insertWidget(self._above + built, part)
        part.show()  # Qt would only do so when the loop comes round

    def _complete(self) -> None:
        """Build what is not there yet, for somebody wants to go to it."""
        self._build()
        if self._foot is None:
            for _ in range(len(self._section.items) - len(self._cards) + 1):
                self._build_on()
            self._content.settle()

    def _head(self) -> QVBoxLayout:
        """The heading with what is to be mended at its right, and the guide below."""
        row = QHBoxLayout()
        row.setSpacing(GROUP)
        row.addWidget(self._make_heading(), 1)
        row.addWidget(self._standing, 0, Qt.AlignmentFlag.AlignVCenter)
        head = QVBoxLayout()
        head.setSpacing(HAIR)
        head.addLayout(row)
        if self._section.guide:
            self._guide = Guide(self._section.guide)
            head.addWidget(self._guide)
        return head

    def _tell_standing(self) -> None:
        """Tell at the heading what is to be mended, and how much is filled in."""
        figures, asked = self._desk.figures, progress.asked_in(self._section)
        blank = sum(figures.state(each) is State.BLANK for each in asked)
        self._standing.show_standing(len(self._faults), len(asked) - blank, len(asked))

    def _tell_standing_if_seen(self) -> None:
        if self.isVisible():
            self._tell_standing()

    def _make_heading(self) -> Heading:
        self._heading = Heading(self._section.title, PAGE_TITLE_SIZE)
        self._heading.pencil.clicked.connect(lambda: self.write_title())
        self._heading.pencil.setVisible(self._section.heading)
        return self._heading

    def _make_foot(self) -> SectionFoot:
        foot = SectionFoot(self._section, self._outline)
        foot.title_wanted.connect(self.write_title)
        return foot

    def _show_cards(self) -> None:
        """A card for each item in order; one whose item has not changed is kept as it is."""
        before = {card.item.id: card for card in self._cards}
        self._cards = [self._card(item, before) for item in self._section.items]
        for place, card in enumerate(self._cards, self._above):
            if self._column.indexOf(card) != place:
                self._column.insertWidget(place, card)
                card.show()
        for card in before.values():
            if card not in self._cards:
                self._column.removeWidget(card)
                card.hide()
                card.deleteLater()
        if self._foot is not None and self._cards != [*before.values()]:
            put_in_tab_order([*self._cards, self._foot])

    def _card(self, item: Item, before: dict[str, Card]) -> Card:
        """The card of an item, which needs no title of its own if it is named as the page is."""
        titled = item.title != self._section.title or len(self._section.items) > 1
        kept = before.get(item.id)
        if kept is not None and kept.takes(item, titled=titled):
            return kept
        card = Card(item, self._desk, titled=titled)
        for text in card.texts():
            self._cursor.watch(text)
        card.figure_asked.connect(self._ask_for)
        card.menu.title_wanted.connect(self.write_title)
        card.menu.entry_wanted.connect(self.go_to)
        card.form_opened.connect(self._bring_into_sight)
        return card

    def _focused_id(self) -> str:
        """The id of the indicator or item in whose editor the focus is, or nothing."""
        focused = QApplication.focusWidget()
        ids = (card.id_at(focused) for card in self._cards) if focused is not None else ()
        return next(filter(None, ids), "")

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and any(card.id_at(focused) for card in self._cards)

    def _ask_for(self, id_: str) -> None:
        figures = self._desk.figures
        if id_ not in figures.indicators:
            self._desk.noticed.emit(say("“{name}”所在的章或条现在不写", name=figures.name(id_)))
        elif not self.go_to(id_):
            self.figure_asked.emit(id_)

    def _bring_into_sight(self, form: QWidget) -> None:
        """Scroll so that all of a form is seen, its top first where it is too high."""
        self._content.settle()
        top = form.mapTo(self._content, QPoint()).y() - INSIDE
        bottom = top + form.sizeHint().height() + 2 * INSIDE
        bar = self._scroll.verticalScrollBar()
        wanted = max(bar.value(), bottom - self._scroll.viewport().height())
        bar.setValue(min(wanted, top))

    def _watch_focus(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._keep_in_sight)

    def _keep_in_sight(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self._scroll.isVisible() and self._scroll.isAncestorOf(now):
            self._scroll.ensureWidgetVisible(now, 0, _AROUND_FOCUS)
