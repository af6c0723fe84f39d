"""Lists and tables: columns that do not add up, sums among the rows, and what stands twice."""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures, MissingAddend, missing_addends
from unionapp.template import Indicator
from unionapp.text import excerpt
from unionapp.values import Kind, Value, is_total_entry, is_total_row, printed

_Row: TypeAlias = tuple[str | Decimal, ...]

_CHINESE = {2: "两"}
# Characters of an entry that are enough to find it by.
_LONGEST = 20


def check_totals(figures: Figures) -> Iterator[Finding]:
    """Find the cells that keep a column from its sum: no qualified figure feeds an exact one."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind is Kind.TABLE:
            for found in missing_addends(figures.value(indicator.id).rows, indicator.columns):
                if found.inexact or not _is_refused(figures, indicator):
                    yield _untotalled(indicator, found)


def _is_refused(figures: Figures, indicator: Indicator) -> bool:
    """Tell whether a cell cannot be read, which is told already."""
    entry = figures.entries.get(at_entry(indicator.id))
    return entry is not None and bool(entry.refusal)


def _untotalled(indicator: Indicator, found: MissingAddend) -> Finding:
    row = f"第{found.row}行" + (f"（{found.called}）" if found.called else "")
    figure = printed(found.value, found.column.measure) if found.inexact else ""
    if found.inexact:
        why = f"是概数{figure}，这一列就不合计；有准确的数，请改成准确的"
    else:
        why = "没有数，这一列就不合计；确实没有的，请填“无”"
    message = f"“{indicator.name}”{row}的“{found.column.name}”{why}。"
    evidence = (found.column.id, str(found.row), figure)
    return Finding("untotalled", Severity.HINT, message, at_entry(indicator.id), evidence)


def check_total_rows(figures: Figures) -> Iterator[Finding]:
    """Find rows and entries that sum up the others: they would be counted among them."""
    for indicator in figures.draft.template.indicators:
        value = figures.value(indicator.id)
        for number, called in _totals_in(indicator, value):
            place = f"第{number}行" if indicator.kind is Kind.TABLE else f"第{number}项"
            message = (
                f"“{indicator.name}”{place}是“{called}”，会当作一项算进去；"
                "合计由程序算，请删去这一行。"
            )
            where = at_entry(indicator.id)
            yield Finding("total_row", Severity.WARNING, message, where, (str(number), called))


def _totals_in(indicator: Indicator, value: Value) -> Iterator[tuple[int, str]]:
    """Yield the number and the words of each row or entry that is a sum."""
    if indicator.kind is Kind.LIST:
        entries = enumerate(value.items, 1)
        yield from ((number, entry) for number, entry in entries if is_total_entry(entry))
    for number, row in enumerate(value.rows, 1):
        filled = [cell.text for cell in row if cell.given]
        if is_total_row(filled):
            yield number, next(filter(is_total_entry, filled))


def check_repeated(figures: Figures) -> Iterator[Finding]:
    """Find entries and rows that are the same from the first to the last character."""
    for indicator in figures.draft.template.indicators:
        value = figures.value(indicator.id)
        if value.items:
            yield from _repeated_entries(indicator, value)
        if value.rows and not _are_told_apart(value):
            yield from _repeated_rows(indicator, value)


def _are_told_apart(value: Value) -> bool:
    """Tell whether no two rows have the same first cell, mostly a name: that is known quickly."""
    return len({row[0].text or row[0].number for row in value.rows}) == len(value.rows)


def _repeated_entries(indicator: Indicator, value: Value) -> Iterator[Finding]:
    where = at_entry(indicator.id)
    for entry, times in Counter(value.items).items():
        if times > 1:
            shown = excerpt(entry, 0, _LONGEST)
            named = shown if shown.startswith("《") else f"“{shown}”"
            often = _CHINESE.get(times, str(times))
            message = f"“{indicator.name}”里{named}写了{often}次，会算作{times}项，请删去多余的。"
            yield Finding("repeated", Severity.WARNING, message, where, (entry, str(times)))


def _repeated_rows(indicator: Indicator, value: Value) -> Iterator[Finding]:
    numbers_of: dict[_Row, list[int]] = {}
    for number, row in enumerate(value.rows, 1):
        numbers_of.setdefault(_content(row), []).append(number)
    for content, numbers in numbers_of.items():
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
    """Return what the cells say, which is compared faster than the values themselves."""
    return tuple(
        f"{cell.number.amount}{cell.number.qualifier}" if cell.number else cell.text or cell.state
        for cell in row
    )
