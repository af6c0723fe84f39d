"""The store of drafts in an SQLite file: a few plain SQL statements.

Edits are appended in one transaction each, after the last one that the draft knows, so no window
writes over what another one has written; they are chained (`chain`). A draft carries the source of
the template that it was begun with, and so opens unchanged after the program is upgraded. `draft`
also keeps a summary (union, year, share filled) of what the edits say, so that a list of drafts is
read without replaying them.
"""

import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from unionapp.errors import BusyStoreError, DamagedStoreError, NewerEditsError, StoreError
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import DraftListing, DraftSummary
from unionapp.storage.sqlite import reading
from unionapp.storage.sqlite.chain import (
    SpoiledError,
    Tip,
    beginning,
    columns_of,
    digest_of,
    link,
)
from unionapp.storage.sqlite.file import (
    DAMAGED,
    MOMENT,
    PATIENCE,
    closing_unless,
    connect,
    moment,
    reason_of_failure,
    tells_of_another,
    tells_of_damage,
    transaction,
    wait_at_most,
)
from unionapp.storage.sqlite.schema import BeforeUpgrade, Whose, owner_in, owner_of, prepare

if TYPE_CHECKING:
    from unionapp.draft import Edit

FILE_NAME = "drafts.sqlite3"

# Why a file can't be opened, and the way out.
_REFUSALS = {
    Whose.NEWER: "是用更新版本的程序保存的，请升级本程序后再打开",
    Whose.TRIAL: "是试用版的程序保存的，本程序打不开它，请把它移到别处后再打开本程序",
    Whose.FOREIGN: "是别的程序的文件，请把它移到别处后再打开本程序",
}


