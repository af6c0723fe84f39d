"""A draft being worked on: saving, undo and redo across restarts."""

import errno
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.support.samples import WHO, Clock, narrative, value
from unionapp import template as templates
from unionapp.draft import Change, EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, Stage, open_store
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import SqliteStore


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return open_store(tmp_path)


@pytest.fixture
def session(store: DraftStore, clock: Clock) -> Session:
    changes = [value(id_, typed) for id_, typed in WHO.items()]
    session = Session(store, begin(store, "subdistrict", changes, clock), clock)
    clock.wait(60)
    return session


def test_a_beginning_that_fails_leaves_no_draft(
    store: DraftStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(SqliteStore, "_insert", fail)
        with pytest.raises(StoreError, match="磁盘空间不足"):
            begin(store, "school", [value("unit", "甲校工会")])
    assert store.drafts() == ()


def target(typed: str) -> Change:
    return value("migrant_members_target", typed)


def printed(session: Session) -> str:
    return session.figures.printed("migrant_members_target")


def test_every_change_is_there_for_whoever_opens_the_draft_next(
    session: Session, store: DraftStore
) -> None:
    session.edit(target("37686"))
    assert printed(Session(store, session.id)) == "37686人"


def test_the_list_of_drafts_follows_the_edits(session: Session, store: DraftStore) -> None:
    before = store.drafts()[0].summary
    session.edit(target("37686"))
    after = store.drafts()[0].summary
    assert (after.unit, after.year, after.filled) == ("红星厂工会", "2022年", before.filled + 1)


def test_typing_on_without_a_pause_is_one_step(session: Session, clock: Clock) -> None:
    for typed in ("3", "37", "376"):
        session.edit(target(typed))
        clock.wait(0.5)
    session.undo()
    assert printed(session) == ""


def test_a_pause_begins_a_new_step(session: Session, clock: Clock) -> None:
    session.edit(target("3"))
    clock.wait(5)
    session.edit(target("37"))
    session.undo()
    assert printed(session) == "3人"


def test_a_clock_that_is_set_back_joins_no_typing_of_another_occasion(
    session: Session, clock: Clock
) -> None:
    session.edit(target("3"))
    clock.wait(600)
    for back in (timedelta(days=365), timedelta(minutes=10), timedelta(seconds=1)):
        before = printed(session)
        clock.set_to(clock() - back)
        session.edit(target(before.removesuffix("人") + "7"))
        session.undo()
        assert printed(session) == before
        session.redo()
        clock.wait(600)


@pytest.mark.parametrize("year", [1970, 2200, 9999])
def test_a_clock_that_is_set_while_one_types_breaks_no_run_of_typing(
    session: Session, clock: Clock, year: int
) -> None:
    session.edit(target("3"))
    clock.set_to(datetime(year, 1, 1, tzinfo=UTC))
    session.edit(target("37"))
    clock.wait(1)
    session.edit(target("376"))
    session.undo()
    assert printed(session) == ""


def test_typing_goes_on_with_no_step_of_before_the_draft_was_opened(
    session: Session, store: DraftStore, clock: Clock
) -> None:
    session.edit(target("3"))
    again = Session(store, session.id, clock)
    again.edit(target("37"))
    again.undo()
    assert printed(again) == "3人"


def test_changes_made_together_are_undone_together(session: Session) -> None:
    session.edit(target("5"), value("migrant_members_done", "4"))
    assert session.undo() == "改“农民工入会任务”等2项"
    assert printed(session) == ""
    assert session.figures.printed("migrant_members_done") == ""


def test_undo_and_redo_go_on_after_a_restart(
    session: Session, store: DraftStore, clock: Clock
) -> None:
    session.edit(target("5"))
    clock.wait(5)
    session.edit(target("6"))
    session.undo()
    again = Session(store, session.id, clock)
    assert again.next_redo == "改“农民工入会任务”（5→6）"
    again.redo()
    assert printed(again) == "6人"
    again.undo()
    again.undo()
    assert printed(again) == ""
    again.redo()
    assert printed(again) == "5人"


def test_something_new_leaves_nothing_to_redo(session: Session, clock: Clock) -> None:
    session.edit(target("5"))
    session.undo()
    clock.wait(5)
    session.edit(target("7"))
    assert (session.redo(), printed(session)) == ("", "7人")


def test_undo_of_everything_ends_quietly(session: Session) -> None:
    begun = dict(session.figures.draft.answers)
    session.edit(target("5"))
    while session.undo():
        pass
    assert session.next_undo == ""
    assert session.figures.draft.answers == begun


def test_what_a_draft_was_begun_with_is_no_step_to_undo(
    session: Session, store: DraftStore
) -> None:
    for opened in (session, Session(store, session.id)):
        assert (opened.next_undo, opened.undo(), opened.undo_paths) == ("", "", ())
        assert opened.figures.printed("unit") == "红星厂工会"


def test_one_can_go_back_to_what_a_draft_was_begun_with(session: Session) -> None:
    session.edit(target("5"))
    session.go_back_to(session.history()[-1])
    assert printed(session) == ""
    assert session.figures.printed("unit") == "红星厂工会"


def test_the_history_tells_what_a_draft_was_begun_with(store: DraftStore, clock: Clock) -> None:
    filled = begin(store, "school", [value("unit", "甲校工会"), value("year", "2022")])
    (begun,) = Session(store, filled, clock).history()
    assert begun.name == "开始时带入2项"


def test_the_first_step_of_an_empty_draft_is_called_by_what_it_changed(
    store: DraftStore, clock: Clock
) -> None:
    session = Session(store, begin(store, "school", []), clock)
    session.edit(value("unit", "甲校工会"), value("year", "2022"))
    assert session.next_undo == "改“工会全称”等2项"


def test_a_step_says_where_it_was(session: Session) -> None:
    session.edit(target("5"))
    assert [path.id for path in session.undo_paths] == ["migrant_members_target"]
    session.undo()
    assert [path.id for path in session.redo_paths] == ["migrant_members_target"]


def test_a_step_has_the_name_of_what_it_changed(session: Session, clock: Clock) -> None:
    session.edit(narrative("membership", "本年没有新建。"))
    title = next(item.title for item in session.template.items if item.id == "membership")
    assert session.next_undo == f"改“{title}”的正文"
    clock.wait(5)
    session.edit(Change(EditPath(Slot.PREVIOUS, "new_unions"), "3"))
    assert session.next_undo == "改上年的“新组建企业工会”（待填→3）"


def test_a_change_that_changes_nothing_is_no_edit(session: Session, store: DraftStore) -> None:
    session.edit(target("5"))
    session.edit(target("5"))
    assert [edit.change.typed for edit in store.edits(session.id)].count("5") == 1


def test_a_draft_opens_with_the_template_it_was_begun_with(store: DraftStore) -> None:
    old = templates.source("subdistrict").replace("农民工入会任务", "旧名称")
    draft = store.begin(old, store_summary(store), "2020-01-01T00:00:00+00:00")
    names = [indicator.name for indicator in Session(store, draft).template.indicators]
    assert "旧名称" in names


def store_summary(store: DraftStore) -> DraftSummary:
    begin(store, "school", [])
    return store.drafts()[0].summary


def test_the_history_names_each_step_with_its_time(session: Session, clock: Clock) -> None:
    session.edit(target("5"))
    clock.wait(60)
    session.edit(value("new_unions", "7"))
    names = [entry.name for entry in session.history()]
    assert names[:2] == ["改“新组建企业工会”（待填→7）", "改“农民工入会任务”（待填→5）"]
    assert session.history()[0].at > session.history()[1].at


def test_going_back_to_a_moment_is_a_new_step_that_can_be_undone(
    session: Session, clock: Clock, store: DraftStore
) -> None:
    session.edit(target("5"))
    then = session.history()[0]
    clock.wait(60)
    session.edit(target("6"), value("new_unions", "7"))
    clock.wait(60)
    session.go_back_to(then)
    assert (printed(session), session.figures.printed("new_unions")) == ("5人", "")
    again = Session(store, session.id)
    assert printed(again) == "5人"
    time = datetime.fromisoformat(then.at).astimezone()
    assert again.next_undo == f"回到{time.month}月{time.day}日 {time:%H:%M}的样子"
    session.undo()
    assert (printed(session), session.figures.printed("new_unions")) == ("6人", "7家")


def test_what_is_written_again_by_hand_is_called_by_what_it_is(
    session: Session, clock: Clock
) -> None:
    for typed in ("5", "6", "5"):
        session.edit(target(typed))
        clock.wait(60)
    assert session.next_undo == "改“农民工入会任务”（6→5）"


def test_going_back_to_the_start_of_a_draft_says_so(store: DraftStore, clock: Clock) -> None:
    session = Session(store, begin(store, "subdistrict", (), clock), clock)
    session.edit(target("6"), value("new_unions", "7"))
    session.go_back_to(session.opening)
    assert session.next_undo == "回到刚开始时的样子"


def test_long_figures_are_cut_and_what_may_name_somebody_is_never_told(
    session: Session, clock: Clock
) -> None:
    told = []
    for change in (
        target("不知道有多少人所以先写一句话"),
        value("unit", "绿叶厂工会"),
        value("aided_worker", "欧阳春", "name"),
    ):
        session.edit(change)
        told.append(session.next_undo.partition("（")[2])
        clock.wait(60)
    assert told == ["待填→不知道有多少人所以先写…）", "", "姓名）"]


def test_the_list_learns_of_findings_and_of_written_papers(
    session: Session, store: DraftStore, clock: Clock
) -> None:
    session.note_findings(3)
    assert store.drafts()[0].findings == 3
    session.note_written()
    assert store.drafts()[0].written_at == clock().isoformat()


MARKED = Change(EditPath(Slot.CARRIED, "new_unions"), "1")


def test_what_was_carried_on_is_confirmed_by_editing_it_in_the_same_step(
    session: Session, clock: Clock
) -> None:
    session.edit(value("new_unions", "3"), MARKED)
    clock.wait(60)
    session.edit(value("new_unions", "4"))
    session.edit(value("new_unions", "45"))
    assert MARKED.path not in session.figures.draft.answers
    assert session.next_undo == "改“新组建企业工会”（3→45）"
    session.undo()
    assert session.figures.printed("new_unions") == "3家"
    assert session.figures.draft.answers[MARKED.path] == "1"


def test_going_back_restores_the_marks_as_they_were(session: Session, clock: Clock) -> None:
    session.edit(value("new_unions", "3"), MARKED)
    then = session.history()[0]
    clock.wait(60)
    session.edit(value("new_unions", "4"))
    clock.wait(60)
    session.go_back_to(then)
    assert session.figures.draft.answers[MARKED.path] == "1"


def test_a_figure_beside_a_carried_one_confirms_nothing(session: Session) -> None:
    session.edit(value("new_unions", "3"), MARKED)
    session.edit(target("5"), Change(EditPath(Slot.PREVIOUS, "new_unions"), "2"))
    assert MARKED.path in session.figures.draft.answers


def test_findings_are_noted_only_when_their_number_has_changed(
    session: Session, store: DraftStore
) -> None:
    session.note_findings(3)
    store.note_findings(session.id, 9)
    session.note_findings(3)
    assert store.listing(session.id).findings == 9


def test_the_figures_that_were_written_can_be_had_again(session: Session, clock: Clock) -> None:
    session.edit(target("5"))
    session.note_written()
    clock.wait(60)
    session.edit(target("6"))
    assert session.written_at
    then = session.figures_when_written()
    assert (then.printed("migrant_members_target"), printed(session)) == ("5人", "6人")


def test_a_clock_that_was_set_back_changes_nothing_of_what_the_papers_know(
    session: Session, store: DraftStore, clock: Clock
) -> None:
    session.edit(target("5"))
    session.note_written()
    clock.set_to(clock() - timedelta(hours=1))
    session.edit(target("6"))
    assert session.figures_when_written().printed("migrant_members_target") == "5人"
    assert store.listing(session.id).stage is not Stage.WRITTEN
    session.note_written()
    assert store.listing(session.id).stage is Stage.WRITTEN


def test_what_was_edited_while_papers_were_written_is_not_in_them(
    session: Session, store: DraftStore
) -> None:
    session.edit(target("5"))
    begun = session.last_seq
    session.edit(value("new_unions", "6"))
    session.note_written(begun)
    assert session.figures_when_written().printed("new_unions") == ""
    assert store.listing(session.id).stage is not Stage.WRITTEN


def test_papers_that_were_never_written_have_no_time(session: Session) -> None:
    assert session.written_at == ""


def test_going_back_is_a_step_of_its_own_however_soon(session: Session, clock: Clock) -> None:
    session.edit(target("5"))
    clock.wait(60)
    session.edit(target("6"))
    session.go_back_to(session.history()[1])
    assert printed(session) == "5人"
    session.undo()
    assert printed(session) == "6人"


def test_going_back_to_the_opening_takes_back_what_was_done_since_even_undone_steps(
    session: Session, store: DraftStore, clock: Clock
) -> None:
    session.edit(target("5"))
    clock.wait(60)
    session.undo()
    again = Session(store, session.id, clock)
    again.edit(target("6"), value("new_unions", "7"))
    clock.wait(60)
    again.go_back_to(again.opening)
    assert (printed(again), again.figures.printed("new_unions")) == ("", "")
    again.undo()
    assert printed(again) == "6人"


def test_what_was_not_typed_is_a_step_of_its_own_that_nothing_joins(session: Session) -> None:
    session.edit(target("3"))
    session.edit(target("37"), joins=False)
    session.edit(target("376"))
    session.edit(target("3768"))
    found = []
    while session.undo():
        found.append(printed(session))
    assert found == ["37人", "3人", ""]
    session.redo()
    session.redo()
    session.edit(target("5"))
    session.undo()
    assert printed(session) == "37人"
