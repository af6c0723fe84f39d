"""The blocks of a paper as the body of a Word document (GB/T 9704-2012, chapter 7)."""

from collections.abc import Iterator
from itertools import groupby
from typing import TypeAlias, assert_never

from unionapp.document import (
    Attachment,
    AttachmentList,
    Block,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
)
from unionapp.widths import cells
from unionapp.writers.official import (
    CELL,
    HEADINGS,
    LANDSCAPE,
    LINE,
    PORTRAIT,
    Page,
    Style,
    section_properties,
)
from unionapp.writers.text import rows_of_text
from unionapp.writers.wordml import bookmarked, close_section, paragraph, run, table

CHARACTERS = 28
"""The characters of a line."""

_CELLS_OF_A_TABLE = PORTRAIT.text_width // 240
_ROOM_OF_A_COLUMN = 8

_Placed: TypeAlias = tuple[int, Block]
"""A block with its place in the document, by which its bookmark is numbered."""


def body(blocks: tuple[Block, ...]) -> str:
    """The elements of the paper, section after section; a section is a run of like pages."""
    written: list[str] = []
    previous = PORTRAIT
    for page, placed in groupby(enumerate(blocks), key=_page):
        elements = [element for each in placed for element in _elements(each, page)]
        if written and elements:
            written[-1] = close_section(written[-1], section_properties(previous))
        written += elements
        previous = page
    return "".join(written) + section_properties(previous)


def _page(placed: _Placed) -> Page:
    """The page that a block needs: a table too wide for an upright one lies on its side."""
    match placed[1]:
        case Table() as content:
            return LANDSCAPE if _is_wide(content) else PORTRAIT
        case Attachment(table=content):
            return LANDSCAPE if _is_wide(content) else PORTRAIT
        case _:
            return PORTRAIT


def _is_wide(content: Table) -> bool:
    """Whether its columns, each given the room of its longest text, go beyond an upright page."""
    columns = zip(*rows_of_text(content), strict=True)
    room = sum(min(max(map(cells, column)), _ROOM_OF_A_COLUMN) + 1 for column in columns)
    return room > _CELLS_OF_A_TABLE


def _elements(placed: _Placed, page: Page) -> Iterator[str]:
    index, block = placed
    match block:
        case Title():
            yield paragraph(Style.TITLE, run("\n".join(block.lines)))
        case Heading():
            yield _heading(block, index)
        case Paragraph():
            yield paragraph(Style.BODY, run(block.text))
        case Table():
            yield from _table(block, page)
        case AttachmentList():
            yield from _attachment_list(block)
        case Signature():
            yield from _signature(block)
        case Attachment():
            yield paragraph(Style.ATTACHMENT_NUMBER, run(f"附件{block.number}"))
            yield paragraph(Style.ATTACHMENT_TITLE, run(block.title))
            yield from _table(block.table, page)
        case _:
            assert_never(block)


def _heading(heading: Heading, index: int) -> str:
    text = run(heading.number + heading.text)
    return paragraph(HEADINGS[heading.level - 1], bookmarked(text, index, heading.anchor))


def _table(content: Table, page: Page) -> Iterator[str]:
    """A table and the hairline that Word needs between it and whatever follows."""
    if content.columns:
        yield table(content, page.text_width)
    yield paragraph(Style.AFTER_TABLE, "")


def _attachment_list(block: AttachmentList) -> Iterator[str]:
    """One blank line below the body; a name's further lines begin under its first character.

    A single attachment has no number (7.3.4).
    """
    alone = len(block.names) == 1
    name_at = 5.0 if alone else 6.0 + 0.5 * (len(block.names) > 9)
    for number, name in enumerate(block.names, start=1):
        text = name if alone else f"{number}.\t{name}"
        first = number == 1
        layout = _spaced(first=first) + _hanging(name_at, 2.0 if first else 5.0)
        yield paragraph(Style.ATTACHMENT_LIST, run("附件：" * first + text), layout)


def _signature(block: Signature) -> Iterator[str]:
    """One blank line below; the date begins two characters after the name (7.3.5.2).

    Of the two, the one that reaches further ends two characters before the edge.
    """
    name, date = cells(block.unit), cells(block.date)
    name_at = max(CHARACTERS - 2 - max(name, date + 2 if block.unit else date), 0)
    if block.unit:
        yield paragraph(
            Style.UNIT, run(block.unit), _spaced(first=True) + _hanging(name_at, name_at)
        )
    if block.date:
        date_at = name_at + 2 if block.unit else name_at
        layout = _spaced(first=not block.unit) + _hanging(date_at, date_at)
        yield paragraph(Style.DATE, run(block.date), layout)


def _spaced(*, first: bool) -> str:
    return f'<w:spacing w:before="{LINE}"/>' if first else ""


def _hanging(left: float, first: float) -> str:
    """Lines begin at `left`, the first of them at `first`, in characters from the edge."""
    hanging = f' w:hanging="{round((left - first) * CELL)}"' if left > first else ""
    return f'<w:ind w:left="{round(left * CELL)}"{hanging}/>'
