"""Entries and rows: lists and tables read from what was typed, joined for a sentence, summed up.

The entries of a list and the cells of a table may be typed in one text. A row or an entry that sums
up the others is no item, and a total that counts it is wrong.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from unionapp.errors import UnreadableError
from unionapp.text import BULLET, ORDINAL, clean, one_line, quoted
from unionapp.values.kinds import Kind
from unionapp.values.model import BLANK, Measure, Reading, Remark, State, Value
from unionapp.values.states import state_of

_OPENING, _CLOSING = "《（(“「【[", "》）)”」】]"
_ORDINAL = re.compile(ORDINAL)
# 一是, 二是, as one counts off in a speech.
_COUNTED_OFF = re.compile("^第?[一二三四五六七八九十]{1,2}是(?=..)")
# 1、3、5号楼 are three buildings, not an entry with two numbers.
_SEVERAL = re.compile(r"\s*(?:\d{1,2}、\s*){2}|\s*(?:[一二三四五六七八九十]{1,3}、\s*){2}")
_BULLET = re.compile(BULLET)
_ENDING = "；;。，,、 "
# More characters than a bullet, a number and what tells them from a word ever have.
_MARKS_LENGTH = 40
_BOOK_TITLE = re.compile("《[^《》]*》")
Cells: TypeAlias = tuple[tuple[str, ...], ...]
ReadCell: TypeAlias = Callable[[str, Measure], Reading]

_FREE_CELL = Measure(Kind.TEXT)
_TOTAL = re.compile("(?:本页|本表|全年)?(?:合计|总计|小计|共计|累计|总合计)(?:数|（.*）)?[:：]?")
_AMOUNT = re.compile(r"(?<![:：\s])[:：\s]*+(?<![0-9.,，])[0-9][0-9.,，]*+\s*+[^\W\d]{0,4}$")
# The cells of a row among which it says that it is a total: an ordinal may come first.
_LEADING = 2
# Rows of which it is kept in mind how they are read: more than those of the longest table.
_ROWS_KEPT = 8192


def read_list(entries: tuple[str, ...]) -> Reading:
    """Read the entries of a list; blank ones are dropped, a lone state word is the list's state."""
    lines = (_bare(line) for entry in entries for line in clean(entry).text.splitlines())
    items = tuple(line for line in lines if state_of(line, Kind.LIST) is not State.BLANK)
    if not items:
        return Reading(Value())
    if len(items) == 1 and (state := state_of(items[0], Kind.LIST)) is not State.GIVEN:
        return Reading(Value(state))
    return Reading(Value(State.GIVEN, items=items))


def _bare(line: str) -> str:
    """An entry in one line, without bullets, numbers and the mark that ended it."""
    ended = line.strip().rstrip(_ENDING)
    start = 0
    while passed := _passed_over(ended[start : start + _MARKS_LENGTH]):
        start += passed
    return one_line(ended[start:])


def _passed_over(beginning: str) -> int:
    """How many characters of a beginning are a bullet and a number."""
    bare = _BULLET.sub("", beginning)
    if not _SEVERAL.match(bare):
        bare = _COUNTED_OFF.sub("", _ORDINAL.sub("", bare))
    return len(beginning) - len(bare)


def split_entries(text: str) -> tuple[str, ...]:
    """Return the entries of a list typed as one text: its lines, or one line's parts at 、 or ；.

    What stands in brackets or in a book title is one; 》《 is a border without a mark.
    """
    lines = tuple(line for line in text.splitlines() if line.strip())
    if len(lines) != 1:
        return lines
    marked = tuple(_mark_depth(lines[0]))
    separator = "；;" if any(open_ == 0 and letter in "；;" for letter, open_ in marked) else "、"
    return _cut(marked, separator)


def _mark_depth(line: str) -> Iterator[tuple[str, int]]:
    """Each character and in how many brackets it stands; a bracket counts as outside itself."""
    depth = 0
    paired = sum(line.count(mark) for mark in _OPENING) == sum(map(line.count, _CLOSING))
    for letter in line:
        depth -= paired and letter in _CLOSING
        yield letter, depth
        depth += paired and letter in _OPENING


def _cut(marked: tuple[tuple[str, int], ...], separator: str) -> tuple[str, ...]:
    parts, current, previous = [], "", ""
    for letter, depth in marked:
        title_follows = previous == "》" and letter == "《"
        parted = depth == 0 and (letter in separator or title_follows)
        if parted:
            parts.append(current)
            current = ""
        current += "" if parted and not title_follows else letter
        previous = letter
    return (*parts, current)


