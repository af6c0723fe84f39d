"""Ranges of ordinals and how many they are: 第3期至第9期 is 7, 第一至第八车间 is 8."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import count_of, even
from unionapp.reading import Span

_RULE = "ordinal"
_N = "(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})"
_TO = "(?:起?至|起?到|—{1,2}|-|~|～|－)"
_NOUN = (
    "车间工会|分公司工会|支行工会|社区工联会|车间|分会|分工会|支部"
    "|期|届|批|季度|季|次|号楼|号车间|号矿井|号线|小组|工会小组|班组"
    "|班|组|队"
    "|分厂|分公司|中队|大队|工区|工段|项目部|标段|支队|营业部|网格|轮|讲|场|章|集|辑|版|代"
)
_RANGE = re.compile(
    f"(?P<range>(?P<nth>第)?(?P<first>{_N})(?P<noun>{_NOUN})?{_TO}(?P<nth2>第)?"
    f"(?P<last>{_N})(?P<noun2>{_NOUN}))"
)
# Whatever it is, where its count is of the same: 第三至第九党支部共6个党支部.
_ANYTHING = re.compile(
    f"(?P<range>第(?P<first>{_N})(?:至|到)第?(?P<last>{_N})(?P<noun2>[一-鿿]{{2,6}}?))"
    f"(?=，?(?:共计?|合计|这)?(?:{_N}|两)个(?P=noun2))"
)
_MORE_BEFORE = re.compile(
    f"(?:(?:第?{_N}(?:{_NOUN})?(?:{_TO}第?{_N}(?:{_NOUN})?)?[、和及]){{1,6}})$"
)
_SINGLE = re.compile(f"第?(?P<a>{_N})(?:{_NOUN})?(?:{_TO}第?(?P<b>{_N})(?:{_NOUN})?)?(?:[、和及])")
_COUNT = re.compile(
    "(?P<gap>[^。；\n0-9]{0,8}?)(?P<sure>，?(?:共计?|合计|一共|总共|这))?，?(?P<of>连续)?"
    f"(?P<count>{_N.replace('{1,3}', '{1,2}')}|两)(?P<unit>个|期|届"
    f"|批|次|季度|轮|讲|场|栋|支|条|集|年)(?P<things>[一-鿿]{{0,6}})"
)
_YEARS = re.compile(
    "(?P<range>(?P<first>20[0-9]{2})年?(?:至|到|—{1,2}|-|~)(?P<last>20[0-9]{2})年"
    "(?:度)?)[^。；\n0-9]{0,4}?连续(?P<count>[0-9]{1,2}|[二两三四五六七八九十]{1,2})"
    "(?P<unit>年|届)"
    "|连续(?:第?)(?P<count2>[0-9]{1,2}|[二两三四五六七八九十]{1,2})(?P<unit2>年)（"
    "(?P<range2>(?P<first2>20[0-9]{2})年?(?:至|到|—{1,2}|-|~)(?P<last2>20[0-9]{2})年"
    "?)）"
)


def check_ordinals(document: Document) -> Iterator[Remark]:
    """Find ranges of ordinals beside which another number of them is said."""
    text = even(document.text)
    told = set()
    for pattern in (_RANGE, _ANYTHING):
        for found in pattern.finditer(text):
            if found.start() not in told:
                told.add(found.start())
                yield from _of_range(document, text, found)
    for found in _YEARS.finditer(text):
        plain = "" if found["count"] else "2"
        first, last = int(found["first" + plain]), int(found["last" + plain])
        said = count_of(found["count" + plain])
        if said is not None and last > first and said != last - first + 1:
            span = Span(*found.span("range" + plain))
            count = Span(found.start("count" + plain), found.end("unit" + plain))
            count = Span(document.text.rfind("连续", 0, count.start), count.end)
            yield _differs(document, span, count, last - first + 1, Severity.WARNING)


def _of_range(document: Document, text: str, found: re.Match[str]) -> Iterator[Remark]:
    first, last = count_of(found["first"]), count_of(found["last"])
    noun = found["noun2"]
    count = _COUNT.match(text, found.end())
    if first is None or last is None or count is None or first >= last:
        return
    said = count_of(count["count"])
    if said is None or not _is_of(noun, count) or "、" in count["gap"]:
        return
    before = _MORE_BEFORE.search(text, max(0, found.start() - 60), found.start())
    number = last - first + 1 + (_counted(before[0]) if before else 0)
    if said != number:
        start = before.start() if before else found.start()
        sure = bool(count["sure"]) and noun == count["unit"]
        severity = Severity.ERROR if sure else Severity.WARNING
        where = Span(count.start("of" if count["of"] else "count"), count.end("unit"))
        yield _differs(document, Span(start, found.end()), where, number, severity)


def _is_of(noun: str, count: re.Match[str]) -> bool:
    """Whether the count is of what the range goes through."""
    unit = count["unit"]
    if unit in {"个", "支", "栋", "条"}:
        things = count["things"]
        return things.startswith((noun, noun.removeprefix("号"), noun[:2])) and bool(things)
    return unit == noun or (unit == "年" and noun == "届")


def _counted(words: str) -> int:
    total = 0
    for found in _SINGLE.finditer(words):
        first, last = count_of(found["a"]), count_of(found["b"] or "")
        total += last - first + 1 if first is not None and last is not None else 1
    return total


def _differs(
    document: Document, span: Span, count: Span, number: int, severity: Severity
) -> Remark:
    text = document.text
    message = (
        f"“{text[slice(*span)]}”数下来是{number}，写的却是“{text[slice(*count)]}”，"
        "请核对起止和数目。"
    )
    return Remark(
        _RULE, severity, message, Span(min(span.start, count.start), max(span.end, count.end))
    )
