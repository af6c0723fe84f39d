"""Wording: half-width marks, and units, words and marks that stand twice.

What a figure says and what the words around it say each look right alone: 组织教职工学习 before an
entry that begins with 学习, or 人次 after a figure that is printed with it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.checks.prose import HALF_WIDTH, doubled_units
from unionapp.figures import Figures
from unionapp.template import Item, Piece, Placeholder
from unionapp.text import inner_quotes, sentence_around

_FULL_WIDTH = str.maketrans(",.;:?!()", "，。；：？！（）")
_BRACKETS = str.maketrans("()", "（）")
# Characters of a clause that is quoted whole before or after a mark, and what is of a longer one.
_WHOLE_CLAUSE, _PART_OF_CLAUSE = 8, 4
_EDGE_OF_CLAUSE = re.compile("[，。；：！？、“”\n]")
# What numbers and Latin words are made of, which are not cut.
_UNCUT = re.compile("[0-9A-Za-z.,:%％/-]")

# Characters in which the beginning of a clause is looked for; hardly any is so long.
_REACH = 500
# Characters of an amount with its unit that are quoted.
_LONGEST_AMOUNT = 12

_HAN = re.compile("[\u4e00-\u9fff]+")
# Characters of a word that is looked for on both sides.
_LONGEST_WORD, _SHORTEST_WORD = 6, 2
# Words of one character that are often said twice; 人人 and 一一 are words.
_SHORT_WORDS = frozenset({"等"})
_MARKS = "，、；：。！？,.;:!?"
# Characters that are quoted on either side of where a figure meets the words around it.
_AROUND = 10


def check_half_width(figures: Figures) -> Iterator[Finding]:
    """Find texts with half-width marks between Chinese characters (GB/T 15834-2011): 评比中,我校.

    Each is told once, with the first of its marks put right.
    """
    for item in figures.draft.template.items:
        text = "\n".join(figures.text(item).rendered_paragraphs)
        if found := [*HALF_WIDTH.finditer(text)]:
            yield _half_width(item, text, found)


def _half_width(item: Item, text: str, found: list[re.Match[str]]) -> Finding:
    first = found[0]
    start, end = _start_of(text, first.start()), _end_of(text, first.end())
    before = "" if start == 0 or _EDGE_OF_CLAUSE.match(text[start - 1]) else "…"
    after = "" if end == len(text) or _EDGE_OF_CLAUSE.match(text[end]) else "…"
    wrong = text[start:end]
    right = _put_right(text, start, end, found)
    more = f"，这样的共{len(found)}处" if len(found) > 1 else ""
    message = (
        f"“{item.title or item.id}”的正文里“{before}{wrong}{after}”用了半角标点，"
        f"请改成“{before}{right}{after}”{more}。"
    )
    evidence = (_clause_around(text, first), str(len(found)))
    return Finding("half_width", Severity.WARNING, message, at_text(item), evidence)


def _clause_around(text: str, mark: re.Match[str]) -> str:
    before = _EDGE_OF_CLAUSE.split(text[: mark.start()])[-1]
    after = _EDGE_OF_CLAUSE.split(text[mark.end() :], maxsplit=1)[0]
    return before + mark[0] + after


def _put_right(text: str, start: int, end: int, found: list[re.Match[str]]) -> str:
    """Return what is quoted with all its marks in full width, and so both of a pair of brackets."""
    right, at = "", start
    for mark in found:
        if mark.end() <= end:
            right += text[at : mark.start()] + mark[0].strip().translate(_FULL_WIDTH)
            at = mark.end()
    right += text[at:end]
    return right.translate(_BRACKETS) if re.search("[（）]", right) else right


def _start_of(text: str, at: int) -> int:
    clause = len(_EDGE_OF_CLAUSE.split(text[:at])[-1])
    if clause <= _WHOLE_CLAUSE:
        return at - clause
    start = at - _PART_OF_CLAUSE
    while _cuts_word(text, start):
        start -= 1
    return start


def _end_of(text: str, at: int) -> int:
    clause = len(_EDGE_OF_CLAUSE.split(text[at:], maxsplit=1)[0])
    if clause <= _WHOLE_CLAUSE:
        return at + clause
    end = at + _PART_OF_CLAUSE
    while _cuts_word(text, end):
        end += 1
    return end


def _cuts_word(text: str, at: int) -> bool:
    """Tell whether a place is within a number or a Latin word."""
    return 0 < at < len(text) and all(_UNCUT.match(text[each]) for each in (at - 1, at))


def check_doubled_units(figures: Figures) -> Iterator[Finding]:
    """Find units said twice in own texts; suggested ones are known to be right."""
    for item in figures.draft.template.items:
        if figures.text(item).is_own:
            yield from _doubled_units(figures, item)


def _doubled_units(figures: Figures, item: Item) -> Iterator[Finding]:
    for text in figures.text(item).rendered_paragraphs:
        for _, end in doubled_units(text):
            twice = _last_words(text[max(end - _REACH, 0) : end])
            message = f"正文里的“{twice[-_LONGEST_AMOUNT:]}”把单位写了两遍，请删去一个。"
            yield Finding("doubled_unit", Severity.WARNING, message, at_text(item), (twice,))


def _last_words(text: str) -> str:
    return re.split(r"[，。；：、！？（）\s]", text)[-1]


def check_doubled_words(figures: Figures) -> Iterator[Finding]:
    """Find words and marks that both a figure and the words beside it have, in whosever text."""
    for item in figures.draft.template.items:
        text = figures.text(item)
        own, paragraphs = text.is_own, text.narrative.paragraphs
        for pieces, printed in zip(paragraphs, text.rendered_pieces, strict=True):
            yield from _doubled_words(item, [*zip(pieces, printed, strict=True)], own=own)


def _doubled_words(item: Item, pieces: list[tuple[Piece, str]], *, own: bool) -> Iterator[Finding]:
    for (left, before), (right, after) in pairwise(pieces):
        if rule_and_fault := _fault(before, after, own=own):
            rule, fault = rule_and_fault
            where = next(piece.id for piece in (left, right) if isinstance(piece, Placeholder))
            around = inner_quotes(before[-_AROUND:] + after[:_AROUND])
            message = f"“{item.title or item.id}”的正文里“{around}”{fault}。"
            evidence = (item.id, sentence_around(before + after, len(before)))
            yield Finding(rule, Severity.WARNING, message, at_entry(where), evidence)


def _fault(before: str, after: str, *, own: bool) -> tuple[str, str] | None:
    """Return the rule that is broken and how; a narrative with marks twice is told elsewhere."""
    if not after or after[0] not in before[-_LONGEST_WORD:] + _MARKS:
        return None
    if after[0] in _MARKS:
        marked_twice = not own and before[-1:] in _MARKS and bool(before)
        return ("seam_mark", "的标点重了，请删去多余的") if marked_twice else None
    word = _said_twice(before, after)
    return ("doubled_word", f"把“{word}”写了两遍，请删去一个") if word else None


def _said_twice(before: str, after: str) -> str:
    """Return the longest word that ends the one text and begins the other."""
    lengths = range(_LONGEST_WORD, _SHORTEST_WORD - 1, -1)
    words = (before[-length:] for length in lengths if length <= len(before))
    twice = (word for word in words if _HAN.fullmatch(word) and after.startswith(word))
    short = before[-1:] in _SHORT_WORDS and after[:1] in _SHORT_WORDS
    return next(twice, before[-1:] if short else "")
