"""One draft being worked on: the door through which every edit enters.

A key press, an import, an undo or the command line all append edits here; the store has them
before anybody is told. Listeners (the window's parts) get the new figures.
"""

import getpass
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from unionapp import template as templates
from unionapp.derive import Figures, figures, figures_after
from unionapp.draft import Action, Change, Edit, EditPath, Room
from unionapp.headline import Headline
from unionapp.history import History, Step
from unionapp.store import Store
from unionapp.template import Template

PAUSE = timedelta(seconds=2)
"""Edits at one path with shorter pauses than this between them are one step to undo."""

_NAMES = {
    Room.PREVIOUS: "上年{}",
    Room.AS_OF: "{}的截止",
    Room.NOTE: "{}的备注",
    Room.NARRATIVE: "{}正文",
    Room.TITLE: "标题{}",
    Room.UNIT: "{}的单位",
    Room.OFF: "{}的取舍",
    Room.ORDER: "章节的顺序",
    Room.OWN_SECTION: "自加的章",
    Room.OWN_ITEM: "自加的条",
    Room.OWN_INDICATORS: "自加的指标",
    Room.OWN_COLUMNS: "自加的表格列",
}
"""How a step is called by what it changed, where the bare name would not do."""

Clock = Callable[[], datetime]
Listener = Callable[["Session"], None]


def now() -> datetime:
    """The time of an edit, in UTC."""
    return datetime.now(UTC)


def begin(store: Store, template_id: str, changes: Iterable[Change], clock: Clock = now) -> str:
    """Begin a draft with some answers; returns its id."""
    source = templates.source(template_id)
    template = templates.decode(source, template_id)
    id_ = store.begin(source, _headline(figures(History(template).draft)), clock().isoformat())
    Session(store, id_, clock).edit(*changes)
    return id_


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a draft's history; `seq` is that of its last edit, `at` is UTC in ISO 8601."""

    seq: int
    at: str
    name: str


class Session:
    """A draft of the store, opened to be worked on."""

    def __init__(self, store: Store, id_: str, clock: Clock = now) -> None:
        self.id = id_
        self.listeners: list[Listener] = []
        self._store = store
        self._clock = clock
        self._author = getpass.getuser()
        template = templates.decode(store.template_source(id_), id_)
        self._history = History(template, store.edits(id_))
        self._figures = figures(self._history.draft)
        self._headline = _headline(self._figures)

    @property
    def template(self) -> Template:
        """What is asked: the template that the draft was begun with, as it was outlined."""
        return self._figures.draft.template

    @property
    def figures(self) -> Figures:
        """The figures as they stand."""
        return self._figures

    @property
    def page(self) -> str:
        """The page where the draft was left."""
        return self._store.page(self.id)

    def leave_at(self, page: str) -> None:
        """Remember the page, to resume there."""
        self._store.leave_at(self.id, page)

    def edit(self, *changes: Change) -> None:
        """Save changes as one step; those that change nothing are left out.

        Typing on at one path joins the step before it.
        """
        answers = self._figures.draft.answers
        new = [change for change in changes if answers.get(change.path) != change.typed]
        if new:
            self._append(Action.DO, self._step_number(new), new)

    def undo(self) -> str:
        """Take back the last step; returns its name, or nothing when there is none."""
        return self._turn(self._history.done, Action.UNDO, Step.undo_changes)

    def redo(self) -> str:
        """Make the step again that was taken back last; returns its name."""
        return self._turn(self._history.undone, Action.REDO, Step.redo_changes)

    @property
    def next_undo(self) -> str:
        """The name of the step that undo would take back, or nothing."""
        return _name(self.template, self._history.done)

    @property
    def next_redo(self) -> str:
        """The name of the step that redo would make again, or nothing."""
        return _name(self.template, self._history.undone)

    def history(self) -> tuple[Moment, ...]:
        """The steps that made the draft what it is, the newest first."""
        return tuple(
            Moment(step.last_seq, step.at, _name(self.template, [step]))
            for step in reversed(self._history.done)
        )

    def go_back_to(self, moment: Moment) -> None:
        """Make the draft as it was then, as one new step that can be undone."""
        edits = self._store.edits(self.id)
        then = History(self._history.template, edits[: moment.seq]).draft.answers
        now_ = self._figures.draft.answers
        changes = [Change(path, then.get(path)) for path in {**then, **now_}]
        self.edit(*changes)

    def note_findings(self, findings: int) -> None:
        """Remember how much the checks found, for the list of drafts."""
        self._store.note_findings(self.id, findings)

    def note_written(self) -> None:
        """Remember that the papers were written just now."""
        self._store.note_written(self.id, self._clock().isoformat())

    def _turn(
        self,
        steps: list[Step],
        action: Action,
        changes_of: Callable[[Step], tuple[Change, ...]],
    ) -> str:
        name = _name(self.template, steps)
        if steps:
            self._append(action, steps[-1].number, changes_of(steps[-1]))
        return name

    def _step_number(self, changes: list[Change]) -> int:
        """The step before when this goes on typing there, or a new one."""
        done = self._history.done
        if done and not self._history.undone and len(changes) == 1:
            last = done[-1]
            pause = self._clock() - datetime.fromisoformat(last.at)
            if last.paths == (changes[0].path,) and pause < PAUSE:
                return last.number
        return self._history.last_seq + 1

    def _append(self, action: Action, step: int, changes: Sequence[Change]) -> None:
        at = self._clock().isoformat()
        edits = [
            Edit(seq, step, action, change, self._author, at)
            for seq, change in enumerate(changes, self._history.last_seq + 1)
        ]
        after = figures_after(self._figures, changes)
        headline = _headline(after)
        self._store.append(self.id, edits, headline if headline != self._headline else None)
        self._headline = headline
        for edit in edits:
            self._history.append(edit)
        self._figures = after
        for listener in tuple(self.listeners):
            listener(self)


def _headline(found: Figures) -> Headline:
    template = found.draft.template
    unit, year = found.printed("unit"), found.printed("year")
    return Headline(template.name, unit, year, len(found.filled), len(template.asked))


def _name(template: Template, steps: list[Step]) -> str:
    """The name of the last step: what it changed, in the words of the window."""
    if not steps:
        return ""
    names = [_name_of(template, path) for path in steps[-1].paths]
    return f"“{names[0]}”" if len(names) == 1 else f"“{names[0]}”等{len(names)}项"


def _name_of(template: Template, path: EditPath) -> str:
    name = template.names.get(path.id) or _titles(template).get(path.id, path.id)
    return _NAMES.get(path.room, "{}").format(name)


def _titles(template: Template) -> dict[str, str]:
    """The titles of sections and items; where both have one id, the item's."""
    sections = {section.id: section.title for section in template.sections}
    return sections | {item.id: item.title for item in template.items}
