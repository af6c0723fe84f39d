"""Days that no calendar has, periods that end before they begin, cut-offs that contradict."""

import re
from calendar import monthrange
from collections.abc import Iterator

from unionapp.checks.finding import Severity
from unionapp.checks.prose.document import Document, Remark
from unionapp.checks.prose.words.phrase import count_of, even, quote, sentences
from unionapp.reading import Span

_RULE = "as-of"
_TO = "(?:起?至|起?到|—{1,2}|-|–|~|～|－)"
_M = "(?:[0-9]{1,2}|十[一二]?|[一二三四五六七八九])"
_D = "(?:[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_DAY = re.compile(
    f"(?<![0-9.])(?:(?P<year>(?:19|20)[0-9]{{2}})年)?(?P<month>{_M})月(?P<day>{_D})"
    "[日号](?!楼|线|机|井|车间|文)"
)
_YEAR = "(?:(?P<{0}>(?:19|20)[0-9]{{2}}|次|翌|明|来|今|当|同|本)年)?"
_FROM_TO = re.compile(
    f"(?<![0-9.])(?P<from>{_YEAR.format('year')}(?P<month>{_M})月(?:份|(?P<day>{_D})[日号])?){_TO}"
    f"(?P<to>{_YEAR.format('year2')}(?:(?P<month2>{_M})月)?(?:份|(?P<day2>{_D})[日号])?)(?![0-9])"
)
_MONTHS = re.compile(f"(?<![0-9.])(?P<range>(?P<first>1?[0-9]){_TO}(?P<last>1?[0-9])月)(?:份)?")
_BEGUN = re.compile(
    f"(?:自|从|于|在)?(?P<from>{_YEAR.format('year')}(?P<month>{_M})月(?P<day>{_D})[日号])"
    "(?:正式|上午|下午)?(?:启动|开始|起|开幕|开赛|开班|拉开|动工|开工)"
    "[^。；\n]{0,24}?(?:至|到|于|，)(?:同年)?"
    f"(?P<to>{_YEAR.format('year2')}(?P<month2>{_M})月(?P<day2>{_D})[日号])"
    f"[^。；，\n]{{0,8}}?(?:结束|闭幕|止|完成|落幕|收官|结业|竣工|截稿"
    "|截止)"
)
_LASTS = re.compile(
    f"(?P<range>(?P<month>{_M})月(?P<day>{_D})[日号]?{_TO}(?P<day2>{_D})[日号])"
    f"，?[^。；\n0-9]{{0,16}}?(?P<said>(?:为期|历时|会期|共计?|连续)(?P<count>"
    f"[0-9]{{1,2}}|[二两三四五六七八九十]{{1,2}})天)"
)
_NAMED = re.compile(
    "(?P<name>上半年|下半年|前三季度|第?(?P<quarter>[一二三四1-4])季度)(?:，)?"
    f"[（，：]?(?:即|指)?(?P<range>(?P<first>1?[0-9]){_TO}(?P<last>1?[0-9])月)"
)
_SPANS = {"上半年": (1, 6), "下半年": (7, 12), "前三季度": (1, 9)}
_CUT_OFF = re.compile(
    "(?:截至|截止|截止到|截至到|到)(?P<cut>(?:(?:20[0-9]{2}|20(?:××"
    "|xx|XX|\\*\\*)|[今本]|二〇[一-鿿]{2})年)?"
    f"(?P<month>{_M})月(?:份|底|末|初|中旬|上旬|下旬|(?P<day>{_D})[日号])?)(?:止|为止)?"
)
_YEAR_SO_FAR = re.compile(
    "(?<!截至)(?P<range>(?:20(?:[0-9]{2}|××|xx|XX)年)?1(?:月)?(?:—{1,2}"
    "|-|–|~|至|到|－)(?P<last>1?[0-9])月)份?|(?P<begun>从年初至今"
    "|年初至今)"
)
_CROSSING = {"次", "翌", "明", "来"}
_WINTER = (10, 4)


def check_days(document: Document) -> Iterator[Remark]:
    """Find days that no calendar has: 9月31日."""
    for found in _DAY.finditer(even(document.text)):
        month, day = count_of(found["month"]), count_of(found["day"])
        if month is None or day is None:
            continue
        year = int(found["year"]) if found["year"] else 2024
        if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            span = Span(*found.span())
            message = (
                f"{quote(document.text, *span)}里的“{document.text[slice(*span)]}”，日历上没有这"
                "一天，请核对。"
            )
            yield Remark(_RULE, Severity.ERROR, message, span)


def check_periods(document: Document) -> Iterator[Remark]:
    """Find periods that end before they begin, or are not what they are called."""
    text = even(document.text)
    for pattern in (_FROM_TO, _BEGUN):
        for found in pattern.finditer(text):
            if _is_backward(found):
                yield _backward(document, found)
    for found in _MONTHS.finditer(text):
        if 1 < int(found["last"]) + 1 < int(found["first"]) <= 8:
            yield _backward_months(document, Span(*found.span("range")))
    for found in _NAMED.finditer(text):
        yield from _misnamed(document, found)
    for found in _LASTS.finditer(text):
        yield from _too_long(document, found)


