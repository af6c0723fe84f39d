"""A desk over a real store, for the tests of what stands on it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.samples import Clock
from ui.desk import Desk
from unionapp.draft import Change, EditPath, Slot
from unionapp.storage import DraftStore, open_store
from unionapp.storage.sessions import Session, begin
from unionapp.template import Indicator, Item
from unionapp.values import Typed

# Seconds, longer than the pause that ends a step.
_LONG = 60


@dataclass
class Office:
    """A draft in a store, and the desk on which it is worked."""

    store: DraftStore
    draft: str
    desk: Desk
    clock: Clock

    def kept(self, id_: str, slot: Slot = Slot.VALUE, field_: str = "") -> Typed | None:
        """What a fresh reading of the store finds at a path: what would survive a power cut."""
        fresh = Session(self.store, self.draft)
        return fresh.figures.draft.answers.get(EditPath(slot, id_, field_))

    def put(self, id_: str, typed: Typed | None, slot: Slot = Slot.VALUE, field_: str = "") -> None:
        """An edit from elsewhere: an import, another page."""
        self.clock.wait(_LONG)
        self.desk.put(EditPath(slot, id_, field_), typed)

    def indicator(self, id_: str) -> Indicator:
        return self.desk.figures.indicators[id_]

    def item(self, id_: str) -> Item:
        return next(item for item in self.desk.template.items if item.id == id_)


def open_office(folder: Path, template: str = "enterprise", *changes: Change) -> Office:
    """A new draft of a template."""
    store, clock = open_store(folder), Clock()
    draft = begin(store, template, changes, clock)
    clock.wait(_LONG)
    return Office(store, draft, Desk(Session(store, draft, clock)), clock)


@contextmanager
def another_at(office: Office, folder: Path) -> Iterator[Desk]:
    """Give the desk of another window on the same draft."""
    store = open_store(folder)
    yield Desk(Session(store, office.draft, office.clock))
    store.close()


def compose(widget: QWidget, preedit: str, commit: str = "") -> None:
    """What an input method does: letters that are not text yet, or a text that now is."""
    event = QInputMethodEvent(preedit, [])
    if commit:
        event.setCommitString(commit)
    QApplication.sendEvent(widget, event)


def type_in(widget: QWidget, text: str) -> None:
    """Type like a person does: Chinese through an input method, all else by keys."""
    for letter in text:
        if letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            compose(widget, "pin")
            compose(widget, "", letter)
