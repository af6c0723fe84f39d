"""The desk: the one object that the window's parts work on a draft through.

It owns no data: it sends edits to the session and tells the parts what came of them. What could
not be saved is kept and tried again, of its own accord and with the next edit, and the window says
so meanwhile. What is typed where saving takes longer is held back for a moment, and saved before
anything else is. What another window does with the same draft is looked for, and read in.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from ui.desk.elsewhere import Elsewhere
from ui.desk.hold import Hold
from ui.desk.unsaved import Deed, Unsaved
from ui.words import say
from unionapp.checks import Finding, check
from unionapp.draft import Change, EditPath
from unionapp.errors import BusyStoreError, NewerEditsError, StoreError
from unionapp.figures import Figures, changed_ids
from unionapp.storage.sessions import Contest, HistoryEntry, Session, exchange
from unionapp.system import Kept
from unionapp.template import Template
from unionapp.values import Typed, entered

_UNFORESEEN = say(
    "程序遇到了没有料到的问题，写下的内容还没有存上，程序会一直再试；请先不要关窗口。"
)

# Milliseconds after which what could not be saved is tried again, and after which it is where
# another program only holds the store; how long that may take until it is told; and how often it
# is looked for what another window does.
_RETRY, _SOON, _LONG, _LOOK = 2000, 100, 3000, 2000


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
        self._unsaved = Unsaved()
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.save)
        self._look = QTimer(self, interval=_LOOK)
        self._look.timeout.connect(self.look_around)
        self._look.start()
        self._elsewhere = Elsewhere(session)
        self._saved_until = datetime.now()
        self._topics: dict[str, _Topic] = {}
        self._announced = session.figures
        self._checked: Figures | None = None
        self._findings: tuple[Finding, ...] = ()
        self._failing, self._obstacle = False, ""
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
        return max(self._hold.age(), self._unsaved.age())

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
        return self._unsaved.answers.get(path, self.figures.draft.answers.get(path))

    def holds(self, path: EditPath) -> bool:
        """Return whether something was typed at a path that could not be saved yet."""
        return path in self._unsaved.answers

    def put_all(self, changes: list[Change], *, joins: bool = True) -> None:
        """Save several changes as one step; what was not typed joins no other step.

        What is held back goes first, and what could not be saved before. While another program
        holds the store no key waits for that: it is tried again beside, in a moment.
        """
        self._hold.flush()
        reached = datetime.now()
        new = tuple(Change(path, self._clean(typed)) for path, typed in changes)
        self._unsaved.add(Deed(new, joins, {path: self.answer(path) for path, _ in new}))
        if not self._obstacle:
            self._save(reached)

    def save(self) -> None:
        """Try again to save what could not be saved, and what is held back with it."""
        self._hold.flush()
        if self._unsaved or self._failing:
            self._save(datetime.now())

    def settle(self) -> bool:
        """Save what is held back or could not be saved; return whether nothing is left of it.

        What can't be saved now is told at once: somebody waits for it.
        """
        self.save()
        if self._unsaved and not self._failing:
            self.failed.emit(self._obstacle)
        return not self._unsaved

    def look_around(self) -> None:
        """Read in what another window has done; what keeps from that is told at the next save."""
        with suppress(StoreError):
            if not self._unsaved and self._session.is_behind:
                self._hold.flush()
                reached = datetime.now()
                self._session.catch_up()
                if not self._unsaved:
                    self._announce(reached)

    @property
    def contests(self) -> Mapping[EditPath, Contest]:
        """The answers that this window and another one have both changed."""
        return self._session.contests

    def settle_contest(self, path: EditPath) -> None:
        """Leave an answer that is contested as it stands."""
        self._session.settle_contest(path)
        self.changes_of(path.id).emit()

    def _save(self, reached: datetime) -> None:
        before = self._session.last_seq
        try:
            self._session.try_again()
            self._unsaved.save(self._edit)
        except BusyStoreError as error:
            self._wait(str(error))
            return
        except StoreError as error:
            self._obstacle = ""
            self.failed.emit(str(error))
            return
        except Exception:
            is_new = not self._failing
            self.failed.emit(_UNFORESEEN)  # it is held, and tried again as if a disk were full
            if is_new:
                raise
            return
        self._again.stop()
        has_waited, self._obstacle = bool(self._obstacle), ""
        if has_waited or self._failing or self._session.last_seq != before:
            self._announce(reached)
        else:  # an entry that was cleaned shows again what is kept, but nothing was saved
            self.changed.emit(self.figures)

    def save_to(self, path: Path) -> tuple[Kept, ...]:
        """Write the draft to a file of its own, with what could not be saved.

        Where it can't even be read any more, it is written as it stands here, without its history.
        Returns what stood there and is kept. Raises `StoreError` or `WritingError`.
        """
        session, held = self._session, self._unsaved.answers
        try:
            changes = [Change(*each) for each in held.items()]
            return exchange.save(session.store, session.id, path, changes)
        except StoreError:
            answers = {**self.figures.draft.answers, **held}
            return exchange.save_as_it_stands(session.template_source, answers, path)

    def _edit(self, deed: Deed) -> None:
        self._session.edit(*deed.changes, joins=deed.joins, seen=deed.seen)

    def _wait(self, obstacle: str) -> None:
        """Wait until another program lets the store go; only where that takes long it is told."""
        self._obstacle = obstacle
        self._again.start(_SOON)
        if self._failing or self._unsaved.age() * 1000 < _LONG:
            self.held.emit()
        else:
            self.failed.emit(obstacle)

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
        for sentence in self._elsewhere.news():
            self.noticed.emit(sentence)

    def _note_failure(self) -> None:
        self._failing = True
        if not self._again.isActive():
            self._again.start(_RETRY)

    def _clean(self, typed: Typed | None) -> Typed | None:
        """Return what was typed without what no paper can hold; rows and lists entry by entry."""
        if typed is None:
            return None
        cleaned = entered(typed)
        for message in cleaned.messages:
            self.noticed.emit(message)
        return cleaned.typed
