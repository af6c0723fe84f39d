"""A store whose files went away or were cut off while it was open, with all that it still tells.

What was opened can be read on where a file was only taken out of its folder. Whether it is whole is
not guessed: each edit is read, and bears a chain.
"""

import errno
import os
import secrets
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import Renewal
from unionapp.storage.listing import DraftListing
from unionapp.storage.sqlite.chain import SpoiledError
from unionapp.storage.sqlite.copies import DamagedCopyError, UnusableFileError, copy_out
from unionapp.storage.sqlite.file import (
    FILE_NAME,
    aside_of,
    opened_in_memory,
    tells_of_damage,
    tells_of_lost_end,
    transaction,
    with_journals,
)
from unionapp.storage.sqlite.journal import image_of
from unionapp.storage.sqlite.presence import Presence, Standing
from unionapp.storage.sqlite.reading import listings, template_source
from unionapp.storage.sqlite.recovery import (
    lacks_of,
    promised,
    put_aside,
    rescue_from,
    rescue_into,
    salvaged,
    write_alone,
)
from unionapp.storage.sqlite.schema import Whose, owner_of

if TYPE_CHECKING:
    from unionapp.draft import Edit
    from unionapp.storage.sqlite.salvage import Salvaged

_Connect: TypeAlias = Callable[[], sqlite3.Connection]

# What is opened now, where the old file was put, and the drafts that are not alike in both.
_Replaced: TypeAlias = tuple[sqlite3.Connection, Path, tuple[str, ...]]

# What a renewal works with is called so, and cleared away by a later start where it was killed.
_KEPT, _SUFFIX = "kept-", ".sqlite3"

# Seconds in which another window may still be at work with such a file.
_YOUNG = 60.0

# Windows moves no file that is open, and lets nobody else take it away: it is never all there is.
_IS_HELD_BY_OPENING = sys.platform == "win32"

# Files that are no store of drafts, whoever has put them there.
_OTHERS = frozenset({Whose.FOREIGN, Whose.TRIAL})


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was opened in place of what went away.

    `whole` tells whether all drafts are in it, `aside` where the old file was put if they are not.
    `apart` are the ids, in `copy`, of drafts that stood there otherwise already.
    """

    connection: sqlite3.Connection
    whole: bool
    aside: Path | None
    copy: Path
    apart: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Apart:
    """A draft that stands beside another one which bears its id."""

    row: DraftListing
    source: str
    edits: "tuple[Edit, ...]"


@contextmanager
def renewed(
    folder: Path,
    old: sqlite3.Connection,
    presence: Presence,
    connect: _Connect,
) -> Iterator[Fresh]:
    """Open a sound file of drafts in a folder, with all that can still be read of the old one.

    Another program may have put one there already; then what it lacks is put into that.

    Args:
        folder: The data folder, made again if it is gone.
        old: The old file. It stays open, for it may be all that is left: closing it belongs to
            whoever opened it. Where the system moves no file that is open, it is closed here.
        presence: Where its files are.
        connect: Opens the file of the folder, made if there is none.

    Raises:
        sqlite3.Error, OSError, StoreError: it can't be done now; the old one is as it was.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file, copy = folder / FILE_NAME, _kept(folder)
    try:
        whole = _is_copied(old, copy)
        if _IS_HELD_BY_OPENING:
            old.close()
        replace = _put_beside if _is_anothers(file, presence) else _put_in_place
        fresh, aside, apart = replace(file, copy, presence, connect, whole=whole)
        yield Fresh(fresh, whole, aside if aside.exists() and not whole else None, copy, apart)
        if whole:
            _remove(aside)
    finally:
        _remove(copy)


def kept_apart(fresh: Fresh) -> Iterator[Apart]:
    """Give the drafts that stood in the new file already, but otherwise than in the old one."""
    from unionapp.storage.sqlite.rows import edits_of  # a list of drafts needs no edits

    with closing(sqlite3.connect(fresh.copy, isolation_level=None)) as copy:
        for id_ in fresh.apart:
            (row,) = listings(copy, "WHERE id = ?", id_)
            yield Apart(row, template_source(copy, id_) or "", edits_of(copy, id_))


