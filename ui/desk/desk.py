"""The desk: the one object that the window's parts work on a draft through.

It owns no data: it sends edits to the session and tells the parts what came of them. What could
not be saved is kept and tried again with the next edit, and the window says so meanwhile. What is
typed where saving takes longer is held back for a moment, and saved before anything else is.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import cast

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.desk.hold import Hold
from unionapp.checks import Finding, check
from unionapp.draft import Change, EditPath
from unionapp.errors import NewerEditsError, StoreError
from unionapp.figures import Figures, changed_ids
from unionapp.storage.sessions import HistoryEntry, Session, exchange
from unionapp.template import Template
from unionapp.text import clean
from unionapp.values import Typed

_UNFORESEEN = "程序遇到了没有料到的问题，写下的内容还没有存上，程序会一直再试；请先不要关窗口。"


class _Topic(QObject):
    """One indicator or item that somebody watches."""

    changed = Signal()


class Desk(QObject):
    """The one object through which the parts of a window work on a session."""

    # The new `Figures`, after every edit, undo and redo.
    changed = Signal(object)

    # Everything typed until `saved_until` is on disk.
    saved = Signal()

    # Something was typed that is not on disk yet.
    held = Signal()

    # Saving failed; the sentence for the user.
    failed = Signal(str)

    # Something that was done to what was typed or pasted, to be told in passing.
    noticed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._hold = Hold(self)
        self._hold.begun.connect(self.held)
        self._unsaved: dict[EditPath, Typed | None] = {}
        self._unsaved_since = 0.0
        self._saved_until = datetime.now()
        self._topics: dict[str, _Topic] = {}
        self._announced = session.figures
        self._checked: Figures | None = None
        self._findings: tuple[Finding, ...] = ()
        self._failing = False
        self.failed.connect(self._note_failure)

    @property
    def session(self) -> Session:
        """The session that edits go to."""
        return self._session

    @property
    def template(self) -> Template:
        """The template of the draft."""
        return self._session.template

    @property
    def figures(self) -> Figures:
        """The figures as they stand."""
        return self._session.figures

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the checks find in the figures as they stand; they are looked through once."""
        if self._checked is not self.figures:
            self._checked, self._findings = self.figures, tuple(check(self.figures))
        return self._findings

    def changes_of(self, id_: str) -> SignalInstance:
        """Return what is sent when the answers to an indicator or item, or what follows, change.

        An editor listens to its own, so that a key costs the same on a small and a big draft.
        """
        if id_ not in self._topics:
            self._topics[id_] = _Topic(self)
        return self._topics[id_].changed

    @property
    def saved_until(self) -> datetime:
        """The time on the clock on the wall until which all that was typed is on disk."""
        return self._saved_until

    def waiting(self) -> float:
        """Return for how many seconds the oldest of what is typed and not on disk has waited."""
        unsaved = monotonic() - self._unsaved_since if self._unsaved else 0
        return max(self._hold.age(), unsaved)

    def hold(self, path: EditPath, save: Callable[[], object], widget: QWidget) -> None:
        """Save what is typed at a path in a widget by `save`, when typing pauses or it is time.

        For what is so long that a save at each key would be felt. An edit anywhere, an undo and
        the focus that goes elsewhere save it first.
        """
        self._hold.keep(path, save, widget)

    def is_typing(self, path: EditPath) -> bool:
        """Tell whether what is typed at a path is held back: its widget alone knows it."""
        return self._hold.has(path)

    def let_go(self, path: EditPath) -> None:
        """Hold nothing back at a path any more, for it is saved otherwise or was taken back."""
        self._hold.drop(path)

    def flush(self) -> None:
        """Save what is held back while it is typed."""
        self._hold.flush()

    def put(self, path: EditPath, typed: Typed | None, *, joins: bool = True) -> None:
        """Save what was typed at a path; None takes the answer away."""
        self.put_all([Change(path, typed)], joins=joins)

    def answer(self, path: EditPath) -> Typed | None:
        """Return what was last typed at a path, whether it could be saved or not."""
        return self._unsaved.get(path, self.figures.draft.answers.get(path))

    def holds(self, path: EditPath) -> bool:
        """Return whether something was typed at a path that could not be saved yet."""
        return path in self._unsaved

    def put_all(self, changes: list[Change], *, joins: bool = True) -> None:
        """Save several changes as one step; what was not typed joins no other step.

        What is held back goes first, and what could not be saved before, as far as nothing newer
        stands in its place.
        """
        self._hold.flush()
        reached = datetime.now()
        new = {path: self._clean(typed) for path, typed in changes}
        held = {path: typed for path, typed in self._unsaved.items() if path not in new}
        if new and not self._unsaved:
            self._unsaved_since = monotonic()
        self._unsaved = {**held, **new}
        before = self._session.last_seq
        try:
            self._session.try_again()
            for path, typed in held.items():  # each was a step when it was typed
                self._session.edit(Change(path, typed))
            self._session.edit(*(Change(*change) for change in new.items()), joins=joins)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        except Exception:
            is_new = not self._failing
            self.failed.emit(_UNFORESEEN)  # it is held, and tried again as if a disk were full
            if is_new:
                raise
            return
        self._unsaved.clear()
        if self._failing or self._session.last_seq != before:
            self._announce(reached)
        else:  # an entry that was cleaned shows again what is kept, but nothing was saved
            self.changed.emit(self.figures)

    def save_to(self, path: Path) -> None:
        """Write the draft to a file of its own, with what could not be saved.

        Raises `StoreError` or `WritingError`.
        """
        held = [Change(*each) for each in self._unsaved.items()]
        exchange.save(self._session.store, self._session.id, path, held)

    def settle(self) -> bool:
        """Save what is held back or could not be saved; return whether nothing is left of it."""
        self._hold.flush()
        if self._unsaved:
            self.put_all([])
        return not self._unsaved

    def undo(self) -> bool:
        """Take back the last step; return whether that was done."""
        return self._apply(self._session.undo)

    def redo(self) -> bool:
        """Make again the step that was taken back last; return whether that was done."""
        return self._apply(self._session.redo)

    def go_back_to(self, entry: HistoryEntry) -> bool:
        """Make the draft as it was then, as a new step; return whether that was done."""

        def go() -> str:
            self._session.go_back_to(entry)
            return entry.name

        return self._apply(go)

    def _apply(self, step: Callable[[], str]) -> bool:
        """Take a step once all that was typed before it is saved: it would be lost under it."""
        if not self.settle():
            return False
        reached = datetime.now()
        try:
            step()
        except NewerEditsError as error:
            self._announce(reached)
            self.noticed.emit(str(error))
            return False
        except StoreError as error:
            self.failed.emit(str(error))
            return False
        self._announce(reached)
        return True

    def _announce(self, reached: datetime) -> None:
        self._saved_until = reached
        before, self._announced = self._announced, self.figures
        for id_ in changed_ids(before, self.figures) & self._topics.keys():
            self._topics[id_].changed.emit()
        self.changed.emit(self.figures)
        self._failing = False
        self.saved.emit()

    def _note_failure(self) -> None:
        self._failing = True

    def _clean(self, typed: Typed | None) -> Typed | None:
        """Return what was typed without what no paper can hold; rows and lists entry by entry."""
        if typed is None:
            return None
        if isinstance(typed, tuple):
            return cast("Typed", tuple(self._clean(entry) for entry in typed))
        cleaned = clean(typed)
        if cleaned.message:
            self.noticed.emit(cleaned.message)
        return cleaned.text
