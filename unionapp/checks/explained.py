"""Findings that the secretary has looked at and explained, each at the place it leads to.

An explanation is kept apart from the note of a figure: a note goes out with the figure, an
explanation only into the edition for the file.
"""

from collections.abc import Iterable

from unionapp.checks.finding import Finding
from unionapp.derive import Figures
from unionapp.draft import Room

_ONLY_MENDED = frozenset({"unreadable", "held_back", "carried"})
"""Rules about what has no answer yet: no explanation takes the place of one."""


def can_be_explained(finding: Finding) -> bool:
    """Whether it may be right as it is, once somebody says why."""
    return finding.rule not in _ONLY_MENDED


def explanation_of(figures: Figures, finding: Finding) -> str:
    """Why it is right as it is; empty when nobody has said so."""
    if not can_be_explained(finding):
        return ""
    return figures.draft.text(Room.REASON, finding.where).strip()


def unexplained(figures: Figures, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those that still want to be mended or explained."""
    return tuple(each for each in findings if not explanation_of(figures, each))
