"""The narrative of an item: suggested from its clauses, or the secretary's own text."""

from unionapp.derive import Figures
from unionapp.draft import EditPath, Room
from unionapp.narrative import (
    Narrative,
    Place,
    Told,
    Words,
    complete_sentences,
    ids_in,
    live,
    suggest,
)
from unionapp.template import Item


def suggested_text(figures: Figures, item: Item) -> str:
    """The text that follows the values, with its places live."""
    return suggest((clause.text for clause in item.clauses), figures.has)


def own_text(figures: Figures, item: Item) -> str | None:
    """The text that the secretary has edited, or None while it follows the clauses."""
    typed = figures.draft.answers.get(EditPath(Room.NARRATIVE, item.id))
    return typed if isinstance(typed, str) else None


def text_of(figures: Figures, item: Item) -> str:
    """The text of an item as it stands, with its places live."""
    return _told(figures, item).text


def spoken_text(figures: Figures, item: Item) -> str:
    """The text of an item as it is read aloud: its figures in it, nothing where one is blank."""
    return spoken(figures, text_of(figures, item))


def spoken(figures: Figures, text: str) -> str:
    """A text with its figures in it, nothing where one is blank."""
    return "".join(
        piece.text if isinstance(piece, Words) else figures.printed(piece.id, piece.field)
        for piece in live(text, figures.knows)
        if isinstance(piece, Words) or figures.has(piece)
    )


def narrative_of(figures: Figures, item: Item) -> Narrative:
    """What of the text can be printed: no sentence with a hole."""
    return _told(figures, item).narrative


def _told(figures: Figures, item: Item) -> Told:
    if item not in figures.draft.template.items:  # as it was before the outline changed
        return _tell(figures, item)
    if item.id not in figures.told:
        figures.told[item.id] = _tell(figures, item)
    return figures.told[item.id]


def _tell(figures: Figures, item: Item) -> Told:
    own = own_text(figures, item)
    text = suggested_text(figures, item) if own is None else own
    narrative = complete_sentences(text, figures.knows, figures.has)
    return Told(text, narrative, ids_told_in(figures, item))


def ids_told_in(figures: Figures, item: Item) -> frozenset[str]:
    """The ids on which the text of an item hangs: those of its clauses, or of its own text."""
    own = own_text(figures, item)
    if own is None:
        return ids_in(clause.text for clause in item.clauses)
    return frozenset(piece.id for piece in live(own) if isinstance(piece, Place))
