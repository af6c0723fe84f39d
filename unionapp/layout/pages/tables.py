"""Tables as strips: a row each, as wide as the page's text, with thin lines all round."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate, chain, pairwise, repeat
from typing import TypeAlias

from unionapp.layout.blocks import StyledCell, StyledTable
from unionapp.layout.official import CELL_PADDING, LOWEST_ROW, TABLE_LINE, Style
from unionapp.layout.pages.flow import LayoutStrip
from unionapp.layout.pages.lines import SetLine, set_paragraph
from unionapp.layout.pages.measuring import Widths
from unionapp.layout.pages.model import PlacedLine, Rule
from unionapp.layout.styles import Align, ParagraphStyle
from unionapp.layout.text import printable
from unionapp.paper import Run

_TWIPS = 20

# In points. A table begins a little lower than a line of text: its upper line needs room.
BORDER = TABLE_LINE / _TWIPS
_PADDING = CELL_PADDING / _TWIPS
_LOWEST_ROW = LOWEST_ROW / _TWIPS
_ABOVE = BORDER / 2

# A row with more lines is divided: with the head it would not go onto a landscape page.
_LINES_OF_A_ROW = 18

# The lines of a cell.
_Content: TypeAlias = tuple[tuple[SetLine, ...], ParagraphStyle]

# Rows that were set before in columns of these widths.
KnownRows: TypeAlias = dict[tuple[tuple[int, ...], tuple[StyledCell, ...]], tuple[LayoutStrip, ...]]


@dataclass(frozen=True)
class RowSetter:
    """Sets the rows of a table; those that are new are added to the `known` ones."""

    table: StyledTable
    styles: Mapping[Style, ParagraphStyle]
    widths: Widths
    known: KnownRows

    @cached_property
    def edges(self) -> tuple[float, ...]:
        """The lines between the columns, in points from the left edge of the type area."""
        return tuple(edge / _TWIPS for edge in accumulate(self.table.widths, initial=0))

    @cached_property
    def _cell_styles(self) -> "_CellStyles":
        return _CellStyles(self.styles)

    def head(self) -> LayoutStrip:
        """Return the head row."""
        row = self.table.head
        key = (self.table.widths, row)
        if key not in self.known:
            self.known[key] = (_begun(self._row(self._contents(row))),)
        return self.known[key][0]

    def rows(self) -> Iterator[LayoutStrip]:
        """Yield all other rows; only one that is taller than a page is divided."""
        widths = self.table.widths
        for row in self.table.rows:
            yield from self.known.get((widths, row)) or self._new_row(row)

    def _new_row(self, row: tuple[StyledCell, ...]) -> tuple[LayoutStrip, ...]:
        """Set a row; one that says the same again is the same, and so is the page it stands on."""
        strips = tuple(map(self._row, _divided(self._contents(row))))
        self.known[self.table.widths, row] = strips
        return strips

    def _contents(self, row: Iterable[StyledCell]) -> list[_Content]:
        return [
            self._content(cell, right - left)
            for cell, (left, right) in zip(row, pairwise(self.edges), strict=True)
        ]

    def _content(self, cell: StyledCell, width: float) -> _Content:
        style = self._cell_styles[cell.style, cell.align]
        runs = (Run(printable(cell.text)),)
        return set_paragraph(runs, style, width - 2 * _PADDING, self.widths), style

    def _row(self, contents: Sequence[_Content]) -> LayoutStrip:
        """A row: texts stand in the middle of its height."""
        tallest = max(len(lines) * style.line for lines, style in contents)
        height = max(tallest + BORDER, _LOWEST_ROW)
        lines = chain.from_iterable(
            _placed(content, style, left + _PADDING, height)
            for (content, style), left in zip(contents, self.edges, strict=False)
        )
        keep = any(style.keep_next for _, style in contents)
        return LayoutStrip(height, tuple(lines), tuple(_lines_round(self.edges, height)), keep=keep)


class _CellStyles(dict[tuple[Style, Align | None], ParagraphStyle]):
    """The styles of cells; no mark hangs over the edge of one."""

    def __init__(self, styles: Mapping[Style, ParagraphStyle]) -> None:
        super().__init__()
        self._styles = styles

    def __missing__(self, key: tuple[Style, Align | None]) -> ParagraphStyle:
        named, align = key
        style = replace(self._styles[named], hanging=False)
        style = self[key] = style if align is None else replace(style, align=align)
        return style


def _divided(contents: Sequence[_Content]) -> Iterator[Sequence[_Content]]:
    """The row itself, or parts of it that go onto a page each."""
    tallest = max(len(lines) for lines, _ in contents)
    for first in range(0, tallest, _LINES_OF_A_ROW):
        last = first + _LINES_OF_A_ROW
        yield [(lines[first:last], style) for lines, style in contents]


def _placed(
    content: Sequence[SetLine], style: ParagraphStyle, left: float, height: float
) -> Iterator[PlacedLine]:
    top = (height - BORDER - len(content) * style.line) / 2 + BORDER / 2
    tops = accumulate(repeat(style.line, len(content)), initial=top)
    for each, y in zip(content, tops, strict=False):
        if each.line.pieces:
            yield PlacedLine(left + each.x, y + style.baseline, each.line)


def _lines_round(edges: Sequence[float], height: float) -> Iterator[Rule]:
    """The lines at the sides of the cells and below them."""
    yield from (Rule(edge, 0.0, edge, height) for edge in edges)
    yield Rule(edges[0], height, edges[-1], height)


def _begun(head: LayoutStrip) -> LayoutStrip:
    """The first row on a page: it brings the line above it."""
    left, right = head.rules[0].left, head.rules[-1].right
    rules = (Rule(left, 0.0, right, 0.0), *head.rules)
    return replace(
        head,
        height=head.height + _ABOVE,
        lines=tuple(line.moved(0, _ABOVE) for line in head.lines),
        rules=tuple(rule.moved(0, _ABOVE) for rule in rules),
    )
