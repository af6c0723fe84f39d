"""What is known of a draft without opening it: what a list shows of it, and its papers."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from unionapp.system import Fingerprint


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What a list of drafts shows: the kind of union, its name, the year, the share filled."""

    kind: str
    unit: str
    year: str
    filled: int
    asked: int


class Stage(StrEnum):
    """How far a draft is; the string is what the list of drafts shows."""

    IN_PROGRESS = "进行中"
    FAULTY = "有问题"
    READY = "可出稿"
    WRITTEN = "已出稿"


@dataclass(frozen=True, slots=True)
class DraftListing:
    """One draft of the list.

    `label` is the name that its owner gave it, or empty; `findings` counts what the checks last
    found. Times are UTC in ISO 8601, empty for never. `edited_seq` is the last edit, `written_seq`
    the last one that the written papers know; 0 for none.
    `origin` is the digest of the file that the draft was taken from, or empty.
    """

    id: str
    summary: DraftSummary
    edited_at: str
    label: str = ""
    findings: int = 0
    written_at: str = ""
    binned_at: str = ""
    written_seq: int = 0
    edited_seq: int = 0
    origin: str = ""

    @property
    def stage(self) -> Stage:
        """Written since the last edit, or at fault, or ready to be written, or none of these."""
        if self._is_written:
            return Stage.WRITTEN
        if self.findings:
            return Stage.FAULTY
        done = self.summary.filled == self.summary.asked
        return Stage.READY if done else Stage.IN_PROGRESS

    @property
    def _is_written(self) -> bool:
        """By the edits that the papers know; the PC's clock may have been set back since."""
        return bool(self.written_at) and self.written_seq >= self.edited_seq


@dataclass(frozen=True, slots=True)
class WrittenPaper:
    """A file that was written of a draft, or of an answers file.

    `at` is when, UTC in ISO 8601, the same for all that were written together. Until `is_written`
    it was about to be written.
    """

    path: Path
    fingerprint: Fingerprint
    at: str
    is_written: bool = True
