"""A store while nothing can be saved: drafts are read as ever, and each save is tried anew."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.wrapped import Result, WrappedStore

if TYPE_CHECKING:
    from unionapp.draft import Snapshot


class ReadOnlyStore(WrappedStore):
    """The drafts of a place that can't be written to, until it can."""

    def __init__(self, copy: DraftStore, refusal: str, reopen: Callable[[], DraftStore]) -> None:
        """Take drafts that can be read.

        Args:
            copy: The drafts as they are; nothing is written into it.
            refusal: Why nothing can be saved, as a sentence.
            reopen: Opens the place itself; raises `StoreError` as long as it can't be written to.
        """
        self._store = copy
        self._refusal = refusal
        self._reopen = reopen

    @property
    def refusal(self) -> str:
        return self._refusal

    def try_again(self) -> None:
        self._writable()

    def close(self) -> None:
        self._store.close()

    @property
    def renewal(self) -> Renewal | None:
        return self._store.renewal

    def writing(self) -> AbstractContextManager[None]:
        return self._writable().writing()

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        if not self._refusal:
            self._store.keep_snapshot(draft, snapshot)

    def _read(self, do: Callable[[DraftStore], Result]) -> Result:
        return do(self._store)

    def _write(self, do: Callable[[DraftStore], Result]) -> Result:
        return do(self._writable())

    def _writable(self) -> DraftStore:
        """The place itself, from the moment on that it can be written to."""
        if self._refusal:
            try:
                opened = self._reopen()
            except DamagedStoreError:  # another matter, which is mended
                raise
            except StoreError as error:
                raise StoreError(self._refusal) from error
            self._store.close()
            self._store, self._refusal = opened, ""
        return self._store
