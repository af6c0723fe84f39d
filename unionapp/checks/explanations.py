"""Findings that the secretary has looked at and explained, each for itself, and those still open.

An explanation is kept apart from the note of a figure: a note goes out with the figure, an
explanation only into the edition for the file. It hangs on what the finding is about, so that it
says nothing of what is found later (差1项 is explained, 差100项 is not), while another heading, or
another wording of the message, leaves it where it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2s

from unionapp.checks.finding import Finding, Severity
from unionapp.draft import EditPath, Slot
from unionapp.figures import Figures

# Rules about what has no answer yet: no explanation takes the place of one.
_ONLY_MENDED = frozenset({"unreadable", "held_back", "carried"})

# Bytes that tell what was found at a place from whatever else may be found there.
_DIGEST = 6

# Stands between two pieces of evidence: no text that was typed has it.
_BETWEEN = "\0"


def can_be_explained(finding: Finding) -> bool:
    """Tell whether a finding may be right as it is, once somebody says why."""
    return finding.rule not in _ONLY_MENDED


def explanation_path(finding: Finding) -> EditPath:
    """Return the path under which the explanation of a finding is kept."""
    slot, id_, field = finding.where
    evidence = _BETWEEN.join((slot, field, *finding.evidence))
    digest = blake2s(evidence.encode(), digest_size=_DIGEST).hexdigest()
    return EditPath(Slot.REASON, id_, f"{finding.rule}_{digest}")


def explanation_of(figures: Figures, finding: Finding) -> str:
    """Return why a finding is right as it is; nothing when nobody has said so."""
    if not can_be_explained(finding):
        return ""
    return figures.draft.text(*explanation_path(finding)).strip()


def unexplained(figures: Figures, found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that still want to be mended or explained, in order."""
    return tuple(each for each in found if not explanation_of(figures, each))


@dataclass(frozen=True, slots=True)
class OpenFindings:
    """What nobody has mended or explained: problems (问题), and apart from them hints (提示).

    A hint is told where the findings are looked through; it makes no draft a faulty one.
    """

    problems: tuple[Finding, ...]
    hints: tuple[Finding, ...]

    def describe_position(self, finding: Finding) -> str:
        """Say which of how many of its sort a finding is."""
        if finding in self.hints:
            return f"第 {self.hints.index(finding) + 1} 条，共 {len(self.hints)} 条提示"
        return f"第 {self.problems.index(finding) + 1} 处，共 {len(self.problems)} 处问题"


def open_findings(figures: Figures, found: Iterable[Finding]) -> OpenFindings:
    """Return what is still open, in order: counted here alone, every page says the same number."""
    left = unexplained(figures, found)
    return OpenFindings(
        tuple(each for each in left if each.severity is not Severity.HINT),
        tuple(each for each in left if each.severity is Severity.HINT),
    )
