"""Years that have passed, in the texts of this one, and a year that is far ahead.

Last year's text is often where this year's begins. A year may stand in it for good reasons: in a
document's name, beside this year's, as the beginning of something that goes on. What is told is
only a year that reads as the time of the work itself.
"""

import re
from collections.abc import Iterator
from datetime import date

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.draft import Room
from unionapp.prose import paragraphs_said
from unionapp.template import Item

_SENTENCE = re.compile(r"[^。！？；\n]+")
_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|‘[^‘’]*’|（[^（）]*）|\([^()]*\)")
_YEAR = re.compile(r"(?<![0-9—–~～-])(?P<year>(?:19|20)[0-9]{2})年")
_SINCE_OR_BESIDE = re.compile(
    "(?:[比较与同和跟及、自从由到至]|截止|早在|(?:始|建|成立|创办|启用)于)$"
    "|(?:获|评为|授予|表彰|命名为|认定为)[^，。]*$"
)
"""Words before a year in which something began, or with which this one is compared."""

_GOES_ON = re.compile(
    "以来|以后|起|底|末|之?前|开始|同期|同比|相比|版|至|到|[—–~～、-]"
    "|[0-9]{1,2}月(?:[0-9]{1,2}日)?(?:以来|起|[至到—–~～-])"
)
"""Words after a year by which it is the beginning of a span, or qualifies a thing."""

_AS_BACKGROUND = re.compile(
    "[^，。]*?(?:成立|建校|建厂|建院|创办|创建|始建|建成|启用|当选"
    "|修订|修正|制定|印发|颁布|发布|出台|实施)"
)
"""What once happened is told with its year: a rule was made, a house was opened."""

_HONOUR = re.compile("获|评|授予|表彰|先进|荣誉|命名|认定|通报|考核")
_THIS_YEAR = re.compile("今年|本年|本年度")
_SUMMER, _AUTUMN = range(6, 9), range(9, 13)
_QUOTE = 18
_INNER = str.maketrans("“”", "‘’")
_CLOCK_RIGHT_FROM = 2025
"""A PC whose battery is flat begins in another year, and knows nothing of what lies ahead."""


def check_past_years(figures: Figures) -> Iterator[Finding]:
    """Years gone by, in every text but those that wait to be confirmed and are told of already."""
    amount = figures.value("year").exact_amount
    for item in figures.draft.template.items:
        if amount is not None and not figures.draft.text(Room.CARRIED, item.id):
            yield from _past_years(figures, item, int(amount))


def _past_years(figures: Figures, item: Item, year: int) -> Iterator[Finding]:
    text = "\n".join(paragraphs_said(figures, item))
    by_school_year = _is_by_school_year(figures)
    for place, past in _stale(text, year, by_school_year=by_school_year):
        message = (
            f"“{item.title or item.id}”的正文写着“{place}”，总结的是{year}年，"
            f"{past}年是不是上年留下的？请核对。"
        )
        yield Finding("past_year", Severity.WARNING, message, item.id, place)


def _stale(text: str, year: int, *, by_school_year: bool) -> Iterator[tuple[str, int]]:
    """What stands at each year that reads as the time of the work, and the year."""
    for sentence in _SENTENCE.findall(text):
        said = _QUOTED.sub(lambda quote: "□" * len(quote[0]), sentence)
        if f"{year}年" in said or _THIS_YEAR.search(said):
            continue
        for found in _YEAR.finditer(said):
            past, rest = int(found["year"]), said[found.end() :]
            autumn = by_school_year and past == year - 1 and _is_autumn(rest)
            if past < year and not autumn and not _is_meant(said[: found.start()], rest):
                yield sentence[found.start() :][:_QUOTE].translate(_INNER), past


def _is_meant(before: str, rest: str) -> bool:
    """Whether the words around a year say why it stands there."""
    honour = rest.startswith("度") and _HONOUR.search(before + rest)
    around = _SINCE_OR_BESIDE.search(before) or _GOES_ON.match(rest)
    return bool(honour or around or _AS_BACKGROUND.match(rest))


def _is_by_school_year(figures: Figures) -> bool:
    """A summary that is signed in summer is of a school year, which begins the autumn before."""
    signed = re.search("([0-9]{1,2})月", figures.printed("date"))
    return signed is not None and int(signed[1]) in _SUMMER


def _is_autumn(rest: str) -> bool:
    month = re.match("([0-9]{1,2})月", rest)
    return rest.startswith(("秋", "下半年")) or (month is not None and int(month[1]) in _AUTUMN)


def check_year_ahead(figures: Figures, today: date | None = None) -> Iterator[Finding]:
    """A summary of more than a year from now: 2062 is more often 2026."""
    now = (today or date.today()).year
    year = figures.value("year").exact_amount
    if year is not None and now >= _CLOCK_RIGHT_FROM and now + 1 < year <= now + 100:
        message = f"“{figures.name('year')}”填的是{year:f}，还没有到，是不是打错了？请核对。"
        yield Finding("year_ahead", Severity.WARNING, message, "year")
