"""The words of the window: those that are painted, those that are spoken, and all of its places."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.ui.support.words import draft
from tests.ui.support.words.dialogs import dialogs
from tests.ui.support.words.painted import lines_painted_on, pieces_painted_on
from tests.ui.support.words.spoken import spoken_of, unspoken_words
from tests.ui.support.words.start import Place, start_places
from unionapp.storage import DraftStore

# All places of the window, by what one has to begin with.
PLACES: Mapping[str, Callable[[DraftStore, Path], Iterator[Place]]] = {
    "start": lambda store, _folder: start_places(store),
    "empty": lambda store, _folder: draft.empty_draft(store),
    "example": lambda store, _folder: draft.example(store),
    "next year": lambda store, _folder: draft.next_year(store),
    "mess": lambda store, _folder: draft.mess(store),
    "dialogs": dialogs,
}

__all__ = [
    "PLACES",
    "Place",
    "lines_painted_on",
    "pieces_painted_on",
    "spoken_of",
    "unspoken_words",
]
