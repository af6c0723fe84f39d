"""Findings that the secretary has looked at and explained, each for itself.

An explanation is kept apart from the note of a figure: a note goes out with the figure, an
explanation only into the edition for the file. It is kept under the place and what was found
found there, so that it says nothing of what is found later: 差1项 is explained, 差100项 is not.
What was found is the rule, its figures and the words it is about: another heading, or another
wording of the sentence, is still the same finding.

Former programs kept one explanation for a place, whatever was found there. Such a one is still
read, but only for a finding of a rule that they had, and that stands alone among those at its
place: of several, nobody can tell which it was written for, and one too many that is looked at
again does less harm than one that is missed.
"""

import re
from collections.abc import Collection
from hashlib import blake2s

from unionapp.checks.finding import Finding
from unionapp.draft import Change, EditPath, Slot
from unionapp.figures import Figures
from unionapp.values import Typed

_ONLY_MENDED = frozenset({"unreadable", "held_back", "carried"})
"""Rules about what has no answer yet: no explanation takes the place of one."""

_FORMER = frozenset(
    {
        *("at_most", "count_of", "pair", "total", "total_row", "untotalled", "year"),
        *("bare_share", "leading_zero", "overclaim", "rate_over_full", "stale_year"),
        *("doubled_mark", "doubled_unit", "leftover", "unfinished", "untold"),
    }
)
"""What the programs looked for that kept one explanation for a place: it is of none but these."""

_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_HEADING = re.compile("^“[^”]*”")
"""A sentence begins with the name of its place, which may have figures of its own."""

_DIGEST = 6
"""Bytes that tell what was found at a place from whatever else may be found there."""


def can_be_explained(finding: Finding) -> bool:
    """Whether it may be right as it is, once somebody says why."""
    return finding.rule not in _ONLY_MENDED


def reason_path(figures: Figures, finding: Finding, found: Collection[Finding]) -> EditPath:
    """Where the explanation of one of the findings is kept, or is to be kept."""
    own, former = own_reason_path(finding), _former_path(finding)
    answers = figures.draft.answers
    if own not in answers and former in answers and _stands_alone(finding, found):
        return former
    return own


def reason_changes(
    figures: Figures, finding: Finding, found: Collection[Finding], typed: Typed | None
) -> list[Change]:
    """What writing an explanation changes: it is kept for its own finding from then on.

    One of a former program that it was made from goes, for it was written for this finding.
    """
    own = own_reason_path(finding)
    shown = reason_path(figures, finding, found)
    return [Change(own, typed), *([] if shown == own else [Change(shown, None)])]


def own_reason_path(finding: Finding) -> EditPath:
    """The path of this finding alone; a former program passes over the field of such a path."""
    found = "\n".join((*_FIGURE.findall(_HEADING.sub("", finding.message)), *finding.evidence))
    told = blake2s(found.encode(), digest_size=_DIGEST).hexdigest()
    return EditPath(Slot.REASON, finding.where.id, f"{finding.rule}_{told}")


def former_reason(figures: Figures, finding: Finding) -> str:
    """What a former program kept for the place, if it may have been written for this finding."""
    return figures.draft.text(*_former_path(finding)).strip() if _is_former(finding) else ""


def explanation_of(figures: Figures, finding: Finding, found: Collection[Finding]) -> str:
    """Why one of the findings is right as it is; empty when nobody has said so."""
    if not can_be_explained(finding):
        return ""
    return figures.draft.text(*reason_path(figures, finding, found)).strip()


def unexplained(figures: Figures, found: Collection[Finding]) -> tuple[Finding, ...]:
    """Those that still want to be mended or explained."""
    return tuple(each for each in found if not explanation_of(figures, each, found))


def _stands_alone(finding: Finding, found: Collection[Finding]) -> bool:
    """Whether it is all that a former program found at its place and let be explained."""
    here = [each for each in found if each.where == finding.where and _is_former(each)]
    return finding in here and all(each == finding for each in here)


def _is_former(finding: Finding) -> bool:
    return finding.rule in _FORMER and can_be_explained(finding)


def _former_path(finding: Finding) -> EditPath:
    return EditPath(Slot.REASON, finding.where.id)
