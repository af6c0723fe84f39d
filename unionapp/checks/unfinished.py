"""Texts that somebody has written and not finished, and marks that were typed twice."""

import re
from collections.abc import Iterator

from unionapp.checks.finding import Finding, Severity, at_text
from unionapp.figures import Figures
from unionapp.template import Item
from unionapp.text import excerpt, inner_quotes

_FINISHED = re.compile("[。！？；…!?;][”’」』）》〉】)\"']*$")
_BROKEN_OFF = re.compile("(?:其中|[，、,])$|其中[，：:,]?。?$")
"""What no paragraph ends with; one before a list may well end with a colon."""

_TWICE = re.compile("[，、；：。,][，、；：。！？,]+|[！？][，、；：。,]+")
_LAST = 12
"""Characters that are enough to find the end of a text by."""


def check_unfinished(figures: Figures) -> Iterator[Finding]:
    """Findings of the texts that somebody has written; suggested ones are known to be right."""
    for item in figures.draft.template.items:
        text = figures.text(item)
        if text.is_own:
            yield from _broken_off(figures, item, text.live_text)
            yield from _marked_twice(figures, item)


def _broken_off(figures: Figures, item: Item, text: str) -> Iterator[Finding]:
    """Paragraphs that stop in the middle of a sentence; the last one has to come to its end."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for number, line in enumerate(lines, 1):
        unended = number == len(lines) and not _FINISHED.search(line)
        said = figures.rendered(line).strip()
        if said and (unended or _BROKEN_OFF.search(line)):
            last = _last_of(said)
            message = f"“{item.title}”的正文写到“{last}”就停了，像是没有写完；请写完，或补上句号。"
            yield Finding("unfinished", Severity.WARNING, message, at_text(item), (last,))


def _last_of(said: str) -> str:
    return excerpt(inner_quotes(said), len(said) - _LAST, len(said))


def _marked_twice(figures: Figures, item: Item) -> Iterator[Finding]:
    for said in figures.text(item).rendered_paragraphs:
        for found in _TWICE.finditer(said):
            around = inner_quotes(said[max(found.start() - _LAST, 0) : found.end()])
            message = f"“{item.title}”的正文里“{around}”的标点重了，请删去多余的。"
            yield Finding("doubled_mark", Severity.WARNING, message, at_text(item), (around,))
