"""What reading the entries brought to light."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.draft import Slot
from unionapp.figures import Entry, Figures
from unionapp.values import YEARS


def check_entries(figures: Figures) -> Iterator[Finding]:
    """Entries that can't be read, and those whose reading deserves a second look."""
    for entry in figures.entries_in_order():
        if not (entry.refusal or entry.remarks):
            continue
        name = _name(figures, entry)
        if entry.refusal:
            message = f"“{name}”{entry.refusal}"
            yield Finding("unreadable", Severity.ERROR, message, entry.path, ())
        for remark in entry.remarks:
            message = f"“{name}”{remark.message}"
            yield Finding(remark.rule, Severity.WARNING, message, entry.path, remark.evidence)


def check_year(figures: Figures) -> Iterator[Finding]:
    """It stands in the title, and reading a count lets 22, 2022余 and 99999 pass."""
    if (year := figures.printed("year")) and figures.value("year").exact_amount not in YEARS:
        message = (
            f"“{figures.name('year')}”{year}不像年份，标题里会这样印，请写四位数字，例如2022。"
        )
        yield Finding("year", Severity.ERROR, message, at_entry("year"), (year,))


def _name(figures: Figures, entry: Entry) -> str:
    name = figures.name(entry.path.id)
    return f"上年{name}" if entry.path.slot is Slot.PREVIOUS else name
