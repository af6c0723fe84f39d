"""Single entries: what cannot be read or is odd, was carried on, or is not of last year's size."""

from collections.abc import Iterator
from decimal import Decimal

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.draft import Slot
from unionapp.figures import Entry, Figures
from unionapp.template import Indicator, Item
from unionapp.values import YEARS, printed

# A lost zero is ten times of a figure that has itself changed a little.
_TIMES = 7
# Small figures go up and down by as much: both years' have to be worth comparing.
_FEWEST = 10


def check_entries(figures: Figures) -> Iterator[Finding]:
    """Find entries that cannot be read, and those whose reading deserves a second look."""
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


def _name(figures: Figures, entry: Entry) -> str:
    name = figures.name(entry.path.id)
    return f"上年{name}" if entry.path.slot is Slot.PREVIOUS else name


def check_year(figures: Figures) -> Iterator[Finding]:
    """Find a year that is none: the title has it, and 22, 2022余 and 99999 are read as counts."""
    if (year := figures.printed("year")) and figures.value("year").exact_amount not in YEARS:
        message = (
            f"“{figures.name('year')}”{year}不像年份，标题里会这样印，请写四位数字，例如2022。"
        )
        yield Finding("year", Severity.ERROR, message, at_entry("year"), (year,))


def check_carried(figures: Figures) -> Iterator[Finding]:
    """Find texts and values that were carried on from last year, and nobody has confirmed (W13)."""
    template = figures.draft.template
    for item in template.items:
        if _is_carried(figures, item.id):
            message = _carried_text(figures, item)
            yield Finding("carried", Severity.WARNING, message, at_text(item), ())
    for indicator in (*template.profile, *template.indicators):
        if _is_carried(figures, indicator.id):
            message = f"“{indicator.name}”是从上年带来的，请核对后确认。"
            yield Finding("carried", Severity.WARNING, message, at_entry(indicator.id), ())


def _is_carried(figures: Figures, id_: str) -> bool:
    return bool(figures.draft.text(Slot.CARRIED, id_))


def _carried_text(figures: Figures, item: Item) -> str:
    name, text = item.title or item.id, figures.text(item)
    if text.is_own and text.live_text:
        return f"“{name}”的正文是从上年带来的，请看过后确认。"
    return f"“{name}”的正文上年清空了，今年也没有写；不写请确认，要写请恢复建议正文。"


def check_sizes(figures: Figures) -> Iterator[Finding]:
    """Find typed figures of quite another size than last year's: a wrong zero, or another unit."""
    for indicator in figures.draft.template.indicators:
        if indicator.kind.traits.is_summed and indicator.derive is None:
            this = figures.value(indicator.id).exact_amount
            last = figures.previous(indicator.id).exact_amount
            if this is not None and last is not None and _differ_widely(this, last):
                yield _unlike_last(figures, indicator, this, last)


def _differ_widely(this: Decimal, last: Decimal) -> bool:
    less, more = sorted((this, last))
    return less >= _FEWEST and more >= less * _TIMES


def _unlike_last(figures: Figures, indicator: Indicator, this: Decimal, last: Decimal) -> Finding:
    before = "本年" if indicator.plan_for else "上年"
    now = figures.printed(indicator.id)
    then = printed(figures.previous(indicator.id), indicator.measure)
    how = _compare(this, last, before)
    slip = "多" if this > last else "少"
    message = (
        f"“{indicator.name}”填的是{now}，{before}是{then}，{how}，是不是{slip}打了零，或单位不同？"
    )
    return Finding("unlike_last", Severity.HINT, message, at_entry(indicator.id), (now, then))


def _compare(this: Decimal, last: Decimal, before: str) -> str:
    """Say how many whole times it is, and whether there is more to it: 18倍多, 1/10."""
    less, more = sorted((this, last))
    times, over = divmod(more, less)
    if this > last:
        return f"是{before}的{times:f}倍{'多' if over else ''}"
    return f"{'不到' if over else '只有'}{before}的1/{times:f}"
