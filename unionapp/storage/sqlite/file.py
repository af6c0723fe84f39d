"""The file of the drafts: opening it, and why that or anything else in it fails."""

import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import chain, count
from pathlib import Path
from typing import Any
from urllib.parse import quote

from unionapp.errors import StoreError, reason_of
from unionapp.system import write_for_owner

FILE_NAME = "drafts.sqlite3"

# What SQLite keeps beside its file, by the same name: the last edits may stand there alone.
BESIDE = ("-wal", "-shm")

# What it keeps there for a moment, of a file that has no such journal.
_ROLLBACK = "-journal"

# Seconds to wait while another program holds the file: where somebody has pressed a button, and
# where they are typing, which must not be felt. The window stands still meanwhile.
PATIENCE, MOMENT = 1.0, 0.005

DAMAGED = "文件有损坏，请从备份找回草稿"

# By SQLite's primary result code: why, and the way out.
_REASONS = {
    sqlite3.SQLITE_BUSY: "文件正被另一个程序占用，请关闭那个程序后再试",
    sqlite3.SQLITE_LOCKED: "文件正被另一个程序占用，请关闭那个程序后再试",
    sqlite3.SQLITE_PERM: "没有权限，请检查文件夹的权限",
    sqlite3.SQLITE_READONLY: "文件是只读的，请检查磁盘和权限",
    sqlite3.SQLITE_IOERR: "磁盘读写出错，请检查磁盘",
    sqlite3.SQLITE_FULL: "磁盘空间不足，请清理磁盘后再试",
    sqlite3.SQLITE_CANTOPEN: "文件打不开，请检查文件夹的权限",
}

# Codes that only a file gives in which something is not as it was written: our statements are
# always the same, so an error in one of them, or a row that meets another, is in the file too.
_DAMAGED = frozenset(
    {
        sqlite3.SQLITE_CONSTRAINT,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_EMPTY,
        sqlite3.SQLITE_ERROR,
        sqlite3.SQLITE_FORMAT,
        sqlite3.SQLITE_MISMATCH,
        sqlite3.SQLITE_NOTADB,
        sqlite3.SQLITE_SCHEMA,
        sqlite3.SQLITE_TOOBIG,
    }
)
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})

# Many rows are sorted in a file otherwise; whoever reads one of somebody else may write none.
_SORT_IN_MEMORY = "PRAGMA temp_store = MEMORY"


def aside_of(file: Path, state: str = "damaged") -> Path:
    """Return a name beside a file under which nothing stands, for a file that is put aside."""
    names = (
        f"{datetime.now():%Y-%m-%d-%H%M%S}{more}"
        for more in chain([""], map("-{}".format, count(2)))
    )
    asides = (file.with_name(f"{file.stem}.{state}-{name}{file.suffix}") for name in names)
    return next(each for each in asides if not each.exists())


def with_journals(file: Path) -> tuple[Path, ...]:
    """Return a file and whatever SQLite may leave beside it, as names."""
    return tuple(file.with_name(file.name + ending) for ending in ("", *BESIDE, _ROLLBACK))


def reason_of_failure(error: sqlite3.Error | OSError) -> str:
    """Return why the file could not be used, and the way out, in Chinese."""
    if isinstance(error, OSError):
        return f"{reason_of(error)}，请检查磁盘和权限"
    if tells_of_damage(error):
        return DAMAGED
    code = _code(error)
    return _REASONS.get(code & 0xFF, f"草稿文件出错（{code}），请重新打开程序")


def reason_behind(error: StoreError) -> str:
    """Return why the file could not be used, if that is what an error of ours came from."""
    cause = error.__cause__
    return reason_of_failure(cause) if isinstance(cause, sqlite3.Error | OSError) else ""


def tells_of_damage(error: sqlite3.Error | OSError) -> bool:
    """Tell whether the file itself is damaged, not merely held, out of reach or without room."""
    return isinstance(error, sqlite3.Error) and _code(error) & 0xFF in _DAMAGED


def tells_of_lost_end(error: sqlite3.Error) -> bool:
    """Tell whether a file was shorter than it is known to be: somebody has cut it off."""
    return _code(error) == sqlite3.SQLITE_IOERR_SHORT_READ


def tells_of_another(error: sqlite3.Error | OSError) -> bool:
    """Tell whether another program holds the file, so that it can be had a moment later."""
    return isinstance(error, sqlite3.Error) and _code(error) & 0xFF in _BUSY


def _code(error: sqlite3.Error) -> int:
    """SQLite's result code, or nothing where Python itself refused.

    That a text is none (no UTF-8) only Python notices; it is damage like any other.
    """
    spoiled = sqlite3.SQLITE_CORRUPT if isinstance(error, sqlite3.OperationalError) else 0
    return getattr(error, "sqlite_errorcode", None) or spoiled


