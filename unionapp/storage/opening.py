"""Opening the drafts of a folder: here it is chosen which kind of store keeps them.

Backups copy the file of SQLite itself: another kind needs its own way in `storage.backup`.
"""

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from unionapp.errors import DamagedStoreError
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.sqlite import BeforeUpgrade, SqliteStore, put_aside


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

    Args:
        folder: The data folder.
        before_upgrade: Called before drafts of an older format are changed; when it raises, they
            are left as they are.

    Raises:
        StoreError: they can't be opened; nothing was changed. It is a `DamagedStoreError` when
            their file itself is damaged.
    """
    return SqliteStore(folder, before_upgrade)


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
