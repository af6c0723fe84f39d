"""Words that make a figure inexact, twice at one figure or at one that is exact."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.measures import COUNTED, closed
from unionapp.checks.prose.words.phrase import even, quote
from unionapp.reading import Span

_RULE = "qualifier"
_BEFORE = (
    "(?:大概约?|(?<![节签要预邀特合履制公契相违条誓盟])约近|近约|(?<!"
    "[节签要预邀特合履制公契相违条誓盟大])约为?|大约|将近|接近"
    "|(?<![附最临邻贴靠远就走亲新切相接将远逼])近|超过|不到|不足|不少于"
    "|不低于|不超过|不高于|至少|最多"
    "|(?<![赶高])逾|(?<![赶高反远])超)"
)
_NUMBER = (
    "(?:[0-9]{1,9}(?:,[0-9]{3}){0,3}(?:\\.[0-9]{1,4})?|[一二三四五六七八九十百千两零几数]{1,8}"
    "|(?<![会以线场车船桌网路])上[百千万]|[*×Xx]{1,8})"
)
_SIZE = "[十百千万亿]{0,2}"
_UNIT = (
    f"(?:{COUNTED}|{closed('元')}|%|个百分点|名|元|场次|户次|家次|小时"
    "|平方米|公里|吨|亩|套|张|组|辆"
    "|班次|种|类|次|件次|公斤|米)"
)
_MORE = "[余多来]"
_AFTER = "(?:(?:以上|以下|以内|左右|上下|有余){1,2})"
_FOUND = re.compile(
    f"(?P<before>{_BEFORE}) ?(?P<number>{_NUMBER})(?P<more>{_MORE})?(?P<size>{_SIZE}"
    f")(?P<late>{_MORE})?"
    f"(?P<unit>{_UNIT})?(?P<after>{_AFTER})?"
    f"|(?P<number2>{_NUMBER})(?P<more2>{_MORE})?(?P<size2>{_SIZE})(?P<late2>{_MORE})"
    f"?(?P<unit2>{_UNIT})?"
    f"(?P<after2>{_AFTER}|余)?"
)
_ONLY_TIME = re.compile("个?(?:年|月|天|日|周|岁|学期|届)")
_VAGUE = re.compile("[几数上][十百千万]{1,3}|[十百千万]{1,3}")
_DOUBLE_BEFORE = re.compile("大概约|约近|近约")
# A rounded figure has at most so many digits before its zeros.
_PEOPLE_AND_THINGS = frozenset(
    ["人", "名", "份", "户", "家", "条", "件", "次", "人次", "个", "篇", "册", "项", "场"]
)
_PARTS = ("number", "more", "size", "late", "unit", "after")


def check_qualifiers(document: Document) -> Iterator[Remark]:
    """Find figures with two qualifiers (约300余人, 40余万余元) and exact ones with one."""
    text = even(document.text)
    for found in _FOUND.finditer(text):
        if found["more"] or found["late"] or found["after"] or found["before"] or _said(found):
            yield from _judged(document, found)


def _said(found: re.Match[str]) -> bool:
    return bool(found["more2"] or found["late2"] or found["after2"])


def _judged(document: Document, found: re.Match[str]) -> Iterator[Remark]:
    plain = "" if found["before"] else "2"
    number, more, size, late, unit, after = (found[name + plain] or "" for name in _PARTS)
    before = found["before"] or ""
    if _ONLY_TIME.match(found.string, found.end()) or _ONLY_TIME.fullmatch(unit):
        return
    words = [word for word in (before, more, late, after[:2], after[2:]) if word]
    span = Span(*found.span())
    if more and (late or after == "余"):
        mended = f"{number}{more}{size}{unit}" if not before and after in {"", "余"} else None
        yield _twice(document, span, more, Severity.ERROR, mended)
    elif late and after == "余":
        yield _twice(document, span, late, Severity.ERROR, f"{number}{size}{late}{unit}")
    elif len(words) > 1 or _DOUBLE_BEFORE.match(before):
        yield _both(document, span, words)
    elif (
        (more or late) and before == "" and re.match("[几数上]", number) and len(number + size) > 1
    ):
        yield _both(document, span, [number[0], more or late])
    elif (word := "".join(words)) and not size and _is_exact(number) and unit in _PEOPLE_AND_THINGS:
        yield from _exact(document, span, number, word)


def _is_exact(number: str) -> bool:
    digits = number.replace(",", "")
    return digits.isdigit() and digits.isascii() and len(digits) > 2 and digits[-1] not in "05"


def _twice(
    document: Document, span: Span, word: str, severity: Severity, mend: str | None
) -> Remark:
    message = (
        f"{quote(document.text, *span)}里“{document.text[slice(*span)]}”把“{word}”一类的"
        "概数词写了两遍，请只留一个。"
    )
    return Remark(_RULE, severity, message, span, mend)


def _both(document: Document, span: Span, words: list[str]) -> Remark:
    said = "和".join(f"“{word}”" for word in words) if len(words) > 1 else f"“{words[0]}”"
    message = (
        f"{quote(document.text, *span)}里“{document.text[slice(*span)]}”"
        f"同时用了{said}，都是概数词，请只留一个。"
    )
    return Remark(_RULE, Severity.WARNING, message, span)


def _exact(document: Document, span: Span, number: str, word: str) -> Iterator[Remark]:
    """余 behind a figure to its last digit is wrong, 以上 and 约 are odd."""
    severity = Severity.WARNING if word in {"余", "多"} else Severity.HINT
    message = (
        f"{quote(document.text, *span)}里的{number}是准确数，又写了“{word}”，"
        "请去掉这个词，或者改用整数。"
    )
    yield Remark(_RULE, severity, message, span)
