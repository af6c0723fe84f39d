"""Drafts brought back from a backup: each as a new draft beside those that are there.

The backup itself is only read, in a process of its own (`contents`). A draft then goes through the
same door as a colleague's file.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from unionapp.errors import StoreError
from unionapp.storage.backup import backups, contents
from unionapp.storage.backup.backups import Backup
from unionapp.storage.backup.contents import DRAFTS, LISTS, KeptDraft
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.sessions import exchange
from unionapp.system.worker import BrokenOffError, Reader, read_apart
from unionapp.text import month_and_day

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Fetched:
    """A draft on its way out of a backup; `label` is what it is called from now on.

    `findings` counts what the checks found in it when it was last worked on; `lack` says what is
    missing of it, if anything is.
    """

    content: exchange.DraftFile
    label: str
    findings: int = 0
    lack: str = ""


def newest_good() -> Backup | None:
    """Return the newest backup from which drafts come back whole, if there is one.

    It is read edit by edit, as each backup was when it was made: a disk may have spoiled it since.
    """
    return next((each for each in backups.found() if _is_good(each.path)), None)


def drafts_in(file: Path) -> tuple[KeptDraft, ...]:
    """Return the drafts of a backup, those of its bin last; raises `StoreError`."""
    return _read(LISTS, file)


def fetch(file: Path, draft: KeptDraft) -> Fetched:
    """Read one draft from a backup; raises `StoreError`."""
    found = _read(DRAFTS, file, draft.row.id)
    made = backups.made_at(file)
    day = f" {month_and_day(made)}" if made else ""
    return Fetched(found.draft, f"{draft.name}（备份{day}）", draft.row.findings, found.lack)


def bring_back(store: DraftStore, fetched: Fetched) -> str:
    """Put a draft from a backup in the store, as a new one, and return its id.

    Raises:
        StoreError: it could not be put there; the store is as it was.
    """
    id_ = exchange.take_in(store, fetched.content, fetched.label).id
    with suppress(StoreError):  # it is there; what was found in it is counted again when opened
        store.note_findings(id_, fetched.findings)
    return id_


def _read(reader: Reader[Result], file: Path, draft: str = "") -> Result:
    try:
        return read_apart(reader, contents.asked(file, draft), file.name)
    except BrokenOffError as error:
        raise StoreError(
            f"备份“{file.name}”没有打开：{error.reason.value}；请换一份备份。现有草稿没有改动。"
        ) from error


def _is_good(file: Path) -> bool:
    """Tell whether all drafts of a backup can be read, edit by edit."""
    try:
        kept = drafts_in(file)
        if file.stat().st_size > contents.MOST_PROVEN:
            return not any(fetch(file, each).lack for each in kept)
    except (StoreError, OSError):
        return False
    return not any(each.lack for each in kept)
