"""One row of a form for custom parts: a name, what it is, and its unit."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.kit import Combo, Label, Line
from ui.look.tokens import ENTRY_HEIGHT
from ui.words import say
from unionapp.draft import CustomIndicator
from unionapp.privacy import CALLED, suggested_by
from unionapp.template import Personal
from unionapp.values import Kind


class Sort(NamedTuple):
    """A sort that a custom indicator or column may be of, in the words of an office."""

    words: str
    kind: Kind
    personal: Personal = Personal.NOT


def _offered() -> Iterator[Sort]:
    """Yield what is offered; a text may also be one that is masked for the public."""
    for kind in Kind:
        if words := kind.traits.offered_as:
            yield Sort(words, kind)
        if kind is Kind.TEXT:
            yield from (
                Sort(say("{name}（公示时遮住）", name=CALLED[each]), kind, each) for each in CALLED
            )


_SORTS = tuple(_offered())

LONGEST_NAME, _LONGEST_UNIT = 40, 8
_UNIT_WIDTH = 88
# Pixels; the names of two-figure columns fit, so that all entries stand in one line.
_LABEL_WIDTH = 80


class KindRow(QWidget):
    """A row of a form with a name, a kind and a unit.

    A text whose name says that it is personal is suggested to be so, until the person chooses.
    """

    def __init__(self, what: str, *, with_table: bool = False) -> None:
        super().__init__()
        self.name = form_entry(say("{what}名称", what=what), LONGEST_NAME)
        self.name.textEdited.connect(self._suggest)
        self._sorts = [each for each in _SORTS if with_table or not each.kind.traits.has_entries]
        self._id = ""
        self._chosen = False
        self.kind = Combo()
        self.kind.setAccessibleName(say("{what}种类", what=what))
        self.kind.setMinimumHeight(ENTRY_HEIGHT)
        self.kind.addItems([each.words for each in self._sorts])
        self.kind.view().setAccessibleName(say("{what}种类", what=what))
        self.kind.activated.connect(self._note_choice)
        self.unit = form_entry(say("{what}单位", what=what), _LONGEST_UNIT)
        self.unit.setFixedWidth(_UNIT_WIDTH)
        self._unit_label = Label(say("单位"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = Label(say("{what}名称", what=what))
        label.setMinimumWidth(_LABEL_WIDTH)
        for widget in (label, self.name, self.kind, self._unit_label, self.unit):
            row.addWidget(widget)
        row.addStretch(1)
        self.kind.currentIndexChanged.connect(self._suit_unit)
        self._suit_unit()

    def show_wanted(self, wanted: CustomIndicator) -> None:
        """Show what is there already; a unit that somebody chose is kept with any kind."""
        self._id = wanted.id
        self.name.setText(wanted.name)
        self.unit.setText(wanted.unit)
        self.unit.setModified(True)
        self.choose(wanted.kind, wanted.personal)
        self._chosen = True

    def choose(self, kind: Kind, personal: Personal = Personal.NOT) -> None:
        """Choose a kind."""
        sorts = [(each.kind, each.personal) for each in self._sorts]
        self.kind.setCurrentIndex(sorts.index((kind, personal)))

    def keep_kind(self) -> None:
        """Offer what is of the same kind alone: a text can still be said to be personal."""
        kept = self.chosen
        for at in reversed(range(len(self._sorts))):
            if self._sorts[at].kind is not kept:
                del self._sorts[at]
                self.kind.removeItem(at)
        self.kind.setEnabled(len(self._sorts) > 1)

    @property
    def chosen(self) -> Kind:
        """The kind that is chosen now."""
        return self._sort.kind

    @property
    def _sort(self) -> Sort:
        return self._sorts[self.kind.currentIndex()]

    @property
    def typed_unit(self) -> str:
        """The unit, of a kind that has one."""
        return self.unit.text().strip() if self.chosen.traits.is_numeric else ""

    def missing(self) -> QLineEdit | None:
        """Return the entry that must still be filled in; a number is nothing without its unit."""
        if not self.name.text().strip():
            return self.name
        return self.unit if self.chosen.traits.is_numeric and not self.typed_unit else None

    def wanted(self) -> CustomIndicator:
        """Return what is written here; it has no id unless it was there already."""
        name, personal = self.name.text().strip(), self._sort.personal
        return CustomIndicator(name, self.chosen, self.typed_unit, personal, self._id)

    def _suggest(self, name: str) -> None:
        if not self._chosen and self.chosen is Kind.TEXT:
            self.choose(Kind.TEXT, suggested_by(name))

    def _note_choice(self) -> None:
        self._chosen = True

    def _suit_unit(self) -> None:
        """The usual unit of the kind, and no unit where none can be."""
        measured = self.chosen.traits.is_numeric
        if not self.unit.isModified():
            self.unit.setText(self.chosen.traits.usual_unit)
        for widget in (self.unit, self._unit_label):
            widget.setVisible(measured)


def form_entry(name: str, longest: int) -> QLineEdit:
    """Return an entry of a form in a card."""
    entry = Line()
    entry.setAccessibleName(name)
    entry.setMaxLength(longest)
    entry.setMinimumHeight(ENTRY_HEIGHT)
    entry.setMinimumWidth(240)
    return entry
