"""Dates, periods and years: 2022-12-07, 2022.11, 9.10, 2022年1-11月份, 从年初至今.

What is a date is printed as GB/T 9704-2012 wants it: Arabic digits, the full year, no leading
zeros. Other words for a time are kept as they were typed. In a table and in a sentence 5月 says
enough; the date of a signature has its year, month and day (7.3.5.4).
"""

import re
from calendar import monthrange
from dataclasses import replace

from unionapp.errors import UnreadableError
from unionapp.text import folded, quoted, refusal
from unionapp.values.model import BLANK, State, Value

LONGEST = 40
# A date that is right for every kind of date.
EXAMPLE = "9月10日"

_UP_TO = re.compile(r"(?:截[止至][到于至]?\s*)+")
_HAN = re.compile("[\u4e00-\u9fff〇]")

_YEAR = r"(?P<year>[0-9]{4})"
_MONTH = r"(?P<month>[0-9]{1,2})"
_DAY = r"(?P<day>[0-9]{1,2})"
_DASH = "(?:[-—–~～]{1,2}|至|到)"
_CLOCK = r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_FORMS: tuple[re.Pattern[str], ...] = tuple(
    re.compile(form)
    for form in (
        rf"{_YEAR}年?",
        rf"{_YEAR}(?P<month>[0-9]{{2}})(?P<day>[0-9]{{2}})?",
        rf"{_YEAR}[-/.年]{_MONTH}(?:月份?)?",
        rf"{_YEAR}年{_MONTH}月{_DAY}[日号]?{_CLOCK}",
        rf"{_YEAR}(?P<mark>[-/.]){_MONTH}(?P=mark){_DAY}{_CLOCK}",
        rf"(?:{_YEAR}年)?{_MONTH}月份?",
        rf"{_MONTH}月{_DAY}[日号]?",
        rf"{_MONTH}[./]{_DAY}",
        rf"{_YEAR}[年./]{_MONTH}(?:月份?)?{_DASH}(?P<last>[0-9]{{1,2}})(?:月份?)?",
        rf"(?:{_YEAR}[-年])?{_MONTH}(?:月份?)?{_DASH}(?P<last>[0-9]{{1,2}})月份?",
    )
)
_SHORT_YEAR = re.compile(r"[0-9]{2}年(?=[0-9初中底末]|$)")
_WIDE_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_NUMBERED: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"(?<![0-9])([0-9]+)月"), 12),
    (re.compile(r"(?<![0-9])([0-9]+)[日号]"), 31),
)
_ZEROS = "零〇○◯ＯOo０0"
_DIGITS = "一二三四五六七八九"
_CHINESE_YEAR = re.compile(
    rf"(?<![{_ZEROS}{_DIGITS}十百千万亿0-9])[一二][{_ZEROS}{_DIGITS}]{{3}}(?=\s*(?:年|$))"
)
_YEAR_DIGITS = dict.fromkeys(map(ord, _ZEROS), "0") | {
    ord(digit): str(number) for number, digit in enumerate(_DIGITS, 1)
}
_CHINESE_DAY = re.compile(f"(?P<tens>[一二三]?十)?(?P<ones>[{_DIGITS}])?(?=[月日号])")
_EARLIEST, _LATEST = 1900, 2100
_SOME_LEAP_YEAR = 2000
# A date or period as it is printed.
_PRINTED = re.compile(
    r"(?:(?P<year>[0-9]{4})年)?(?:(?P<month>[0-9]{1,2})(?:—(?P<last>[0-9]{1,2}))?月)?"
    r"(?:(?P<day>[0-9]{1,2})[日号])?"
)
_YEARLESS = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_PARTS = {"年": "[0-9]{4}年", "月": "[0-9]{1,2}月", "日": "[0-9]{1,2}[日号]"}
_WHOLE = re.compile("".join(_PARTS.values()))
# No year is summed up in its own first quarter: such a date is of the year after.
_LAST_OF_BEGINNING = 3
# What the year of a summary can be, said in full (GB/T 15835).
YEARS = range(1949, 2100)


def with_arabic_year(text: str) -> str:
    """Return the text with its years in Arabic digits: 二〇二二年, 二零二二, 二○二二年底.

    A zero is written in many ways, and some of them are masks anywhere else.
    """
    return _CHINESE_YEAR.sub(lambda year: year[0].translate(_YEAR_DIGITS), text)


def without_up_to(text: str) -> str:
    """Return the date without 截止 or 截至 in front, which the sentence around it says itself."""
    opening = _UP_TO.match(text)
    if opening is None:
        return text
    return text[opening.end() :].removesuffix("止").strip()


def read_date(text: str) -> str:
    """Return the date or period as it is printed.

    Raises:
        UnreadableError: there is no such month or day, or it is no expression of time at all.
    """
    if len(text) > LONGEST:
        raise refusal(text, f"太长，日期或时段请写在{LONGEST}个字以内")
    squeezed = folded(text)
    close = squeezed.replace(" ", "")
    for candidate in (squeezed, close, _CHINESE_DAY.sub(_arabic_day, close)):
        for form in _FORMS:
            found = form.fullmatch(candidate)
            if found:
                return _printed(found, text)
    return _words(text.translate(_WIDE_DIGITS))


