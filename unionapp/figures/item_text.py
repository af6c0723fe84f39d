"""The narrative of an item: suggested from its clauses, or the secretary's own text."""

from collections.abc import Iterable

from unionapp.draft import EditPath, Slot
from unionapp.figures.model import Figures, Spoken, tell_of
from unionapp.template import Item, Narrative, Piece, Told, live, suggest


def suggested_text(figures: Figures, item: Item) -> str:
    """The text that follows the values, with its places live."""
    return suggest((clause.text for clause in item.clauses), figures.has)


def own_text(figures: Figures, item: Item) -> str | None:
    """The text that the secretary has edited, or None while it follows the clauses."""
    typed = figures.draft.answers.get(EditPath(Slot.NARRATIVE, item.id))
    return typed if isinstance(typed, str) else None


def text_of(figures: Figures, item: Item) -> str:
    """The text of an item as it stands, with its places live."""
    return _told(figures, item).text


def spoken_text(figures: Figures, item: Item) -> str:
    """The text of an item as it is read aloud: its figures in it, nothing where one is blank."""
    return spoken(figures, text_of(figures, item))


def spoken(figures: Figures, text: str) -> str:
    """A text with its figures in it, nothing where one is blank."""
    return spoken_pieces(figures, live(text, figures.knows))


def spoken_pieces(figures: Figures, pieces: Iterable[Piece]) -> str:
    """The pieces with their figures in them, nothing where one is blank."""
    return "".join(map(figures.said, pieces))


def narrative_of(figures: Figures, item: Item) -> Narrative:
    """What of the text can be printed: no sentence with a hole."""
    return _told(figures, item).narrative


def pieces_said(figures: Figures, item: Item) -> Spoken:
    """The pieces of each paragraph of `narrative_of` as they are printed, printed only once."""
    if item not in figures.draft.template.items:  # as it was before the outline changed
        return _printed_pieces(figures, item)
    if item.id not in figures.spoken:
        figures.spoken[item.id] = _printed_pieces(figures, item)
    return figures.spoken[item.id]


def _printed_pieces(figures: Figures, item: Item) -> Spoken:
    paragraphs = narrative_of(figures, item).paragraphs
    return tuple(tuple(map(figures.said, pieces)) for pieces in paragraphs)


def paragraphs_said(figures: Figures, item: Item) -> tuple[str, ...]:
    """The paragraphs of an item as they are printed."""
    return tuple(map("".join, pieces_said(figures, item)))


def ids_told_in(figures: Figures, item: Item) -> frozenset[str]:
    """The ids on which the text of an item hangs: those of its clauses, or of its own text."""
    return _told(figures, item).ids


def _told(figures: Figures, item: Item) -> Told:
    if item not in figures.draft.template.items:  # as it was before the outline changed
        return tell_of(figures, item)
    return figures.told[item.id]
