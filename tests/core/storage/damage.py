"""Small stores of drafts that are spoiled in every way that a disk, a stick or a program knows."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random

from unionapp.draft import Action, Change, Edit, EditPath, Slot
from unionapp.errors import StoreError
from unionapp.storage import DraftStore, Renewal, open_drafts, open_store
from unionapp.storage.sessions import Session, begin
from unionapp.storage.sqlite import FILE_NAME

PAGE = 4096
KINDS = ("school", "enterprise", "school")
EDITS = 12

# What is written into each draft that could be opened.
OWN = "又写的话"

# What is told of a store in which there is nothing any more.
MISSING = "以前有过草稿，现在不见了。"

# Kept with the drafts by their ids: what was saved of each.
Kept = dict[str, tuple[Edit, ...]]


def small_store(folder: Path) -> Kept:
    """A store with some drafts, each of some edits, closed."""
    folder.mkdir(parents=True, exist_ok=True)
    with closing(open_store(folder)) as store:
        ids = [
            begin(store, kind, [value("unit", f"甲{number}工会"), value("year", "2022")])
            for number, kind in enumerate(KINDS)
        ]
        for number in range(EDITS):
            for id_ in ids:
                edit_once(store, id_, number)
        return {id_: store.edits(id_) for id_ in ids}


def edit_once(store: DraftStore, id_: str, number: int) -> None:
    places = (EditPath(Slot.NARRATIVE, "unit"), EditPath(Slot.NOTE, f"year{number % 3}"))
    text = f"第 {number} 次写下的话，" * (1 + 40 * (number % 4))
    last = store.edits(id_)[-1]
    change = Change(places[number % 2], text)
    edit = Edit(last.seq + 1, last.seq + 1, last.action, change, "wang", last.at)
    store.append(id_, [edit])


def value(id_: str, typed: str) -> Change:
    return Change(EditPath(Slot.VALUE, id_), typed)


Spoil = Callable[[Path, Random], object]


def spoil_pages(file: Path, chance: Random) -> None:
    """Some pages are lost: nothing, other bytes or those of another page stand there."""
    content = bytearray(file.read_bytes())
    for _ in range(chance.randint(1, 3)):
        start = chance.randrange(len(content) // PAGE) * PAGE
        other = chance.randrange(len(content) // PAGE) * PAGE
        content[start : start + PAGE] = chance.choice(
            [bytes(PAGE), chance.randbytes(PAGE), content[other : other + PAGE]]
        )
    file.write_bytes(content)


def spoil_bits(file: Path, chance: Random) -> None:
    """Some bits have turned, most often only one."""
    content = bytearray(file.read_bytes())
    for _ in range(chance.choice([1, 1, 1, 8])):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def spoil_header(file: Path, chance: Random) -> None:
    """A bit has turned in the first bytes, which say how all others are read."""
    content = bytearray(file.read_bytes())
    content[chance.randrange(100)] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


ROWS = (
    "UPDATE edit SET typed = '\"1\"' WHERE rowid = :n",
    "UPDATE edit SET typed = '{' WHERE rowid = :n",
    "UPDATE edit SET typed = X'ff' WHERE rowid = :n",
    "UPDATE edit SET path = 'nowhere/at.all' WHERE rowid = :n",
    "UPDATE edit SET action = '' WHERE rowid = :n",
    "UPDATE edit SET at = 'once' WHERE rowid = :n",
    "UPDATE edit SET step = 9223372036854775807 WHERE rowid = :n",
    "UPDATE edit SET chain = X'' WHERE rowid = :n",
    "UPDATE edit SET seq = seq + 1000 WHERE rowid = :n",
    "DELETE FROM edit WHERE rowid = :n",
    "DELETE FROM edit WHERE rowid > :n",
    "UPDATE draft SET template = 'none' WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET label = CAST(X'ff' AS TEXT) WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET filled = 'many' WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET last_seq = 9223372036854775807 WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET last_seq = 0 WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET chain = X'00' WHERE rowid = 1 + :n % 3",
    "UPDATE draft SET id = 'another' WHERE rowid = 1 + :n % 3",
    "DELETE FROM draft WHERE rowid = 1 + :n % 3",
    "UPDATE template SET source = 'another' WHERE rowid = 1",
    "DELETE FROM template WHERE rowid = 1",
)


def spoil_rows(file: Path, chance: Random) -> None:
    """A row says something else than was written, or is not there."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        (last,) = connection.execute("SELECT MAX(rowid) FROM edit").fetchone()
        connection.execute(chance.choice(ROWS), {"n": chance.randint(1, last)})


SCHEMAS = (
    "UPDATE sqlite_master SET sql = 'CREATE TABLE' WHERE name = 'edit'",
    "UPDATE sqlite_master SET sql = 'CREATE TABLE draft (id)' WHERE name = 'draft'",
    "UPDATE sqlite_master SET rootpage = 0 WHERE name = 'edit'",
    "UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'draft'",
    "UPDATE sqlite_master SET rootpage = 3 WHERE name = 'edit'",
    "UPDATE sqlite_master SET name = 'edits', tbl_name = 'edits' WHERE name = 'edit'",
    "DELETE FROM sqlite_master WHERE name = 'edit'",
    "DELETE FROM sqlite_master WHERE name = 'template'",
    "DELETE FROM sqlite_master",
    "INSERT INTO sqlite_master VALUES ('view', 'more', 'more', 0, 'CREATE VIEW')",
)


