"""What every store of drafts keeps to, and that nothing else is asked of one."""

import ast
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from tests.support.memory_store import MemoryStore
from tests.support.places import HOUSE
from tests.support.samples import Clock, taken_in, value
from unionapp.draft import Action, Edit
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, Stage, open_drafts, open_store
from unionapp.storage.listing import DraftSummary, WrittenPaper
from unionapp.storage.read_only import ReadOnlyStore
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.storage.starting import begin_next_year
from unionapp.storage.wrapped import WrappedStore
from unionapp.system import Fingerprint

SUMMARY = DraftSummary("样例工会", "红星厂工会", "2022年", 1, 9)
BEGUN = "2022-12-07T08:00:00+00:00"


KINDS: dict[str, Callable[[Path], DraftStore]] = {
    "sqlite": open_store,
    "memory": lambda _: MemoryStore(),
    "rescuing": open_drafts,
    "read only before": lambda folder: ReadOnlyStore(
        MemoryStore(), "现在存不了。", partial(open_store, folder)
    ),
}


@pytest.fixture(params=KINDS)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> DraftStore:
    return KINDS[request.param](tmp_path)


def test_a_store_that_stands_on_another_hands_on_all_that_is_asked() -> None:
    asked = {name for name in vars(DraftStore) if not name.startswith("_")}
    its_own = {"refusal", "renewal", "try_again", "mend", "close", "writing"}
    assert asked - its_own <= {*vars(WrappedStore)}


def edit(seq: int, typed: str) -> Edit:
    return Edit(
        seq, seq, Action.DO, value("found", typed), "wang", f"2022-12-07T10:00:0{seq}+00:00"
    )


def test_lists_and_tables_come_back_as_they_went_in(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, BEGUN)
    changes = [value("a", ("甲", "乙")), value("b", (("甲", "1"), ("乙",))), value("c", ())]
    edits = [Edit(seq, seq, Action.DO, change, "", BEGUN) for seq, change in enumerate(changes, 1)]
    store.append(draft, edits, SUMMARY)
    assert [each.change for each in store.edits(draft)] == changes


def test_a_draft_carries_the_template_it_was_begun_with(store: DraftStore) -> None:
    old, new = store.begin("version 1", SUMMARY, BEGUN), store.begin("version 2", SUMMARY, BEGUN)
    assert (store.template_source(old), store.template_source(new)) == ("version 1", "version 2")


def test_the_draft_edited_last_stands_first(store: DraftStore) -> None:
    first = store.begin("source", SUMMARY, "2022-12-07T09:00:00+00:00")
    second = store.begin("source", SUMMARY, "2022-12-07T09:00:01+00:00")
    assert [row.id for row in store.drafts()] == [second, first]
    store.append(first, [edit(1, "118")], SUMMARY)
    assert [row.id for row in store.drafts()] == [first, second]
    assert store.drafts()[0].summary == SUMMARY


def test_edits_are_saved_together_or_not_at_all(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, BEGUN)
    with pytest.raises(StoreError):
        store.append(draft, [edit(1, "118"), edit(1, "119")], SUMMARY)
    assert store.edits(draft) == ()


def test_an_unknown_draft_is_told_in_one_sentence(store: DraftStore) -> None:
    with pytest.raises(StoreError, match="没有编号为“nobody”的草稿"):
        store.template_source("nobody")


def test_a_draft_in_the_bin_leaves_the_list_and_comes_back_whole(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, BEGUN)
    store.append(draft, [edit(1, "118")])
    store.bin(draft, "2022-12-08T10:00:00+00:00")
    assert (store.drafts(), [row.id for row in store.binned()]) == ((), [draft])
    store.restore(draft)
    assert [row.id for row in store.drafts()] == [draft]
    assert store.edits(draft) == (edit(1, "118"),)


def test_only_a_draft_in_the_bin_can_be_deleted_for_good(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, BEGUN)
    store.append(draft, [edit(1, "118")])
    store.delete(draft)
    assert store.edits(draft) == (edit(1, "118"),)
    store.bin(draft, BEGUN)
    store.delete(draft)
    assert (store.drafts(), store.binned(), store.edits(draft)) == ((), (), ())


def test_a_draft_can_have_a_name_of_its_own(store: DraftStore) -> None:
    store.rename(store.begin("source", SUMMARY, BEGUN), "送审稿")
    assert store.drafts()[0].label == "送审稿"


