"""The blocks of a paper as the body of a Word document (GB/T 9704-2012, chapter 7)."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby, pairwise
from typing import TypeAlias, assert_never

from unionapp.layout import (
    CELL,
    HEADINGS,
    LINE,
    OFFICIAL,
    TITLE_CELL,
    Frame,
    Page,
    Place,
    Style,
    is_wide,
    kept_with_signature,
    signature_places,
)
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
    title_lines,
)
from unionapp.text import cells
from unionapp.writers.docx.bookmarks import Bookmarks
from unionapp.writers.docx.wordml import (
    bookmarked,
    close_section,
    needs_hint,
    paragraph,
    run,
    table,
)

_KEPT = "<w:keepNext/>"
_CLOSING = "<w:keepNext/><w:widowControl/>"
"""At least the last two lines stand with what follows; LibreOffice takes the whole paragraph."""

_LONGEST_KEPT = 18 * 28
"""Characters: the lines of a page without four for headings."""

_Placed: TypeAlias = tuple[int, Block]
"""A block with its place in the document, by which its bookmark is found."""


def body(blocks: tuple[Block, ...], bookmarks: Bookmarks, frame: Frame = OFFICIAL) -> str:
    """The elements of the paper, section after section; a section is a run of like pages."""
    written: list[str] = []
    previous, first = frame.upright, True
    kept = kept_with_signature(blocks) - _too_long_to_keep(blocks)
    for page, placed in groupby(enumerate(blocks), key=partial(_page, frame)):
        elements = [
            element
            for each in placed
            for element in _elements(each, page, bookmarks, kept=each[0] in kept)
        ]
        if written and elements:
            written[-1] = close_section(written[-1], frame.section(previous, first=first))
            first = False
        written += elements
        previous = page
    return "".join(written) + frame.section(previous, first=first)


def _too_long_to_keep(blocks: tuple[Block, ...]) -> frozenset[int]:
    """The places of paragraphs that with the headings above them would not go onto one page.

    LibreOffice keeps a paragraph with the next one as a whole; where there is no room for that it
    leaves the headings behind at the foot of a page.
    """
    return frozenset(
        place
        for place, (above, block) in enumerate(pairwise(blocks), start=1)
        if isinstance(above, Heading) and isinstance(block, Paragraph)
        if cells(block.text) > _LONGEST_KEPT
    )


def _page(frame: Frame, placed: _Placed) -> Page:
    """The page that a block needs: a table too wide for an upright one lies on its side."""
    match placed[1]:
        case Table() as content:
            return frame.lying if is_wide(content, frame.upright) else frame.upright
        case Attachment(table=content):
            return frame.lying if is_wide(content, frame.upright) else frame.upright
        case _:
            return frame.upright


def _elements(placed: _Placed, page: Page, bookmarks: Bookmarks, *, kept: bool) -> Iterator[str]:
    index, block = placed
    match block:
        case Title():
            yield paragraph(Style.TITLE, run("\n".join(block.lines)))
        case Heading():
            text = run(block.number + block.text)
            yield paragraph(HEADINGS[block.level - 1], bookmarked(text, bookmarks.at(index)))
        case Paragraph():
            yield paragraph(Style.BODY, _runs(block, index, bookmarks), _CLOSING * kept)
        case Table():
            yield from _table(block, page)
        case AttachmentList():
            yield from _attachment_list(block, kept=kept)
        case Signature():
            yield from _signature(block, page.text_width / CELL)
        case Attachment():
            lines = title_lines(block.title, width=page.text_width // TITLE_CELL)
            title = bookmarked(run("\n".join(lines)), bookmarks.at(index))
            yield paragraph(Style.ATTACHMENT_NUMBER, run(block.label))
            yield paragraph(Style.ATTACHMENT_TITLE, title)
            yield from _table(block.table, page)
        case _:
            assert_never(block)


def _runs(block: Paragraph, index: int, bookmarks: Bookmarks) -> str:
    """The runs of a paragraph, each figure behind its bookmark.

    The bookmark is a point: LibreOffice breaks lines otherwise behind the end of one that has a
    length, and a figure that is typed over takes such a one with it.
    """
    east_asian = needs_hint(block.text)
    return "".join(
        bookmarked("", bookmarks.at(index, place)) + run(each.text, east_asian=east_asian)
        for place, each in enumerate(block.runs)
    )


def _table(content: Table, page: Page) -> Iterator[str]:
    """A table and the hairline that Word needs between it and whatever follows."""
    if content.columns:
        yield table(content, page.text_width)
    yield paragraph(Style.AFTER_TABLE, "")


def _attachment_list(block: AttachmentList, *, kept: bool) -> Iterator[str]:
    """One blank line below the body; a name's further lines begin under its first character.

    A single attachment has no number (7.3.4).
    """
    alone = len(block.names) == 1
    name_at = 5.0 if alone else 6.0 + 0.5 * (len(block.names) > 9)
    for number, name in enumerate(block.names, start=1):
        text = name if alone else f"{number}.\t{name}"
        first = number == 1
        layout = _KEPT * kept + _spaced(first=first) + _hanging(name_at, 2.0 if first else 5.0)
        yield paragraph(Style.ATTACHMENT_LIST, run("附件：" * first + text), layout)


def _signature(block: Signature, line: float) -> Iterator[str]:
    """One blank line below stands the name, and below it the date."""
    name, date = signature_places(block, line)
    if block.unit:
        yield paragraph(Style.UNIT, run(block.unit), _spaced(first=True) + _at(name))
    if block.date:
        layout = _spaced(first=not block.unit) + _at(date)
        yield paragraph(Style.DATE, run(block.date), layout)


def _at(place: Place) -> str:
    if place.right:
        return f'<w:ind w:left="0" w:right="{round(place.right * CELL)}"/><w:jc w:val="right"/>'
    return _hanging(place.left, place.left)


def _spaced(*, first: bool) -> str:
    return f'<w:spacing w:before="{LINE}"/>' if first else ""


def _hanging(left: float, first: float) -> str:
    """Lines begin at `left`, the first of them at `first`, in characters from the edge."""
    hanging = f' w:hanging="{round((left - first) * CELL)}"' if left > first else ""
    return f'<w:ind w:left="{round(left * CELL)}"{hanging}/>'
