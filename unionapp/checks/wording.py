"""Half-width marks between Chinese characters: 评比中,我校 (GB/T 15834-2011)."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_text
from unionapp.figures import Figures
from unionapp.template import Item

_FULL = str.maketrans(",.;:?!()", "，。；：？！（）")
_HAN = "\u3400-\u9fff\U00020000-\U0003fffd"
_BEFORE, _AFTER = f"{_HAN}》”’）】%％", f"{_HAN}《“‘（【"
_HALF = re.compile(f"(?<=[{_BEFORE}])[,.;:?!] ?(?=[{_AFTER}])|(?<=[{_HAN}])[()](?=[{_HAN}])")
"""Next to a digit or a letter a half-width mark may be right: 3,680 and 10:30."""

_WHOLE, _AROUND = 8, 4
"""Characters of a clause that is quoted whole before or after a mark, and what is of a longer."""

_EDGE = re.compile("[，。；：！？、“”\n]")
_IN_ONE = re.compile("[0-9A-Za-z.,:%％/-]")
"""What numbers and Latin words are made of, which are not cut."""

_BRACKETS = str.maketrans("()", "（）")


def check_half_width(figures: Figures) -> Iterator[Finding]:
    """One finding for each text that has such marks, with the first of them put right."""
    for item in figures.draft.template.items:
        said = "\n".join(figures.text(item).rendered_paragraphs)
        if found := [*_HALF.finditer(said)]:
            yield _finding(item, said, found)


def _finding(item: Item, said: str, found: list[re.Match[str]]) -> Finding:
    first = found[0]
    start, end = _start_of(said, first.start()), _end_of(said, first.end())
    before = "" if start == 0 or _EDGE.match(said[start - 1]) else "…"
    after = "" if end == len(said) or _EDGE.match(said[end]) else "…"
    wrong = said[start:end]
    right = _put_right(said, start, end, found)
    more = f"，这样的共{len(found)}处" if len(found) > 1 else ""
    message = (
        f"“{item.title or item.id}”的正文里“{before}{wrong}{after}”用了半角标点，"
        f"请改成“{before}{right}{after}”{more}。"
    )
    evidence = (f"{before}{wrong}{after}", str(len(found)))
    return Finding("half_width", Severity.WARNING, message, at_text(item), evidence)


def _put_right(said: str, start: int, end: int, found: list[re.Match[str]]) -> str:
    """What is quoted with all its marks in full width; a bracket never without its other half."""
    right, at = "", start
    for mark in found:
        if mark.end() <= end:
            right += said[at : mark.start()] + mark[0].strip().translate(_FULL)
            at = mark.end()
    right += said[at:end]
    return right.translate(_BRACKETS) if re.search("[（）]", right) else right


def _start_of(said: str, at: int) -> int:
    clause = len(_EDGE.split(said[:at])[-1])
    if clause <= _WHOLE:
        return at - clause
    start = at - _AROUND
    while _is_in_one(said, start):
        start -= 1
    return start


def _end_of(said: str, at: int) -> int:
    clause = len(_EDGE.split(said[at:], maxsplit=1)[0])
    if clause <= _WHOLE:
        return at + clause
    end = at + _AROUND
    while _is_in_one(said, end):
        end += 1
    return end


def _is_in_one(said: str, at: int) -> bool:
    """Whether a place is within a number or a word."""
    return 0 < at < len(said) and all(_IN_ONE.match(said[each]) for each in (at - 1, at))