# The files that are open here, by device and number, each as often as it is.
_open_here: list[tuple[int, int]] = []


class Connection(sqlite3.Connection):
    """A connection that fails with `sqlite3.Error` alone.

    A message of SQLite may quote what is spoiled, and where that is no text Python fails with it.
    """

    def execute(self, *statement: Any) -> sqlite3.Cursor:
        """Do a statement, with its parameters."""
        try:
            return super().execute(*statement)
        except UnicodeDecodeError as error:
            raise sqlite3.OperationalError from error


class _KnownConnection(Connection):
    """A connection to a file that is known to be open meanwhile."""

    _known: tuple[int, int] | None = None

    def know(self, file: Path) -> None:
        """Note which file it is that was opened."""
        self._known = _number(file)
        _open_here.append(self._known)

    def close(self) -> None:
        super().close()
        self._forget()

    def __del__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        if self._known is not None:
            _open_here.remove(self._known)
            self._known = None


def is_open_here(file: Path) -> bool:
    """Tell whether this program has a file open already.

    Then nothing here may open it past SQLite: closing it again would take away all locks that the
    program has on it (POSIX, fcntl), and others would take it for one that nobody has open.
    """
    return file.exists() and _number(file) in _open_here


def _number(file: Path) -> tuple[int, int]:
    found = file.stat()
    return found.st_dev, found.st_ino


def connect(file: Path) -> sqlite3.Connection:
    """Open a file that only its owner can read; each statement is committed by itself."""
    if not os.access(file, os.W_OK):  # there is none yet; or it can't be had, and this tells why
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    connection = sqlite3.connect(
        file, isolation_level=None, timeout=PATIENCE, factory=_KnownConnection
    )
    connection.know(file)
    closing_unless(connection, lambda: _set_up(connection))
    return connection


def opened_to_read(file: Path) -> sqlite3.Connection:
    """Open a file that nobody changes, past its journal; nothing is laid beside it.

    A share of Windows stands in the path: SQLite knows no other machine in an address (URI
    Filenames, 3.1).
    """
    path = file.absolute().as_posix()
    root = "" if path.startswith("/") else "/"
    place = f"file://{root}{quote(os.fsencode(path))}?immutable=1"
    connection = sqlite3.connect(place, uri=True, isolation_level=None, factory=Connection)
    connection.execute(_SORT_IN_MEMORY)
    return connection


def opened_in_memory(image: bytes) -> sqlite3.Connection:
    """Open the content of a file; raises `OSError` or `sqlite3.Error`.

    An SQLite as old as Debian 11's can't do that by itself, and is given a file for a moment.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Connection)
    connection.execute(_SORT_IN_MEMORY)
    if image:
        closing_unless(connection, lambda: _fill(connection, image))
    return connection


def _fill(connection: sqlite3.Connection, image: bytes) -> None:
    if hasattr(connection, "deserialize"):
        connection.deserialize(image)
        return
    with tempfile.TemporaryDirectory() as folder:  # which nobody else can look into
        file = Path(folder) / FILE_NAME
        write_for_owner(file, image)
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection)


def closing_unless(connection: sqlite3.Connection, prepare: Callable[[], object]) -> None:
    """Prepare a connection; one that can't be is closed, for a file held open can't be moved."""
    try:
        prepare()
    except BaseException:
        connection.close()
        raise


def _set_up(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # a deleted draft leaves nothing in the file


def settle_journal(file: Path) -> None:
    """Have the journal on the disk too as it is now: that it was cut off SQLite leaves to chance.

    No lock of a window is on it, so it may be opened past SQLite.
    """
    with Path(f"{file}{BESIDE[0]}").open("r+b") as journal:
        os.fsync(journal.fileno())


def wait_at_most(connection: sqlite3.Connection, seconds: float) -> None:
    """Have a connection wait so long, and no longer, while another program holds the file."""
    connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")


@contextmanager
def moment(connection: sqlite3.Connection) -> Iterator[None]:
    """Read within as all stood at one moment, whoever writes meanwhile."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN")
    try:
        yield
    finally:
        _take_back(connection)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do all of what is done within, or nothing of it; others who write wait meanwhile.

    One within another is a part of that.
    """
    is_part = connection.in_transaction
    if is_part:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        _take_back(connection)
        raise


def _take_back(connection: sqlite3.Connection) -> None:
    """End what was begun, unless SQLite has done so; why it failed is what counts."""
    with suppress(sqlite3.Error):
        if connection.in_transaction:
            connection.execute("ROLLBACK")
