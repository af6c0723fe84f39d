"""A text with its marks and digits in one form, its sentences, and how a place of it is quoted."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from unionapp.reading import Span
from unionapp.text import inner_quotes

# One character for each, so that every place stays where it is.
_DIGITS = {code: code - 0xFEE0 for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B))}
_DIGITS |= {code: code - 0xFEE0 for code in range(0xFF41, 0xFF5B)}
_DIGITS |= {ord("％"): ord("%"), ord("．"): ord("."), 0xA0: 0x20, 0x3000: 0x20}
_MARKS = str.maketrans(",;:?!()", "，；：？！（）")
# The comma of 1,258 and the colon of 21:00.
_OF_NUMBERS = re.compile("(?<=[0-9])(?:，(?=[0-9]{3}(?![0-9]))|：(?=[0-9]{2}(?![0-9])))")
_PIECE = re.compile("[^。；！？\n]+")
_SENTENCE = re.compile("[^。！？\n]+")
# What numbers and Latin words are made of, which are not cut.
_UNCUT = re.compile("[0-9A-Za-z.,%-]")
_NUMERALS = {digit: place for place, digit in enumerate("零一二三四五六七八九")} | {
    "两": 2,
    "〇": 0,
}
NUMERAL = "[一二三四五六七八九十两]{1,3}"
# Characters on either side that are quoted with what is wrong.
_AROUND = 8


@lru_cache(maxsize=8)
def even(text: str) -> str:
    """Return the text with digits in half and marks in full width, place by place."""
    marked = text.translate(_DIGITS).translate(_MARKS)
    return _OF_NUMBERS.sub(lambda mark: "," if mark[0] == "，" else ":", marked)


def sentences(text: str) -> Iterator[Span]:
    """Yield the sentences of an even text."""
    return (Span(*found.span()) for found in _SENTENCE.finditer(text))


def pieces(text: str) -> Iterator[Span]:
    """Yield the parts of an even text between full stops and semicolons."""
    return (Span(*found.span()) for found in _PIECE.finditer(text))


@lru_cache(maxsize=8)
def _ends(text: str) -> tuple[int, ...]:
    return tuple(found.start() for found in re.finditer("[。！？\n]", text))


def sentence_of(text: str, at: int) -> Span:
    """Return the sentence of an even text in which a place stands, without the mark at its end."""
    ends = _ends(text)
    place = bisect_right(ends, at - 1)
    return Span(
        ends[place - 1] + 1 if place else 0, ends[place] if place < len(ends) else len(text)
    )


def count_of(words: str) -> int | None:
    """Return the whole number that Arabic digits or a Chinese numeral up to 99 stand for."""
    if words.isascii() and words.isdigit():
        return int(words)
    tens, ten, ones = words.rpartition("十")
    if not ten:
        return _NUMERALS.get(words)
    high, low = _NUMERALS.get(tens, 1 if not tens else None), _NUMERALS.get(ones, 0)
    return None if high is None else high * 10 + low


def quote(text: str, start: int, end: int, around: int = _AROUND) -> str:
    """Return what is wrong as it is printed, with some characters of its line, in marks."""
    line = Span(text.rfind("\n", 0, start) + 1, _line_end(text, end))
    first, last = max(line.start, start - around), min(line.end, end + around)
    while _is_cut(text, first):
        first -= 1
    while _is_cut(text, last):
        last += 1
    before, after = "…" if first > line.start else "", "…" if last < line.end else ""
    return f"“{before}{inner_quotes(text[first:last].strip())}{after}”"


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _is_cut(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(_UNCUT.match(text[each]) for each in (at - 1, at))
