"""The places of a draft in the order in which its pages show them."""

from collections.abc import Iterator

from unionapp.draft import EditPath, Slot, paths_of
from unionapp.figures import FINISH, PROFILE, REVIEW
from unionapp.template import Item, Template


def start_of(id_: str) -> EditPath:
    """Return the place where a page or a card begins, before all that is typed in there."""
    return EditPath(Slot.TITLE, id_)


def order_of(template: Template) -> dict[EditPath, int]:
    """Return the rank of every place of a draft."""
    return {place: rank for rank, place in enumerate(_places(template))}


def _places(template: Template) -> Iterator[EditPath]:
    yield start_of(PROFILE)
    for indicator in template.profile:
        yield EditPath(Slot.VALUE, indicator.id)
    for section in template.sections:
        yield start_of(section.id)
        for item in section.items:
            yield from _places_in(item)
    yield start_of(REVIEW)
    yield start_of(FINISH)


def _places_in(item: Item) -> Iterator[EditPath]:
    """Figures first, each beside last year's; then what is wide, and the text last."""
    yield start_of(item.id)
    for indicator in sorted(item.indicators, key=lambda each: each.kind.traits.has_parts):
        yield EditPath(Slot.VALUE, indicator.id)
        yield from paths_of(indicator)  # of a person each particular, which are one entry
        if indicator.kind.traits.is_numeric:
            yield EditPath(Slot.PREVIOUS, indicator.id)
    yield EditPath(Slot.NARRATIVE, item.id)