def _is_backward(found: re.Match[str]) -> bool:
    first, last = _point(found, ""), _point(found, "2")
    if first is None or last is None or found["year2"] in _CROSSING:
        return False
    known = (found["year"] or "").isdigit() and (found["year2"] or "").isdigit()
    if not known:
        first, last = first[1:], last[1:]
        if found["year2"] is None and first[0] >= _WINTER[0] and last[0] <= _WINTER[1]:
            return False
        if (found["year2"] or "").isdigit() and not (found["year"] or "").isdigit():
            return False
    if found["day"] is None or found["day2"] is None:
        first, last = first[:-1], last[:-1]
    return last < first


def _point(found: re.Match[str], end: str) -> tuple[int, ...] | None:
    year = found["year" + end] or ""
    month = count_of(found["month" + end] or found["month"])
    day = count_of(found["day" + end] or "") or 0
    if month is None or (end and not found["month2"] and not found["day2"]):
        return None
    return (int(year) if year.isdigit() else 0, month, day)


def _backward(document: Document, found: re.Match[str]) -> Remark:
    text = document.text
    first, last = (text[slice(*found.span(end))] for end in ("from", "to"))
    message = f"从“{first}”到“{last}”，结束在开始之前，请核对这两个日期。"
    return Remark(_RULE, Severity.WARNING, message, Span(found.start("from"), found.end("to")))


def _backward_months(document: Document, span: Span) -> Remark:
    message = (
        f"{quote(document.text, *span)}里的“{document.text[slice(*span)]}”结束在开始之前，请核对。"
    )
    return Remark(_RULE, Severity.WARNING, message, span)


def _misnamed(document: Document, found: re.Match[str]) -> Iterator[Remark]:
    if found["quarter"]:
        quarter = int(count_of(found["quarter"]) or 1)
        begin, end = quarter * 3 - 2, quarter * 3
    else:
        begin, end = _SPANS[found["name"]]
    first, last = int(found["first"]), int(found["last"])
    if (first, last) == (begin, end) or not first < last <= 12:
        return
    within = begin <= first and last <= end
    text = document.text
    name, months = text[slice(*found.span("name"))], text[slice(*found.span("range"))]
    message = f"“{name}”是{begin}月到{end}月，旁边写的却是“{months}”，请核对。"
    severity = Severity.HINT if within else Severity.WARNING
    yield Remark(_RULE, severity, message, Span(found.start(), found.end("range")))


def _too_long(document: Document, found: re.Match[str]) -> Iterator[Remark]:
    first, last, said = (count_of(found[part]) for part in ("day", "day2", "count"))
    if first is None or last is None or said is None or last < first:
        return
    days = last - first + 1
    if said == days:
        return
    text = document.text
    message = (
        f"“{text[slice(*found.span('range'))]}”是{days}天，"
        f"写的却是“{text[slice(*found.span('said'))]}”，请核对。"
    )
    severity = Severity.WARNING if said > days else Severity.HINT
    yield Remark(_RULE, severity, message, Span(*found.span()))


def check_cut_offs(document: Document) -> Iterator[Remark]:
    """Find figures of later months beside an earlier cut-off, and several cut-offs in one text."""
    text = even(document.text)
    for span in sentences(text):
        yield from _of_sentence(document, text, span)
    found = {document.text[slice(*place)]: (key, place) for key, place in _cut_offs(text)}
    keys = {key for key, _ in found.values()}
    if len(keys) > 1:
        named = "、".join(f"“{words}”" for words in found)
        message = f"文中的数据有几个截止时间：{named}，请统一，或者分别注明。"
        first = min(place for _, place in found.values())
        yield Remark(_RULE, Severity.HINT, message, first)


def _of_sentence(document: Document, text: str, span: Span) -> Iterator[Remark]:
    """截至10月底，1—12月…: nobody knows in October what comes until December."""
    cut = _CUT_OFF.search(text, *span)
    month = count_of(cut["month"]) if cut else None
    if cut is None or month is None or cut[0].startswith("到"):
        return
    for found in _MONTHS.finditer(text, cut.end(), span.end):
        if int(found["first"]) <= month < int(found["last"]) <= 12:
            words = document.text
            message = (
                f"写的是“截至{words[slice(*cut.span('cut'))]}”，"
                f"后面却有“{words[slice(*found.span('range'))]}”的数据，请核对截止时间。"
            )
            where = Span(cut.start(), found.end())
            yield Remark(_RULE, Severity.WARNING, message, where)
            return


def _cut_offs(text: str) -> Iterator[tuple[str, Span]]:
    """Yield each cut-off of the figures: what tells it from others, and its place."""
    for found in _CUT_OFF.finditer(text):
        if not found[0].startswith("到") or found["day"]:
            yield (
                f"{count_of(found['month'])} {found['day'] or ''}".strip(),
                Span(*found.span("cut")),
            )
    for found in _YEAR_SO_FAR.finditer(text):
        if found["begun"]:
            yield "now", Span(*found.span("begun"))
        else:
            yield found["last"], Span(*found.span("range"))
