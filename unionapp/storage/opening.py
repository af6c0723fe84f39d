"""Opening the drafts of a folder: here it is chosen which kind of store keeps them.

Backups copy the file of SQLite itself: another kind needs its own way in `storage.backup`.
"""

import errno
from collections.abc import Callable
from functools import partial
from pathlib import Path

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.read_only import ReadOnlyStore
from unionapp.storage.rescuing import RescuingStore
from unionapp.storage.sqlite import (
    BeforeUpgrade,
    SqliteCopy,
    SqliteStore,
    clear,
    finish,
    has_content,
    has_journal,
    is_sound,
    rescue,
    take_up,
)
from unionapp.system import NO_SPACE, obstacle_to_writing

_NO_RIGHT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


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
    finish(folder)
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
        f"{why}，草稿现在存不了。请{way_out}；"
        f"照样能看、能检查，也能出稿、导出、备份到别的磁盘（草稿在“{folder}”）。"
    )


def open_drafts(
    folder: Path,
    before_upgrade: BeforeUpgrade = lambda: None,
    tell: Callable[[Renewal], object] = lambda _: None,
    missing: Callable[[], str] = lambda: "",
) -> DraftStore:
    """Open the drafts of a folder for good: damage that is met then or later is mended.

    Args:
        folder: The data folder.
        before_upgrade: Called before drafts of an older format are changed; when it raises, they
            are left as they are.
        tell: Told of what was rescued; it is the `renewal` of the store from then on.
        missing: Asked where their file is missing or empty: what that means, as a sentence, and
            nothing at a first start.

    Raises:
        StoreError: they can't be opened for another reason, or what is damaged can't be mended now.
    """
    open_ = partial(open_store, folder, before_upgrade)
    return RescuingStore(open_, partial(_rescued, folder), tell, _became(folder, missing))


def _became(folder: Path, missing: Callable[[], str]) -> Renewal | None:
    """What became of drafts whose file is missing or empty, or of what was left over beside it."""
    finish(folder)
    if has_content(folder):
        return clear(folder)
    if has_journal(folder):  # SQLite would take it away as that of a file which is no more
        return _rescued(folder)
    if found := take_up(folder):
        return found
    sentence = missing()
    return Renewal(sentence, whole=False) if sentence else None


def _rescued(folder: Path) -> Renewal | None:
    """What became of damaged drafts; None where all of them can be read."""
    if is_sound(folder):
        return None
    found = rescue(folder)
    return Renewal(found.sentence, found.is_whole)