class SqliteStore(DraftStore):
    """The drafts of one data folder, in an SQLite file."""

    # How long the connection waits at present while another program holds the file.
    _patience = PATIENCE

    def __init__(self, folder: Path, before_upgrade: BeforeUpgrade = lambda: None) -> None:
        """Open the drafts of a folder, made if there are none.

        Args:
            folder: The data folder.
            before_upgrade: Called before the tables of an older program are changed; when it
                raises, they are left as they are.

        Raises:
            StoreError: they can't be opened; nothing was changed. It is a `DamagedStoreError` when
                the file itself is damaged.
        """
        self._file = folder / FILE_NAME
        with self._translated_errors("打开"):
            self._refuse_foreign(owner_of(self._file))
            self._connection = self._opened()
            closing_unless(self._connection, lambda: self._prepare(before_upgrade))

    def _opened(self) -> sqlite3.Connection:
        return connect(self._file)

    def close(self) -> None:
        self._connection.close()

    def begin(
        self,
        source: str,
        summary: DraftSummary,
        at: str,
        edits: "Iterable[Edit]" = (),
        label: str = "",
        origin: str = "",
    ) -> str:
        digest = digest_of(source)
        id_ = secrets.token_hex(6)
        begun = Tip(0, at, beginning(id_, digest))
        rows, tip = _after(begun, edits)
        with self._translated_errors("新建"), transaction(self._connection):
            self._connection.execute(
                "INSERT INTO template VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, source)
            )
            self._connection.execute(
                "INSERT INTO draft (id, template, kind, unit, year, filled, asked,"
                " last_seq, last_at, chain, label, origin)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (id_, digest, *_columns(summary), *tip, label, origin),
            )
            self._insert(id_, rows)
        return id_

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._translated_errors("保存", MOMENT), transaction(self._connection):
            yield

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        with self._translated_errors("保存", MOMENT), transaction(self._connection):
            before = reading.tip_of(self._connection, draft)
            if before is None:
                raise _unknown(draft)
            rows, tip = _after(before, edits)
            self._insert(draft, rows)
            self._connection.execute(
                "UPDATE draft SET last_seq = ?, last_at = ?, chain = ? WHERE id = ?", (*tip, draft)
            )
            if summary is not None:
                self._connection.execute(
                    "UPDATE draft SET kind = ?, unit = ?, year = ?, filled = ?, asked = ?"
                    " WHERE id = ?",
                    (*_columns(summary), draft),
                )

    def _insert(self, draft: str, rows: Iterable[tuple[str | int | bytes, ...]]) -> None:
        self._connection.executemany(
            "INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", ((draft, *row) for row in rows)
        )

    def drafts(self) -> tuple[DraftListing, ...]:
        return self._listings("WHERE binned_at = ''")

    def binned(self) -> tuple[DraftListing, ...]:
        return self._listings("WHERE binned_at <> ''")

    def listing(self, draft: str) -> DraftListing:
        for found in self._listings("WHERE id = ?", draft):
            return found
        raise _unknown(draft)

    def _listings(self, which: str, *known: str) -> tuple[DraftListing, ...]:
        with self._translated_errors("读取"):
            return reading.listings(self._connection, which, *known)

    def rename(self, draft: str, label: str) -> None:
        self._set(draft, "label", label)

    def bin(self, draft: str, at: str) -> None:
        self._set(draft, "binned_at", at)

    def restore(self, draft: str) -> None:
        self._set(draft, "binned_at", "")

    def note_findings(self, draft: str, findings: int) -> None:
        self._set(draft, "findings", findings, MOMENT)

    def note_written(self, draft: str, at: str, seq: int) -> None:
        with self._translated_errors("保存"):
            self._connection.execute(
                "UPDATE draft SET written_at = ?, written_seq = ? WHERE id = ?", (at, seq, draft)
            )

    def delete(self, draft: str) -> None:
        # Drafts name people in hardship, so what goes is overwritten, in the journal too.
        with self._translated_errors("删除"), transaction(self._connection):
            self._connection.execute(
                "DELETE FROM edit WHERE draft IN"
                " (SELECT id FROM draft WHERE id = ? AND binned_at <> '')",
                (draft,),
            )
            self._connection.execute("DELETE FROM draft WHERE id = ? AND binned_at <> ''", (draft,))
        with self._translated_errors("删除"):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def template_source(self, draft: str) -> str:
        with self._translated_errors("读取"):
            source = reading.template_source(self._connection, draft)
        if source is None:
            raise _unknown(draft)
        return source

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        from unionapp.storage.sqlite.rows import edits_of  # a list of drafts needs no edits

        with self._translated_errors("读取"), moment(self._connection):
            return edits_of(self._connection, draft, after, until)

    def last_seq(self, draft: str) -> int:
        with self._translated_errors("读取", MOMENT):
            tip = reading.tip_of(self._connection, draft)
        return tip.seq if tip else 0

    def note_origin(self, draft: str, digest: str) -> None:
        self._set(draft, "origin", digest)

    def page(self, draft: str) -> str:
        return self._one("SELECT page FROM draft WHERE id = ?", draft)

    def leave_at(self, draft: str, page: str) -> None:
        self._set(draft, "page", page, MOMENT)

    def _set(self, draft: str, column: str, content: str | int, patience: float = PATIENCE) -> None:
        """Set one of the columns named above; none of them is an edit, so none is undone."""
        with self._translated_errors("保存", patience):
            statement = f"UPDATE draft SET {column} = ? WHERE id = ?"  # noqa: S608 - our own word
            self._connection.execute(statement, (content, draft))

    def _one(self, statement: str, draft: str) -> str:
        with self._translated_errors("读取"):
            row = self._connection.execute(statement, (draft,)).fetchone()
        if row is None:
            raise _unknown(draft)
        return str(row[0])

    @contextmanager
    def _translated_errors(self, doing: str, patience: float = PATIENCE) -> Iterator[None]:
        """Turn the database's errors into one sentence for the user.

        While another program holds the file, it is waited for no longer than the patience lasts.
        """
        try:
            self._be_patient(patience)
            yield
        except SpoiledError as error:
            raise self._damaged(doing) from error
        except (sqlite3.Error, OSError) as error:
            if tells_of_damage(error):
                raise self._damaged(doing) from error
            kind = BusyStoreError if tells_of_another(error) else StoreError
            raise kind(
                f"不能{doing}草稿：{reason_of_failure(error)}（文件“{self._file}”）；已保存的内容没有改动。"
            ) from error

    def _damaged(self, doing: str) -> DamagedStoreError:
        """Nothing is promised here of what was saved."""
        return DamagedStoreError(f"不能{doing}草稿：{DAMAGED}（文件“{self._file}”）。")

    def _be_patient(self, seconds: float) -> None:
        if self._patience != seconds and not self._connection.in_transaction:
            wait_at_most(self._connection, seconds)
            self._patience = seconds

    def _refuse_foreign(self, whose: Whose) -> None:
        if whose is Whose.DAMAGED:
            raise SpoiledError
        if refusal := _REFUSALS.get(whose):
            raise StoreError(f"草稿文件“{self._file}”{refusal}；内容没有改动。")

    def _prepare(self, before_upgrade: BeforeUpgrade) -> None:
        self._refuse_foreign(owner_in(self._connection))
        prepare(self._connection, before_upgrade)


def _unknown(draft: str) -> StoreError:
    return StoreError(f"没有编号为“{draft}”的草稿，请用 unionapp-cli drafts 查看现有草稿。")


def _columns(summary: DraftSummary) -> tuple[str, str, str, int, int]:
    return summary.kind, summary.unit, summary.year, summary.filled, summary.asked


def _after(tip: Tip, edits: "Iterable[Edit]") -> tuple[list[tuple[str | int | bytes, ...]], Tip]:
    """The rows of edits that follow on the tip, and the new tip."""
    rows: list[tuple[str | int | bytes, ...]] = []
    for edit in edits:
        if edit.seq != tip.seq + 1:
            raise NewerEditsError("这份草稿刚刚在另一个窗口里改过，这一次没有保存；请再做一次。")
        columns = columns_of(edit)
        tip = Tip(edit.seq, edit.at, link(tip.chain, columns))
        rows.append((*columns, tip.chain))
    return rows, tip
