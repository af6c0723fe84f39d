"""Where two texts differ, so that only that part is written and the cursor stays."""

from collections.abc import Sequence
from typing import NamedTuple


class Difference(NamedTuple):
    """The part `start:old_end` of the old sequence becomes `start:new_end` of the new one."""

    start: int
    old_end: int
    new_end: int


def difference(old: Sequence[str], new: Sequence[str]) -> Difference:
    """Return the one part outside which two sequences are the same."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return Difference(start, len(old) - end, len(new) - end)


def width(text: str) -> int:
    """Return how many positions of a Qt cursor a text takes: rare characters take two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
