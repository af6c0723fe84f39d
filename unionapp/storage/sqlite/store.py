"""Drafts on disk: a few plain SQL statements over SQLite.

A draft is its edits, appended in one transaction each; `(draft, seq)` is unique, so two windows
on one draft collide visibly instead of overwriting. A draft carries the source of the template
that it was begun with, and so opens unchanged after the program is upgraded. `draft` also keeps
a summary (union, year, share filled) of what the edits say, so that a list of drafts is read
without replaying them.
"""

import json
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from unionapp.draft import Action, Change, Edit, EditPath
from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.listing import DraftListing, DraftSummary
from unionapp.storage.sqlite.file import closing_unless, connect, reason_of_failure, tells_of_damage
from unionapp.storage.sqlite.schema import (
    BeforeUpgrade,
    format_in,
    format_of,
    newest_format,
    prepare,
    transaction,
)

if TYPE_CHECKING:
    from unionapp.values import Typed

FILE_NAME = "drafts.sqlite3"


class Store:
    """The drafts of one data folder."""

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
            self._refuse_newer(format_of(self._file))
            self._connection = connect(self._file)
            closing_unless(self._connection, lambda: self._prepare(before_upgrade))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def begin(
        self,
        source: str,
        summary: DraftSummary,
        at: str,
        edits: Iterable[Edit] = (),
        label: str = "",
        origin: str = "",
    ) -> str:
        """Put a new draft of the template in the store, with edits if it has some; its id.

        `origin` is the digest of the file that it was taken from, if it was.
        """
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

    def append(
        self, draft: str, edits: Iterable[Edit], summary: DraftSummary | None = None
    ) -> None:
        """Save edits, and the summary if it has changed with them, in one transaction."""
        rows = [_edit_row(draft, edit) for edit in edits]
        with self._translated_errors("保存"), transaction(self._connection):
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
        """All drafts that are not in the bin, the one edited last first."""
        return tuple(row for row in self._rows() if not row.binned_at)

    def binned(self) -> tuple[DraftListing, ...]:
        """The drafts in the bin."""
        return tuple(row for row in self._rows() if row.binned_at)

    def _rows(self) -> Iterator[DraftListing]:
        with self._translated_errors("读取"):
            rows = self._connection.execute(
                "SELECT id, kind, unit, year, filled, asked, COALESCE("
                "(SELECT at FROM edit WHERE draft = id ORDER BY seq DESC LIMIT 1), begun_at)"
                " AS edited_at, label, findings, written_at, binned_at, written_seq,"
                " COALESCE((SELECT MAX(seq) FROM edit WHERE draft = id), 0), origin"
                " FROM draft ORDER BY edited_at DESC, id"
            ).fetchall()
        return (DraftListing(row[0], DraftSummary(*row[1:6]), *row[6:]) for row in rows)

    def rename(self, draft: str, label: str) -> None:
        """Give a draft a name of its own; an empty one takes it away."""
        self._set(draft, "label", label)

    def bin(self, draft: str, at: str) -> None:
        """Put a draft in the bin; nothing of it is lost."""
        self._set(draft, "binned_at", at)

    def restore(self, draft: str) -> None:
        """Take a draft out of the bin."""
        self._set(draft, "binned_at", "")

    def note_findings(self, draft: str, findings: int) -> None:
        """Remember how much the checks found, for the list of drafts."""
        self._set(draft, "findings", findings)

    def note_written(self, draft: str, at: str, seq: int) -> None:
        """Remember when the papers were written, and the last edit that they know."""
        with self._translated_errors("保存"):
            self._connection.execute(
                "UPDATE draft SET written_at = ?, written_seq = ? WHERE id = ?", (at, seq, draft)
            )

    def delete(self, draft: str) -> None:
        """Take a draft in the bin away for good, with all its edits.

        Drafts name people in hardship, so what goes is overwritten, in the journal too.
        """
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
        """The template that the draft was begun with; raises `StoreError` if there is none."""
        return self._one(
            "SELECT source FROM template JOIN draft ON template.digest = draft.template"
            " WHERE draft.id = ?",
            draft,
        )

    def edits(self, draft: str) -> tuple[Edit, ...]:
        """The edits of a draft, in order."""
        with self._translated_errors("读取"):
            rows = self._connection.execute(
                "SELECT seq, step, action, path, typed, author, at FROM edit"
                " WHERE draft = ? ORDER BY seq",
                (draft,),
            ).fetchall()
            return tuple(_edits_of(rows))

    def row(self, draft: str) -> DraftListing:
        """What the list shows of a draft, or the bin; raises `StoreError` if there is none."""
        found = next((row for row in self._rows() if row.id == draft), None)
        if found is None:
            raise _unknown(draft)
        return found

    def written_at(self, draft: str) -> str:
        """When the papers were last written; empty while they never were."""
        return self._one("SELECT written_at FROM draft WHERE id = ?", draft)

    def written_seq(self, draft: str) -> int:
        """The last edit that the papers know; 0 where they know none, or were never written."""
        return int(self._one("SELECT written_seq FROM draft WHERE id = ?", draft))

    def note_origin(self, draft: str, digest: str) -> None:
        """Remember the digest of the file that the draft was put into last."""
        self._set(draft, "origin", digest)

    def page(self, draft: str) -> str:
        """The page where the draft was left."""
        return self._one("SELECT page FROM draft WHERE id = ?", draft)

    def leave_at(self, draft: str, page: str) -> None:
        """Remember the page; where one stands is not an edit and is not undone."""
        self._set(draft, "page", page)

    def _set(self, draft: str, column: str, content: str | int) -> None:
        """Set one of the columns named above; none of them is an edit, so none is undone."""
        with self._translated_errors("保存"):
            statement = f"UPDATE draft SET {column} = ? WHERE id = ?"  # noqa: S608 - our own word
            self._connection.execute(statement, (content, draft))

    def _one(self, statement: str, draft: str) -> str:
        with self._translated_errors("读取"):
            row = self._connection.execute(statement, (draft,)).fetchone()
        if row is None:
            raise _unknown(draft)
        return str(row[0])

    @contextmanager
    def _translated_errors(self, doing: str) -> Iterator[None]:
        """Turn the database's errors into one sentence for the user."""
        try:
            yield
        except sqlite3.IntegrityError as error:
            raise StoreError(
                "这份草稿刚刚在另一个窗口里改过，本次修改没有保存；请关闭其中一个窗口后重新打开。"
            ) from error
        except (sqlite3.Error, OSError) as error:
            kind = DamagedStoreError if tells_of_damage(error) else StoreError
            raise kind(
                f"不能{doing}草稿：{reason_of_failure(error)}（文件“{self._file}”）；已保存的内容没有改动。"
            ) from error

    def _refuse_newer(self, found: int) -> None:
        if found > newest_format():
            raise StoreError(
                f"草稿文件“{self._file}”是用更新版本的程序保存的，请升级本程序后再打开；内容没有改动。"
            )

    def _prepare(self, before_upgrade: BeforeUpgrade) -> None:
        self._refuse_newer(format_in(self._connection))
        prepare(self._connection, before_upgrade)


def _unknown(draft: str) -> StoreError:
    return StoreError(f"没有编号为“{draft}”的草稿，请用 unionapp-cli drafts 查看现有草稿。")


def _columns(summary: DraftSummary) -> tuple[str, str, str, int, int]:
    return summary.kind, summary.unit, summary.year, summary.filled, summary.asked


def _edit_row(draft: str, edit: Edit) -> tuple[str | int, ...]:
    typed = json.dumps(edit.change.typed, ensure_ascii=False)
    path = str(edit.change.path)
    return (draft, edit.seq, edit.step, edit.action, path, typed, edit.by, edit.at)


def _edits_of(rows: Iterable[tuple[int, int, str, str, str, str, str]]) -> Iterator[Edit]:
    """The edits as they were stored; the decoder is made when a draft is opened, not before."""
    from msgspec.json import Decoder

    decode = Decoder(str | tuple[str | tuple[str, ...], ...] | None).decode
    for seq, step, action, path, typed, author, at in rows:
        change = Change(_path(path), cast("Typed | None", decode(typed)))
        yield Edit(seq, step, Action(action), change, author, at)


@cache
def _path(text: str) -> EditPath:
    """A draft has thousands of edits and few places that they go to."""
    return EditPath.parse(text)
