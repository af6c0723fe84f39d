"""What was carried on from last year and may no longer be true (W13)."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.draft import Slot
from unionapp.figures import Figures
from unionapp.template import Item


def check_carried(figures: Figures) -> Iterator[Finding]:
    """Carried texts and values that nobody has confirmed."""
    for item in figures.draft.template.items:
        if _is_carried(figures, item.id):
            name = item.title or item.id
            message = _carried_text(figures, item, name)
            yield Finding("carried", Severity.WARNING, message, at_text(item), ())
    template = figures.draft.template
    for indicator in (*template.profile, *template.indicators):
        if _is_carried(figures, indicator.id):
            message = f"“{indicator.name}”是从上年带来的，请核对后确认。"
            yield Finding("carried", Severity.WARNING, message, at_entry(indicator.id), ())


def _carried_text(figures: Figures, item: Item, name: str) -> str:
    text = figures.text(item)
    if text.is_own and text.live_text:
        return f"“{name}”的正文是从上年带来的，请看过后确认。"
    return f"“{name}”的正文上年清空了，今年也没有写；不写请确认，要写请恢复建议正文。"


def _is_carried(figures: Figures, id_: str) -> bool:
    return bool(figures.draft.text(Slot.CARRIED, id_))
