"""From the figures of a draft to the finished paper: the only module that knows both sides.

Layout of the text follows GB/T 9704-2012: 一、, （一）; a section or item without content takes its
number with it. Attachments are numbered in the order in which the template declares them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from unionapp.figures import Figures, numerals_of, tables_among
from unionapp.paper.document import (
    Attachment,
    AttachmentList,
    Block,
    Document,
    Heading,
    Origin,
    Paragraph,
    Run,
    Signature,
    Title,
)
from unionapp.paper.notes import explanations_of
from unionapp.paper.statistics import charts_of, statistics_of
from unionapp.paper.tables import table_of
from unionapp.paper.titles import title_lines
from unionapp.template import Item, Piece, Placeholder, Section, Words, live, suggest
from unionapp.text import chinese_number

# A value typed with quotation marks that the sentence around it has already.
_QUOTED = re.compile(r"^[“\"](.*)[”\"]$")


def compose(figures: Figures) -> Document:
    """Compose the finished paper of a draft."""
    attachments = tuple(_attachments(figures))
    unit = _in_one_line(figures, "unit")
    names = tuple(attachment.title for attachment in attachments)
    title = title_of(figures)
    blocks: Iterable[Block] = chain(
        (Title(title_lines(title, unit)),),
        _body(figures),
        (AttachmentList(names),) if names else (),
        (Signature(unit, figures.printed("date")),),
        attachments,
    )
    return Document(
        title,
        unit,
        figures.printed("year"),
        tuple(blocks),
        statistics_of(figures),
        charts_of(figures),
        explanations_of(figures),
        Origin(figures.draft.template.id, figures.draft.template.version),
    )


def title_of(figures: Figures) -> str:
    """Return the title as one line; like any sentence, it never has a hole."""
    prose = suggest([figures.draft.template.title], figures.has)
    pieces = live(prose, figures.knows)
    return "".join(run.text for run in _runs(figures, pieces))


def _body(figures: Figures) -> Iterator[Block]:
    numerals = numerals_of(figures)
    for section in figures.draft.template.sections:
        if section.id in numerals:
            yield Heading(1, numerals[section.id], section.title, section.id)
        yield from _items(figures, section)


def _items(figures: Figures, section: Section) -> Iterator[Block]:
    """The items with content; a single one stands under the section's heading alone."""
    contents = [(item, _content(figures, item)) for item in section.items]
    printed = [(item, blocks) for item, blocks in contents if blocks]
    numbered = section.heading and len(printed) > 1
    for number, (item, blocks) in enumerate(printed, 1):
        if numbered and item.title:
            yield Heading(2, f"（{chinese_number(number)}）", item.title, item.id)
        yield from blocks


def _content(figures: Figures, item: Item) -> tuple[Block, ...]:
    """The paragraphs of an item and the tables that stand among them."""
    paragraphs = figures.text(item).narrative.paragraphs
    texts = (Paragraph(_runs(figures, pieces), item.id) for pieces in paragraphs)
    tables = (table_of(figures, indicator) for indicator in tables_among(figures, item))
    return (*texts, *tables)


def _runs(figures: Figures, pieces: Iterable[Piece]) -> tuple[Run, ...]:
    runs = [_run(figures, piece) for piece in pieces]
    for place in range(1, len(runs) - 1):
        if runs[place - 1].text.endswith("“") and runs[place + 1].text.startswith("”"):
            runs[place] = replace(runs[place], text=_QUOTED.sub(r"\1", runs[place].text))
    return tuple(runs)


def _run(figures: Figures, piece: Piece) -> Run:
    match piece:
        case Words(text):
            return Run(text)
        case Placeholder(id_, field):
            return Run(_in_one_line(figures, id_, field), id_)


def _attachments(figures: Figures) -> Iterator[Attachment]:
    printed = [
        indicator
        for indicator in figures.draft.template.indicators
        if indicator.attachment and figures.value(indicator.id).given
    ]
    for number, indicator in enumerate(printed, 1):
        table = table_of(figures, indicator)
        alone = len(printed) == 1
        yield Attachment(number, indicator.attachment, indicator.id, table, alone)


def _in_one_line(figures: Figures, id_: str, field: str = "") -> str:
    """A value as it stands in a sentence or a heading: a text typed in lines makes one."""
    return "".join(figures.printed(id_, field).splitlines())
