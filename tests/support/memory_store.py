"""The smallest store of drafts that there can be: it forgets them when the program ends."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field, replace

from unionapp.draft import Edit, Snapshot
from unionapp.errors import NewerEditsError, StoreError
from unionapp.storage import DraftListing, DraftStore
from unionapp.storage.draft_store import Renewal
from unionapp.storage.listing import DraftSummary, WrittenPaper


@dataclass
class Kept:
    source: str
    listing: DraftListing
    edits: list[Edit] = field(default_factory=list)
    page: str = ""
    snapshot: Snapshot | None = None


class MemoryStore(DraftStore):
    def __init__(self) -> None:
        self._kept: dict[str, Kept] = {}
        self._papers: dict[str, list[WrittenPaper]] = {}

    def close(self) -> None:
        self._kept.clear()

    @property
    def renewal(self) -> Renewal | None:
        return None

    def begin(
        self,
        source: str,
        summary: DraftSummary,
        at: str,
        edits: Iterable[Edit] = (),
        label: str = "",
        origin: str = "",
        *,
        under: str = "",
    ) -> str:
        id_ = under or f"{len(self._kept)}"
        self._kept[id_] = Kept(source, DraftListing(id_, summary, at, label, origin=origin))
        self.append(id_, edits)
        return id_

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Nobody else can write meanwhile, and what was done within can be taken back."""
        before = deepcopy(self._kept)
        try:
            yield
        except BaseException:
            self._kept = before
            raise

    def append(
        self, draft: str, edits: Iterable[Edit], summary: DraftSummary | None = None
    ) -> None:
        kept, new = self._of(draft), list(edits)
        if [each.seq for each in new] != [len(kept.edits) + at for at in range(1, len(new) + 1)]:
            raise NewerEditsError("这份草稿刚刚在另一个窗口里改过，这一次没有保存。")
        kept.edits += new
        if new:
            self._note(draft, edited_at=new[-1].at, edited_seq=new[-1].seq)
        if summary is not None:
            self._note(draft, summary=summary)

    def template_source(self, draft: str) -> str:
        return self._of(draft).source

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> tuple[Edit, ...]:
        return tuple(self._kept[draft].edits[after:until]) if draft in self._kept else ()

    def last_seq(self, draft: str) -> int:
        return len(self.edits(draft))

    def snapshot(self, draft: str) -> Snapshot | None:
        return self._kept[draft].snapshot if draft in self._kept else None

    def keep_snapshot(self, draft: str, snapshot: Snapshot) -> None:
        self._of(draft).snapshot = snapshot

    def drafts(self) -> tuple[DraftListing, ...]:
        return tuple(each for each in self._last_first() if not each.binned_at)

    def binned(self) -> tuple[DraftListing, ...]:
        return tuple(each for each in self._last_first() if each.binned_at)

    def listing(self, draft: str) -> DraftListing:
        return self._of(draft).listing

    def rename(self, draft: str, label: str) -> None:
        self._note(draft, label=label)

    def bin(self, draft: str, at: str) -> None:
        self._note(draft, binned_at=at)

    def restore(self, draft: str) -> None:
        self._note(draft, binned_at="")

    def delete(self, draft: str) -> None:
        if self._of(draft).listing.binned_at:
            del self._kept[draft]
            self._papers.pop(draft, None)

    def note_findings(self, draft: str, findings: int) -> None:
        self._note(draft, findings=findings)

    def note_written(self, draft: str, at: str, seq: int) -> None:
        self._note(draft, written_at=at, written_seq=seq)

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        return tuple(self._papers.get(source, ()))

    def note_coming(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        coming = (replace(paper, is_written=False) for paper in papers)
        self._papers.setdefault(source, []).extend(coming)

    def note_papers(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        new = list(papers)
        paths = {paper.path for paper in new}
        old = [paper for paper in self.papers(source) if paper.path not in paths]
        self._papers[source] = old + new

    def note_origin(self, draft: str, digest: str) -> None:
        self._note(draft, origin=digest)

    def page(self, draft: str) -> str:
        return self._of(draft).page

    def leave_at(self, draft: str, page: str) -> None:
        self._of(draft).page = page

    def _of(self, draft: str) -> Kept:
        if draft not in self._kept:
            raise StoreError(f"没有编号为“{draft}”的草稿。")
        return self._kept[draft]

    def _note(self, draft: str, **what: object) -> None:
        kept = self._of(draft)
        kept.listing = replace(kept.listing, **what)  # type: ignore[arg-type]

    def _last_first(self) -> list[DraftListing]:
        listings = [each.listing for each in self._kept.values()]
        return sorted(listings, key=lambda each: each.edited_at, reverse=True)
