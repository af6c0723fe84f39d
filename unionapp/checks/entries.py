"""What reading the entries brought to light."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Entry, Figures
from unionapp.draft import Room


def check_entries(figures: Figures) -> Iterator[Finding]:
    """Entries that can't be read, and those whose reading deserves a second look."""
    for entry in figures.entries_in_order():
        if not (entry.refusal or entry.remarks):
            continue
        name = _name(figures, entry)
        where = entry.path.id
        if entry.refusal:
            yield Finding("unreadable", Severity.ERROR, f"“{name}”{entry.refusal}", where)
        for remark in entry.remarks:
            yield Finding(remark.rule, Severity.WARNING, f"“{name}”{remark.message}", where)


def _name(figures: Figures, entry: Entry) -> str:
    name = figures.name(entry.path.id)
    return f"上年{name}" if entry.path.room is Room.PREVIOUS else name
