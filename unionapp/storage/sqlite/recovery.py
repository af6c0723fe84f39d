"""A damaged file of the drafts: put aside as it is, and in its place what can be read of it.

What was read is written to a file of its own, and only when that is whole, under the name that says
so, do the two change places: whoever is killed in between leaves what the next start goes on with.
"""

import errno
import sqlite3
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from unionapp.errors import StoreError, reason_of
from unionapp.storage.sqlite.chain import SpoiledError, Tip, beginning, digest_of, follow
from unionapp.storage.sqlite.copies import (
    DamagedCopyError,
    UnusableFileError,
    checked,
    count_checked,
)
from unionapp.storage.sqlite.file import (
    BESIDE,
    FILE_NAME,
    aside_of,
    connect,
    is_open_here,
    opened_in_memory,
    reason_of_failure,
    transaction,
    with_journals,
)
from unionapp.storage.sqlite.journal import image_of, is_passed_over
from unionapp.storage.sqlite.schema import Whose, owner_of, prepare
from unionapp.system import is_there, settle_names

if TYPE_CHECKING:
    from unionapp.storage.sqlite.salvage import Salvaged

# What was read of a damaged file, while it is written and when it is whole.
_PART, _READY = "drafts.rescued-part.sqlite3", "drafts.rescued.sqlite3"

# The bytes that every program locks which has the file open (SQLite, os_unix.c).
_SHARED_FIRST, _SHARED_SIZE = 0x40000002, 510

# Drafts that are named in one sentence.
_MOST_NAMED = 3

# Bytes that are read at once, so that a spoiled sector of the disk costs no more.
_PIECE = 4096


@dataclass(frozen=True, slots=True)
class RescuedDraft:
    """A draft that was read from a damaged file; `lost` counts the edits that are missing.

    Where it is not `known`, its own name or its template is lost.
    """

    id: str
    name: str
    lost: int
    known: bool

    @property
    def lack(self) -> str:
        """What is missing of it, in a few words; nothing where nobody can tell of anything."""
        if self.lost:
            return f"少了 {self.lost} 处修改"
        return "" if self.known else "可能不全"


@dataclass(frozen=True, slots=True)
class Rescue:
    """What was read of a damaged file, and where that is now."""

    put_aside: Path
    drafts: tuple[RescuedDraft, ...]

    @property
    def is_whole(self) -> bool:
        """Whether no draft is known to lack anything."""
        return bool(self.drafts) and not any(draft.lack for draft in self.drafts)

    @property
    def sentence(self) -> str:
        """What happened, and where the damaged file is."""
        return f"草稿文件有损坏，{self._outcome}；坏了的文件没有删掉，移到了“{self.put_aside}”。"

    @property
    def _outcome(self) -> str:
        number = len(self.drafts)
        if not number:
            return "里面的草稿读不出来了"
        if self.is_whole:
            return f"里面的 {number} 份草稿都救了出来，没有发现缺少"
        lacking = [f"“{draft.name}”{draft.lack}" for draft in self.drafts if draft.lack]
        others = f"等 {len(lacking)} 份" if len(lacking) > _MOST_NAMED else ""
        return f"救出来 {number} 份草稿，其中{'、'.join(lacking[:_MOST_NAMED])}{others}"


def put_aside(folder: Path) -> Path:
    """Move the file of a folder aside, never deleted, and return where it is now.

    Raises:
        StoreError: it can't be moved, or another program has it open; all is as it was.
    """
    with _translated_errors(folder / FILE_NAME):
        return _put_aside(folder / FILE_NAME)


def rescue(folder: Path) -> Rescue:
    """Put the damaged file of a folder aside, never deleted, and one with its drafts in its place.

    Nobody here may have it open. All that can be read is read, row by row.

    Raises:
        StoreError: there is no room for it, it can't be moved, or another program has it open; all
            is as it was.
    """
    file = folder / FILE_NAME
    with _translated_errors(file):
        if not file.exists():  # it is gone, and only its journal is left
            file.touch(0o600)
        with _held_alone(file):
            stamps = _stamps(file)
            content, journal = _content(file), _content(_beside(file)[0])
        drafts = salvaged(content, journal)
        _write(folder, drafts)
        _refuse_if_changed(file, stamps)
        aside = _change_places(folder)
    return Rescue(aside or file, tuple(map(_rescued, drafts)))


def rescue_from(left: Path) -> "tuple[Salvaged, ...]":
    """Put what can be read of a file that was left over where the drafts' own is no more.

    Returns the drafts, none where nothing can be read. Raises `StoreError` where it can't be done.
    """
    folder = left.parent
    with _translated_errors(folder / FILE_NAME):
        with _held_alone(left):
            drafts = salvaged(_content(left), _content(_beside(left)[0]))
        if drafts:
            _write(folder, drafts)
            _change_places(folder)
    return drafts


