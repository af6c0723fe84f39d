"""The date of a signature, which has its year, month and day (GB/T 9704-2012, 7.3.5.4).

A date of any other kind may do without: in a table and in a sentence 5月 says enough.
"""

import re
from dataclasses import replace

from unionapp.errors import UnreadableError
from unionapp.text import quoted
from unionapp.values.dates import EXAMPLE, read_date
from unionapp.values.model import Value
from unionapp.values.years import YEARS

_YEARLESS = re.compile("[0-9]{1,2}月(?:[0-9]{1,2}日)?")
_PARTS = {"年": "[0-9]{4}年", "月": "[0-9]{1,2}月", "日": "[0-9]{1,2}[日号]"}
_WHOLE = re.compile("".join(_PARTS.values()))
_LAST_OF_BEGINNING = 3
"""No year is summed up in its own first quarter: such a date is of the year after."""


def dated_in_full(value: Value, year: int | None) -> tuple[Value, str]:
    """The date with the year of the summary, and a sentence on what it lacks or has besides."""
    if not value.given:
        return value, ""
    known = year if year in YEARS else None
    try:
        dated = replace(value, text=_with_year(value.text, known))
    except UnreadableError as error:
        return value, str(error)
    return dated, _lacking(dated.text, known) or _besides(dated.text)


def with_whole_example(fault: str, year: int | None) -> str:
    """Why an entry is no date, with an example that has a year, month and day."""
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


def _besides(date: str) -> str:
    """What a date that lacks nothing must not have: 2026年12月20日印发."""
    if _WHOLE.fullmatch(date):
        return ""
    parts = (re.search(form, date) for form in _PARTS.values())
    alone = "".join(part[0] for part in parts if part is not None).replace("号", "日")
    return f"{quoted(date)}不只是日期，落款的日期只写年、月、日，请写成“{alone}”。"
