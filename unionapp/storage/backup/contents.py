"""What a backup holds, read in a process of its own, in which this is loaded.

It may come from anywhere and be of any size. So the file is read where it lies, nothing is written,
and what goes back is what the list of drafts shows, or one draft as a colleague's file has it. One
that a disk has spoiled gives what can be read of it.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import msgspec

from unionapp.errors import DamagedStoreError, StoreError, reason_of
from unionapp.storage.listing import DraftListing
from unionapp.storage.sessions import exchange
from unionapp.storage.sqlite import SqliteBackup, SqliteRemains, Whose, owner_of, reason_behind
from unionapp.system import pieces_of
from unionapp.system.worker import Reader
from unionapp.text import one_line

Result = TypeVar("Result")

# Bytes of a backup up to which the list itself is the proof that every edit can be read: some
# 50,000 of them. Of a larger one each draft is proven when it is brought back.
MOST_PROVEN = 16 * 2**20

# Bytes that a backup may have: all that many people have ever typed is not as much.
_MOST_BYTES = 2**36

# Characters of a name that the list shows.
_LONGEST_NAME = 100

# Why a file is no backup that this program can read, and the way out.
_REFUSALS = {
    Whose.NEWER: "是更新版本的程序做的，请升级本程序后再找回",
    Whose.TRIAL: "是试用版的程序做的，本程序读不了它，请换一份备份",
    Whose.FOREIGN: "不是本程序做的，请换一份备份",
}


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A draft as a backup has it, and how many edits it is made of.

    `lack` says what is missing of it where the backup is damaged; it is empty where nothing is.
    """

    row: DraftListing
    edits: int
    lack: str = ""

    @property
    def name(self) -> str:
        """What it was called: the name that its owner gave it, or the union and the year."""
        summary = self.row.summary
        return self.row.label or f"{summary.unit} {summary.year}".strip()


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A draft of a backup as its file would hold it, and what is missing of it, if anything is."""

    draft: exchange.DraftFile
    lack: str = ""


# A name of a file need not be text.
_PATHS = ("utf-8", "surrogatepass")

# What reads a backup's list, and what reads one draft of it.
LISTS = Reader(__name__, "listed", tuple[KeptDraft, ...])
DRAFTS = Reader(__name__, "handed_out", HandedOut)


class _Asked(msgspec.Struct, frozen=True, array_like=True):
    """What is read: the path of a backup, and the id of a draft in it if it is one."""

    path: bytes
    draft: str


def asked(file: Path, draft: str = "") -> bytes:
    """Return what the readers are given of a backup: not its content, but where it lies."""
    return msgspec.msgpack.encode(_Asked(str(file.absolute()).encode(*_PATHS), draft))


def listed(given: bytes, name: str) -> tuple[KeptDraft, ...]:
    """Return the drafts of a backup, those of its bin last; raises `StoreError`."""
    with _translated_errors(name):
        file, _ = _wanted(given)
        is_small = _size(file, name) <= MOST_PROVEN
        return _read(file, name, partial(_list, is_small=is_small))


def handed_out(given: bytes, name: str) -> HandedOut:
    """Return one draft of a backup; raises `StoreError`."""
    with _translated_errors(name):
        file, draft = _wanted(given)
        _size(file, name)
        return _read(
            file,
            name,
            lambda store: HandedOut(
                exchange.handed_over(store, draft, name), store.lacks.get(draft, "")
            ),
        )


def _list(store: SqliteBackup, *, is_small: bool) -> tuple[KeptDraft, ...]:
    if is_small:
        store.prove()
    rows = map(_shown, (*store.drafts(), *store.binned()))
    return tuple(KeptDraft(row, row.edited_seq, store.lacks.get(row.id, "")) for row in rows)


def _shown(row: DraftListing) -> DraftListing:
    """What the list shows of a draft, each name in one line of some length, whoever made it."""
    summary = row.summary
    kind, unit, year = map(_line, (summary.kind, summary.unit, summary.year))
    shown = replace(summary, kind=kind, unit=unit, year=year)
    return replace(row, label=_line(row.label), summary=shown)


def _line(text: str) -> str:
    return one_line(text[: 10 * _LONGEST_NAME])[:_LONGEST_NAME]


def _read(file: Path, name: str, read: Callable[[SqliteBackup], Result]) -> Result:
    """Read a backup, or what can be read of it where it is damaged."""
    try:
        with closing(SqliteBackup(file)) as store:
            return read(store)
    except DamagedStoreError:
        return _read_remains(file, name, read)


def _read_remains(file: Path, name: str, read: Callable[[SqliteBackup], Result]) -> Result:
    with closing(SqliteRemains(file)) as remains:
        if not (remains.drafts() or remains.binned()):
            raise _useless(name)
        return read(remains)


def _wanted(given: bytes) -> tuple[Path, str]:
    asked_for = msgspec.msgpack.decode(given, type=_Asked)
    return Path(asked_for.path.decode(*_PATHS)), asked_for.draft


def _size(file: Path, name: str) -> int:
    """The bytes of what may be a backup of ours; raises `StoreError` for anything else."""
    next(pieces_of(file, _MOST_BYTES), b"")
    whose = owner_of(file)
    if whose in _REFUSALS:
        raise StoreError(f"备份“{name}”{_REFUSALS[whose]}；现有草稿没有改动。")
    return file.stat().st_size


@contextmanager
def _translated_errors(name: str) -> Iterator[None]:
    try:
        yield
    except StoreError as error:
        if reason := reason_behind(error):
            raise _unread(name, reason) from error
        raise
    except OSError as error:
        raise StoreError(
            f"备份“{name}”读不出来（{reason_of(error)}），请检查它还在不在、能不能读取。"
        ) from error


def _unread(name: str, reason: str) -> StoreError:
    return StoreError(f"备份“{name}”这一次没有读出来：{reason}；备份和现有草稿都没有改动。")


def _useless(name: str) -> StoreError:
    return StoreError(f"“{name}”不是本程序的备份，或者已经损坏，请换一份备份；现有草稿没有改动。")