def test_the_list_says_how_far_each_draft_is(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, "2022-12-07T09:00:00+00:00")
    assert store.drafts()[0].stage is Stage.IN_PROGRESS
    store.note_findings(draft, 2)
    assert store.drafts()[0].stage is Stage.FAULTY
    store.note_findings(draft, 0)
    store.append(draft, [edit(1, "118")], DraftSummary("样例工会", "红星厂工会", "2022年", 9, 9))
    assert store.drafts()[0].stage is Stage.READY
    store.note_written(draft, "2022-12-07T11:00:00+00:00", 1)
    assert store.drafts()[0].stage is Stage.WRITTEN
    store.append(
        draft, [Edit(2, 2, Action.DO, value("found", "1"), "", "2022-12-07T12:00:00+00:00")]
    )
    assert store.drafts()[0].stage is Stage.READY


def paper(name: str, content: bytes, at: str = "2022-12-07T10:00:00+00:00") -> WrittenPaper:
    return WrittenPaper(Path("/文稿") / name, Fingerprint.of(content), at)


def test_what_was_written_of_a_draft_is_noted_and_replaced_by_what_is_written_next(
    store: DraftStore,
) -> None:
    draft, other = (store.begin("source", SUMMARY, at) for at in ("1", "2"))
    first = (paper("总结.docx", b"1"), paper("附件.xlsx", b"1"))
    store.note_papers(draft, first)
    store.note_papers(other, (paper("总结.docx", b"other"),))
    assert store.papers(draft) == first
    coming = paper("总结.docx", b"2")
    store.note_coming(draft, (coming,))
    assert store.papers(draft) == (*first, replace(coming, is_written=False))
    store.note_papers(draft, (coming,))
    assert store.papers(draft) == (first[1], coming)
    assert [each.fingerprint for each in store.papers(other)] == [Fingerprint.of(b"other")]


@pytest.mark.skipif(sys.platform == "win32", reason="names that are no text")
def test_a_paper_is_known_by_a_path_that_is_no_text(store: DraftStore) -> None:
    odd = WrittenPaper(Path(os.fsdecode(b"/\xff.docx")), Fingerprint.of(b"1"), "1")
    store.note_papers("source", (odd,))
    assert store.papers("source") == (odd,)


def test_the_papers_of_a_draft_are_forgotten_with_it(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, "1")
    store.note_papers(draft, (paper("总结.docx", b"1"),))
    store.note_coming(draft, (paper("总结.docx", b"2"),))
    store.delete(draft)
    assert len(store.papers(draft)) == 2
    store.bin(draft, "2")
    store.delete(draft)
    assert store.papers(draft) == ()


def test_a_page_is_kept_and_is_no_edit(store: DraftStore) -> None:
    draft = store.begin("source", SUMMARY, BEGUN)
    assert store.page(draft) == ""
    store.leave_at(draft, "safety")
    assert (store.page(draft), store.edits(draft)) == ("safety", ())


def test_a_draft_lives_in_any_store_from_its_beginning_to_the_next_year(
    store: DraftStore, tmp_path: Path
) -> None:
    clock = Clock()
    session = Session(store, begin(store, "school", [value("year", "2022")], clock), clock)
    session.edit(value("unit", "甲校工会"))
    clock.wait(60)
    session.edit(value("study_sessions", "120"))
    session.note_written()
    session.undo()
    again = Session(store, session.id, clock)
    assert (again.figures.printed("unit"), again.figures.printed("study_sessions")) == (
        "甲校工会",
        "",
    )
    assert again.figures_when_written().printed("study_sessions") == "120次"
    exchange.save(store, session.id, tmp_path / "甲校.ghzj")
    assert taken_in(store, tmp_path / "甲校.ghzj").id == session.id
    other = taken_in(store, tmp_path / "甲校.ghzj", anew=True)
    next_year = begin_next_year(store, other.id)
    assert store.listing(next_year.id).summary.year == "2023年"
    assert {each.id for each in store.drafts()} == {session.id, other.id, next_year.id}


def test_nothing_but_its_own_room_knows_sqlite() -> None:
    def knows_sqlite(path: Path) -> bool:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = {
            name.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for name in node.names
        }
        return "sqlite3" in names

    files = [path for top in ("unionapp", "ui") for path in (HOUSE / top).rglob("*.py")]
    known = {path.parent.relative_to(HOUSE).as_posix() for path in files if knows_sqlite(path)}
    assert known == {"unionapp/storage/sqlite"}
