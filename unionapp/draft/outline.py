"""The outline of a draft: its template as the secretary has changed it.

Headings and units are renamed, sections and items switched off, put in another order or added:
each of these is an edit like any other, in a slot of its own, and the template that everything
else sees is made from them here. An edit about something that the template does not have (any
more) is passed over, for a draft must always open.
"""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TypeVar

from msgspec.structs import replace

from unionapp.draft.custom_indicator import parse_rows
from unionapp.draft.default_clause import clause_of
from unionapp.draft.model import Change, Draft, EditPath, Slot
from unionapp.template import Indicator, Item, Section, Template
from unionapp.values import Kind, Typed, entered

# The id under which the order of the sections themselves is kept.
SECTIONS = "sections"

_Placed = TypeVar("_Placed", Section, Item)


def drawn(base: Template, answers: Mapping[EditPath, Typed]) -> Draft:
    """Return the draft of these answers, cleaned: it may be older than what cleaning knows of."""
    return _drawn(base, {path: entered(typed).typed for path, typed in answers.items()})


def _drawn(base: Template, answers: dict[EditPath, Typed]) -> Draft:
    return Draft(base, MappingProxyType(answers), outlined(base, answers))


def changed(draft: Draft, changes: Iterable[Change]) -> Draft:
    """Return a draft after changes; its outline is drawn anew only if one of them is about it."""
    answers, outline_too = _copied(draft.answers), False
    for path, typed in changes:
        outline_too |= path.slot.is_outline
        if typed is None:
            answers.pop(path, None)
        else:
            answers[path] = entered(typed).typed
    if outline_too:
        return _drawn(draft.base, answers)
    return Draft(draft.base, MappingProxyType(answers), draft.outlined)


def _copied(answers: Mapping[EditPath, Typed]) -> dict[EditPath, Typed]:
    """The same answers; the copy of a proxy hashes no path anew, as `dict` would."""
    return answers.copy() if isinstance(answers, MappingProxyType) else dict(answers)


def outlined(template: Template, answers: Mapping[EditPath, Typed]) -> Template:
    """Return the template with the outline's edits made; the same object when there are none."""
    edits = {path: typed for path, typed in answers.items() if path.slot.is_outline}
    if not edits:
        return template
    custom = (
        _custom_section(path.id, typed)
        for path, typed in edits.items()
        if path.slot is Slot.CUSTOM_SECTION
    )
    sections = [_section(section, edits) for section in (*template.sections, *custom)]
    return replace(template, sections=_in_order(sections, SECTIONS, edits))


def _custom_section(id_: str, title: Typed) -> Section:
    return Section(id_, title if isinstance(title, str) else "", "", ())


def _section(section: Section, edits: Mapping[EditPath, Typed]) -> Section:
    custom = (
        Item(path.id, str(typed[1]), "")
        for path, typed in edits.items()
        if path.slot is Slot.CUSTOM_ITEM and _belongs_to(section.id, typed)
    )
    items = [_item(item, edits) for item in (*section.items, *custom)]
    return replace(
        section,
        title=_text(edits, Slot.TITLE, section.id) or section.title,
        items=_in_order(items, section.id, edits),
    )


def _belongs_to(section: str, typed: Typed) -> bool:
    """A custom item is kept as its section's id and its title."""
    return isinstance(typed, tuple) and len(typed) == 2 and typed[0] == section


def _item(item: Item, edits: Mapping[EditPath, Typed]) -> Item:
    custom = tuple(_custom_indicators(item.id, edits))
    kept = (_indicator(indicator, edits) for indicator in item.indicators)
    return replace(
        item,
        title=_text(edits, Slot.TITLE, item.id) or item.title,
        indicators=(*kept, *custom),
        clauses=(*item.clauses, *map(clause_of, custom)),
    )


def _indicator(indicator: Indicator, edits: Mapping[EditPath, Typed]) -> Indicator:
    unit = _text(edits, Slot.UNIT, indicator.id)
    return replace(indicator, unit=unit) if unit else indicator


def _custom_indicators(item: str, edits: Mapping[EditPath, Typed]) -> Iterator[Indicator]:
    """The indicators that were added to an item."""
    for added in parse_rows(edits.get(EditPath(Slot.CUSTOM_INDICATORS, item))):
        heads = edits.get(EditPath(Slot.CUSTOM_COLUMNS, added.id))
        columns = parse_rows(heads) if added.kind is Kind.TABLE else ()
        yield added.as_indicator(tuple(column.as_column() for column in columns))


def _in_order(
    placed: Iterable[_Placed], id_: str, edits: Mapping[EditPath, Typed]
) -> tuple[_Placed, ...]:
    """Those that are not switched off; what the order does not name keeps its place at the end."""
    wanted = edits.get(EditPath(Slot.ORDER, id_), ())
    rank = {name: index for index, name in enumerate(wanted)} if wanted else {}
    kept = [each for each in placed if EditPath(Slot.OFF, each.id) not in edits]
    return tuple(sorted(kept, key=lambda each: rank.get(each.id, len(rank))))


def _text(edits: Mapping[EditPath, Typed], slot: Slot, id_: str) -> str:
    typed = edits.get(EditPath(slot, id_), "")
    return typed.strip() if isinstance(typed, str) else ""
