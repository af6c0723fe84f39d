"""What changed between two states of a draft, in the words of the papers.

It answers the question before papers are sent a second time: what is different in them now? So
everything is compared that changes a paper of any edition, the one for the file too.
"""

from collections.abc import Callable, Iterator

from unionapp.draft import paths_of
from unionapp.figures.model import Figures
from unionapp.figures.since_besides import besides
from unionapp.figures.since_difference import ABSENT, Difference
from unionapp.figures.since_outline import outlines
from unionapp.template import Indicator, Item
from unionapp.values import Kind, State, printed

__all__ = ["Difference", "differences"]

_ROUND = 8
"""Characters of an excerpt before and after what changed in a text."""
_LONGEST = 40
"""Characters of a changed part that are shown."""


def differences(before: Figures, now: Figures) -> tuple[Difference, ...]:
    """All that changed, in the order of the draft as it is now; what went comes last."""
    content = (*_values(before, now), *_last_years(before, now), *_texts(before, now))
    return (
        *outlines(before, now),
        *content,
        *besides(before, now, {each.where for each in content}),
    )


def _values(before: Figures, now: Figures) -> Iterator[Difference]:
    for id_ in {**now.indicators, **before.indicators}:
        then, today = _value(before, id_), _value(now, id_)
        if then == today and _is_other_table(before, now, id_):
            today = f"{today}（内容有改动）"
        if then != today:
            name = now.name(id_) if id_ in now.indicators else before.name(id_)
            yield Difference(id_, name, then, today)


def _value(figures: Figures, id_: str) -> str:
    """A value as the papers tell it; a table by its rows, a blank by its word."""
    indicator = figures.indicators.get(id_)
    if indicator is None:
        return ABSENT
    if indicator.kind is Kind.TABLE and figures.state(indicator) is State.GIVEN:
        return f"{len(figures.value(id_).rows)}行"
    return _printed(figures, indicator) or figures.state(indicator).value


def _printed(figures: Figures, indicator: Indicator) -> str:
    parts = (figures.printed(path.id, path.field) for path in paths_of(indicator))
    return "　".join(filter(None, parts))


def _last_years(before: Figures, now: Figures) -> Iterator[Difference]:
    """Last year's figures, which stand beside this year's in the sheet of figures."""
    for id_ in {**now.indicators, **before.indicators}:
        then, today = _last_year(before, id_), _last_year(now, id_)
        if then != today:
            yield Difference(id_, f"上年{now.name(id_)}", then, today)


def _last_year(figures: Figures, id_: str) -> str:
    indicator, value = figures.indicators.get(id_), figures.previous(id_)
    if indicator is None or value.state is State.BLANK:
        return ABSENT
    return printed(value, indicator.measure)


def _is_other_table(before: Figures, now: Figures, id_: str) -> bool:
    return before.value(id_).rows != now.value(id_).rows


def _texts(before: Figures, now: Figures) -> Iterator[Difference]:
    """Texts whose words changed; one in which only figures did is told by these."""
    old = {item.id: item for item in before.draft.template.items}
    for item in now.draft.template.items:
        then = _one_line(before.text(old[item.id]).rendered_text) if item.id in old else ""
        today = _one_line(now.text(item).rendered_text)
        if then != today and _text(before, old.get(item.id)) != _text(now, item):
            yield Difference(item.id, f"{item.title or item.id}正文", *_changed_part(then, today))


def _text(figures: Figures, item: Item | None) -> str:
    return figures.text(item).live_text if item is not None else ""


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _changed_part(then: str, today: str) -> tuple[str, str]:
    """The part outside which both are the same, with a little of what stands round it."""
    start = _common(then, today, lambda text, at: text[at])
    rest = min(len(then), len(today)) - start
    end = min(_common(then, today, lambda text, at: text[-1 - at]), rest)
    return _excerpt(then, start, len(then) - end), _excerpt(today, start, len(today) - end)


def _common(one: str, other: str, letter: Callable[[str, int], str]) -> int:
    length = min(len(one), len(other))
    return next((at for at in range(length) if letter(one, at) != letter(other, at)), length)


def _excerpt(text: str, start: int, end: int) -> str:
    if not text:
        return ABSENT
    shown = text[max(start - _ROUND, 0) : min(end + _ROUND, start + _LONGEST)]
    before = "…" if start > _ROUND else ""
    after = "…" if min(end + _ROUND, start + _LONGEST) < len(text) else ""
    return f"{before}{shown}{after}"
