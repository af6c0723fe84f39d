"""A store that outlives its file: damage that is met anywhere is mended, and the work goes on."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from unionapp.errors import DamagedStoreError, StoreError
from unionapp.storage.draft_store import DraftStore, Renewal
from unionapp.storage.listing import DraftListing, DraftSummary, WrittenPaper

if TYPE_CHECKING:
    from unionapp.draft import Edit, Snapshot

Result = TypeVar("Result")


class RescuingStore(DraftStore):
    """The drafts of a place whose file may be damaged.

    Where damage is met, all that can be read is rescued into a sound file, and what was asked is
    done there.
    """

    def __init__(
        self,
        open_: Callable[[], DraftStore],
        rescue: Callable[[], Renewal | None],
        tell: Callable[[Renewal], object],
        became: Renewal | None = None,
    ) -> None:
        """Open the drafts, and make sure that they can be listed.

        Args:
            open_: Opens them; raises `DamagedStoreError` where they are damaged.
            rescue: Rescues what can be read of them while nobody has them open, and returns what
                became of them; None where nothing is damaged. Raises `StoreError` where it can't
                be done.
            tell: Told of what was rescued.
            became: What became of them before they are opened, if anything did.

        Raises:
            StoreError: they can't be opened.
        """
        self._open, self._rescue, self._tell = open_, rescue, tell
        self._opened: DraftStore | None = None
        self._renewal = became
        self._writing = 0
        self._do(lambda store: store.drafts())
        if became is not None and self._renewal is became:
            tell(became)

    @property
    def refusal(self) -> str:
        return self._store.refusal

    @property
    def renewal(self) -> Renewal | None:
        return (self._opened and self._opened.renewal) or self._renewal

    def try_again(self) -> None:
        self._do(lambda store: store.try_again())

    def mend(self) -> None:
        self.close()
        renewal = self._rescue()
        if renewal is not None:
            self._renewal = renewal
            self._tell(renewal)

    def close(self) -> None:
        if self._opened is not None:
            self._opened.close()
            self._opened = None

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
        return self._do(
            lambda store: store.begin(source, summary, at, begun, label, origin, under=under)
        )

    @contextmanager
    def writing(self) -> Iterator[None]:
        self._writing += 1
        try:
            with self._store.writing():
                yield
        except DamagedStoreError as error:
            if self._writing > 1:
                raise
            self._put_right(error)
            raise StoreError(
                "草稿文件有损坏，能读的都救了出来；刚才这一步还没有保存，请再做一次。"
            ) from error
        finally:
            self._writing -= 1

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        new = tuple(edits)
        self._do(lambda store: store.append(draft, new, summary))

    def template_source(self, draft: str) -> str:
        return self._do(lambda store: store.template_source(draft))

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        return self._do(lambda store: store.edits(draft, after, until))

    def last_seq(self, draft: str) -> int:
        return self._do(lambda store: store.last_seq(draft))

    def snapshot(self, draft: str) -> "Snapshot | None":
        return self._do(lambda store: store.snapshot(draft))

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        self._do(lambda store: store.keep_snapshot(draft, snapshot))

    def drafts(self) -> tuple[DraftListing, ...]:
        return self._do(lambda store: store.drafts())

    def binned(self) -> tuple[DraftListing, ...]:
        return self._do(lambda store: store.binned())

    def listing(self, draft: str) -> DraftListing:
        return self._do(lambda store: store.listing(draft))

    def rename(self, draft: str, label: str) -> None:
        self._do(lambda store: store.rename(draft, label))

    def bin(self, draft: str, at: str) -> None:
        self._do(lambda store: store.bin(draft, at))

    def restore(self, draft: str) -> None:
        self._do(lambda store: store.restore(draft))

    def delete(self, draft: str) -> None:
        self._do(lambda store: store.delete(draft))

    def note_findings(self, draft: str, findings: int) -> None:
        self._do(lambda store: store.note_findings(draft, findings))

    def note_written(self, draft: str, at: str, seq: int) -> None:
        self._do(lambda store: store.note_written(draft, at, seq))

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        return self._do(lambda store: store.papers(source))

    def note_coming(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        coming = tuple(papers)
        self._do(lambda store: store.note_coming(source, coming))

    def note_papers(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        written = tuple(papers)
        self._do(lambda store: store.note_papers(source, written))

    def note_origin(self, draft: str, digest: str) -> None:
        self._do(lambda store: store.note_origin(draft, digest))

    def page(self, draft: str) -> str:
        return self._do(lambda store: store.page(draft))

    def leave_at(self, draft: str, page: str) -> None:
        self._do(lambda store: store.leave_at(draft, page))

    @property
    def _store(self) -> DraftStore:
        """The drafts, opened again where that failed before."""
        if self._opened is None:
            self._opened = self._open()
        return self._opened

    def _do(self, do: Callable[[DraftStore], Result]) -> Result:
        """Do something with the drafts, once more where they had to be mended first.

        Within something that is written as one that is left to the whole of it.
        """
        try:
            return do(self._store)
        except DamagedStoreError as error:
            if self._writing:
                raise
            self._put_right(error)
        return do(self._store)

    def _put_right(self, error: DamagedStoreError) -> None:
        """Mend the drafts; where nothing is damaged after all, that is told as it came."""
        before = self._renewal
        self.mend()
        if self._renewal is before:
            raise error
