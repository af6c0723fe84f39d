"""A Document laid out on pages: what was decided of each block, set into lines and rows.

Every block is set by itself and kept, so that after an edit only the blocks that changed are set
again; then all strips are put onto pages anew.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import assert_never

from unionapp.layout.blocks import (
    Keep,
    Part,
    StyledBlock,
    StyledParagraph,
    StyledTable,
    keeps_of,
    styled,
)
from unionapp.layout.official import BEFORE_NUMBER, BEHIND_NUMBER, CELL, Style
from unionapp.layout.pages.flow import Flow, LayoutStrip, kept, strips_of
from unionapp.layout.pages.lines import set_paragraph
from unionapp.layout.pages.measuring import Measure, Widths
from unionapp.layout.pages.model import Mark, Pages, PlacedLine
from unionapp.layout.pages.pagination import Paginator
from unionapp.layout.pages.tables import KnownRows, RowSetter
from unionapp.layout.styles import ParagraphStyle
from unionapp.layout.typography import Typography, official
from unionapp.paper import Block, Document, Run

_TWIPS = 20
_CELL = CELL / _TWIPS

# So many blocks are kept beyond twice those of the paper, and rows beyond twice those of a table.
_SPARE = 500
_SPARE_ROWS = 5_000


class Layout:
    """Lays papers out; what it has set once it does not set again."""

    def __init__(self, measure: Measure, typography: Typography | None = None) -> None:
        taken = typography or official()
        self._styles, self._page_setup = taken.styles, taken.page_setup
        self._widths = Widths(measure)
        self._known: dict[tuple[Block, Keep], Flow] = {}
        self._rows: KnownRows = {}
        # No method of its own: in a circle, fonts would end on another thread than theirs.
        numbered = partial(_page_number, self._styles, self._widths)
        self._paginator = Paginator(numbered, self._page_setup.portrait)

    def lay_out(self, document: Document) -> Pages:
        """Return the pages of a paper."""
        if len(self._known) > 2 * len(document.blocks) + _SPARE:
            self._known.clear()  # most of it is of other papers, or was edited since
        flows = map(self._known_flow, document.blocks, keeps_of(document.blocks))
        return Pages(document.title, document.unit, tuple(self._paginator.paginate(flows)))

    def _known_flow(self, block: Block, keep: Keep) -> Flow:
        flow = self._known.get((block, keep))
        if flow is None:
            flow = self._known[block, keep] = self._flow(styled(block, self._page_setup, keep))
        return flow

    def _flow(self, block: StyledBlock) -> Flow:
        strips: list[LayoutStrip] = []
        head = None
        for part in block.parts:
            match part:
                case StyledParagraph():
                    strips += self._paragraph(part, block.page.text_width / _TWIPS)
                case StyledTable():
                    head, *rows = self._table(part)
                    strips += (head, *rows)
                case _:
                    assert_never(part)
        return Flow(block.page, tuple(strips), head, self._begins_page(block.parts))

    def _begins_page(self, parts: tuple[Part, ...]) -> bool:
        first = next(iter(parts), None)
        return isinstance(first, StyledParagraph) and self._styles[first.style].new_page

    def _paragraph(self, part: StyledParagraph, width: float) -> tuple[LayoutStrip, ...]:
        style = _with_additions(self._styles[part.style], part)
        target = part.target
        marks = (Mark(target.anchor, target.text, target.level, 0),) if target else ()
        lines = set_paragraph(part.runs, style, width, self._widths)
        return kept(strips_of(lines, style, marks), part.keep)

    def _table(self, part: StyledTable) -> Iterator[LayoutStrip]:
        """The head row and all others."""
        if len(self._rows) > 2 * len(part.content.rows) + _SPARE_ROWS:
            self._rows.clear()
        rows = RowSetter(part, self._styles, self._widths, self._rows)
        yield rows.head()
        yield from rows.rows()


def _page_number(
    styles: Mapping[Style, ParagraphStyle], widths: Widths, number: int, width: float
) -> PlacedLine:
    """The number between two dashes: outside, right on odd pages and left on even ones."""
    style = styles[Style.PAGE_NUMBER_ODD if number % 2 else Style.PAGE_NUMBER_EVEN]
    runs = (Run(f"{BEFORE_NUMBER}{number}{BEHIND_NUMBER}"),)
    (line, *_) = set_paragraph(runs, style, width, widths)
    return PlacedLine(line.x, style.baseline - style.line, line.line)


def _with_additions(style: ParagraphStyle, part: StyledParagraph) -> ParagraphStyle:
    """Return a style with what a paragraph adds to it."""
    if part.indents is not None:
        indents = part.indents
        style = replace(
            style,
            left=indents.left * _CELL,
            first=indents.first * _CELL,
            right=indents.right * _CELL,
        )
    if part.align is not None:
        style = replace(style, align=part.align)
    return style if part.before is None else replace(style, before=part.before / _TWIPS)
