"""Guesses: which row of a sheet holds the headings, and which column belongs where."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from unionapp.importing.sheets import Row, Sheet
from unionapp.template import Column

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕")
_NOT_WORDS = re.compile(r"[\W_]+")
_FIGURE = re.compile(r"[-+]?[0-9.,%]+")
_LONGEST_HEADING = 60
# From here on two headings are taken for the same.
_LIKE = 0.55
# Rows among which the headings are looked for.
_SEARCHED = 30
_TALLEST = 3

# For each column of a table the column of a sheet that goes there.
Sources = tuple[int | None, ...]


def likeness(heading: str, name: str) -> float:
    """Return how alike two headings are, from 0 to 1, regardless of spaces and brackets."""
    pairs = zip(_forms(heading), _forms(name), strict=True)
    return max(_likeness(one, other) for one, other in pairs)


def _forms(text: str) -> tuple[str, str]:
    """The words without what is in brackets, and with it."""
    folded = unicodedata.normalize("NFKC", text[:_LONGEST_HEADING]).lower()
    return _NOT_WORDS.sub("", _BRACKETS.sub("", folded)), _NOT_WORDS.sub("", folded)


def _likeness(one: str, other: str) -> float:
    short, long = sorted((one, other), key=len)
    if not short:
        return 0
    if short == long:
        return 1
    if 2 * len(set(short) & set(long)) < len(short):  # nearly all pairs, and comparing costs
        return 0
    if len(short) > 1 and short in long:
        return 0.6 + 0.4 * len(short) / len(long)
    return 0.9 * SequenceMatcher(None, short, long, autojunk=False).ratio()


def guessed_sources(headings: Sequence[str], columns: Sequence[Column]) -> Sources:
    """Return which column of a sheet goes where, the most alike first, none to two places."""
    found: dict[int, int] = {}
    for _, target, source in sorted(_pairs(headings, columns)):
        if target not in found and source not in found.values():
            found[target] = source
    _match_by_unit(found, headings, columns)
    return tuple(found.get(target) for target in range(len(columns)))


def _match_by_unit(
    found: dict[int, int], headings: Sequence[str], columns: Sequence[Column]
) -> None:
    """Add what is left: 参加人次 to 参加教职工（人次） where each is the other's only choice."""
    pairs = [
        (target, source)
        for target, column in enumerate(columns)
        for source, heading in enumerate(headings)
        if target not in found and source not in found.values() and _shares_unit(heading, column)
    ]
    targets = Counter(target for target, _ in pairs)
    sources = Counter(source for _, source in pairs)
    for target, source in pairs:
        if targets[target] == sources[source] == 1:
            found[target] = source


def _shares_unit(heading: str, column: Column) -> bool:
    """Whether a heading names the unit of the column, and is like its name with the unit."""
    named = column.unit and column.unit in heading
    return bool(named) and likeness(heading, column.name + column.unit) >= _LIKE


def _pairs(headings: Sequence[str], columns: Sequence[Column]) -> Iterator[tuple[float, int, int]]:
    for target, column in enumerate(columns):
        for source, heading in enumerate(headings):
            if heading and (alike := likeness(heading, column.name)) >= _LIKE:
                yield -alike, target, source


def headings_of(sheet: Sheet, number: int) -> tuple[str, ...]:
    """Return the headings in a row, with those of merged cells; empty texts for no row."""
    if not number:
        return ("",) * sheet.width
    shown = (sheet.shown(number, column) for column in range(sheet.width))
    return tuple(" ".join(text.split()) for text in shown)


def guessed_heading(sheet: Sheet, columns: Sequence[Column]) -> int:
    """Return the number of the row that holds the headings; 0 when there seems to be none."""
    rows = sheet.rows[:_SEARCHED]
    scores = {row.number: _score(sheet, row.number, columns) for row in rows}
    best = max(scores, key=lambda number: scores[number], default=0)
    if not scores.get(best):
        return next((row.number for row in rows if _is_heading(row, sheet.width)), 0)
    below = _bottom(sheet, best)
    return below if below != best and scores.get(below, 0) >= scores[best] else best


def _score(sheet: Sheet, number: int, columns: Sequence[Column]) -> float:
    headings = headings_of(sheet, number)
    sources = zip(columns, guessed_sources(headings, columns), strict=True)
    return sum(
        likeness(headings[source], column.name) for column, source in sources if source is not None
    )


def _bottom(sheet: Sheet, number: int) -> int:
    """The last row of headings that reach over several rows."""
    tall = (sheet.merge_at(number, column) for column in range(sheet.width))
    bottoms = (merge.bottom for merge in tall if merge is not None and merge.is_tall)
    return max((each for each in bottoms if each < number + _TALLEST), default=number)


def _is_heading(row: Row, width: int) -> bool:
    filled = [cell for cell in row.cells if cell]
    return len(filled) > width // 2 and not any(_FIGURE.fullmatch(cell) for cell in filled)
