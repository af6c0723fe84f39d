"""Opening the drafts of a folder: here it is chosen which kind of store keeps them.

Backups copy the file of SQLite itself: another kind needs its own way in `storage.backup`.
"""

import errno
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.read_only import ReadOnlyStore
from unionapp.storage.sqlite import BeforeUpgrade, SqliteCopy, SqliteStore, put_aside
from unionapp.system import NO_SPACE, obstacle_to_writing

_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True, slots=True)
class Opened:
    """The drafts, and where their damaged file was put if there was one."""

    store: DraftStore
    put_aside: Path | None = None

    @property
    def notice(self) -> str:
        """What happened to the damaged file, as a sentence; nothing where there was none."""
        if self.put_aside is None:
            return ""
        return f"草稿文件已经损坏，打不开了；它没有删掉，移到了“{self.put_aside}”。"


def open_store(folder: Path, before_upgrade: BeforeUpgrade = lambda: None) -> DraftStore:
    """Open the drafts of a folder, made if there are none.

    Where they can be read and not written (a full disk, a read-only one, no right), they are
    opened all the same: each save is refused, with the reason, until it can be made.

    Args:
        folder: The data folder.
        before_upgrade: Called before drafts of an older format are changed; when it raises, they
            are left as they are.

    Raises:
        StoreError: they can't be opened; nothing was changed. It is a `DamagedStoreError` when
            their file itself is damaged.
    """
    try:
        return SqliteStore(folder, before_upgrade)
    except DamagedStoreError:
        raise
    except StoreError as error:
        obstacle = _obstacle(folder, error)
        if obstacle is None:
            raise
    return ReadOnlyStore(
        SqliteCopy(folder),
        _refusal(folder, obstacle),
        lambda: SqliteStore(folder, before_upgrade),
    )


def _obstacle(folder: Path, error: StoreError) -> OSError | None:
    """What keeps the drafts from being written to, if it is no more than that.

    What SQLite says of it is vague, so it is tried.
    """
    cause = error.__cause__
    if isinstance(cause, OSError) and cause.errno in _NO_RIGHT:
        return cause
    return obstacle_to_writing(folder)


def _refusal(folder: Path, obstacle: OSError) -> str:
    why, way_out = "没有写入草稿的权限", "检查这个文件夹和里面文件的权限，改好以后再试"
    if obstacle.errno in NO_SPACE:
        why, way_out = "磁盘满了", "清理这个磁盘，腾出地方再试"
    elif obstacle.errno == errno.EROFS:
        why, way_out = "草稿所在的磁盘是只读的", "检查这个磁盘，能写了再试"
    return (
        f"{why}，草稿现在存不了（文件夹“{folder}”）；"
        f"照样能看、能检查，也能出稿、导出、备份到别的磁盘。请{way_out}。"
    )


def open_drafts(folder: Path, before_upgrade: BeforeUpgrade = lambda: None) -> Opened:
    """Open the drafts of a folder and read their list; what is damaged is put aside.

    Raises:
        StoreError: they can't be opened for another reason, or the damaged file can't be moved.
    """
    try:
        return Opened(_listed(folder, before_upgrade))
    except DamagedStoreError:
        aside = put_aside(folder)
    return Opened(open_store(folder), aside)


def _listed(folder: Path, before_upgrade: BeforeUpgrade) -> DraftStore:
    """The drafts, if they can be listed: damage in the middle shows only there."""
    store = open_store(folder, before_upgrade)
    with ExitStack() as unlisted:
        unlisted.callback(store.close)
        store.drafts()
        unlisted.pop_all()
    return store