def order_of_date(printed: str) -> tuple[int, ...] | None:
    """Return what a date is put in order by: year, month, day; None for words that tell no day.

    What is told less exactly comes first: the year before its months, a month before its days.
    """
    found = _PRINTED.fullmatch(printed) if printed else None
    if found is None:
        return None
    return tuple(_number(found, name) or 0 for name in ("year", "month", "day", "last"))


def _arabic_day(found: re.Match[str]) -> str:
    """The number of a month or a day, of which none is above 三十一."""
    if not found[0]:
        return ""
    tens, ones = found["tens"] or "", found["ones"]
    number = 10 * (_DIGITS.find(tens[:-1]) + 1 if tens[:-1] else len(tens))
    return str(number + (_DIGITS.index(ones) + 1 if ones else 0))


def _printed(found: re.Match[str], entry: str) -> str:
    year, month, day, last = (_number(found, name) for name in ("year", "month", "day", "last"))
    fault = _fault_in_year(year) or _fault_in_months(month, last) or _fault_in_day(year, month, day)
    if fault:
        raise refusal(entry, fault)
    printed_year = f"{year}年" if year is not None else ""
    if last is not None:
        return f"{printed_year}{month}—{last}月"
    printed_month = f"{month}月" if month is not None else ""
    return printed_year + printed_month + (f"{day}日" if day is not None else "")


def _number(found: re.Match[str], name: str) -> int | None:
    text = found.groupdict().get(name)
    return int(text) if text else None


def _fault_in_year(year: int | None) -> str:
    if year is None or _EARLIEST <= year <= _LATEST:
        return ""
    return f"的年份不对，请填{_EARLIEST}到{_LATEST}之间的年份"


def _fault_in_months(month: int | None, last: int | None) -> str:
    for named in (month, last):
        if named is not None and not 1 <= named <= 12:
            return f"不对，没有{named}月，请核对"
    if month is not None and last is not None and last <= month:
        return "的起止月份颠倒了，请核对"
    return ""


def _fault_in_day(year: int | None, month: int | None, day: int | None) -> str:
    if month is None or day is None:
        return ""
    longest = monthrange(_SOME_LEAP_YEAR if year is None else year, month)[1]
    return "" if 1 <= day <= longest else f"不对，{month}月没有{day}日，请核对"


def _words(text: str) -> str:
    """Words for a time, as typed; only numbered months and days are looked at."""
    if not _HAN.search(text):
        raise refusal(text, f"看不出是什么日期，请写成“{EXAMPLE}”这样")
    if _SHORT_YEAR.match(text):
        raise refusal(text, f"的年份不完整，请写四位，如“20{text[:2]}年”")
    for pattern, most in _NUMBERED:
        for number in pattern.findall(text):
            if not 1 <= int(number) <= most:
                raise refusal(text, f"不对，没有{number}{'月' if most == 12 else '日'}，请核对")
    return text


def dated_in_full(value: Value, year: int | None) -> tuple[Value, str]:
    """Return the date with the year of the summary, and a sentence on what is wrong with it."""
    if not value.given:
        return value, ""
    known = year if year in YEARS else None
    try:
        dated = replace(value, text=_with_year(value.text, known))
    except UnreadableError as error:
        return value, str(error)
    return dated, _lacking(dated.text, known) or _superfluous(dated.text)


def with_whole_example(fault: str, year: int | None) -> str:
    """Return why an entry is no date, with an example that has a year, month and day."""
    return fault.replace(EXAMPLE, f"{year}年12月20日") if year in YEARS else fault


def _with_year(date: str, year: int | None) -> str:
    if year is None or not _YEARLESS.fullmatch(date):
        return date
    after = int(date.partition("月")[0]) <= _LAST_OF_BEGINNING
    return read_date(f"{year + after}年{date}")


def _lacking(date: str, year: int | None) -> str:
    found = {part: re.search(form, date) for part, form in _PARTS.items()}
    missing = "、".join(f"“{part}”" for part, match in found.items() if match is None)
    if not missing:
        return ""
    given = {part: match[0] for part, match in found.items() if match is not None}
    named = given.get("年") or (f"{year}年" if year is not None else "")
    example = f"{named}{given.get('月', '12月')}20日"
    way_out = f"请写成“{example}”这样" if named else "请补上"
    return f"{quoted(date)}没有写{missing}，落款的日期要写全年、月、日，{way_out}。"


def _superfluous(date: str) -> str:
    """What a date that lacks nothing must not have: 2026年12月20日印发."""
    if _WHOLE.fullmatch(date):
        return ""
    parts = (re.search(form, date) for form in _PARTS.values())
    alone = "".join(part[0] for part in parts if part is not None).replace("号", "日")
    return f"{quoted(date)}不只是日期，落款的日期只写年、月、日，请写成“{alone}”。"


def year_after(year: Value) -> Value:
    """Return the year after an exact one, as it is printed in a sentence."""
    amount = year.exact_amount
    return BLANK if amount is None else Value(State.GIVEN, text=f"{amount + 1:f}年")
