"""The desk: the one object that the window's parts work on a draft through.

It owns no data: it sends edits to the session and tells the parts what came of them. What could
not be saved is kept and tried again with the next edit, and the window says so meanwhile.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QObject, Signal, SignalInstance

from unionapp.checks import Finding, check
from unionapp.draft import Change, EditPath
from unionapp.errors import NewerEditsError, StoreError
from unionapp.figures import Figures, changed_ids
from unionapp.storage.sessions import HistoryEntry, Session
from unionapp.template import Template
from unionapp.text import clean
from unionapp.values import Typed


class _Topic(QObject):
    """One indicator or item that somebody watches."""

    changed = Signal()


class Desk(QObject):
    """The one object through which the parts of a window work on a session."""

    # The new `Figures`, after every edit, undo and redo.
    changed = Signal(object)

    # Everything typed so far is on disk.
    saved = Signal()

    # Saving failed; the sentence for the user.
    failed = Signal(str)

    # Something that was done to what was typed or pasted, to be told in passing.
    noticed = Signal(str)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._unsaved: dict[EditPath, Typed | None] = {}
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

        What could not be saved before goes first, as far as nothing newer stands in its place.
        """
        new = {path: self._clean(typed) for path, typed in changes}
        held = {path: typed for path, typed in self._unsaved.items() if path not in new}
        self._unsaved = {**held, **new}
        before = self._session.last_seq
        try:
            for path, typed in held.items():  # each was a step when it was typed
                self._session.edit(Change(path, typed))
            self._session.edit(*(Change(*change) for change in new.items()), joins=joins)
        except StoreError as error:
            self.failed.emit(str(error))
            return
        self._unsaved.clear()
        if self._failing or self._session.last_seq != before:
            self._announce()
        else:  # an entry that was cleaned shows again what is kept, but nothing was saved
            self.changed.emit(self.figures)

    def settle(self) -> bool:
        """Try again to save what could not be saved; return whether nothing is held any more."""
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
        try:
            step()
        except NewerEditsError as error:
            self._announce()
            self.noticed.emit(str(error))
            return False
        except StoreError as error:
            self.failed.emit(str(error))
            return False
        self._announce()
        return True

    def _announce(self) -> None:
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
