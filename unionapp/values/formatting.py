"""Values as an office prints them: Arabic digits, one qualifier in its place, the unit at once."""

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from unionapp.text import one_line
from unionapp.values.entries import join_entries
from unionapp.values.kinds import Kind
from unionapp.values.model import Measure, Number, Reading, State, Typed, Value
from unionapp.values.numbers import plain
from unionapp.values.qualifiers import POSITIONS, QualifierPosition
from unionapp.values.units import Unit, unit_of

_ROUND = ((10**8, "亿"), (10**4, "万"))


def printed(value: Value, measure: Measure) -> str:
    """Return the value as it stands in a sentence: with its unit, or the word of its state.

    A table in a sentence is the list of its first column.
    """
    if not value.given:
        return value.state.value
    if measure.kind.traits.is_numeric and value.number is not None:
        return _printed_number(value.number, measure.kind, unit_of(measure))
    if measure.kind is Kind.LIST:
        return join_entries(value.items)
    if measure.kind is Kind.TABLE:
        return join_entries(_first_column(value, measure))
    return value.text


def printed_in_column(value: Value, measure: Measure) -> str:
    """Return the value as it stands in a column whose head names the unit; a rate keeps its %."""
    if value.number is None or measure.kind is Kind.RATE:
        return printed(value, measure)
    return _printed_number(value.number, measure.kind, replace(unit_of(measure), printed=""))


def shown_as(typed: Typed, reading: Reading, measure: Measure) -> str:
    """Return how an entry was read, to be shown beside it; empty if it says nothing new.

    37686 in 人 needs no telling, but 3.68万 in 元 is shown as 36800元 and ** as 待填.
    """
    entry = one_line(typed) if isinstance(typed, str) else ""
    if not entry or (reading.value.given and not measure.kind.traits.is_normalized):
        return ""
    shown = printed(reading.value, measure)
    same = {shown, _digits(reading.value, measure)}
    return "" if "".join(entry.split()) in same else shown


def _digits(value: Value, measure: Measure) -> str:
    if value.number is None:
        return ""
    return _printed_number(value.number, measure.kind, Unit("", "", unit_of(measure).scale))


def _first_column(value: Value, measure: Measure) -> tuple[str, ...]:
    head = measure.columns[0] if measure.columns else Measure(Kind.TEXT)
    named = (row[0] for row in value.rows if row)
    return tuple(printed(cell, head) for cell in named if cell.state is not State.BLANK)


def printed_unit(value: Value, measure: Measure) -> str:
    """Return the unit in which a value is printed: the word in which it was written, if it was."""
    word = value.number.word if value.number is not None else ""
    return unit_of(measure).in_words_of(word).printed


@lru_cache(maxsize=8192)
def _printed_number(number: Number, kind: Kind, unit: Unit) -> str:
    unit = unit.in_words_of(number.word) if unit.printed else unit
    word = number.qualifier.value
    match POSITIONS[number.qualifier]:
        case QualifierPosition.BEFORE_FIGURE:
            return word + _figure(number.amount, kind, unit) + unit.printed
        case QualifierPosition.AFTER_FIGURE:
            return _round_figure(number.amount, word, kind, unit) + unit.printed
        case _:
            return _figure(number.amount, kind, unit) + unit.printed + word


def _figure(amount: Decimal, kind: Kind, unit: Unit) -> str:
    """Digits only; an amount in 元 has two decimals if it has any (4509.50元)."""
    short = plain(amount)
    to_the_cent = kind is Kind.MONEY and unit.base == "元" and unit.scale == 1
    if to_the_cent and short.as_tuple().exponent == -1:
        short = short.quantize(Decimal("0.01"))
    return f"{short:f}"


def _round_figure(amount: Decimal, word: str, kind: Kind, unit: Unit) -> str:
    """20余万 and 3万余: with 余 and 多 a round figure is written by its 万 or 亿.

    The word stands before 万 after round tens (20余万), and behind it after any other number
    (25万余). A unit that has a 万 itself takes no other.
    """
    if kind is not Kind.RATE and unit.scale == 1:
        for size, name in _ROUND:
            if amount and amount % size == 0:
                count = amount / size
                return f"{count:f}{name}{word}" if count % 10 else f"{count:f}{word}{name}"
    return _figure(amount, kind, unit) + word
