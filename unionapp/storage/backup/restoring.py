"""Drafts brought back from a backup: each as a new draft beside those that are there.

The backup itself is only read: it is copied to a scratch folder, checked, and opened there, which
also brings one of an older format up to this program's. One that a disk has spoiled since gives
what can be read of it. A draft then goes through the same door as a colleague's file.
"""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from unionapp.errors import DamagedStoreError, StoreError, reason_of
from unionapp.storage.backup import backups
from unionapp.storage.backup.backups import Backup
from unionapp.storage.backup.copying import scratch
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import DraftListing
from unionapp.storage.sessions import exchange
from unionapp.storage.sqlite import (
    FILE_NAME,
    DamagedCopyError,
    SqliteStore,
    UnusableFileError,
    Whose,
    checked,
    owner_of,
    reason_behind,
    rescue,
)
from unionapp.system import pieces_of
from unionapp.text import month_and_day

# Bytes that a backup may have; one of ten thousand edits has some 3 MB.
_MOST_BYTES = 2**29

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
class Fetched:
    """A draft on its way out of a backup; `label` is what it is called from now on.

    `findings` counts what the checks found in it when it was last worked on, `origin` is the
    digest of the file that it was once taken from.
    """

    content: bytes
    label: str
    file: str
    findings: int = 0
    origin: str = ""


def newest_good() -> Backup | None:
    """Return the newest backup from which drafts come back whole, if there is one.

    It is read edit by edit, as each backup was when it was made: a disk may have spoiled it since.
    """
    return next((each for each in backups.found() if _is_good(each.path)), None)


def drafts_in(file: Path) -> tuple[KeptDraft, ...]:
    """Return the drafts of a backup, those of its bin last; raises `StoreError`."""
    with _opened(file) as (store, lacks):
        rows = (*store.drafts(), *store.binned())
        return tuple(KeptDraft(row, row.edited_seq, lacks.get(row.id, "")) for row in rows)


def fetch(file: Path, draft: KeptDraft) -> Fetched:
    """Read one draft from a backup; raises `StoreError`."""
    with _opened(file) as (store, _):
        content = exchange.pack(store, draft.row.id)
    made = backups.made_at(file)
    day = f" {month_and_day(made)}" if made else ""
    return Fetched(
        content, f"{draft.name}（备份{day}）", file.name, draft.row.findings, draft.row.origin
    )


def bring_back(store: DraftStore, fetched: Fetched) -> str:
    """Put a draft from a backup in the store, as a new one, and return its id.

    Raises:
        StoreError: it could not be put there; the store is as it was.
    """
    id_ = exchange.unpack(store, fetched.content, fetched.file, fetched.label, fetched.origin)
    with suppress(StoreError):  # it is there; what was found in it is counted again when opened
        store.note_findings(id_, fetched.findings)
    return id_


@contextmanager
def _opened(file: Path) -> Iterator[tuple[DraftStore, Mapping[str, str]]]:
    """A backup's drafts, opened on a copy of it, and what they lack by their ids."""
    with scratch() as desk:
        _put(file, desk / FILE_NAME)
        with _told_of(file):
            lacks = _lacks_in(file, desk)
            with closing(SqliteStore(desk)) as store:
                yield store, lacks


def _lacks_in(file: Path, desk: Path) -> Mapping[str, str]:
    """What the drafts lack in the copy of a backup, when all that can be read of it is rescued."""
    try:
        checked(desk / FILE_NAME)
    except DamagedCopyError as error:
        rescued = rescue(desk)
        if not rescued.drafts:
            raise _useless(file) from error
        return {draft.id: draft.lack for draft in rescued.drafts}
    return {}


@contextmanager
def _told_of(file: Path) -> Iterator[None]:
    """Speak of the backup where errors speak of the copy of it that is read."""
    try:
        yield
    except DamagedStoreError as error:
        raise _useless(file) from error
    except UnusableFileError as error:
        raise _unread(file, error.reason) from error
    except StoreError as error:
        if reason := reason_behind(error):
            raise _unread(file, reason) from error
        raise


def _unread(file: Path, reason: str) -> StoreError:
    return StoreError(f"备份“{file.name}”这一次没有读出来：{reason}；备份和现有草稿都没有改动。")


def _useless(file: Path) -> StoreError:
    return StoreError(
        f"“{file.name}”不是本程序的备份，或者已经损坏，请换一份备份；现有草稿没有改动。"
    )


def _is_good(file: Path) -> bool:
    with scratch() as desk:
        copy = desk / FILE_NAME
        try:
            _put(file, copy)
            checked(copy)
        except (StoreError, DamagedCopyError, UnusableFileError):
            return False
    return True


def _put(file: Path, copy: Path) -> None:
    """Copy a file that may be a backup of ours."""
    try:
        with copy.open("wb") as stream:
            stream.writelines(pieces_of(file, _MOST_BYTES))
        whose = owner_of(copy)
    except OSError as error:
        raise StoreError(
            f"备份“{file.name}”读不出来（{reason_of(error)}），请检查它还在不在、能不能读取。"
        ) from error
    if whose in _REFUSALS:
        raise StoreError(f"备份“{file.name}”{_REFUSALS[whose]}；现有草稿没有改动。")