def sentence_on(file: Path, standing: Standing, fresh: Fresh) -> str:
    """Return what happened to a file and its drafts, and what is to be done, as a sentence."""
    done = "被移走或删掉了" if standing is Standing.GONE else "被别的程序截短了"
    if fresh.whole:
        return f"草稿文件“{file}”{done}；里面的草稿都还在，已经重新存好。"
    left = f"（原来的文件留在“{fresh.aside}”）" if fresh.aside else ""
    return (
        f"草稿文件“{file}”{done}，读不全了{left}；"
        "打开着的草稿已经按现在的样子重新存好，其他草稿救出了能读的，缺少的可以从备份找回。"
    )


def take_up(folder: Path) -> Renewal | None:
    """Bring drafts whose file is no more back from what a renewal left that was cut short.

    Returns what became of them, or None where there is nothing of that kind. Raises `StoreError`
    where it can't be done now.
    """
    for left in _newest_first(folder):
        if left.exists() and (drafts := rescue_from(left)):
            found = (
                "里面的草稿都找了回来" if not any(lacks_of(drafts).values()) else "能读的都救了出来"
            )
            return Renewal(
                f"草稿文件“{folder / FILE_NAME}”不见了；程序上次中断以前另存的一份还在，{found}。",
                whole=not any(lacks_of(drafts).values()),
            )
    return None


def clear(folder: Path) -> Renewal | None:
    """Take away what renewals left that were cut short, as far as the drafts have all of it.

    Returns what is to be told of the rest, which is kept as a backup; it may be of a draft that
    was deleted for good since. What is so young that somebody may be at it is left for later.
    """
    now = time.time()
    with suppress(OSError, sqlite3.Error, SpoiledError, StoreError):
        left_over = [each for each in _left_over(folder) if abs(now - _changed(each)) > _YOUNG]
        lacking = _lacking(folder / FILE_NAME, left_over) if left_over else ()
        told = _kept_as_backup(folder, lacking) if lacking else None
        for each in left_over:
            _remove(each)
        return told
    return None


def _lacking(file: Path, left_over: Iterable[Path]) -> "Sequence[Salvaged]":
    """The drafts that can be read of what was left over, if the file lacks anything of them."""
    from unionapp.storage.sqlite.rows import edits_of  # a list of drafts needs no edits

    found: dict[str, Salvaged] = {}
    with closing(opened_in_memory(image_of(file))) as connection:
        for draft in (each for left in left_over for each in _salvaged(left)):
            there = {(edit.change, edit.at) for edit in edits_of(connection, draft.row.id)}
            is_there = listings(connection, "WHERE id = ?", draft.row.id)
            if not is_there or any((each.change, each.at) not in there for each in draft.edits):
                longest = (found.get(draft.row.id, draft), draft)
                found[draft.row.id] = max(longest, key=lambda each: len(each.edits))
    return tuple(found.values())


def _salvaged(left: Path) -> "tuple[Salvaged, ...]":
    return salvaged(
        *(each.read_bytes() if each.exists() else b"" for each in with_journals(left)[:2])
    )


def _kept_as_backup(folder: Path, drafts: "Sequence[Salvaged]") -> Renewal:
    """Put drafts into a file with a name by which it can be chosen where drafts are found again."""
    copy = _kept(folder)
    write_alone(copy, drafts)
    aside = copy.rename(aside_of((folder / FILE_NAME).with_suffix(".ghbak"), "kept"))
    return Renewal(
        "程序上次中断时留下了一份草稿文件，里面有现在的草稿没有的内容；它没有删掉，"
        f"放在“{aside}”，要用可以从备份找回，选这个文件。",
        whole=False,
    )


def _left_over(folder: Path) -> tuple[Path, ...]:
    """What renewals left that were cut short, each by the name of its file, if only a journal."""
    names = {path.name.partition(_SUFFIX)[0] for path in folder.glob(f"{_KEPT}*{_SUFFIX}*")}
    return tuple(folder / f"{name}{_SUFFIX}" for name in sorted(names))


def _newest_first(folder: Path) -> tuple[Path, ...]:
    try:
        return tuple(sorted(_left_over(folder), key=_changed, reverse=True))
    except OSError:  # it can't be looked at now; what else is done there tells why
        return ()


def _kept(folder: Path) -> Path:
    return folder / f"{_KEPT}{secrets.token_hex(8)}{_SUFFIX}"


def _changed(file: Path) -> float:
    """When a file or what is left of its journals was written to last."""
    return max((each.stat().st_mtime for each in with_journals(file) if each.exists()), default=0.0)


def _is_anothers(file: Path, presence: Presence) -> bool:
    """Tell whether another program has put a file in the place of the old one."""
    return file.exists() and file not in presence.still_there()