def spoil_schema(file: Path, chance: Random) -> None:
    """What says where the tables are is not what was written."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute(chance.choice(SCHEMAS))


def cut_off(file: Path, chance: Random) -> None:
    """The end is missing, to the byte or to the page."""
    content = file.read_bytes()
    left = chance.randrange(1, len(content))
    file.write_bytes(content[: chance.choice([left, left // PAGE * PAGE or 1])])


def fill_with_rubbish(file: Path, chance: Random) -> None:
    """Nothing of it is left."""
    file.write_bytes(chance.randbytes(file.stat().st_size))


def empty(file: Path, chance: Random) -> None:
    """It has no bytes any more."""
    del chance
    file.write_bytes(b"")


_SPOILERS: tuple[Spoil, ...] = (
    spoil_pages,
    spoil_pages,
    spoil_bits,
    spoil_bits,
    spoil_header,
    spoil_rows,
    spoil_rows,
    spoil_schema,
    cut_off,
    fill_with_rubbish,
)


def spoiled_so(number: int) -> Spoil:
    """The way in which the store of this number is spoiled."""
    return _SPOILERS[number % len(_SPOILERS)]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a spoiled store: what was told, and how many edits are gone."""

    told: tuple[Renewal, ...]
    lost: int


def look_after(folder: Path, sound: Path, kept: Kept, spoil: Spoil, chance: Random) -> Outcome:
    """Spoil a copy of a store, work with it as a person does, and see what is left of it.

    Raises `AssertionError` where something is lost that was not spoiled, has changed or is not
    told of, and whatever else comes up.
    """
    shutil.copytree(sound, folder)
    spoil(folder / FILE_NAME, chance)
    spared = _spared(sound / FILE_NAME, folder / FILE_NAME)
    told: list[Renewal] = []
    with closing(open_drafts(folder, tell=told.append, missing=lambda: MISSING)) as store:
        new = begin(store, "school", [])
        for row in _all(store):
            try:
                _work_on(store, row)
            except StoreError:  # its id was spoiled, and is right again since it was rescued
                assert row not in _all(store)
        found = {row: store.edits(row) for row in _all(store)}
    with closing(open_drafts(folder, tell=_refuse)) as store:
        assert {row: store.edits(row) for row in _all(store)} == found
    del found[new]
    return _outcome(tuple(told), kept, found, spared)


def _all(store: DraftStore) -> tuple[str, ...]:
    return tuple(row.id for row in (*store.drafts(), *store.binned()))


def _refuse(renewal: Renewal) -> None:
    raise AssertionError(f"what was mended is damaged again: {renewal.sentence}")


def _work_on(store: DraftStore, id_: str) -> None:
    """Look at a draft, write in it, take that back; a save that failed is tried once more."""
    session = Session(store, id_)
    session.history_lines()
    for _ in range(2):
        with suppress(StoreError):
            session.edit(value("unit", OWN))
            break
    assert session.figures.draft.text(Slot.VALUE, "unit") == OWN
    session.undo()
    session.leave_at("unit")
    session.note_findings(1)


def _outcome(
    told: tuple[Renewal, ...], kept: Kept, found: Kept, spared: frozenset[tuple[str, int]]
) -> Outcome:
    lost = 0
    for id_, edits in kept.items():
        there = [_content(edit) for edit in found.get(id_, ())]
        missing = [edit for edit in edits if _content(edit) not in there]
        lost += len(missing)
        needless = [edit.seq for edit in missing if (id_, edit.seq) in spared]
        alone = id_ not in found and len(needless) == 1  # nothing tells that it is a draft's
        assert not needless or alone, f"lost though nothing had spoiled them: {needless}"
        strange = set(there) - {_content(edit) for edit in edits}
        assert all(action is Action.UNDO or OWN in str(what) for action, what, *_ in strange), (
            strange
        )
    assert told or not lost, "lost without a word"
    assert all(each.sentence.count("。") == 1 for each in told)
    return Outcome(told, lost)


def _content(edit: Edit) -> tuple[object, ...]:
    return edit.action, edit.change, edit.by, edit.at


def _spared(sound: Path, spoiled: Path) -> frozenset[tuple[str, int]]:
    """The edits that nothing has happened to: by their pages, or as SQLite still reads them."""
    before, after = sound.read_bytes(), spoiled.read_bytes()
    rows = dict(_rows(sound))
    same = set(rows.items()) & set(_rows(spoiled))
    by_page = (key for key, row in rows.items() if _is_on_same_pages(row[-1], before, after))
    return frozenset({key for key, _ in same} | set(by_page))


def _is_on_same_pages(mark: object, before: bytes, after: bytes) -> bool:
    assert isinstance(mark, bytes)
    at = before.find(mark)
    while at >= 0:
        page = slice(at // PAGE * PAGE, (at // PAGE + 1) * PAGE)
        if before[page] != after[page]:
            return False
        at = before.find(mark, at + 1)
    return True


def _rows(file: Path) -> Iterator[tuple[tuple[str, int], tuple[object, ...]]]:
    """The edits of a copy of a file as SQLite reads them, as many as it can."""
    with closing(sqlite3.connect(f"{file.as_uri()}?immutable=1", uri=True)) as connection:
        connection.text_factory = bytes
        with suppress(sqlite3.Error, UnicodeDecodeError):  # a message may quote what is spoiled
            for row in connection.execute("SELECT * FROM edit NOT INDEXED ORDER BY rowid"):
                yield (row[0].decode(errors="replace"), row[1]), row
