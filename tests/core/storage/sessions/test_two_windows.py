"""Two windows on one draft: both work on, nothing is lost, and each learns of the other."""

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.support.samples import Clock, narrative, value
from unionapp.draft import Change, EditPath, Slot, custom_parts
from unionapp.errors import BusyStoreError, NewerEditsError
from unionapp.storage import open_store
from unionapp.storage.sessions import Contest, Session, begin

FOUND, CASES = "migrant_members_target", "migrant_members_done"
PATH = EditPath(Slot.VALUE, FOUND)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def windows(tmp_path: Path, clock: Clock) -> Iterator[tuple[Session, Session]]:
    """Two programs that have the same draft open."""
    first, second = open_store(tmp_path), open_store(tmp_path)
    draft = begin(first, "subdistrict", [value(FOUND, "1")], clock)
    clock.wait(60)
    yield Session(first, draft, clock), Session(second, draft, clock)
    first.close()
    second.close()


def typed_in(session: Session, id_: str = FOUND) -> object:
    return session.figures.draft.answers.get(EditPath(Slot.VALUE, id_))


def test_the_second_window_saves_on_top_of_what_the_first_has_done(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "5"))
    second.edit(value(CASES, "4"))
    assert (typed_in(second), typed_in(second, CASES)) == ("5", "4")
    assert second.contests == {}
    first.edit(value(FOUND, "6"))
    assert (typed_in(first), typed_in(first, CASES)) == ("6", "4")


def test_a_window_that_only_looks_on_learns_of_what_was_done_elsewhere(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "5"))
    assert (second.is_behind, first.is_behind) == (True, False)
    assert (second.catch_up(), second.catch_up(), typed_in(second)) == (True, False, "5")


