"""One draft as one file, handed to a colleague."""

import json
import stat
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.support.drawn import drawn
from tests.support.samples import taken_in, value
from unionapp.draft import Action, Change, Edit, EditPath, Slot
from unionapp.errors import StoreError, WritingError
from unionapp.storage import DraftStore, open_store, time_line
from unionapp.storage.listing import DraftSummary
from unionapp.storage.sessions import Session, begin, exchange
from unionapp.template import source
from unionapp.text import clean

FILE = "甲校工会2022年.ghzj"


def unpack(store: DraftStore, content: bytes, name: str) -> str:
    file = exchange.DraftFile(name, "", exchange.unpacked(content, name))
    return exchange.take_in(store, file).id


@pytest.fixture
def store(tmp_path: Path) -> DraftStore:
    return open_store(tmp_path)


@pytest.fixture
def draft(store: DraftStore) -> str:
    id_ = begin(store, "school", [value("unit", "甲校工会"), value("year", "2022")])
    Session(store, id_).edit(value("teachers", "120"))
    Session(store, id_).undo()
    store.rename(id_, "送审稿")
    return id_


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DraftStore]:
    """One store for all examples that are drawn: each is a draft of its own there."""
    with closing(open_store(tmp_path_factory.mktemp("shared"))) as store:
        yield store


