"""What is said about a figure beside its value: up to when it counts, its source, and a note."""

from collections.abc import Iterator

from unionapp.draft import Slot
from unionapp.figures.entries import read_or_refuse
from unionapp.figures.model import Figures
from unionapp.template import Indicator
from unionapp.values import Kind, Measure, printed

_DATE = Measure(Kind.DATE)


def as_of(figures: Figures, indicator: Indicator) -> str:
    """Return up to when the figure counts: its own date, or that of the date indicator it names.

    A date of its own is told as an office writes one; what cannot be read as such (三季度末) is
    told as it was typed.
    """
    own = _text(figures, Slot.AS_OF, indicator)
    if not own:
        return figures.printed(indicator.as_of) if indicator.as_of else ""
    reading, _ = read_or_refuse(own, _DATE)
    return printed(reading.value, _DATE) if reading.value.given else own


def source_of(figures: Figures, indicator: Indicator) -> str:
    """Return where the figure comes from, such as a department's report."""
    return _text(figures, Slot.SOURCE, indicator)


def note_of(figures: Figures, indicator: Indicator) -> str:
    """Return the secretary's own remark."""
    return _text(figures, Slot.NOTE, indicator)


def remark_of(figures: Figures, indicator: Indicator) -> str:
    """Note and source in one text, for a column that has room for both."""
    source = source_of(figures, indicator)
    parts = (note_of(figures, indicator), f"来源：{source}" if source else "")
    return "；".join(filter(None, parts))


def dated_remark_of(figures: Figures, indicator: Indicator) -> str:
    """Return the same, after the date if the figure has one of its own."""
    own = _text(figures, Slot.AS_OF, indicator)
    parts = (f"数据截至{as_of(figures, indicator)}" if own else "", remark_of(figures, indicator))
    return "；".join(filter(None, parts))


def own_particulars(figures: Figures, indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield what was written about this one figure, each with the word for it."""
    if _text(figures, Slot.AS_OF, indicator):
        yield "数据截至", as_of(figures, indicator)
    if source := source_of(figures, indicator):
        yield "来源", source
    if note := note_of(figures, indicator):
        yield "备注", note
    if reasons := figures.draft.reasons(indicator.id):
        yield "原因说明", "；".join(reasons)


def _text(figures: Figures, slot: Slot, indicator: Indicator) -> str:
    return figures.draft.text(slot, indicator.id).strip()
