"""Next year's draft from this year's.

Figures become last year's; what was planned becomes the task; who the union is, the outline and
the texts are carried on. Every carried text or value is marked until somebody confirms it, for
what was written last year is seldom quite true of this one. Dates are not carried.
"""

from collections.abc import Iterator

from unionapp.draft import Change, EditPath, Slot, paths_of
from unionapp.figures import Figures
from unionapp.template import Indicator
from unionapp.values import State

# What stands at a path of `Slot.CARRIED`: it was carried on and is not yet confirmed.
MARK = "1"

_DATED = frozenset({"year", "date"})


def next_year(figures: Figures) -> tuple[Change, ...]:
    """Return the edits that begin next year's draft."""
    return (
        *_outline(figures),
        *_profile(figures),
        *(change for each in _indicators(figures) for change in _indicator(figures, each)),
        *_narratives(figures),
    )


def _indicators(figures: Figures) -> tuple[Indicator, ...]:
    return figures.draft.template.indicators


def _outline(figures: Figures) -> Iterator[Change]:
    for path, typed in figures.draft.answers.items():
        if path.slot.is_outline:
            yield Change(path, typed)


def _profile(figures: Figures) -> Iterator[Change]:
    """Who the union is stays as it is; what goes with the year, such as its theme, is marked."""
    year = figures.value("year").exact_amount
    if year is not None:
        yield Change(EditPath(Slot.VALUE, "year"), f"{year + 1:f}")
    for indicator in figures.draft.template.profile:
        if indicator.id not in _DATED:
            stays = indicator.carry == "value"
            yield from _kept(figures, indicator) if stays else _marked(figures, indicator)


def _indicator(figures: Figures, indicator: Indicator) -> Iterator[Change]:
    """Last year's figure, and what this year starts from."""
    if indicator.kind.traits.is_numeric and figures.value(indicator.id).given:
        yield Change(EditPath(Slot.PREVIOUS, indicator.id), figures.printed(indicator.id))
    if indicator.derive is None and indicator.carry == "value":
        yield from _marked(figures, indicator)
    if indicator.plan_for and figures.value(indicator.id).given:
        yield Change(EditPath(Slot.VALUE, indicator.plan_for), figures.printed(indicator.id))


def _marked(figures: Figures, indicator: Indicator) -> Iterator[Change]:
    kept = tuple(_kept(figures, indicator))
    yield from kept
    if kept:
        yield Change(EditPath(Slot.CARRIED, indicator.id), MARK)


def _kept(figures: Figures, indicator: Indicator) -> Iterator[Change]:
    """The answers as they were typed; what is blank or unreadable is not carried on."""
    for path in paths_of(indicator):
        entry = figures.entries.get(path)
        if entry is not None and entry.value.state is not State.BLANK:
            yield Change(path, entry.typed)


def _narratives(figures: Figures) -> Iterator[Change]:
    """The texts that somebody has written; a suggested one that was emptied stays empty, too."""
    for item in figures.draft.template.items:
        text = figures.text(item)
        if text.is_own and (text.live_text or item.clauses):
            yield Change(EditPath(Slot.NARRATIVE, item.id), text.live_text)
            yield Change(EditPath(Slot.CARRIED, item.id), MARK)
