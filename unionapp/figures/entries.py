"""Answers as they were read: the value of each, what is to be told of it, or why it is refused."""

from dataclasses import dataclass, replace

from unionapp.draft import EditPath
from unionapp.errors import UnreadableError
from unionapp.template import Indicator
from unionapp.values import (
    BLANK,
    Kind,
    Measure,
    Reading,
    Remark,
    Typed,
    Value,
    dated_in_full,
    read,
    read_what_can_be,
    with_whole_example,
)

_TEXT = Measure(Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer: what was typed, how it was read, or why it (or a cell of it) could not be."""

    path: EditPath
    typed: Typed
    value: Value
    remarks: tuple[Remark, ...] = ()
    refusal: str = ""


def entry_of(path: EditPath, typed: Typed, indicator: Indicator) -> Entry:
    """Return an answer to an indicator as it is read."""
    measure = measure_of(indicator, path.field)
    reading, refusal = read_or_refuse(typed, measure)
    value = read_what_can_be(typed, measure) if refusal else reading.value
    return Entry(path, typed, value, reading.remarks, refusal)


def dated_entry(entry: Entry, year: Entry | None) -> Entry:
    """Return the date of the signature in full; what it lacks is told, what there is is printed."""
    amount = year.value.exact_amount if year else None
    whole = int(amount) if amount is not None else None
    value, fault = dated_in_full(entry.value, whole)
    refusal = with_whole_example(entry.refusal, whole) if entry.refusal else fault
    return replace(entry, value=value, refusal=refusal)


def measure_of(indicator: Indicator, field: str = "") -> Measure:
    """Return the measure of an indicator's value; a field of a personal one is text."""
    return _TEXT if field else indicator.measure


def read_or_refuse(typed: Typed, measure: Measure) -> tuple[Reading, str]:
    """Return how something typed was read; blank, and why, when it can't be read."""
    try:
        return read(typed, measure), ""
    except UnreadableError as error:
        return Reading(BLANK), str(error)
