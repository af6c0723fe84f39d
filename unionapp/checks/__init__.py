"""Checks: each a function from the figures of a draft to findings.

A new one is a function in the file of what it looks at, and its line in `registry`: nothing else
knows the checks by name.
"""

from unionapp.checks.explanations import (
    OpenFindings,
    can_be_explained,
    explanation_of,
    explanation_path,
    open_findings,
    unexplained,
)
from unionapp.checks.finding import Finding, Severity
from unionapp.checks.registry import CHECKS, check

__all__ = [
    "CHECKS",
    "Finding",
    "OpenFindings",
    "Severity",
    "can_be_explained",
    "check",
    "explanation_of",
    "explanation_path",
    "open_findings",
    "unexplained",
]
