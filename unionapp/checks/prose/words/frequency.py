"""How often something is done, and how many times that makes in a year: 每季度 against 3次."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import NUMERAL, count_of, even, quote, sentences
from unionapp.reading import Span

_RULE = "frequency"
_OFTEN = re.compile(
    "(?P<often>每(?P<every>[一二两三四六]|[1-6])?个?(?P<period>半年"
    "|季度|季|双月|月|双周|周|星期|年|学期)(?!均|[0-9]|度(?!的)|[一二三四五六日末])"
    "|按(?P<by>月|季度|季|半年)|逐(?P<each>月|季))"
)
_IN_A_YEAR = {
    "半年": 2.0,
    "季度": 4.0,
    "季": 4.0,
    "双月": 6.0,
    "月": 12.0,
    "双周": 26.0,
    "周": 52.0,
    "星期": 52.0,
    "年": 1.0,
    "学期": 2.0,
}
_TIMES = "(?P<unit>次|期|场次|场|回|轮|遍|班)(?![日数要])"
_PER = re.compile(f"[^，。；\n0-9]{{0,20}}?(?P<count>{NUMERAL}|[0-9]{{1,2}}){_TIMES}")
_AT_LEAST = re.compile("至少|不少于|不低于|以上|不定期|或者|必要时|临时|随时|增加|加开|另")
_NOW_AND_THEN = re.compile("不定期|随机")
_ABOUT_PART = re.compile(
    "(?:截至|截止|到)[^，。；\n]{0,8}?(?P<until>1?[0-9])月|(?<![0-9])1(?:月)?(?:至"
    "|到|—|-|~|－)(?P<to>1?[0-9])月"
    "|(?P<half>上半年)|(?P<other>下半年|第?[一二三四]季度|前三季度"
    "|自[^，。；]{0,6}月起|从[^，。；]{0,6}月起|[0-9]{1,2}月起|除"
    "|寒暑假|假期|停|开学|期间)"
)
_TOTAL = re.compile(
    "(?P<lead>全年(?:度)?|一年来|一年|今年(?:以来)?|本年度?|年内|至今|已|累计|总共|一共|共)"
    f"(?P<words>[^，。；：\n0-9“”]{{0,12}}?)(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,3}}"
    f"){_TIMES}(?P<after>[一-鿿]{{0,4}})"
)
_BACKWARD = re.compile(
    f"(?P<count>{NUMERAL}|(?<![0-9.,])[0-9]{{1,3}}){_TIMES}，(?:做到"
    "|坚持)?(?P<often>每(?P<every>[一两二三])?个?(?P<period>半年|季度"
    "|季|月|周|学期)一(?P<one>次|期|场))"
)
_GENERAL = re.compile(
    "全年|共计?|总共|累计|已经?|召开|举办|开展|组织|进行|举行|出刊"
    "|刊出|编发|出版|编印|更换|公布|检查|开办|发布|公开|出|办|开|刊"
    "|完成|实际|仅|只|的|了|各类|次数"
)
_OF_ONE = {
    "次": {"次", "回", "遍", "场", "场次"},
    "期": {"期", "次", "班"},
    "场": {"场", "场次", "次"},
}


def check_frequency(document: Document) -> Iterator[Remark]:
    """Find counts of a year that do not go with how often something is said to be done."""
    text = even(document.text)
    spans = list(sentences(text))
    for place, span in enumerate(spans):
        for often in _OFTEN.finditer(text, *span):
            end = _end_of(text, spans, place)
            yield from _after(document, text, often, span, end)
        for found in _BACKWARD.finditer(text, *span):
            yield from _before(document, text, found, span)


def _end_of(text: str, spans: list[Span], place: int) -> int:
    """Where the sentence ends, or the next one that goes on to say how often it was in all."""
    if place + 1 < len(spans) and spans[place + 1].start == spans[place].end + 1:
        following = spans[place + 1]
        begins = re.compile("(?:全年|今年|一年来|本年度)(?:共|累计)?").match(text, following.start)
        if begins and text[spans[place].end] != "\n":
            comma = text.find("，", following.start, following.end)
            return comma if comma >= 0 else following.end
    return spans[place].end


def _after(
    document: Document, text: str, often: re.Match[str], span: Span, end: int
) -> Iterator[Remark]:
    total = _TOTAL.search(text, often.end(), end)
    if total is None or text[often.end() : often.end() + 1].isdigit():
        return
    said = text[span.start : total.start()]
    if len(_OFTEN.findall(said)) > 1:
        return
    per = _PER.match(text, often.end(), total.start())
    if not _are_alike(said, total, per):
        return
    each = count_of(per["count"]) if per else 1
    count = count_of(total["count"])
    if each is None or count is None or each == 0:
        return
    where = Span(total.start("count"), total.end("unit"))
    around = text[max(0, span.start - 40) : end]
    yield from _judged(document, Span(*often.span()), where, _of_year(often) * each, count, around)


def _before(document: Document, text: str, found: re.Match[str], span: Span) -> Iterator[Remark]:
    count = count_of(found["count"])
    if count is None or found["unit"] not in _OF_ONE[found["one"]]:
        return
    expected = _IN_A_YEAR[found["period"]] / (count_of(found["every"] or "一") or 1)
    where = Span(found.start("count"), found.end("unit"))
    yield from _judged(
        document, Span(*found.span("often")), where, expected, count, text[span.start : span.end]
    )


def _of_year(often: re.Match[str]) -> float:
    period = often["period"] or often["by"] or often["each"]
    return _IN_A_YEAR[period] / (count_of(often["every"] or "一") or 1)


def _are_alike(said: str, total: re.Match[str], per: re.Match[str] | None) -> bool:
    """Whether the count is of what is done so often, and of nothing else."""
    if per and total["unit"] not in _OF_ONE.get(per["unit"], {per["unit"]}):
        return False
    rest = _GENERAL.sub("", total["words"] + total["after"])
    known = any(rest[at : at + 2] in said for at in range(len(rest) - 1))
    return len(rest) < 2 or known


def _judged(
    document: Document, often: Span, where: Span, expected: float, count: int, around: str
) -> Iterator[Remark]:
    part = _part_of_year(around)
    if part is not None:
        expected = expected * part / 12
    loose = 2 if expected >= 24 else 0
    if (
        abs(count - expected) <= loose
        or expected < 1
        or (_AT_LEAST.search(around) and count > expected)
    ):
        return
    if part is None and _ABOUT_PART.search(around):
        severity = Severity.HINT
    else:
        severity = Severity.WARNING if count < expected else Severity.HINT
    if count > 2 * expected or _NOW_AND_THEN.search(around):
        return
    text = document.text
    message = (
        f"写的是“{text[slice(*often)]}”，应有{expected:.0f}次，{quote(text, *where)}"
        f"写的却是“{text[slice(*where)]}”，请核对。"
    )
    yield Remark(_RULE, severity, message, Span(often.start, max(often.end, where.end)))


def _part_of_year(around: str) -> int | None:
    """How many months of the year are spoken of, where that is said."""
    found = _ABOUT_PART.search(around)
    if found is None:
        return None
    if found["half"]:
        return 6
    month = found["until"] or found["to"]
    return int(month) if month and 1 <= int(month) <= 12 else None
