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
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from unionapp.errors import BusyStoreError, DamagedStoreError, NewerEditsError, StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.listing import DraftListing, DraftSummary, WrittenPaper
from unionapp.storage.sqlite import papers, reading
from unionapp.storage.sqlite.chain import (
    SpoiledError,
    Tip,
    beginning,
    digest_of,
    follow,
)
from unionapp.storage.sqlite.file import (
    DAMAGED,
    FILE_NAME,
    MOMENT,
    PATIENCE,
    closing_unless,
    connect,
    moment,
    reason_of_failure,
    settle_journal,
    tells_of_another,
    tells_of_damage,
    transaction,
    wait_at_most,
)
from unionapp.storage.sqlite.presence import Presence, Standing
from unionapp.storage.sqlite.recovery import refuse_spoiled_journal
from unionapp.storage.sqlite.renewal import kept_apart, renewed, sentence_on
from unionapp.storage.sqlite.schema import BeforeUpgrade, Whose, owner_in, owner_of, prepare

if TYPE_CHECKING:
    from unionapp.draft import Edit, Snapshot

# Why a file can't be opened, and the way out.
_REFUSALS = {
    Whose.NEWER: "是用更新版本的程序保存的，请升级本程序后再打开",
    Whose.TRIAL: "是试用版的程序保存的，本程序打不开它，请把它移到别处后再打开本程序",
    Whose.FOREIGN: "是别的程序的文件，请把它移到别处后再打开本程序",
}

_OUTER_ERRORS = (SpoiledError, sqlite3.Error, OSError)

# The draft of an id, if it is in the bin.
_BINNED = "(SELECT id FROM draft WHERE id = ? AND binned_at <> '')"


