"""Columns of tables that do not add up, and the cell for which they do not."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.draft import EditPath, Slot
from unionapp.figures import Figures, MissingAddend, missing_addends
from unionapp.template import Indicator
from unionapp.values import Kind, printed


def check_totals(figures: Figures) -> Iterator[Finding]:
    """A qualified or missing figure never feeds an exact sum, so a column with one has none."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind is Kind.TABLE:
            for found in missing_addends(figures.value(indicator.id).rows, indicator.columns):
                if found.inexact or not _is_refused(figures, indicator):
                    yield _finding(indicator, found)


def _is_refused(figures: Figures, indicator: Indicator) -> bool:
    """Whether a cell cannot be read, which is told already."""
    entry = figures.entries.get(EditPath(Slot.VALUE, indicator.id))
    return entry is not None and bool(entry.refusal)


def _finding(indicator: Indicator, found: MissingAddend) -> Finding:
    row = f"第{found.row}行" + (f"（{found.called}）" if found.called else "")
    told = printed(found.value, found.column.measure) if found.inexact else ""
    if found.inexact:
        why = f"是概数{told}，这一列就不合计；有准确的数，请改成准确的"
    else:
        why = "没有数，这一列就不合计；确实没有的，请填“无”"
    message = f"“{indicator.name}”{row}的“{found.column.name}”{why}。"
    evidence = (found.column.id, str(found.row), told)
    return Finding("untotalled", Severity.HINT, message, at_entry(indicator.id), evidence)
