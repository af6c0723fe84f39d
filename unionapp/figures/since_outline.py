"""What changed in the outline of a draft: headings, their order, what is asked under them."""

from collections.abc import Iterator, Mapping, Sequence

from unionapp.figures.model import Figures
from unionapp.figures.since_difference import ABSENT, Difference
from unionapp.template import Indicator, Template

_MOST = 4
"""Headings that are told of an order."""
_UNTITLED = "没有标题的一条"


def outlines(before: Figures, now: Figures) -> Iterator[Difference]:
    """Headings, their order, and the names, units and columns of what is asked."""
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
        then, today = old.get(key, ABSENT), new.get(key, ABSENT)
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
            yield Difference(now.id, name, then or ABSENT, today or ABSENT)


def _columns(indicator: Indicator) -> str:
    named = (
        f"{each.name}（{each.unit}）" if each.unit else each.name for each in indicator.columns
    )
    return "、".join(named)
