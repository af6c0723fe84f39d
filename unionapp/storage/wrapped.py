"""A store that stands on another: each thing that is asked of it goes there by one of two ways."""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import DraftListing, DraftSummary, WrittenPaper

if TYPE_CHECKING:
    from unionapp.draft import Edit, Snapshot

Result = TypeVar("Result")


class WrappedStore(DraftStore):
    """The drafts of another store; `_read` and `_write` say how it is come to.

    What they are given may be done more than once.
    """

    @abstractmethod
    def _read(self, do: Callable[[DraftStore], Result]) -> Result:
        """Ask the other store for something."""

    @abstractmethod
    def _write(self, do: Callable[[DraftStore], Result]) -> Result:
        """Have the other store keep something."""

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
        begun = tuple(edits)
        return self._write(
            lambda store: store.begin(source, summary, at, begun, label, origin, under=under)
        )

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        new = tuple(edits)
        self._write(lambda store: store.append(draft, new, summary))

    def template_source(self, draft: str) -> str:
        return self._read(lambda store: store.template_source(draft))

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        return self._read(lambda store: store.edits(draft, after, until))

    def last_seq(self, draft: str) -> int:
        return self._read(lambda store: store.last_seq(draft))

    def snapshot(self, draft: str) -> "Snapshot | None":
        return self._read(lambda store: store.snapshot(draft))

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        self._write(lambda store: store.keep_snapshot(draft, snapshot))

    def drafts(self) -> tuple[DraftListing, ...]:
        return self._read(lambda store: store.drafts())

    def binned(self) -> tuple[DraftListing, ...]:
        return self._read(lambda store: store.binned())

    def listing(self, draft: str) -> DraftListing:
        return self._read(lambda store: store.listing(draft))

    def rename(self, draft: str, label: str) -> None:
        self._write(lambda store: store.rename(draft, label))

    def bin(self, draft: str, at: str) -> None:
        self._write(lambda store: store.bin(draft, at))

    def restore(self, draft: str) -> None:
        self._write(lambda store: store.restore(draft))

    def delete(self, draft: str) -> None:
        self._write(lambda store: store.delete(draft))

    def note_findings(self, draft: str, findings: int) -> None:
        self._write(lambda store: store.note_findings(draft, findings))

    def note_written(self, draft: str, at: str, seq: int) -> None:
        self._write(lambda store: store.note_written(draft, at, seq))

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        return self._read(lambda store: store.papers(source))

    def note_coming(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        coming = tuple(papers)
        self._write(lambda store: store.note_coming(source, coming))

    def note_papers(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        written = tuple(papers)
        self._write(lambda store: store.note_papers(source, written))

    def note_origin(self, draft: str, digest: str) -> None:
        self._write(lambda store: store.note_origin(draft, digest))

    def page(self, draft: str) -> str:
        return self._read(lambda store: store.page(draft))

    def leave_at(self, draft: str, page: str) -> None:
        self._write(lambda store: store.leave_at(draft, page))
