"""Rows of tables and entries of lists that sum up the others and so count as one of them."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.values import Kind, Value, is_total_entry, is_total_row


def check_total_rows(figures: Figures) -> Iterator[Finding]:
    """A row that is called 合计 counts as an item, and the figures become twice as high."""
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
    if indicator.kind is Kind.LIST:
        entries = enumerate(value.items, 1)
        yield from ((number, entry) for number, entry in entries if is_total_entry(entry))
    for number, row in enumerate(value.rows, 1):
        filled = [cell.text for cell in row if cell.given]
        if is_total_row(filled):
            yield number, next(filter(is_total_entry, filled))