def rescue_into(copy: Path, file: Path) -> None:
    """Write what can be read of a file that was put aside, row by row, to a file of its own.

    Raises `OSError` or `sqlite3.Error` where that can't be written.
    """
    drafts = salvaged(_content(file), _content(_beside(file)[0]))
    write_alone(copy, drafts)


def is_sound(folder: Path) -> bool:
    """Tell whether every draft of a folder can be read, edit by edit.

    It is looked at in memory: SQLite would write to what is damaged. Raises `StoreError`.
    """
    with _translated_errors(folder / FILE_NAME):
        return _is_whole(folder / FILE_NAME)


def _is_whole(file: Path) -> bool:
    if owner_of(file) is not Whose.OURS or is_passed_over(_content(_beside(file)[0])):
        return False
    try:
        with closing(opened_in_memory(image_of(file))) as connection:
            return bool(count_checked(connection))
    except (sqlite3.Error, SpoiledError):
        return False


def refuse_spoiled_journal(file: Path) -> None:
    """Make sure that SQLite will read all of a journal which a killed program left; `SpoiledError`.

    One that is in use is whole for those who use it.
    """
    journal = _beside(file)[0]
    if not _size(journal) or is_open_here(file):
        return
    try:
        if sys.platform == "win32":
            file.rename(file)  # refused where somebody has it open
        with _held_alone(file):
            is_spoiled = is_passed_over(journal.read_bytes())
    except OSError:  # somebody uses it, or it can't be read: that is told when it is opened
        return
    if is_spoiled:
        raise SpoiledError


def has_content(folder: Path) -> bool:
    """Tell whether there is a file of drafts with anything in it.

    One byte is nothing: SQLite itself takes such a file for an empty one (os_unix.c).
    """
    return _size(folder / FILE_NAME) > 1


def has_journal(folder: Path) -> bool:
    """Tell whether there is a journal with anything in it beside where the file is or was."""
    return _size(_beside(folder / FILE_NAME)[0]) > 0


def _size(file: Path) -> int:
    try:
        return file.stat().st_size
    except (FileNotFoundError, NotADirectoryError):
        return 0
    except OSError:  # there is something that can't be looked at
        return sys.maxsize


def salvaged(content: bytes, journal: bytes = b"") -> "tuple[Salvaged, ...]":
    """Return the drafts of a file and of the journal beside it, as far as they can be read."""
    from unionapp.storage.sqlite.salvage import salvage  # only where something is damaged

    return salvage(content, journal)


def lacks_of(drafts: "Iterable[Salvaged]") -> dict[str, str]:
    """Return what is missing of the drafts that were read, in a few words, by their ids."""
    return {draft.id: draft.lack for draft in map(_rescued, drafts)}


def keep(connection: sqlite3.Connection, drafts: "Iterable[Salvaged]") -> None:
    """Put what was read into an opened file that has nothing in it."""
    prepare(connection, lambda: None)
    with transaction(connection):
        for draft in drafts:
            _keep(connection, draft)


def _keep(connection: sqlite3.Connection, draft: "Salvaged") -> None:
    digest = digest_of(draft.source)
    begun = Tip(0, draft.row.last_at, beginning(draft.row.id, digest))
    rows, tip = follow(begun, draft.edits)
    kept = draft.row._replace(template=digest, chain=tip.chain)
    connection.execute(
        "INSERT INTO template VALUES (?, ?) ON CONFLICT DO NOTHING", (digest, draft.source)
    )
    connection.execute(
        f"INSERT INTO draft ({', '.join(kept._fields)})"  # noqa: S608 - our own words
        f" VALUES ({', '.join('?' * len(kept))})",
        kept,
    )
    connection.executemany(
        "INSERT INTO edit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((draft.row.id, *row) for row in rows),
    )


def finish(folder: Path) -> None:
    """Go on where a rescue was cut short: what was read takes its place, if it is whole.

    What stands where a file of ours belongs and is none, as a folder or a pipe, is put aside first.

    Raises:
        StoreError: another program has the damaged file open, or something can't be moved.
    """
    _make_way(folder)
    if not _has_ready(folder):
        return
    ready = folder / _READY
    with _translated_errors(folder / FILE_NAME):
        if _is_whole(ready):
            _change_places(folder)
        else:
            ready.rename(aside_of(ready))


def _make_way(folder: Path) -> None:
    """Put aside what is no file: SQLite would wait for it for ever, or never be able to write."""
    with _translated_errors(folder / FILE_NAME):
        for name in (FILE_NAME, _READY, _PART):
            file = folder / name
            for each in with_journals(file):
                if _is_no_file(each, followed=each.name == FILE_NAME):
                    each.rename(_free_name(each))


def _is_no_file(path: Path, *, followed: bool) -> bool:
    """Tell whether something stands there that is no file; the drafts' own may be a link to it."""
    try:
        mode = path.stat().st_mode if followed else path.lstat().st_mode
    except OSError:  # there is nothing, or it can't be looked at: that is told when it is opened
        return False
    return not stat.S_ISREG(mode)


