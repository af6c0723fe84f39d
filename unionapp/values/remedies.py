"""What can be done about an entry that could not be read, where one slip explains it."""

from typing import NamedTuple

from unionapp.errors import UnreadableError
from unionapp.text import folded
from unionapp.values.model import Measure
from unionapp.values.numbers import read_number, unit_in


class OtherUnit(NamedTuple):
    """A figure that was typed in a unit not asked for: that unit, and the figure in the other."""

    unit: str
    in_ours: str


def other_unit(typed: str, measure: Measure) -> OtherUnit | None:
    """Return the other unit a figure was typed in, if that alone keeps it from being read."""
    word = unit_in(typed) if measure.kind.traits.is_numeric else ""
    if not word:
        return None
    before, _, after = "".join(folded(typed).split()).rpartition(word)
    mended = f"{before}{measure.unit}{after}"
    try:
        read_number(mended, measure)
    except UnreadableError:
        return None
    return OtherUnit(word, mended)
