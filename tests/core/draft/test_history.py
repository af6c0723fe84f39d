"""The steps of a draft, replayed from its beginning and from any edit on."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.samples import TEMPLATE
from unionapp.draft import BEGINNING, Action, Change, Edit, EditPath, History, Slot, Step
from unionapp.draft.history import Snapshot, place_of_snapshot

# What is done next: changes as a step, or joining the last one; an undo; a redo.
Doing: TypeAlias = tuple[list[Change], bool] | Action

PATHS = st.sampled_from([EditPath(Slot.VALUE, "found"), EditPath(Slot.VALUE, "fixed")])
CHANGES = st.lists(st.builds(Change, PATHS, st.sampled_from(["1", "2", None])), max_size=2)
DOINGS = st.tuples(CHANGES, st.booleans()) | st.sampled_from([Action.UNDO, Action.REDO])


@st.composite
def drafts(draw: st.DrawFn) -> list[Edit]:
    """The edits that a session makes, after what the draft was begun with."""
    begun = enumerate(draw(CHANGES), 1)
    edits = [Edit(seq, BEGINNING, Action.DO, change, "", f"{seq}") for seq, change in begun]
    return [*edits, *_edits(History(TEMPLATE, edits), draw(st.lists(DOINGS, max_size=30)))]


def _edits(history: History, doings: Iterable[Doing]) -> Iterator[Edit]:
    for doing in doings:
        for edit in _edits_of(history, doing):
            history.append(edit)
            yield edit


def _edits_of(history: History, doing: Doing) -> list[Edit]:
    begun = history.last_seq + 1
    if isinstance(doing, tuple):
        changes, joins = doing
        last = history.undoable if joins and not history.undone else []
        step = last[0].number if last else begun
        return _made(begun, step, Action.DO, changes)
    steps = history.undoable if doing is Action.UNDO else history.undone[-1:]
    turned = Step.undo_changes if doing is Action.UNDO else Step.redo_changes
    return [edit for step in steps for edit in _made(begun, step.number, doing, turned(step))]


def _made(begun: int, step: int, action: Action, changes: Iterable[Change]) -> list[Edit]:
    return [Edit(seq, step, action, each, "", f"{seq}") for seq, each in enumerate(changes, begun)]


def told(history: History, after: int) -> object:
    """All that a history tells of the steps that began after an edit."""
    done = [step for step in history.done if step.number > after]
    return (
        history.last_seq,
        list(history.draft.answers.items()),
        done,
        [history.first_alike(step) for step in done],
        history.undone,
        history.snapshot(),
    )


@given(drafts())
def test_what_is_told_from_a_snapshot_is_told_from_the_beginning(edits: list[Edit]) -> None:
    whole = History(TEMPLATE, edits)
    for place in range(len(edits)):
        snapshot = History(TEMPLATE, edits[:place]).snapshot()
        if snapshot.carries(edits[place:]):
            assert told(History(TEMPLATE, edits[place:], snapshot), place) == told(whole, place)


@given(drafts(), st.integers(1, 5))
def test_a_snapshot_stands_as_late_as_it_can_carry_what_comes_after(
    edits: list[Edit], behind: int
) -> None:
    carrying = [
        seq
        for seq in range(len(edits) - behind + 1)
        if History(TEMPLATE, edits[:seq]).snapshot().carries(edits[seq:])
    ]
    assert place_of_snapshot(edits, behind) == max(carrying, default=0)


def edit(seq: int, step: int, action: Action = Action.DO, typed: str | None = "1") -> Edit:
    return Edit(seq, step, action, Change(EditPath(Slot.VALUE, "found"), typed), "", "")


@pytest.mark.parametrize(
    "after",
    [
        [],
        [edit(3, 1)],
        [edit(3, 2)],
        [edit(3, 2, Action.UNDO)],
        [edit(3, 3), edit(4, 3, Action.UNDO), edit(5, 2, Action.UNDO)],
        [edit(4, 4)],
    ],
    ids=["none", "an older step", "joining", "undo", "undo beyond", "a gap"],
)
def test_a_snapshot_carries_nothing_of_the_steps_before_it(after: list[Edit]) -> None:
    assert not Snapshot(2, {}, bytes(24)).carries(after)
    assert place_of_snapshot([edit(1, 1), edit(2, 2), *after], 1) != 2


def test_a_step_knows_when_the_draft_was_first_as_it_leaves_it() -> None:
    typed = ["1", "2", "1", "3"]
    edits = [edit(seq, seq, typed=text) for seq, text in enumerate(typed, 1)]
    history = History(TEMPLATE, edits)
    assert [history.first_alike(step) for step in history.done] == [None, None, 1, None]


def test_the_very_start_is_what_a_draft_can_come_back_to() -> None:
    history = History(TEMPLATE, [edit(1, 1), edit(2, 2, typed=None)])
    assert history.first_alike(history.done[-1]) == 0
