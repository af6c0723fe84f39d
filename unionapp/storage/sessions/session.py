"""A session on one draft: the door through which every edit enters.

A key press, an import, an undo or the command line all append edits here; the store has them
before anybody is told. Another window may be at work on the same draft: its edits are read in
first, and what is saved here goes on top of them.
"""

import getpass
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Protocol

from unionapp import template as templates
from unionapp.draft import (
    BEGINNING,
    Action,
    Answers,
    Change,
    Edit,
    EditPath,
    History,
    Slot,
    Step,
    rebased,
    step_name,
    subject_paths,
)
from unionapp.errors import NewerEditsError, StoreError
from unionapp.figures import Figures, figures, figures_after
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.listing import DraftSummary, WrittenPaper
from unionapp.storage.sessions.contests import Contest, Contests
from unionapp.storage.sessions.log import Log
from unionapp.template import Template
from unionapp.text import local_time, sortable_time
from unionapp.values import Typed

# Seconds; edits at one path with shorter pauses than this between them are one step to undo.
PAUSE = 2.0

_GONE = (
    "这份草稿在另一个窗口里被彻底删除了，这里写下的存不进去；要留着，请关闭窗口，选“存成文件…”。"
)

# Slots in which an edit shows that somebody has looked at what was carried on.
_CONFIRMING = frozenset({Slot.VALUE, Slot.NARRATIVE})


class Clock(Protocol):
    """What tells the time of an edit, in UTC, and how much has passed since another."""

    def __call__(self) -> datetime:
        """Return the time; whoever sets the PC's clock sets this too."""
        ...

    def ticks(self) -> float:
        """Return seconds that only go on, at the same pace, also while the PC sleeps."""
        ...


# On Linux alone the monotonic clock stands still while the PC sleeps, and this one does not
# (clock_gettime(2)).
_BOOTTIME = getattr(time, "CLOCK_BOOTTIME", None)


class _OwnClock:
    """The clock of this PC."""

    def __call__(self) -> datetime:
        return datetime.now(UTC)

    def ticks(self) -> float:
        return time.monotonic() if _BOOTTIME is None else time.clock_gettime(_BOOTTIME)


now: Clock = _OwnClock()


def author() -> str:
    """Return the name of the account on this PC; empty where the system tells none.

    Windows has no list of accounts that Python can ask when the environment says nothing, and
    then says so by an `ImportError`; elsewhere an account may be missing in that list.
    """
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return ""


def begin(
    store: DraftStore,
    template_id: str,
    changes: Iterable[Change],
    clock: Clock = now,
    label: str = "",
) -> str:
    """Begin a draft with some answers and return its id."""
    return begin_from(store, templates.source(template_id), changes, clock, label)


def begin_from(
    store: DraftStore,
    source: str,
    changes: Iterable[Change],
    clock: Clock = now,
    label: str = "",
) -> str:
    """Begin a draft of a template that is given as its source, and return its id.

    What it is begun with is no step that can be undone, and is there with it or not at all.
    """
    at, by = clock().isoformat(), author()
    edits = _beginning((change for change in changes if change.typed is not None), by, at)
    begun = summary_of(figures(History(templates.decode(source, ""), edits).draft))
    return store.begin(source, begun, at, edits, label)


def _beginning(changes: Iterable[tuple[EditPath, Typed | None]], by: str, at: str) -> list[Edit]:
    """What a draft is begun with."""
    return [
        Edit(seq, BEGINNING, Action.DO, Change(*change), by, at)
        for seq, change in enumerate(changes, 1)
    ]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One step of a draft's history; `seq` is that of its last edit, `at` is UTC in ISO 8601."""

    seq: int
    at: str
    name: str


