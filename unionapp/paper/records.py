"""What the edition for the file has besides: tables of what is blank, found, noted and changed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import TypeAlias

from unionapp.checks import check, explanation_of
from unionapp.draft import Slot
from unionapp.figures import Figures, dated_remark_of
from unionapp.paper.document import Attachment, AttachmentList, Block, Cell, Column, Document, Table
from unionapp.paper.notes import names_of_texts
from unionapp.paper.tables import aligned

# When, and what was changed.
History: TypeAlias = Sequence[tuple[str, str]]

# Of a long history the newest steps; a paper with thousands of rows is read by nobody.
_STEPS_TOLD = 300

_BLANK = (Column("章节", 5), Column("待填指标", 14))
_FOUND = (Column("位置", 5), Column("内容", 12), Column("说明", 10))
_NOTED = (Column("指标", 6), Column("数值", 5), Column("说明", 12))
_CHANGED = (Column("时间", 5), Column("修改", 16))


def with_records(document: Document, figures: Figures, history: History) -> Document:
    """Return the document with what the next reader of the file will want to know."""
    records = [record for record in _records(figures, history) if record[1].rows]
    titles = tuple(title for title, _ in records)
    first = sum(1 for _ in document.attachments) + 1
    alone = first == len(records) == 1
    attachments = [
        Attachment(number, title, f"record_{number}", table, alone)
        for number, (title, table) in enumerate(records, first)
    ]
    return replace(document, blocks=(*_joined_by(titles, document.blocks), *attachments))


def _joined_by(titles: tuple[str, ...], blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks with more attachments to come: a list names them, and none is alone."""
    for block in blocks:
        match block:
            case AttachmentList(names):
                yield AttachmentList((*names, *titles))
            case Attachment(alone=True):
                yield replace(block, alone=not titles)
            case _:
                yield block


def _records(figures: Figures, history: History) -> Iterator[tuple[str, Table]]:
    yield "待填指标", _listing(_BLANK, _blanks(figures))
    yield "检查结果", _listing(_FOUND, _findings(figures))
    yield "数据说明", _listing(_NOTED, _notes(figures))
    yield "修改记录", _listing(_CHANGED, islice(history, _STEPS_TOLD))


def _blanks(figures: Figures) -> Iterator[tuple[str, str]]:
    """What is still to be filled in, a section a row: one below the other they fill pages."""
    blank = frozenset(figures.blank())
    for section in figures.draft.template.sections:
        indicators = (each for item in section.items for each in item.indicators)
        if names := "、".join(each.name for each in indicators if each.id in blank):
            yield section.title, f"{names}。"


def _findings(figures: Figures) -> Iterator[tuple[str, ...]]:
    """What was found, and why it is right as it is where somebody has said so."""
    titles = names_of_texts(figures.draft.template)
    for finding in check(figures):
        place = titles.get(finding.where.id) or figures.name(finding.where.id)
        yield place, finding.message, explanation_of(figures, finding)


def _notes(figures: Figures) -> Iterator[tuple[str, ...]]:
    for indicator in figures.draft.template.indicators:
        if note := dated_remark_of(figures, indicator):
            yield indicator.name, figures.printed(indicator.id), note
    for id_, name in names_of_texts(figures.draft.template).items():
        if note := figures.draft.text(Slot.NOTE, id_):
            yield name, "", note


def _listing(columns: tuple[Column, ...], rows: Iterable[tuple[str, ...]]) -> Table:
    """A record as a table; a column in which nothing stands is left out."""
    content = list(rows)
    kept = [place for place in range(len(columns)) if any(row[place] for row in content)]
    cells = tuple(tuple(Cell(row[place]) for place in kept) for row in content)
    return aligned(Table(tuple(columns[place] for place in kept), cells))
