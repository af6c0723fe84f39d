"""The door for reading: what a person typed becomes a value, or a sentence says why it cannot."""

import re
from functools import lru_cache

from unionapp.errors import UnreadableError
from unionapp.text import clean, folded, one_line, quoted, refusal
from unionapp.values.dates import read_date, with_arabic_year, without_up_to
from unionapp.values.entries import (
    Cells,
    read_list,
    read_table,
    split_cells,
    split_entries,
    without_unreadable,
)
from unionapp.values.kinds import Kind
from unionapp.values.model import BLANK, Measure, Reading, State, Typed, Value
from unionapp.values.numbers import read_number
from unionapp.values.states import state_of

# Readings that are kept in mind: more than the cells of the longest table.
_KEPT = 32768
# Longer texts are read afresh each time, so that the cache stays small.
_LONGEST_KEPT = 200


def read(typed: Typed, measure: Measure) -> Reading:
    """Read what was typed for an indicator, a field of one or a cell.

    A list may be typed as one text (see `split_entries`), and so may a table (lines and tabs). A
    state word (待填, 无此项, 不公开 and the like) stands for any kind of value.

    Raises:
        UnreadableError: it is not a value of the measure's kind; one sentence that quotes the
            entry says why not and what to do, and reads well after the indicator's name.
    """
    outcome = _remembered(typed, measure) if _is_short(typed) else _outcome(typed, measure)
    if isinstance(outcome, str):
        raise UnreadableError(outcome)
    return outcome


def read_what_can_be(typed: Typed, measure: Measure) -> Value:
    """Return what can be read of an entry that was refused: a table's other cells.

    One slip of the pen must not make a hundred rows disappear.
    """
    if measure.kind is not Kind.TABLE:
        return BLANK
    rows = _rows_of(split_cells(typed) if isinstance(typed, str) else typed)
    return read_table(without_unreadable(rows, measure.columns, read), measure.columns, read).value


def _is_short(typed: Typed) -> bool:
    return isinstance(typed, str) and len(typed) <= _LONGEST_KEPT


def _outcome(typed: Typed, measure: Measure) -> Reading | str:
    """The reading, or the sentence of the refusal: an error kept and raised again would grow."""
    try:
        return _read(typed, measure)
    except UnreadableError as error:
        return str(error)


_remembered = lru_cache(maxsize=_KEPT)(_outcome)


def _read(typed: Typed, measure: Measure) -> Reading:
    if not isinstance(typed, str):
        return _read_many(typed, measure)
    spaced = measure.kind.traits.keeps_spaces
    text = clean(typed).text if spaced else one_line(typed)
    if measure.kind is Kind.DATE or measure.unit == "年":
        text = with_arabic_year(text)
    if measure.kind is Kind.DATE:
        text = without_up_to(text)
    if measure.kind is Kind.CHOICE and text in measure.options:
        return _given(text)
    state = state_of(text, measure.kind)
    return Reading(Value(state)) if state is not State.GIVEN else _read_content(text, measure)


_BARE_FIGURE = re.compile(r"\s*[0-9][0-9.,/\s]*|\s*[零一二两三四五六七八九十百]+\s*")


def _read_content(text: str, measure: Measure) -> Reading:
    """Read a cleaned text that is no state word."""
    if measure.kind.traits.is_numeric:
        return read_number(text.strip(), measure)
    match measure.kind:
        case Kind.DATE:
            return _given(read_date(text))
        case Kind.CHOICE:
            raise _no_such_choice(text, measure)
        case Kind.FREQUENCY:
            return _given(_frequency(text))
        case Kind.LIST:
            return read_list(split_entries(text))
        case Kind.TABLE:
            return read_table(split_cells(text), measure.columns, read)
        case _:
            return _given(text.strip())


def _read_many(typed: tuple[str, ...] | Cells, measure: Measure) -> Reading:
    """Read the entries of a list or the rows of a table; a lone string is a row of one cell."""
    if measure.kind is Kind.TABLE:
        return read_table(_rows_of(typed), measure.columns, read)
    entries = tuple(entry for entry in typed if isinstance(entry, str))
    if measure.kind is Kind.LIST and len(entries) == len(typed):
        return read_list(entries)
    if measure.kind is Kind.LIST:
        raise UnreadableError("的名单里还套着名单，请只写一层，一项一条。")
    raise UnreadableError(f"填了{len(typed)}行，这里只能填一个值，请只留一个。")


def _rows_of(typed: tuple[str, ...] | Cells) -> Cells:
    return tuple((row,) if isinstance(row, str) else row for row in typed)


def _frequency(text: str) -> str:
    """How often; a bare figure would be printed as it stands and say nothing."""
    if _BARE_FIGURE.fullmatch(folded(text)):
        raise refusal(text, "只有数，看不出多久几次，请写成“每季度一次”或“全年12次”这样")
    return text.strip()


def _given(text: str) -> Reading:
    return Reading(Value(State.GIVEN, text=text))


def _no_such_choice(text: str, measure: Measure) -> UnreadableError:
    options = "、".join(quoted(option) for option in measure.options)
    return refusal(text, f"不在可选的范围内，请从{options}中选一个")
