"""Checks: each a function from the figures of a draft to findings."""

from unionapp.checks.counting import Open, still_open
from unionapp.checks.explanations import (
    can_be_explained,
    explanation_of,
    explanation_path,
    unexplained,
)
from unionapp.checks.finding import Finding, Severity
from unionapp.checks.registry import CHECKS, check

__all__ = [
    "CHECKS",
    "Finding",
    "Open",
    "Severity",
    "can_be_explained",
    "check",
    "explanation_of",
    "explanation_path",
    "still_open",
    "unexplained",
]
