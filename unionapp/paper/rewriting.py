"""Every text of a document: rewritten, or told where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import TypeAlias, assert_never

from unionapp.paper.document import (
    Attachment,
    AttachmentList,
    Block,
    Cell,
    Chart,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
)
from unionapp.paper.titles import title_lines

_Rewrite: TypeAlias = Callable[[str], str]


def places_of_texts(document: Document, names: Mapping[str, str]) -> Mapping[str, str]:
    """Return a name for each text's place: a list of what was masked must not repeat the text."""
    places: dict[str, str] = {}

    def note(place: str, text: str) -> str:
        places.setdefault(text, place)
        return text

    for block in document.blocks:
        _block(block, partial(note, _place_of(block, names)))
    rewritten(document, partial(note, "附件里的表"))
    return places


def _place_of(block: Block, names: Mapping[str, str]) -> str:
    match block:
        case Paragraph(anchor=anchor):
            return names.get(anchor, "正文")
        case Heading() | Title():
            return "标题"
        case Table():
            return "正文里的表"
        case Attachment(number=number):
            return f"附件{number}"
        case AttachmentList():
            return "附件名单"
        case Signature():
            return "落款"
        case _:
            assert_never(block)


def rewritten(document: Document, rewrite: _Rewrite) -> Document:
    """Return the document with every text of it rewritten."""
    return replace(
        document,
        title=rewrite(document.title),
        unit=rewrite(document.unit),
        blocks=tuple(_block(block, rewrite) for block in document.blocks),
        statistics=_table(document.statistics, rewrite),
        charts=tuple(_chart(chart, rewrite) for chart in document.charts),
        explanations=_table(document.explanations, rewrite),
    )


def _chart(chart: Chart, rewrite: _Rewrite) -> Chart:
    return Chart(rewrite(chart.title), _table(chart.table, rewrite))


def _block(block: Block, rewrite: _Rewrite) -> Block:
    match block:
        case Title(lines):
            return Title(_title_lines(lines, rewrite))
        case Heading():
            return replace(block, text=rewrite(block.text))
        case Paragraph(runs):
            return replace(block, runs=_runs(runs, rewrite))
        case Table():
            return _table(block, rewrite)
        case AttachmentList(names):
            return AttachmentList(tuple(map(rewrite, names)))
        case Signature():
            return replace(block, unit=rewrite(block.unit), date=rewrite(block.date))
        case Attachment():
            return replace(block, title=rewrite(block.title), table=_table(block.table, rewrite))
        case _:
            assert_never(block)


def _title_lines(lines: tuple[str, ...], rewrite: _Rewrite) -> tuple[str, ...]:
    """The lines rewritten; what would be found across two of them has all broken anew."""
    separate = tuple(map(rewrite, lines))
    whole = rewrite("".join(lines))
    return separate if whole == "".join(separate) else title_lines(whole)


def _runs(runs: tuple[Run, ...], rewrite: _Rewrite) -> tuple[Run, ...]:
    """The runs rewritten; what would be found across two of them makes one run of all."""
    separate = tuple(replace(run, text=rewrite(run.text)) for run in runs)
    whole = rewrite("".join(run.text for run in runs))
    return separate if whole == "".join(run.text for run in separate) else (Run(whole),)


def _table(table: Table, rewrite: _Rewrite) -> Table:
    return Table(
        tuple(replace(column, title=rewrite(column.title)) for column in table.columns),
        tuple(tuple(_cell(cell, rewrite) for cell in row) for row in table.rows),
        tuple(_cell(cell, rewrite) for cell in table.totals),
    )


def _cell(cell: Cell, rewrite: _Rewrite) -> Cell:
    """The cell rewritten; what is a figure for a spreadsheet is one for the reader too."""
    return cell if cell.number is not None else replace(cell, text=rewrite(cell.text))
