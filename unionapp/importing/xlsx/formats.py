"""Numbers of a workbook as a person sees them: by the number format of their cell.

ECMA-376, part 1, 18.8.30 and 18.8.31 (numFmt). Read are decimals, leading zeros, percent and the
parts of a date. Words, colours and thousands commas of a format are left out: they are no part of
the value.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation, localcontext
from math import isinf

_DATE, _MONTH, _DAY = "yyyy-m-d", "yyyy年m月", "m月d日"
# The formats that a workbook names by a number alone, as Excel in Chinese shows them.
_BUILT_IN = {
    **dict.fromkeys((1, 3, 37, 38, 41, 42), "0"),
    **dict.fromkeys((2, 4, 39, 40, 43, 44), "0.00"),
    9: "0%",
    10: "0.00%",
    22: "yyyy-m-d h:mm",
    **dict.fromkeys((14, 15, 30, 31), _DATE),
    **dict.fromkeys((17, 27, 36, 50, 52, 57), _MONTH),
    **dict.fromkeys((16, 28, 29, 51, 53, 54, 58), _DAY),
    **dict.fromkeys((18, 20, 32, 34, 55), "h:mm"),
    **dict.fromkeys((19, 21, 33, 35, 45, 46, 47, 56), "h:mm:ss"),
}

_UNSEEN = re.compile(r'"[^"]*"|\\.|[_*].|\[[^\[\]]*\]|AM/PM|A/P|上午/下午|General|G/通用格式', re.I)
_ELAPSED = re.compile(r"\[([hms])[hms]*\]", re.I)
_PLAIN = re.compile(r"(?P<whole>[#0?,]*+)(?:\.(?P<part>[#0?]*+))?(?P<scaled>,*)")
_NUMBER = re.compile(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?", re.ASCII)
_LONGEST_NUMBER = 64
# The digits that Excel keeps of a number.
_DIGITS = 15


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """What of a number is seen.

    `most` decimals at most and `fewest` at least, None for as many as there are; `zeros` digits
    before the point at least. `parts` are the parts of a date or time that are seen: y, m, d, h
    and s, and t for hours that count on beyond a day.
    """

    most: int | None = None
    fewest: int = 0
    zeros: int = 1
    percent: bool = False
    parts: str = ""


GENERAL = NumberFormat()


def built_in(number: int) -> NumberFormat:
    """Return the format that has this number in every workbook."""
    return format_of(_BUILT_IN.get(number, ""))


def format_of(code: str) -> NumberFormat:
    """Return what a format's code lets be seen; one not understood shows the number as it is."""
    seen = _UNSEEN.sub("", _ELAPSED.sub(r"t\1", code[:255])).partition(";")[0]
    if parts := _parts(seen.lower()):
        return NumberFormat(parts=parts)
    percent = "%" in seen
    found = _PLAIN.fullmatch(seen.replace("%", "").strip(" ¥￥$()+-"))
    if found is None or found["scaled"] or not found["whole"] + (found["part"] or ""):
        return NumberFormat(percent=percent)
    part = found["part"] or ""
    return NumberFormat(len(part), part.count("0"), found["whole"].count("0"), percent)


def _parts(code: str) -> str:
    """The parts of a date that a code shows; an m beside hours or seconds means minutes."""
    years, days = set(code) & set("ye"), "d" in code
    if "e+" in code or "e-" in code:
        return ""
    hours, seconds = "h" in code, "s" in code
    months = "m" in code and bool(years or days or not (hours or seconds))
    elapsed = "t" in code and bool(hours or seconds or "m" in code)
    months = months and not elapsed
    shown = (
        ("y", years),
        ("m", months),
        ("d", days),
        ("h", hours or seconds or elapsed),
        ("s", seconds),
        ("t", elapsed),
    )
    return "".join(part for part, is_shown in shown if is_shown)


def number_text(raw: str, shown: NumberFormat, *, from_1904: bool = False) -> str:
    """Return a number of a cell as it is seen; what is no number stays as it is."""
    if len(raw) > _LONGEST_NUMBER or not _NUMBER.fullmatch(raw) or isinf(float(raw)):
        return raw
    if shown.parts:
        return _moment_text(float(raw), shown.parts, from_1904=from_1904) or _plain(raw, GENERAL)
    return _plain(raw, shown)


def _plain(raw: str, shown: NumberFormat) -> str:
    with localcontext() as context:
        context.prec = 400  # more than the digits of the largest number that a cell can hold
        number = Decimal(f"{float(raw):.{_DIGITS}g}") * (100 if shown.percent else 1)
        try:
            return _written(number, shown) + ("%" if shown.percent else "")
        except InvalidOperation:  # its format asks for more digits still
            return raw


def _written(number: Decimal, shown: NumberFormat) -> str:
    if shown.most is not None:
        number = number.quantize(Decimal(1).scaleb(-shown.most), ROUND_HALF_UP)
    whole, _, part = f"{abs(number):f}".partition(".")
    part = part.rstrip("0").ljust(shown.fewest, "0")
    sign = "-" if number < 0 else ""
    return sign + whole.zfill(shown.zeros) + (f".{part}" if part else "")


def _moment_text(serial: float, parts: str, *, from_1904: bool) -> str:
    """A day number as a date or time; empty when there is no such day."""
    try:
        moment = _moment(serial, from_1904=from_1904)
    except (OverflowError, ValueError):
        return ""
    hours = int(serial * 24 + 1e-6) if "t" in parts else moment.hour
    clock = f"{hours:02}:{moment:%M:%S}" if "s" in parts else f"{hours:02}:{moment:%M}"
    date = _date_text(moment, parts)
    if not date:
        return clock
    has_clock = "h" in parts and (moment.hour or moment.minute or moment.second)
    return f"{date} {clock}" if has_clock else date


def _date_text(moment: datetime, parts: str) -> str:
    year, month, day = (part in parts for part in "ymd")
    if year and day:
        return f"{moment:%Y-%m-%d}"
    words = (
        f"{moment.year}年" if year else "",
        f"{moment.month}月" if month else "",
        f"{moment.day}日" if day else "",
    )
    return "".join(words)


def _moment(serial: float, *, from_1904: bool) -> datetime:
    """The day of a number; Excel counts a 29 February 1900 that never was."""
    if serial < 0:
        raise ValueError(serial)
    if from_1904:
        start = datetime(1904, 1, 1)
    else:
        start = datetime(1899, 12, 31) if serial < 60 else datetime(1899, 12, 30)
    return start + timedelta(seconds=round(serial * 86_400))


def iso_text(raw: str, shown: NumberFormat) -> str:
    """Return a date that is written as ISO 8601 in the file, as it is seen."""
    try:
        moment = datetime.fromisoformat(raw.removesuffix("Z"))
    except ValueError:
        return raw
    has_clock = moment.hour or moment.minute or moment.second
    return _date_text(moment, shown.parts or "ymd") + (f" {moment:%H:%M}" if has_clock else "")
