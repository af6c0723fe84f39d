"""A store while nothing can be saved: drafts are read as ever, and each save is tried anew."""

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from unionapp.errors import StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.listing import DraftListing, DraftSummary, WrittenPaper

if TYPE_CHECKING:
    from unionapp.draft import Edit, Snapshot


class ReadOnlyStore(DraftStore):
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
        return self._writable().begin(source, summary, at, edits, label, origin, under=under)

    def writing(self) -> AbstractContextManager[None]:
        return self._writable().writing()

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        self._writable().append(draft, edits, summary)

    def template_source(self, draft: str) -> str:
        return self._store.template_source(draft)

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        return self._store.edits(draft, after, until)

    def last_seq(self, draft: str) -> int:
        return self._store.last_seq(draft)

    def snapshot(self, draft: str) -> "Snapshot | None":
        return self._store.snapshot(draft)

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        if not self._refusal:
            self._store.keep_snapshot(draft, snapshot)

    def drafts(self) -> tuple[DraftListing, ...]:
        return self._store.drafts()

    def binned(self) -> tuple[DraftListing, ...]:
        return self._store.binned()

    def listing(self, draft: str) -> DraftListing:
        return self._store.listing(draft)

    def rename(self, draft: str, label: str) -> None:
        self._writable().rename(draft, label)

    def bin(self, draft: str, at: str) -> None:
        self._writable().bin(draft, at)

    def restore(self, draft: str) -> None:
        self._writable().restore(draft)

    def delete(self, draft: str) -> None:
        self._writable().delete(draft)

    def note_findings(self, draft: str, findings: int) -> None:
        self._writable().note_findings(draft, findings)

    def note_written(self, draft: str, at: str, seq: int) -> None:
        self._writable().note_written(draft, at, seq)

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        return self._store.papers(source)

    def note_coming(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        self._writable().note_coming(source, papers)

    def note_papers(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        self._writable().note_papers(source, papers)

    def note_origin(self, draft: str, digest: str) -> None:
        self._writable().note_origin(draft, digest)

    def page(self, draft: str) -> str:
        return self._store.page(draft)

    def leave_at(self, draft: str, page: str) -> None:
        self._writable().leave_at(draft, page)

    def _writable(self) -> DraftStore:
        """The place itself, from the moment on that it can be written to."""
        if self._refusal:
            try:
                opened = self._reopen()
            except StoreError as error:
                raise StoreError(self._refusal) from error
            self._store.close()
            self._store, self._refusal = opened, ""
        return self._store