def _put_in_place(
    file: Path, copy: Path, presence: Presence, connect: _Connect, *, whole: bool
) -> _Replaced:
    """Have the copy take the place of the old file; whenever it ends, one of both is found."""
    if not whole:
        _remove(copy)
        rescue_into(copy, file)
    with promised(file.parent, copy):
        aside = _move_aside(presence, file)
    if whole:
        _remove(aside)
    return _opened(file.parent, connect), aside, ()


def _put_beside(
    file: Path, copy: Path, presence: Presence, connect: _Connect, *, whole: bool
) -> _Replaced:
    """Put what the file of another program lacks into that."""
    aside = _move_aside(presence, file)
    if not whole:
        _remove(copy)
        rescue_into(copy, aside)
    fresh = _opened(file.parent, connect)
    return fresh, aside, _taken_over(fresh, copy)


def _is_copied(old: sqlite3.Connection, copy: Path) -> bool:
    """Tell whether all of the old file could be copied, and not only a part is left of it.

    What keeps it from being copied now is no reason to give up what can be read a moment later.
    """
    try:
        os.close(os.open(copy, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
        copy_out(old, copy)
    except SpoiledError:
        return False
    except sqlite3.Error as error:
        if tells_of_damage(error) or tells_of_lost_end(error):
            return False
        raise
    except (DamagedCopyError, UnusableFileError) as error:  # the old one can still be read
        raise OSError(errno.EIO, "") from error
    return True


def _move_aside(presence: Presence, file: Path) -> Path:
    """Move what is left of the old files away, so that no new one meets an old journal."""
    aside = aside_of(file)
    for path in reversed(tuple(presence.still_there())):  # the journals first
        path.rename(aside.with_name(aside.name + path.name.removeprefix(file.name)))
    return aside


def _opened(folder: Path, connect: _Connect) -> sqlite3.Connection:
    """The file that stands there now, or a new one; what is no store of drafts is put aside."""
    if owner_of(folder / FILE_NAME) in _OTHERS:
        put_aside(folder)
    try:
        return connect()
    except DamagedStoreError:
        put_aside(folder)
    return connect()


def _taken_over(fresh: sqlite3.Connection, copy: Path) -> tuple[str, ...]:
    """Put in what a file lacks of a copy; return the drafts that are not alike in both."""
    fresh.execute("ATTACH ? AS kept", (str(copy),))
    try:
        with transaction(fresh):
            drafts = fresh.execute("SELECT id, last_seq, chain FROM kept.draft").fetchall()
            return tuple(id_ for id_, seq, chain in drafts if not _takes(fresh, id_, seq, chain))
    finally:
        with suppress(sqlite3.Error):
            fresh.execute("DETACH kept")


def _takes(fresh: sqlite3.Connection, draft: str, seq: int, chain: bytes) -> bool:
    """Take over what is missing of one draft; tell whether it is all there then."""
    there = fresh.execute("SELECT last_seq, chain FROM draft WHERE id = ?", (draft,)).fetchone()
    last, end = there or (0, b"")
    if there and last >= seq:
        return seq == 0 or _chain_at(fresh, "edit", draft, seq) == chain
    if last and _chain_at(fresh, "kept.edit", draft, last) != end:
        return False
    _copy(fresh, "template", "digest IN (SELECT template FROM kept.draft WHERE id = ?)", draft)
    _copy(fresh, "draft", "id = ?", draft)
    _copy(fresh, "edit", "draft = ?", draft)
    return True


def _chain_at(fresh: sqlite3.Connection, edits: str, draft: str, seq: int) -> object:
    statement = f"SELECT chain FROM {edits} WHERE draft = ? AND seq = ?"  # noqa: S608 - our own word
    row = fresh.execute(statement, (draft, seq)).fetchone()
    return row and row[0]


def _copy(fresh: sqlite3.Connection, table: str, which: str, draft: str) -> None:
    """Copy rows by the names of their columns: an upgraded file may have them in another order."""
    columns = ", ".join(row[1] for row in fresh.execute(f"PRAGMA main.table_info({table})"))
    fresh.execute(
        f"INSERT OR REPLACE INTO main.{table} ({columns})"  # noqa: S608 - our own words
        f" SELECT {columns} FROM kept.{table} WHERE {which}",
        (draft,),
    )


def _remove(file: Path) -> None:
    for each in with_journals(file):
        with suppress(OSError):
            each.unlink(missing_ok=True)