class Session:
    """A draft of the store, opened to be worked on."""

    def __init__(self, store: DraftStore, id_: str, clock: Clock = now) -> None:
        self.id = id_
        self._store = store
        self._clock = clock
        self._author = author()
        self._findings: int | None = None
        self._alone = BEGINNING
        self._last_typed = (BEGINNING, 0.0)
        self._contests = Contests()
        # How many edits of other windows were read in since the draft was opened.
        self.read_in = 0
        self._renewal = store.renewal
        self._source = store.template_source(id_)
        self._log = Log(store, id_, templates.decode(self._source, id_))
        self._history = self._log.read()
        # The draft as it was when it was opened.
        self.opening = HistoryEntry(self._history.last_seq, clock().isoformat(), "打开时")
        self._figures = figures(self._history.draft)
        self._summary = summary_of(self._figures)

    @property
    def template(self) -> Template:
        """What is asked: the template that the draft was begun with, as it was outlined."""
        return self._figures.draft.template

    @property
    def template_source(self) -> str:
        """The template that the draft was begun with, as TOML."""
        return self._source

    @property
    def figures(self) -> Figures:
        """The figures as they stand."""
        return self._figures

    @property
    def page(self) -> str:
        """The page where the draft was left."""
        return self._store.page(self.id)

    @property
    def last_place(self) -> str:
        """The id of what was changed last, or nothing: whoever comes back goes on there."""
        return next((path.id for path in self.undo_paths), "")

    @property
    def store(self) -> DraftStore:
        """The store that edits go to."""
        return self._store

    @property
    def refusal(self) -> str:
        """Why nothing can be saved at present, as a sentence; empty where everything can."""
        return self._store.refusal

    def try_again(self) -> None:
        """Make sure that edits can be saved; raises `StoreError` while they can't."""
        self._store.try_again()

    def leave_at(self, page: str) -> None:
        """Remember the page, to resume there; between two pages nobody types."""
        self._store.leave_at(self.id, page)
        self._log.renew_snapshot(self.last_seq)

    def edit(
        self,
        *changes: Change,
        joins: bool = True,
        seen: Mapping[EditPath, Typed | None] | None = None,
    ) -> None:
        """Save changes as one step; those that change nothing are left out.

        Typing on at one path joins the step before it. A paste, an import or a change of rows
        does not (`joins` is false): it is a step of its own, which nothing joins afterwards. What
        was carried on from last year and is edited is confirmed with that.

        Args:
            changes: What was typed, and where.
            joins: Whether it was typed, rather than done at one stroke.
            seen: What stood there for whoever typed it, if that is not how the draft stands now.
        """
        if seen is None:
            seen = self._figures.draft.answers
        wanted = [change for change in changes if seen.get(change.path) != change.typed]
        if not wanted:
            return
        with self._writing():
            if self.catch_up():
                wanted = rebased(wanted, seen, self._figures.draft)
            found = self._figures.draft.answers
            new = [change for change in wanted if found.get(change.path) != change.typed]
            step = self._step_number(new) if joins else self._history.last_seq + 1
            made = self._append(Action.DO, step, [*new, *_confirmed(found, new)])
        self._follow(made)
        self._alone = self._alone if joins or not new else step
        self._contests.note_meeting(wanted, seen, found)

    def catch_up(self) -> bool:
        """Read in what another window has edited meanwhile; return whether there was anything.

        Raises `StoreError` where the draft is there no more.
        """
        if not self.is_behind:
            return False
        if self._store.renewal is not self._renewal:
            self._settle_in()
        if self._store.last_seq(self.id) < self._history.last_seq:
            raise StoreError(_GONE)
        newer = self._store.edits(self.id, self._history.last_seq)
        self.read_in += len(newer)
        if not self._history.can_follow(newer):
            self._history = self._log.read_whole(self._history.last_seq)
        for edit in newer:
            self._history.append(edit)
        self._figures = figures_after(self._figures, [edit.change for edit in newer])
        self._summary = summary_of(self._figures)
        self._contests.note_theirs(self._figures.draft.answers)
        return bool(newer)

    @property
    def is_behind(self) -> bool:
        """Whether another window has edited the draft, or the store was made anew meanwhile."""
        last_seq = self._store.last_seq(self.id)
        return last_seq != self._history.last_seq or self._store.renewal is not self._renewal

    @property
    def renewal(self) -> Renewal | None:
        """What became of the store since it was opened, if anything did."""
        return self._store.renewal

    @property
    def contests(self) -> Mapping[EditPath, Contest]:
        """The answers that this window and another one have both changed, until that is settled."""
        return self._contests.among(self._figures.draft.answers)

    def settle_contest(self, path: EditPath) -> None:
        """Leave an answer that is contested as it stands."""
        self._contests.forget(path)

    def undo(self) -> str:
        """Take back the last step and return its name, or nothing when there is none.

        Raises `NewerEditsError` where it is another window's, and nobody here has seen it yet.
        """
        return self._turn(self._undoable, Action.UNDO, Step.undo_changes)

    def redo(self) -> str:
        """Make the step again that was taken back last and return its name.

        Raises `NewerEditsError` where another window has edited the draft since.
        """
        return self._turn(lambda: self._history.undone, Action.REDO, Step.redo_changes)

    @property
    def next_undo(self) -> str:
        """The name of the step that undo would take back, or nothing."""
        return self._name_of_last(self._undoable())

    @property
    def next_redo(self) -> str:
        """The name of the step that redo would make again, or nothing."""
        return self._name_of_last(self._history.undone)

    @property
    def undo_paths(self) -> tuple[EditPath, ...]:
        """What the step is about that undo would take back."""
        return tuple(path for step in self._undoable() for path in subject_paths(step))

    @property
    def redo_paths(self) -> tuple[EditPath, ...]:
        """What the step is about that redo would make again."""
        return tuple(path for step in self._history.undone[-1:] for path in subject_paths(step))

    def history(self) -> tuple[HistoryEntry, ...]:
        """Return the steps that made the draft what it is, the newest first."""
        self._know_all_steps()
        return tuple(
            HistoryEntry(step.last_seq, step.at, self._name(step))
            for step in reversed(self._history.done)
        )

    def history_lines(self) -> tuple[tuple[str, str], ...]:
        """Return the time on the clock on the wall and the name of each step, the newest first."""
        return tuple((sortable_time(local_time(entry.at)), entry.name) for entry in self.history())

    def go_back_to(self, entry: HistoryEntry) -> None:
        """Make the draft as it was then, as one new step that can be undone.

        Raises `NewerEditsError` where another window has edited it, and nobody here has seen that.
        """
        with self._writing():
            self._refuse_unseen()
            changes = self._ways_to(self._log.draft_after(entry.seq).answers)
            made = self._append(Action.DO, self._history.last_seq + 1, changes)
        self._follow(made)

    def note_findings(self, findings: int) -> None:
        """Remember how much the checks found, for the list of drafts; told again, it is free."""
        if self._findings is None:
            self._findings = self._store.listing(self.id).findings
        if findings != self._findings:
            self._store.note_findings(self.id, findings)
            self._findings = findings

    @property
    def last_seq(self) -> int:
        """The seq of the last edit; 0 before the first one."""
        return self._history.last_seq

    def note_written(self, seq: int | None = None) -> None:
        """Remember that papers were written just now, of the draft as it stood after `seq`.

        Without it, as it stands: nobody could edit it meanwhile.
        """
        known = self.last_seq if seq is None else seq
        self._store.note_written(self.id, self._clock().isoformat(), known)

    @property
    def papers(self) -> tuple[WrittenPaper, ...]:
        """The files that papers were written into, in order; none where that can't be read."""
        try:
            return self._store.papers(self.id)
        except StoreError:
            return ()

    @property
    def written_at(self) -> str:
        """When the papers were last written, UTC in ISO 8601; empty while they never were."""
        return self._store.listing(self.id).written_at

    def figures_when_written(self) -> Figures:
        """Return the figures as the papers that were written last tell them."""
        written = self._store.listing(self.id).written_seq
        return figures(self._log.draft_after(written))

    def _undoable(self) -> list[Step]:
        """The step that undo takes back, if there is one, however long ago it was made."""
        if not self._history.done:
            self._know_all_steps()
        return self._history.undoable

    def _know_all_steps(self) -> None:
        if not self._history.is_whole:
            self._history = self._log.read_whole(self._history.last_seq)

    def _name_of_last(self, steps: list[Step]) -> str:
        return self._name(steps[-1]) if steps else ""

    def _name(self, step: Step) -> str:
        return step_name(self._figures.draft, step, self._back_to(step))

    def _back_to(self, step: Step) -> str | None:
        """When the draft was first as a step of several changes leaves it, if it was so before.

        What can't be read now is passed over: for a name alone nobody is told of an error.
        """
        first = self._history.first_alike(step) if len(step.paths) > 1 else None
        if not first:
            return None if first is None else ""
        try:
            return self._log.time_of(first)
        except StoreError:
            return None

    def _turn(
        self,
        find_steps: Callable[[], list[Step]],
        action: Action,
        changes_of: Callable[[Step], tuple[Change, ...]],
    ) -> str:
        with self._writing():
            self._refuse_unseen()
            steps = find_steps()
            if not steps:
                return ""
            name = self._name_of_last(steps)
            made = self._append(action, steps[-1].number, changes_of(steps[-1]))
        self._follow(made)
        return name

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Do all of what is done within, or nothing of it.

        What was brought back within is then not there either, so that it is brought back again.
        """
        renewal = self._renewal
        try:
            with self._store.writing():
                yield
        except BaseException:
            self._renewal = renewal
            raise

    def _settle_in(self) -> None:
        """See that a store which was made anew has the draft as this window holds it."""
        renewal = self._store.renewal
        with self._store.writing():
            if not self._is_whole():
                self._bring_back()
        self._renewal = renewal

    def _is_whole(self) -> bool:
        """Whether all that is known here of the draft is in the store."""
        last = self._history.last_seq
        there = self._store.edits(self.id, last - 1, last) if last else ()
        return self._is_known() and (not last or there == (self._history.last_edit,))

    def _is_known(self) -> bool:
        return self.id in {row.id for row in (*self._store.drafts(), *self._store.binned())}

    def _bring_back(self) -> None:
        """Put the answers as they stand on what there is of the draft, if there is anything.

        What stands there alone stays: another window may have brought it back before.
        """
        held = self._figures.draft.answers
        if not self._is_known():
            edits = _beginning(held.items(), self._author, self._clock().isoformat())
            self._store.begin(
                self._source, self._summary, self._clock().isoformat(), edits, under=self.id
            )
        self._log = Log(self._store, self.id, self._history.template)
        self._history = self._log.read()
        self._figures = figures(self._history.draft)
        self._summary = summary_of(self._figures)
        there = self._figures.draft.answers
        changes = [
            change
            for change in self._ways_to(held)
            if change.typed is not None or self._contests.is_ours(change.path)
        ]
        self._follow(self._append(Action.DO, self._history.last_seq + 1, changes))
        self._contests.note_meeting(changes, {}, there)

    def _ways_to(self, then: Answers) -> list[Change]:
        """The changes that make the answers as they were or are to be."""
        now_ = self._figures.draft.answers
        paths = [path for path in {**then, **now_} if then.get(path) != now_.get(path)]
        return [Change(path, then.get(path)) for path in paths]

    def _refuse_unseen(self) -> None:
        """Do nothing on top of what another window has done and nobody here has seen."""
        if self.catch_up():
            raise NewerEditsError(
                "这份草稿刚刚在另一个窗口里改过，新的内容已经读进来了；请看一眼，再按一次。"
            )

    def _step_number(self, changes: list[Change]) -> int:
        """The step before when this goes on typing there, or a new one.

        Of an outline only headings are typed: any other change of it is made on purpose, so it is
        a step of its own. The pause is not that between the times of the edits: the clock may have
        been set meanwhile.
        """
        done = self._undoable()
        if done and not self._history.undone and _are_typed(changes):
            last, paths = done[-1], tuple(path for path, _ in changes)
            typed, ticks = self._last_typed
            goes_on = typed == last.number != self._alone and self._clock.ticks() - ticks < PAUSE
            if goes_on and subject_paths(last) == paths:
                return last.number
        return self._history.last_seq + 1

    def _append(self, action: Action, step: int, changes: Sequence[Change]) -> "_Made":
        """Put edits in the store; nothing here follows them before they are really there."""
        if not changes:
            return _Made((), step, self._figures, self._summary)
        at = self._clock().isoformat()
        edits = [
            Edit(seq, step, action, change, self._author, at)
            for seq, change in enumerate(changes, self._history.last_seq + 1)
        ]
        after = figures_after(self._figures, changes)
        summary = summary_of(after)
        self._store.append(self.id, edits, summary if summary != self._summary else None)
        return _Made(tuple(edits), step, after, summary)

    def _follow(self, made: "_Made") -> None:
        """Have the session stand as the store does, once edits are in it."""
        for edit in made.edits:
            self._history.append(edit)
        self._figures, self._summary = made.figures, made.summary
        if made.edits:
            self._last_typed = (made.step, self._clock.ticks())
        self._contests.note_ours(edit.change for edit in made.edits)


@dataclass(frozen=True, slots=True)
class _Made:
    """Edits that go into the store, and what the draft then is."""

    edits: tuple[Edit, ...]
    step: int
    figures: Figures
    summary: DraftSummary


def summary_of(found: Figures) -> DraftSummary:
    """Return what the list of drafts shows of these figures."""
    template = found.draft.template
    unit, year = found.printed("unit"), found.printed("year")
    return DraftSummary(template.name, unit, year, len(found.filled), len(template.asked))


def _are_typed(changes: list[Change]) -> bool:
    """Whether they may come of a key: at one place, or in a heading and what is called like it."""
    slots = [path.slot for path, _ in changes]
    return (len(slots) == 1 and not slots[0].is_outline) or {*slots} == {Slot.TITLE}


def _confirmed(answers: Answers, changes: Iterable[Change]) -> Iterator[Change]:
    """The marks that go because what bears them is edited, unless they are edited themselves."""
    changes = tuple(changes)
    edited = {path for path, _ in changes}
    for id_ in {path.id: None for path in edited if path.slot in _CONFIRMING}:
        mark = EditPath(Slot.CARRIED, id_)
        if mark in answers and mark not in edited:
            yield Change(mark, None)
