"""The narratives: sentences that had to be held back, and figures that no text tells."""

from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity
from unionapp.derive import Figures
from unionapp.narrative import Place, live
from unionapp.prose import narrative_of, own_text, text_of
from unionapp.template import Item


def check_prose(figures: Figures) -> Iterator[Finding]:
    """Findings of every item's narrative, in order."""
    for item in figures.draft.template.items:
        yield from _held_back(figures, item)
        yield from _untold(figures, item)


def _held_back(figures: Figures, item: Item) -> Iterator[Finding]:
    for sentence in narrative_of(figures, item).held_back:
        names = "、".join(
            f"“{figures.indicators[piece.id].name}”"
            for piece in live(sentence, figures.knows)
            if isinstance(piece, Place) and not figures.has(piece)
        )
        message = f"“{_opening(sentence)}…”这句话没有印出，因为{names}还没有填。"
        yield Finding("held_back", Severity.WARNING, message, item.id)


def _opening(sentence: str) -> str:
    return sentence.partition("{")[0][:16]


def _untold(figures: Figures, item: Item) -> Iterator[Finding]:
    """A secretary's own text may leave out a figure that was filled in."""
    if own_text(figures, item) is None:
        return
    told = {piece.id for piece in live(text_of(figures, item)) if isinstance(piece, Place)}
    for indicator in item.indicators:
        if indicator.id not in told and indicator.derive is None and _given(figures, indicator.id):
            message = f"“{indicator.name}”填了{figures.printed(indicator.id)}，正文里没有写到。"
            yield Finding("untold", Severity.HINT, message, indicator.id)


def _given(figures: Figures, id_: str) -> bool:
    return figures.value(id_).given
