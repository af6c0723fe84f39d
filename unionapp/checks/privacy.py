"""Own texts that seem to be personal, but are not declared to be, so that nothing masks them."""

from collections.abc import Iterator, Sequence

from unionapp.checks.finding import Finding, Severity, at_entry
from unionapp.figures import Figures
from unionapp.privacy import CALLED, hold_numbers, seem_personal
from unionapp.template import Column, Indicator, Personal
from unionapp.values import Kind, Value, is_total


def check_unmarked(figures: Figures) -> Iterator[Finding]:
    """Find what is told of somebody in a custom text or table, unless it is declared as such."""
    for indicator in figures.draft.template.indicators:
        if indicator.id not in figures.draft.base.names and figures.value(indicator.id).given:
            yield from _in_text(figures, indicator)
            yield from _in_columns(figures, indicator)


def _in_text(figures: Figures, indicator: Indicator) -> Iterator[Finding]:
    if indicator.kind is Kind.TEXT and not indicator.personal:
        text = figures.value(indicator.id).text
        if seems := seem_personal(indicator.name, [text], beside_names=True):
            yield _finding(indicator, f"“{indicator.name}”", [text], seems)


def _in_columns(figures: Figures, indicator: Indicator) -> Iterator[Finding]:
    columns = tuple(zip(indicator.columns, _texts(figures, indicator), strict=True))
    named = any(_holds_names(column, texts) for column, texts in columns)
    for column, texts in columns:
        seems = seem_personal(column.name, texts, beside_names=named)
        if seems and column.kind is Kind.TEXT and not column.personal:
            what = f"“{indicator.name}”的“{column.name}”一列"
            yield _finding(indicator, what, texts, seems, column.id)


def _holds_names(column: Column, texts: Sequence[str]) -> bool:
    seems = column.personal or seem_personal(column.name, texts, beside_names=False)
    return seems is Personal.NAME


def _texts(figures: Figures, indicator: Indicator) -> Iterator[tuple[str, ...]]:
    """Yield what stands in each column."""
    rows = figures.value(indicator.id).rows
    for at in range(len(indicator.columns)):
        yield tuple(row[at].text for row in rows if _tells(row[at]))


def _tells(cell: Value) -> bool:
    return cell.given and not is_total(cell.text)


def _finding(
    indicator: Indicator, what: str, texts: Sequence[str], seems: Personal, column: str = ""
) -> Finding:
    in_part = seems is Personal.PRIVATE and hold_numbers(texts)
    shown, wanted = ("号码只遮住一部分", "全部遮住") if in_part else ("不会遮住", "遮住")
    message = (
        f"{what}像是个人信息，公示稿里{shown}；"
        f"要{wanted}，请在这一条的“…”里改“{indicator.name}”，种类选“{CALLED[seems]}”。"
    )
    return Finding("unmarked", Severity.WARNING, message, at_entry(indicator.id), (column, seems))
