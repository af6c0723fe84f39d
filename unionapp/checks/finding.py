"""What a check noticed."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a finding weighs; none of them stops the papers from being written."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a check noticed.

    `rule` names the rule for programs; `message` is a colleague's note in Chinese; `where` is the
    id of the indicator or item to go to. `about` is the very words or part it is about, where
    several may be found at one place; it changes with what was found, and with nothing else.
    """

    rule: str
    severity: Severity
    message: str
    where: str
    about: str = ""
