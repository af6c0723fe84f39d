"""Where a figure meets the words around it: a word, or a mark, that both of them have.

The sentence says 组织教职工学习, the entry begins with 学习 again, and neither looks wrong alone.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures
from unionapp.template import Item, Piece, Placeholder
from unionapp.text import inner_quotes

_HAN = re.compile("[\u4e00-\u9fff]+")
_LONGEST, _SHORTEST = 6, 2
_ALONE = frozenset({"等"})
"""A word of one character that is often said twice; 人人 and 一一 are words."""

_MARKS = "，、；：。！？,.;:!?"
_AROUND = 10
"""Characters of what stands before and after a seam that are quoted."""


def check_seams(figures: Figures) -> Iterator[Finding]:
    """Findings at both ends of every place, in suggested texts and in those of the secretary."""
    for item in figures.draft.template.items:
        text = figures.text(item)
        own, paragraphs = text.is_own, text.narrative.paragraphs
        for pieces, said in zip(paragraphs, text.rendered_pieces, strict=True):
            yield from _of_paragraph(item, [*zip(pieces, said, strict=True)], own=own)


def _of_paragraph(item: Item, said: list[tuple[Piece, str]], *, own: bool) -> Iterator[Finding]:
    for (left, before), (right, after) in pairwise(said):
        if rule_and_fault := _fault(before, after, own=own):
            rule, fault = rule_and_fault
            where = next(piece.id for piece in (left, right) if isinstance(piece, Placeholder))
            around = inner_quotes(before[-_AROUND:] + after[:_AROUND])
            message = f"“{item.title or item.id}”的正文里“{around}”{fault}。"
            yield Finding(rule, Severity.WARNING, message, at_entry(where), (item.id, around))


def _fault(before: str, after: str, *, own: bool) -> tuple[str, str] | None:
    """The rule that is broken and how; what is marked twice in an own text is told elsewhere."""
    if not after or after[0] not in before[-_LONGEST:] + _MARKS:
        return None
    if after[0] in _MARKS:
        marked_twice = not own and before[-1:] in _MARKS and bool(before)
        return ("seam_mark", "的标点重了，请删去多余的") if marked_twice else None
    word = _said_twice(before, after)
    return ("doubled_word", f"把“{word}”写了两遍，请删去一个") if word else None


def _said_twice(before: str, after: str) -> str:
    """The longest word that ends the one text and begins the other."""
    lengths = range(_LONGEST, _SHORTEST - 1, -1)
    words = (before[-length:] for length in lengths if length <= len(before))
    twice = (word for word in words if _HAN.fullmatch(word) and after.startswith(word))
    return next(twice, before[-1:] if before[-1:] in _ALONE and after[:1] in _ALONE else "")
