"""The narratives: sentences that had to be held back, and figures that no text tells."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.figures import Figures
from unionapp.template import Indicator, Item, Piece, Placeholder, Words, live
from unionapp.text import inner_quotes
from unionapp.values import Kind

_LEFTOVER = re.compile(r"\{[^{}]*\}|待填|[×*□_]{2,}[余多]?[万亿]?(?:人次|[人名户家次件条场项元%])")
"""What stands in a text for a figure and would be printed as it stands."""

_OPENING = 20
"""Characters of a sentence that are enough to find it by."""


def check_prose(figures: Figures) -> Iterator[Finding]:
    """Findings of every item's narrative, in order."""
    for item in figures.draft.template.items:
        yield from _held_back(figures, item)
        yield from _leftovers(figures, item)
        yield from _untold(figures, item)


def _held_back(figures: Figures, item: Item) -> Iterator[Finding]:
    for sentence in figures.text(item).narrative.held_back:
        pieces = live(sentence, figures.knows)
        missing = (
            f"“{figures.name(piece.id)}”{figures.value(piece.id, piece.field).state}"
            for piece in pieces
            if isinstance(piece, Placeholder) and not figures.has(piece)
        )
        names = "、".join(dict.fromkeys(missing))
        said = _opening(figures, pieces)
        message = f"“{item.title}”里的“{said}”这句话没有印出，因为{names}。"
        yield Finding("held_back", Severity.WARNING, message, at_text(item), (sentence,))


def _leftovers(figures: Figures, item: Item) -> Iterator[Finding]:
    """What holds the place of a figure in words that will be printed."""
    for paragraph in figures.text(item).narrative.paragraphs:
        words = (piece.text for piece in paragraph if isinstance(piece, Words))
        for left in dict.fromkeys(found for text in words for found in _LEFTOVER.findall(text)):
            message = f"“{item.title}”的正文里写着“{left}”，会照样印出来，请换成数字或文字。"
            yield Finding("leftover", Severity.WARNING, message, at_text(item), (left,))


def _opening(figures: Figures, pieces: tuple[Piece, ...]) -> str:
    """The first words of a sentence; where a figure is missing, its name in its place."""
    said = [_said(figures, piece) for piece in pieces]
    opening = ""
    for piece, words in zip(pieces, said, strict=True):
        room = max(_OPENING - len(opening), 0)
        opening += words if room and isinstance(piece, Placeholder) else words[:room]
    return opening if opening == "".join(said) else f"{opening}…"


def _said(figures: Figures, piece: Piece) -> str:
    if isinstance(piece, Words):
        return inner_quotes(piece.text)
    return figures.printed(piece.id, piece.field) or f"［{figures.name(piece.id)}］"


def _untold(figures: Figures, item: Item) -> Iterator[Finding]:
    """A figure that was filled in but stands in no sentence, by the text or for lack of others."""
    told = {
        piece.id
        for paragraph in figures.text(item).narrative.paragraphs
        for piece in paragraph
        if isinstance(piece, Placeholder)
    }
    for indicator in item.indicators:
        if indicator.id not in told and _to_be_told(figures, indicator):
            figure = figures.printed(indicator.id)
            message = f"“{indicator.name}”填了{figure}，正文里没有写到。"
            yield Finding("untold", Severity.HINT, message, at_entry(indicator.id), (figure,))


def _to_be_told(figures: Figures, indicator: Indicator) -> bool:
    """Dates only go with other figures, and derived values need not be told."""
    return (
        indicator.kind is not Kind.DATE
        and indicator.derive is None
        and figures.value(indicator.id).given
    )
