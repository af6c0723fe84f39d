"""Findings that the secretary has looked at and explained, each for itself.

An explanation is kept apart from the note of a figure: a note goes out with the figure, an
explanation only into the edition for the file. It hangs on what the finding is about, so that it
says nothing of what is found later (差1项 is explained, 差100项 is not), while another heading, or
another wording of the message, leaves it where it is.
"""

from collections.abc import Iterable
from hashlib import blake2s

from unionapp.checks.finding import Finding
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