def unsigned(edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    return tuple(replace(edit, by="") for edit in edits)


def packed(change: Callable[[dict[str, object]], object]) -> bytes:
    """A file as we write it, with something changed in it."""
    at = "2022-12-07T10:00:00+00:00"
    edit = [1, 1, "do", "value/unit", "甲校工会", "wang", at]
    content: dict[str, object] = {
        "format": exchange.FORMAT,
        "label": "",
        "template": source("school"),
        "edits": [edit],
    }
    change(content)
    return zipped(json.dumps(content).encode())


def zipped(content: bytes) -> bytes:
    return zlib.compress(content, wbits=31)


def test_a_draft_that_was_handed_over_is_the_same_with_its_history(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = open_store(tmp_path / "other")
    came = unpack(other, exchange.pack(store, draft), FILE)
    assert other.edits(came) == unsigned(store.edits(draft))
    assert other.template_source(came) == store.template_source(draft)
    row, original = other.listing(came), store.listing(draft)
    assert (row.summary, row.label, row.edited_at) == (
        original.summary,
        original.label,
        original.edited_at,
    )
    assert Session(other, came).next_redo == Session(store, draft).next_redo != ""


def test_no_account_of_a_pc_goes_to_a_colleague(store: DraftStore) -> None:
    edit = Edit(1, 1, Action.DO, value("unit", "甲校工会"), "liu.meili", NOON.isoformat())
    draft = store.begin(source("school"), DraftSummary("", "", "", 0, 1), NOON.isoformat(), [edit])
    assert b"liu.meili" not in zlib.decompress(exchange.pack(store, draft), wbits=31)


def test_what_is_opened_twice_becomes_two_drafts_and_overwrites_none(
    store: DraftStore, draft: str
) -> None:
    content = exchange.pack(store, draft)
    Session(store, draft).edit(value("unit", "乙校工会"))
    came = {unpack(store, content, FILE) for _ in range(2)}
    assert len(came | {draft}) == 3
    assert store.listing(draft).summary.unit == "乙校工会"


def test_the_file_is_written_whole_and_read_back(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    exchange.save(store, draft, tmp_path / FILE)
    taken = exchange.take_in(store, exchange.read(tmp_path / FILE))
    assert store.edits(taken.id) == unsigned(store.edits(draft))
    with pytest.raises(WritingError, match="不存在"):
        exchange.save(store, draft, tmp_path / "nowhere" / FILE)
    with pytest.raises(StoreError, match="没有这个文件"):
        exchange.read(tmp_path / "nowhere.ghzj")


def test_the_same_file_opened_again_goes_on_in_the_draft_that_it_became(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    path.write_bytes(exchange.pack(store, draft))  # as a colleague's
    first = taken_in(store, path)
    assert not first.known
    assert first.id != draft
    Session(store, first.id).edit(value("teachers", "121"))
    path = path.rename(tmp_path / "改了名.ghzj")
    assert taken_in(store, path) == exchange.TakenIn(first.id, known=True)
    another = taken_in(store, path, anew=True)
    assert another.id not in {first.id, draft}
    assert len(store.drafts()) == 3


def test_a_file_of_ones_own_opened_again_goes_on_in_its_draft(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    exchange.save(store, draft, tmp_path / FILE)
    Session(store, draft).edit(value("teachers", "121"))
    assert taken_in(store, tmp_path / FILE) == exchange.TakenIn(draft, known=True)
    assert len(store.drafts()) == 1


def test_a_file_that_has_changed_or_whose_draft_was_put_away_becomes_a_new_draft(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    (tmp_path / FILE).write_bytes(exchange.pack(store, draft))
    first = taken_in(store, tmp_path / FILE)
    Session(store, draft).edit(value("teachers", "122"))
    (tmp_path / FILE).write_bytes(exchange.pack(store, draft))
    second = taken_in(store, tmp_path / FILE)
    assert (second.known, second.id != first.id) == (False, True)
    store.bin(second.id, "2022-12-08T10:00:00+00:00")
    assert not taken_in(store, tmp_path / FILE).known


TEXTS = st.text(max_size=20).map(lambda text: clean(text).text)
TYPED = (
    st.none()
    | TEXTS
    | st.lists(TEXTS, max_size=3).map(tuple)
    | st.lists(st.lists(TEXTS, max_size=3).map(tuple), max_size=3).map(tuple)
)
IDS = st.sampled_from(["unit", "year", "date", "teachers", "activities", "nobody", "plans"])
CHANGES = st.builds(Change, st.builds(EditPath, st.sampled_from(Slot), IDS), TYPED)
NOON = datetime(2022, 12, 7, 12, tzinfo=UTC)


@pytest.mark.parametrize("before", [False, True])
def test_a_file_that_names_people_can_be_read_by_its_owner_alone(
    store: DraftStore, draft: str, tmp_path: Path, before: bool
) -> None:
    path = tmp_path / "交接.ghzj"
    if before:
        path.write_bytes(b"")
        path.chmod(0o644)
    exchange.save(store, draft, path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@st.composite
def histories(draw: st.DrawFn) -> tuple[Edit, ...]:
    made: list[Edit] = []
    for seq, change in enumerate(draw(st.lists(CHANGES, max_size=12)), 1):
        step, action = draw(st.integers(1, seq)), draw(st.sampled_from(Action))
        at = (NOON + timedelta(minutes=seq)).isoformat()
        made.append(Edit(seq, step, action, change, draw(TEXTS), at))
    return tuple(made)


@drawn(0.6)
@given(histories())
def test_packing_and_unpacking_changes_no_edit(shared: DraftStore, edits: tuple[Edit, ...]) -> None:
    summary = DraftSummary("", "", "", 0, 1)
    draft = shared.begin(source("school"), summary, NOON.isoformat(), edits)
    came = unpack(shared, exchange.pack(shared, draft), FILE)
    assert shared.edits(came) == unsigned(edits)


@drawn(2)
@given(st.binary(max_size=200) | st.binary(max_size=200).map(zipped))
def test_no_rubbish_is_ever_taken_for_a_draft(shared: DraftStore, content: bytes) -> None:
    before = shared.drafts()
    with pytest.raises(StoreError, match=r"不是本程序导出的草稿，或者已经损坏"):
        unpack(shared, content, FILE)
    assert shared.drafts() == before


def test_a_file_cut_short_or_with_a_changed_byte_is_damaged(store: DraftStore, draft: str) -> None:
    content = exchange.pack(store, draft)
    middle = len(content) // 2
    changed = content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]
    for damaged in (b"", content[:-1], changed, content + b"more"):
        with pytest.raises(StoreError, match="已经损坏"):
            unpack(store, damaged, FILE)


def first_edit(content: dict[str, object]) -> list[object]:
    edits = content["edits"]
    assert isinstance(edits, list)
    edit: list[object] = edits[0]
    return edit


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.update(format=0),
        lambda content: content.update(format=-1),
        lambda content: content.pop("template"),
        lambda content: content.update(template="id = 1"),
        lambda content: content.update(template="a = " + "[" * 9000),
        lambda content: content.update(template="a = " + "9" * 9000),
        lambda content: content.update(template=content["template"] + "#" * 2**20),
        lambda content: content.update(extra=1),
        lambda content: content.update(edits=[[1]]),
        lambda content: first_edit(content).__setitem__(0, 2),
        lambda content: first_edit(content).__setitem__(1, 9),
        lambda content: first_edit(content).__setitem__(2, "drop"),
        lambda content: first_edit(content).__setitem__(3, "attic/unit"),
        lambda content: first_edit(content).__setitem__(4, ["甲", ["乙"]]),
        lambda content: first_edit(content).__setitem__(4, 7),
        lambda content: first_edit(content).__setitem__(6, "yesterday"),
        lambda content: first_edit(content).__setitem__(6, "2022-12-07T10:00:00"),
    ],
)
def test_a_file_that_is_not_as_we_write_it_is_refused_whole(
    store: DraftStore, change: Callable[[dict[str, object]], object]
) -> None:
    assert store.edits(unpack(store, packed(dict.copy), FILE))
    with pytest.raises(StoreError, match="已经损坏"):
        unpack(store, packed(change), FILE)
    assert len(store.drafts()) == 1


def test_a_file_of_a_newer_program_says_so(store: DraftStore) -> None:
    content = packed(lambda content: content.update(format=exchange.FORMAT + 1, novelty={"a": [1]}))
    with pytest.raises(StoreError, match="更新版本的程序"):
        unpack(store, content, FILE)


def test_nesting_without_end_is_damage(store: DraftStore) -> None:
    with pytest.raises(StoreError, match="已经损坏"):
        unpack(store, zipped(b'{"a":' + b"[" * 100_000), FILE)


def test_a_small_file_that_swells_is_refused_before_it_fills_the_memory(store: DraftStore) -> None:
    bomb = zipped(b" " * (exchange.MOST_UNPACKED + 1))
    assert len(bomb) < exchange.MOST_PACKED
    with pytest.raises(StoreError, match="太大"):
        unpack(store, bomb, FILE)


def test_a_huge_file_is_not_even_read(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("wb") as stream:
        stream.truncate(10 * exchange.MOST_PACKED)
    with pytest.raises(StoreError, match="太大"):
        exchange.read(tmp_path / FILE)


def test_texts_from_elsewhere_are_cleaned_as_if_typed(store: DraftStore) -> None:
    def soil(content: dict[str, object]) -> None:
        content["label"] = "送\u202e审\n稿" * 200
        first_edit(content)[4] = "甲\x00校\u200b工会"

    came = unpack(store, packed(soil), FILE)
    assert store.listing(came).summary.unit == "甲校工会"
    assert store.listing(came).label.startswith("送审 稿")
    assert len(store.listing(came).label) == 100


def test_a_history_too_long_for_a_file_is_handed_over_as_it_stands(
    store: DraftStore, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(200):
        Session(store, draft).edit(value("teachers", f"{number}"))
    whole = len(zlib.decompress(exchange.pack(store, draft), wbits=31))
    monkeypatch.setattr(exchange, "MOST_UNPACKED", whole - 1)
    came = unpack(store, exchange.pack(store, draft), FILE)
    answers = Session(store, draft).figures.draft.answers
    assert dict(Session(store, came).figures.draft.answers) == dict(answers)
    assert len(store.edits(came)) == len(answers)
    monkeypatch.setattr(exchange, "MOST_UNPACKED", 1000)
    with pytest.raises(StoreError, match="一个文件放不下"):
        exchange.pack(store, draft)


@pytest.mark.parametrize(
    ("at", "kept"),
    [
        ("0001-01-01T00:00:00+14:00", "1970-01-02T00:00:00+00:00"),
        ("9999-12-31T23:59:59.999999-14:00", "2999-12-31T00:00:00+00:00"),
        ("2022-12-07T18:00:00+08:00", "2022-12-07T10:00:00+00:00"),
    ],
)
def test_the_clock_of_another_pc_may_have_been_anywhere(
    store: DraftStore, at: str, kept: str
) -> None:
    content = packed(lambda whole: whole["edits"][0].__setitem__(6, at))  # type: ignore[index]
    session = Session(store, unpack(store, content, FILE))
    assert [edit.at for edit in store.edits(session.id)] == [kept]
    assert time_line(store.listing(session.id))
    assert session.history_lines()
    session.edit(value("teachers", "120"))
    session.undo()


def test_a_file_that_a_colleague_sent_back_is_kept_beside_the_one_that_is_exported(
    store: DraftStore, draft: str, tmp_path: Path
) -> None:
    path = tmp_path / FILE
    assert exchange.save(store, draft, path) == ()
    Session(store, draft).edit(value("teachers", "121"))
    assert exchange.save(store, draft, path) == ()  # it was put there by this draft itself
    path.write_bytes(exchange.pack(store, begin(store, "school", [])))
    sent_back = path.read_bytes()
    Session(store, draft).edit(value("teachers", "122"))
    (kept,) = exchange.save(store, draft, path)
    assert kept.beside.read_bytes() == sent_back
    assert kept.beside.suffix == ".ghzj"
    assert exchange.save(store, draft, path) == ()
