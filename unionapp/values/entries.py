"""Lists: their entries told apart when they are typed in one text, and joined for a sentence."""

import re
from collections.abc import Iterator

from unionapp.text import BULLET, ORDINAL, one_line
from unionapp.values.kinds import Kind
from unionapp.values.model import Reading, State, Value
from unionapp.values.states import state_of

_OPENING, _CLOSING = "《（(“「【[", "》）)”」】]"
_ORDINAL = re.compile(ORDINAL)
_COUNTED_OFF = re.compile("^第?[一二三四五六七八九十]{1,2}是(?=..)")
"""一是, 二是, as one counts off in a speech."""
_BULLET = re.compile(BULLET)
_ENDING = re.compile(r"[；;。，,、\s]+$")
_BOOK_TITLE = re.compile("《[^《》]*》")


def read_list(entries: tuple[str, ...]) -> Reading:
    """Read the entries of a list; blank ones are dropped, a lone state word is the list's state."""
    lines = (_bare(one_line(line)) for entry in entries for line in entry.splitlines())
    items = tuple(line for line in lines if state_of(line, Kind.LIST) is not State.BLANK)
    if not items:
        return Reading(Value())
    if len(items) == 1 and (state := state_of(items[0], Kind.LIST)) is not State.GIVEN:
        return Reading(Value(state))
    return Reading(Value(State.GIVEN, items=items))


def _bare(line: str) -> str:
    """An entry without the bullet or number it was pasted with and the mark that ended it."""
    bare = _ORDINAL.sub("", _BULLET.sub("", line))
    return _ENDING.sub("", _COUNTED_OFF.sub("", bare))


def split_entries(text: str) -> tuple[str, ...]:
    """The entries of a list typed as one text: its lines, or one line's parts between 、 or ；.

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
    """The entries as a sentence names them (GB/T 15834-2011).

    、 stands between them, ； if an entry has a 、 or ， of its own, and nothing between two book
    titles.
    """
    inner = "".join(_BOOK_TITLE.sub("", item) for item in items)
    separator = "；" if not set("、，,").isdisjoint(inner) else "、"
    joined = ""
    for item in items:
        titles = joined.endswith("》") and item.startswith("《")
        joined += item if not joined or titles else separator + item
    return joined
