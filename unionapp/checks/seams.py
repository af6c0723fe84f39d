"""Where a figure meets the words around it: a word, or a mark, that both of them have.

The sentence says 组织教职工学习, the entry begins with 学习 again, and neither looks wrong alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.narrative import Piece, Place
from unionapp.prose import narrative_of, own_text, spoken_pieces
from unionapp.template import Item

_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST, _SHORTEST = 6, 2
_ALONE = frozenset({"等"})
"""A word of one character that is often said twice; 人人 and 一一 are words."""

_MARKS = "，、；：。！？,.;:!?"
_AROUND = 10
"""Characters of what stands before and after a seam that are quoted."""

_INNER = str.maketrans("“”", "‘’")


def check_seams(figures: Figures) -> Iterator[Finding]:
    """Findings at both ends of every place, in suggested texts and in those of the secretary."""
    for item in figures.draft.template.items:
        own = own_text(figures, item) is not None
        for paragraph in narrative_of(figures, item).paragraphs:
            yield from _of_paragraph(figures, item, paragraph, own=own)


def _of_paragraph(
    figures: Figures, item: Item, paragraph: tuple[Piece, ...], *, own: bool
) -> Iterator[Finding]:
    for left, right in pairwise(paragraph):
        before, after = (spoken_pieces(figures, [piece]) for piece in (left, right))
        where = next(piece.id for piece in (left, right) if isinstance(piece, Place))
        around = (before[-_AROUND:] + after[:_AROUND]).translate(_INNER)
        if word := _said_twice(before, after):
            message = f"“{item.title or item.id}”的正文里“{around}”把“{word}”写了两遍，请删去一个。"
            yield Finding("doubled_word", Severity.WARNING, message, where)
        elif not own and _is_marked_twice(before, after):  # an own text is told of as a whole
            message = f"“{item.title or item.id}”的正文里“{around}”的标点重了，请删去多余的。"
            yield Finding("doubled_mark", Severity.WARNING, message, where)


def _said_twice(before: str, after: str) -> str:
    """The longest word that ends the one text and begins the other."""
    lengths = range(_LONGEST, _SHORTEST - 1, -1)
    words = (before[-length:] for length in lengths if length <= len(before))
    twice = (word for word in words if _HAN.fullmatch(word) and after.startswith(word))
    return next(twice, before[-1:] if before[-1:] in _ALONE and after[:1] in _ALONE else "")


def _is_marked_twice(before: str, after: str) -> bool:
    return before[-1:] in _MARKS and after[:1] in _MARKS and bool(before and after)
