"""A draft that is opened from a snapshot is the same as one replayed from its beginning."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import deepcopy
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import drawn
from tests.support.memory_store import MemoryStore
from tests.support.places import HOUSE
from tests.support.samples import Clock, value
from unionapp import template as templates
from unionapp.draft import Action, Change, Edit, EditPath, History, Slot, Snapshot
from unionapp.errors import StoreError
from unionapp.storage import DraftStore
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions import Session, begin_from

SUMMARY = DraftSummary("样例工会", "", "", 0, 1)
SOURCE = (HOUSE / "tests" / "small.toml").read_text(encoding="utf-8")
BEGUN = [value("unit", "甲校工会"), value("year", "2022")]

PATHS = st.sampled_from([EditPath(Slot.VALUE, "cases"), EditPath(Slot.OFF, "aid")])
CHANGES = st.lists(
    st.builds(Change, PATHS, st.sampled_from(["1", "2", None])), min_size=1, max_size=2
)

# What somebody does: changes, typed with or without a pause; undo, redo; going back to a step.
Doing: TypeAlias = tuple[list[Change], float] | Action | int
TURNS: list[Doing] = [Action.UNDO, Action.UNDO, Action.REDO, 0, 1, 3]
DOINGS = st.lists(
    st.tuples(CHANGES, st.sampled_from([0.5, 60.0])) | st.sampled_from(TURNS), max_size=15
)


def do(session: Session, clock: Clock, doings: Sequence[Doing]) -> None:
    for doing in doings:
        match doing:
            case Action.UNDO:
                session.undo()
            case Action.REDO:
                session.redo()
            case int(back):
                entries = [session.opening, *session.history()]
                session.go_back_to(entries[back % len(entries)])
            case changes, pause:
                session.edit(*changes)
                clock.wait(pause)


def told(session: Session) -> object:
    """All that a window tells of the draft."""
    session.note_written(session.last_seq // 2)
    return (
        list(session.figures.draft.answers.items()),
        (session.next_undo, session.next_redo, session.last_place, session.redo_paths),
        session.history(),
        session.figures_when_written().draft.answers,
        session.last_seq,
    )


@drawn(0.5)
@given(DOINGS, DOINGS)
def test_a_draft_from_any_snapshot_goes_on_as_if_it_were_replayed(
    before: list[Doing], after: list[Doing]
) -> None:
    store, clock = MemoryStore(), Clock()
    draft = begin_from(store, SOURCE, BEGUN, clock)
    do(Session(store, draft, clock), clock, before)
    edits = store.edits(draft)
    outcomes = []
    for place in range(len(edits) + 1):
        kept, later = deepcopy((store, clock))
        if place:
            kept.keep_snapshot(draft, replayed(store, draft, edits[:place]).snapshot())
        session = Session(kept, draft, later)
        do(session, later, after)
        outcomes.append((told(session), kept.edits(draft)))
    assert all(each == outcomes[0] for each in outcomes)


def replayed(store: DraftStore, draft: str, edits: Sequence[Edit]) -> History:
    return History(templates.decode(store.template_source(draft), draft), edits)


class Watched(MemoryStore):
    """A store that tells how many edits were read of it, and may be too full to keep a snapshot."""

    def __init__(self, *, full: bool = False) -> None:
        super().__init__()
        self.read = 0
        self._full = full

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nothing done within is taken back: of so many edits no copy is made each time."""
        yield

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> tuple[Edit, ...]:
        found = super().edits(draft, after, until)
        self.read += len(found)
        return found

    def keep_snapshot(self, draft: str, snapshot: Snapshot) -> None:
        if self._full:
            raise StoreError("没有地方了。")
        super().keep_snapshot(draft, snapshot)


def begin_long(store: DraftStore, edits: int = 5000) -> str:
    """A draft with many edits, each a step; its id."""
    made = [step(seq) for seq in range(1, edits + 1)]
    return store.begin(SOURCE, SUMMARY, "", made)


def step(seq: int) -> Edit:
    at = f"2022-12-07T10:00:00.{seq:06}+00:00"
    return Edit(seq, seq, Action.DO, value("cases", f"{seq}"), "", at)


def test_a_long_draft_is_read_once_and_then_from_near_its_end() -> None:
    store = Watched()
    draft = begin_long(store)
    Session(store, draft)
    assert store.read == 5000
    store.read = 0
    session = Session(store, draft)
    assert session.figures.printed("cases") == "5000人次"
    assert (session.next_undo, session.last_place) == ("改“补助”（4999→5000）", "cases")
    assert store.read < 1000


def test_what_comes_to_a_draft_in_one_sitting_is_soon_in_its_snapshot() -> None:
    store = Watched()
    draft = begin_long(store)
    session = Session(store, draft)
    for seq in range(5001, 7001):
        store.append(draft, [step(seq)])
        session.catch_up()
        session.leave_at("work")
    store.read = 0
    assert Session(store, draft).figures.printed("cases") == "7000人次"
    assert store.read < 1000


def test_a_page_is_left_without_reading_the_edits_again_each_time() -> None:
    store = Watched()
    session = Session(store, begin_long(store))
    store.read = 0
    for _ in range(9):
        session.leave_at("work")
    assert store.read == 0


def test_all_steps_are_there_for_whoever_asks() -> None:
    store = Watched()
    draft = begin_long(store, 700)
    Session(store, draft)
    session = Session(store, draft)
    for seq in range(700, 0, -1):
        assert session.undo() == f"改“补助”（{seq - 1 or '待填'}→{seq}）"
    assert session.undo() == ""
    again = Session(store, draft)
    assert again.next_redo == "改“补助”（待填→1）"
    assert again.figures.printed("cases") == ""


def test_where_no_snapshot_can_be_kept_a_draft_opens_and_is_worked_on() -> None:
    store = Watched(full=True)
    draft = begin_long(store)
    session = Session(store, draft)
    session.edit(value("cases", "1"))
    session.leave_at("work")
    assert Session(store, draft).figures.printed("cases") == "1人次"
