"""What was written of a draft, and where: so that a paper is known again, or seen to be corrected.

What is about to be written is noted before, beside what may stand there until then: wherever the
program is ended, what stands there is known.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from unionapp.errors import StoreError, UnionAppError
from unionapp.storage.draft_store import DraftStore
from unionapp.storage.listing import WrittenPaper
from unionapp.storage.opening import open_store
from unionapp.system import FileContent, Fingerprint, Standing, data_folder, look_at


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """The record of what was written of one source.

    Attributes:
        store: Where it is kept; without one nothing is known and nothing is noted.
        source: A draft's id, or the path of an answers file.
    """

    store: DraftStore | None = None
    source: str = ""

    def knowing(self, files: Iterable[FileContent]) -> tuple[FileContent, ...]:
        """Return files that are to be written with what is known of those that stand there."""
        papers = self._papers()
        return tuple(replace(file, ours=_fingerprints(file.path, papers)) for file in files)

    def note_coming(self, files: Iterable[FileContent]) -> None:
        """Note what is about to be written; what can't be noted is only not known later on."""
        if self.store is not None:
            with suppress(StoreError):
                self.store.note_coming(self.source, tuple(_written(files)))

    def note_written(self, files: Iterable[FileContent]) -> None:
        """Note what was written; what can't be noted is only not known later on."""
        if self.store is not None:
            with suppress(StoreError):
                self.store.note_papers(self.source, tuple(_written(files)))

    def _papers(self) -> Sequence[WrittenPaper]:
        with suppress(StoreError):
            return self.store.papers(self.source) if self.store is not None else ()
        return ()


@contextmanager
def record_of(
    source: str, opened: Callable[[], DraftStore] = lambda: open_store(data_folder())
) -> Iterator[PaperRecord]:
    """Give the record of a draft or an answers file, for a thread of its own.

    Papers are written without one too, where the drafts can't be opened.
    """
    try:
        store = opened()
    except UnionAppError:
        yield PaperRecord(None, source)
        return
    try:
        yield PaperRecord(store, source)
    finally:
        store.close()


def last_written(papers: Sequence[WrittenPaper]) -> tuple[WrittenPaper, ...]:
    """Return the papers that were written together last."""
    there = [paper for paper in papers if paper.is_written]
    return tuple(paper for paper in there if paper.at == there[-1].at)


def standings(paths: Iterable[Path], papers: Sequence[WrittenPaper]) -> Mapping[Path, Standing]:
    """Return what stands at each place that can be looked at, as far as these papers tell.

    It reads files, and may take its time.
    """
    found = {}
    for path in paths:
        with suppress(OSError, ValueError):  # a row that was spoiled may hold no path at all
            found[path] = look_at(path, _fingerprints(path, papers)).standing
    return found


def _fingerprints(path: Path, papers: Sequence[WrittenPaper]) -> frozenset[Fingerprint]:
    return frozenset(paper.fingerprint for paper in papers if _is_same(paper.path, path))


def _is_same(one: Path, other: Path) -> bool:
    return os.path.normcase(one) == os.path.normcase(_whole(other))


def _whole(path: Path) -> str:
    """The path from the root; a link is not followed, which would have to ask the disk."""
    return os.path.abspath(path)  # noqa: PTH100


def _written(files: Iterable[FileContent]) -> Iterator[WrittenPaper]:
    at = datetime.now(UTC).isoformat()
    for file in files:
        yield WrittenPaper(Path(_whole(file.path)), Fingerprint.of(file.content), at)
