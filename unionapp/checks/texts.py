"""Texts: what of them had to be held back, what they leave out, and where they break off."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_entry, at_text
from unionapp.figures import Figures
from unionapp.template import Indicator, Item, Piece, Placeholder, Words, live
from unionapp.text import excerpt, inner_quotes, sentence_around
from unionapp.values import Kind

# What stands in a text for a figure and would be printed as it stands.
_LEFTOVER = re.compile(
    r"\{[^{}]*\}|待填|(?<![×*□_])[×*□_]{2,}+[余多]?[万亿]?(?:人次|[人名户家次件条场项元%])"
)
# Characters of a sentence that are enough to find it by.
_OPENING = 20

_FINISHED = re.compile("[。！？；…!?;][”’」』）》〉】)\"']*$")
# What no paragraph ends with; one before a list may well end with a colon.
_BROKEN_OFF = re.compile("(?:其中|[，、,])$|其中[，：:,]?。?$")
_MARKED_TWICE = re.compile("[，、；：。,][，、；：。！？,]+|[！？][，、；：。,]+")
# Characters that are enough to find the end of a text by.
_ENDING = 12
# Characters in which the beginning of a sentence is looked for; hardly any is so long.
_REACH = 500


def check_prose(figures: Figures) -> Iterator[Finding]:
    """Find in each text what is held back, what stands for a figure, and which figures it lacks."""
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
        opening = _opening(figures, pieces)
        message = f"“{item.title}”里的“{opening}”这句话没有印出，因为{names}。"
        yield Finding("held_back", Severity.WARNING, message, at_text(item), (sentence,))


def _opening(figures: Figures, pieces: tuple[Piece, ...]) -> str:
    """Return the first words of a sentence; where a figure is missing, its name in its place."""
    parts = [_words_of(figures, piece) for piece in pieces]
    opening = ""
    for piece, words in zip(pieces, parts, strict=True):
        room = max(_OPENING - len(opening), 0)
        opening += words if room and isinstance(piece, Placeholder) else words[:room]
    return opening if opening == "".join(parts) else f"{opening}…"


def _words_of(figures: Figures, piece: Piece) -> str:
    if isinstance(piece, Words):
        return inner_quotes(piece.text)
    return figures.printed(piece.id, piece.field) or f"［{figures.name(piece.id)}］"


def _leftovers(figures: Figures, item: Item) -> Iterator[Finding]:
    """Find what holds the place of a figure in words that will be printed."""
    for paragraph in figures.text(item).narrative.paragraphs:
        words = (piece.text for piece in paragraph if isinstance(piece, Words))
        for left in dict.fromkeys(found for text in words for found in _LEFTOVER.findall(text)):
            message = f"“{item.title}”的正文里写着“{left}”，会照样印出来，请换成数字或文字。"
            yield Finding("leftover", Severity.WARNING, message, at_text(item), (left,))


def _untold(figures: Figures, item: Item) -> Iterator[Finding]:
    """Find figures that are filled in and stand in no sentence: left out, or for lack of others."""
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
    """Tell whether a text should have it: dates only go with figures, derived values may."""
    return (
        indicator.kind is not Kind.DATE
        and indicator.derive is None
        and figures.value(indicator.id).given
    )


def check_unfinished(figures: Figures) -> Iterator[Finding]:
    """Find where own texts break off and have marks twice; suggested ones are known to be right."""
    for item in figures.draft.template.items:
        text = figures.text(item)
        if text.is_own:
            yield from _broken_off(figures, item, text.live_text)
            yield from _marked_twice(figures, item)


def _broken_off(figures: Figures, item: Item, text: str) -> Iterator[Finding]:
    """Find paragraphs that stop within a sentence; the last one has to come to its end."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        unended = number == len(lines) and not _FINISHED.search(line)
        words = figures.rendered(line).strip()
        if words and (unended or _BROKEN_OFF.search(line)):
            ending = excerpt(inner_quotes(words), len(words) - _ENDING, len(words))
            message = (
                f"“{item.title}”的正文写到“{ending}”就停了，像是没有写完；请写完，或补上句号。"
            )
            evidence = (sentence_around(words, len(words)),)
            yield Finding("unfinished", Severity.WARNING, message, at_text(item), evidence)


def _marked_twice(figures: Figures, item: Item) -> Iterator[Finding]:
    for paragraph in figures.text(item).rendered_paragraphs:
        for found in _MARKED_TWICE.finditer(paragraph):
            around = inner_quotes(paragraph[max(found.start() - _ENDING, 0) : found.end()])
            message = f"“{item.title}”的正文里“{around}”的标点重了，请删去多余的。"
            start = max(found.start() - _REACH, 0)
            begun = sentence_around(paragraph[start : found.end()], found.start() - start)
            evidence = (begun,)
            yield Finding("doubled_mark", Severity.WARNING, message, at_text(item), evidence)
