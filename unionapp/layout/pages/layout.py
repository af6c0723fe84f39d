"""A Document laid out on pages, by the measures of the Word document in official layout.

Every block is set by itself and kept, so that after an edit only the blocks that changed are set
again; then all strips are put onto pages anew.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from unionapp.layout.columns import is_wide
from unionapp.layout.ending import Place, kept_with_signature, signature_places
from unionapp.layout.official import CELL, HEADINGS, LINE, TITLE_CELL, Style
from unionapp.layout.official import Page as PageShape
from unionapp.layout.pages.flow import Flow, Strip, ending_with_next, kept_with_next, strips_of
from unionapp.layout.pages.lines import set_paragraph
from unionapp.layout.pages.measuring import Measure, Widths
from unionapp.layout.pages.model import Mark, Pages, PlacedLine
from unionapp.layout.pages.pagination import Paginator
from unionapp.layout.pages.tables import KnownRows, setter
from unionapp.layout.styles import Align, Look
from unionapp.layout.text import printable
from unionapp.layout.typography import Typography, official
from unionapp.paper import (
    Attachment,
    AttachmentList,
    Block,
    Document,
    Heading,
    Paragraph,
    Run,
    Signature,
    Table,
    Title,
    title_lines,
)

_TWIPS = 20
_CELL = CELL / _TWIPS
_BLANK_LINE = LINE / _TWIPS
_SPARE = 500
"""So many blocks are kept beyond twice those of the paper."""
_SPARE_ROWS = 5_000
"""So many rows are kept beyond twice those of the table."""


class Layout:
    """Lays papers out; what it has set once it does not set again."""

    def __init__(self, measure: Measure, typography: Typography | None = None) -> None:
        taken = typography or official()
        self._looks, self._frame = taken.looks, taken.frame
        self._widths = Widths(measure)
        self._known: dict[tuple[Block, bool], Flow] = {}
        self._rows: KnownRows = {}
        self._paginator = Paginator(self._page_number, self._frame.upright)

    def lay_out(self, document: Document) -> Pages:
        """The pages of a paper."""
        if len(self._known) > 2 * len(document.blocks) + _SPARE:
            self._known.clear()  # most of it is of other papers, or was edited since
        kept = kept_with_signature(document.blocks)
        flows = (
            self._known_flow(block, kept=place in kept)
            for place, block in enumerate(document.blocks)
        )
        return Pages(document.title, document.unit, tuple(self._paginator.paginate(flows)))

    def _known_flow(self, block: Block, *, kept: bool) -> Flow:
        flow = self._known.get((block, kept))
        if flow is None:
            flow = self._flow(block)
            flow = self._known[block, kept] = _kept(flow, block) if kept else flow
        return flow

    def _flow(self, block: Block) -> Flow:
        match block:
            case Title():
                return self._upright(self._text(Style.TITLE, "\n".join(block.lines)))
            case Heading():
                return self._upright(self._heading(block))
            case Paragraph():
                return self._upright(self._paragraph(block))
            case Table():
                return self._table_flow(block, ())
            case AttachmentList():
                return self._upright(self._attachment_list(block))
            case Signature():
                return self._upright(self._signature(block))
            case Attachment():
                return self._table_flow(block.table, self._attachment_head(block))
            case _:
                assert_never(block)

    def _upright(self, strips: Iterable[Strip]) -> Flow:
        return Flow(self._frame.upright, tuple(strips))

    def _set(
        self, look: Look, runs: tuple[Run, ...], marks: Iterable[Mark] = ()
    ) -> Iterator[Strip]:
        width = self._frame.upright.text_width / _TWIPS
        yield from strips_of(set_paragraph(runs, look, width, self._widths), look, marks)

    def _text(self, style: Style, text: str) -> Iterator[Strip]:
        return self._set(self._looks[style], (Run(printable(text)),))

    def _heading(self, heading: Heading) -> Iterator[Strip]:
        text = printable(heading.number + heading.text)
        mark = Mark(heading.anchor, text, heading.level, 0)
        return self._set(self._looks[HEADINGS[heading.level - 1]], (Run(text),), (mark,))

    def _paragraph(self, paragraph: Paragraph) -> Iterator[Strip]:
        runs = tuple(Run(printable(run.text), run.indicator) for run in paragraph.runs)
        marks = [Mark(paragraph.anchor, "", 0, 0)] if paragraph.anchor else []
        return self._set(self._looks[Style.BODY], runs, marks)

    def _attachment_list(self, block: AttachmentList) -> Iterator[Strip]:
        """One blank line below the body; a name's further lines begin under its first character."""
        look = self._looks[Style.ATTACHMENT_LIST]
        alone = len(block.names) == 1
        name_at = 5.0 if alone else 6.0 + 0.5 * (len(block.names) > 9)
        for number, name in enumerate(block.names, start=1):
            first = number == 1
            text = "附件：" * first + (name if alone else f"{number}.\t{name}")
            indented = _hanging(look, name_at, 2.0 if first else 5.0, spaced=first)
            yield from self._set(indented, (Run(printable(text)),))

    def _signature(self, block: Signature) -> Iterator[Strip]:
        """One blank line below stands the name, and below it the date."""
        name, date = signature_places(block, self._frame.upright.text_width / CELL)
        if block.unit:
            look = _at(self._looks[Style.UNIT], name, spaced=True)
            yield from self._set(look, (Run(printable(block.unit)),))
        if block.date:
            look = _at(self._looks[Style.DATE], date, spaced=not block.unit)
            yield from self._set(look, (Run(printable(block.date)),))

    def _attachment_head(self, block: Attachment) -> tuple[Strip, ...]:
        shape = self._shape(block.table)
        width = shape.text_width / _TWIPS
        number, title = (self._looks[s] for s in (Style.ATTACHMENT_NUMBER, Style.ATTACHMENT_TITLE))
        text = block.label
        mark = Mark(block.name, f"{text} {printable(block.title)}", 1, 0)
        head = set_paragraph((Run(text),), number, width, self._widths)
        lines = title_lines(printable(block.title), width=shape.text_width // TITLE_CELL)
        below = set_paragraph((Run("\n".join(lines)),), title, width, self._widths)
        return (*strips_of(head, number, (mark,)), *strips_of(below, title))

    def _shape(self, table: Table) -> PageShape:
        frame = self._frame
        return frame.lying if is_wide(table, frame.upright) else frame.upright

    def _table_flow(self, table: Table, above: tuple[Strip, ...]) -> Flow:
        shape = self._shape(table)
        end = self._looks[Style.AFTER_TABLE]
        closing = Strip(end.line, after=end.after)
        if not table.columns:
            return Flow(shape, (*above, closing), new_page=bool(above))
        if len(self._rows) > 2 * len(table.rows) + _SPARE_ROWS:
            self._rows.clear()
        rows = setter(table, shape.text_width, self._looks, self._widths, self._rows)
        head = rows.head()
        return Flow(shape, (*above, head, *rows.rows(), closing), head, new_page=bool(above))

    def _page_number(self, number: int, width: float) -> PlacedLine:
        """The number between two dashes: outside, right on odd pages and left on even ones."""
        look = self._looks[Style.PAGE_NUMBER_ODD if number % 2 else Style.PAGE_NUMBER_EVEN]
        (line, *_) = set_paragraph((Run(f"— {number} —"),), look, width, self._widths)
        return PlacedLine(line.x, look.baseline - look.line, line.line)


def _kept(flow: Flow, block: Block) -> Flow:
    """The flow as it stands with the signature after it."""
    keep = ending_with_next if isinstance(block, Paragraph) else kept_with_next
    return replace(flow, strips=keep(flow.strips))


def _hanging(look: Look, left: float, first: float, *, spaced: bool) -> Look:
    """Lines begin at `left`, the first of them at `first`, in characters from the edge."""
    before = _BLANK_LINE if spaced else look.before
    return replace(look, left=left * _CELL, first=first * _CELL, before=before)


def _at(look: Look, place: Place, *, spaced: bool) -> Look:
    """The look of a line of the signature at its place."""
    placed = _hanging(look, place.left, place.left, spaced=spaced)
    if not place.right:
        return placed
    return replace(placed, right=place.right * _CELL, align=Align.RIGHT)
