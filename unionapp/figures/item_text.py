"""The text of an item: suggested from its clauses, or the secretary's own, with live figures in it.

A text is worked out whenever a figure in it changes, but its figures are printed only when somebody
asks: the checks do so often, whoever types does not wait for it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from unionapp.figures.entries import measure_of
from unionapp.template import (
    Indicator,
    Item,
    Narrative,
    Piece,
    Placeholder,
    Words,
    complete_sentences,
    ids_in,
    live,
    suggest,
)
from unionapp.values import Value, printed


class Values(Protocol):
    """What a text asks of the figures of its draft."""

    @property
    def indicators(self) -> Mapping[str, Indicator]:
        """The indicators of the draft by their ids."""

    def value(self, id_: str, field: str = "") -> Value:
        """Return the value of an indicator, or of one field of it."""

    def knows(self, place: Placeholder) -> bool:
        """Return whether a place is one of the draft's."""

    def has(self, place: Placeholder) -> bool:
        """Return whether there is something to print at a place."""


@dataclass(frozen=True)
class ItemText:
    """The text of an item as it stands, what of it is printed, and the ids that it hangs on.

    It keeps the values of its places, and so it stays right in every picture of the draft in which
    none of these ids has changed.
    """

    live_text: str
    narrative: Narrative
    ids: frozenset[str]
    is_own: bool
    _pieces: tuple[Piece, ...] = field(repr=False)
    _values: Mapping[Placeholder, Value] = field(repr=False)
    _indicators: Mapping[str, Indicator] = field(repr=False, compare=False)

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
        return "".join(map(self._rendered, self._pieces))

    def _rendered(self, piece: Piece) -> str:
        if isinstance(piece, Words):
            return piece.text
        if piece not in self._values:
            return ""
        measure = measure_of(self._indicators[piece.id], piece.field)
        return printed(self._values[piece], measure)


def item_text(item: Item, own: str | None, values: Values) -> ItemText:
    """Return the text of an item: the secretary's own, or what follows from its clauses."""
    clauses = tuple(clause.text for clause in item.clauses)
    text = suggest(clauses, values.has) if own is None else own
    pieces = live(text, values.knows)
    given = dict(_given(pieces, values))
    return ItemText(
        text,
        complete_sentences(text, values.knows, given.__contains__),
        ids_in(clauses) if own is None else frozenset(_ids_live_in(own)),
        own is not None,
        pieces,
        given,
        values.indicators,
    )


def _given(pieces: Iterable[Piece], values: Values) -> Iterator[tuple[Placeholder, Value]]:
    """Yield the places at which there is something to print, each with its value."""
    for piece in pieces:
        if isinstance(piece, Placeholder):
            value = values.value(piece.id, piece.field)
            if value.given:
                yield piece, value


def _ids_live_in(text: str) -> Iterator[str]:
    """Yield all ids that a text names, even those of which the draft knows nothing yet."""
    return (piece.id for piece in live(text) if isinstance(piece, Placeholder))
