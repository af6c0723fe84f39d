"""Punctuation: marks that stand twice, have no partner or the wrong width; spaces gone astray."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import quote
from unionapp.reading import Span

_FULL_WIDTH = str.maketrans(",.;:?!()", "，。；：？！（）")
_LETTER = "\u3400-\u9fff\U00020000-\U0003fffd"
_BEFORE, _AFTER = f"{_LETTER}》”’）】%％", f"{_LETTER}《“‘（【"
# Next to a digit or a Latin letter a half-width mark may be right: 3,680 and 10:30.
HALF_WIDTH = re.compile(
    f"(?<=[{_BEFORE}])[,.;:?!] ?(?=[{_AFTER}])|(?<=[{_LETTER}])[()](?=[{_LETTER}])"
)
_TWICE = re.compile(
    "[，,、；;：:]{2,6}|[。，,、；;：:]{0,3}。[，,、；;：:。]{1,4}(?!。)|[，,、；;：:]{1,4}。"
)
_PAIRS = {
    "“": "”",
    "‘": "’",
    "（": "）",
    "(": ")",
    "《": "》",
    "【": "】",
    "〔": "〕",
    "[": "]",
    "「": "」",
    "〈": "〉",
}
_SHUTS = {shut: opens for opens, shut in _PAIRS.items()} | {")": "（", "）": "（"}
_KIND = {opens: opens for opens in _PAIRS} | {"(": "（"}
_BRACKET = re.compile(f"[{re.escape(''.join(sorted({*_PAIRS, *_PAIRS.values()})))}]")
_NAMES = {
    "“": "引号",
    "‘": "单引号",
    "（": "括号",
    "《": "书名号",
    "【": "方括号",
    "〔": "六角括号",
    "[": "方括号",
    "「": "引号",
    "〈": "书名号",
}
# The bracket of 1）and 一）.
_NUMBERED = re.compile(
    "(?:^|[ 　。；，：、\n])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$"
)
_FULL_DIGITS = re.compile("[０-９]{1,20}(?:[.．，,][０-９]{1,6})?")
_SPACE_AT_MARK = re.compile(
    "(?<=[一-鿿0-9%]) {1,6}(?=[，。、；：！？）》”])|(?<=[，。、；！？（《“]) {1,6}(?=[一-鿿])"
)
_SPACE_WITHIN = re.compile("(?<=[一-鿿，。、；]) (?=[一-鿿])")
_FEW = 3
_PROSE = 30


def check_doubled_marks(document: Document) -> Iterator[Remark]:
    """Find marks that stand twice: ，， and 。，."""
    text = document.text
    for found in _TWICE.finditer(text):
        marks = found[0]
        if marks.strip(".") and marks != "::":
            span = Span(*found.span())
            message = f"{quote(text, *span)}里的标点“{marks}”重了，请删去多余的。"
            mend = marks[0] if len(set(marks)) == 1 else None
            yield Remark("doubled-mark", Severity.WARNING, message, span, mend)


def check_pairs(document: Document) -> Iterator[Remark]:
    """Find brackets and quotation marks without their partner, line by line."""
    for line in document.lines:
        open_: list[tuple[str, int]] = []
        for found in _BRACKET.finditer(document.text, *line):
            yield from _paired(document, line, found, open_)
        for opens, at in open_:
            yield _alone(document, Span(at, at + 1), opens)


def _paired(
    document: Document, line: Span, found: re.Match[str], open_: list[tuple[str, int]]
) -> Iterator[Remark]:
    mark, at = found[0], found.start()
    if mark in _PAIRS:
        open_.append((_KIND[mark], at))
        return
    opens = _SHUTS[mark]
    kinds = [kind for kind, _ in open_]
    if opens in kinds:
        last = len(kinds) - 1 - kinds[::-1].index(opens)
        for kind, place in open_[last + 1 :]:
            yield _alone(document, Span(place, place + 1), kind)
        del open_[last:]
        return
    before = document.text[max(line.start, at - 5) : at]
    latin = mark == "’" and before[-1:].isascii()
    if not latin and not (opens == "（" and _NUMBERED.search(before)):
        yield _alone(document, Span(at, at + 1), opens)


def _alone(document: Document, span: Span, opens: str) -> Remark:
    mark = document.text[slice(*span)]
    message = (
        f"{quote(document.text, *span)}里的{_NAMES[opens]}“{mark}”没有配对，请补上另一半"
        "，或者删去。"
    )
    return Remark("unpaired", Severity.WARNING, message, span)


def check_widths(document: Document) -> Iterator[Remark]:
    """Find half-width marks and full-width digits; many of them are one habit, told once."""
    text = document.text
    marks = list(HALF_WIDTH.finditer(text))
    yield from _each_or_once(
        document, marks, _Habit("half-width", "用了半角标点", "请改成全角", _put_right)
    )
    digits = list(_FULL_DIGITS.finditer(text))
    yield from _each_or_once(
        document, digits[:1], _Habit("full-width", "用了全角数字", "请统一改成半角")
    )


def _put_right(found: re.Match[str]) -> str:
    return found[0].strip().translate(_FULL_WIDTH)


def check_spaces(document: Document) -> Iterator[Remark]:
    """Find spaces at marks and between the characters of a sentence."""
    text = document.text
    found = list(_SPACE_AT_MARK.finditer(text))
    for line in document.lines:
        if len(text[slice(*line)].strip()) > _PROSE and text[line.end - 1] in "。；":
            found += _SPACE_WITHIN.finditer(text, *line)
    found.sort(key=lambda each: each.start())
    habit = _Habit("stray-space", "多了空格", "请删去", lambda _: "")
    yield from _each_or_once(document, found, habit)


@dataclass(frozen=True, slots=True)
class _Habit:
    """What is wrong in how a text is typed, and how each place of it is put right."""

    rule: str
    told: str
    remedy: str
    mend: Callable[[re.Match[str]], str] | None = None


def _each_or_once(
    document: Document, found: Sequence[re.Match[str]], habit: _Habit
) -> Iterator[Remark]:
    more = f"，这样的共{len(found)}处" if len(found) > _FEW else ""
    for each in found[: 1 if more else _FEW]:
        span = Span(*each.span())
        message = f"{quote(document.text, *span)}里{habit.told}{more}，{habit.remedy}。"
        mend = None if more or habit.mend is None else habit.mend(each)
        yield Remark(habit.rule, Severity.HINT, message, span, mend)
