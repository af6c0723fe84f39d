"""The body of a Word document: what was decided of each block, in WordprocessingML."""

from itertools import groupby
from typing import assert_never

from unionapp.layout import (
    CELL,
    Indents,
    Keep,
    Part,
    StyledBlock,
    StyledParagraph,
    StyledTable,
    keeps_of,
    styled,
)
from unionapp.paper import Block
from unionapp.writers.docx.round_trip import Bookmarks
from unionapp.writers.docx.sections import OFFICIAL_SECTIONS, Sections
from unionapp.writers.docx.wordml import (
    bookmarked,
    close_section,
    needs_hint,
    paragraph,
    run,
    table,
)

# LibreOffice keeps a paragraph with the next one as a whole; where there is no room for that it
# leaves the headings above behind at the foot of a page, so a long one is not kept at all.
_KEPT = {
    Keep.NOTHING: "",
    Keep.WHOLE: "<w:keepNext/>",
    Keep.ENDING: "<w:keepNext/><w:widowControl/>",
    Keep.LONG_ENDING: "",
}


def body(
    blocks: tuple[Block, ...], bookmarks: Bookmarks, sections: Sections = OFFICIAL_SECTIONS
) -> str:
    """Return the elements of the paper, section after section; a section is a run of like pages."""
    written: list[str] = []
    previous, first = sections.page_setup.portrait, True
    standing = [
        styled(block, sections.page_setup, keep)
        for block, keep in zip(blocks, keeps_of(blocks), strict=True)
    ]
    for page, placed in groupby(enumerate(standing), key=lambda each: each[1].page):
        elements = [
            element for index, block in placed for element in _elements(block, index, bookmarks)
        ]
        if written and elements:
            written[-1] = close_section(written[-1], sections.properties(previous, first=first))
            first = False
        written += elements
        previous = page
    return "".join(written) + sections.properties(previous, first=first)


def _elements(block: StyledBlock, index: int, bookmarks: Bookmarks) -> list[str]:
    return [_element(part, index, bookmarks) for part in block.parts]


def _element(part: Part, index: int, bookmarks: Bookmarks) -> str:
    match part:
        case StyledParagraph():
            content = _runs(part, index, bookmarks)
            named = bookmarked(content, bookmarks.at(index)) if part.is_title else content
            return paragraph(part.style, named, _additions(part))
        case StyledTable():
            return table(part)
        case _:
            assert_never(part)


def _runs(content: StyledParagraph, index: int, bookmarks: Bookmarks) -> str:
    """Return the runs of a paragraph, each figure behind its bookmark.

    The bookmark is a point: LibreOffice breaks lines otherwise behind the end of one that has a
    length, and a figure that is typed over takes such a one with it.
    """
    east_asian = needs_hint(content.text)
    return "".join(
        bookmarked("", bookmarks.at(index, place)) + run(each.text, east_asian=east_asian)
        for place, each in enumerate(content.runs)
    )


def _additions(content: StyledParagraph) -> str:
    """Return what a paragraph adds to its style, in the order that the schema asks."""
    before = "" if content.before is None else f'<w:spacing w:before="{content.before}"/>'
    indents = "" if content.indents is None else _indents(content.indents)
    align = "" if content.align is None else f'<w:jc w:val="{content.align}"/>'
    return _KEPT[content.keep] + before + indents + align


def _indents(indents: Indents) -> str:
    left, right = round(indents.left * CELL), round(indents.right * CELL)
    hanging = round((indents.left - indents.first) * CELL)
    return (
        f'<w:ind w:left="{left}"'
        + (f' w:right="{right}"' if right else "")
        + (f' w:hanging="{hanging}"' if hanging else "")
        + "/>"
    )
