"""What stands twice in a list or a table, and so counts twice."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.text import excerpt
from unionapp.values import Value

_Row: TypeAlias = tuple[str | Decimal, ...]

_CHINESE = {2: "两"}
_LONGEST = 20
"""Characters of an entry that are enough to find it by."""


def check_repeated(figures: Figures) -> Iterator[Finding]:
    """Entries and rows that are the same from the first to the last character."""
    for indicator in figures.draft.template.indicators:
        value = figures.value(indicator.id)
        if value.items:
            yield from _entries(indicator, value)
        if value.rows and not _are_told_apart(value):
            yield from _rows(indicator, value)


def _are_told_apart(value: Value) -> bool:
    """Whether no two rows have the same first cell, which most often is a name: it is quick."""
    return len({row[0].text or row[0].number for row in value.rows}) == len(value.rows)


def _entries(indicator: Indicator, value: Value) -> Iterator[Finding]:
    where = at_entry(indicator.id)
    for entry, times in Counter(value.items).items():
        if times > 1:
            told = excerpt(entry, 0, _LONGEST)
            named = told if told.startswith("《") else f"“{told}”"
            message = (
                f"“{indicator.name}”里{named}写了{_times(times)}次，会算作{times}项，请删去多余的。"
            )
            yield Finding("repeated", Severity.WARNING, message, where, (entry, str(times)))


def _rows(indicator: Indicator, value: Value) -> Iterator[Finding]:
    places: dict[_Row, list[int]] = {}
    for number, row in enumerate(value.rows, 1):
        places.setdefault(_content(row), []).append(number)
    for content, numbers in places.items():
        if len(numbers) > 1:
            rows = "、".join(f"第{number}行" for number in numbers)
            called = next((part for part in content if isinstance(part, str) and part), "")
            named = f"（{called[:_LONGEST]}）" if called else ""
            message = (
                f"“{indicator.name}”{rows}{named}完全一样，会算作{len(numbers)}项，请删去多余的。"
            )
            evidence = (*map(str, content), str(len(numbers)))
            where = at_entry(indicator.id)
            yield Finding("repeated", Severity.WARNING, message, where, evidence)


def _content(row: tuple[Value, ...]) -> _Row:
    """What the cells say, which is compared faster than the values themselves."""
    return tuple(
        f"{cell.number.amount}{cell.number.qualifier}" if cell.number else cell.text or cell.state
        for cell in row
    )


def _times(times: int) -> str:
    return _CHINESE.get(times, str(times))
