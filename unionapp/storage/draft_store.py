"""What the program asks of a place where drafts are kept."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from unionapp.storage.listing import DraftListing, DraftSummary, WrittenPaper

if TYPE_CHECKING:
    from unionapp.draft import Edit, Snapshot


@dataclass(frozen=True, slots=True)
class Renewal:
    """What became of drafts whose file was damaged, went away or was cut off.

    `sentence` tells it to the user; `whole` is whether all that was saved could be had again, as
    far as anybody can tell.
    """

    sentence: str
    whole: bool


class DraftStore(Protocol):
    """A place where drafts are kept: each is its edits, and the template it was begun with.

    Sessions, the list of drafts, files of single drafts and the window know no other interface,
    so a second kind of place is one class with these methods; only backups copy files of their
    own kind. Each method does all that it says or nothing; it then raises `StoreError`, whose
    sentence is for the user. Times are UTC in ISO 8601.
    """

    @property
    def refusal(self) -> str:
        """Why nothing can be saved at present, as a sentence; empty where everything can."""
        return ""

    def try_again(self) -> None:
        """Make sure that edits can be saved; raises `StoreError` while they can't."""
        return

    def mend(self) -> None:
        """Rescue what can be read, where something was found to be damaged.

        Raises:
            StoreError: it can't be done now.
        """
        return

    def close(self) -> None:
        """Let go of what the store holds open."""

    @property
    def renewal(self) -> Renewal | None:
        """What became of the store since it was opened, the last time that anything did.

        It is another object each time. A session then looks whether its draft is whole, and puts
        back what is not there.
        """
        ...

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
        """Put a new draft in the store and return its id.

        Args:
            source: The template, as TOML.
            summary: What the list shows of the edits.
            at: When it was begun.
            edits: What it is begun with.
            label: The name that its owner gave it.
            origin: The digest of the file that it was taken from, if it was.
            under: The id that it had before it was lost, if it was.
        """
        ...

    def writing(self) -> AbstractContextManager[None]:
        """Do all of what is done within, or nothing of it; nobody else writes meanwhile.

        Raises `BusyStoreError` after a moment that is not felt, if another program writes just
        now.
        """
        ...

    def append(
        self, draft: str, edits: "Iterable[Edit]", summary: DraftSummary | None = None
    ) -> None:
        """Save edits, and the summary if it has changed with them.

        Edits never overwrite: where one of the same `seq` is there, another window was faster,
        which raises `NewerEditsError`.
        """

    def template_source(self, draft: str) -> str:
        """Return the template that a draft was begun with."""
        ...

    def edits(self, draft: str, after: int = 0, until: int | None = None) -> "tuple[Edit, ...]":
        """Return the edits of a draft, in order: those after the seq `after`, as far as `until`."""
        ...

    def last_seq(self, draft: str) -> int:
        """Return the seq of the last edit of a draft; 0 where there is none."""
        ...

    def snapshot(self, draft: str) -> "Snapshot | None":
        """Return the snapshot that was kept last beside the edits of a draft.

        There is none where it is not surely the draft as the edits make it.
        """
        ...

    def keep_snapshot(self, draft: str, snapshot: "Snapshot") -> None:
        """Keep a snapshot in place of the one before; the edits are what counts all the same."""

    def drafts(self) -> tuple[DraftListing, ...]:
        """Return all drafts that are not in the bin, the one edited last first."""
        ...

    def binned(self) -> tuple[DraftListing, ...]:
        """Return the drafts in the bin, the one edited last first."""
        ...

    def listing(self, draft: str) -> DraftListing:
        """Return what the list shows of a draft, or the bin."""
        ...

    def rename(self, draft: str, label: str) -> None:
        """Give a draft a name of its own; an empty one takes it away."""

    def bin(self, draft: str, at: str) -> None:
        """Put a draft in the bin; nothing of it is lost."""

    def restore(self, draft: str) -> None:
        """Take a draft out of the bin."""

    def delete(self, draft: str) -> None:
        """Take a draft in the bin away for good, so that nothing of it can be read any more.

        Where it is gone and only its traces on the disk are not, the `StoreError` says so.
        """

    def note_findings(self, draft: str, findings: int) -> None:
        """Remember how much the checks found, for the list of drafts."""

    def note_written(self, draft: str, at: str, seq: int) -> None:
        """Remember when the papers were written, and the last edit that they know."""

    def papers(self, source: str) -> tuple[WrittenPaper, ...]:
        """Return what was written of a draft or an answers file, in the order of its writing."""
        ...

    def note_coming(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        """Note what is about to be written, beside what may stand there until then."""

    def note_papers(self, source: str, papers: Iterable[WrittenPaper]) -> None:
        """Note what was written, in place of all that stood there before."""

    def note_origin(self, draft: str, digest: str) -> None:
        """Remember the digest of the file that a draft was put into last."""

    def page(self, draft: str) -> str:
        """Return the page where a draft was left."""
        ...

    def leave_at(self, draft: str, page: str) -> None:
        """Remember the page; where one stands is not an edit and is not undone."""