class SqliteStore(DraftStore):
    """The drafts of one data folder, in an SQLite file."""

    # How long the connection waits at present while another program holds the file.
    _patience = PATIENCE

    def __init__(
        self,
        folder: Path,
        before_upgrade: BeforeUpgrade = lambda: None,
        *,
        name: str = FILE_NAME,
    ) -> None:
        """Open the drafts of a folder, made if there are none.

        Args:
            folder: The data folder.
            before_upgrade: Called before the tables of an older program are changed; when it
                raises, they are left as they are.
            name: What the file is called.

        Raises:
            StoreError: they can't be opened; nothing was changed. It is a `DamagedStoreError` when
                the file itself is damaged.
        """
        self._file = folder / name
        self._before_upgrade = before_upgrade
        self._renewal: Renewal | None = None
        with self._translated_errors("打开"):
            self._connection = self._connected()
            self._presence = self._watched()

    def close(self) -> None:
        with suppress(StoreError), self._at_work("保存"):
            pass  # what went away since the last save is brought back before it is out of reach
        self._presence = None
        self._connection.close()

    @property
    def renewal(self) -> Renewal | None:
        return self._renewal

    def begin(
        self,
        source: str,
        summary: DraftSummary,
        at: str,
        edits: "Iterable[Edit]" = (),
        label: str = "",
        origin: str = "",
        *,
        under: str = "",
    ) -> str:
        digest = digest_of(source)
        id_ = under or secrets.token_hex(6)
        begun = Tip(0, at, beginning(id_, digest))
        rows, tip = follow(begun, edits)
        with self._at_work("新建"), transaction(self._connection):
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
        with self._at_work("保存", MOMENT), transaction(self._connection):
            yield

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        with self._at_work("保存", MOMENT), transaction(self._connection):
            before = reading.tip_of(self._connection, draft)
            if before is None:
                raise _unknown(draft)
            edits = tuple(edits)
            if [edit.seq for edit in edits] != [before.seq + n for n in range(1, len(edits) + 1)]:
                raise NewerEditsError(
                    "这份草稿刚刚在另一个窗口里改过，这一次没有保存；请再做一次。"
                )
            rows, tip = follow(before, edits)
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
        with self._at_work("读取"):
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
        with self._at_work("保存"):
            self._connection.execute(
                "UPDATE draft SET written_at = ?, written_seq = ? WHERE id = ?", (at, seq, draft)
            )

    def delete(self, draft: str) -> None:
        # Drafts name people in hardship, so what goes is overwritten, in the journal too.
        with self._at_work("删除"), transaction(self._connection):
            for of_it in ("snapshot WHERE draft", "edit WHERE draft", "paper WHERE source"):
                self._connection.execute(f"DELETE FROM {of_it} IN {_BINNED}", (draft,))  # noqa: S608 - our own words
            self._connection.execute("DELETE FROM draft WHERE id = ? AND binned_at <> ''", (draft,))
        try:
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            settle_journal(self._file)
            if self._presence:
                self._presence.note()
        except (sqlite3.Error, OSError) as error:
            raise StoreError(
                f"草稿已经删除，旧的内容却还没有从磁盘上清掉：{reason_of_failure(error)}"
                f"（文件“{self._file}”）；以后删除草稿或者关闭本程序时会再清。"
            ) from error

    def template_source(self, draft: str) -> str:
        with self._at_work("读取"):
            source = reading.template_source(self._connection, draft)
        if source is None:
            raise _unknown(draft)
        return source

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        from unionapp.storage.sqlite.rows import edits_of  # a list of drafts needs no edits

        with self._at_work("读取"), moment(self._connection):
            return edits_of(self._connection, draft, after, until)

    def last_seq(self, draft: str) -> int:
        with self._at_work("读取", MOMENT):
            tip = reading.tip_of(self._connection, draft)
        return tip.seq if tip else 0

    def snapshot(self, draft: str) -> "Snapshot | None":
        from unionapp.storage.sqlite.snapshots import kept_snapshot  # as above

        with self._at_work("读取"):
            return kept_snapshot(self._connection, draft)

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        from unionapp.storage.sqlite.snapshots import keep

        with self._at_work("保存", MOMENT), transaction(self._connection):
            keep(self._connection, draft, snapshot)

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        with self._at_work("读取"):
            return papers.noted(self._connection, source)

    def note_coming(self, source: str, files: Iterable[WrittenPaper]) -> None:
        with self._at_work("保存"), transaction(self._connection):
            papers.add(self._connection, source, files, is_written=False)

    def note_papers(self, source: str, files: Iterable[WrittenPaper]) -> None:
        with self._at_work("保存"), transaction(self._connection):
            papers.replace(self._connection, source, files)

    def note_origin(self, draft: str, digest: str) -> None:
        self._set(draft, "origin", digest)

    def page(self, draft: str) -> str:
        return self._one("SELECT page FROM draft WHERE id = ?", draft)

    def leave_at(self, draft: str, page: str) -> None:
        self._set(draft, "page", page, MOMENT)

    def _set(self, draft: str, column: str, content: str | int, patience: float = PATIENCE) -> None:
        """Set one of the columns named above; none of them is an edit, so none is undone."""
        with self._at_work("保存", patience):
            statement = f"UPDATE draft SET {column} = ? WHERE id = ?"  # noqa: S608 - our own word
            self._connection.execute(statement, (content, draft))

    def _one(self, statement: str, draft: str) -> str:
        with self._at_work("读取"):
            row = self._connection.execute(statement, (draft,)).fetchone()
        if row is None:
            raise _unknown(draft)
        return str(row[0])

    @contextmanager
    def _at_work(self, doing: str, patience: float = PATIENCE) -> Iterator[None]:
        """Work with the file that stands in its place, and tell errors in one sentence.

        While another program holds the file, it is waited for no longer than the patience lasts.
        """
        try:
            if not self._connection.in_transaction:
                self._be_patient(patience)
                self._see_that_it_is_there()
            yield
        except _OUTER_ERRORS as error:
            raise self._told(doing, error) from error

    @contextmanager
    def _translated_errors(self, doing: str) -> Iterator[None]:
        try:
            yield
        except _OUTER_ERRORS as error:
            raise self._told(doing, error) from error

    def _told(self, doing: str, error: Exception) -> StoreError:
        """An error as one sentence for the user."""
        if not isinstance(error, sqlite3.Error | OSError) or tells_of_damage(error):
            return self._damaged(doing)
        kind = BusyStoreError if tells_of_another(error) else StoreError
        return kind(
            f"不能{doing}草稿：{reason_of_failure(error)}（文件“{self._file}”）；已保存的内容没有改动。"
        )

    def _damaged(self, doing: str) -> DamagedStoreError:
        """Nothing is promised here of what was saved."""
        return DamagedStoreError(f"不能{doing}草稿：{DAMAGED}（文件“{self._file}”）。")

    def _see_that_it_is_there(self) -> None:
        presence = self._presence
        if presence and (standing := presence.standing()) is not Standing.WHOLE:
            self._renew(standing, presence)

    def _be_patient(self, seconds: float) -> None:
        if self._patience != seconds:
            wait_at_most(self._connection, seconds)
            self._patience = seconds

    def _refuse_foreign(self, whose: Whose) -> None:
        if whose is Whose.DAMAGED:
            raise SpoiledError
        if refusal := _REFUSALS.get(whose):
            raise StoreError(f"草稿文件“{self._file}”{refusal}；内容没有改动。")

    def _connected(self) -> sqlite3.Connection:
        """The file that stands in its place, made if there is none."""
        self._refuse_foreign(owner_of(self._file))
        connection = self._opened()
        closing_unless(connection, lambda: self._prepare(connection))
        return connection

    def _opened(self) -> sqlite3.Connection:
        refuse_spoiled_journal(self._file)
        return connect(self._file)

    def _watched(self) -> Presence | None:
        """What looks whether the file is still there; nothing where it is not needed any more."""
        return Presence(self._file, self._connection)

    def _prepare(self, connection: sqlite3.Connection) -> None:
        self._refuse_foreign(owner_in(connection))
        prepare(connection, self._before_upgrade)
        reading.check_counts(connection)

    def _renew(self, standing: Standing, presence: Presence) -> None:
        """Go on in a sound file, with all that can still be had of the one that went away."""
        old, folder = self._connection, self._file.parent
        with self._opened_again(), renewed(folder, old, presence, self._connected_anew) as fresh:
            self._connection, self._patience = fresh.connection, PATIENCE
            self._presence = self._watched()
            old.close()
            for each in kept_apart(fresh):
                row = each.row
                label = f"{row.label or row.summary.unit}（另一份）"
                self.begin(each.source, row.summary, row.edited_at, each.edits, label, row.origin)
        self._renewal = Renewal(sentence_on(self._file, standing, fresh), fresh.whole)

    @contextmanager
    def _opened_again(self) -> Iterator[None]:
        """Go on with the old file where no new one could be made and the old one was closed."""
        old = self._connection
        try:
            yield
        except BaseException:
            if self._connection is old and _is_closed(old):
                self._connection, self._patience = self._connected(), PATIENCE
            raise

    def _connected_anew(self) -> sqlite3.Connection:
        with self._translated_errors("打开"):
            return self._connected()


def _is_closed(connection: sqlite3.Connection) -> bool:
    try:
        return connection.total_changes < 0
    except sqlite3.ProgrammingError:
        return True


def _unknown(draft: str) -> StoreError:
    return StoreError(f"没有编号为“{draft}”的草稿，请用 unionapp-cli drafts 查看现有草稿。")


def _columns(summary: DraftSummary) -> tuple[str, str, str, int, int]:
    return summary.kind, summary.unit, summary.year, summary.filled, summary.asked