def join_entries(items: tuple[str, ...]) -> str:
    """Return the entries as a sentence names them (GB/T 15834-2011).

    、 stands between them, ； if an entry has a 、 or ， of its own, and nothing between two book
    titles.
    """
    inner = "".join(_BOOK_TITLE.sub("", item) if "《" in item else item for item in items)
    separator = "；" if not set("、，,").isdisjoint(inner) else "、"
    joined = ""
    for item in items:
        titles = joined.endswith("》") and item.startswith("《")
        joined += item if not joined or titles else separator + item
    return joined


def read_table(rows: Cells, columns: tuple[Measure, ...], read_cell: ReadCell) -> Reading:
    """Read the rows of a table; short rows are filled up with blanks, blank rows dropped.

    Raises:
        UnreadableError: a cell cannot be read or a row is too long; the sentence names the place
            by the row and column as typed, both counted from one.
    """
    measures = columns or (_FREE_CELL,) * max(map(len, rows), default=0)
    remembered = _rows_remembered(measures, read_cell)
    readings = [
        remembered(row) or _read_row(place, row, measures, read_cell)
        for place, row in enumerate(rows, 1)
    ]
    kept = tuple(values for values, _ in readings if _is_filled(values))
    remarks = tuple(remark for _, told in readings for remark in told)
    return Reading(Value(State.GIVEN, rows=kept) if kept else BLANK, remarks)


def without_unreadable(rows: Cells, columns: tuple[Measure, ...], read_cell: ReadCell) -> Cells:
    """Return the rows with blanks where a cell cannot be read, cut off after the last column."""
    return tuple(
        tuple(_or_blank(*cell, read_cell) for cell in zip(row, columns, strict=False))
        for row in rows
    )


def _or_blank(cell: str, measure: Measure, read_cell: ReadCell) -> str:
    try:
        read_cell(cell, measure)
    except UnreadableError:
        return ""
    return cell


def split_cells(text: str) -> Cells:
    """Return the cells of a table typed or pasted as one text: lines, with tabs between cells."""
    return tuple(tuple(line.split("\t")) for line in text.splitlines())


def _is_filled(values: tuple[Value, ...]) -> bool:
    return any(value.state is not State.BLANK for value in values)


_Row: TypeAlias = tuple[tuple[Value, ...], tuple[Remark, ...]]


@lru_cache
def _rows_remembered(
    measures: tuple[Measure, ...], read_cell: ReadCell
) -> Callable[[tuple[str, ...]], _Row | None]:
    """How a row is read of which nothing is to be said; None for one of which something is.

    Of a long table only the row that was typed in is read, all others are kept in mind.
    """

    @lru_cache(maxsize=_ROWS_KEPT)
    def read_row(row: tuple[str, ...]) -> _Row | None:
        try:
            found = _read_row(0, row, measures, read_cell)
        except UnreadableError:
            return None
        return None if found[1] else found

    return read_row


def _read_row(
    place: int, row: tuple[str, ...], measures: tuple[Measure, ...], read_cell: ReadCell
) -> _Row:
    _check_length(place, row, len(measures))
    cells = row[: len(measures)] + ("",) * (len(measures) - len(row))
    values: list[Value] = []
    remarks: list[Remark] = []
    for column, (cell, measure) in enumerate(zip(cells, measures, strict=True), 1):
        reading = _read_at((place, column), cell, measure, read_cell)
        values.append(reading.value)
        remarks.extend(reading.remarks)
    return tuple(values), tuple(remarks)


def _check_length(place: int, row: tuple[str, ...], width: int) -> None:
    surplus = [cell for cell in row[width:] if cell.strip()]
    if surplus:
        message = f"第{place}行有{len(row)}格，表只有{width}列，请去掉多出的{quoted(surplus[0])}。"
        raise UnreadableError(message)


def _read_at(place: tuple[int, int], cell: str, measure: Measure, read_cell: ReadCell) -> Reading:
    where = "第{}行第{}列"
    try:
        reading = read_cell(cell, measure)
    except UnreadableError as error:
        raise UnreadableError(f"{where.format(*place)}的{error}") from None
    if not reading.remarks:  # as with nearly all of the thousands of cells
        return reading
    where, cell_of = where.format(*place), tuple(map(str, place))
    placed = (
        Remark(told.rule, f"{where}的{told.message}", (*cell_of, *told.evidence))
        for told in reading.remarks
    )
    return Reading(reading.value, tuple(placed))


def is_total(text: str) -> bool:
    """Return whether a text is nothing but the word for a total."""
    return _TOTAL.fullmatch("".join(text.split())) is not None


def is_total_row(cells: Sequence[str]) -> bool:
    """Return whether one of the first cells that are filled is the word for a total."""
    filled = [cell for cell in cells if cell.strip()]
    return any(map(is_total, filled[:_LEADING]))


def is_total_entry(text: str) -> bool:
    """Return whether an entry of a list is a total, with its figure or without."""
    return is_total(text) or is_total(_AMOUNT.sub("", text))
