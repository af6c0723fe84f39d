"""Undo and redo, read from the edits themselves.

Nothing is rewritten: an undo appends edits that put back what stood before its step, and names
that step. What can be undone next follows from replaying the actions, so it survives a restart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from unionapp.draft.model import Action, Change, Draft, Edit, EditPath
from unionapp.draft.outline import drawn
from unionapp.template import Template
from unionapp.values import Typed

# The step of what a draft was begun with.
BEGINNING = 0


@dataclass(slots=True)
class Step:
    """Edits that are undone together: what stood at their paths before, and what after."""

    number: int
    at: str
    last_seq: int
    # When the draft was first as the step leaves it, if it was so before; empty at its start.
    back_to: str | None = None
    before: dict[EditPath, Typed | None] = field(default_factory=dict)
    after: dict[EditPath, Typed | None] = field(default_factory=dict)

    @property
    def paths(self) -> tuple[EditPath, ...]:
        """The paths that the step changed, in order."""
        return tuple(self.after)

    def undo_changes(self) -> tuple[Change, ...]:
        """Return the changes that take the step back."""
        return tuple(Change(path, typed) for path, typed in self.before.items())

    def redo_changes(self) -> tuple[Change, ...]:
        """Return the changes that make the step again."""
        return tuple(Change(path, typed) for path, typed in self.after.items())


class History:
    """The edits of a draft as they come in: its answers, and its steps done and undone."""

    def __init__(self, template: Template, edits: Iterable[Edit] = ()) -> None:
        self.template = template
        self.last_seq = 0
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self._answers: dict[EditPath, Typed] = {}
        self._state = 0
        # The seq and the time after which all answers stood so for the first time.
        self._states = {0: (0, "")}
        for edit in edits:
            self.append(edit)

    @property
    def undoable(self) -> list[Step]:
        """The step that undo takes back, if there is one: a draft's beginning is none."""
        return [step for step in self.done[-1:] if step.number != BEGINNING]

    @property
    def draft(self) -> Draft:
        """The picture as it stands now."""
        return drawn(self.template, self._answers)

    def append(self, edit: Edit) -> None:
        """Take in one more edit."""
        self._move_steps(edit)
        self._change_answer(*edit.change)
        self.last_seq = edit.seq
        first_seq, at = self._states.setdefault(self._state, (edit.seq, edit.at))
        if edit.action is Action.DO:
            step = self.done[-1]
            step.back_to = at if first_seq < step.number else None

    def _change_answer(self, path: EditPath, typed: Typed | None) -> None:
        """Put an answer in place of the one before, and follow the sum of all of them."""
        before = self._answers.pop(path, None)
        if before is not None:
            self._state ^= hash((path, before))
        if typed is not None:
            self._answers[path] = typed
            self._state ^= hash((path, typed))

    def _move_steps(self, edit: Edit) -> None:
        match edit.action:
            case Action.DO:
                self._step_of(edit)
            case Action.UNDO if _is_last(self.done, edit.step):
                self.undone.append(self.done.pop())
            case Action.REDO if _is_last(self.undone, edit.step):
                self.done.append(self.undone.pop())
            case _:  # the further edits of one undo or redo: its step has moved already
                pass

    def _step_of(self, edit: Edit) -> None:
        """Count the edit to its step; something new leaves nothing to redo."""
        self.undone.clear()
        if not _is_last(self.done, edit.step):
            self.done.append(Step(edit.step, edit.at, edit.seq))
        step = self.done[-1]
        step.before.setdefault(edit.change.path, self._answers.get(edit.change.path))
        step.after[edit.change.path] = edit.change.typed
        step.at, step.last_seq = edit.at, edit.seq


def _is_last(steps: list[Step], number: int) -> bool:
    return bool(steps) and steps[-1].number == number
