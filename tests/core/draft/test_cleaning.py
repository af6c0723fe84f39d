"""A draft that is older than what cleaning knows of is read as if it had been cleaned then."""

import pytest

from tests.support.samples import TEMPLATE, filled, narrative, value
from unionapp.checks import check
from unionapp.draft import Action, Change, Edit, EditPath, History, Slot, changed
from unionapp.figures import figures
from unionapp.paper import Edition, paper_of
from unionapp.values import Typed

AT = "2022-12-07T10:00:00+00:00"
COPIED = "⼯会\x1e⾼⽂⼭\u200b"
CLEAN = "工会\n高文山"


def replayed(*changes: Change) -> History:
    edits = (Edit(seq, seq, Action.DO, change, "", AT) for seq, change in enumerate(changes, 1))
    return History(TEMPLATE, edits)


@pytest.mark.parametrize("slot", [slot for slot in Slot if not slot.name.startswith("CUSTOM")])
def test_whatever_was_typed_is_read_clean_wherever_it_stands(slot: Slot) -> None:
    history = replayed(Change(EditPath(slot, "plans"), COPIED))
    assert history.draft.typed(slot, "plans") == CLEAN


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ((COPIED, "二"), (CLEAN, "二")),
        (((COPIED, "1"), ("⼆", "2")), (("工会 高文山", "1"), ("二", "2"))),
    ],
)
def test_entries_and_cells_are_read_clean_one_by_one(typed: Typed, kept: Typed) -> None:
    history = replayed(Change(EditPath(Slot.VALUE, "new_list"), typed))
    assert history.draft.typed(Slot.VALUE, "new_list") == kept
    on_top = changed(History(TEMPLATE).draft, [Change(EditPath(Slot.VALUE, "new_list"), typed)])
    assert on_top.typed(Slot.VALUE, "new_list") == kept


def test_undo_puts_back_what_was_typed_and_it_is_read_clean_again() -> None:
    history = replayed(narrative("plans", COPIED), narrative("plans", "好。"))
    (step,) = history.undoable
    undone = changed(history.draft, step.undo_changes())
    assert undone.text(Slot.NARRATIVE, "plans") == CLEAN


def test_checks_and_papers_of_an_old_draft_read_what_people_see() -> None:
    old = replayed(
        narrative("plans", "⼯会⼯作\x0b⾼⽂⼭同志，查出隐患"),
        value("found", "１２⼈\u200b"),
        value("unit", "第⼀⼚⼯会"),
        value("recipient", "⾼⽂⼭", "name"),
    )
    new = filled(
        narrative("plans", "工会工作\n高文山同志，查出隐患"),
        value("recipient", "高文山", "name"),
        found="１２人",
        unit="第一厂工会",
    )
    read = figures(old.draft)
    assert read.entries == new.entries
    assert check(read) == check(new)
    for edition in (Edition.REPORT, Edition.PUBLIC):
        assert repr(paper_of(read, edition).document) == repr(paper_of(new, edition).document)
