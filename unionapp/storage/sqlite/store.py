"""The store of drafts in an SQLite file: a few plain SQL statements.

Edits are appended in one transaction each; `(draft, seq)` is unique, so no window writes over what
another one has written. A draft carries the source of the template
that it was begun with, and so opens unchanged after the program is upgraded. `draft` also keeps
a summary (union, year, share filled) of what the edits say, so that a list of drafts is read
without replaying them.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from unionapp.errors import BusyStoreError, DamagedStoreError, NewerEditsError, StoreError
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import DraftListing, DraftSummary
from unionapp.storage.sqlite.file import (
    MOMENT,
    PATIENCE,
    closing_unless,
    connect,
    reason_of_failure,
    tells_of_another,
    tells_of_damage,
    transaction,
    wait_at_most,
)
from unionapp.storage.sqlite.schema import (
    BeforeUpgrade,
    format_in,
    format_of,
    newest_format,
    prepare,
)

if TYPE_CHECKING:
    from unionapp.draft import Edit

FILE_NAME = "drafts.sqlite3"

# The columns of a listing: those of the summary stand after the id.
_LISTED = """
SELECT id, kind, unit, year, filled, asked,
    COALESCE((SELECT at FROM edit WHERE draft = id ORDER BY seq DESC LIMIT 1), begun_at)
        AS edited_at,
    label, findings, written_at, binned_at, written_seq,
    COALESCE((SELECT MAX(seq) FROM edit WHERE draft = id), 0), origin
FROM draft
"""
_LAST_FIRST = "ORDER BY edited_at DESC, id"

# The highest seq that SQLite can count to.
_NEWEST = 2**63 - 1


class SqliteStore(DraftStore):
    """The drafts of one data folder, in an SQLite file."""

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
        self._file, self._patience = folder / FILE_NAME, PATIENCE
        with self._translated_errors("打开"):
            self._refuse_newer(format_of(self._file))
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
        digest = sha256(source.encode()).hexdigest()
        id_ = secrets.token_hex(6)
        rows = [_edit_row(id_, edit) for edit in edits]
        with self._translated_errors("新建"), transaction(self._connection):
            self._connection.execute(
                "INSERT INTO template VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, source)
            )
            self._connection.execute(
                "INSERT INTO draft"
                " (id, template, kind, unit, year, filled, asked, begun_at, label, origin)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (id_, digest, *_columns(summary), at, label, origin),
            )
            self._insert(rows)
        return id_

    @contextmanager
    def writing(self) -> Iterator[None]:
        with self._translated_errors("保存", MOMENT), transaction(self._connection):
            yield

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        rows = [_edit_row(draft, edit) for edit in edits]
        with self._translated_errors("保存", MOMENT), transaction(self._connection):
            self._insert(rows)
            if summary is not None:
                self._connection.execute(
                    "UPDATE draft SET kind = ?, unit = ?, year = ?, filled = ?, asked = ?"
                    " WHERE id = ?",
                    (*_columns(summary), draft),
                )

    def _insert(self, rows: Iterable[tuple[str | int, ...]]) -> None:
        self._connection.executemany("INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)

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
            rows = self._connection.execute(f"{_LISTED} {which} {_LAST_FIRST}", known).fetchall()
        return tuple(DraftListing(row[0], DraftSummary(*row[1:6]), *row[6:]) for row in rows)

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
        return self._one(
            "SELECT source FROM template JOIN draft ON template.digest = draft.template"
            " WHERE draft.id = ?",
            draft,
        )

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        from unionapp.storage.sqlite.rows import edits_of  # a list of drafts needs no edits

        with self._translated_errors("读取"):
            rows = self._connection.execute(
                "SELECT seq, step, action, path, typed, author, at FROM edit"
                " WHERE draft = ? AND seq > ? AND seq <= ? ORDER BY seq",
                (draft, after, _NEWEST if until is None else until),
            ).fetchall()
            return tuple(edits_of(rows))

    def last_seq(self, draft: str) -> int:
        with self._translated_errors("读取", MOMENT):
            row = self._connection.execute(
                "SELECT COALESCE(MAX(seq), 0) FROM edit WHERE draft = ?", (draft,)
            ).fetchone()
        return int(row[0])

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
        except sqlite3.IntegrityError as error:
            raise NewerEditsError(
                "这份草稿刚刚在另一个窗口里改过，这一次没有保存；请再做一次。"
            ) from error
        except (sqlite3.Error, OSError) as error:
            raise _kind_of(error)(
                f"不能{doing}草稿：{reason_of_failure(error)}（文件“{self._file}”）；已保存的内容没有改动。"
            ) from error

    def _be_patient(self, seconds: float) -> None:
        if self._patience != seconds and not self._connection.in_transaction:
            wait_at_most(self._connection, seconds)
            self._patience = seconds

    def _refuse_newer(self, found: int) -> None:
        if found > newest_format():
            raise StoreError(
                f"草稿文件“{self._file}”是用更新版本的程序保存的，请升级本程序后再打开；内容没有改动。"
            )

    def _prepare(self, before_upgrade: BeforeUpgrade) -> None:
        self._refuse_newer(format_in(self._connection))
        prepare(self._connection, before_upgrade)


def _kind_of(error: sqlite3.Error | OSError) -> type[StoreError]:
    if tells_of_damage(error):
        return DamagedStoreError
    return BusyStoreError if tells_of_another(error) else StoreError


def _unknown(draft: str) -> StoreError:
    return StoreError(f"没有编号为“{draft}”的草稿，请用 unionapp-cli drafts 查看现有草稿。")


def _columns(summary: DraftSummary) -> tuple[str, str, str, int, int]:
    return summary.kind, summary.unit, summary.year, summary.filled, summary.asked


def _edit_row(draft: str, edit: "Edit") -> tuple[str | int, ...]:
    typed = json.dumps(edit.change.typed, ensure_ascii=False)
    path = str(edit.change.path)
    return (draft, edit.seq, edit.step, edit.action, path, typed, edit.by, edit.at)
