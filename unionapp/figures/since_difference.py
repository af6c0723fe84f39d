"""One thing that changed between two states of a draft."""

from dataclasses import dataclass

ABSENT = "（没有）"
"""How it is told what was not there, or is there no more."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: its id, its name, how it was told then, how it is told now."""

    where: str
    name: str
    before: str
    now: str