def test_what_both_have_changed_is_kept_twice_and_both_learn_of_it(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    second.edit(value(FOUND, "120"))
    assert second.contests == {PATH: Contest(PATH, "120", "118", typed_here=True)}
    first.catch_up()
    assert first.contests == {PATH: Contest(PATH, "120", "118", typed_here=False)}
    assert [entry.name.partition("（")[2] for entry in first.history()[:2]] == [
        "118→120）",
        "1→118）",
    ]


def test_typing_on_in_a_contested_place_leaves_the_other_answer_in_sight(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    for typed in ("12", "120"):
        second.edit(value(FOUND, typed))
    assert second.contests[PATH] == Contest(PATH, "120", "118", typed_here=True)


@pytest.mark.parametrize("settle", ["take the other", "leave it", "take it back"])
def test_a_contest_ends_when_somebody_has_decided(
    windows: tuple[Session, Session], settle: str
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    second.edit(value(FOUND, "120"))
    if settle == "take the other":
        second.edit(value(FOUND, "118"), joins=False)
    elif settle == "leave it":
        second.settle_contest(PATH)
    else:
        second.undo()
    assert second.contests == {}


def test_the_same_answer_in_both_windows_is_no_contest_and_no_second_edit(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    before = first.last_seq
    second.edit(value(FOUND, "118"))
    assert (second.contests, second.last_seq) == ({}, before)


def test_what_was_taken_back_here_and_changed_there_is_told_with_what_stood_here(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    first.undo()
    second.edit(value(FOUND, "120"))
    first.catch_up()
    assert first.contests[PATH] == Contest(PATH, "120", "1", typed_here=False)


def test_typing_joins_no_step_of_another_window(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    first.edit(value(FOUND, "118"))
    second.edit(value(FOUND, "120"))
    second.undo()
    assert typed_in(second) == "118"


@pytest.mark.parametrize(
    "turn",
    [Session.undo, Session.redo, lambda session: session.go_back_to(session.opening)],
    ids=["undo", "redo", "go back"],
)
def test_nothing_is_taken_back_that_nobody_here_has_seen(
    windows: tuple[Session, Session], turn: Callable[[Session], object]
) -> None:
    first, second = windows
    second.edit(value(CASES, "4"))
    second.undo()
    first.edit(value(FOUND, "5"))
    with pytest.raises(NewerEditsError, match="另一个窗口"):
        turn(second)
    assert (typed_in(second), second.last_seq) == ("5", first.last_seq)
    turn(second)


def test_what_could_not_be_saved_is_not_shown_as_if_it_were(
    windows: tuple[Session, Session],
) -> None:
    first, second = windows
    with first._store.writing(), pytest.raises(BusyStoreError, match="正被另一个程序占用"):
        second.edit(value(FOUND, "2"))
    assert typed_in(second) == "1"
    second.edit(value(FOUND, "2"))
    assert typed_in(second) == "2"


def test_what_both_add_at_the_same_time_is_all_there(windows: tuple[Session, Session]) -> None:
    _, second = windows
    for window, title in zip(windows, ("志愿服务", "劳模工作"), strict=True):
        window.edit(*custom_parts.add_section(window.figures.draft, title).changes, joins=False)
    titles = [section.title for section in second.template.sections]
    assert {"志愿服务", "劳模工作"} <= set(titles)
    assert second.undo() == "加一章“劳模工作”"


TEXTS = st.sampled_from(["", "1", "12", "无此项", "不知道"])
CHANGES = st.one_of(
    st.builds(value, st.sampled_from([FOUND, CASES, "new_unions"]), TEXTS),
    st.builds(narrative, st.sampled_from(["membership"]), st.one_of(st.none(), TEXTS)),
    st.builds(
        Change,
        st.sampled_from([EditPath(Slot.TITLE, "membership"), EditPath(Slot.OFF, "membership")]),
        st.one_of(st.none(), st.just("1")),
    ),
)
Deed = tuple[str, list[Change]]
DEEDS: st.SearchStrategy[Deed] = st.one_of(
    st.tuples(
        st.just("edit"),
        st.lists(CHANGES, min_size=1, max_size=3, unique_by=lambda change: change.path),
    ),
    st.tuples(st.sampled_from(["undo", "redo", "look"]), st.just([])),
)


def do(session: Session, deed: str, changes: list[Change]) -> None:
    """One deed; what nobody has seen is looked at, and the same is done again."""
    try:
        match deed:
            case "edit":
                session.edit(*changes)
            case "undo":
                session.undo()
            case "redo":
                session.redo()
            case _:
                session.catch_up()
    except NewerEditsError:
        do(session, deed, changes)


@settings(max_examples=40)
@given(st.lists(st.tuples(st.sampled_from([0, 1]), DEEDS), max_size=25))
def test_both_end_with_one_history_and_no_edit_of_either_is_missing(
    deeds: list[tuple[int, Deed]],
) -> None:
    clock = Clock()
    with TemporaryDirectory() as folder:
        stores = [open_store(Path(folder)), open_store(Path(folder))]
        draft = begin(stores[0], "subdistrict", [], clock)
        windows = [Session(store, draft, clock) for store in stores]
        wanted: list[Change] = []
        for who, (deed, changes) in deeds:
            clock.wait(1)
            before = windows[who].figures.draft.answers
            do(windows[who], deed, changes)
            if deed == "edit":
                found = windows[who].figures.draft.answers
                new = [change for change in changes if before.get(change.path) != change.typed]
                assert [Change(path, found.get(path)) for path, _ in new] == new
                wanted += new
        for window in windows:
            window.catch_up()
        fresh = Session(stores[0], draft, clock)
        for window in windows:
            assert window.figures.draft.answers == fresh.figures.draft.answers
            assert window.figures.indicators == fresh.figures.indicators
            assert window.history() == fresh.history()
            assert (window.next_undo, window.next_redo) == (fresh.next_undo, fresh.next_redo)
        edits = stores[0].edits(draft)
        assert [edit.seq for edit in edits] == list(range(1, len(edits) + 1))
        assert set(wanted) <= {edit.change for edit in edits}
        for store in stores:
            store.close()
