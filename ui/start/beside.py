"""Long work with drafts away from the window's thread.

The drafts are opened once more for it: a store belongs to the thread that has opened it, and reads
what another one has saved.
"""

from contextlib import closing
from typing import TYPE_CHECKING

from unionapp.errors import DamagedStoreError
from unionapp.storage import DraftStore, open_store
from unionapp.system import data_folder

if TYPE_CHECKING:
    from unionapp.storage.sessions import DraftFile, TakenIn


def taken_in_beside(file: "DraftFile") -> "DraftFile | TakenIn":
    """Take in the draft of a file, and have a long one opened fast from then on.

    Where the drafts are damaged nothing is done: `taken_in` does it where they are mended.
    """
    from unionapp.storage.sessions import Session, exchange

    try:
        with closing(open_store(data_folder())) as beside:
            taken = exchange.take_in(beside, file)
            if not taken.known:
                Session(beside, taken.id)  # which keeps a snapshot of a long one
            return taken
    except DamagedStoreError:
        return file


def taken_in(store: DraftStore, found: "DraftFile | TakenIn") -> "TakenIn":
    """Return the draft of a file, which is taken in here if that could not be done beside."""
    from unionapp.storage.sessions import DraftFile, exchange

    return exchange.take_in(store, found) if isinstance(found, DraftFile) else found


def read_beside(draft: str) -> None:
    """Read every edit of a draft; raises `StoreError` where that can't be done."""
    with closing(open_store(data_folder())) as beside:
        beside.edits(draft)
