"""The commands of the backups: make one, list them, bring drafts back."""

import argparse
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Protocol, TypeAlias

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage import (
    DraftListing,
    DraftStore,
    PaperRecord,
    Renewal,
    open_drafts,
    record_of,
)
from unionapp.storage.backup import backups, restoring, sentence_on_missing_drafts
from unionapp.system import data_folder

Row: TypeAlias = "dict[str, str | int]"
PrintRows: TypeAlias = Callable[[argparse.Namespace, str, list[Row]], int]

_WAY_BACK = "请用 unionapp-cli backups 列出备份，再用 unionapp-cli restore 把草稿找回来。"


class AddCommand(Protocol):
    """What adds a command to the parser."""

    def __call__(  # noqa: D102 - said by the class
        self, name: str, verb: Callable[[argparse.Namespace], int], summary: str
    ) -> argparse.ArgumentParser: ...


def store(*, to_write: bool = False) -> DraftStore:
    """Return the drafts, with a backup made first where they are of an older format.

    Where nothing can be saved that is said, and whoever is about to write (`to_write`) gets no
    further.
    """
    opened = open_drafts(
        data_folder(), backups.take_before_upgrade, _print_renewal, sentence_on_missing_drafts
    )
    if to_write:
        opened.try_again()
    elif opened.refusal:
        print(opened.refusal, file=sys.stderr)
    return opened


def _print_renewal(renewal: Renewal) -> None:
    way_back = "" if renewal.whole else _way_back()
    print(f"{renewal.sentence}{way_back}", file=sys.stderr)


def _way_back() -> str:
    """How drafts come back: the newest backup that is good, if there is one."""
    backup = restoring.newest_good()
    if backup is None:
        return _WAY_BACK
    return f"最近一份好的备份是“{backup.path}”，请用 unionapp-cli restore 从它找回缺少的。"


def record(source: str) -> AbstractContextManager[PaperRecord]:
    """Give the record of what was written of a draft's id or of an answers file."""
    named = source.encode(errors="backslashreplace").decode()  # a path need not be text
    return record_of(named, store)


def add(add_command: AddCommand, print_rows: PrintRows) -> None:
    """Add the commands; `print_rows` prints rows as all commands do."""
    made = add_command("backup", lambda chosen: _backup(chosen, print_rows), "马上备份全部草稿")
    made.add_argument("--to", metavar="DIR", type=Path, help="备份到这个文件夹")
    add_command("backups", lambda chosen: _backups(chosen, print_rows), "列出备份")
    restored = add_command(
        "restore", lambda chosen: _restore(chosen, print_rows), "从备份找回草稿（另存新的）"
    )
    restored.add_argument("file", metavar="FILE.ghbak", type=Path)
    restored.add_argument("--draft", metavar="ID", help="只找回这一份（备份里的编号）")


def _backup(chosen: argparse.Namespace, print_rows: PrintRows) -> int:
    with closing(store()) as drafts:
        try:
            made = backups.take(chosen.to)
        except DamagedStoreError:
            drafts.mend()
            made = backups.take(chosen.to)
    return print_rows(chosen, "backups", [_row(made)])


def _backups(chosen: argparse.Namespace, print_rows: PrintRows) -> int:
    if told := backups.out_of_sight():
        print(told, file=sys.stderr)
    return print_rows(chosen, "backups", [_row(each) for each in backups.found()])


def _row(backup: backups.Backup) -> Row:
    return {"made": f"{backup.made:%Y-%m-%d %H:%M:%S}", "file": str(backup.path)}


def _restore(chosen: argparse.Namespace, print_rows: PrintRows) -> int:
    kept = restoring.drafts_in(chosen.file)
    wanted = [each for each in kept if _is_wanted(each.row, chosen.draft)]
    if not wanted:
        raise StoreError(f"备份“{chosen.file.name}”里没有要找回的草稿。")
    fetched = [restoring.fetch(chosen.file, each) for each in wanted]
    for each, draft in zip(wanted, fetched, strict=True):
        if draft.lack:
            print(f"备份有损坏：“{each.name}”{draft.lack}。", file=sys.stderr)
    into = store(to_write=True)
    backups.take_before_restoring()
    rows: list[Row] = [
        {"id": restoring.bring_back(into, each), "name": each.label} for each in fetched
    ]
    return print_rows(chosen, "drafts", rows)


def _is_wanted(row: DraftListing, named: str | None) -> bool:
    """Whether it is the draft that is named, or where none is, one that is not in the bin."""
    return row.id == named if named else not row.binned_at
