"""What changed between two states of a draft, in the words of the papers.

It answers the question before papers are sent a second time: what is different in them now? So
everything is compared that changes a paper of any edition, the one for the file too.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from unionapp.draft import EditPath, Slot, paths_of
from unionapp.figures.model import Figures
from unionapp.template import Indicator, Item, Template
from unionapp.text import excerpt
from unionapp.values import Kind, State, printed

# What stands for what was not there, or is there no more.
_ABSENT = "（没有）"
# Characters of an excerpt before and after what changed in a text.
_AROUND = 8
# Characters of a changed part that are shown.
_LONGEST = 40
# Headings of an order that are named.
_MOST = 4
_UNTITLED = "没有标题的一条"
_REMARKS = {
    Slot.NOTE: "的备注",
    Slot.AS_OF: "的数据截至",
    Slot.SOURCE: "的来源",
    Slot.REASON: "的原因说明",
}
_TO_BE_CONFIRMED, _CONFIRMED = "从上年带来，待确认", "已确认"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: its id, its name, how it was told then, how it is told now."""

    id: str
    name: str
    before: str
    now: str


def differences(before: Figures, now: Figures) -> tuple[Difference, ...]:
    """Return all that changed, in the order of the draft as it is now; what went comes last."""
    content = (*_values(before, now), *_last_years(before, now), *_texts(before, now))
    return (
        *_outlines(before, now),
        *content,
        *_marks(before, now, {each.id for each in content}),
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
        return _ABSENT
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
        return _ABSENT
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
        return _ABSENT
    return excerpt(text, start - _AROUND, min(end + _AROUND, start + _LONGEST))


def _outlines(before: Figures, now: Figures) -> Iterator[Difference]:
    """Yield headings, their order, and the names, units and columns of what is asked."""
    if before.draft.template is now.draft.template:
        return
    yield from _headings(before.draft.template, now.draft.template)
    yield from _orders(before.draft.template, now.draft.template)
    for id_, indicator in now.indicators.items():
        if id_ in before.indicators:
            yield from _declared(before.indicators[id_], indicator)


def _headings(before: Template, now: Template) -> Iterator[Difference]:
    old, new = _titles(before), _titles(now)
    for key in {**new, **old}:
        name = "章的标题" if key[0] == "section" else "条的标题"
        then, today = old.get(key, _ABSENT), new.get(key, _ABSENT)
        if then != today:
            yield Difference(key[1], name, then, today)


def _titles(template: Template) -> dict[tuple[str, str], str]:
    sections = {("section", each.id): each.title for each in template.sections}
    return sections | {("item", each.id): each.title for each in template.items if each.title}


def _orders(before: Template, now: Template) -> Iterator[Difference]:
    """The order of the sections, and of the items of each."""
    titles = {item.id: item.title or _UNTITLED for item in now.items}
    titles |= {section.id: section.title for section in now.sections}
    yield from _order("各章的顺序", _ids(before), _ids(now), titles)
    old = {section.id: section for section in before.sections}
    for section in now.sections:
        if section.id in old:
            then = [item.id for item in old[section.id].items]
            today = [item.id for item in section.items]
            yield from _order(f"“{section.title}”各条的顺序", then, today, titles)


def _ids(template: Template) -> list[str]:
    return [section.id for section in template.sections]


def _order(
    name: str, before: Sequence[str], now: Sequence[str], titles: Mapping[str, str]
) -> Iterator[Difference]:
    """Where those that were there then and are there now stand in another order."""
    then = [id_ for id_ in before if id_ in now]
    today = [id_ for id_ in now if id_ in before]
    moved = [at for at, (one, other) in enumerate(zip(then, today, strict=True)) if one != other]
    if moved:
        part = slice(moved[0], moved[-1] + 1)
        told = [_listed([titles[id_] for id_ in ids[part]]) for ids in (then, today)]
        yield Difference(today[moved[0]], name, *told)


def _listed(titles: Sequence[str]) -> str:
    return "、".join(titles[:_MOST]) + ("…" if len(titles) > _MOST else "")


def _declared(before: Indicator, now: Indicator) -> Iterator[Difference]:
    for name, then, today in (
        ("指标的名称", before.name, now.name),
        (f"{now.name}的单位", before.unit, now.unit),
        (f"{now.name}的列", _columns(before), _columns(now)),
    ):
        if then != today:
            yield Difference(now.id, name, then or _ABSENT, today or _ABSENT)


def _columns(indicator: Indicator) -> str:
    named = (
        f"{each.name}（{each.unit}）" if each.unit else each.name for each in indicator.columns
    )
    return "、".join(named)


def _marks(before: Figures, now: Figures, changed: Collection[str]) -> Iterator[Difference]:
    """Yield notes, dates, sources, explanations and confirmations.

    What has `changed` itself has been confirmed by that.
    """
    names = _names(before) | _names(now)
    place = {id_: at for at, id_ in enumerate(_names(now) | names)}
    old, new = before.draft.answers, now.draft.answers
    paths = (path for path in {**new, **old} if old.get(path) != new.get(path))
    for path in sorted(paths, key=lambda path: place.get(path.id, 0)):
        if path.id in names and path.slot in _REMARKS:
            yield Difference(
                path.id, names[path.id] + _REMARKS[path.slot], *_both(before, now, path)
            )
        elif path.id in names and path.slot is Slot.CARRIED and path.id not in changed:
            marked = [_TO_BE_CONFIRMED if path in answers else _CONFIRMED for answers in (old, new)]
            yield Difference(path.id, names[path.id], *marked)


def _both(before: Figures, now: Figures, path: EditPath) -> Iterator[str]:
    for figures in (before, now):
        yield figures.draft.text(*path) or _ABSENT


def _names(figures: Figures) -> dict[str, str]:
    """What is asked and written, in order."""
    template = figures.draft.template
    asked = {id_: indicator.name for id_, indicator in figures.indicators.items()}
    texts = {
        item.id: f"{item.title or section.title}正文"
        for section in template.sections
        for item in section.items
    }
    return asked | texts
