"""Findings that the secretary has looked at and explained, each for itself.

An explanation is kept apart from the note of a figure: a note goes out with the figure, an
explanation only into the edition for the file. It is kept under the place and what was found
there, so that it says nothing of what is found later: 差1项 is explained, 差100项 is not.

Former programs kept one explanation for a place, whatever was found there. Such a one is still
read, but only for a finding that stands alone at its place: of several, nobody can tell which it
was written for, and one too many that is looked at again does less harm than one that is missed.
"""

from collections.abc import Collection
from hashlib import blake2s

from unionapp.checks.finding import Finding
from unionapp.derive import Figures
from unionapp.draft import EditPath, Room

_ONLY_MENDED = frozenset({"unreadable", "held_back", "carried"})
"""Rules about what has no answer yet: no explanation takes the place of one."""

_DIGEST = 6
"""Bytes that tell what was found at a place from whatever else may be found there."""


def can_be_explained(finding: Finding) -> bool:
    """Whether it may be right as it is, once somebody says why."""
    return finding.rule not in _ONLY_MENDED


def reason_path(figures: Figures, finding: Finding, found: Collection[Finding]) -> EditPath:
    """Where the explanation of one of the findings is kept, or is to be kept."""
    former = EditPath(Room.REASON, finding.where)
    if former in figures.draft.answers and _stands_alone(finding, found):
        return former
    return own_reason_path(finding)


def own_reason_path(finding: Finding) -> EditPath:
    """The path of this finding alone; a former program passes over the field of such a path."""
    told = blake2s(finding.message.encode(), digest_size=_DIGEST).hexdigest()
    return EditPath(Room.REASON, finding.where, f"{finding.rule}_{told}")


def former_reason(figures: Figures, finding: Finding) -> str:
    """What a former program kept for the place, whatever it was written for."""
    return figures.draft.text(Room.REASON, finding.where).strip()


def explanation_of(figures: Figures, finding: Finding, found: Collection[Finding]) -> str:
    """Why one of the findings is right as it is; empty when nobody has said so."""
    if not can_be_explained(finding):
        return ""
    return figures.draft.text(*reason_path(figures, finding, found)).strip()


def unexplained(figures: Figures, found: Collection[Finding]) -> tuple[Finding, ...]:
    """Those that still want to be mended or explained."""
    return tuple(each for each in found if not explanation_of(figures, each, found))


def _stands_alone(finding: Finding, found: Collection[Finding]) -> bool:
    """Whether nothing else that might be explained was found at its place."""
    here = (each for each in found if each.where == finding.where and can_be_explained(each))
    return all(each == finding for each in here)
