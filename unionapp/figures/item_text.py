"""The text of an item: suggested from its clauses, or the secretary's own, with live figures in it.

An edit notes the values that a text may tell, and no more: the text itself is worked out, and its
figures are printed, when somebody asks. Whoever types does not wait for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from unionapp.draft import Draft
from unionapp.figures.entries import measure_of
from unionapp.template import (
    Clause,
    Indicator,
    Item,
    Narrative,
    Piece,
    Placeholder,
    Template,
    Words,
    complete_sentences,
    live,
    suggest,
)
from unionapp.values import Value, printed


class Values(Protocol):
    """What a text asks of the figures of its draft."""

    @property
    def draft(self) -> Draft:
        """The draft, whose templates know the places."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the draft by their ids."""

    def value(self, id_: str, field: str = "") -> Value:
        """Return the value of an indicator, or of one field of it."""


@dataclass(frozen=True)
class ItemText:
    """The text of an item as it stands, what of it is printed, and the ids that it hangs on.

    It keeps the values of its places, and so it stays right in every picture of the draft in which
    none of these ids has changed.
    """

    ids: frozenset[str]
    _own: str | None
    _clauses: tuple[Clause, ...] = field(repr=False)
    _values: Mapping[Placeholder, Value] = field(repr=False)
    _templates: tuple[Template, Template] = field(repr=False, compare=False)
    _indicators: Mapping[str, Indicator] = field(repr=False, compare=False)

    @property
    def is_own(self) -> bool:
        """Whether the secretary has written it."""
        return self._own is not None

    @cached_property
    def live_text(self) -> str:
        """The text with its places: the secretary's, or what the clauses say of the values."""
        if self._own is not None:
            return self._own
        return suggest((clause.text for clause in self._clauses), self._values.__contains__)

    @cached_property
    def narrative(self) -> Narrative:
        """What of the text is ready to print."""
        return complete_sentences(self.live_text, self._knows, self._values.__contains__)

    @cached_property
    def rendered_pieces(self) -> tuple[tuple[str, ...], ...]:
        """The pieces of each paragraph of the narrative as they are printed."""
        return tuple(tuple(map(self._rendered, pieces)) for pieces in self.narrative.paragraphs)

    @cached_property
    def rendered_paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the narrative as they are printed."""
        return tuple(map("".join, self.rendered_pieces))

    @cached_property
    def rendered_text(self) -> str:
        """The whole text with its figures in it, nothing where one is blank."""
        return "".join(map(self._rendered, live(self.live_text, self._knows)))

    def _rendered(self, piece: Piece) -> str:
        if isinstance(piece, Words):
            return piece.text
        if piece not in self._values:
            return ""
        measure = measure_of(self._indicators[piece.id], piece.field)
        return printed(self._values[piece], measure)

    def _knows(self, place: Placeholder) -> bool:
        return any(template.knows(place) for template in self._templates)


def item_text(item: Item, own: str | None, values: Values) -> ItemText:
    """Return the text of an item: the secretary's own, or what follows from its clauses."""
    places = item.places if own is None else _places_live_in(own)
    return ItemText(
        item.place_ids if own is None else frozenset(place.id for place in places),
        own,
        item.clauses,
        dict(_given(places, values)),
        (values.draft.template, values.draft.base),
        values.indicators,
    )


def _given(places: Iterable[Placeholder], values: Values) -> Iterator[tuple[Placeholder, Value]]:
    """Yield the places at which there is something to print, each with its value."""
    for place in places:
        value = values.value(place.id, place.field)
        if value.given:
            yield place, value


def _places_live_in(text: str) -> tuple[Placeholder, ...]:
    """All places that a text names, even those of which the draft knows nothing yet."""
    return tuple(piece for piece in live(text) if isinstance(piece, Placeholder))