def _free_name(path: Path) -> Path:
    """A name beside something that is no file, under which nothing stands."""
    return aside_of(path.with_name(f"{path.name.replace('.', '-')}.other"))


def _has_ready(folder: Path) -> bool:
    """Tell whether a rescue was cut short; raises `StoreError` where that can't be known now."""
    try:
        return (folder / _READY).exists()
    except OSError as error:
        raise StoreError(
            f"不能打开草稿：{reason_of_failure(error)}（文件夹“{folder}”）；已保存的内容没有改动。"
        ) from error


@contextmanager
def promised(folder: Path, copy: Path) -> Iterator[None]:
    """Have a whole copy take the place of what is moved away within; else the next start does it.

    Raises `OSError` where it can't be done now; it is not done later then.
    """
    ready = copy.replace(folder / _READY)
    settle_names(folder)  # before anything else is moved
    try:
        yield
        _change_places(folder)
    finally:
        ready.unlink(missing_ok=True)


def _change_places(folder: Path) -> Path | None:
    """Put the damaged file aside, if there is one, and what was read in its place."""
    file = folder / FILE_NAME
    aside = _put_aside(file)
    (folder / _READY).rename(file)
    return aside if is_there(aside) else None


def _put_aside(file: Path) -> Path:
    aside = aside_of(file)
    if not file.exists():  # its journal may be there all the same
        _move_journal(file, aside)
        return aside
    with _held_alone(file):
        _move_journal(file, aside)
        return file.rename(aside)


def _move_journal(file: Path, aside: Path) -> None:
    """Move it first, so that new drafts never meet an old journal."""
    for beside in _beside(file):
        if beside.exists():
            beside.rename(aside.with_name(aside.name + beside.name.removeprefix(file.name)))


def _write(folder: Path, drafts: "Iterable[Salvaged]") -> None:
    """Write the drafts to a file of their own, which gets its name when all of it was read back."""
    part = folder / _PART
    for left in with_journals(part):
        left.unlink(missing_ok=True)
    try:
        write_alone(part, drafts)
        checked(part)
        part.replace(folder / _READY)
        settle_names(folder)
    finally:
        for left in with_journals(part):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def write_alone(file: Path, drafts: "Iterable[Salvaged]") -> None:
    """Write the drafts to a new file, with nothing in a journal: it is moved by its name alone.

    Closing it would do that too, but tells nobody where there was no room for it.
    """
    with closing(connect(file)) as connection:
        keep(connection, drafts)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _rescued(draft: "Salvaged") -> RescuedDraft:
    return RescuedDraft(draft.row.id, draft.name, draft.lost, draft.known)


def _content(file: Path) -> bytes:
    """What can be read of a file, with nothing where the disk itself gives nothing."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError:
        return b"".join(_pieces(file))


def _pieces(file: Path) -> Iterator[bytes]:
    with file.open("rb", buffering=0) as stream:
        for start in range(0, file.stat().st_size, _PIECE):
            try:
                stream.seek(start)
                yield stream.read(_PIECE)
            except OSError:
                yield bytes(_PIECE)


def _beside(file: Path) -> tuple[Path, ...]:
    return tuple(file.with_name(file.name + ending) for ending in BESIDE)


def _stamps(file: Path) -> tuple[tuple[int, int, int], ...]:
    """What changes when the file is written to, or another one takes its place."""
    there = [each.stat() for each in (file, _beside(file)[0]) if each.exists()]
    return tuple((each.st_ino, each.st_size, each.st_mtime_ns) for each in there)


def _refuse_if_changed(file: Path, stamps: object) -> None:
    """Make sure that nobody else has done all this meanwhile, or has written to the file.

    Else what was read takes no place, now or at the next start.
    """
    try:
        if _stamps(file) != stamps:
            raise BlockingIOError(errno.EAGAIN, "")
    except OSError:
        (file.parent / _READY).unlink(missing_ok=True)
        raise


@contextmanager
def _translated_errors(file: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError, DamagedCopyError, UnusableFileError) as error:
        raise StoreError(
            f"草稿文件“{file}”有损坏，里面的草稿这一次没有救出来（{_why(error)}）；"
            "它没有改动，请关闭正在用它的程序、腾出磁盘空间，再打开一次。"
        ) from error


def _why(error: Exception) -> str:
    if isinstance(error, OSError):
        return reason_of(error)
    if isinstance(error, UnusableFileError):
        return error.reason
    return reason_of_failure(error) if isinstance(error, sqlite3.Error) else "写出来的内容对不上"


@contextmanager
def _held_alone(file: Path) -> Iterator[None]:
    """Make sure that no other program has the file open: it would write on in what was moved.

    Windows itself moves no file that is open.
    """
    if sys.platform == "win32":
        yield
        return
    import fcntl

    with file.open("r+b") as stream:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB, _SHARED_SIZE, _SHARED_FIRST)
        yield
