"""The places of a real window where one can type, of every kind, and how one comes to them."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from tests.ui.support.steady.told import Place
from ui.editors import Binding
from ui.editors.field import Entry, Lines
from ui.editors.prose.prose_edit import ProseEdit
from ui.editors.table.grid import Grid
from ui.section import ExplanationEntry, SectionPage
from ui.section.heading import HeadingEntry
from ui.window import SummaryWizard
from unionapp.checks import explanation_path
from unionapp.draft import EditPath, Slot

TABLE, LIST, PERSON = "competition_table", "rule_titles", "donation_recipient"
PLAIN = ("unit", "employees", "innovation_benefit", "pledge_rate", "organisation_as_of", "theme")
ITEMS = ("organisation", "rules", "study", "repair")
SECTIONS = ("building", "thought")

_LETTERS = "abcdefgh职工安全技能竞赛帮扶慰问"
_DIGITS = "123456789"


class Hand(NamedTuple):
    """The widget that one types in, and how what stands there is read."""

    place: Place
    widget: QWidget
    text: Callable[[], str]
    letters: str = _LETTERS


class Places:
    """The places of a window; which comes next is drawn."""

    def __init__(self, wizard: SummaryWizard, chance: Random) -> None:
        self._wizard = wizard
        self._chance = chance

    def turn(self) -> Hand:
        """Go to another place, of any kind."""
        ways = (
            self._plain,
            self._plain,
            self._previous,
            self._note,
            self._list,
            self._person,
            self._cell,
            self._cell,
            self._narrative,
            self._narrative,
            self._item_title,
            self._section_title,
            self._explanation,
        )
        return self._chance.choice(ways)()

    def _plain(self) -> Hand:
        id_ = self._chance.choice(PLAIN)
        self._wizard.go_to(id_)
        return self._entry(Place(EditPath(Slot.VALUE, id_)), _DIGITS)

    def _previous(self) -> Hand:
        self._wizard.go_to("employees", Slot.PREVIOUS)
        return self._entry(Place(EditPath(Slot.PREVIOUS, "employees")), _DIGITS)

    def _note(self) -> Hand:
        self._wizard.go_to("members")
        entry = self._wizard.focusWidget()
        assert isinstance(entry, Entry)
        next(act for words, act in entry.menu_actions if words.startswith("写备注"))()
        return self._entry(Place(EditPath(Slot.NOTE, "members")))

    def _person(self) -> Hand:
        self._wizard.go_to(PERSON)
        entry = self._wizard.focusWidget()
        path = next(each.path for each in self._bindings() if each.parent() is entry)
        return self._entry(Place(path))

    def _explanation(self) -> Hand:
        self._wizard.go_to("members")
        page = self._page()
        found = (note for card in page.cards for note in card.notes)
        note = next((each for each in found if each.explain is not None), None)
        if note is None:  # it is found only after a pause
            return self._plain()
        note.begin_explaining()
        entry = note.explanation
        assert isinstance(entry, ExplanationEntry)
        entry.end(False)
        return Hand(Place(explanation_path(note.finding)), entry, entry.text)

    def _list(self) -> Hand:
        self._wizard.go_to(LIST)
        lines = self._wizard.focusWidget()
        assert isinstance(lines, Lines)
        QTest.keyClick(lines, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return Hand(Place(EditPath(Slot.VALUE, LIST)), lines, lines.toPlainText)

    def _narrative(self) -> Hand:
        id_ = self._chance.choice(ITEMS)
        self._wizard.go_to(id_, Slot.NARRATIVE)
        edit = self._wizard.focusWidget()
        assert isinstance(edit, ProseEdit)
        QTest.keyClick(edit, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        return Hand(Place(EditPath(Slot.NARRATIVE, id_)), edit, lambda: edit.text)

    def _cell(self) -> Hand:
        self._wizard.go_to(TABLE)
        grid = self._wizard.focusWidget()
        assert isinstance(grid, Grid)
        row, column = self._chance.randrange(grid.rowCount() - 1), self._chance.choice((0, 3))
        grid.setCurrentCell(row, column)
        grid.edit(grid.currentIndex())
        entry = grid.viewport().findChildren(QLineEdit)[-1]
        entry.end(False)
        return Hand(Place(EditPath(Slot.VALUE, TABLE), (row, column)), entry, entry.text)

    def _item_title(self) -> Hand:
        id_ = self._chance.choice(ITEMS)
        self._wizard.go_to(id_, Slot.NARRATIVE)
        self._page().write_title(id_)
        return self._heading(id_)

    def _section_title(self) -> Hand:
        id_ = self._chance.choice(SECTIONS)
        self._wizard.go_to_page(id_)
        self._page().write_title()
        return self._heading(id_)

    def _heading(self, id_: str) -> Hand:
        entry = QApplication.focusWidget()
        assert isinstance(entry, HeadingEntry)
        entry.end(False)
        return Hand(Place(EditPath(Slot.TITLE, id_)), entry, entry.text)

    def _entry(self, place: Place, letters: str = _LETTERS) -> Hand:
        entry = self._wizard.focusWidget()
        assert isinstance(entry, QLineEdit)
        entry.end(False)
        return Hand(place, entry, entry.text, letters)

    def _page(self) -> SectionPage:
        page = self._wizard.currentPage()
        assert isinstance(page, SectionPage)
        return page

    def _bindings(self) -> list[Binding]:
        return self._wizard.currentPage().findChildren(Binding)
