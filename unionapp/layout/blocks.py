"""How each block of a paper stands on official pages (GB/T 9704-2012, chapter 7).

`styled` turns a block into paragraphs and tables in their styles, with all that they add to these.
The Word document and our own pages (screen, print and PDF) translate them, each into its terms,
and decide nothing themselves: a new block, or another way for one to stand in paragraphs and
tables of the styles that there are, is a change of this module alone.

Indents are in characters of the body, all other lengths in twips.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias, assert_never

from unionapp.layout.columns import column_titles, column_widths, is_wide
from unionapp.layout.ending import SignaturePosition, kept_with_signature, signature_positions
from unionapp.layout.official import CELL, HEADINGS, LINE, TITLE_CELL, Page, PageSetup, Style
from unionapp.layout.styles import Align
from unionapp.layout.text import printable
from unionapp.paper import (
    Alignment,
    Attachment,
    AttachmentList,
    Block,
    Cell,
    Column,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    title_lines,
)
from unionapp.text import cells

# Characters: the lines of a page without four for headings.
_LONGEST_KEPT = 18 * 28

# Where the list of attachments begins, and what 附件： takes of its first line.
_LIST_INDENT, _LIST_WORD = 2.0, 3.0


class Keep(StrEnum):
    """What of a paragraph stands on one page with what follows, besides what its style asks for."""

    NOTHING = "nothing"
    WHOLE = "whole"
    # The last two lines; and as no line stands alone, the first one with the second.
    ENDING = "ending"
    # The same, of a paragraph that with the headings above it would not go onto one page.
    LONG_ENDING = "long ending"


@dataclass(frozen=True, slots=True)
class Indents:
    """Where lines begin and end, from the edges of the type area.

    `first` is where the first line begins, `left` where the others do.
    """

    left: float = 0
    first: float = 0
    right: float = 0


@dataclass(frozen=True, slots=True)
class Target:
    """A place that can be gone to: a section, an item or a table, by its id.

    `level` is that of a heading, whose `text` is then its entry in an outline; 0 stands for a place
    that has none.
    """

    anchor: str
    text: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class StyledParagraph:
    """A paragraph in its style; what is None is left to the style.

    Attributes:
        style: Its style, which also says whether it begins a page.
        runs: Its text, printable; a paragraph of the body has those of its block, one by one.
        indents: Where its lines begin and end.
        align: How its lines stand between the indents.
        before: The room above it.
        keep: What of it stands with what follows.
        target: What begins with it.
        is_title: Whether it is what its block is called, by which the block is found again.
    """

    style: Style
    runs: tuple[Run, ...] = ()
    indents: Indents | None = None
    align: Align | None = None
    before: int | None = None
    keep: Keep = Keep.NOTHING
    target: Target | None = None
    is_title: bool = False

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(run.text for run in self.runs)


class StyledCell(NamedTuple):
    """A cell of a table: one paragraph, in the middle of the row's height.

    Its text is still to be made printable: of a long table most cells were already set.
    """

    text: str
    style: Style
    align: Align | None


@dataclass(frozen=True, slots=True)
class StyledTable:
    """A table as wide as the type area, with thin lines all round.

    Its head stands again at the top of each further page. No row is parted, but one that would not
    go onto a page.
    """

    content: Table
    widths: tuple[int, ...]

    @property
    def head(self) -> tuple[StyledCell, ...]:
        """The titles of the columns."""
        titles = column_titles(self.content, self.widths)
        return tuple(StyledCell(title, Style.TABLE_HEAD, None) for title in titles)

    @property
    def rows(self) -> Iterator[tuple[StyledCell, ...]]:
        """All rows below the head."""
        columns = self.content.columns
        for row in (*self.content.rows, self.content.totals):
            if row:
                yield tuple(map(_cell, row, columns))


def _cell(cell: Cell, column: Column) -> StyledCell:
    style, align = _CELLS[column.alignment_of(cell)]
    return StyledCell(cell.text, style, align)


# The middle has no style of its own: older bases of offices would lack it.
_CELLS: Mapping[Alignment, tuple[Style, Align | None]] = {
    Alignment.LEFT: (Style.TABLE_TEXT, None),
    Alignment.CENTER: (Style.TABLE_TEXT, Align.CENTER),
    Alignment.RIGHT: (Style.TABLE_FIGURE, None),
}

Part: TypeAlias = StyledParagraph | StyledTable


@dataclass(frozen=True, slots=True)
class StyledBlock:
    """A block as it stands: the page that it needs, and its parts from top to bottom."""

    page: Page
    parts: tuple[Part, ...]


def styled(block: Block, pages: PageSetup, keep: Keep = Keep.NOTHING) -> StyledBlock:
    """Decide how a block stands on pages of this kind."""
    page = pages.portrait
    match block:
        case Title():
            return StyledBlock(page, (_paragraph(Style.TITLE, "\n".join(block.lines)),))
        case Heading():
            return StyledBlock(page, (_heading(block),))
        case Paragraph():
            return StyledBlock(page, (_body(block, keep),))
        case Table():
            page = _page_for(block, pages)
            return StyledBlock(page, tuple(_table(block, page)))
        case AttachmentList():
            return StyledBlock(page, tuple(_attachment_list(block, keep)))
        case Signature():
            return StyledBlock(page, tuple(_signature(block, page.text_width / CELL)))
        case Attachment():
            page = _page_for(block.table, pages)
            return StyledBlock(page, tuple(_attachment(block, page)))
        case _:
            assert_never(block)


def keeps_of(blocks: tuple[Block, ...]) -> tuple[Keep, ...]:
    """Return what of each block stands with the next: the end of the text with the signature."""
    keeps = [Keep.NOTHING] * len(blocks)
    for place in kept_with_signature(blocks):
        keeps[place] = _keep(blocks, place)
    return tuple(keeps)


def _keep(blocks: tuple[Block, ...], place: int) -> Keep:
    block = blocks[place]
    if not isinstance(block, Paragraph):
        return Keep.WHOLE
    headed = place > 0 and isinstance(blocks[place - 1], Heading)
    return Keep.LONG_ENDING if headed and cells(block.text) > _LONGEST_KEPT else Keep.ENDING


def _page_for(table: Table, pages: PageSetup) -> Page:
    return pages.landscape if is_wide(table, pages.portrait) else pages.portrait


def _paragraph(style: Style, text: str) -> StyledParagraph:
    return StyledParagraph(style, (Run(printable(text)),))


def _heading(heading: Heading) -> StyledParagraph:
    text = printable(heading.number + heading.text)
    target = Target(heading.anchor, text, heading.level)
    style = HEADINGS[heading.level - 1]
    return StyledParagraph(style, (Run(text),), target=target, is_title=True)


def _body(paragraph: Paragraph, keep: Keep) -> StyledParagraph:
    runs = tuple(map(_printable, paragraph.runs))
    target = Target(paragraph.anchor) if paragraph.anchor else None
    return StyledParagraph(Style.BODY, runs, keep=keep, target=target)


def _printable(run: Run) -> Run:
    text = printable(run.text)
    return run if text == run.text else Run(text, run.indicator)


def _table(table: Table, page: Page) -> Iterator[Part]:
    """A table and the hairline that Word needs between it and whatever follows."""
    if table.columns:
        yield StyledTable(table, tuple(column_widths(table, page.text_width)))
    yield StyledParagraph(Style.AFTER_TABLE)


def _attachment_list(block: AttachmentList, keep: Keep) -> Iterator[Part]:
    """One blank line below the body; a name's further lines begin under its first character.

    A single attachment has no number (7.3.4).
    """
    alone = len(block.names) == 1
    numbered = _LIST_INDENT + _LIST_WORD
    name_at = numbered if alone else numbered + 1.0 + 0.5 * (len(block.names) > 9)
    for number, name in enumerate(block.names, start=1):
        first = number == 1
        text = "附件：" * first + (name if alone else f"{number}.\t{name}")
        yield StyledParagraph(
            Style.ATTACHMENT_LIST,
            (Run(printable(text)),),
            Indents(name_at, _LIST_INDENT if first else numbered),
            before=LINE if first else None,
            keep=keep,
        )


def _signature(block: Signature, line: float) -> Iterator[Part]:
    """One blank line below stands the name, and below it the date."""
    name, date = signature_positions(block, line)
    if block.unit:
        yield _signed(Style.UNIT, block.unit, name, spaced=True)
    if block.date:
        yield _signed(Style.DATE, block.date, date, spaced=not block.unit)


def _signed(style: Style, text: str, at: SignaturePosition, *, spaced: bool) -> StyledParagraph:
    return StyledParagraph(
        style,
        (Run(printable(text)),),
        Indents(at.left, at.left, at.right),
        Align.RIGHT if at.right else None,
        LINE if spaced else None,
    )


def _attachment(block: Attachment, page: Page) -> Iterator[Part]:
    """附件1 and, below it, the title of its table, broken by sense."""
    title = printable(block.title)
    target = Target(block.name, f"{block.label} {title}", 1)
    lines = title_lines(title, width=page.text_width // TITLE_CELL)
    yield StyledParagraph(Style.ATTACHMENT_NUMBER, (Run(block.label),), target=target)
    yield StyledParagraph(Style.ATTACHMENT_TITLE, (Run("\n".join(lines)),), is_title=True)
    yield from _table(block.table, page)
