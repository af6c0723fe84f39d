"""Where the entry stands that a finding is about."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding
from unionapp.draft import EditPath, Slot
from unionapp.figures import Entry, Figures


def place_of(figures: Figures, finding: Finding) -> EditPath:
    """The path of the entry, or of the text of an item.

    A finding names an indicator; what it says tells whether last year's figure is meant.
    """
    if finding.where not in figures.indicators:
        return EditPath(Slot.NARRATIVE, finding.where)
    last_year = EditPath(Slot.PREVIOUS, finding.where)
    entry = figures.entries.get(last_year)
    if entry is not None and finding.message in _told(figures, entry):
        return last_year
    return EditPath(Slot.VALUE, finding.where)


def _told(figures: Figures, entry: Entry) -> Iterator[str]:
    """What the checks say of an entry of last year's."""
    name = f"“上年{figures.name(entry.path.id)}”"
    yield f"{name}{entry.refusal}"
    for remark in entry.remarks:
        yield f"{name}{remark.message}"
