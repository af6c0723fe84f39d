"""Years that have passed, in the texts and the signature, and a year that is far ahead.

Last year's text is often where this year's begins. A year may stand in it for good reasons: in a
document's name, beside this year's, as the beginning of something that goes on, as the time of a
thing that was rather than of a deed. What is hinted at is only a year just gone by that reads as
the time of the work itself: no text is carried on for longer.
"""

import re
from collections.abc import Iterator
from datetime import date

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.figures import Figures
from unionapp.template import Item
from unionapp.text import inner_quotes
from unionapp.values import YEARS

_SENTENCE = re.compile(r"[^。！？；\n]+")
# Names, quotations and asides: a year in them is not the time of the work.
_APART = re.compile(r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|\([^()]*\)")
_YEAR = re.compile(r"(?<![0-9—–~～-])(?P<year>(?:19|20)[0-9]{2})年")
# Words before a year in which something began, by which this one is led or compared with.
_SINCE_OR_BESIDE = re.compile(
    "(?:[比较与同和跟及、自从由到至]|截止|早在|(?:始|建|成立|创办|启用)于)$"
    "|获|被|评为|授予|表彰|命名为|认定为|入选|申报|落实|贯彻|学习|按照|根据|对照"
)

# Words after a year by which it is the beginning of a span, or qualifies a thing.
_GOES_ON = re.compile(
    "[^，。]*以来|以[前后]|起|底|末|之?前|开始|同期|同比|相比|版|至|到|[—–~～、-]|度?《"
    "|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:以来|起|[至到—–~～-])"
)

# What once happened is told with its year: a rule was made, a house was opened.
_AS_BACKGROUND = re.compile(
    "[^，。]*?(?:成立|建校|建厂|建院|创办|创建|始建|建成|启用|当选"
    "|修订|修正|制定|印发|颁布|发布|出台|实施)"
)

_DEED = (
    "组织|开展|举办|举行|召开|传达|学习|贯彻|落实|宣传|征集|收到|办[理结]|处理|完成|做好|编[制印]"
    "|走访|慰问|坚持|履行|推进|收集|征求"
)
_WITH_MANNER = f"以|(?>[^，。的]*?(?:{_DEED}))[^，。的]{{2,}}+的"
_OWN_WORK = "度?(?:[0-9]{1,2}月)?的"
_LEADING = "[^，。]{0,4}(?:领导|指导|关心|支持|帮助)"
# What names a thing by the year it is from: 2025年拨付的资金, and not 2025年开展丰富多彩的活动.
_THING_OF_IT = re.compile(
    f"(?!{_WITH_MANNER}|{_OWN_WORK})[^，。的]{{1,12}}的(?!{_LEADING})"
    f"|(?:(?!{_DEED})[^，。])*?(?:基础上|决算|年检|年报|提案|精神|文件)"
    "|[^，。]*?(?:结余|结转|授予)|被"
)
_HONOUR = re.compile("获|评|授予|表彰|先进|荣誉|命名|认定|通报|考核")
_THIS_YEAR = re.compile("今年|本年|本年度")
_SUMMER, _AUTUMN = range(6, 9), range(9, 13)
# Where a year can stand that was this one's when a text was written.
_YEARS_BACK = (1, 2)
# Characters of what stands at a year that are quoted.
_QUOTE = 18
# Characters before and after a year that are looked at; hardly any clause has so many.
_REACH = 200
# A PC whose battery is flat begins in another year, and knows nothing of what lies ahead.
_CLOCK_RIGHT_FROM = 2025


def check_past_years(figures: Figures) -> Iterator[Finding]:
    """Find years gone by in every text, also in those that were carried on from last year."""
    amount = figures.value("year").exact_amount
    if amount is not None:
        for item in figures.draft.template.items:
            yield from _past_years(figures, item, int(amount))


def _past_years(figures: Figures, item: Item, year: int) -> Iterator[Finding]:
    found = figures.text(item)
    waiting = (figures.rendered(each) for each in found.narrative.held_back)
    text = "\n".join((*found.rendered_paragraphs, *waiting))
    if not any(f"{year - back}年" in text for back in _YEARS_BACK):
        return
    by_school_year = _is_by_school_year(figures)
    for words, past in _stale(text, year, by_school_year=by_school_year):
        quote = inner_quotes(words[:_QUOTE])
        message = (
            f"“{item.title or item.id}”的正文写着“{quote}”，总结的是{year}年，"
            f"{past}年是不是上年留下的？请核对。"
        )
        yield Finding("past_year", Severity.HINT, message, at_text(item), (words, str(year)))


def _stale(text: str, year: int, *, by_school_year: bool) -> Iterator[tuple[str, int]]:
    """Yield each year that reads as the time of the work: its sentence from there on, and it."""
    for sentence in _SENTENCE.findall(text):
        plain = _APART.sub(lambda part: part[0][0] + "□" * (len(part[0]) - 1), sentence)
        if f"{year}年" in plain or _THIS_YEAR.search(plain):
            continue
        honours = _HONOUR.search(plain) is not None
        for found in _YEAR.finditer(plain):
            start, end = found.span()
            past, rest = int(found["year"]), plain[end : end + _REACH]
            autumn = by_school_year and past == year - 1 and _is_autumn(rest)
            honour = honours and rest.startswith("度")
            meant = autumn or honour or _is_meant(plain[max(start - _REACH, 0) : start], rest)
            if year - past in _YEARS_BACK and not meant:
                yield sentence[start : start + _REACH], past


def _is_meant(before: str, rest: str) -> bool:
    """Tell whether the words around a year say why it stands there."""
    clause = before[max(before.rfind("，"), before.rfind("。")) + 1 :]
    around = _SINCE_OR_BESIDE.search(clause) or _GOES_ON.match(rest)
    return bool(around or _AS_BACKGROUND.match(rest) or _THING_OF_IT.match(rest))


def _is_by_school_year(figures: Figures) -> bool:
    """Tell whether it is signed in summer: a school year begins the autumn before."""
    signed = re.search("([0-9]{1,2})月", figures.printed("date"))
    return signed is not None and int(signed[1]) in _SUMMER


def _is_autumn(rest: str) -> bool:
    month = re.match("([0-9]{1,2})月", rest)
    return rest.startswith(("秋", "下半年")) or (month is not None and int(month[1]) in _AUTUMN)


def check_year_ahead(figures: Figures, today: date | None = None) -> Iterator[Finding]:
    """Find a year that is more than one ahead: 2062 is more often 2026."""
    now = (today or date.today()).year
    year = figures.value("year").exact_amount
    if year is not None and now >= _CLOCK_RIGHT_FROM and now + 1 < year <= now + 100:
        message = f"“{figures.name('year')}”填的是{year:f}，还没有到，是不是打错了？请核对。"
        yield Finding("year_ahead", Severity.WARNING, message, at_entry("year"), (f"{year:f}",))


def check_signed_before(figures: Figures) -> Iterator[Finding]:
    """Find a signature of before the year: nobody sums up one that has not begun."""
    year, signature = figures.value("year").exact_amount, figures.printed("date")
    signed = _YEAR.match(signature)
    if year is not None and year in YEARS and signed and int(signed["year"]) < year:
        message = (
            f"“{figures.name('date')}”是{signature}，总结的是{year:f}年，是不是上年的日期？请核对。"
        )
        evidence = (signature, f"{year:f}")
        yield Finding("signed_before", Severity.HINT, message, at_entry("date"), evidence)
