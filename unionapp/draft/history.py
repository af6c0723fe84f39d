"""Undo and redo, read from the edits themselves.

Nothing is rewritten: an undo appends edits that put back what stood before its step, and names
that step. What can be undone next follows from replaying the actions, so it survives a restart.

A long draft is replayed from a snapshot, which spares reading the edits before it. It stands
where a step begins, so whatever is told of the steps after it is the same as if all edits had
been replayed; the steps before it are known to their edits alone.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

import msgspec

from unionapp.draft.model import Action, Change, Draft, Edit, EditPath
from unionapp.draft.outline import drawn
from unionapp.template import Template
from unionapp.values import Typed

# The step of what a draft was begun with.
BEGINNING = 0

# Bytes of the fingerprint of all answers: with 100,000 edits, two that are not alike have the same
# one by a chance of less than one in three thousand million.
_PRINT = 8


@dataclass(slots=True)
class Step:
    """Edits that are undone together: what stood at their paths before, and what after."""

    number: int
    at: str
    last_seq: int
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


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A draft as it stood after the edit `seq`, from which the edits after it are replayed.

    `fingerprints` are those of all answers before the first edit and after each one, eight bytes
    each: that a step leads back to how the draft was long before is seen by them.
    """

    seq: int
    answers: Mapping[EditPath, Typed]
    fingerprints: bytes

    def carries(self, edits: Sequence[Edit]) -> bool:
        """Tell whether all edits after it can be replayed from it: none is about an older step.

        The first one begins a step, so that nothing from before it is left to be made again.
        """
        return bool(edits) and _begins_step(edits[0], self.seq + 1) and self.knows_steps_of(edits)

    def knows_steps_of(self, edits: Iterable[Edit]) -> bool:
        """Tell whether edits are about steps that began after it."""
        return not self.seq or all(edit.step > self.seq for edit in edits)


# A draft before its first edit.
UNTOUCHED = Snapshot(0, {}, bytes(_PRINT))


def place_of_snapshot(edits: Sequence[Edit], behind: int) -> int:
    """Return the last edit after which a snapshot can stand, or 0 if there is none.

    Args:
        edits: The edits of a draft, from any on to its last one.
        behind: How many edits, at least, come after the snapshot: so much can be undone from it.
    """
    oldest = edits[-1].step if edits else 0
    for count, edit in enumerate(reversed(edits), 1):
        oldest = min(oldest, edit.step)
        if count >= behind and edit.seq == oldest and _begins_step(edit, edit.seq):
            return edit.seq - 1
    return 0


class History:
    """The edits of a draft as they come in: its answers, and its steps done and undone.

    Of the steps those are known that began after `start`.
    """

    def __init__(
        self, template: Template, edits: Iterable[Edit] = (), start: Snapshot = UNTOUCHED
    ) -> None:
        self.template = template
        self._start = start
        self.last_seq = start.seq
        self.last_edit: Edit | None = None
        self.done: list[Step] = []
        self.undone: list[Step] = []
        self._answers = dict(start.answers)
        self._fingerprints = bytearray(start.fingerprints)
        self._fingerprint = int.from_bytes(start.fingerprints[-_PRINT:], "big")
        for edit in edits:
            self.append(edit)

    @property
    def is_whole(self) -> bool:
        """Whether all steps are known, from the first on."""
        return self._start.seq == 0

    @property
    def undoable(self) -> list[Step]:
        """The step that undo takes back, if there is one: a draft's beginning is none."""
        return [step for step in self.done[-1:] if step.number != BEGINNING]

    @property
    def draft(self) -> Draft:
        """The picture as it stands now."""
        return drawn(self.template, self._answers)

    def can_follow(self, edits: Iterable[Edit]) -> bool:
        """Tell whether edits are about steps that are known here, or new."""
        return self._start.knows_steps_of(edits)

    def append(self, edit: Edit) -> None:
        """Take in one more edit, which can be followed."""
        self._move_steps(edit)
        self._change_answer(*edit.change)
        self.last_seq, self.last_edit = edit.seq, edit

    def snapshot(self) -> Snapshot:
        """Return the draft as it stands, for a replay that goes on from here."""
        return Snapshot(self.last_seq, dict(self._answers), bytes(self._fingerprints))

    def first_alike(self, step: Step) -> int | None:
        """Return after which edit the draft was first as a step leaves it.

        0 is its very start; None, if it never was so before the step.
        """
        place = step.last_seq * _PRINT
        first = self._first_with(self._fingerprints[place : place + _PRINT])
        return first if first < step.number else None

    def _first_with(self, fingerprint: bytes | bytearray) -> int:
        place = self._fingerprints.find(fingerprint)
        while place % _PRINT:  # across the border of two others
            place = self._fingerprints.find(fingerprint, place + 1)
        return place // _PRINT

    def _change_answer(self, path: EditPath, typed: Typed | None) -> None:
        """Put an answer in place of the one before, and follow the sum of all of them."""
        before = self._answers.pop(path, None)
        if before is not None:
            self._fingerprint ^= _fingerprint(path, before)
        if typed is not None:
            self._answers[path] = typed
            self._fingerprint ^= _fingerprint(path, typed)
        self._fingerprints += self._fingerprint.to_bytes(_PRINT, "big")

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


def _begins_step(edit: Edit, seq: int) -> bool:
    return edit.action is Action.DO and edit.seq == edit.step == seq


def _fingerprint(path: EditPath, typed: Typed) -> int:
    """A number for an answer, the same in every run of the program."""
    content = msgspec.json.encode((path, typed))
    return int.from_bytes(blake2b(content, digest_size=_PRINT).digest(), "big")
