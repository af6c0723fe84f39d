"""Own texts that seem to be personal, but are not declared to be, so that nothing masks them."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.personal_headings import CALLED, suggested_by
from unionapp.template import Indicator, Personal
from unionapp.values import Kind


def check_unmarked(figures: Figures) -> Iterator[Finding]:
    """What is told of somebody in an own text or table, unless the secretary has said so."""
    for indicator in figures.draft.template.indicators:
        if indicator.id not in figures.draft.base.names and figures.value(indicator.id).given:
            yield from _in_text(indicator)
            yield from _in_columns(figures, indicator)


def _in_text(indicator: Indicator) -> Iterator[Finding]:
    seems = suggested_by(indicator.name)
    if indicator.kind is Kind.TEXT and seems and not indicator.personal:
        yield _finding(indicator, f"“{indicator.name}”", seems)


def _in_columns(figures: Figures, indicator: Indicator) -> Iterator[Finding]:
    rows = figures.value(indicator.id).rows
    for at, column in enumerate(indicator.columns):
        seems = suggested_by(column.name)
        unmarked = column.kind is Kind.TEXT and not column.personal
        if seems and unmarked and any(row[at].given for row in rows):
            yield _finding(indicator, f"“{indicator.name}”的“{column.name}”一列", seems)


def _finding(indicator: Indicator, what: str, seems: Personal) -> Finding:
    message = (
        f"{what}像是个人信息，公示稿里不会遮住；要遮住，请在这一条的“…”里改“{indicator.name}”，"
        f"种类选“{CALLED[seems]}”。"
    )
    return Finding("unmarked", Severity.WARNING, message, indicator.id)
