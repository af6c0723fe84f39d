"""What the checks find in a draft, picked by the rule."""

from unionapp.checks import Finding, check
from unionapp.figures import Figures


def rules(figures: Figures) -> list[str]:
    """The rules of all findings, in order."""
    return [finding.rule for finding in check(figures)]


def finding_of(figures: Figures, rule: str) -> Finding:
    """The first finding of a rule."""
    return next(finding for finding in check(figures) if finding.rule == rule)
